//! Forms, and the first question of all.

use crate::domain::document::DocumentKey;
use crate::tui::act::Effect;
use crate::tui::field::Field;
use crate::tui::model::form::{Form, FormState};
use crate::tui::model::prompt::Purpose;
use crate::tui::model::{Model, Overlay};
use crate::tui::open::prompt;

/// Opens a form.
pub(in crate::tui) fn open(model: &mut Model, form: Form) -> Vec<Effect> {
    model.overlays.push(Overlay::Form(FormState::new(form)));
    Vec::new()
}

/// Opens the field of a form that is typed into.
pub(in crate::tui) fn ask(model: &mut Model, field: Field) -> Vec<Effect> {
    let workspace = &model.workspace;
    let known = workspace.subjects();
    let text = match &field {
        Field::Settings(field) => field.typed(workspace.settings(), known),
        Field::Subject(id, field) => workspace
            .subject(id)
            .map_or_else(String::new, |subject| field.typed(subject, known)),
        Field::Document(key, field) => model
            .workspace
            .document(*key)
            .map_or_else(String::new, |document| field.typed(document)),
    };
    prompt::open(model, Purpose::Field(field), &text)
}

/// Opens the line that is typed at the end of a document.
pub(in crate::tui) fn ask_line(model: &mut Model, key: DocumentKey) -> Vec<Effect> {
    let document = key;
    prompt::open(
        model,
        Purpose::Line {
            document,
            is_heading: false,
        },
        "",
    )
}
