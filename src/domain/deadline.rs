//! The official wording of a deadline and its reading: wording → reading → windows → occurrences.
//!
//! The wording itself is never changed. A reading says how sure it is and never invents: a part
//! that is not understood makes the whole assumed or unread.

use serde::{Deserialize, Serialize};

use super::date::{Date, Span};

/// What sort of deadline a wording sets.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Months, quarters, «до …»: stretches whose end is a due date and moves off days off.
    Windows,
    /// Explicit days of an event; never moved.
    Event,
    /// Something that repeats: weekly, monthly, on Thursdays.
    Recurrence,
    /// Goes on through the whole stretch («в течение 2023-2024 гг.», «постоянно»).
    Continuous,
    /// Counted from another event whose date is not in the wording.
    Relative,
    /// Has no dates by its own words («по мере необходимости», «по отдельному графику»).
    Unscheduled,
    /// Could not be read: asks for a date.
    Unread,
}
