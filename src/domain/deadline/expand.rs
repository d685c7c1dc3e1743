//! Windows of recurrences: units, blocks of them, parts, weekdays.

mod ordinal;
mod report;
mod term;

use chrono::Datelike;

use super::lexicon::Unit;
use super::phrase::{Edge, Part, Shape};
use super::reading::weekday;
use super::resolve::{self, Context, YearAt};
use crate::domain::date::{Date, Span};

pub(super) use ordinal::{month_days, nth_days, nth_units, nth_weekdays, until_day};
pub(super) use report::{
    Months, each_year, reports, reports_on, until_month_day, until_year_day, working_reports,
};
pub(super) use term::unit_terms;

/// The whole units that touch a span, not cut.
pub(super) fn units(context: &Context<'_>, unit: Unit, span: Span) -> Vec<Span> {
    match unit {
        Unit::Hour | Unit::Day => row(span, |day| Some(Span::day(day))),
        Unit::Week => row(span, |day| {
            let monday = day.start_of_week();
            Span::new(monday, monday.plus_days(6))
        }),
        Unit::Decade => row(span, |day| {
            let month = Span::new(day.start_of_month(), day.end_of_month())?;
            resolve::third(month, (day.day().saturating_sub(1) / 10 + 1).min(3))
        }),
        Unit::Month => row(span, |day| {
            Span::new(day.start_of_month(), day.end_of_month())
        }),
        Unit::Quarter => row(span, |day| {
            resolve::months(day.year(), (day.month() - 1) / 3 * 3 + 1, 3)
        }),
        Unit::Half if context.is_school_plan() => school_parts(context, span, 1..=2, Shape::Half),
        Unit::Half => row(span, |day| {
            resolve::months(day.year(), (day.month() - 1) / 6 * 6 + 1, 6)
        }),
        Unit::Term(terms) => school_parts(context, span, context.term_numbers(terms), |n| {
            Shape::Term(terms, n)
        }),
        Unit::Year if context.is_one_year() => vec![span],
        Unit::Year if is_school_span(span) => school_years(context, span),
        Unit::Year => row(span, |day| resolve::months(day.year(), 1, 12)),
        Unit::SchoolYear => school_years(context, span),
    }
}

fn is_school_span(span: Span) -> bool {
    (span.first.month(), span.first.day()) == (9, 1) && matches!(span.last.month(), 5..=8)
}

fn school_years(context: &Context<'_>, span: Span) -> Vec<Span> {
    (span.first.year() - 1..=span.last.year())
        .filter_map(|year| context.school_year(year))
        .filter(|year| year.intersection(span).is_some())
        .collect()
}

fn school_parts(
    context: &Context<'_>,
    span: Span,
    parts: std::ops::RangeInclusive<u32>,
    shape: impl Fn(u32) -> Shape,
) -> Vec<Span> {
    (span.first.year() - 1..=span.last.year())
        .flat_map(|year| parts.clone().map(move |n| (year, n)))
        .filter_map(|(year, n)| context.place(Part::new(shape(n)), YearAt::School(year)))
        .filter(|part| part.intersection(span).is_some())
        .collect()
}

/// Neighbouring stretches from the one that holds the first day on.
fn row(span: Span, holding: impl Fn(Date) -> Option<Span>) -> Vec<Span> {
    let mut windows = Vec::new();
    let mut day = span.first;
    while day <= span.last {
        let Some(window) = holding(day) else { break };
        windows.push(window);
        if window.last >= Date::MAX || window.last < day {
            break;
        }
        day = window.last.plus_days(1);
    }
    windows
}

/// Blocks of several units from the first day of the span.
pub(super) fn blocks(unit: Unit, step: u32, span: Span) -> Vec<Span> {
    let mut windows = Vec::new();
    let mut first = span.first;
    // Counted from the beginning each time: a month too short for the 31st shifts no later one.
    for n in 1_u32.. {
        let next = advance(span.first, unit, step.saturating_mul(n));
        if first > span.last || next <= first {
            break;
        }
        windows.extend(Span::new(first, next.plus_days(-1).min(span.last)));
        first = next;
    }
    windows
}

