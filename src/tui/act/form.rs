//! What is filled into a form: refused at once where it cannot be taken, else written by the loop.

use crate::domain::document::{DocumentKey, TypedLine};
use crate::domain::operation::Operation;
use crate::domain::subject::{Subject, SubjectId, TypedPerson};
use crate::tui::act::{Act, Effect, Follow, record, refuse};
use crate::tui::field::{Field, Filling, SettingsField};
use crate::tui::model::{Model, Overlay};

/// Takes a typed text, or says in the field why not.
pub(in crate::tui) fn fill(model: &mut Model, field: Field, text: &str) -> Vec<Effect> {
    let workspace = &model.workspace;
    let known = workspace.subjects();
    let taken = match &field {
        Field::Settings(field) => field.set(&mut workspace.settings().clone(), text, known),
        Field::Subject(id, field) => match workspace.subject(id) {
            Some(subject) => {
                let mut subject = subject.clone();
                let set = field.set(&mut subject, text, known);
                if set.is_ok() && is_of_journal(model, id) {
                    return rewrite(model, subject, true);
                }
                set
            }
            None => Ok(()),
        },
        Field::Document(key, field) => match model.workspace.document(*key) {
            Some(document) => field.set(&mut document.clone(), text),
            None => Ok(()),
        },
    };
    match (taken, &field) {
        (Err("form-nobody"), Field::Settings(settings)) if settings.is_subject() => {
            return person(model, *settings, text);
        }
        (Err(id), _) => return refuse(model, id),
        (Ok(()), _) => {}
    }
    model.overlays.pop();
    vec![Effect::Fill(Filling::Text(field, text.trim().to_owned()))]
}

/// Turns what is chosen from a few; what stands in a file is turned there.
pub(in crate::tui) fn turn(model: &mut Model, field: Field, forward: bool) -> Vec<Effect> {
    if let Field::Subject(id, own) = &field
        && is_of_journal(model, id)
        && let Some(mut subject) = model.workspace.subject(id).cloned()
    {
        own.turn(&mut subject, forward);
        return rewrite(model, subject, false);
    }
    vec![Effect::Fill(Filling::Turn(field, forward))]
}

/// Whether the journal says who a subject is: then it does so in the place of `subjects.ron`.
fn is_of_journal(model: &Model, id: &SubjectId) -> bool {
    let mut written = model.workspace.ledger().subjects().iter();
    written.any(|subject| subject.id == *id)
}

fn rewrite(model: &mut Model, subject: Subject, close: bool) -> Vec<Effect> {
    let who = ("who", subject.short.to_string().into());
    let notice = model.texts.with("notice-subject-written", &[who]);
    let follow = Follow {
        close,
        ..Follow::default()
    };
    let operations = vec![Operation::WriteSubject {
        subject: subject.into(),
    }];
    let act = Act::at_current_meeting(model, operations, notice, follow);
    record(model, act)
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

/// Takes a name nobody has in a field that names a person: asks first, for it may be a slip, and
/// the same key again writes it down.
fn person(model: &mut Model, field: SettingsField, text: &str) -> Vec<Effect> {
    if !is_name(text) {
        return refuse(model, "form-no-name");
    }
    let asked = model.texts.get("form-nobody-yet");
    let is_answer = matches!(
        model.overlays.last(),
        Some(Overlay::Prompt(state)) if state.error.as_ref() == Some(&asked)
    );
    if !is_answer {
        return refuse(model, "form-nobody-yet");
    }
    model.overlays.pop();
    vec![Effect::Fill(Filling::NewPerson(
        field,
        text.trim().to_owned(),
    ))]
}

/// Whether a typed line says who.
fn is_name(text: &str) -> bool {
    let name = TypedPerson::read(text).name;
    name.chars().filter(|one| one.is_alphabetic()).count() > 1
}

/// Takes a new member.
pub(in crate::tui) fn member(model: &mut Model, text: &str) -> Vec<Effect> {
    if !is_name(text) {
        return refuse(model, "form-no-name");
    }
    model.overlays.pop();
    vec![Effect::Fill(Filling::NewMember(text.trim().to_owned()))]
}
