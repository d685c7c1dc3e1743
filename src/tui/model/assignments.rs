//! The assignments screen: what is under control.

use super::context;
use super::surface::Surface;
use crate::domain::id::Id;
use crate::domain::safe_text::SafeText;
use crate::domain::subject::SubjectId;

/// Which assignments are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Filter {
    /// Those under control.
    #[default]
    Open,
    /// Those due by the day of the screen.
    Due,
    /// Those past their due date.
    Overdue,
    /// Those reported done and not lifted.
    Reported,
    /// Those off control.
    Closed,
    /// All.
    All,
}

impl Filter {
    /// All, in the order the key goes through them.
    pub const ALL: [Self; 6] = [
        Self::Open,
        Self::Due,
        Self::Overdue,
        Self::Reported,
        Self::Closed,
        Self::All,
    ];
}

/// In which order they stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Order {
    /// By due date.
    #[default]
    Due,
    /// By executor.
    Executor,
    /// By minutes and number.
    Number,
}

/// State of the assignments screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AssignmentsState {
    /// The chosen assignment.
    pub selected: Option<Id>,
    /// Which are shown.
    pub filter: Filter,
    /// Only those of this executor.
    pub executor: Option<SubjectId>,
    /// Only what this one controls: the short name of a subject, or the words of a document.
    pub controller: Option<SafeText>,
    /// Only those that have these words.
    pub words: String,
    /// In which order they stand.
    pub order: Order,
    /// First visible line.
    pub offset: usize,
}

impl Surface for AssignmentsState {
    fn context(&self) -> &'static str {
        context::ASSIGNMENTS
    }

    fn words(&self) -> Option<&str> {
        Some(&self.words)
    }

    fn words_mut(&mut self) -> Option<&mut String> {
        Some(&mut self.words)
    }
}
