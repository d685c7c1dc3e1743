//! Phrases to one reading: what goes with what, which kind the whole is, how sure.

use super::Kind;
use super::dated::{self, Dated};
use super::lexicon::Unit;
use super::phrase::{Beat, Flag, Item, Limit, Part, Phrase, Placed, Shape, Vague, Years};
use super::reading::{Alternative, Cadence, Direction, Note, Reason, Relative, TimeRange, weekday};
use super::repeat;
use super::resolve::Context;
use super::settle::{self, Entry};
use crate::domain::date::Span;
use chrono::Datelike;

/// A reading without its words.
#[derive(Default)]
pub(super) struct Draft {
    pub(super) kind: Option<Kind>,
    pub(super) windows: Vec<Span>,
    pub(super) time: Option<TimeRange>,
    pub(super) reasons: Vec<Reason>,
    pub(super) alternatives: Vec<Alternative>,
    pub(super) notes: Vec<Note>,
    pub(super) relative: Option<Relative>,
    pub(super) cadence: Option<Cadence>,
    /// Phrases that parsed but make no sense (31 February).
    pub(super) senseless: Vec<usize>,
}

impl Draft {
    fn alternative(&mut self, kind: Kind, windows: Vec<Span>) {
        self.alternatives.push(Alternative { kind, windows });
    }

    fn doubt(&mut self, reason: Reason) {
        self.reasons.push(reason);
    }
}

/// The phrases sorted by what they are.
#[derive(Default)]
struct Sorted {
    entries: Vec<Entry>,
    excepted: Vec<Entry>,
    /// Weekdays left out, bits from Monday.
    excepted_days: u8,
    beats: Vec<Beat>,
    terms: Vec<Relative>,
    vague: Vec<Vague>,
    flags: Vec<Flag>,
    unread: bool,
    /// The time of day stands after a date.
    hour_last: bool,
}

/// Composes the phrases.
pub(super) fn compose(phrases: &[Placed], context: &Context<'_>) -> Draft {
    let mut draft = Draft::default();
    if is_spoilt(phrases) {
        return draft;
    }
    let mut sorted = sort(phrases, &mut draft);
    let senseless = settle::settle(&mut sorted.entries, context, &mut draft.reasons);
    draft.senseless.extend(senseless);
    let silent = settle::settle(&mut sorted.excepted, context, &mut draft.reasons);
    draft.senseless.extend(silent);
    hour_limits(&mut sorted, &mut draft);
    annotate_weekdays(&mut sorted, context, &mut draft);

    if !sorted.beats.is_empty() && sorted.terms.is_empty() {
        recurrence(&sorted, context, &mut draft);
    } else if !sorted.entries.is_empty() {
        dates(&mut sorted, context, &mut draft);
    }
    except(&sorted, context, &mut draft);
    terms(&sorted, &mut draft);
    vague(&sorted, context, &mut draft);
    finish(&sorted, context, &mut draft);
    draft
}

/// «32 мая», «мрат 2023»: what is left beside an unread number or word must not be read alone.
fn is_spoilt(phrases: &[Placed]) -> bool {
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

fn sort(phrases: &[Placed], draft: &mut Draft) -> Sorted {
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
            Phrase::Separator | Phrase::Open | Phrase::Close
        );
        if depth == 0 && !separated {
            outer += 1;
        }
    }
    sorted
}

