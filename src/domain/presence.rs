//! Whether somebody takes part in a meeting.

use serde::{Deserialize, Serialize};

use super::safe_text::SafeText;

/// Whether a member or guest takes part.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Presence {
    /// In the room.
    Present,
    /// Takes part from elsewhere.
    Remote,
    /// Came late.
    Late,
    /// Left before the end.
    LeftEarly,
    /// Sent somebody.
    Deputy {
        /// Who came instead.
        name: SafeText,
    },
    /// Not there, with a reason.
    Excused {
        /// The reason.
        reason: SafeText,
    },
    /// Not there.
    Absent,
}

impl Presence {
    /// Whether the seat counts as present.
    pub fn is_present(&self) -> bool {
        matches!(
            self,
            Self::Present | Self::Remote | Self::Late | Self::LeftEarly | Self::Deputy { .. }
        )
    }
}
