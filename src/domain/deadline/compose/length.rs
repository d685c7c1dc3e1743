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

/// Takes a length without an event for that of the stretch, the recurrence or the plan beside it.
pub(super) fn fill(sorted: &mut Sorted, context: &Context<'_>, draft: &mut Draft) {
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
        let spans: Vec<Span> = sorted
            .entries
            .iter()
            .flat_map(|entry| dated::windows(&entry.item, context, true).windows)
            .collect();
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
        Unit::Quarter | Unit::Term => 3,
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
