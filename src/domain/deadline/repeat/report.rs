//! Days that report on a unit past, and days of the year.

use super::{Repeated, ordinal};
use crate::domain::date::Span;
use crate::domain::deadline::expand::{self, Months};
use crate::domain::deadline::lexicon::Unit;
use crate::domain::deadline::phrase::{Edge, Report, Reported, Shape, UnitTerm};
use crate::domain::deadline::reading::{Direction, Note, Reason};
use crate::domain::deadline::resolve::Context;

/// The unit a report is on, with what is doubtful about it.
fn reported(
    report: Report,
    unit: Option<Unit>,
    result: &mut Repeated,
    monthly: impl FnOnce() -> Vec<Span>,
) -> Unit {
    let counted = counted(unit);
    match report.reported {
        Reported::Period | Reported::NextMonth if counted.is_none() => {
            result.reasons.push(Reason::ReportingUnit);
        }
        Reported::Bare if counted.is_some_and(|unit| unit != Unit::Month) => {
            result.doubt(Reason::ReportingUnit, monthly());
        }
        _ => {}
    }
    if report.missing {
        result.reasons.push(Reason::MissingWord);
    }
    result.notes.push(Note::EdgeReports);
    unit_of(report, unit)
}

/// What «ежеквартально» counts, where a report can be on it.
fn counted(unit: Option<Unit>) -> Option<Unit> {
    unit.filter(|unit| matches!(unit, Unit::Month | Unit::Quarter | Unit::Half | Unit::Year))
}

/// The unit a report is on: the one named with it, else the frequency's, else the month.
pub(super) fn unit_of(report: Report, unit: Option<Unit>) -> Unit {
    match report.reported {
        Reported::Unit(unit) => unit,
        Reported::Period | Reported::NextMonth | Reported::Bare => {
            counted(unit).unwrap_or(Unit::Month)
        }
    }
}

/// «до 10 числа месяца, следующего за отчетным кварталом», bare «до 10 числа».
pub(super) fn month_day(
    day: u32,
    report: Option<Report>,
    unit: Option<Unit>,
    span: Span,
    context: &Context<'_>,
    result: &mut Repeated,
) -> Vec<Span> {
    let Some(report) = report else {
        if day > 28 {
            result.notes.push(Note::NoSuchDay);
        }
        return match unit {
            None | Some(Unit::Month) => {
                if unit.is_none() {
                    result.reasons.push(Reason::ImpliedRepeat);
                }
                expand::until_month_day(span, day)
            }
            Some(unit @ (Unit::Quarter | Unit::Half | Unit::Year)) => {
                // «ежеквартально до 10 числа»: of the month after the quarter, most likely.
                let own = expand::until_month_day(span, day);
                result.doubt(Reason::ReportingUnit, own);
                expand::reports(context, span, unit, Months::After(1), day)
            }
            Some(_) => {
                result.reasons.push(Reason::MixedKinds);
                expand::until_month_day(span, day)
            }
        };
    };
    let months = Months::After(report.month);
    let unit = reported(report, unit, result, || {
        expand::reports(context, span, Unit::Month, Months::After(1), day)
    });
    expand::reports(context, span, unit, months, day)
}

/// «до 5 рабочего дня месяца, следующего за отчетным».
pub(super) fn working_day(
    ns: (i32, i32),
    until: bool,
    report: Report,
    unit: Option<Unit>,
    span: Span,
    context: &Context<'_>,
    result: &mut Repeated,
) -> Vec<Span> {
    let unit = reported(report, unit, result, || {
        expand::working_reports(context, span, Unit::Month, 1, ns, until)
    });
    expand::working_reports(context, span, unit, report.month, ns, until)
}

/// A day of each year, of the year after it, or of the year before the one planned.
pub(super) fn year_day(
    (month, day): (u32, u32),
    offset: i32,
    until: bool,
    years: u32,
    span: Span,
    context: &Context<'_>,
    result: &mut Repeated,
) -> Vec<Span> {
    if years > 1 {
        result.reasons.push(Reason::CycleStart);
    }
    match offset {
        0 => {
            let each = expand::until_year_day(span, month, day, years);
            if until {
                each
            } else {
                each.iter().map(|window| Span::day(window.last)).collect()
            }
        }
        1 => {
            result.notes.push(Note::EdgeReports);
            let due = Months::OfNextYear { month };
            let unit = Unit::Year;
            if years > 1 {
                expand::reports_on(&expand::blocks(unit, years, span), span, due, day)
            } else {
                expand::reports(context, span, unit, due, day)
            }
        }
        _ => {
            let each = expand::until_year_day(span, month, day, years);
            let mut before = each.clone();
            before.pop();
            result.doubt(Reason::PlannedYear, each);
            before
        }
    }
}

/// «за I квартал – до 10 апреля»: in the unit's own year, or in the next where the day is past.
pub(super) fn report_day(
    on: Shape,
    (month, day): (u32, u32),
    next_year: bool,
    span: Span,
    context: &Context<'_>,
    result: &mut Repeated,
) -> Vec<Span> {
    result.notes.push(Note::EdgeReports);
    let units = expand::each_year(context, span, on);
    let due = if next_year {
        Months::OfNextYear { month }
    } else {
        Months::Nearest { month }
    };
    expand::reports_on(&units, span, due, day)
}

/// «не позднее 10 рабочих дней после окончания квартала», alone or beside «ежеквартально».
pub(super) fn unit_term(
    term: UnitTerm,
    of: Unit,
    unit: Option<Unit>,
    span: Span,
    context: &Context<'_>,
    result: &mut Repeated,
) -> Vec<Span> {
    if unit.is_some_and(|unit| unit != of) {
        result.reasons.push(Reason::MixedKinds);
    }
    result.reasons.extend(ordinal::unknown_terms(of, context));
    // Which day a school year ends on is a setting, and the curriculum decides.
    if of == Unit::SchoolYear && term.edge == Edge::End {
        result.reasons.push(Reason::SchoolCalendar);
    }
    if matches!(of, Unit::Half | Unit::Year) && context.is_school_plan() {
        result.reasons.push(Reason::SchoolOrCalendar);
    }
    if term.direction == Direction::After {
        result.notes.push(Note::EdgeReports);
    }
    result
        .notes
        .extend(term.working.then_some(Note::WorkingDay));
    expand::unit_terms(context, span, of, term)
}
