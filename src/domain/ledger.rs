//! The fold: what all operations together mean. Pure, and the same for any order in which the
//! records arrive.

mod apply;
mod change;
mod dealt;
mod entries;
mod handed;
mod history;
mod identity;
mod numbers;
mod points;
mod spoken;
mod succession;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::agenda::ItemKey;
use super::control::{Control, DocumentControl};
use super::date::{Date, Span};
use super::dispatch::Handed;
use super::document::{ActivityKey, DocumentKey};
use super::edition::Edition;
use super::entry::EntryContent;
use super::event::EventEntry;
use super::id::Id;
use super::indicator::Measured;
use super::mark::Status;
use super::meeting::Meeting;
use super::moment::Moment;
use super::operation::{Record, WriterId};
use super::origin::Origin;
use super::quick::{QuickMap, QuickSet};
use super::subject::{Subject, SubjectId};
pub(in crate::domain) use dealt::unreplaced;
use identity::Identities;
use points::Reread;
use spoken::Spoken;

pub(in crate::domain) use dealt::is_decision;
pub use succession::CarriedOver;

/// A mark as it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MarkEntry {
    /// The day it counts for.
    pub day: Date,
    /// The meeting it was said at.
    pub meeting: Option<Date>,
    /// First day of the occurrence's window, where the editions in force have it.
    pub occurrence: Date,
    /// First day of the window it was said of.
    pub said_of: Date,
    /// Whether an edition has moved its control point since: the day a postponement named is no
    /// longer the one it is due on.
    pub is_overruled: bool,
    /// The logical clock of its record.
    pub clock: u64,
    /// What was said.
    pub status: Status,
    /// The day it really happened, where that is not the day it was said.
    pub happened: Option<Date>,
    /// The act that set it.
    pub act: Id,
    /// Whether it says only that it was done before the record began: counted by itself.
    pub before_record: bool,
}

impl MarkEntry {
    /// What was said, as far as it holds: not that it was moved to a day which an edition has since
    /// set aside.
    pub fn standing_status(&self) -> Option<&Status> {
        let is_set_aside = self.is_overruled && matches!(self.status, Status::Postponed { .. });
        (!is_set_aside).then_some(&self.status)
    }

    /// The day from which it is true: the one it happened on, else the one it was said on.
    pub fn true_from(&self) -> Date {
        self.happened.unwrap_or(self.day)
    }
}

/// An entry as it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Its name.
    pub id: Id,
    /// Where it comes from.
    pub origin: Origin,
    /// The agenda item it belongs to.
    pub item: ItemKey,
    /// What it says.
    pub content: Arc<EntryContent>,
}

impl Entry {
    /// The day it counts for.
    pub fn day(&self) -> Date {
        self.origin.day()
    }

    /// The meeting it belongs to; `None` for one written between meetings.
    pub fn meeting(&self) -> Option<Date> {
        self.origin.meeting()
    }
}

/// A word on the control of an assignment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ControlEntry {
    /// The day it counts for.
    pub day: Date,
    /// The meeting it was said at.
    pub meeting: Option<Date>,
    /// What was said.
    pub control: Control,
    /// The day it really happened, where that is not the day it was said.
    pub happened: Option<Date>,
    /// On which computer.
    pub writer: WriterId,
}

impl ControlEntry {
    /// The day from which it is true: the one it happened on, else the one it was said on.
    pub fn true_from(&self) -> Date {
        self.happened.unwrap_or(self.day)
    }
}

/// A word of the chair on the control of a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DocumentWord {
    /// The day it counts for.
    pub day: Date,
    /// The meeting it was said at.
    pub meeting: Option<Date>,
    /// What was said.
    pub control: DocumentControl,
}

