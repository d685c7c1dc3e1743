//! Beats that name their days, each by its kind; whether their number agrees with the frequency.

use super::{Repeated, ordinal, report};
use crate::domain::date::Span;
use crate::domain::deadline::Kind;
use crate::domain::deadline::expand;
use crate::domain::deadline::lexicon::Unit;
use crate::domain::deadline::phrase::{Beat, Edge};
use crate::domain::deadline::reading::{Note, Reason};
use crate::domain::deadline::resolve::Context;

pub(super) fn expand_special(
    beat: &Beat,
    every: &[&Beat],
    span: Span,
    context: &Context<'_>,
    result: &mut Repeated,
) -> Vec<Span> {
    let unit = every.iter().find_map(|beat| match beat {
        Beat::Every { unit, .. } => Some(*unit),
        _ => None,
    });
    let step_of = |wanted: Unit| {
        every.iter().find_map(|beat| match beat {
            Beat::Every { unit, step, .. } if *unit == wanted => Some(*step),
            _ => None,
        })
    };
    match beat {
        Beat::Every { .. } => Vec::new(),
        Beat::Weekdays { days, sure } => {
            weekdays(*days, *sure, unit, step_of(Unit::Week), span, result)
        }
        Beat::NthWeekday {
            ns,
            days,
            of,
            every,
        } => ordinal::nth_weekday((ns, *days), *of, *every, unit, span, context, result),
        Beat::NthUnit { unit: part, ns, of } => {
            ordinal::nth_unit(*part, ns, *of, unit, span, context, result)
        }
        Beat::NthDay {
            report: Some(report),
            ns,
            until,
            ..
        } => {
            result.notes.push(Note::WorkingDay);
            report::working_day(*ns, *until, *report, unit, span, context, result)
        }
        Beat::NthDay {
            ns,
            of,
            working,
            until,
            report: None,
        } => {
            result.notes.extend(working.then_some(Note::WorkingDay));
            let of = ordinal::counted_in(*of, unit, context, result);
            expand::nth_days(context, of, span, *ns, *working, *until)
        }
        Beat::MonthDays { spans, of } => {
            ordinal::month_days(spans, *of, unit, span, context, result)
        }
        Beat::UntilMonthDay { days, report, of } => days
            .iter()
            .flat_map(|day| match (report, of) {
                (None, Some(of)) => ordinal::until_day(*day, *of, unit, span, context, result),
                _ => report::month_day(*day, *report, unit, span, context, result),
            })
            .collect(),
        Beat::YearDay {
            month,
            day,
            offset,
            until,
        } => report::year_day(
            (*month, *day),
            *offset,
            *until,
            step_of(Unit::Year).unwrap_or(1),
            span,
            context,
            result,
        ),
        Beat::ReportDay {
            on,
            month,
            day,
            next_year,
        } => report::report_day(*on, (*month, *day), *next_year, span, context, result),
        Beat::UnitTerm { term, of } => report::unit_term(*term, *of, unit, span, context, result),
        Beat::UntilWeekday { weekday } => {
            if unit != Some(Unit::Week) {
                result.reasons.push(Reason::ImpliedRepeat);
            }
            expand::until_weekday(span, *weekday)
        }
        Beat::EdgeOf {
            edge,
            unit: of,
            until,
            every,
        } => {
            if !every && unit.is_none() && context.period.days() > 31 {
                result.reasons.push(Reason::WhichUnit);
            }
            edge_of(*edge, *of, *until, span, context, result)
        }
    }
}

/// «до конца квартала», «в конце четверти».
fn edge_of(
    edge: Edge,
    of: Unit,
    until: bool,
    span: Span,
    context: &Context<'_>,
    result: &mut Repeated,
) -> Vec<Span> {
    result.reasons.extend(ordinal::unknown_terms(of, context));
    if until && edge == Edge::End {
        return expand::units(context, of, span)
            .iter()
            .filter_map(|unit| unit.intersection(span))
            .collect();
    }
    result.reasons.push(Reason::VaguePart);
    expand::edges(context, span, of, edge)
}

