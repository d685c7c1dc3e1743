//! A length and the stretch it fills: «в течение 11 лет, с 2010 по 2020 годы». The stretch is the
//! deadline; a length that disagrees with it is pointed out.

use chrono::{Datelike, Weekday};

use super::{Draft, Sorted};
use crate::domain::date::Span;
use crate::domain::deadline::Kind;
use crate::domain::deadline::dated;
use crate::domain::deadline::expand::plus_months;
use crate::domain::deadline::lexicon::Unit;
use crate::domain::deadline::phrase::{Beat, Item};
use crate::domain::deadline::reading::{Direction, Reason, Relative};
use crate::domain::deadline::resolve::Context;
use crate::domain::deadline::settle::Entry;

/// Takes a length without an event for that of the stretch, the recurrence or the plan beside it.
pub(super) fn fill(sorted: &mut Sorted, context: &Context<'_>, draft: &mut Draft) {
    lone_unit(sorted);
    for length in &sorted.lengths {
        let spans = spans(&sorted.entries, context);
        if !spans.is_empty() && !is_long(length, &spans, context) {
            draft.doubt(Reason::CountMismatch);
        }
    }
    let [term] = sorted.terms.as_slice() else {
        return;
    };
    if term.anchor.is_some() || term.direction == Direction::Before || term.hours.is_some() {
        return;
    }
    let term = term.clone();
    let stretches = sorted
        .entries
        .iter()
        .all(|entry| matches!(entry.item, Item::Stretch { .. }));
    if !sorted.entries.is_empty() && stretches {
        let spans = spans(&sorted.entries, context);
        if spans.is_empty() {
            return;
        }
        for entry in &mut sorted.entries {
            if let Item::Stretch { within, .. } = &mut entry.item {
                *within = true;
            }
            entry.bracketed = false;
        }
        if !is_long(&term, &spans, context) {
            draft.doubt(Reason::CountMismatch);
        }
        sorted.terms.clear();
    } else if sorted.entries.is_empty() {
        fill_plan(&term, sorted, context, draft);
    }
}

fn spans(entries: &[Entry], context: &Context<'_>) -> Vec<Span> {
    entries
        .iter()
        .filter(|entry| matches!(entry.item, Item::Stretch { .. }))
        .flat_map(|entry| dated::windows(&entry.item, context, true).windows)
        .collect()
}

/// «в течение недели, с 3 по 16 июня»: one unit beside a stretch is its length.
fn lone_unit(sorted: &mut Sorted) {
    let beside = sorted
        .entries
        .iter()
        .any(|entry| matches!(entry.item, Item::Stretch { .. }));
    if !beside || !sorted.terms.is_empty() {
        return;
    }
    let mut units = Vec::new();
    sorted.entries.retain(|entry| match entry.item {
        Item::Within(unit) if !matches!(unit, Unit::Year | Unit::SchoolYear) => {
            units.push(unit);
            false
        }
        _ => true,
    });
    sorted.terms.extend(units.into_iter().map(one_unit));
}

/// A term of one unit.
pub(super) fn one_unit(unit: Unit) -> Relative {
    let (days, months) = match unit {
        Unit::Hour | Unit::Day => (Some(1), None),
        Unit::Week => (Some(7), None),
        Unit::Decade => (Some(10), None),
        other => (None, Some(months_of(other))),
    };
    Relative {
        days,
        working: false,
        months,
        hours: None,
        anchor: None,
        direction: Direction::After,
    }
}

/// «ежегодно в течение трёх лет», «в течение шести лет» in a plan of six years.
fn fill_plan(term: &Relative, sorted: &mut Sorted, context: &Context<'_>, draft: &mut Draft) {
    let fills = is_long(term, &[context.period], context);
    let unit = sorted.beats.iter().find_map(|beat| match beat {
        Beat::Every { unit, .. } => Some(*unit),
        _ => None,
    });
    if let Some(unit) = unit {
        if term.months.is_some_and(|months| months > months_of(unit)) {
            if !fills {
                draft.doubt(Reason::WhichUnit);
            }
            sorted.terms.clear();
        }
        return;
    }
    let years = term.months.is_some_and(|months| months % 12 == 0);
    if fills && years && sorted.beats.is_empty() && sorted.vague.is_empty() {
        draft.kind = Some(Kind::Continuous);
        draft.windows = vec![context.period];
        draft.doubt(Reason::WhichUnit);
        draft.alternative(Kind::Relative, Vec::new());
        sorted.terms.clear();
    }
}

fn months_of(unit: Unit) -> u32 {
    match unit {
        Unit::Hour | Unit::Day | Unit::Week | Unit::Decade => 0,
        Unit::Month => 1,
        Unit::Quarter => 3,
        Unit::Term(terms) => 12 / terms.count(),
        Unit::Half => 6,
        Unit::Year | Unit::SchoolYear => 12,
    }
}

/// Whether the stretches together are as long as is said.
fn is_long(term: &Relative, spans: &[Span], context: &Context<'_>) -> bool {
    if let Some(months) = term.months {
        let by_day = match spans {
            [span] => {
                let end = plus_months(span.first, months);
                span.last == end || span.last.plus_days(1) == end
            }
            _ => false,
        };
        let whole: Option<i32> = spans.iter().map(|span| whole_months(*span)).sum();
        return by_day || whole.is_some_and(|whole| i64::from(whole) == i64::from(months));
    }
    let Some(days) = term.days.map(i64::from) else {
        return false;
    };
    let total: i64 = spans.iter().map(|span| span.days()).sum();
    let count = |wanted: &dyn Fn(crate::domain::date::Date) -> bool| -> i64 {
        spans
            .iter()
            .flat_map(|span| (0..span.days()).map(|n| span.first.plus_days(n)))
            .filter(|day| wanted(*day))
            .map(|_| 1)
            .sum()
    };
    let weekdays = || count(&|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun));
    let working = || count(&|day| context.calendar.is_working_day(day));
    // A school week ends on Friday or Saturday.
    let school_weeks = days % 7 == 0 && (days - 2..=days).contains(&total);
    total == days || school_weeks || (term.working && (weekdays() == days || working() == days))
}

fn whole_months(span: Span) -> Option<i32> {
    let whole = span.first.day() == 1 && span.last == span.last.end_of_month();
    let month = |date: crate::domain::date::Date| {
        date.year() * 12 + i32::try_from(date.month0()).unwrap_or(0)
    };
    whole.then(|| month(span.last) - month(span.first) + 1)
}
