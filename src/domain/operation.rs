//! Operations: every change there is. The state of everything is a fold over them.
//!
//! An operation is never edited or removed; [`Operation::Retract`] takes an act back, and a
//! retraction can itself be retracted (undo and redo, on record).

use std::cell::RefCell;
use std::convert::Infallible;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::agenda::{AgendaLine, ItemKey, Section};
use super::approved::ApprovedPapers;
use super::control::{Control, DocumentControl};
use super::date::{Date, Span};
use super::digest::Digest;
use super::dispatch::Receipt;
use super::document::ActivityKey;
use super::document::DocumentKey;
use super::edition::Change;
use super::entry::EntryContent;
use super::event::EventChange;
use super::id::Id;
use super::indicator::Amount;
use super::mark::Status;
use super::meeting::Presence;
use super::moment::Moment;
use super::quick::of_text;
use super::safe_text::SafeText;
use super::subject::{Subject, SubjectId};

/// Who writes: one writer, one journal file. Letters and digits, stable for a machine and user.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct WriterId(pub Arc<str>);

thread_local! {
    /// The writer read last: nearly every record is of the one before it, and has no copy of its own.
    static LAST_READ: RefCell<Option<Arc<str>>> = const { RefCell::new(None) };
}

impl Serialize for WriterId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for WriterId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        of_text(deserializer, |name| {
            LAST_READ.with_borrow_mut(|last| {
                if let Some(last) = last.as_ref().filter(|last| ***last == *name) {
                    return Ok::<_, Infallible>(Self(Arc::clone(last)));
                }
                let name: Arc<str> = name.into();
                *last = Some(Arc::clone(&name));
                Ok(Self(name))
            })
        })
    }
}

/// One line of the journal.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Unique for ever.
    pub id: Id,
    /// Logical clock: greater than every clock this writer had seen. Order is (clock, id).
    pub clock: u64,
    /// The wall clock, for people.
    pub at: Moment,
    /// Who wrote it.
    pub writer: WriterId,
    /// The chair's act this operation belongs to: the unit of undo.
    pub act: Id,
    /// The day it counts for: the meeting's date, or today between meetings.
    pub day: Date,
    /// The meeting it was said at, if any.
    pub meeting: Option<Date>,
    /// What changed.
    pub op: Operation,
}

