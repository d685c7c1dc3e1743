//! What is filled into a form: refused at once where it cannot be taken, else written by the loop.

use crate::domain::document::{DocumentKey, TypedLine};
use crate::domain::subject::TypedPerson;
use crate::tui::act::{Effect, refuse};
use crate::tui::field::{Field, Filling};
use crate::tui::model::Model;
use crate::tui::select::form::document_of;

/// Takes a typed text, or says in the field why not.
pub(in crate::tui) fn fill(model: &mut Model, field: Field, text: &str) -> Vec<Effect> {
    let workspace = &model.workspace;
    let known = workspace.subjects();
    let taken = match &field {
        Field::Settings(field) => field.set(&mut workspace.settings().clone(), text, known),
        Field::Subject(id, field) => match workspace.subject(id) {
            Some(subject) => field.set(&mut subject.clone(), text, known),
            None => Ok(()),
        },
        Field::Document(key, field) => match document_of(model, *key) {
            Some(document) => field.set(&mut document.clone(), text),
            None => Ok(()),
        },
    };
    if let Err(id) = taken {
        return refuse(model, id);
    }
    model.overlays.pop();
    vec![Effect::Fill(Filling::Text(field, text.trim().to_owned()))]
}

/// Takes a typed line of a document; the field stays for the next one.
pub(in crate::tui) fn line(
    model: &mut Model,
    document: DocumentKey,
    is_heading: bool,
    text: &str,
) -> Vec<Effect> {
    let line = read_line(is_heading, text);
    if !line.has_title() {
        return refuse(model, "form-no-title");
    }
    vec![Effect::Fill(Filling::Line(document, line))]
}

/// A typed line as it is understood.
pub(in crate::tui) fn read_line(is_heading: bool, text: &str) -> TypedLine {
    if is_heading {
        TypedLine::heading(text)
    } else {
        TypedLine::activity(text)
    }
}

/// Takes a new member.
pub(in crate::tui) fn member(model: &mut Model, text: &str) -> Vec<Effect> {
    let person = TypedPerson::read(text);
    if person
        .name
        .chars()
        .filter(|one| one.is_alphabetic())
        .count()
        < 2
    {
        return refuse(model, "form-no-name");
    }
    model.overlays.pop();
    vec![Effect::Fill(Filling::NewMember(text.trim().to_owned()))]
}