/// The state of everything that happens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    records: Vec<Record>,
    known: QuickSet<Id>,
    retracted: QuickSet<Id>,
    meetings: BTreeMap<Date, Meeting>,
    marks: BTreeMap<ActivityKey, Vec<MarkEntry>>,
    entries: BTreeMap<Id, Entry>,
    order: BTreeMap<(Option<Date>, ItemKey), Vec<Id>>,
    controls: BTreeMap<Id, Vec<ControlEntry>>,
    /// How many words on an assignment somebody has settled with the one after them.
    settled: BTreeMap<Id, usize>,
    spoken: Spoken,
    subjects: Vec<Subject>,
    identities: Identities,
    corrections: BTreeMap<ActivityKey, Vec<Span>>,
    reread: Vec<Reread>,
    editions: Vec<Edition>,
    parked: BTreeMap<ItemKey, Date>,
    measured: BTreeMap<u8, BTreeMap<Date, Measured>>,
    events: BTreeMap<ActivityKey, EventEntry>,
    document_words: BTreeMap<DocumentKey, Vec<DocumentWord>>,
    handed: BTreeMap<(Date, SubjectId), Handed>,
    carried_over: BTreeMap<ActivityKey, CarriedOver>,
    /// The day of the first meeting or mark.
    begins: Option<Date>,
}

impl Ledger {
    /// Folds records given in any order.
    pub fn fold(records: impl IntoIterator<Item = Record>) -> Self {
        let records = records.into_iter();
        let mut known = QuickSet::default();
        known.reserve(records.size_hint().0);
        let mut ledger = Self {
            records: records.filter(|record| known.insert(record.id)).collect(),
            known,
            ..Self::default()
        };
        ledger.refold();
        ledger
    }

    /// What is on record of the papers of a meeting for a subject.
    pub fn handed(&self, meeting: Date, subject: &SubjectId) -> Option<&Handed> {
        self.handed.get(&(meeting, subject.clone()))
    }

    /// The day of the first meeting or mark on record.
    pub fn begins(&self) -> Option<Date> {
        self.begins
    }

    /// Takes in more records. Cheap when they come after all known ones and retract nothing; tells
    /// whether they did not, and all was folded anew.
    pub fn extend(&mut self, records: impl IntoIterator<Item = Record>) -> bool {
        let mut again = false;
        for record in records {
            if !self.known.insert(record.id) {
                continue;
            }
            let in_order = self
                .records
                .last()
                .is_none_or(|last| (last.clock, last.id) < (record.clock, record.id));
            if in_order
                && !again
                && !record.op.changes_the_past()
                && !self.retracted.contains(&record.act)
            {
                self.apply(&self.identities.of(&record));
            } else {
                again = true;
            }
            self.records.push(record);
        }
        if again {
            self.refold();
        }
        again
    }

    fn refold(&mut self) {
        let mut records = std::mem::take(&mut self.records);
        records.sort_by_key(|record| (record.clock, record.id));
        let known = std::mem::take(&mut self.known);
        *self = Self {
            retracted: history::retracted(&records),
            known,
            ..Self::default()
        };
        let counts = |record: &&Record| !self.retracted.contains(&record.act);
        self.identities = Identities::said_by(records.iter().filter(counts));
        for record in &records {
            if !self.retracted.contains(&record.act) && !record.op.is_retraction() {
                self.apply(&self.identities.of(record));
            }
        }
        self.records = records;
    }

    /// All records in the order of the fold.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The record with the latest moment of a wall clock.
    pub fn latest(&self) -> Option<&Record> {
        self.records.iter().max_by_key(|record| record.at.utc())
    }

    /// The logical clock of the last record; 0 for an empty journal.
    pub fn clock(&self) -> u64 {
        self.records.last().map_or(0, |record| record.clock)
    }

    /// Whether an act has been taken back.
    pub fn is_retracted(&self, act: Id) -> bool {
        self.retracted.contains(&act)
    }

    /// The meetings on record, by date.
    pub fn meetings(&self) -> &BTreeMap<Date, Meeting> {
        &self.meetings
    }

    /// The meeting of a day.
    pub fn meeting(&self, date: Date) -> Option<&Meeting> {
        self.meetings.get(&date)
    }

    /// The marks of an activity in the order of the fold.
    pub fn marks(&self, activity: ActivityKey) -> &[MarkEntry] {
        self.marks.get(&activity).map_or(&[], Vec::as_slice)
    }

    /// The activities that have marks.
    pub fn marked(&self) -> impl Iterator<Item = ActivityKey> {
        self.marks.keys().copied()
    }

