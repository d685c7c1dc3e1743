//! The responsibilities screen: subject → what it owes.

use super::context;
use super::surface::Surface;
use crate::domain::safe_text::SafeText;
use crate::domain::subject::SubjectId;
use crate::domain::workspace::Groups;

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

/// Which subjects are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Filter {
    /// All that owe something.
    #[default]
    All,
    /// Those with something overdue.
    Overdue,
    /// Those with something due this week.
    ThisWeek,
    /// Those with assignments.
    Assigned,
}

impl Filter {
    /// All, in the order the key goes through them.
    pub const ALL: [Self; 4] = [Self::All, Self::Overdue, Self::ThisWeek, Self::Assigned];
}

/// State of the responsibilities screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SubjectsState {
    /// The chosen subject.
    pub selected: Option<SubjectId>,
    /// In which order they stand.
    pub order: Order,
    /// Which are shown.
    pub filter: Filter,
    /// Only what this one controls: the short name of a subject, or the words of a document.
    pub controller: Option<SafeText>,
    /// Only those that have these words.
    pub words: String,
    /// Whether what a group owes is counted with its members.
    pub groups: Groups,
    /// First visible line.
    pub offset: usize,
    /// Whether the list of duties has the cursor.
    pub in_duties: bool,
    /// The chosen duty.
    pub duty: usize,
    /// First visible line of the duties.
    pub duty_offset: usize,
}

impl Surface for SubjectsState {
    fn context(&self) -> &'static str {
        context::SUBJECTS
    }

    fn words(&self) -> Option<&str> {
        Some(&self.words)
    }

    fn words_mut(&mut self) -> Option<&mut String> {
        Some(&mut self.words)
    }
}
