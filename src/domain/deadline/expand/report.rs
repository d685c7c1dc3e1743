//! Reports: from the beginning of a unit to a day after it; and days of the year.

use chrono::Datelike;

use super::ordinal::nth_day;
use super::{blocks, plus_months, row, units};
use crate::domain::date::{Date, Span};
use crate::domain::deadline::lexicon::Unit;
use crate::domain::deadline::phrase::{Part, Shape};
use crate::domain::deadline::resolve::{self, Context, YearAt};

/// The month a report is due in.
#[derive(Clone, Copy)]
pub(in crate::domain::deadline) enum Months {
    /// The n-th month after the unit, from 1.
    After(u32),
    /// A month of the year after the one the unit ends in.
    OfNextYear { month: u32 },
    /// A month of the year the unit ends in, or of the next where it is over before the unit is.
    Nearest { month: u32 },
}

/// A report is due at most so many days before its unit ends.
const AHEAD_OF_END: i64 = 31;

fn due_day(unit: Span, months: Months, day: u32) -> Option<Date> {
    let year = unit.last.year();
    match months {
        Months::After(n) => {
            let month = plus_months(unit.last.plus_days(1), n.saturating_sub(1));
            resolve::day_or_last(month.year(), month.month(), day)
        }
        Months::OfNextYear { month } => resolve::day_or_last(year + 1, month, day),
        Months::Nearest { month } => {
            let own = resolve::day_or_last(year, month, day)?;
            if own.plus_days(AHEAD_OF_END) > unit.last {
                Some(own)
            } else {
                resolve::day_or_last(year + 1, month, day)
            }
        }
    }
}

/// From the beginning of each unit inside the span to the day its report is due, as far as that
/// day lies inside too.
pub(in crate::domain::deadline) fn reports(
    context: &Context<'_>,
    span: Span,
    unit: Unit,
    months: Months,
    day: u32,
) -> Vec<Span> {
    reports_on(&whole_units(context, span, unit), span, months, day)
}

pub(super) fn whole_units(context: &Context<'_>, span: Span, unit: Unit) -> Vec<Span> {
    match unit {
        Unit::Year => row(span, |day| resolve::months(day.year(), 1, 12)),
        other => units(context, other, span),
    }
}

/// The same for given units.
pub(in crate::domain::deadline) fn reports_on(
    units: &[Span],
    span: Span,
    months: Months,
    day: u32,
) -> Vec<Span> {
    due_inside(units, span, |unit| {
        Span::new(unit.first, due_day(unit, months, day)?)
    })
}

/// The windows of units inside the span that are due inside it; where none is, the last one: a
/// plan of one year reports in the next.
pub(super) fn due_inside(
    units: &[Span],
    span: Span,
    window: impl Fn(Span) -> Option<Span>,
) -> Vec<Span> {
    let all: Vec<Span> = units
        .iter()
        .filter(|unit| unit.first >= span.first && unit.last <= span.last)
        .filter_map(|unit| window(*unit))
        .collect();
    let inside: Vec<Span> = all
        .iter()
        .copied()
        .filter(|window| span.contains(window.last))
        .collect();
    if inside.is_empty() {
        all.last().copied().into_iter().collect()
    } else {
        inside
    }
}

/// From the beginning of each unit (or from the n-th) to the m-th working day of a month after it.
pub(in crate::domain::deadline) fn working_reports(
    context: &Context<'_>,
    span: Span,
    unit: Unit,
    month: u32,
    (from, to): (i32, i32),
    until: bool,
) -> Vec<Span> {
    due_inside(&whole_units(context, span, unit), span, |unit| {
        let first = plus_months(unit.last.plus_days(1), month.saturating_sub(1));
        let month = Span::new(first.start_of_month(), first.end_of_month())?;
        let day = |n: i32| nth_day(context, month, n, true).filter(|day| month.contains(*day));
        let begin = if until { unit.first } else { day(from)? };
        Span::new(begin, day(to)?)
    })
}

/// A stretch of each year that lies wholly inside the span.
pub(in crate::domain::deadline) fn each_year(
    context: &Context<'_>,
    span: Span,
    shape: Shape,
) -> Vec<Span> {
    (span.first.year()..=span.last.year())
        .filter_map(|year| context.place(Part::new(shape), YearAt::Calendar(year)))
        .collect()
}

/// From the first of each month to a day of it.
pub(in crate::domain::deadline) fn until_month_day(span: Span, day: u32) -> Vec<Span> {
    row(span, |day| {
        Span::new(day.start_of_month(), day.end_of_month())
    })
    .into_iter()
    .filter_map(|month| {
        let due = resolve::day_or_last(month.first.year(), month.first.month(), day)?;
        Span::new(month.first.max(span.first), due).filter(|window| span.contains(window.last))
    })
    .collect()
}

/// From 1 January (or the span's first day) to a day of the year, each year; with `years` once in
/// so many, in the last of them.
pub(in crate::domain::deadline) fn until_year_day(
    span: Span,
    month: u32,
    day: u32,
    years: u32,
) -> Vec<Span> {
    if years > 1 {
        return blocks(Unit::Year, years, span)
            .into_iter()
            .filter_map(|block| {
                let due = resolve::day_or_last(block.last.year(), month, day)?;
                Span::new(block.first, due).filter(|window| span.contains(window.last))
            })
            .collect();
    }
    (span.first.year()..=span.last.year())
        .filter_map(|year| {
            let due = resolve::day_or_last(year, month, day)?;
            let first = Date::new(year, 1, 1).ok()?.max(span.first);
            Span::new(first, due).filter(|window| span.contains(window.last))
        })
        .collect()
}
