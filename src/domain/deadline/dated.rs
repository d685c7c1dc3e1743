//! Dated items to windows: with their year, or in every year of the plan.

mod beside;
mod limit;

use chrono::Datelike;

pub(super) use beside::{Beside, beside, limited};
pub(super) use limit::into_next_year;

use super::Kind;
use super::lexicon::{Terms, Unit};
use super::phrase::{Edge, Item, Part, Shape, Years};
use super::reading::Reason;
use super::resolve::{Context, YearAt, hits, hits_of};
use crate::domain::date::Span;

/// Days beyond which a range of dates is a stretch of work and not an event.
const LONGEST_EVENT: i64 = 31;

/// Days beyond which a range whose beginning has no year may be a slip of the pen.
const LONGEST_WRAP: i64 = 310;

/// The windows of one item.
#[derive(Clone, Debug, Default)]
pub(super) struct Dated {
    pub(super) windows: Vec<Span>,
    pub(super) kind: Option<Kind>,
    pub(super) reasons: Vec<Reason>,
    pub(super) alternatives: Vec<Vec<Span>>,
    /// The year is in the wording.
    pub(super) explicit: bool,
}

impl Dated {
    fn new(kind: Kind, windows: Vec<Span>) -> Self {
        Self {
            windows,
            kind: Some(kind),
            ..Self::default()
        }
    }

    fn doubt(&mut self, reason: Reason, alternative: Vec<Span>) {
        self.reasons.push(reason);
        if !alternative.is_empty() && alternative != self.windows {
            self.alternatives.push(alternative);
        }
    }
}

/// The windows of an item. `yearly` when «ежегодно» says every year is meant.
pub(super) fn windows(item: &Item, context: &Context<'_>, yearly: bool) -> Dated {
    let context = &Context { yearly, ..*context };
    match *item {
        Item::Stretch { from, to, within } => stretch(from, to, within, context, yearly),
        Item::Until { part, limit } => limit::until(part, limit, context, yearly),
        Item::Since { part } => limit::since(part, context),
        Item::Within(unit) => within_unit(unit, context),
    }
}

fn stretch(
    from: Part,
    to: Option<Part>,
    within: bool,
    context: &Context<'_>,
    yearly: bool,
) -> Dated {
    let mut dated = dated_stretch(from, to, context);
    let long = |span: &Span| span.days() > LONGEST_EVENT;
    dated.kind = Some(match (from.shape, to.map(|to| to.shape)) {
        (
            Shape::Day { .. } | Shape::Weekday { .. },
            None | Some(Shape::Day { .. } | Shape::Weekday { .. }),
        ) => {
            if dated.windows.iter().any(long) {
                Kind::Windows
            } else {
                Kind::Event
            }
        }
        (Shape::Year, None) if from.edge.is_none() => {
            if within || !matches!(from.years, Years::One(_)) {
                Kind::Continuous
            } else {
                Kind::Windows
            }
        }
        (Shape::Year, Some(Shape::Year)) => Kind::Continuous,
        (Shape::SchoolYear | Shape::Period, None) if from.edge.is_none() => Kind::Continuous,
        _ if within && dated.windows.iter().any(|span| span.days() > 366) => Kind::Continuous,
        _ => Kind::Windows,
    });
    if from.edge.is_some() && !(to.is_some() && from.edge == Some(Edge::Start)) {
        dated.doubt(Reason::VaguePart, Vec::new());
    }
    // «зима 2023 г.» may begin or end in that year; «зима 2023/2024» is one.
    let wintry =
        from.shape == Shape::Season(4) || to.is_some_and(|to| to.shape == Shape::Season(4));
    let both_years = |years: Years| match years {
        Years::Each(first, last) => last == first + 1,
        Years::School(_) => true,
        _ => false,
    };
    if wintry && !both_years(to.map_or(from.years, |to| to.years)) {
        dated.doubt(Reason::VaguePart, Vec::new());
    }
    if let Shape::Week { .. } = from.shape {
        let cut = dated
            .windows
            .iter()
            .filter_map(|week| {
                let month = week.last.start_of_month();
                Span::new(week.first.max(month), week.last)
            })
            .collect();
        dated.doubt(Reason::WeekOfMonth, cut);
    }
    let unknown = match from.shape {
        Shape::Term(terms, _) => !context.knows_terms(terms),
        shape => shape == Shape::LongVacation,
    };
    if unknown {
        dated.doubt(Reason::SchoolCalendar, Vec::new());
    }
    if yearly {
        dated
            .reasons
            .retain(|reason| *reason != Reason::EveryPlanYear);
    }
    dated
}

