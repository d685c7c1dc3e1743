//! Repeating phrases, and the dates that go with them, to windows.

mod ordinal;
mod own_report;
mod report;
mod special;

use chrono::Datelike;

use super::Kind;
use super::dated::{self, Beside, Dated};
use super::expand;
use super::lexicon::Unit;
use super::phrase::{Beat, Item, Shape, Years};
use super::reading::{Cadence, Note, Reason};
use super::resolve::Context;
use super::settle::Entry;
use crate::domain::date::{Date, Span};

/// The windows of a recurrence.
#[derive(Default)]
pub(super) struct Repeated {
    pub(super) windows: Vec<Span>,
    pub(super) cadence: Option<Cadence>,
    pub(super) reasons: Vec<Reason>,
    pub(super) notes: Vec<Note>,
    pub(super) alternatives: Vec<Vec<Span>>,
    /// In a plan of one month nothing repeats: what the windows are instead.
    pub(super) single: Option<Kind>,
}

impl Repeated {
    fn doubt(&mut self, reason: Reason, alternative: Vec<Span>) {
        self.reasons.push(reason);
        if !alternative.is_empty() {
            self.alternatives.push(alternative);
        }
    }
}

/// Reads beats together with the dated items beside them.
pub(super) fn repeated(
    beats: &[Beat],
    entries: &[Entry],
    further: bool,
    context: &Context<'_>,
) -> Repeated {
    let mut result = Repeated::default();
    let every: Vec<&Beat> = beats
        .iter()
        .filter(|beat| matches!(beat, Beat::Every { .. }))
        .collect();
    let special: Vec<&Beat> = beats
        .iter()
        .filter(|beat| !matches!(beat, Beat::Every { .. }))
        .collect();
    result.cadence = Some(cadence(&every, &special));
    if every
        .iter()
        .any(|beat| matches!(beat, Beat::Every { at_least: true, .. }))
    {
        result.notes.push(Note::AtLeast);
    }
    if further && !entries.is_empty() {
        further_on(&every, entries, context, &mut result);
        return result;
    }
    let unit = every.iter().find_map(|beat| match beat {
        Beat::Every { unit, .. } => Some(*unit),
        _ => None,
    });
    let (patterns, limits): (Vec<&Entry>, Vec<&Entry>) = entries.iter().partition(|entry| {
        special.is_empty() && is_pattern(&entry.item, unit, entries.len(), context)
    });
    if limits.iter().any(|entry| entry.carried) {
        result.reasons.push(Reason::MixedKinds);
    }
    let yearly = matches!(unit, Some(Unit::Year | Unit::SchoolYear));
    let spans = limit_spans(&limits, context, yearly, &mut result);
    for span in &spans {
        let windows = own_report::expand(&special, &every, *span, context, &mut result);
        result.windows.extend(windows);
    }
    if !special.is_empty() {
        if !special::agrees(&every, &special) {
            result.reasons.push(Reason::MixedKinds);
        }
        special::in_one_month(&every, &special, context, &mut result);
        return result;
    }
    if patterns.is_empty() {
        for beat in &every {
            for span in &spans {
                let windows = expand_every(beat, *span, context, &mut result);
                result.windows.extend(windows);
            }
        }
        if every.len() > 1 {
            result.reasons.push(Reason::MixedKinds);
        }
        return result;
    }
    yearly_patterns(&patterns, &every, &spans, context, &mut result);
    result
}

fn cadence(every: &[&Beat], special: &[&Beat]) -> Cadence {
    let all = || every.iter().chain(special);
    if all().any(|beat| matches!(beat, Beat::Weekdays { .. } | Beat::NthWeekday { .. })) {
        return Cadence::Weekdays;
    }
    if all().any(|beat| matches!(beat, Beat::UntilWeekday { .. })) {
        return Cadence::Weekly;
    }
    let has = |wanted: Unit| {
        all().any(|beat| matches!(beat, Beat::Every { unit, step: 1, .. } if *unit == wanted))
    };
    if has(Unit::Day) {
        Cadence::Daily
    } else if has(Unit::Week) {
        Cadence::Weekly
    } else {
        Cadence::Longer
    }
}

