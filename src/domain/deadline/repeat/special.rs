//! Beats that name their days: weekdays, days of the month, reports.

use chrono::Datelike;

use super::Repeated;
use crate::domain::date::Span;
use crate::domain::deadline::expand;
use crate::domain::deadline::lexicon::Unit;
use crate::domain::deadline::phrase::{Beat, Edge, Report, Reported};
use crate::domain::deadline::reading::{Note, Reason};
use crate::domain::deadline::resolve::{self, Context};

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
    let step = every.iter().find_map(|beat| match beat {
        Beat::Every {
            unit: Unit::Week,
            step,
            ..
        } => Some(*step),
        _ => None,
    });
    match beat {
        Beat::Every { .. } => Vec::new(),
        Beat::Weekdays { days, sure } => weekdays(*days, *sure, unit, step, span, result),
        Beat::NthWeekday {
            ns,
            days,
            monthly,
            every,
        } => {
            let nth = expand::nth_weekdays(span, ns, *days);
            let month = *monthly || unit == Some(Unit::Month);
            if !month {
                result.reasons.push(Reason::ImpliedRepeat);
            }
            if *every && !month && ns.as_slice() == [2] {
                let other = expand::weekdays(span, *days)
                    .into_iter()
                    .step_by(2)
                    .collect();
                result.doubt(Reason::EveryOther, other);
            }
            nth
        }
        Beat::NthUnit {
            unit: part,
            ns,
            sure,
        } => {
            if !sure && unit != Some(Unit::Month) {
                result.reasons.push(Reason::ImpliedRepeat);
            }
            if *part == Unit::Week {
                result.reasons.push(Reason::WeekOfMonth);
            }
            expand::nth_units(span, *part, ns)
        }
        Beat::NthDay {
            n,
            unit,
            working,
            until,
        } => {
            if *working {
                result.notes.push(Note::WorkingDay);
            }
            expand::nth_days(context, span, *n, *unit, *working, *until)
        }
        Beat::MonthDays { spans, sure } => {
            if !sure && unit != Some(Unit::Month) {
                result.reasons.push(Reason::ImpliedRepeat);
            }
            if spans.iter().any(|(first, _)| *first > 28) {
                result.notes.push(Note::NoSuchDay);
            }
            expand::month_days(span, spans)
        }
        Beat::UntilMonthDay { day, report, every } => {
            month_day(*day, *report, *every, unit, span, context, result)
        }
        Beat::UntilYearDay { month, day, offset } => {
            year_day(*month, *day, *offset, span, context, result)
        }
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
            if *until && *edge == Edge::End {
                return expand::units(context, *of, span)
                    .iter()
                    .filter_map(|unit| unit.intersection(span))
                    .collect();
            }
            result.reasons.push(Reason::VaguePart);
            expand::edges(context, span, *of, *edge)
        }
    }
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

fn month_day(
    day: u32,
    report: Option<Report>,
    every: bool,
    unit: Option<Unit>,
    span: Span,
    context: &Context<'_>,
    result: &mut Repeated,
) -> Vec<Span> {
    let Some(report) = report else {
        return match unit {
            None | Some(Unit::Month) => {
                if unit.is_none() && !every {
                    result.reasons.push(Reason::ImpliedRepeat);
                }
                expand::until_month_day(span, day)
            }
            Some(unit @ (Unit::Quarter | Unit::Half | Unit::Year)) => {
                // «ежеквартально до 10 числа»: of the month after the quarter, most likely.
                let own = expand::until_month_day(span, day);
                result.doubt(Reason::ReportingUnit, own);
                expand::reports(context, span, unit, 1, day)
            }
            Some(_) => {
                result.reasons.push(Reason::MixedKinds);
                expand::until_month_day(span, day)
            }
        };
    };
    let counted =
        unit.filter(|unit| matches!(unit, Unit::Month | Unit::Quarter | Unit::Half | Unit::Year));
    let reported = match report.reported {
        Reported::Unit(unit) => unit,
        Reported::Period | Reported::NextMonth => {
            if counted.is_none() {
                result.reasons.push(Reason::ReportingUnit);
            }
            counted.unwrap_or(Unit::Month)
        }
        Reported::Bare => {
            if let Some(unit) = counted.filter(|unit| *unit != Unit::Month) {
                let monthly = expand::reports(context, span, Unit::Month, 1, day);
                result.doubt(Reason::ReportingUnit, monthly);
                unit
            } else {
                Unit::Month
            }
        }
    };
    if report.missing {
        result.reasons.push(Reason::MissingWord);
    }
    result.notes.push(Note::EdgeReports);
    expand::reports(context, span, reported, report.month, day)
}

fn year_day(
    month: u32,
    day: u32,
    offset: i32,
    span: Span,
    context: &Context<'_>,
    result: &mut Repeated,
) -> Vec<Span> {
    let each = expand::until_year_day(span, month, day);
    match offset {
        1 => {
            result.notes.push(Note::EdgeReports);
            (span.first.year()..=span.last.year())
                .filter_map(|year| {
                    let unit = resolve::months(year, 1, 12)?;
                    let due = resolve::day_or_last(year + 1, month, day)?;
                    let inside = unit.first >= context.period.first && span.contains(due);
                    inside.then(|| Span::new(unit.first, due)).flatten()
                })
                .collect()
        }
        -1 => {
            let mut before = each.clone();
            before.pop();
            result.doubt(Reason::PlannedYear, each);
            before
        }
        _ => each,
    }
}