/// One change.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Operation {
    /// Takes an act back; retracting a retraction brings it again.
    Retract {
        /// The act taken back.
        act: Id,
    },
    /// Opens the meeting of the record's `meeting` with its agenda.
    OpenMeeting {
        /// The agenda as it stood at the opening.
        agenda: Vec<AgendaLine>,
    },
    /// Ends the meeting and locks its papers.
    FinishMeeting {
        /// Number of the minutes within the calendar year.
        number: u32,
    },
    /// Puts on record what the end of the meeting approved; part of the act that ends it.
    ApprovePapers {
        /// What the papers were.
        papers: Box<ApprovedPapers>,
    },
    /// Opens finished minutes again; the next finish makes the next version.
    ReopenMeeting {
        /// Why.
        reason: SafeText,
    },
    /// Puts on record that the meeting of this day is not held, or is held on another day.
    SkipMeeting {
        /// The day it is moved to, if any.
        moved_to: Option<Date>,
        /// Why.
        reason: SafeText,
    },
    /// Says whether somebody is there.
    SetAttendance {
        /// Member or guest.
        subject: SubjectId,
        /// Present, absent, …; `None` takes the entry away.
        presence: Option<Presence>,
    },
    /// Puts an item on the agenda: from the plan, or a topic outside it.
    AddItem {
        /// What stands on the agenda from now on.
        line: Box<AgendaLine>,
    },
    /// Takes an item off the agenda without dealing with it.
    DropItem {
        /// Which.
        item: ItemKey,
    },
    /// Moves an item to another place of the agenda.
    MoveItem {
        /// Which.
        item: ItemKey,
        /// Its new place, counted from 0.
        to: usize,
        /// The section it stands in from now on; `None`, as older journals have it, takes that of
        /// the line it is put before.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        section: Option<Section>,
    },
    /// Sets who reports on an item and how long it may take.
    SetItem {
        /// Which.
        item: ItemKey,
        /// The speaker (докладчик).
        speaker: Option<SubjectId>,
        /// Planned minutes.
        minutes: Option<u16>,
    },
    /// Says which member asks for an item to be dealt with.
    AskForItem {
        /// Which.
        item: ItemKey,
        /// Who; `None` takes it back.
        subject: Option<SubjectId>,
    },
    /// Puts an item into the parking lot («отложено»), or takes it out.
    ParkItem {
        /// Which.
        item: ItemKey,
        /// Into the lot or out of it.
        parked: bool,
    },
    /// Sets the status of one occurrence of an activity.
    Mark {
        /// Of which activity.
        activity: ActivityKey,
        /// First day of the occurrence's window: its name.
        occurrence: Date,
        /// What was said.
        status: Status,
        /// The day it really happened, where that is not the day it was said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        happened: Option<Date>,
    },
    /// Says of many control points at once that they were done before the record began; who joins
    /// a plan in the middle has nobody's word for the day.
    MarkBefore {
        /// Each by its activity and the first day of its window.
        points: Vec<(ActivityKey, Date)>,
    },
    /// Writes an entry of an item, or rewrites it when the id is known.
    WriteEntry {
        /// The entry's name.
        entry: Id,
        /// The agenda item it belongs to.
        item: ItemKey,
        /// Kind, text, executors, date.
        #[serde(with = "shared")]
        content: Arc<EntryContent>,
    },
    /// Removes an entry from the papers.
    DeleteEntry {
        /// Which.
        entry: Id,
    },
    /// Moves an entry to another place within its item.
    MoveEntry {
        /// Which.
        entry: Id,
        /// Its new place among the item's entries, counted from 0.
        to: usize,
    },
    /// Decides on the control of an assignment.
    SetControl {
        /// The entry that is the assignment.
        assignment: Id,
        /// What the executor or the chair said.
        control: Control,
        /// The day it really happened, where that is not the day it was said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        happened: Option<Date>,
    },
    /// Says that the word on control in the same act settles what two computers said apart before
    /// it.
    SettleControl {
        /// The entry that is the assignment.
        assignment: Id,
    },
    /// Adds or corrects a subject.
    WriteSubject {
        /// The whole subject.
        subject: Box<Subject>,
    },
    /// Says that an id the journal names and no file has any more is this subject now: everything
    /// that was recorded of the one is the other's.
    IdentifySubject {
        /// The id that is not known.
        unknown: SubjectId,
        /// Who it is.
        subject: SubjectId,
    },
    /// Puts the value of an indicator on record for the record's day.
    MeasureIndicator {
        /// Its number in the plan.
        indicator: u8,
        /// What was measured; `None` takes that day's value away.
        value: Option<Amount>,
        /// Where the value comes from: «ФИС ОКО», «отчёт ЦНППМ».
        #[serde(default, skip_serializing_if = "SafeText::is_blank")]
        source: SafeText,
        /// What else is to be said of it.
        #[serde(default, skip_serializing_if = "SafeText::is_blank")]
        note: SafeText,
    },
    /// Changes what is known of an event with participants.
    SetEvent {
        /// The point that sets it.
        activity: ActivityKey,
        /// What changes.
        change: EventChange,
    },
    /// Takes a document off control, or puts it on control again: a word of the chair alone.
    ControlDocument {
        /// Which.
        document: DocumentKey,
        /// What the chair said.
        control: DocumentControl,
    },
    /// Says that what is open of a document goes on in another one: activities, with their
    /// assignments.
    CarryOver {
        /// The document whose time is over.
        document: DocumentKey,
        /// The one that goes on with it.
        to: DocumentKey,
        /// Each activity with the one that takes its matters over.
        activities: Vec<(ActivityKey, ActivityKey)>,
    },
    /// Says how far the papers of a meeting have come on their way to somebody, on the record's day.
    HandOver {
        /// Of which meeting.
        meeting: Date,
        /// To whom.
        subject: SubjectId,
        /// How far; `None` takes back what was said.
        receipt: Option<Receipt>,
    },
    /// Says that the journal of a year was packed into one file. It changes nothing that is on
    /// record; a program that knows of no such files must not write beside them.
    PackYear {
        /// Which year.
        year: i32,
    },
    /// Brings an edition of a document into force; what it changes stands in the same act.
    AdoptEdition {
        /// Of which document.
        document: DocumentKey,
        /// The day from which it counts.
        from: Date,
        /// What it rests on.
        #[serde(default, skip_serializing_if = "SafeText::is_blank")]
        basis: SafeText,
        /// The text it was taken from, if it came in a file.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        source: Option<Digest>,
    },
    /// One change of the edition that this act adopts.
    AmendDocument {
        /// What changes.
        change: Box<Change>,
    },
    /// Replaces the reading of a deadline by hand; the wording stays.
    CorrectReading {
        /// Of which activity.
        activity: ActivityKey,
        /// Its windows from now on; `None` goes back to the program's own reading.
        windows: Option<Vec<Span>>,
        /// Where what was said of a control point goes: first days of its window before and from
        /// now on. A point that is not named keeps its day.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        moved: Vec<(Date, Date)>,
    },
}

/// What several hold is written as if each had its own.
mod shared {
    use std::sync::Arc;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<T: Serialize, S: Serializer>(
        value: &Arc<T>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        T::serialize(value, serializer)
    }

    pub(super) fn deserialize<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Arc<T>, D::Error> {
        T::deserialize(deserializer).map(Arc::new)
    }
}

impl Operation {
    /// Whether it changes what was recorded before it.
    pub fn changes_the_past(&self) -> bool {
        matches!(self, Self::Retract { .. } | Self::IdentifySubject { .. })
    }

    /// Whether it is of the files alone and there is nothing to be taken back.
    pub fn is_of_files(&self) -> bool {
        matches!(self, Self::PackYear { .. })
    }

    /// Whether it takes another act back.
    pub fn is_retraction(&self) -> bool {
        matches!(self, Self::Retract { .. })
    }

    /// The activity a mark is of.
    pub fn marked(&self) -> Option<ActivityKey> {
        match self {
            Self::Mark { activity, .. } => Some(*activity),
            _ => None,
        }
    }
}