/// Whether an item says when in each unit, and not within which years.
fn is_pattern(item: &Item, unit: Option<Unit>, count: usize, context: &Context<'_>) -> bool {
    let Some(unit) = unit else { return false };
    let (shape, years) = match item {
        Item::Stretch { from, to, .. } => (from.shape, to.map_or(from.years, |to| to.years)),
        Item::Until { part, .. } | Item::Since { part } => (part.shape, part.years),
        Item::Within(_) => return false,
    };
    if matches!(shape, Shape::Year | Shape::SchoolYear | Shape::Period) {
        return false;
    }
    let days = dated::windows(item, context, true)
        .windows
        .first()
        .map_or(0, |span| span.days());
    // «раз в полугодие, до 10 января и до 10 июля»: each is a day of a unit, none ends the whole.
    let one_of_days = count > 1
        && years == Years::None
        && matches!(item, Item::Until { .. })
        && matches!(shape, Shape::Day { .. });
    match unit {
        Unit::Half | Unit::Quarter if one_of_days => true,
        Unit::Year | Unit::SchoolYear => !matches!(item, Item::Since { .. }) && days < 366,
        Unit::Half | Unit::Term(_) => days < 120,
        Unit::Quarter => days < 70 && (count > 1 || years == Years::None),
        Unit::Month => count > 1 && days < 15,
        _ => false,
    }
}

/// The stretches a recurrence is limited to; the whole plan when none is named.
fn limit_spans(
    limits: &[&Entry],
    context: &Context<'_>,
    yearly: bool,
    result: &mut Repeated,
) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for entry in limits {
        // «в течение месяца» beside a beat only repeats it.
        if let Item::Within(unit) = entry.item {
            let repeats = !matches!(unit, Unit::Year);
            if repeats || !context.is_one_year() {
                continue;
            }
        }
        let Dated {
            windows, reasons, ..
        } = dated::windows(&entry.item, context, yearly);
        spans.extend(windows);
        result.reasons.extend(
            reasons
                .into_iter()
                .filter(|reason| !matches!(reason, Reason::CutByPeriod)),
        );
    }
    if spans.is_empty()
        && limits
            .iter()
            .all(|entry| matches!(entry.item, Item::Within(_)))
    {
        return vec![context.period];
    }
    spans.sort_unstable();
    merge(&spans)
}

/// Stretches that touch as one.
pub(super) fn merge(spans: &[Span]) -> Vec<Span> {
    let mut merged: Vec<Span> = Vec::new();
    for span in spans {
        match merged.last_mut() {
            Some(last) if span.first <= last.last.plus_days(1) => {
                last.last = last.last.max(span.last);
            }
            _ => merged.push(*span),
        }
    }
    merged
}

/// «ежегодно, август», «2 раза в год (декабрь, май)».
fn yearly_patterns(
    patterns: &[&Entry],
    every: &[&Beat],
    spans: &[Span],
    context: &Context<'_>,
    result: &mut Repeated,
) {
    let inner: Vec<Context<'_>> = spans
        .iter()
        .map(|span| Context {
            period: *span,
            ..*context
        })
        .collect();
    let mut named = 0;
    for context in &inner {
        let mut found: Vec<(Entry, Dated)> = Vec::new();
        for entry in patterns {
            let mut item = entry.item;
            let said = matches!(
                item,
                Item::Stretch { from, to, .. } if to.map_or(from.years, |to| to.years) != Years::None
            );
            let yearly = every.iter().any(|beat| {
                matches!(
                    beat,
                    Beat::Every {
                        unit: Unit::Year,
                        times: 1,
                        ..
                    }
                )
            });
            if said && yearly {
                // «ежегодно, август 2023 г.»: every August from then.
                result.reasons.push(Reason::MixedKinds);
                super::settle::give(&mut item, Years::None);
                if let Item::Stretch { from, .. } = &mut item {
                    from.years = Years::None;
                }
            }
            let dated = dated::windows(&item, context, true);
            match dated::beside(entry, &dated, &mut found) {
                Beside::Another => found.push((**entry, dated)),
                Beside::Twice => {}
                Beside::Narrows(outer) => result.doubt(Reason::Narrowed, outer),
            }
        }
        named = u32::try_from(found.len()).unwrap_or(u32::MAX);
        for (_, dated) in found {
            result.windows.extend(dated.windows);
            result.reasons.extend(dated.reasons);
            result.alternatives.extend(dated.alternatives);
        }
    }
    let agrees = every.iter().all(|beat| match beat {
        Beat::Every {
            times,
            unit: Unit::Year | Unit::SchoolYear,
            step: 1,
            ..
        } => *times == 1 || *times == named,
        Beat::Every {
            unit: Unit::Half,
            times,
            ..
        } => named == times.saturating_mul(2),
        Beat::Every {
            unit: Unit::Quarter,
            times: 1,
            ..
        } => (3..=4).contains(&named),
        Beat::Every {
            unit: Unit::Quarter,
            times,
            ..
        } => named == times.saturating_mul(4),
        _ => true,
    });
    if !agrees {
        result.reasons.push(Reason::MixedKinds);
    }
    if every
        .iter()
        .any(|beat| matches!(beat, Beat::Every { step, .. } if *step > 1))
    {
        result.reasons.push(Reason::CycleStart);
    }
}