fn dated_stretch(from: Part, to: Option<Part>, context: &Context<'_>) -> Dated {
    let end = to.unwrap_or(from);
    let explicit = |windows: Vec<Span>| Dated {
        explicit: true,
        ..Dated::new(Kind::Windows, windows)
    };
    if from.shape == Shape::Period && to.is_none() {
        return Dated::new(
            Kind::Continuous,
            context
                .place(from, YearAt::Calendar(0))
                .into_iter()
                .collect(),
        );
    }
    match (from.years, to.map_or(from.years, |to| to.years)) {
        (Years::None, Years::None) => undated(from, to, context),
        (begin, Years::None) if begin != Years::None => {
            let found = begins(begin)
                .into_iter()
                .filter_map(|at| ending(from, end, at, context));
            explicit(found.collect())
        }
        (Years::Each(first, last), _) if from.shape == Shape::Year && to.is_none() => {
            let span = || {
                let first = context.place(part_of(Shape::Year), YearAt::Calendar(first))?;
                let last = context.place(part_of(Shape::Year), YearAt::Calendar(last))?;
                let whole = Span::new(first.first, last.last)?;
                match from.edge {
                    None => Some(whole),
                    Some(Edge::Start) => Span::new(whole.first, whole.first.end_of_month()),
                    Some(_) => Span::new(whole.last.start_of_month(), whole.last),
                }
            };
            explicit(span().into_iter().collect())
        }
        (Years::None, Years::Each(first, last)) | (Years::Each(first, last), _) => {
            each_year(from, to, first, last, context)
        }
        (Years::None, years) => {
            let found = begins(years)
                .into_iter()
                .filter_map(|at| starting(from, end, at, context));
            let mut dated = explicit(found.collect());
            // «с 15 мая по 10 апреля 2024 года»: begun a year earlier, or a slip of the pen.
            let nearly_a_year = dated.windows.iter().any(|span| span.days() > LONGEST_WRAP);
            if matches!(from.shape, Shape::Day { .. }) && nearly_a_year {
                dated.doubt(Reason::YearFromNeighbour, Vec::new());
            }
            dated
        }
        (begin, years) => {
            let span = || {
                let first = context.place(from, *begins(begin).first()?)?;
                let last = context.place(end, *begins(years).last()?)?;
                Span::new(first.first, last.last)
            };
            explicit(span().into_iter().collect())
        }
    }
}

fn part_of(shape: Shape) -> Part {
    Part::new(shape)
}

fn begins(years: Years) -> Vec<YearAt> {
    match years {
        Years::None | Years::AfterPlan(_) => Vec::new(),
        Years::One(year) => vec![YearAt::Calendar(year)],
        Years::Each(first, last) => (first..=last.min(first + 200))
            .map(YearAt::Calendar)
            .collect(),
        Years::School(year) => vec![YearAt::School(year)],
    }
}

fn shifted(at: YearAt, by: i32) -> YearAt {
    match at {
        YearAt::Calendar(year) => YearAt::Calendar(year + by),
        YearAt::School(year) => YearAt::School(year + by),
    }
}

/// A range whose end has the year: «сентябрь – май 2024» begins a year earlier.
fn starting(from: Part, to: Part, at: YearAt, context: &Context<'_>) -> Option<Span> {
    let last = context.place(to, at)?.last;
    let first = context.place(from, at)?.first;
    if first <= last {
        return Span::new(first, last);
    }
    Span::new(context.place(from, shifted(at, -1))?.first, last)
}

/// A range whose beginning has the year.
fn ending(from: Part, to: Part, at: YearAt, context: &Context<'_>) -> Option<Span> {
    let first = context.place(from, at)?.first;
    let last = context.place(to, at)?.last;
    if first <= last {
        return Span::new(first, last);
    }
    Span::new(first, context.place(to, shifted(at, 1))?.last)
}

