//! Forms: fields of settings, people and a document that is only begun, one line each.

use super::context;
use super::surface::Surface;
use crate::domain::document::DocumentKey;
use crate::domain::subject::SubjectId;
use crate::tui::field::Field;

/// What a form is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Form {
    /// Organisation, meeting, numbering, papers.
    Settings,
    /// Who sits at the table, and who else is known.
    People,
    /// One subject.
    Subject(SubjectId),
    /// A document.
    Document(DocumentKey),
}

/// What a line of a form does.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Target {
    /// Heads the lines below it.
    Head,
    /// A field that is typed into.
    Typed(Field),
    /// A field that is chosen from a few.
    Chosen(Field),
    /// A subject: opened with Enter, at the table or not by turning.
    Subject(SubjectId),
    /// Another form.
    Open(Form),
    /// A new member is typed.
    NewMember,
    /// Members come from a file.
    Members,
    /// A line of a document is typed.
    Line(DocumentKey),
}

/// State of a form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FormState {
    /// What it is about.
    pub form: Form,
    /// The chosen line.
    pub selected: usize,
    /// First visible line.
    pub offset: usize,
}

impl Surface for FormState {
    fn context(&self) -> &'static str {
        context::CHOICE
    }

    fn line_mut(&mut self) -> Option<&mut usize> {
        Some(&mut self.selected)
    }
}

impl FormState {
    /// At its first line; heads are passed over.
    pub fn new(form: Form) -> Self {
        Self {
            form,
            selected: 1,
            offset: 0,
        }
    }
}
