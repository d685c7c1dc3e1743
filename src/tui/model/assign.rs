//! Executors and due date of an assignment.

use super::context;
use super::surface::Surface;
use crate::domain::agenda::ItemKey;
use crate::domain::id::Id;
use crate::domain::subject::{Subject, SubjectId, SubjectKind};
use crate::tui::widget::line_editor::LineEditor;

/// A field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// Who.
    Executors,
    /// Until when.
    Due,
    /// What.
    Text,
}

/// Somebody to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Candidate {
    /// A known subject; positions of matched characters in its short name.
    Known(SubjectId, Vec<usize>),
    /// A new one by the typed name.
    New(SubjectKind, String),
}

/// State of the form.
#[derive(Debug)]
pub struct AssignState {
    /// The item the assignment is given on.
    pub item: ItemKey,
    /// The entry that is rewritten.
    pub entry: Option<Id>,
    /// The field that has the cursor.
    pub field: Field,
    /// Who was chosen; the first is responsible.
    pub executors: Vec<SubjectId>,
    /// Subjects typed in here that nobody knew; recorded with the assignment.
    pub added: Vec<Subject>,
    /// What is typed to find somebody.
    pub query: LineEditor,
    /// Who fits.
    pub candidates: Vec<Candidate>,
    /// The chosen candidate.
    pub candidate: usize,
    /// The date as typed; empty means the default.
    pub due: LineEditor,
    /// The text of the assignment.
    pub text: LineEditor,
    /// What [`AssignState::typed`] was when the form was opened.
    pub begun: String,
    /// What is wrong, in the user's language.
    pub error: Option<String>,
}

impl Surface for AssignState {
    fn context(&self) -> &'static str {
        context::ASSIGN
    }

    fn is_typing(&self) -> bool {
        true
    }
}

impl AssignState {
    /// All that was typed and chosen, on one line.
    pub fn typed(&self) -> String {
        let mut parts: Vec<String> = self.executors.iter().map(|id| id.0.clone()).collect();
        parts.extend([&self.query, &self.due, &self.text].map(LineEditor::text));
        parts.join(" ")
    }

    /// Whether the cursor stands in a text, not behind the chosen names.
    pub fn is_editing(&self) -> bool {
        self.field != Field::Executors || !self.query.is_empty()
    }
}
