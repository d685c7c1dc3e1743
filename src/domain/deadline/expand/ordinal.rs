//! The n-th weekdays, weeks, days of a unit, and days of a month of it.

use chrono::Datelike;

use super::{plus_months, units};
use crate::domain::date::{Date, Span};
use crate::domain::deadline::lexicon::Unit;
use crate::domain::deadline::phrase::Of;
use crate::domain::deadline::resolve::{self, Context};

/// The stretches an ordinal counts in.
fn counted_in(context: &Context<'_>, of: Of, span: Span) -> Vec<Span> {
    units(context, of.unit, span)
        .into_iter()
        .filter_map(|unit| match of.month {
            None => Some(unit),
            Some(n) => month_of(unit, n),
        })
        .collect()
}

/// The n-th month of a unit; −1 the last.
fn month_of(unit: Span, n: i32) -> Option<Span> {
    let day = if n < 0 {
        unit.last
    } else {
        let months = u32::try_from(n.checked_sub(1)?).ok()?;
        plus_months(unit.first.start_of_month(), months)
    };
    let month = Span::new(day.start_of_month(), day.end_of_month())?;
    month.intersection(unit).map(|_inside| month)
}

/// The n-th weekdays of each unit.
pub(in crate::domain::deadline) fn nth_weekdays(
    context: &Context<'_>,
    of: Of,
    span: Span,
    ns: &[i32],
    days: u8,
) -> Vec<Span> {
    let mut windows = Vec::new();
    for unit in counted_in(context, of, span) {
        for n in ns {
            for day in (0..7_u8).filter(|day| days >> day & 1 == 1) {
                let date = resolve::nth_weekday(unit, *n, day);
                windows.extend(date.filter(|date| span.contains(*date)).map(Span::day));
            }
        }
    }
    windows
}

/// The n-th to m-th weeks, tens of days, months … of each unit.
pub(in crate::domain::deadline) fn nth_units(
    context: &Context<'_>,
    of: Of,
    span: Span,
    part: Unit,
    ns: &[(i32, i32)],
) -> Vec<Span> {
    let mut windows = Vec::new();
    for unit in counted_in(context, of, span) {
        for (first, last) in ns {
            let window = nth_part(unit, part, *first)
                .zip(nth_part(unit, part, *last))
                .and_then(|(from, to)| Span::new(from.first, to.last));
            windows.extend(window.and_then(|window| window.intersection(span)));
        }
    }
    windows
}

fn nth_part(unit: Span, part: Unit, n: i32) -> Option<Span> {
    let positive = u32::try_from(n).ok();
    match part {
        Unit::Week => resolve::week(unit, n),
        Unit::Decade => {
            let (month, third) = match positive.and_then(|n| n.checked_sub(1)) {
                Some(n) => (i32::try_from(n / 3).ok()? + 1, n % 3 + 1),
                None => (-1, 3),
            };
            resolve::third(month_of(unit, month)?, third)
        }
        Unit::Month => month_of(unit, n),
        Unit::Half if unit.days() <= 31 => resolve::half(unit, positive.unwrap_or(2)),
        Unit::Quarter | Unit::Half => {
            let months: u32 = if part == Unit::Quarter { 3 } else { 6 };
            let first = match positive {
                Some(n) => plus_months(unit.first, months.saturating_mul(n.checked_sub(1)?)),
                None => {
                    resolve::months(
                        unit.last.year(),
                        (unit.last.month0() / months) * months + 1,
                        1,
                    )?
                    .first
                }
            };
            let last = plus_months(first, months).plus_days(-1);
            Span::new(first, last)?.intersection(unit)
        }
        _ => None,
    }
}

/// The n-th to m-th (working) day of each unit; −1 the last. With `until`, from the unit's
/// beginning.
pub(in crate::domain::deadline) fn nth_days(
    context: &Context<'_>,
    of: Of,
    span: Span,
    (from, to): (i32, i32),
    working: bool,
    until: bool,
) -> Vec<Span> {
    units(context, of.unit, span)
        .into_iter()
        .filter_map(|whole| {
            let unit = match of.month {
                None => whole,
                Some(n) => month_of(whole, n)?,
            };
            let last = nth_day(context, unit, to, working)?;
            let first = if until {
                whole.first.max(span.first)
            } else {
                nth_day(context, unit, from, working)?
            };
            (unit.contains(last) && span.contains(last))
                .then(|| Span::new(first, last))
                .flatten()
        })
        .collect()
}

pub(super) fn nth_day(context: &Context<'_>, unit: Span, n: i32, working: bool) -> Option<Date> {
    let count = u32::try_from(n).unwrap_or(0);
    Some(match (working, n < 0) {
        (true, true) => context.calendar.last_working_day(unit)?,
        (true, false) => context
            .calendar
            .after_working_days(unit.first.plus_days(-1), count),
        (false, true) => unit.last,
        (false, false) => unit.first.plus_days(i64::from(count) - 1),
    })
}

/// The month days are counted in: of a larger unit without one named, its first.
fn months(context: &Context<'_>, of: Of, span: Span) -> Vec<Span> {
    let named = of.month.is_some() || of.unit == Unit::Month;
    let month = if named { of.month } else { Some(1) };
    counted_in(context, Of { month, ..of }, span)
}

/// Given days of each month; a month too short has its last day instead (ГК РФ ст. 192 п. 3).
pub(in crate::domain::deadline) fn month_days(
    context: &Context<'_>,
    of: Of,
    span: Span,
    days: &[(u32, u32)],
) -> Vec<Span> {
    let mut windows = Vec::new();
    for month in months(context, of, span) {
        for (first, last) in days {
            let day = |day: u32| month.first.plus_days(i64::from(day) - 1).min(month.last);
            let window = Span::new(day(*first), day(*last));
            windows.extend(window.and_then(|window| window.intersection(span)));
        }
    }
    windows
}

/// From the beginning of each unit to a day of a month of it.
pub(in crate::domain::deadline) fn until_day(
    context: &Context<'_>,
    of: Of,
    span: Span,
    day: u32,
) -> Vec<Span> {
    units(context, of.unit, span)
        .into_iter()
        .filter_map(|unit| {
            let month = match (of.unit, of.month) {
                (Unit::Month, _) => unit,
                (_, month) => month_of(unit, month.unwrap_or(1))?,
            };
            let due = resolve::day_or_last(month.first.year(), month.first.month(), day)?;
            Span::new(unit.first.max(span.first), due).filter(|window| span.contains(window.last))
        })
        .collect()
}
