//! The fields of the forms: of settings, of a subject, of a document that is only begun. What they
//! say, what was typed into them, and where they stand in their files.

pub mod document;
pub mod settings;
pub mod subject;

use std::path::PathBuf;

use crate::domain::document::{DocumentKey, TypedLine};
use crate::domain::subject::SubjectId;

pub use document::DocumentField;
pub use settings::SettingsField;
pub use subject::SubjectField;

/// One field of a form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Field {
    /// Of `settings.ron`.
    Settings(SettingsField),
    /// Of a subject.
    Subject(SubjectId, SubjectField),
    /// Of a document.
    Document(DocumentKey, DocumentField),
}

/// What is filled in.
#[derive(Clone, PartialEq, Debug)]
pub enum Filling {
    /// A text in a field.
    Text(Field, String),
    /// The next of what a field may say, or the one before.
    Turn(Field, bool),
    /// A subject sits at the table from now on, or no more.
    Member(SubjectId),
    /// A new subject at the table: «Иванова И.И., директор, ЦНППМ АСОУ».
    NewMember(String),
    /// Somebody nobody knows yet, in a field that names a person.
    NewPerson(SettingsField, String),
    /// Members from the table in a file.
    Members(PathBuf),
    /// A line at the end of a document.
    Line(DocumentKey, TypedLine),
    /// The last line of a document goes.
    TakeLine(DocumentKey),
}

/// What of a form could not be taken: a text by its id.
pub type Refused = &'static str;

/// The value after this one among all, or before it, round the end.
pub(in crate::tui) fn turned<T: Copy + PartialEq>(all: &[T], now: T, forward: bool) -> T {
    let count = all.len().max(1);
    let at = all.iter().position(|one| *one == now).unwrap_or(0);
    let to = if forward { at + 1 } else { at + count - 1 };
    all.get(to % count).copied().unwrap_or(now)
}
