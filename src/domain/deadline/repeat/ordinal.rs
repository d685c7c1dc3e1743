//! Ordinals of a unit: of the one named with them, else of the frequency's, else of the month.

use super::Repeated;
use crate::domain::date::Span;
use crate::domain::deadline::expand;
use crate::domain::deadline::lexicon::Unit;
use crate::domain::deadline::phrase::Of;
use crate::domain::deadline::reading::{Note, Reason};
use crate::domain::deadline::resolve::Context;

/// The unit counted in. Without one of its own an ordinal takes that of «ежеквартально»; without
/// both the month is implied.
pub(super) fn counted_in(
    of: Option<Of>,
    unit: Option<Unit>,
    context: &Context<'_>,
    result: &mut Repeated,
) -> Of {
    let of = match (of, unit) {
        // «последнего месяца» of what «ежеквартально» counts.
        (
            Some(Of {
                unit: Unit::Month,
                month: Some(_),
            }),
            _,
        ) => {
            let larger = unit.filter(|unit| {
                matches!(
                    unit,
                    Unit::Quarter | Unit::Half | Unit::Term(_) | Unit::Year
                )
            });
            if larger.is_none() {
                result.reasons.push(Reason::MissingWord);
            }
            Of {
                unit: larger.unwrap_or(Unit::Quarter),
                month: of.and_then(|of| of.month),
            }
        }
        (Some(of), Some(unit)) => {
            if of.unit != unit {
                result.reasons.push(Reason::MixedKinds);
            }
            of
        }
        (Some(of), None) => of,
        (None, Some(unit @ (Unit::Month | Unit::Quarter | Unit::Half | Unit::Term(_)))) => {
            Of::each(unit)
        }
        (None, Some(unit @ (Unit::Year | Unit::SchoolYear))) => {
            result.reasons.push(Reason::WhichUnit);
            Of::each(unit)
        }
        (None, _) => {
            result.reasons.push(Reason::ImpliedRepeat);
            Of::each(Unit::Month)
        }
    };
    result.reasons.extend(unknown_terms(of.unit, context));
    if matches!(of.unit, Unit::Half | Unit::Year) && context.is_school_plan() {
        result.reasons.push(Reason::SchoolOrCalendar);
    }
    of
}

pub(super) fn nth_weekday(
    (ns, days): (&[i32], u8),
    of: Option<Of>,
    every: bool,
    unit: Option<Unit>,
    span: Span,
    context: &Context<'_>,
    result: &mut Repeated,
) -> Vec<Span> {
    let alone = of.is_none() && unit != Some(Unit::Month);
    let of = counted_in(of, unit, context, result);
    if every && alone && ns == [2] {
        let other = expand::weekdays(span, days)
            .into_iter()
            .step_by(2)
            .collect();
        result.doubt(Reason::EveryOther, other);
    }
    expand::nth_weekdays(context, of, span, ns, days)
}

pub(super) fn nth_unit(
    part: Unit,
    ns: &[(i32, i32)],
    of: Option<Of>,
    unit: Option<Unit>,
    span: Span,
    context: &Context<'_>,
    result: &mut Repeated,
) -> Vec<Span> {
    let of = counted_in(of, unit, context, result);
    if part == Unit::Week {
        result.reasons.push(Reason::WeekOfMonth);
    }
    expand::nth_units(context, of, span, part, ns)
}

/// «15 и 30 числа»; of a larger unit without its month the first is taken.
pub(super) fn month_days(
    spans: &[(u32, u32)],
    of: Option<Of>,
    unit: Option<Unit>,
    span: Span,
    context: &Context<'_>,
    result: &mut Repeated,
) -> Vec<Span> {
    let of = counted_in(of, unit, context, result);
    if spans.iter().any(|(_, last)| *last > 28) {
        result.notes.push(Note::NoSuchDay);
    }
    let first_day = matches!(spans, [(1, 1)]);
    if of.unit != Unit::Month && of.month.is_none() && !first_day {
        let monthly = expand::month_days(context, Of::each(Unit::Month), span, spans);
        result.doubt(Reason::MissingWord, monthly);
    }
    expand::month_days(context, of, span, spans)
}

/// «до 15 числа каждого месяца», «до 20 числа последнего месяца квартала».
pub(super) fn until_day(
    day: u32,
    of: Of,
    unit: Option<Unit>,
    span: Span,
    context: &Context<'_>,
    result: &mut Repeated,
) -> Vec<Span> {
    let of = counted_in(Some(of), unit, context, result);
    if day > 28 {
        result.notes.push(Note::NoSuchDay);
    }
    if of.unit != Unit::Month && of.month.is_none() {
        result.reasons.push(Reason::MissingWord);
    }
    expand::until_day(context, of, span, day)
}

/// School terms differ unless they are set.
pub(super) fn unknown_terms(unit: Unit, context: &Context<'_>) -> Option<Reason> {
    match unit {
        Unit::Term(terms) if !context.knows_terms(terms) => Some(Reason::SchoolCalendar),
        _ => None,
    }
}
