//! Marks: what was said about an occurrence of an activity.

use serde::{Deserialize, Serialize};

use super::date::Date;
use super::safe_text::SafeText;

/// The status of one occurrence. «Overdue» and «silent» are derived, never stored.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Status {
    /// Work has not begun.
    NotStarted,
    /// Work goes on.
    InProgress {
        /// How far, in percent from 1 to 99; `None` when nobody said.
        percent: Option<u8>,
    },
    /// Work goes on and the due date is in danger.
    AtRisk,
    /// The result is there.
    Done,
    /// Moved to another day by the chair.
    Postponed {
        /// The new due date.
        to: Date,
        /// Why.
        reason: SafeText,
    },
    /// No longer needed.
    Cancelled {
        /// Why.
        reason: SafeText,
    },
}

impl Status {
    /// Whether nothing more is owed for the occurrence.
    pub fn is_closed(&self) -> bool {
        matches!(self, Self::Done | Self::Cancelled { .. })
    }
}
