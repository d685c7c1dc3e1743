//! What was said where: found by the meeting and by the item, so that nobody reads the whole
//! journal for one of them.

use std::collections::{BTreeMap, BTreeSet};

use super::super::agenda::ItemKey;
use super::super::date::Date;
use super::super::document::ActivityKey;
use super::super::id::Id;
use super::Entry;

/// Names of marks, entries and assignments; they themselves are in the ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Spoken {
    /// The marks of a meeting: of which activity, by which act.
    marks: BTreeMap<Date, Vec<(ActivityKey, Id)>>,
    /// The entries of a meeting.
    entries: BTreeMap<Date, BTreeSet<Id>>,
    /// The entries of an item.
    entries_on: BTreeMap<ItemKey, BTreeSet<Id>>,
    /// The assignments that got a word on their control at a meeting.
    controlled: BTreeMap<Date, BTreeSet<Id>>,
    /// The indicators whose value was taken at a meeting.
    measured: BTreeMap<Date, BTreeSet<u8>>,
}

impl Spoken {
    pub(super) fn mark(&mut self, meeting: Option<Date>, activity: ActivityKey, act: Id) {
        if let Some(date) = meeting {
            self.marks.entry(date).or_default().push((activity, act));
        }
    }

    pub(super) fn entry(&mut self, entry: &Entry) {
        if let Some(date) = entry.meeting() {
            self.entries.entry(date).or_default().insert(entry.id);
        }
        let on = self.entries_on.entry(entry.item).or_default();
        on.insert(entry.id);
    }

    pub(super) fn no_entry(&mut self, entry: &Entry) {
        let at = entry.meeting();
        if let Some(of_meeting) = at.and_then(|date| self.entries.get_mut(&date)) {
            of_meeting.remove(&entry.id);
        }
        if let Some(on) = self.entries_on.get_mut(&entry.item) {
            on.remove(&entry.id);
        }
    }

    pub(super) fn control(&mut self, meeting: Option<Date>, assignment: Id) {
        if let Some(date) = meeting {
            self.controlled.entry(date).or_default().insert(assignment);
        }
    }

    /// Whether the value of an indicator is taken, or is there no longer.
    pub(super) fn value(&mut self, meeting: Option<Date>, indicator: u8, is_taken: bool) {
        let Some(date) = meeting else { return };
        let of_meeting = self.measured.entry(date).or_default();
        if is_taken {
            of_meeting.insert(indicator);
        } else {
            of_meeting.remove(&indicator);
        }
    }

    pub(super) fn is_measured_at(&self, date: Date, indicator: u8) -> bool {
        let of_meeting = self.measured.get(&date);
        of_meeting.is_some_and(|known| known.contains(&indicator))
    }

    pub(super) fn marks_at(&self, date: Date) -> impl Iterator<Item = (ActivityKey, Id)> {
        self.marks.get(&date).into_iter().flatten().copied()
    }

    pub(super) fn entries_at(&self, date: Date) -> impl Iterator<Item = Id> {
        self.entries.get(&date).into_iter().flatten().copied()
    }

    pub(super) fn entries_on(&self, item: ItemKey) -> impl Iterator<Item = Id> {
        self.entries_on.get(&item).into_iter().flatten().copied()
    }

    /// In the order of their ids.
    pub(super) fn controlled_at(&self, date: Date) -> impl Iterator<Item = Id> {
        self.controlled.get(&date).into_iter().flatten().copied()
    }
}
