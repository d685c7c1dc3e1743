//! A meeting: attendance, state, version.

use std::collections::BTreeSet;

use super::agenda::{AgendaLine, ItemKey};
use super::approved::Version;
use super::date::Date;
use super::moment::Moment;
use super::safe_text::SafeText;
use super::subject::SubjectId;

pub use super::presence::Presence;

/// Where a meeting stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum MeetingState {
    /// Goes on, or was left open.
    Open,
    /// Ended; its papers are locked.
    Finished,
    /// Did not take place on its day.
    NotHeld {
        /// The day it was moved to, if any.
        moved_to: Option<Date>,
        /// Why.
        reason: SafeText,
    },
}

/// A meeting as it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Meeting {
    /// Its day.
    pub date: Date,
    /// When it was opened, by the wall clock.
    pub opened_at: Moment,
    /// Where it stands.
    pub state: MeetingState,
    /// How often it was finished: the version of its papers, 0 while it is a draft.
    pub version: u32,
    /// The approved versions, the first one first.
    pub versions: Vec<Version>,
    /// Number of the minutes within the calendar year, once finished.
    pub number: Option<u32>,
    /// The agenda, in its order.
    pub agenda: Vec<AgendaLine>,
    /// Lines taken off without being dealt with.
    pub dropped: Vec<AgendaLine>,
    /// What was put off at it («отложено»), whatever took it up since.
    pub put_off: BTreeSet<ItemKey>,
    /// Who is there; in the order it was said, each subject once.
    pub attendance: Vec<(SubjectId, Presence)>,
    /// Why it was reopened, each time.
    pub reopened: Vec<SafeText>,
    /// Whether it was open already when it was reopened last: two machines did it.
    pub is_reopened_beside: bool,
}

impl Meeting {
    pub(super) fn new(date: Date, opened_at: Moment) -> Self {
        Self {
            date,
            opened_at,
            state: MeetingState::Open,
            version: 0,
            versions: Vec::new(),
            number: None,
            agenda: Vec::new(),
            dropped: Vec::new(),
            put_off: BTreeSet::new(),
            attendance: Vec::new(),
            reopened: Vec::new(),
            is_reopened_beside: false,
        }
    }

    /// Whether acts can still be recorded at it.
    pub fn is_open(&self) -> bool {
        self.state == MeetingState::Open
    }

    /// The version that holds: the last one approved, also while the meeting is open again.
    pub fn last_version(&self) -> Option<&Version> {
        self.versions.last()
    }

    /// Whether two machines held it that knew nothing of each other, and it is finished.
    pub fn is_held_twice(&self) -> bool {
        self.state == MeetingState::Finished && self.last_version().is_some_and(|it| it.beside)
    }

    /// What is known of somebody's attendance.
    pub fn presence(&self, subject: &SubjectId) -> Option<&Presence> {
        self.attendance
            .iter()
            .find(|(known, _)| known == subject)
            .map(|(_, presence)| presence)
    }

    /// The agenda line of an item.
    pub fn line(&self, item: ItemKey) -> Option<&AgendaLine> {
        self.agenda.iter().find(|line| line.item == item)
    }
}
