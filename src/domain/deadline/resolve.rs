//! Puts a named stretch on the calendar of a given year, or of every year of the plan.

use chrono::Datelike;

use super::conventions::{Conventions, MonthDay};
use super::lexicon::Terms;
use super::phrase::{Edge, Part, Shape};
use super::reading::weekday;
use crate::domain::calendar::Calendar;
use crate::domain::date::{Date, Span};

/// What a reading is made against.
#[derive(Clone, Copy)]
pub(super) struct Context<'c> {
    pub(super) period: Span,
    pub(super) conventions: &'c Conventions,
    pub(super) calendar: &'c Calendar,
    /// Every year is meant: one without 29 February has the 28th.
    pub(super) yearly: bool,
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

    /// How many terms of the school's own are set.
    fn set_terms(&self) -> u32 {
        u32::try_from(self.conventions.school_terms.len()).unwrap_or(u32::MAX)
    }

    /// Whether the school's own terms are set, and are those that are spoken of: «четверть» is any
    /// of them, «триместр» one of three, «семестр» one of two.
    pub(super) fn knows_terms(&self, terms: Terms) -> bool {
        match terms {
            Terms::Quarters => self.set_terms() > 0,
            Terms::Trimesters | Terms::Semesters => self.set_terms() == terms.count(),
        }
    }

    /// The numbers of the terms of a school year.
    pub(super) fn term_numbers(&self, terms: Terms) -> std::ops::RangeInclusive<u32> {
        1..=if self.knows_terms(terms) {
            self.set_terms()
        } else {
            terms.count()
        }
    }

    /// A term of the school year that begins in `year`, where the terms are set.
    pub(super) fn set_term(&self, year: i32, n: u32) -> Option<Span> {
        let place = usize::try_from(n.checked_sub(1)?).ok()?;
        let term = self.conventions.school_terms.get(place)?;
        let day = |day: MonthDay| {
            day_or_last(
                if day.month >= 8 { year } else { year + 1 },
                day.month,
                day.day,
            )
        };
        Span::new(day(term.first)?, day(term.last)?)
    }

    /// The holidays of a season in the school year that begins in `year`: between two terms, and
    /// in summer after the last.
    pub(super) fn holidays(&self, year: i32, season: u32) -> Option<Span> {
        let terms: Vec<Span> = (1..=self.set_terms())
            .filter_map(|n| self.set_term(year, n))
            .collect();
        let last = terms.last()?.last;
        let gaps = terms.windows(2).filter_map(|pair| match pair {
            [one, other] => Span::new(one.last.plus_days(1), other.first.plus_days(-1)),
            _ => None,
        });
        let summer = Span::new(last.plus_days(1), Date::new(year + 1, 8, 31).ok()?);
        gaps.chain(summer).find(|gap| season_of(*gap) == season)
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
            Shape::Day { month: 2, day: 29 } if self.yearly => {
                Some(Span::day(day_or_last(year, 2, 29)?))
            }
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
            Shape::FirstMonths(n) => months(year, 1, n),
            Shape::Term(terms, n) if self.knows_terms(terms) => match at {
                YearAt::School(begins) => self.set_term(begins, n),
                YearAt::Calendar(year) => [year - 1, year]
                    .into_iter()
                    .filter_map(|begins| self.set_term(begins, n))
                    .find(|term| term.first.year() == year),
            },
            Shape::Term(terms, n) => {
                let (month, count) = usual_term(terms, n);
                months(year, month, count)
            }
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

/// The first month of a term where the school's own are not set, and how many months it has.
fn usual_term(terms: Terms, n: u32) -> (u32, u32) {
    match (terms, n) {
        (Terms::Quarters, 1) => (9, 2),
        (Terms::Quarters, 2) => (11, 2),
        (Terms::Quarters, 3) => (1, 3),
        (Terms::Quarters, _) => (4, 2),
        (Terms::Trimesters, 1) => (9, 3),
        (Terms::Trimesters, 2) => (12, 3),
        (Terms::Trimesters, _) => (3, 3),
        (Terms::Semesters, 1) => (9, 5),
        (Terms::Semesters, _) => (2, 5),
    }
}

/// The season most of a stretch lies in: 1 spring … 4 winter.
fn season_of(span: Span) -> u32 {
    let middle = span.first.plus_days(span.days() / 2);
    match middle.month() {
        3..=5 => 1,
        6..=8 => 2,
        9..=11 => 3,
        _ => 4,
    }
}

fn first_month(shape: Shape) -> u32 {
    shape.month().unwrap_or(match shape {
        Shape::Quarter(n) => 3 * n - 2,
        Shape::Season(n) => 3 * n,
        Shape::Term(terms, n) => usual_term(terms, n).0,
        Shape::LongVacation => 6,
        _ => 1,
    })
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
