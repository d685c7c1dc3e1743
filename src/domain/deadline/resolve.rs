//! Puts a named stretch on the calendar of a given year, or of every year of the plan.

use chrono::Datelike;

use super::conventions::Conventions;
use super::phrase::{Edge, Part, Shape};
use super::reading::weekday;
use crate::domain::date::{Date, Span};

/// What a reading is made against.
#[derive(Clone, Copy)]
pub(super) struct Context<'c> {
    pub(super) period: Span,
    pub(super) conventions: &'c Conventions,
}

/// The year a part lies in: of the calendar, or the school year that begins in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum YearAt {
    Calendar(i32),
    School(i32),
}

impl Context<'_> {
    /// Whether the plan is of one year or less.
    pub(super) fn is_one_year(&self) -> bool {
        self.period.days() <= 366
    }

    /// Whether the plan is one school year.
    pub(super) fn is_school_plan(&self) -> bool {
        self.is_one_year()
            && matches!(self.period.first.month(), 8 | 9)
            && self.period.last.year() > self.period.first.year()
    }

    /// The years a stretch of the plan may begin or end in.
    pub(super) fn years(&self) -> std::ops::RangeInclusive<i32> {
        self.period.first.year() - 1..=self.period.last.year() + 1
    }

    /// The school year that begins in `year`.
    pub(super) fn school_year(&self, year: i32) -> Option<Span> {
        let end = self.conventions.school_year_end;
        Span::new(
            Date::new(year, 9, 1).ok()?,
            day_or_last(year + 1, end.month, end.day)?,
        )
    }

    /// The place of a part in a year.
    pub(super) fn place(&self, part: Part, year: YearAt) -> Option<Span> {
        let span = self.shape(part.shape, year)?;
        match part.edge {
            None => Some(span),
            Some(edge) => edge_of(span, part.shape, edge),
        }
    }

    fn shape(&self, shape: Shape, at: YearAt) -> Option<Span> {
        let year = match at {
            YearAt::Calendar(year) => year,
            YearAt::School(year) if first_month(shape) >= 9 => year,
            YearAt::School(year) => year + 1,
        };
        match shape {
            Shape::Bare(_) => None,
            Shape::Day { month, day } => Some(Span::day(Date::new(year, month, day).ok()?)),
            Shape::Month(month) => months(year, month, 1),
            Shape::Quarter(n) => months(year, 3 * n - 2, 3),
            Shape::Half(n) => match at {
                YearAt::Calendar(_) => months(year, 6 * n - 5, 6),
                YearAt::School(begins) if n == 1 => months(begins, 9, 4),
                YearAt::School(begins) => Span::new(
                    Date::new(begins + 1, 1, 1).ok()?,
                    self.school_year(begins)?.last,
                ),
            },
            Shape::Term(n) => match (n, at) {
                (1, _) => months(year, 9, 2),
                (2, YearAt::Calendar(_)) => months(year, 11, 2),
                (2, YearAt::School(begins)) => months(begins, 11, 2),
                (3, _) => months(year, 1, 3),
                _ => months(year, 4, 2),
            },
            Shape::Third { month, n } => third(months(year, month, 1)?, n),
            Shape::HalfMonth { month, n } => half(months(year, month, 1)?, n),
            Shape::Week { month, n } => week(months(year, month, 1)?, n),
            Shape::Weekday { month, n, weekday } => {
                nth_weekday(months(year, month, 1)?, n, weekday).map(Span::day)
            }
            Shape::Season(4) => months(year, 12, 3),
            Shape::Season(n) => months(year, 3 * n, 3),
            Shape::LongVacation => months(year, 6, 3),
            Shape::Year => match at {
                YearAt::Calendar(year) => months(year, 1, 12),
                YearAt::School(year) => self.school_year(year),
            },
            Shape::SchoolYear => match at {
                YearAt::Calendar(year) | YearAt::School(year) => self.school_year(year),
            },
            Shape::Period => Some(self.period),
        }
    }
}

fn first_month(shape: Shape) -> u32 {
    match shape {
        Shape::Day { month, .. }
        | Shape::Month(month)
        | Shape::Third { month, .. }
        | Shape::HalfMonth { month, .. }
        | Shape::Week { month, .. }
        | Shape::Weekday { month, .. } => month,
        Shape::Quarter(n) => 3 * n - 2,
        Shape::Season(n) => 3 * n,
        Shape::Term(1) => 9,
        Shape::LongVacation => 6,
        _ => 1,
    }
}

/// A row of whole months.
pub(super) fn months(year: i32, month: u32, count: u32) -> Option<Span> {
    let first = Date::new(year, month, 1).ok()?;
    let mut last = first.end_of_month();
    for _ in 1..count {
        last = last.plus_days(1).end_of_month();
    }
    Span::new(first, last)
}

