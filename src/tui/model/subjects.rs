//! The responsibilities screen: subject → what it owes.

use crate::domain::subject::SubjectId;

/// In which order subjects stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Order {
    /// Most overdue first.
    #[default]
    Urgency,
    /// By name.
    Name,
    /// By how much is open.
    Load,
}

/// State of the responsibilities screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SubjectsState {
    /// The chosen subject.
    pub selected: Option<SubjectId>,
    /// In which order they stand.
    pub order: Order,
    /// First visible line.
    pub offset: usize,
    /// Whether the list of duties has the cursor.
    pub in_duties: bool,
    /// The chosen duty.
    pub duty: usize,
    /// First visible line of the duties.
    pub duty_offset: usize,
}