/// «сентябрь-май 2023-2024 гг.» is one stretch, «май-июнь 2023-2024 гг.» one a year.
fn each_year(from: Part, to: Option<Part>, first: i32, last: i32, context: &Context<'_>) -> Dated {
    let end = to.unwrap_or(from);
    let place = |part: Part, year: i32| context.place(part, YearAt::Calendar(year));
    // It begins in one year and ends in the next: «сентябрь-май», «осень-зима».
    let wraps = place(from, first)
        .zip(place(end, first))
        .is_some_and(|(from, to)| from.first > to.last || to.last.year() > from.first.year());
    let whole = place(from, first)
        .zip(place(end, last))
        .and_then(|(from, to)| Span::new(from.first, to.last));
    let one = ending(from, end, YearAt::Calendar(first), context);
    let mut dated = Dated {
        explicit: true,
        ..Dated::default()
    };
    if wraps && last == first + 1 {
        dated.windows.extend(one);
        return dated;
    }
    dated.windows = (first..=last.min(first + 200))
        .filter_map(|year| ending(from, end, YearAt::Calendar(year), context))
        .collect();
    if to.is_some() {
        dated.doubt(Reason::YearFromNeighbour, whole.into_iter().collect());
    }
    dated
}

/// No year in the wording: every year of the plan.
fn undated(from: Part, to: Option<Part>, context: &Context<'_>) -> Dated {
    let end = to.unwrap_or(from);
    if from.shape == Shape::Year && to.is_none() {
        return plan_year(from.edge, context);
    }
    let school = context.is_school_plan() && matches!(from.shape, Shape::Half(_) | Shape::Term(..));
    let at = |year: i32| {
        if school || from.shape == Shape::SchoolYear {
            YearAt::School(year)
        } else {
            YearAt::Calendar(year)
        }
    };
    let found = hits_of(context, |year| {
        let whole = ending(from, end, at(year), context)?;
        let named = match from.shape {
            Shape::Week { month, .. } => context.place(Part::new(Shape::Month(month)), at(year))?,
            _ => whole,
        };
        Some((whole, named))
    });
    let mut dated = Dated::new(Kind::Windows, found.windows.clone());
    if found.is_cut() {
        dated.doubt(Reason::CutByPeriod, found.whole.clone());
    }
    if found.windows.len() > 1 {
        dated.doubt(
            Reason::EveryPlanYear,
            found.windows.iter().take(1).copied().collect(),
        );
    }
    if school && matches!(from.shape, Shape::Half(_)) {
        let calendar = hits(context, |year| {
            ending(from, end, YearAt::Calendar(year), context)
        });
        dated.doubt(Reason::SchoolOrCalendar, calendar.windows);
    }
    dated
}

/// «год» of the plan itself: the whole of a plan of one year, else every year.
fn plan_year(edge: Option<Edge>, context: &Context<'_>) -> Dated {
    let period = context.period;
    if context.is_one_year() {
        let span = match edge {
            None | Some(Edge::Middle) => Some(period),
            Some(Edge::Start) => {
                Span::new(period.first, period.first.end_of_month().min(period.last))
            }
            Some(Edge::End) => {
                Span::new(period.last.start_of_month().max(period.first), period.last)
            }
        };
        let mut dated = Dated::new(Kind::Continuous, span.into_iter().collect());
        if context.is_school_plan() && edge.is_some() {
            dated.doubt(Reason::SchoolOrCalendar, Vec::new());
        }
        return dated;
    }
    let each = years_of(context, edge);
    if edge.is_none() {
        let mut dated = Dated::new(Kind::Continuous, vec![period]);
        dated.doubt(Reason::WhichUnit, each);
        return dated;
    }
    let mut dated = Dated::new(Kind::Windows, each);
    dated.doubt(Reason::WhichUnit, Vec::new());
    dated
}

fn years_of(context: &Context<'_>, edge: Option<Edge>) -> Vec<Span> {
    let part = Part {
        edge,
        ..part_of(Shape::Year)
    };
    hits(context, |year| context.place(part, YearAt::Calendar(year))).windows
}

/// «в течение месяца»: the plan's own, when the plan is one; else left to the caller.
fn within_unit(unit: Unit, context: &Context<'_>) -> Dated {
    if unit == Unit::Year {
        return plan_year(None, context);
    }
    let longest = match unit {
        Unit::Hour | Unit::Day => 1,
        Unit::Week => 7,
        Unit::Decade => 11,
        Unit::Month => 31,
        Unit::Quarter | Unit::Term(Terms::Quarters) => 92,
        Unit::Term(Terms::Trimesters) => 122,
        Unit::Half | Unit::Term(Terms::Semesters) => 184,
        Unit::Year | Unit::SchoolYear => 366,
    };
    if context.period.days() <= longest {
        return Dated::new(Kind::Continuous, vec![context.period]);
    }
    Dated::default()
}
