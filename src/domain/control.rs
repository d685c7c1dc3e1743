//! Words on the control of an assignment: «исполнено» is the executor's word, «снято с контроля»
//! only the chair's (domain.md 1.7).

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::safe_text::SafeText;

/// What was said about an assignment under control.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Control {
    /// The executor reports that it is done; it stays under control.
    Reported,
    /// The chair lifts control («снять с контроля»).
    Lifted,
    /// The chair lifts control because the matter is no longer relevant.
    Dropped {
        /// Why.
        reason: SafeText,
    },
    /// Stays under control until a day («оставить на контроле до …»).
    Kept {
        /// The day it comes back.
        until: Date,
    },
    /// The due date moves («продлить срок»); counted.
    Extended {
        /// The new due date.
        to: Date,
        /// Why: an extension has a reason.
        reason: SafeText,
    },
    /// To be heard at the meeting of a day («заслушать на …»).
    HearOn {
        /// The meeting.
        meeting: Date,
    },
}

/// What the chair said about the control of a whole document.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum DocumentControl {
    /// It is taken off control: every point of it is done.
    Lifted,
    /// It is taken off control though points of it are open: nothing is owed for them any more.
    Dropped {
        /// Why: this needs a basis.
        reason: SafeText,
    },
    /// It is on control again.
    Returned {
        /// Why.
        reason: SafeText,
    },
}

impl DocumentControl {
    /// Whether it takes the document off control.
    pub fn is_off(&self) -> bool {
        !matches!(self, Self::Returned { .. })
    }

    /// Why, if it was said.
    pub fn reason(&self) -> Option<&SafeText> {
        match self {
            Self::Lifted => None,
            Self::Dropped { reason } | Self::Returned { reason } => Some(reason),
        }
    }
}

/// Where an assignment stands in control.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum AssignmentState {
    /// Being worked on.
    Open,
    /// The executor has reported it done; only the chair can lift control.
    Reported,
    /// Control is lifted.
    Lifted,
    /// Lifted as no longer relevant.
    Dropped,
}

impl AssignmentState {
    /// Whether it is off control.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Lifted | Self::Dropped)
    }
}
