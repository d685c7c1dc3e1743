//! The agenda: which items, in which section, and why.

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::document::ActivityKey;
use super::id::Id;
use super::safe_text::SafeText;
use super::subject::SubjectId;

/// What an agenda item is about.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum ItemKey {
    /// An activity of the plan.
    Activity(ActivityKey),
    /// An assignment of earlier minutes that belongs to no activity.
    Assignment(Id),
    /// A topic somebody brought («вне повестки», «разное»).
    Topic(Id),
}

/// The sections of an agenda, in the order they are read (design.md 5.3).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Section {
    /// Assignments that are due today or were.
    Assignments,
    /// The due date has passed and the occurrence is open.
    Overdue,
    /// Due from this meeting to the eve of the next, or an event in these days.
    ThisWeek,
    /// Values of indicators that are asked for: of a period that is over, and due on no day.
    /// Meetings that were opened by earlier programs have them under [`Self::ThisWeek`].
    Values,
    /// Due later in this month.
    ThisMonth,
    /// Due within the look-ahead.
    Approaching,
    /// Goes on for long and nobody has reported for weeks.
    Silent,
    /// Left over from the last meeting or parked.
    CarriedOver,
    /// Put on by the chair.
    Added,
    /// Routine and on track: taken with one act, without discussion.
    Routine,
}

/// Why a line is on the agenda; printed beside it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Reason {
    /// An assignment of earlier minutes is due.
    AssignmentDue {
        /// The meeting that gave it, or the day between meetings.
        minutes: Date,
        /// Its number there; empty for one given between meetings.
        number: SafeText,
        /// Its due date now.
        due: Date,
    },
    /// An assignment is to be heard at this meeting.
    ToBeHeard {
        /// The meeting that gave it, or the day between meetings.
        minutes: Date,
        /// Its number there; empty for one given between meetings.
        number: SafeText,
    },
    /// The due date has passed.
    Overdue {
        /// When it was due.
        due: Date,
        /// Days since.
        days: i64,
    },
    /// The due date is near.
    Due {
        /// When.
        due: Date,
        /// Days left; 0 is today.
        days: i64,
    },
    /// An event takes place.
    Event {
        /// First day.
        first: Date,
        /// Last day.
        last: Date,
    },
    /// Nobody has reported for this many weeks.
    Silent {
        /// Whole weeks.
        weeks: i64,
    },
    /// Left over from a meeting.
    CarriedFrom {
        /// Which.
        meeting: Date,
    },
    /// Out of the parking lot.
    Parked {
        /// Parked at which meeting.
        meeting: Date,
    },
    /// Somebody promised this day.
    Promised {
        /// At which meeting.
        meeting: Date,
    },
    /// The value of an indicator is due by the rhythm its document names.
    ValueDue {
        /// Of which indicator.
        number: u8,
        /// The end of the stretch it is of.
        ended: Date,
    },
    /// The deadline could not be read and asks for a date.
    Unread,
    /// Put on by the chair.
    ByHand,
}

/// One line of an agenda.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaLine {
    /// What it is about.
    pub item: ItemKey,
    /// Where it stands.
    pub section: Section,
    /// Why, the weightiest reason first.
    pub reasons: Vec<Reason>,
    /// The text of a topic; activities and assignments have their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<SafeText>,
    /// Who reports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<SubjectId>,
    /// Planned minutes; `None` takes the setting.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u16>,
    /// The member of the meeting who asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asked_by: Option<SubjectId>,
}

/// What a meeting could deal with, split by what fits its time.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Proposal {
    /// What fits, in the order it is read.
    pub chosen: Vec<AgendaLine>,
    /// What was left aside for want of time, the most urgent first.
    pub aside: Vec<AgendaLine>,
}

impl Section {
    /// All sections in the order they are read.
    pub const ALL: [Self; 10] = [
        Self::Assignments,
        Self::Overdue,
        Self::ThisWeek,
        Self::Values,
        Self::ThisMonth,
        Self::Approaching,
        Self::Silent,
        Self::CarriedOver,
        Self::Added,
        Self::Routine,
    ];

    /// What is dealt with first when not everything fits: what was put on by hand or left over
    /// from last time does not wait for things that are merely coming.
    pub(super) fn urgency(self) -> u8 {
        match self {
            Self::Assignments => 0,
            Self::Overdue => 1,
            Self::Added => 2,
            Self::ThisWeek => 3,
            Self::Values => 4,
            Self::CarriedOver => 5,
            Self::Silent => 6,
            Self::ThisMonth => 7,
            Self::Approaching => 8,
            Self::Routine => 9,
        }
    }
}

impl Reason {
    /// The date the reason turns on, for sorting.
    pub(super) fn date(&self) -> Option<Date> {
        match self {
            Self::AssignmentDue { due, .. } | Self::Overdue { due, .. } | Self::Due { due, .. } => {
                Some(*due)
            }
            Self::Event { first, .. } => Some(*first),
            Self::ValueDue { ended, .. } => Some(*ended),
            _ => None,
        }
    }
}

impl AgendaLine {
    /// A line for one reason.
    pub fn new(item: ItemKey, section: Section, reason: Reason) -> Self {
        Self {
            item,
            section,
            reasons: vec![reason],
            title: None,
            speaker: None,
            minutes: None,
            asked_by: None,
        }
    }
}

#[cfg(test)]
mod tests;
