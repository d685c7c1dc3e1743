//! Phrases to one reading: what goes with what, which kind the whole is, how sure.

mod clause;
mod dates;
mod length;
mod narrow;
mod sort;

use super::Kind;
use super::dated;
use super::phrase::{Beat, Flag, Placed, Vague};
use super::reading::{Alternative, Cadence, Direction, Note, Reason, Relative, TimeRange};
use super::repeat;
use super::resolve::{self, Context};
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
    /// Lengths in brackets.
    lengths: Vec<Relative>,
    vague: Vec<Vague>,
    /// Months with a day of their own.
    own_days: Vec<(u32, u32)>,
    flags: Vec<Flag>,
    unread: bool,
    /// The time of day stands after a date.
    hour_last: bool,
}

/// Composes the phrases.
pub(super) fn compose(phrases: &[Placed], context: &Context<'_>) -> Draft {
    if sort::is_spoilt(phrases) {
        return Draft::default();
    }
    let mut draft = clause::each(phrases, |clause| one(clause, context));
    tidy(&mut draft, context);
    draft
}

/// One frequency with what goes with it, or a wording without any.
fn one(phrases: &[Placed], context: &Context<'_>) -> Draft {
    let mut draft = Draft::default();
    let mut sorted = sort::sort(phrases, &mut draft);
    let senseless = settle::settle(&mut sorted.entries, context, &mut draft.reasons);
    draft.senseless.extend(senseless);
    let silent = settle::settle(&mut sorted.excepted, context, &mut draft.reasons);
    draft.senseless.extend(silent);
    sort::hour_limits(&mut sorted, &mut draft);
    sort::annotate_weekdays(&mut sorted, context, &mut draft);
    length::fill(&mut sorted, context, &mut draft);

    // «ежегодно до 31 июня»: what is left beside a day that does not exist is not read alone.
    let spoilt = !draft.senseless.is_empty()
        && sorted.entries.is_empty()
        && sorted
            .beats
            .iter()
            .all(|beat| matches!(beat, Beat::Every { .. }));
    if !sorted.beats.is_empty() && sorted.terms.is_empty() && !spoilt {
        recurrence(&mut sorted, context, &mut draft);
    } else if !sorted.entries.is_empty() {
        dates::dates(&mut sorted, context, &mut draft);
    }
    except(&sorted, context, &mut draft);
    own_days(&sorted, &mut draft);
    terms(&sorted, &mut draft);
    vague(&sorted, context, &mut draft);
    colour(&sorted, &mut draft);
    draft
}

fn recurrence(sorted: &mut Sorted, context: &Context<'_>, draft: &mut Draft) {
    sort::days_beside_year_days(sorted);
    let further = sorted.flags.contains(&Flag::Further);
    let repeated = repeat::repeated(&sorted.beats, &sorted.entries, further, context);
    draft.kind = Some(repeated.single.unwrap_or(Kind::Recurrence));
    draft.windows = repeated.windows;
    draft.cadence = repeated.cadence.filter(|_| repeated.single.is_none());
    draft.reasons.extend(repeated.reasons);
    draft.notes.extend(repeated.notes);
    for windows in repeated.alternatives {
        draft.alternative(Kind::Recurrence, windows);
    }
    if draft.windows.is_empty() {
        draft.kind = None;
    }
}

/// «кроме июля и августа», «кроме выходных».
fn except(sorted: &Sorted, context: &Context<'_>, draft: &mut Draft) {
    if !sorted.flags.contains(&Flag::Except) {
        return;
    }
    let mut left_out: Vec<Span> = sorted
        .excepted
        .iter()
        .flat_map(|entry| dated::windows(&entry.item, context, true).windows)
        .collect();
    // A week that lies in July and August lies in neither of them.
    left_out.sort_unstable();
    let left_out = repeat::merge(&left_out);
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

/// «ежемесячно до 25 числа, в декабре – до 15».
fn own_days(sorted: &Sorted, draft: &mut Draft) {
    for (month, day) in &sorted.own_days {
        draft.notes.push(Note::Except);
        let in_month = |window: &Span| window.last.month() == *month;
        let each: Vec<Span> = draft.windows.iter().copied().filter(in_month).collect();
        // A report on the month before, or several days a month: which of them is not said.
        let alone = each.iter().all(|window| {
            window.first.month() == *month
                && each
                    .iter()
                    .filter(|other| other.last.year() == window.last.year())
                    .count()
                    == 1
        });
        if draft.kind != Some(Kind::Recurrence) || each.is_empty() || !alone {
            draft.doubt(Reason::MixedKinds);
            continue;
        }
        for window in draft.windows.iter_mut().filter(|window| in_month(window)) {
            let first = window.first.start_of_month();
            let last = resolve::day_or_last(first.year(), *month, *day);
            *window = last
                .and_then(|last| Span::new(first, last))
                .unwrap_or(*window);
        }
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
        // «ежегодно, не позднее 10 дней со дня …»: a term without its frequency is not the whole.
        if !sorted.beats.is_empty() {
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
            Vague::Vacation(season) if alone && holidays(*season, context, draft) => {}
            Vague::Vacation(_) | Vague::Event => {
                let reason = if *vague == Vague::Event {
                    Reason::EventBound
                } else {
                    Reason::SchoolCalendar
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

/// «осенние каникулы» where the school's terms are set.
fn holidays(season: Option<u32>, context: &Context<'_>, draft: &mut Draft) -> bool {
    let Some(season) = season else { return false };
    let found = resolve::hits(context, |year| context.holidays(year, season));
    if found.windows.is_empty() {
        return false;
    }
    if found.windows.len() > 1 {
        draft.doubt(Reason::EveryPlanYear);
    }
    draft.kind = Some(Kind::Windows);
    draft.windows = found.windows;
    true
}

/// Small words that colour the whole.
fn colour(sorted: &Sorted, draft: &mut Draft) {
    for flag in &sorted.flags {
        match flag {
            Flag::Stages => draft.notes.push(Note::Stages),
            Flag::Inclusive => draft.notes.push(Note::Inclusive),
            Flag::Tentative => draft.reasons.push(Reason::Tentative),
            Flag::Misprint => draft.reasons.push(Reason::Misprint),
            Flag::Either => draft.reasons.push(Reason::Either),
            Flag::LooseAnchor => draft.reasons.push(Reason::EventBound),
            Flag::LowerBound => draft.reasons.push(Reason::LowerBound),
            Flag::EarliestToo => draft.notes.push(Note::EarliestToo),
            Flag::OpenEnd => draft.reasons.push(Reason::OpenEnd),
            Flag::Further if sorted.beats.is_empty() => draft.reasons.push(Reason::UnreadPart),
            Flag::Further | Flag::Label | Flag::Except => {}
        }
    }
    if sorted.unread || !draft.senseless.is_empty() {
        draft.reasons.push(Reason::UnreadPart);
    }
}

/// Order, and what lies outside the plan.
fn tidy(draft: &mut Draft, context: &Context<'_>) {
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
