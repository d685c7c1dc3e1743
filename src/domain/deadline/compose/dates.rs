//! Dated items side by side: order, brackets, kinds, and what they leave open.

use chrono::Datelike;

use super::length::one_unit;
use super::{Draft, Sorted, narrow};
use crate::domain::date::Span;
use crate::domain::deadline::Kind;
use crate::domain::deadline::dated::{self, Dated};
use crate::domain::deadline::lexicon::Unit;
use crate::domain::deadline::phrase::{Item, Part, Shape, Years};
use crate::domain::deadline::reading::Reason;
use crate::domain::deadline::resolve::Context;
use crate::domain::deadline::settle::{self, Entry};

/// The same item so many years later.
fn moved(item: Item, by: i32) -> Item {
    let moved_part = |part: Part| Part {
        years: match part.years {
            Years::One(year) => Years::One(year + by),
            Years::School(year) => Years::School(year + by),
            other => other,
        },
        ..part
    };
    match item {
        Item::Stretch { from, to, within } => Item::Stretch {
            from: moved_part(from),
            to: to.map(moved_part),
            within,
        },
        other => other,
    }
}

pub(super) fn dates(sorted: &mut Sorted, context: &Context<'_>, draft: &mut Draft) {
    if sorted.entries.iter().any(|entry| entry.carried) {
        draft.doubt(Reason::MixedKinds);
    }
    order_years(&mut sorted.entries, context, draft);
    let all: Vec<(Entry, Dated)> = sorted
        .entries
        .iter()
        .map(|entry| (*entry, dated::windows(&entry.item, context, false)))
        .collect();
    if let [(one, first), (other, second)] = all.as_slice()
        && let Some(span) = from_to(one, first, other, second)
    {
        draft.kind = Some(Kind::Windows);
        draft.windows = vec![span];
        return;
    }
    let mut kinds: Vec<Kind> = Vec::new();
    let mut found: Vec<(Entry, Dated)> = Vec::new();
    // What the brackets that are open now narrow.
    let mut outer: Option<Vec<Span>> = None;
    for (entry, dated) in all {
        if let Item::Within(unit) = entry.item
            && dated.windows.is_empty()
        {
            lone_unit(unit, context, draft);
        } else if dated.windows.is_empty() {
            draft.senseless.push(entry.phrase);
        } else if entry.bracketed && !found.is_empty() {
            let outer = outer.get_or_insert_with(|| narrow::windows_of(&found));
            narrow::bracket(&entry, dated, outer, &mut found, draft);
        } else if !narrow::by_limit(&entry, &dated, &mut found, draft) {
            outer = None;
            found.push((entry, dated));
        }
    }
    for (_, dated) in &found {
        draft.windows.extend(&dated.windows);
        draft.reasons.extend(&dated.reasons);
        kinds.extend(dated.kind);
    }
    if found.is_empty() {
        return;
    }
    alternatives(&found, draft);
    neighbours(&found, draft);
    unsorted(&found, context, draft);
    nested(&found, draft);
    draft.kind = Some(common_kind(&found, &kinds, draft));
}

/// «не ранее сентября и не позднее ноября 2023 г.»: one stretch.
fn from_to(one: &Entry, first: &Dated, other: &Entry, second: &Dated) -> Option<Span> {
    let named = matches!(one.item, Item::Since { .. })
        && matches!(other.item, Item::Until { .. })
        && first.windows.len() == 1
        && second.windows.len() == 1
        && !second
            .reasons
            .iter()
            .any(|reason| *reason != Reason::Toward);
    let begins = first.windows.first().filter(|_| named)?;
    Span::new(begins.first, second.windows.last()?.last)
}

/// «в течение 2023, 2024 гг.» is continuous in both; a month beside a whole year is doubtful.
fn common_kind(found: &[(Entry, Dated)], kinds: &[Kind], draft: &mut Draft) -> Kind {
    let all = |kind: Kind| kinds.iter().all(|known| *known == kind);
    let years = found.iter().all(
        |(entry, _)| matches!(entry.item, Item::Stretch { from, .. } if from.shape == Shape::Year),
    );
    if all(Kind::Event) {
        return Kind::Event;
    }
    if all(Kind::Continuous) || (years && kinds.contains(&Kind::Continuous)) {
        return Kind::Continuous;
    }
    if !all(Kind::Windows) {
        draft.doubt(Reason::MixedKinds);
        if kinds.contains(&Kind::Continuous) {
            for continuous in [true, false] {
                let windows = found
                    .iter()
                    .filter(|(_, dated)| (dated.kind == Some(Kind::Continuous)) == continuous)
                    .flat_map(|(_, dated)| dated.windows.clone())
                    .collect();
                let kind = if continuous {
                    Kind::Continuous
                } else {
                    Kind::Windows
                };
                draft.alternative(kind, windows);
            }
        }
    }
    Kind::Windows
}

/// Each item's other readings, with the rest of the list as it is.
fn alternatives(found: &[(Entry, Dated)], draft: &mut Draft) {
    for (index, (_, dated)) in found.iter().enumerate() {
        for other in &dated.alternatives {
            let mut windows: Vec<Span> = found
                .iter()
                .enumerate()
                .filter(|(place, _)| *place != index)
                .flat_map(|(_, (_, dated))| dated.windows.clone())
                .collect();
            windows.extend(other);
            windows.sort_unstable();
            draft.alternative(dated.kind.unwrap_or(Kind::Windows), windows);
        }
    }
}

