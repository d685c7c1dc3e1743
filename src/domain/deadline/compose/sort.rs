//! Phrases by what they are, with weekdays and hours that belong to a date joined to it.

use chrono::Datelike;

use super::{Draft, Sorted};
use crate::domain::deadline::dated;
use crate::domain::deadline::phrase::{Beat, Flag, Item, Limit, Phrase, Placed, Shape, Years};
use crate::domain::deadline::reading::{Note, Reason, weekday};
use crate::domain::deadline::resolve::Context;
use crate::domain::deadline::settle::Entry;

/// «32 мая», «мрат 2023»: what is left beside an unread number or word must not be read alone.
pub(super) fn is_spoilt(phrases: &[Placed]) -> bool {
    let dated = |phrase: &Phrase| matches!(phrase, Phrase::Item(_) | Phrase::Beat(_));
    let bare_year = |phrase: &Phrase| {
        matches!(phrase, Phrase::Item(Item::Stretch { from, .. })
            if from.shape == Shape::Year && from.edge.is_none())
    };
    phrases.windows(2).any(|pair| match pair {
        [one, other] => match (&one.phrase, &other.phrase) {
            (Phrase::Unread { number: true }, next) if dated(next) => !other.breaks,
            (before, Phrase::Unread { number: true }) if dated(before) => !other.breaks,
            (Phrase::Unread { .. }, next) => bare_year(next) && !other.breaks,
            _ => false,
        },
        _ => false,
    })
}

pub(super) fn sort(phrases: &[Placed], draft: &mut Draft) -> Sorted {
    let mut sorted = Sorted::default();
    let mut depth = 0_u32;
    let mut outer = 0_u32;
    let mut separated = true;
    let mut except = false;
    for (index, placed) in phrases.iter().enumerate() {
        separated |= placed.breaks;
        match &placed.phrase {
            Phrase::Item(item) => {
                let entry = Entry {
                    item: *item,
                    bracketed: depth > 0 && outer > 0,
                    separated,
                    phrase: index,
                    year_from_left: false,
                    year_from_right: false,
                    carried: false,
                };
                if except {
                    sorted.excepted.push(entry);
                } else {
                    sorted.entries.push(entry);
                }
            }
            Phrase::Beat(Beat::Weekdays { days, .. }) if except => sorted.excepted_days |= days,
            Phrase::Beat(beat) => sorted.beats.push(beat.clone()),
            Phrase::Term(term) => sorted.terms.push(term.clone()),
            Phrase::Length(length) => sorted.lengths.push(length.clone()),
            Phrase::OwnDay { month, day } => sorted.own_days.push((*month, *day)),
            Phrase::Vague(vague) => sorted.vague.push(*vague),
            Phrase::Time(time) => {
                if draft.time.is_some_and(|known| known != *time) {
                    draft.doubt(Reason::MixedKinds);
                }
                draft.time.get_or_insert(*time);
                sorted.hour_last |= !sorted.entries.is_empty();
            }
            Phrase::Flag(flag) => {
                except |= *flag == Flag::Except;
                sorted.flags.push(*flag);
            }
            Phrase::Open => depth += 1,
            Phrase::Close => depth = depth.saturating_sub(1),
            Phrase::Separator => {}
            Phrase::Unread { .. } => sorted.unread = true,
        }
        separated = matches!(
            placed.phrase,
            Phrase::Separator | Phrase::Open | Phrase::Close | Phrase::Flag(Flag::Either)
        );
        if depth == 0 && !separated {
            outer += 1;
        }
    }
    sorted
}

/// «до 25 июля отчётного года» beside «до 1 марта года, следующего за отчётным»: days of each year
/// both.
pub(super) fn days_beside_year_days(sorted: &mut Sorted) {
    let year_day = |beat: &Beat| matches!(beat, Beat::YearDay { .. } | Beat::ReportDay { .. });
    if !sorted.beats.iter().any(year_day) {
        return;
    }
    let mut kept = Vec::new();
    for entry in sorted.entries.drain(..) {
        let (part, until) = match entry.item {
            Item::Until { part, .. } => (part, true),
            Item::Stretch { from, to: None, .. } => (from, false),
            _ => {
                kept.push(entry);
                continue;
            }
        };
        match (part.shape, part.years) {
            (Shape::Day { month, day }, Years::None) => sorted.beats.push(Beat::YearDay {
                month,
                day,
                offset: 0,
                until,
            }),
            _ => kept.push(entry),
        }
    }
    sorted.entries = kept;
}

/// A weekday beside a date names its weekday, it repeats nothing.
pub(super) fn annotate_weekdays(sorted: &mut Sorted, context: &Context<'_>, draft: &mut Draft) {
    let one_day = |item: &Item| {
        matches!(item, Item::Stretch { from, .. } if matches!(from.shape, Shape::Day { .. }))
            || matches!(item, Item::Until { part, .. } if matches!(part.shape, Shape::Day { .. }))
    };
    for entry in &sorted.entries {
        let Item::Stretch { from, to, .. } = entry.item else {
            if let Item::Until { part, .. } = entry.item
                && let Some(named) = part.weekday
            {
                let windows = dated::windows(&entry.item, context, true).windows;
                check_weekday(named, windows.first().map(|span| span.last), draft);
            }
            continue;
        };
        if from.weekday.is_none() && to.is_none_or(|to| to.weekday.is_none()) {
            continue;
        }
        let window = dated::windows(&entry.item, context, true)
            .windows
            .first()
            .copied();
        if let Some(named) = from.weekday {
            check_weekday(named, window.map(|span| span.first), draft);
        }
        if let Some(named) = to.and_then(|to| to.weekday) {
            check_weekday(named, window.map(|span| span.last), draft);
        }
    }
    let weekdays = |beat: &Beat| matches!(beat, Beat::Weekdays { sure: false, .. });
    if sorted.beats.iter().any(weekdays)
        && sorted.entries.iter().any(|entry| one_day(&entry.item))
        && !sorted
            .beats
            .iter()
            .any(|beat| matches!(beat, Beat::Every { .. }))
    {
        let first = sorted.entries.first().and_then(|entry| {
            dated::windows(&entry.item, context, true)
                .windows
                .first()
                .copied()
        });
        sorted.beats.retain(|beat| {
            let Beat::Weekdays { days, sure: false } = beat else {
                return true;
            };
            let matches = first
                .is_some_and(|span| days >> span.last.weekday().num_days_from_monday() & 1 == 1);
            if matches {
                draft.notes.push(Note::WeekdayNamed);
            } else {
                draft.reasons.push(Reason::WeekdayMismatch);
            }
            false
        });
    }
}

/// «до 18.00 25 мая»: the day is a limit.
pub(super) fn hour_limits(sorted: &mut Sorted, draft: &mut Draft) {
    if draft.time.is_none_or(|time| time.from.is_some()) {
        return;
    }
    for entry in &mut sorted.entries {
        if let Item::Stretch { from, to: None, .. } = entry.item
            && matches!(from.shape, Shape::Day { .. })
        {
            entry.item = Item::Until {
                part: from,
                limit: Limit::NotLater,
            };
            if sorted.hour_last {
                draft.doubt(Reason::MixedKinds);
            }
        }
    }
}

fn check_weekday(named: u8, day: Option<crate::domain::date::Date>, draft: &mut Draft) {
    draft.notes.push(Note::WeekdayNamed);
    if day.is_some_and(|day| day.weekday() != weekday(named)) {
        draft.doubt(Reason::WeekdayMismatch);
    }
}
