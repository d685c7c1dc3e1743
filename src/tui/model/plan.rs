//! The plan screen: documents → headings → activities.

use super::context;
use super::surface::Surface;
use std::collections::BTreeSet;

use crate::domain::safe_text::SafeText;
use crate::domain::subject::SubjectId;

pub use crate::domain::workspace::Node;

/// Which activities are shown, by where they stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StatusFilter {
    /// The due date passed.
    Overdue,
    /// Due in the month that begins today.
    Soon,
    /// Nothing was said yet.
    Untouched,
    /// In progress or at risk.
    InWork,
    /// Done or cancelled.
    Closed,
}

impl StatusFilter {
    /// All, in the order the key goes through them.
    pub const ALL: [Self; 5] = [
        Self::Overdue,
        Self::Soon,
        Self::Untouched,
        Self::InWork,
        Self::Closed,
    ];
}

/// In which order the activities stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Order {
    /// As the documents have them, under their headings.
    #[default]
    Plan,
    /// By due date, without headings.
    Due,
    /// By first executor, then due date, without headings.
    Executor,
}

/// State of the plan screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanState {
    /// The chosen line.
    pub selected: Option<Node>,
    /// Branches that are closed.
    pub collapsed: BTreeSet<Node>,
    /// Only what stands under this document or heading.
    pub branch: Option<Node>,
    /// Only these.
    pub status: Option<StatusFilter>,
    /// Only what this subject answers for or carries out.
    pub executor: Option<SubjectId>,
    /// Only what this one controls: the short name of a subject, or the words of a document.
    pub controller: Option<SafeText>,
    /// Only those that have these words.
    pub words: String,
    /// In which order they stand.
    pub order: Order,
    /// First visible line.
    pub offset: usize,
    /// First visible line of the card.
    pub card_offset: usize,
    /// Whether the card alone is shown (narrow windows).
    pub card: bool,
}

impl Surface for PlanState {
    fn context(&self) -> &'static str {
        context::PLAN
    }

    fn words(&self) -> Option<&str> {
        Some(&self.words)
    }

    fn words_mut(&mut self) -> Option<&mut String> {
        Some(&mut self.words)
    }
}
