//! What a meeting dealt with, and in which order it is numbered.

use std::collections::{BTreeMap, BTreeSet};

use super::super::agenda::ItemKey;
use super::super::control::Control;
use super::super::date::Date;
use super::super::document::ActivityKey;
use super::super::entry::EntryKind;
use super::super::id::Id;
use super::super::indicator::topic::asked_by;
use super::super::meeting::Meeting;
use super::super::numbering::{Decided, NumberedQuestion, Numbering};
use super::{ControlEntry, Entry, Ledger};

/// Words on the control of one assignment, in their order, without those that a later word at the
/// same meeting replaced: its minutes have the last one. What the executor reported is no decision,
/// and neither replaces one nor is replaced.
pub(in crate::domain) fn unreplaced<'a>(
    words: impl Iterator<Item = &'a ControlEntry>,
) -> Vec<&'a ControlEntry> {
    let words: Vec<&ControlEntry> = words.collect();
    let is_decision = |word: &ControlEntry| word.control != Control::Reported;
    let is_replaced = |place: usize, word: &ControlEntry| {
        let mut later = words.iter().skip(place + 1);
        let is_of_meeting = |it: &ControlEntry| it.meeting == word.meeting && is_decision(it);
        word.meeting.is_some() && is_decision(word) && later.any(|it| is_of_meeting(it))
    };
    let all = words.iter().enumerate();
    all.filter(|(place, word)| !is_replaced(*place, word))
        .map(|(_, word)| *word)
        .collect()
}

impl Ledger {
    /// The words on the control of an assignment that stand: of several at one meeting the last.
    pub fn standing_controls(&self, assignment: Id) -> Vec<&ControlEntry> {
        unreplaced(self.controls(assignment).iter())
    }

    /// The items a meeting dealt with (what got a mark, an entry for the papers, a word on control
    /// or the value it asks for), in the order of its agenda, then those outside it; each with what was decided.
    /// `own` are the activities that are the meeting itself.
    pub fn dealt_with(&self, date: Date, own: &[ActivityKey]) -> Vec<NumberedQuestion> {
        let Some(meeting) = self.meeting(date) else {
            return Vec::new();
        };
        let is_end = |act| meeting.versions.iter().any(|version| version.act == act);
        let mut dealt: BTreeSet<ItemKey> = self
            .spoken
            .marks_at(date)
            .filter(|(activity, act)| !own.contains(activity) && !is_end(*act))
            .map(|(activity, _)| ItemKey::Activity(activity))
            .collect();
        let entries = self.entries_at(date);
        let entries = entries.filter(|entry| entry.content.kind != EntryKind::Private);
        dealt.extend(entries.map(|entry| entry.item));
        dealt.extend(
            self.control_words(date)
                .map(|(assignment, _)| self.item_of_assignment(meeting, assignment)),
        );
        dealt.extend(self.values_taken(meeting));
        let mut items: Vec<ItemKey> = meeting
            .agenda
            .iter()
            .map(|line| line.item)
            .filter(|item| dealt.contains(item))
            .collect();
        let on_agenda: BTreeSet<ItemKey> = items.iter().copied().collect();
        items.extend(dealt.difference(&on_agenda));
        let mut words: BTreeMap<ItemKey, Vec<Decided>> = BTreeMap::new();
        for (assignment, _) in self.last_control_words(date) {
            let item = self.item_of_assignment(meeting, assignment);
            let of_item = words.entry(item).or_default();
            of_item.push(Decided::Control(assignment.id));
        }
        items
            .into_iter()
            .map(|item| NumberedQuestion {
                item,
                decisions: self
                    .entries_of(Some(date), item)
                    .filter(|entry| is_decision(entry))
                    .map(|entry| Decided::Entry(entry.id))
                    .chain(words.remove(&item).into_iter().flatten())
                    .collect(),
            })
            .collect()
    }

    /// The items of a meeting that asked for the value of an indicator and got it. What approved
    /// papers do not number was approved by a program that did not count it, and stays as it is
    /// until the minutes are opened again.
    fn values_taken<'a>(&'a self, meeting: &'a Meeting) -> impl Iterator<Item = ItemKey> + 'a {
        let approved = meeting
            .last_version()
            .filter(|_| !meeting.is_open())
            .and_then(|version| version.numbering.as_ref());
        let lines = meeting.agenda.iter().chain(&meeting.dropped);
        lines
            .map(|line| line.item)
            .filter(|item| {
                asked_by(*item)
                    .is_some_and(|(number, _)| self.spoken.is_measured_at(meeting.date, number))
            })
            .filter(move |item| approved.is_none_or(|known| known.has(*item)))
    }

    /// The numbers the version that holds has given; none before the first one.
    pub fn numbers_given(&self, date: Date) -> Numbering {
        let last = self.meeting(date).and_then(Meeting::last_version);
        last.and_then(|version| version.numbering.clone())
            .unwrap_or_default()
    }

    /// The entries of a meeting, in the order they were first written in.
    pub fn entries_at(&self, date: Date) -> impl Iterator<Item = &Entry> {
        let ids = self.spoken.entries_at(date);
        ids.filter_map(|id| self.entry(id))
    }

    /// What was said on control at a meeting: of each assignment in turn, oldest first.
    pub fn control_words(&self, date: Date) -> impl Iterator<Item = (&Entry, &ControlEntry)> {
        self.spoken
            .controlled_at(date)
            .filter_map(|id| self.entry(id))
            .filter(|entry| entry.content.kind == EntryKind::Assignment)
            .flat_map(move |entry| {
                self.controls(entry.id)
                    .iter()
                    .filter(move |word| word.meeting == Some(date))
                    .map(move |word| (entry, word))
            })
    }

    /// The words on control that stand at the end of a meeting: of several on one assignment the
    /// last. What the executor reported is not a decision.
    pub(in crate::domain) fn last_control_words(&self, date: Date) -> Vec<(&Entry, &ControlEntry)> {
        let mut last: Vec<(&Entry, &ControlEntry)> = Vec::new();
        for (entry, word) in self.control_words(date) {
            if word.control == Control::Reported {
                continue;
            }
            // All words on one assignment stand together.
            match last.last_mut().filter(|(known, _)| known.id == entry.id) {
                Some(known) => known.1 = word,
                None => last.push((entry, word)),
            }
        }
        last
    }

    /// The agenda item under which an assignment of earlier minutes is dealt with.
    pub(in crate::domain) fn item_of_assignment(
        &self,
        meeting: &Meeting,
        assignment: &Entry,
    ) -> ItemKey {
        let own = ItemKey::Assignment(assignment.id);
        if assignment.meeting() == Some(meeting.date) {
            return assignment.item;
        }
        match self.item_on(assignment.item, meeting.date) {
            item @ ItemKey::Activity(_) if meeting.line(own).is_none() => item,
            _ => own,
        }
    }
}

/// Whether an entry is numbered among what was decided.
pub(in crate::domain) fn is_decision(entry: &Entry) -> bool {
    matches!(
        entry.content.kind,
        EntryKind::Decision | EntryKind::Assignment
    )
}
