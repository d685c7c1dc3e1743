//! The text field: what it begins with, and the next question in it.

use crate::domain::entry_line::{self, DateChoice};
use crate::tui::act::Effect;
use crate::tui::model::prompt::{PromptState, Purpose};
use crate::tui::model::{Model, Overlay};
use crate::tui::open::dialog;
use crate::tui::select::candidates;
use crate::tui::widget::line_editor::LineEditor;

/// Opens a field.
pub(in crate::tui) fn open(model: &mut Model, purpose: Purpose, text: &str) -> Vec<Effect> {
    if dialog::refuses(model, &purpose) {
        return Vec::new();
    }
    let is_entry = matches!(purpose, Purpose::Entry { .. });
    // The text comes back whatever kind of entry it was to be; the key says what it is now.
    let is_same = |overlay: &Overlay| match (overlay, &purpose) {
        (Overlay::Prompt(left), Purpose::Entry { item, entry, .. }) => {
            matches!(&left.purpose, Purpose::Entry { item: of, entry: old, .. }
            if of == item && old == entry)
        }
        _ => false,
    };
    if is_entry && dialog::resume(model, is_same) {
        if let Some(state) = state_mut(model) {
            state.purpose = purpose;
        }
        return Vec::new();
    }
    let nature = purpose.nature();
    let editor = if nature.has_lines {
        LineEditor::multi_line(nature.limit)
    } else {
        LineEditor::one_line(nature.limit)
    };
    model.overlays.push(Overlay::Prompt(Box::new(PromptState {
        purpose,
        editor: editor.with_text(text),
        begun: text.to_owned(),
        date: DateChoice::Guess,
        error: None,
        completions: Vec::new(),
        completion: 0,
    })));
    Vec::new()
}

/// Opens a field with a text and the cursor behind so many characters of it.
pub(in crate::tui) fn open_at(
    model: &mut Model,
    purpose: Purpose,
    text: &str,
    at: usize,
) -> Vec<Effect> {
    let effects = open(model, purpose, text);
    if let Some(state) = state_mut(model)
        && state.editor.text() == text
    {
        state.editor.move_to(at);
    }
    effects
}

/// Puts another text into the field.
pub(in crate::tui) fn put_text(model: &mut Model, text: &str) {
    if let Some(state) = state_mut(model) {
        state.editor.clear();
        state.editor.paste(text);
        state.error = None;
    }
    complete(model);
}

pub(in crate::tui) fn state_mut(model: &mut Model) -> Option<&mut PromptState> {
    match model.overlays.last_mut() {
        Some(Overlay::Prompt(state)) => Some(state),
        _ => None,
    }
}

/// Says that a paste was cut off, and how much of it.
pub(in crate::tui) fn cut_off(model: &Model, left_out: usize, limit: usize) -> String {
    model.texts.with(
        "error-paste-cut",
        &[("n", left_out.into()), ("limit", limit.into())],
    )
}

/// Finds completions for the `@word` being typed at the end of the text.
pub(in crate::tui) fn complete(model: &mut Model) {
    let Some(Overlay::Prompt(state)) = model.overlays.last() else {
        return;
    };
    let found = match &state.purpose {
        Purpose::Entry { .. } => entry_line::open_mention(&state.editor.text())
            .map(|word| candidates::find_subjects(model, &word))
            .unwrap_or_default(),
        _ => Vec::new(),
    };
    if let Some(state) = state_mut(model) {
        state.completions = found.into_iter().map(|(id, _)| id).take(6).collect();
        state.completion = 0;
    }
}

/// Goes on to the next question in the same field.
pub(in crate::tui) fn next(model: &mut Model, purpose: Purpose) -> Vec<Effect> {
    if let Some(state) = state_mut(model) {
        state.editor = LineEditor::one_line(purpose.nature().limit);
        state.purpose = purpose;
        state.error = None;
    }
    Vec::new()
}
