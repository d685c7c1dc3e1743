//! A report with a day of its own in place of the regular one: «ежемесячно до 25 числа, за
//! декабрь – до 20 декабря».

use super::{Repeated, expand_every, report, special};
use crate::domain::date::Span;
use crate::domain::deadline::lexicon::Unit;
use crate::domain::deadline::phrase::{Beat, Of, Shape};
use crate::domain::deadline::reading::{Note, Reason};
use crate::domain::deadline::resolve::Context;

/// The windows of the beats that name their days, of all together.
pub(super) fn expand(
    special: &[&Beat],
    every: &[&Beat],
    span: Span,
    context: &Context<'_>,
    result: &mut Repeated,
) -> Vec<Span> {
    let (own, regular): (Vec<&Beat>, Vec<&Beat>) = special
        .iter()
        .partition(|beat| matches!(beat, Beat::ReportDay { .. }));
    let regularly = match (regular.as_slice(), own.as_slice()) {
        ([beat], [_, ..]) => unit_of(beat, every).map(|unit| {
            let windows = special::expand_special(beat, every, span, context, result);
            (unit, windows)
        }),
        // «ежеквартально, за год – до 15 января»: the other quarters end as they do.
        ([], [_]) => match every {
            [
                beat @ Beat::Every {
                    unit: unit @ (Unit::Month | Unit::Quarter | Unit::Half),
                    step: 1,
                    times: 1,
                    ..
                },
            ] => Some((*unit, expand_every(beat, span, context, result))),
            _ => None,
        },
        _ => None,
    };
    if let Some((unit, windows)) = regularly {
        return in_place(&own, windows, unit, (every, span), context, result);
    }
    // Several days of a year are a list like any other.
    let listed = |beat: &&Beat| matches!(beat, Beat::YearDay { .. } | Beat::ReportDay { .. });
    if special.len() > 1 && !special.iter().all(listed) {
        result.reasons.push(Reason::MixedKinds);
    }
    special
        .iter()
        .flat_map(|beat| special::expand_special(beat, every, span, context, result))
        .collect()
}

/// A report with a day of its own takes the place of the regular one on the same unit; one on a
/// longer stretch comes beside them.
fn in_place(
    own: &[&Beat],
    mut windows: Vec<Span>,
    unit: Unit,
    (every, span): (&[&Beat], Span),
    context: &Context<'_>,
    result: &mut Repeated,
) -> Vec<Span> {
    let mut others = Vec::new();
    for beat in own {
        let Beat::ReportDay { on, .. } = beat else {
            continue;
        };
        let same_unit = named_unit(*on) == Some(unit);
        for window in special::expand_special(beat, every, span, context, result) {
            let replaced = |regular: &&Span| regular.first == window.first;
            match windows.iter().filter(replaced).count() {
                0 | 1 if same_unit => {
                    result.notes.push(Note::Except);
                    windows.retain(|regular| !replaced(&regular));
                }
                _ => result.reasons.push(Reason::MixedKinds),
            }
            others.push(window);
        }
    }
    windows.extend(others);
    windows
}

/// The unit a stretch is one of.
fn named_unit(on: Shape) -> Option<Unit> {
    match on {
        Shape::Month(_) => Some(Unit::Month),
        Shape::Quarter(_) => Some(Unit::Quarter),
        Shape::Half(_) => Some(Unit::Half),
        _ => None,
    }
}

/// The unit each window of a regular report is on; nothing for what is no report on a unit.
fn unit_of(beat: &Beat, every: &[&Beat]) -> Option<Unit> {
    let counted = every.iter().find_map(|beat| match beat {
        Beat::Every { unit, .. } => Some(*unit),
        _ => None,
    });
    let unit = match beat {
        Beat::UntilMonthDay {
            report: Some(report),
            ..
        }
        | Beat::NthDay {
            report: Some(report),
            ..
        } => report::unit_of(*report, counted),
        Beat::UntilMonthDay { of, .. }
        | Beat::NthDay {
            of, until: true, ..
        } => match of {
            // «последнего месяца» of what «ежеквартально» counts.
            Some(Of {
                unit: Unit::Month,
                month: Some(_),
            }) => counted
                .filter(|unit| *unit != Unit::Month)
                .unwrap_or(Unit::Quarter),
            Some(of) => of.unit,
            None => counted.unwrap_or(Unit::Month),
        },
        Beat::UnitTerm { of, .. } => *of,
        _ => return None,
    };
    matches!(unit, Unit::Month | Unit::Quarter | Unit::Half | Unit::Year).then_some(unit)
}