/// «по четвергам», «раз в две недели по четвергам».
fn weekdays(
    days: u8,
    sure: bool,
    unit: Option<Unit>,
    step: Option<u32>,
    span: Span,
    result: &mut Repeated,
) -> Vec<Span> {
    let all = expand::weekdays(span, days);
    match unit {
        Some(Unit::Week | Unit::Day) => {}
        None if sure => {}
        None => result.reasons.push(Reason::ImpliedRepeat),
        Some(_) => result.reasons.push(Reason::WhichUnit),
    }
    let Some(step) = step.filter(|step| *step > 1) else {
        return all;
    };
    result.reasons.push(Reason::CycleStart);
    let width = usize::try_from(days.count_ones()).unwrap_or(1).max(1);
    let each = usize::try_from(step).unwrap_or(1).saturating_mul(width);
    all.chunks(each)
        .flat_map(|chunk| chunk.iter().take(width).copied())
        .collect()
}

/// How many days or parts of a unit are named.
fn named(beat: &Beat) -> Option<usize> {
    Some(match beat {
        Beat::Weekdays { days, .. } => usize::try_from(days.count_ones()).ok()?,
        Beat::NthWeekday { ns, days, .. } => ns.len() * usize::try_from(days.count_ones()).ok()?,
        Beat::NthUnit { ns, .. } => ns.len(),
        Beat::MonthDays { spans, .. } => spans.len(),
        Beat::UntilMonthDay { days, .. } => days.len(),
        Beat::YearDay { .. } | Beat::ReportDay { .. } => 1,
        _ => return None,
    })
}

/// Whether «2 раза в месяц» and the days named beside it agree in number.
pub(super) fn agrees(every: &[&Beat], special: &[&Beat]) -> bool {
    let [
        Beat::Every {
            unit,
            step: 1,
            times,
            at_least,
            counted: true,
        },
    ] = every
    else {
        return true;
    };
    let fits = |beat: &Beat| match beat {
        Beat::Weekdays { .. } => *unit == Unit::Week,
        Beat::NthWeekday { of, .. } | Beat::NthUnit { of, .. } => {
            of.map_or(*unit == Unit::Month, |of| of.unit == *unit)
        }
        Beat::MonthDays { of, .. } | Beat::UntilMonthDay { of, .. } => {
            of.map_or(*unit == Unit::Month, |of| of.unit == *unit)
        }
        Beat::YearDay { .. } | Beat::ReportDay { .. } => {
            matches!(unit, Unit::Year | Unit::Half)
        }
        _ => false,
    };
    if !special.iter().all(|beat| fits(beat)) {
        return true;
    }
    let units = if *unit == Unit::Half && special.len() > 1 {
        2
    } else {
        1
    };
    let times = usize::try_from(*times)
        .unwrap_or(usize::MAX)
        .saturating_mul(units);
    let Some(named) = special
        .iter()
        .map(|beat| named(beat))
        .sum::<Option<usize>>()
    else {
        return true;
    };
    named == times || (*at_least && named > times)
}

/// «II-III нед.» in the plan of one month repeats nothing.
pub(super) fn in_one_month(
    every: &[&Beat],
    special: &[&Beat],
    context: &Context<'_>,
    result: &mut Repeated,
) {
    let period = context.period;
    let implied = special.iter().all(|beat| {
        matches!(
            beat,
            Beat::NthUnit { of: None, .. }
                | Beat::NthWeekday { of: None, .. }
                | Beat::MonthDays { of: None, .. }
        )
    });
    if !every.is_empty()
        || !implied
        || period.first.start_of_month() != period.last.start_of_month()
    {
        return;
    }
    let stretches = special
        .iter()
        .any(|beat| matches!(beat, Beat::NthUnit { .. }));
    result.single = Some(if stretches {
        Kind::Windows
    } else {
        Kind::Event
    });
    result
        .reasons
        .retain(|reason| *reason != Reason::ImpliedRepeat);
    result.reasons.push(Reason::MonthOfPlan);
}