/// «август-сентябрь 2023, далее ежегодно».
fn further_on(every: &[&Beat], entries: &[Entry], context: &Context<'_>, result: &mut Repeated) {
    result.notes.push(Note::Further);
    let yearly = every.iter().any(|beat| {
        matches!(
            beat,
            Beat::Every {
                unit: Unit::Year | Unit::SchoolYear,
                ..
            }
        )
    });
    let first: Vec<Dated> = entries
        .iter()
        .map(|entry| dated::windows(&entry.item, context, true))
        .collect();
    for dated in &first {
        result.windows.extend(&dated.windows);
        result.reasons.extend(&dated.reasons);
    }
    let Some(end) = first
        .iter()
        .flat_map(|dated| &dated.windows)
        .map(|span| span.last)
        .max()
    else {
        return;
    };
    let Some(rest) = Span::new(end.plus_days(1), context.period.last) else {
        return;
    };
    if yearly {
        for window in first.iter().flat_map(|dated| &dated.windows) {
            for by in 1..=context.period.last.year() - window.first.year() {
                let later = |day: Date| {
                    super::resolve::day_or_last(day.year() + by, day.month(), day.day())
                };
                let moved = later(window.first)
                    .zip(if window.last == window.last.end_of_month() {
                        later(window.last.start_of_month()).map(Date::end_of_month)
                    } else {
                        later(window.last)
                    })
                    .and_then(|(first, last)| Span::new(first, last));
                result
                    .windows
                    .extend(moved.and_then(|window| window.intersection(context.period)));
            }
        }
    } else {
        for beat in every {
            let windows = expand_every(beat, rest, context, result);
            result.windows.extend(windows);
        }
        result.reasons.push(Reason::CycleStart);
    }
}

fn expand_every(
    beat: &Beat,
    span: Span,
    context: &Context<'_>,
    result: &mut Repeated,
) -> Vec<Span> {
    let Beat::Every {
        unit, step, times, ..
    } = *beat
    else {
        return Vec::new();
    };
    if step > 1 {
        result.doubt(Reason::CycleStart, Vec::new());
        return expand::blocks(unit, step, span);
    }
    let whole = expand::units(context, unit, span);
    let inside: Vec<Span> = whole
        .iter()
        .filter_map(|unit| unit.intersection(span))
        .collect();
    match unit {
        Unit::Quarter | Unit::Half | Unit::Year | Unit::SchoolYear if inside != whole => {
            result.reasons.push(Reason::CutByPeriod);
        }
        _ => {}
    }
    match unit {
        Unit::Term(terms) if !context.knows_terms(terms) => {
            result.reasons.push(Reason::SchoolCalendar);
        }
        Unit::Half if context.is_school_plan() => result.reasons.push(Reason::SchoolOrCalendar),
        _ => {}
    }
    if times == 1 {
        return inside;
    }
    result.doubt(Reason::EqualParts, inside);
    whole
        .iter()
        .flat_map(|unit| expand::split(*unit, times.min(366)))
        .filter_map(|part| part.intersection(span))
        .collect()
}