/// Two days side by side without a comma: two days, or from one to the other.
fn neighbours(found: &[(Entry, Dated)], draft: &mut Draft) {
    let day = |entry: &Entry| matches!(entry.item, Item::Stretch { from, to: None, .. } if matches!(from.shape, Shape::Day { .. }));
    for pair in found.windows(2) {
        let [(one, first), (other, second)] = pair else {
            continue;
        };
        if day(one) && day(other) && !other.separated {
            draft.doubt(Reason::NoSeparator);
            let span = first
                .windows
                .first()
                .zip(second.windows.last())
                .and_then(|(first, last)| Span::new(first.first, last.last));
            draft.alternative(Kind::Event, span.into_iter().collect());
        }
    }
}

/// One stretch inside another of the same list: which of them is meant is open.
fn nested(found: &[(Entry, Dated)], draft: &mut Draft) {
    let stretches = || {
        found
            .iter()
            .enumerate()
            .flat_map(|(index, (entry, dated))| {
                let limit = !matches!(entry.item, Item::Stretch { .. });
                dated.windows.iter().map(move |span| (index, limit, *span))
            })
    };
    let inside = stretches().any(|(index, limit, inner)| {
        stretches().any(|(other, limits_too, outer)| {
            index != other
                && !(limit && limits_too)
                && inner != outer
                && outer.contains(inner.first)
                && outer.contains(inner.last)
        })
    });
    if inside {
        draft.doubt(Reason::MixedKinds);
    }
}

/// Months without years in a falling order: the first of them may lie a year earlier.
fn unsorted(found: &[(Entry, Dated)], context: &Context<'_>, draft: &mut Draft) {
    let undated = found
        .iter()
        .all(|(entry, dated)| !dated.explicit && matches!(entry.item, Item::Stretch { .. }));
    let items: Vec<Item> = found.iter().map(|(entry, _)| entry.item).collect();
    if let Some(windows) = dated::into_next_year(&items, context) {
        draft.doubt(Reason::UnsortedList);
        draft.alternative(Kind::Windows, windows);
    }
    if !undated || !context.is_one_year() {
        return;
    }
    let firsts: Vec<Span> = found
        .iter()
        .filter_map(|(_, dated)| dated.windows.first().copied())
        .collect();
    let Some(fall) = firsts
        .windows(2)
        .position(|pair| matches!(pair, [one, other] if one.first > other.first))
    else {
        return;
    };
    draft.doubt(Reason::UnsortedList);
    let mut windows: Vec<Span> = Vec::new();
    for (index, (entry, dated)) in found.iter().enumerate() {
        let mut item = entry.item;
        let year = dated.windows.first().map(|span| span.first.year() - 1);
        if let (true, Some(year)) = (index <= fall, year) {
            settle::give(&mut item, Years::One(year));
            windows.extend(dated::windows(&item, context, false).windows);
        } else {
            windows.extend(&dated.windows);
        }
    }
    windows.sort_unstable();
    draft.alternative(Kind::Windows, windows);
}

/// Years taken from a neighbour follow the order of the list: «декабрь, май 2024».
fn order_years(entries: &mut [Entry], context: &Context<'_>, draft: &mut Draft) {
    let inherited = |entry: &Entry| entry.year_from_left || entry.year_from_right;
    if !entries.iter().any(inherited) {
        return;
    }
    let first_day = |item: &Item| {
        dated::windows(item, context, false)
            .windows
            .first()
            .copied()
    };
    let dates = |entry: &Entry| matches!(entry.item, Item::Stretch { .. });
    let mut later = None;
    for entry in entries.iter_mut().rev().filter(|entry| dates(entry)) {
        let own = first_day(&entry.item);
        if entry.year_from_right
            && let (Some(own), Some(next)) = (own, later)
            && own > next
        {
            draft.doubt(Reason::UnsortedList);
            draft.alternative(Kind::Windows, vec![next, own]);
            let earlier = moved(entry.item, -1);
            if first_day(&earlier).is_some_and(|span| span.last >= context.period.first) {
                entry.item = earlier;
            }
        }
        later = first_day(&entry.item);
    }
    let mut before: Option<Span> = None;
    for entry in entries.iter_mut().filter(|entry| dates(entry)) {
        let own = first_day(&entry.item);
        if entry.year_from_left
            && let (Some(own), Some(previous)) = (own, before)
            && own < previous
        {
            draft.doubt(Reason::YearFromNeighbour);
            let next = moved(entry.item, 1);
            if first_day(&next).is_some_and(|span| span.first <= context.period.last) {
                entry.item = next;
            }
        }
        before = first_day(&entry.item);
    }
}

/// «в течение месяца» in a longer plan: a term from an unnamed event, most likely.
fn lone_unit(unit: Unit, context: &Context<'_>, draft: &mut Draft) {
    draft.kind = Some(Kind::Relative);
    draft.relative = Some(one_unit(unit));
    draft.doubt(Reason::WhichUnit);
    draft.alternative(Kind::Continuous, vec![context.period]);
}
