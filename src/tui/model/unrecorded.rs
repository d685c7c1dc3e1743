//! What the chair did and the disk does not take.

use crate::domain::id::Id;
use crate::store::state_directory::StoreError;

/// Acts that are in memory alone: shown, and shown as not recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unrecorded {
    /// Which, oldest first.
    pub acts: Vec<Id>,
    /// Why the oldest is not on the disk.
    pub why: StoreError,
    /// Where they could be written instead: a path to begin with.
    pub elsewhere: String,
}

/// What can be done when the user wants to leave and acts are not recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leave {
    /// Try again.
    Retry,
    /// Write them into another file.
    Elsewhere,
    /// Go on working.
    Stay,
    /// Leave without them.
    Lose,
}

impl Leave {
    /// The ways, the safest first.
    pub const ALL: [Self; 4] = [Self::Retry, Self::Elsewhere, Self::Stay, Self::Lose];
}
