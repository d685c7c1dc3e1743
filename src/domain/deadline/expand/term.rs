//! Terms counted from the beginning or the end of each unit.

use super::months_on;
use super::report::{due_inside, whole_units};
use crate::domain::date::{Date, Span};
use crate::domain::deadline::lexicon::Unit;
use crate::domain::deadline::phrase::{Edge, UnitTerm};
use crate::domain::deadline::reading::Direction;
use crate::domain::deadline::resolve::Context;

/// Days in which the unit after the last one of a plan begins.
const A_YEAR: i64 = 366;

/// From the beginning of each unit to the day so long after it, or before its edge; the first day
/// counted is the one after the event (ГК РФ ст. 191).
pub(in crate::domain::deadline) fn unit_terms(
    context: &Context<'_>,
    span: Span,
    of: Unit,
    term: UnitTerm,
) -> Vec<Span> {
    if (term.edge, term.direction) == (Edge::End, Direction::After) {
        return due_inside(&whole_units(context, span, of), span, |unit| {
            Span::new(unit.first, due(context, unit.last, term)?)
        });
    }
    let Some(around) = Span::new(span.first, span.last.plus_days(A_YEAR)) else {
        return Vec::new();
    };
    whole_units(context, around, of)
        .into_iter()
        .filter_map(|unit| {
            let event = match term.edge {
                Edge::Start => unit.first,
                _ => unit.last,
            };
            let due = due(context, event, term)?;
            let first = match (term.edge, term.direction) {
                (Edge::Start, Direction::Before) => due.start_of_month(),
                _ => unit.first,
            };
            Span::new(first.max(span.first).min(due), due)
        })
        .filter(|window| span.contains(window.last))
        .collect()
}

/// The last day of a term from a day.
fn due(context: &Context<'_>, event: Date, term: UnitTerm) -> Option<Date> {
    let count = i64::from(term.count);
    let calendar = context.calendar;
    Some(match term.direction {
        Direction::After if term.months => months_on(event.plus_days(1), count).plus_days(-1),
        Direction::After if term.working => calendar.after_working_days(event, term.count),
        Direction::After => event.plus_days(count),
        Direction::Before if term.months && event == event.end_of_month() => {
            months_on(event, -count).end_of_month()
        }
        Direction::Before if term.months => months_on(event, -count),
        Direction::Before if term.working => {
            let mut day = event;
            for _ in 0..term.count {
                day = calendar.preceding_working_day(day.plus_days(-1))?;
            }
            day
        }
        Direction::Before => event.plus_days(-count),
    })
}
