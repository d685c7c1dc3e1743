//! The form of an assignment: who, until when, what.

use super::surface::Hands;
use ratatui::crossterm::event::KeyEvent;

use crate::domain::safe_text::SafeText;
use crate::tui::act::registry::new_subject;
use crate::tui::act::{Effect, Outside, refuse};
use crate::tui::date_input;
use crate::tui::model::assign::{AssignState, Candidate, Field};
use crate::tui::model::prompt::LINE_LIMIT;
use crate::tui::model::{Action, Model};
use crate::tui::open::assign;
use crate::tui::open::assign::{find, state_mut};
use crate::tui::open::{dialog, prompt};
use crate::tui::select::assign::{due_of, name_and_date, state};
use crate::tui::widget::line_editor::LineEditor;

/// What it does with keys.
pub(super) const HANDS: Hands = Hands {
    run,
    type_key,
    paste,
};

fn field_mut(state: &mut AssignState) -> &mut LineEditor {
    match state.field {
        Field::Executors => &mut state.query,
        Field::Due => &mut state.due,
        Field::Text => &mut state.text,
    }
}

fn type_key(model: &mut Model, event: KeyEvent) {
    if let Some(state) = state_mut(model) {
        state.error = None;
        field_mut(state).key(&event);
    }
    find(model);
}

fn paste(model: &mut Model, text: &str) -> bool {
    if let Some(state) = state_mut(model) {
        state.error = None;
        let field = field_mut(state);
        let (left_out, limit) = (field.paste(text), field.limit());
        if left_out > 0 {
            let cut = prompt::cut_off(model, left_out, limit);
            if let Some(state) = state_mut(model) {
                state.error = Some(cut);
            }
        }
    }
    find(model);
    true
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "every overlay answers whether the command was its own"
)]
fn run(model: &mut Model, action: Action, outside: &mut Outside<'_>) -> Option<Vec<Effect>> {
    match action {
        Action::Back => {
            dialog::leave(model);
        }
        Action::NextCandidate | Action::PreviousCandidate => move_candidate(model, action),
        Action::NextField => next_field(model),
        Action::PreviousField => previous_field(model),
        Action::Accept => return Some(accept(model, outside)),
        Action::Delete => {
            if let Some(state) = state_mut(model) {
                state.executors.pop();
            }
            find(model);
        }
        _ => {}
    }
    Some(Vec::new())
}

fn move_candidate(model: &mut Model, action: Action) {
    let Some(state) = state_mut(model) else {
        return;
    };
    match (state.field, action) {
        (Field::Executors, _) => {
            let last = state.candidates.len().saturating_sub(1);
            state.candidate = if action == Action::NextCandidate {
                (state.candidate + 1).min(last)
            } else {
                state.candidate.saturating_sub(1)
            };
        }
        (_, Action::NextCandidate) => next_field(model),
        _ => previous_field(model),
    }
}

/// In the names Tab takes one and stays for another; elsewhere it goes to the next field.
fn next_field(model: &mut Model) {
    let Some(state) = state_mut(model) else {
        return;
    };
    match state.field {
        Field::Executors if !state.query.text().trim().is_empty() || state.executors.is_empty() => {
            take_candidate(model);
        }
        Field::Executors => state.field = Field::Due,
        Field::Due => state.field = Field::Text,
        Field::Text => state.field = Field::Executors,
    }
}

fn previous_field(model: &mut Model) {
    if let Some(state) = state_mut(model) {
        state.field = match state.field {
            Field::Executors => Field::Text,
            Field::Due => Field::Executors,
            Field::Text => Field::Due,
        };
    }
}

/// Takes the chosen name; whether there was one. A new name becomes a subject when the
/// assignment is recorded.
fn take_candidate(model: &mut Model) -> bool {
    let Some(state) = state_mut(model) else {
        return false;
    };
    let Some(candidate) = state.candidates.get(state.candidate).cloned() else {
        return false;
    };
    let (item, query) = (state.item, state.query.text());
    let (_, date) = name_and_date(model, item, &query);
    match candidate {
        Candidate::Known(id, _) => {
            if let Some(state) = state_mut(model) {
                state.executors.push(id);
                take_query(state, date.as_deref());
            }
            find(model);
            true
        }
        Candidate::New(..) if date_input::is_date(model, item, &query) => {
            refuse(model, "error-date-as-name");
            false
        }
        Candidate::New(kind, name) => {
            let subject = new_subject(model, kind, &SafeText::line(&name));
            if let Some(state) = state_mut(model) {
                state.executors.push(subject.id.clone());
                take_query(state, date.as_deref());
                state.added.push(subject);
            }
            find(model);
            true
        }
    }
}

/// Empties the field of names; a date typed there goes to its own field.
fn take_query(state: &mut AssignState, date: Option<&str>) {
    state.query = LineEditor::one_line(LINE_LIMIT);
    if let Some(date) = date {
        state.due = LineEditor::one_line(LINE_LIMIT).with_text(date).selected();
    }
}

fn accept(model: &mut Model, outside: &mut Outside<'_>) -> Vec<Effect> {
    let Some(current) = state(model) else {
        return Vec::new();
    };
    if current.field == Field::Executors {
        let typed = !current.query.text().trim().is_empty();
        if (typed || current.executors.is_empty()) && !take_candidate(model) {
            let is_told = state(model).is_some_and(|state| state.error.is_some());
            return if is_told {
                Vec::new()
            } else {
                refuse(model, "error-no-executor")
            };
        }
        if let Some(state) = state_mut(model) {
            state.field = Field::Due;
        }
        return Vec::new();
    }
    if current.executors.is_empty() {
        if let Some(state) = state_mut(model) {
            state.field = Field::Executors;
        }
        return refuse(model, "error-no-executor");
    }
    let typed = current.due.text();
    let item = current.item;
    let due = match due_of(model, item, &typed) {
        Ok(due) => due,
        Err(why) => {
            if let Some(state) = state_mut(model) {
                state.field = Field::Due;
                state.error = Some(why);
            }
            return Vec::new();
        }
    };
    assign::finish(model, due, outside)
}