/// The day of a month, or its last day when it is shorter.
pub(super) fn day_or_last(year: i32, month: u32, day: u32) -> Option<Date> {
    Date::new(year, month, day)
        .or_else(|_shorter| Date::new(year, month, 1).map(Date::end_of_month))
        .ok()
}

/// Ten days of a month.
pub(super) fn third(month: Span, n: u32) -> Option<Span> {
    let first = month.first.plus_days(i64::from(n.saturating_sub(1)) * 10);
    let last = if n >= 3 {
        month.last
    } else {
        first.plus_days(9)
    };
    Span::new(first, last)
}

/// A half of a month.
pub(super) fn half(month: Span, n: u32) -> Option<Span> {
    let middle = month.first.plus_days(14);
    if n == 1 {
        Span::new(month.first, middle)
    } else {
        Span::new(middle.plus_days(1), month.last)
    }
}

/// A week of a month, Monday to Sunday, the first being the one that holds the 1st; −1 the last.
pub(super) fn week(month: Span, n: i32) -> Option<Span> {
    let monday = if n < 0 {
        month.last.start_of_week()
    } else {
        month.first.start_of_week().plus_days(7 * i64::from(n - 1))
    };
    let week = Span::new(monday, monday.plus_days(6))?;
    week.intersection(month).map(|_touches| week)
}

/// The n-th weekday of a month; −1 the last.
pub(super) fn nth_weekday(month: Span, n: i32, day: u8) -> Option<Date> {
    let date = if n < 0 {
        month.last.on_or_before(weekday(day))
    } else {
        month
            .first
            .on_or_after(weekday(day))
            .plus_days(7 * i64::from(n - 1))
    };
    month.contains(date).then_some(date)
}

/// The beginning, middle or end of a stretch, as people mean it.
fn edge_of(span: Span, shape: Shape, edge: Edge) -> Option<Span> {
    if matches!(shape, Shape::Month(_)) {
        let n = match edge {
            Edge::Start => 1,
            Edge::Middle => 2,
            Edge::End => 3,
        };
        return third(span, n);
    }
    let days = span.days();
    if days <= 31 {
        let part = days / 3;
        return match edge {
            Edge::Start => Span::new(span.first, span.first.plus_days(part)),
            Edge::Middle => Span::new(span.first.plus_days(part), span.last.plus_days(-part)),
            Edge::End => Span::new(span.last.plus_days(-part), span.last),
        };
    }
    match edge {
        Edge::Start => Span::new(span.first, span.first.end_of_month()),
        Edge::End => Span::new(span.last.start_of_month(), span.last),
        Edge::Middle => {
            let centre = span.first.plus_days(days / 2);
            Span::new(centre.plus_days(-days / 6), centre.plus_days(days / 6))
        }
    }
}

/// A stretch whole, cut by the period, and what it is named by.
type Hit = (Span, Span, Span);

/// What a stretch without a year comes to within the plan.
pub(super) struct Hits {
    /// Inside the period.
    pub(super) windows: Vec<Span>,
    /// The same, not cut by the period.
    pub(super) whole: Vec<Span>,
}

impl Hits {
    /// Whether the period cuts something off.
    pub(super) fn is_cut(&self) -> bool {
        self.windows != self.whole
    }
}

/// All places of a yearly stretch within the plan. Stretches that begin inside go before
/// leftovers of ones that began earlier.
pub(super) fn hits(context: &Context<'_>, place: impl Fn(i32) -> Option<Span>) -> Hits {
    hits_of(context, |year| place(year).map(|whole| (whole, whole)))
}

/// The same for stretches that stick out of the stretch they are named by: the first week of
/// September begins in August. `place` gives the stretch and the one it is named by.
pub(super) fn hits_of(context: &Context<'_>, place: impl Fn(i32) -> Option<(Span, Span)>) -> Hits {
    let all: Vec<Hit> = context
        .years()
        .filter_map(&place)
        .filter(|(_, named)| named.intersection(context.period).is_some())
        .filter_map(|(whole, named)| Some((whole, whole.intersection(context.period)?, named)))
        .collect();
    let begins = |hit: &Hit| hit.2.first >= context.period.first;
    let beginning: Vec<Hit> = all.iter().copied().filter(begins).collect();
    let leftover = all.iter().copied().find(|pair| !begins(pair));
    let kept = match (beginning.as_slice(), leftover) {
        ([], _) => all,
        ([only], Some(leftover))
            if only.1.days() * 5 < only.0.days() && leftover.1.days() > only.1.days() =>
        {
            vec![leftover]
        }
        _ => beginning,
    };
    Hits {
        windows: kept.iter().map(|pair| pair.1).collect(),
        whole: kept.iter().map(|pair| pair.0).collect(),
    }
}
