//! The form of an assignment: who, until when, what.

mod writing;

use ratatui::crossterm::event::KeyEvent;

use super::super::model::assign::{AssignState, Candidate, Field};
use super::super::model::{Action, Model, Overlay};
use super::prompt::{ENTRY_LIMIT, LINE_LIMIT};
use super::registry::new_subject;
use super::{Effect, Outside, candidates, mark, opening};
use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::domain::id::Id;
use crate::domain::safe_text::SafeText;
use crate::domain::subject::SubjectId;
use crate::tui::date_input;
use crate::tui::widget::line_editor::LineEditor;

/// Opens the form for a new assignment on an item.
pub(super) fn open(model: &mut Model, item: ItemKey) -> Vec<Effect> {
    if opening::refuses_assignment(model) || opening::resume_assignment(model, item, None) {
        return Vec::new();
    }
    let text = default_text(model, item);
    push(model, item, None, Vec::new(), "", &text);
    Vec::new()
}

/// Opens the form with an assignment that is there.
pub(super) fn edit(model: &mut Model, id: Id) -> Vec<Effect> {
    let Some(entry) = model.workspace.ledger().entry(id).cloned() else {
        return Vec::new();
    };
    if opening::refuses_assignment(model) || opening::resume_assignment(model, entry.item, Some(id))
    {
        return Vec::new();
    }
    let due = entry
        .content
        .due
        .map(|due| model.texts.date_full(due))
        .unwrap_or_default();
    push(
        model,
        entry.item,
        Some(id),
        entry.content.executors,
        &due,
        &entry.content.text,
    );
    Vec::new()
}

fn push(
    model: &mut Model,
    item: ItemKey,
    entry: Option<Id>,
    executors: Vec<SubjectId>,
    due: &str,
    text: &str,
) {
    let mut state = AssignState {
        item,
        entry,
        field: Field::Executors,
        executors,
        added: Vec::new(),
        query: LineEditor::one_line(LINE_LIMIT),
        candidates: Vec::new(),
        candidate: 0,
        due: LineEditor::one_line(LINE_LIMIT).with_text(due),
        text: LineEditor::one_line(ENTRY_LIMIT).with_text(text),
        begun: String::new(),
        error: None,
    };
    state.begun = state.typed();
    model.overlays.push(Overlay::Assign(Box::new(state)));
    find(model);
}

/// What is asked for when nobody words it: the result the plan expects, or the topic.
fn default_text(model: &Model, item: ItemKey) -> String {
    match mark::activity_of(model, item).and_then(|id| model.workspace.plan().activity(id)) {
        Some(activity) => model.texts.with(
            "assign-default-text",
            &[("result", activity.result.to_string().into())],
        ),
        None => model.workspace.item_title(model.day(), item).to_string(),
    }
}

fn state(model: &Model) -> Option<&AssignState> {
    match model.overlays.last() {
        Some(Overlay::Assign(state)) => Some(state),
        _ => None,
    }
}

fn state_mut(model: &mut Model) -> Option<&mut AssignState> {
    match model.overlays.last_mut() {
        Some(Overlay::Assign(state)) => Some(state),
        _ => None,
    }
}

fn field_mut(state: &mut AssignState) -> &mut LineEditor {
    match state.field {
        Field::Executors => &mut state.query,
        Field::Due => &mut state.due,
        Field::Text => &mut state.text,
    }
}

pub(super) fn type_key(model: &mut Model, event: KeyEvent) {
    if let Some(state) = state_mut(model) {
        state.error = None;
        field_mut(state).key(&event);
    }
    find(model);
}

pub(super) fn paste(model: &mut Model, text: &str) {
    if let Some(state) = state_mut(model) {
        state.error = None;
        let field = field_mut(state);
        let (left_out, limit) = (field.paste(text), field.limit());
        if left_out > 0 {
            let cut = super::prompt::cut_off(model, left_out, limit);
            if let Some(state) = state_mut(model) {
                state.error = Some(cut);
            }
        }
    }
    find(model);
}

/// Fills the list of names.
fn find(model: &mut Model) {
    let Some(current) = state(model) else { return };
    let query = current.query.text();
    let candidates = candidates::offered(model, current.item, &query, &current.executors);
    if let Some(state) = state_mut(model) {
        state.candidates = candidates;
        state.candidate = 0;
    }
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "every overlay answers whether the command was its own"
)]
pub(super) fn run(
    model: &mut Model,
    action: Action,
    outside: &mut Outside<'_>,
) -> Option<Vec<Effect>> {
    match action {
        Action::Back => {
            opening::leave(model);
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
    match candidate {
        Candidate::Known(id, _) => {
            if let Some(state) = state_mut(model) {
                state.executors.push(id);
                state.query = LineEditor::one_line(LINE_LIMIT);
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
                state.query = LineEditor::one_line(LINE_LIMIT);
                state.added.push(subject);
            }
            find(model);
            true
        }
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
    writing::finish(model, due, outside)
}

fn refuse(model: &mut Model, id: &str) -> Vec<Effect> {
    let text = model.texts.get(id);
    if let Some(state) = state_mut(model) {
        state.error = Some(text);
    }
    Vec::new()
}

/// The date of the form: what is typed, or the next meeting.
pub fn due_of(model: &Model, item: ItemKey, typed: &str) -> Result<Date, String> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(date_input::default_due(model));
    }
    let due = date_input::read(model, typed, Some(item))?;
    if due < model.day() {
        return Err(model.texts.get("error-due-in-the-past"));
    }
    Ok(due)
}

/// The short name of a subject, of those just added too.
pub fn name_of(model: &Model, id: &SubjectId) -> String {
    let added = state(model).and_then(|state| state.added.iter().find(|subject| subject.id == *id));
    match added {
        Some(subject) => subject.short.to_string(),
        None => model.workspace.short_name(id).to_owned(),
    }
}