fn advance(day: Date, unit: Unit, step: u32) -> Date {
    let months = match unit {
        Unit::Hour | Unit::Day => return day.plus_days(i64::from(step)),
        Unit::Week => return day.plus_days(7 * i64::from(step)),
        Unit::Decade => return day.plus_days(10 * i64::from(step)),
        Unit::Month => step,
        Unit::Quarter => step.saturating_mul(3),
        Unit::Term(terms) => step.saturating_mul(12 / terms.count()),
        Unit::Half => step.saturating_mul(6),
        Unit::Year | Unit::SchoolYear => step.saturating_mul(12),
    };
    plus_months(day, months)
}

/// The same day so many months later, or that month's last day.
pub(super) fn plus_months(day: Date, months: u32) -> Date {
    months_on(day, i64::from(months))
}

/// The same day so many months later or, below zero, earlier; or that month's last day.
fn months_on(day: Date, months: i64) -> Date {
    let total = i64::from(day.year()) * 12 + i64::from(day.month()) - 1 + months;
    let year = i32::try_from(total / 12).unwrap_or(i32::MAX);
    let month = u32::try_from(total % 12).unwrap_or(0) + 1;
    resolve::day_or_last(year, month, day.day()).unwrap_or(Date::MAX)
}

/// A unit in equal parts.
pub(super) fn split(unit: Span, parts: u32) -> Vec<Span> {
    let months = i64::from(unit.last.year() - unit.first.year()) * 12
        + i64::from(unit.last.month())
        - i64::from(unit.first.month())
        + 1;
    let parts_wide = i64::from(parts);
    let whole_months = unit.first.day() == 1 && unit.last == unit.last.end_of_month();
    if whole_months && months % parts_wide == 0 {
        let step = u32::try_from(months / parts_wide).unwrap_or(1);
        return blocks(Unit::Month, step, unit);
    }
    if whole_months && months == 1 && parts == 3 {
        return (1..=3).filter_map(|n| resolve::third(unit, n)).collect();
    }
    if whole_months && months == 1 && parts == 2 {
        return (1..=2).filter_map(|n| resolve::half(unit, n)).collect();
    }
    let days = unit.days();
    (0..parts_wide)
        .filter_map(|n| {
            Span::new(
                unit.first.plus_days(days * n / parts_wide),
                unit.first.plus_days(days * (n + 1) / parts_wide - 1),
            )
        })
        .collect()
}

/// Days of a span that fall on given weekdays (bits from Monday).
pub(super) fn weekdays(span: Span, days: u8) -> Vec<Span> {
    (0..span.days())
        .map(|n| span.first.plus_days(n))
        .filter(|day| days >> day.weekday().num_days_from_monday() & 1 == 1)
        .map(Span::day)
        .collect()
}

/// Monday to a weekday of each week.
pub(super) fn until_weekday(span: Span, day: u8) -> Vec<Span> {
    row(span, |date| {
        let monday = date.start_of_week();
        Span::new(monday, monday.plus_days(6))
    })
    .into_iter()
    .filter_map(|week| {
        let last = week.first.on_or_after(weekday(day));
        Span::new(week.first, last)?.intersection(span)
    })
    .filter(|window| window.last.weekday() == weekday(day))
    .collect()
}

/// The beginning, middle or end of each unit.
pub(super) fn edges(context: &Context<'_>, span: Span, unit: Unit, edge: Edge) -> Vec<Span> {
    units(context, unit, span)
        .into_iter()
        .filter_map(|unit| {
            let n = match edge {
                Edge::Start => 1,
                Edge::Middle => 2,
                Edge::End => 3,
            };
            let days = unit.days();
            let part = if (28..=31).contains(&days) {
                resolve::third(unit, n)
            } else if days < 28 {
                match edge {
                    Edge::Start => Span::new(unit.first, unit.first.plus_days(days / 3)),
                    Edge::Middle => Span::new(
                        unit.first.plus_days(days / 3),
                        unit.last.plus_days(-days / 3),
                    ),
                    Edge::End => Span::new(unit.last.plus_days(-days / 3), unit.last),
                }
            } else {
                match edge {
                    Edge::Start => Span::new(unit.first, unit.first.end_of_month()),
                    Edge::Middle => Some(unit),
                    Edge::End => Span::new(unit.last.start_of_month(), unit.last),
                }
            };
            part?.intersection(span)
        })
        .collect()
}