/// A weekday beside a date names its weekday, it repeats nothing.
fn annotate_weekdays(sorted: &mut Sorted, context: &Context<'_>, draft: &mut Draft) {
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
    if sorted.entries.iter().any(|entry| one_day(&entry.item))
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
fn hour_limits(sorted: &mut Sorted, draft: &mut Draft) {
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

fn recurrence(sorted: &Sorted, context: &Context<'_>, draft: &mut Draft) {
    let further = sorted.flags.contains(&Flag::Further);
    let repeated = repeat::repeated(&sorted.beats, &sorted.entries, further, context);
    draft.kind = Some(Kind::Recurrence);
    draft.windows = repeated.windows;
    draft.cadence = repeated.cadence;
    draft.reasons.extend(repeated.reasons);
    draft.notes.extend(repeated.notes);
    for windows in repeated.alternatives {
        draft.alternative(Kind::Recurrence, windows);
    }
    if draft.windows.is_empty() {
        draft.kind = None;
    }
}

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

fn dates(sorted: &mut Sorted, context: &Context<'_>, draft: &mut Draft) {
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
    for (entry, dated) in all {
        if let Item::Within(unit) = entry.item
            && dated.windows.is_empty()
        {
            lone_unit(unit, context, draft);
        } else if dated.windows.is_empty() {
            draft.senseless.push(entry.phrase);
        } else if entry.bracketed && !found.is_empty() {
            bracket(&entry, dated, &mut found, context, draft);
        } else {
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

/// A date in brackets narrows what stands before it, or stands beside it.
fn bracket(
    entry: &Entry,
    inner: Dated,
    found: &mut Vec<(Entry, Dated)>,
    context: &Context<'_>,
    draft: &mut Draft,
) {
    let outer: Vec<Span> = found
        .iter()
        .flat_map(|(_, dated)| dated.windows.clone())
        .collect();
    if inner.windows == outer {
        return;
    }
    let was = outer.clone();
    if let Item::Until { .. } = entry.item
        && let (Some((_, last)), Some(due)) =
            (found.last_mut(), inner.windows.last().map(|span| span.last))
    {
        let narrowed: Vec<Span> = last
            .windows
            .iter()
            .map(|span| {
                if span.contains(due) {
                    Span::new(span.first, due).unwrap_or(*span)
                } else {
                    *span
                }
            })
            .collect();
        if narrowed == last.windows {
            draft.doubt(Reason::MixedKinds);
            found.push((*entry, inner));
        } else {
            last.windows = narrowed;
            draft.doubt(Reason::Narrowed);
        }
        draft.alternative(Kind::Windows, was);
        return;
    }
    let inside = inner.windows.iter().all(|span| {
        outer
            .iter()
            .any(|outer| outer.contains(span.first) && outer.contains(span.last))
    });
    let _ = context;
    if inside {
        draft.doubt(Reason::Narrowed);
        found.clear();
    } else {
        draft.doubt(Reason::MixedKinds);
    }
    draft.alternative(Kind::Windows, was);
    found.push((*entry, inner));
}

/// «в течение месяца» in a longer plan: a term from an unnamed event, most likely.
fn lone_unit(unit: Unit, context: &Context<'_>, draft: &mut Draft) {
    draft.kind = Some(Kind::Relative);
    let (days, months) = match unit {
        Unit::Hour | Unit::Day => (Some(1), None),
        Unit::Week => (Some(7), None),
        Unit::Decade => (Some(10), None),
        Unit::Month => (None, Some(1)),
        Unit::Quarter | Unit::Term => (None, Some(3)),
        Unit::Half => (None, Some(6)),
        Unit::Year | Unit::SchoolYear => (None, Some(12)),
    };
    draft.relative = Some(Relative {
        days,
        working: false,
        months,
        hours: None,
        anchor: None,
        direction: Direction::After,
    });
    draft.doubt(Reason::WhichUnit);
    draft.alternative(Kind::Continuous, vec![context.period]);
}

/// «кроме июля и августа», «кроме выходных».
fn except(sorted: &Sorted, context: &Context<'_>, draft: &mut Draft) {
    if !sorted.flags.contains(&Flag::Except) {
        return;
    }
    let left_out: Vec<Span> = sorted
        .excepted
        .iter()
        .flat_map(|entry| dated::windows(&entry.item, context, true).windows)
        .collect();
    let before = draft.windows.clone();
    if draft.kind == Some(Kind::Recurrence) {
        draft.windows.retain(|window| {
            let off = window.first == window.last
                && sorted.excepted_days >> window.first.weekday().num_days_from_monday() & 1 == 1;
            !off && !left_out
                .iter()
                .any(|out| out.contains(window.first) && out.contains(window.last))
        });
    } else {
        for out in &left_out {
            draft.windows = draft
                .windows
                .iter()
                .flat_map(|window| without(*window, *out))
                .collect();
        }
    }
    draft.notes.push(Note::Except);
    if draft.windows == before {
        draft.doubt(Reason::UnreadPart);
    }
}

/// What is left of a window.
fn without(window: Span, out: Span) -> Vec<Span> {
    if window.intersection(out).is_none() {
        return vec![window];
    }
    [
        Span::new(window.first, out.first.plus_days(-1)),
        Span::new(out.last.plus_days(1), window.last),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn terms(sorted: &Sorted, draft: &mut Draft) {
    let Some(term) = sorted.terms.first() else {
        return;
    };
    draft.relative = Some(term.clone());
    if draft.windows.is_empty() {
        draft.kind = Some(Kind::Relative);
        if sorted.terms.len() > 1 {
            draft.doubt(Reason::MixedKinds);
        }
        if sorted
            .beats
            .iter()
            .any(|beat| !matches!(beat, Beat::Every { .. }))
        {
            draft.doubt(Reason::MixedKinds);
        }
        if term.days.is_none() && term.months.is_none() && term.hours.is_none() {
            draft.notes.push(Note::NoDate);
            if term.direction == Direction::Before {
                draft.doubt(Reason::EventBound);
            }
        } else if term.direction == Direction::After {
            draft.notes.push(Note::EventDayNotCounted);
        }
    } else {
        draft.doubt(Reason::MixedKinds);
        draft.alternative(Kind::Relative, Vec::new());
    }
}

fn vague(sorted: &Sorted, context: &Context<'_>, draft: &mut Draft) {
    for vague in &sorted.vague {
        let alone = draft.kind.is_none();
        match vague {
            Vague::Standing => {
                draft.notes.push(Note::Standing);
                if alone {
                    draft.kind = Some(Kind::Continuous);
                    draft.windows = vec![context.period];
                } else if matches!(draft.kind, Some(Kind::Windows | Kind::Event)) {
                    // «июнь 2023 г. - постоянно»: in June, or from June on.
                    draft.doubt(Reason::MixedKinds);
                    draft.alternative(Kind::Continuous, vec![context.period]);
                }
            }
            Vague::AsNeeded => {
                draft.notes.push(Note::AsNeeded);
                if alone {
                    draft.kind = Some(Kind::Unscheduled);
                } else if draft.kind == Some(Kind::Continuous) {
                    draft.doubt(Reason::OtherSchedule);
                    draft.alternative(Kind::Unscheduled, Vec::new());
                }
            }
            Vague::Schedule | Vague::Agreement | Vague::Undetermined => {
                if alone {
                    draft.kind = Some(Kind::Unscheduled);
                    draft.notes.push(Note::NoDate);
                    if *vague == Vague::Undetermined {
                        draft.doubt(Reason::OtherSchedule);
                    }
                } else if draft.kind != Some(Kind::Unscheduled) {
                    draft.doubt(Reason::OtherSchedule);
                    draft.alternative(Kind::Unscheduled, Vec::new());
                }
            }
            Vague::Once => {
                draft.doubt(Reason::WhichUnit);
                if alone {
                    draft.kind = Some(Kind::Windows);
                    draft.windows = vec![context.period];
                }
            }
            Vague::Vacation | Vague::Event => {
                let reason = if *vague == Vague::Vacation {
                    Reason::SchoolCalendar
                } else {
                    Reason::EventBound
                };
                // Holidays with their dates beside them need no calendar of the school.
                if *vague == Vague::Event || draft.kind != Some(Kind::Event) {
                    draft.doubt(reason);
                }
                if alone {
                    draft.kind = Some(Kind::Unscheduled);
                    draft.notes.push(Note::NoDate);
                }
            }
        }
    }
}

fn finish(sorted: &Sorted, context: &Context<'_>, draft: &mut Draft) {
    for flag in &sorted.flags {
        match flag {
            Flag::Stages => draft.notes.push(Note::Stages),
            Flag::Inclusive => draft.notes.push(Note::Inclusive),
            Flag::Tentative => draft.reasons.push(Reason::Tentative),
            Flag::Misprint => draft.reasons.push(Reason::Misprint),
            Flag::Either => draft.reasons.push(Reason::Either),
            Flag::LooseAnchor => draft.reasons.push(Reason::EventBound),
            Flag::Further if sorted.beats.is_empty() => draft.reasons.push(Reason::UnreadPart),
            Flag::Further | Flag::Label | Flag::Except => {}
        }
    }
    if sorted.unread || !draft.senseless.is_empty() {
        draft.reasons.push(Reason::UnreadPart);
    }
    draft.windows.sort_unstable();
    draft.windows.dedup();
    let outside = |span: &Span| span.intersection(context.period).is_none();
    if draft.windows.iter().any(outside) {
        draft.reasons.push(Reason::OutsidePeriod);
    } else if draft
        .windows
        .iter()
        .any(|span| span.first < context.period.first || span.last > context.period.last)
    {
        draft.notes.push(Note::OutsidePeriod);
    }
    draft.reasons.sort_unstable();
    draft.reasons.dedup();
    draft.notes.sort_unstable();
    draft.notes.dedup();
    let windows = draft.windows.clone();
    let kind = draft.kind;
    draft.alternatives.retain(|other| {
        other.windows != windows || (Some(other.kind) != kind && other.windows.is_empty())
    });
    let mut seen: Vec<Alternative> = Vec::new();
    for other in draft.alternatives.drain(..) {
        if !seen.contains(&other) {
            seen.push(other);
        }
    }
    draft.alternatives = seen;
}
