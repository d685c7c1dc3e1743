//! The official wording of a deadline and its reading: wording → reading → windows → occurrences.

use serde::{Deserialize, Serialize};

use super::date::{Date, Span};

/// What sort of deadline a wording sets.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Stretches whose end is a due date.
    Windows,
    /// Explicit days of an event.
    Event,
    /// Something that repeats.
    Recurrence,
    /// Goes on.
    Continuous,
    /// Counted from another event.
    Relative,
    /// Has no dates.
    Unscheduled,
    /// Could not be read.
    Unread,
}

/// stub
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// stub
    pub kind: Kind,
    /// stub
    pub windows: Vec<Span>,
}

/// stub
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// stub
    pub window: Span,
    /// stub
    pub due: Option<Date>,
}

/// stub
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Conventions {}

/// stub
pub fn read(_wording: &str, _period: Span, _conventions: &Conventions) -> Reading {
    Reading {
        kind: Kind::Unread,
        windows: Vec::new(),
    }
}

/// stub
pub fn occurrences(
    _reading: &Reading,
    _period: Span,
    _from: Date,
    _conventions: &Conventions,
    _calendar: &super::calendar::Calendar,
) -> Vec<Occurrence> {
    Vec::new()
}