    /// All marks with their activities.
    pub fn all_marks(&self) -> impl Iterator<Item = (ActivityKey, &MarkEntry)> {
        self.marks
            .iter()
            .flat_map(|(activity, marks)| marks.iter().map(|mark| (*activity, mark)))
    }

    /// An entry.
    pub fn entry(&self, id: Id) -> Option<&Entry> {
        self.entries.get(&id)
    }

    /// The entries of an item, of all meetings and between them.
    pub fn entries_on(&self, item: ItemKey) -> impl Iterator<Item = &Entry> {
        let ids = self.spoken.entries_on(item);
        ids.filter_map(|id| self.entries.get(&id))
    }

    /// All entries, by id (which is the order they were first written in).
    pub fn entries(&self) -> impl DoubleEndedIterator<Item = &Entry> + ExactSizeIterator {
        self.entries.values()
    }

    /// The entries of an item at a meeting (or between meetings), in their order.
    pub fn entries_of(&self, meeting: Option<Date>, item: ItemKey) -> impl Iterator<Item = &Entry> {
        self.order
            .get(&(meeting, item))
            .into_iter()
            .flatten()
            .filter_map(|id| self.entries.get(id))
    }

    /// What was said about the control of an assignment, oldest first.
    pub fn controls(&self, assignment: Id) -> &[ControlEntry] {
        self.controls.get(&assignment).map_or(&[], Vec::as_slice)
    }

    /// The words on an assignment that nobody has settled yet, should two computers have said them
    /// apart.
    pub fn unsettled_controls(&self, assignment: Id) -> &[ControlEntry] {
        let settled = self.settled.get(&assignment).copied().unwrap_or(0);
        self.controls(assignment).get(settled..).unwrap_or_default()
    }

    /// Subjects added or corrected by the user.
    pub fn subjects(&self) -> &[Subject] {
        &self.subjects
    }

    /// Windows set by hand for an activity's deadline.
    pub fn correction(&self, activity: ActivityKey) -> Option<&[Span]> {
        self.corrections.get(&activity).map(Vec::as_slice)
    }

    /// The values of an indicator by day; `None` when there never was one.
    pub fn measured(&self, indicator: u8) -> Option<&BTreeMap<Date, Measured>> {
        self.measured.get(&indicator)
    }

    /// What is on record of an event with participants.
    pub fn event(&self, activity: ActivityKey) -> Option<&EventEntry> {
        self.events.get(&activity)
    }

    /// What the chair said of the control of a document, oldest first.
    pub fn document_words(&self, document: DocumentKey) -> &[DocumentWord] {
        let words = self.document_words.get(&document);
        words.map_or(&[], Vec::as_slice)
    }

    /// The editions that were adopted, in the order they come into force.
    pub fn editions(&self) -> &[Edition] {
        &self.editions
    }

    /// Items in the parking lot and the meeting that parked them.
    pub fn parked(&self) -> &BTreeMap<ItemKey, Date> {
        &self.parked
    }

    /// The act that undo would take back: the last living one of this writer.
    pub fn undo_target(&self, writer: &WriterId) -> Option<Id> {
        history::undo_target(&self.records, &self.retracted, writer)
    }

    /// The retraction that redo would take back.
    pub fn redo_target(&self, writer: &WriterId) -> Option<Id> {
        history::redo_target(&self.records, &self.retracted, writer)
    }

    /// The operations of an act, in order.
    pub fn act(&self, act: Id) -> impl Iterator<Item = &Record> {
        self.records.iter().filter(move |record| record.act == act)
    }

    /// The acts of this journal, oldest first, each with its operations in order: at least one.
    pub fn acts(&self) -> Vec<Vec<&Record>> {
        let mut places: QuickMap<Id, usize> = QuickMap::default();
        let mut acts: Vec<Vec<&Record>> = Vec::new();
        for record in &self.records {
            let next = acts.len();
            let place = *places.entry(record.act).or_insert(next);
            match acts.get_mut(place) {
                Some(known) => known.push(record),
                None => acts.push(vec![record]),
            }
        }
        acts
    }

    /// When the last record was written by the wall clock.
    pub fn last_moment(&self) -> Option<Moment> {
        self.records.last().map(|record| record.at)
    }
}
