//! What the agenda thinks is important: the weights of its reasons, and its limits.

use serde::{Deserialize, Serialize};

/// The part of `settings.ron` that is about the agenda. A field that is missing has its default.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AgendaSettings {
    /// Whether the lines of a section are ordered by weight; else they are in the order of the
    /// plan.
    pub by_weight: bool,
    /// Whether routine lines that are on track stand in a block of their own, taken with one act.
    pub consent: bool,
    /// How many lines without news a proposal has at most; the longest silence comes first.
    pub silent_limit: u16,
    /// Whether what was due before the first meeting on record counts as overdue.
    pub count_before: bool,
    /// What each reason weighs.
    pub weights: Weights,
}

impl Default for AgendaSettings {
    fn default() -> Self {
        Self {
            by_weight: true,
            consent: true,
            silent_limit: 5,
            count_before: false,
            weights: Weights::default(),
        }
    }
}

/// Points of every reason. 0 takes a reason out of the reckoning.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Weights {
    /// People come together: a conference, a session, a forum.
    pub event: u16,
    /// The due date is today; each day before it one point fifteenth less, none from the fifteenth
    /// day on.
    pub due: u16,
    /// The due date has passed; one point more for each week, up to as many again.
    pub overdue: u16,
    /// Each time the due date was moved, up to three.
    pub moved: u16,
    /// Each week without news, up to twelve.
    pub silent: u16,
    /// Each other line of the same body that is overdue, up to five.
    pub executor: u16,
    /// Promised for the day of the meeting, or for a day before it.
    pub promised: u16,
    /// Put on, or assigned with a due date, by the chair.
    pub chair: u16,
    /// One of the document's indicators rests on it.
    pub indicator: u16,
    /// A member of the meeting asks for it.
    pub asked: u16,
    /// The executor says that the due date is in danger.
    pub at_risk: u16,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            event: 30,
            due: 30,
            overdue: 20,
            moved: 8,
            silent: 1,
            executor: 3,
            promised: 25,
            chair: 20,
            indicator: 6,
            asked: 15,
            at_risk: 15,
        }
    }
}

impl AgendaSettings {
    /// Whether nothing was set.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
