//! The form of an assignment: who, until when, what.

use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::domain::entry::{EntryContent, EntryKind};
use crate::domain::id::Id;
use crate::domain::operation::Operation;
use crate::domain::safe_text::SafeText;
use crate::domain::subject::SubjectId;
use crate::tui::act::{Act, Effect, Follow, Outside, record, refuse};
use crate::tui::model::assign::{AssignState, Field};
use crate::tui::model::prompt::{ENTRY_LIMIT, LINE_LIMIT};
use crate::tui::model::{Model, Notice, Overlay, Screen};
use crate::tui::open::dialog;
use crate::tui::select::agenda::item_name;
use crate::tui::select::assign::{default_text, due_text, name_and_date, name_of, state};
use crate::tui::select::candidates;
use crate::tui::widget::line_editor::LineEditor;

/// Opens the form for a new assignment on an item.
pub(in crate::tui) fn open(model: &mut Model, item: ItemKey) -> Vec<Effect> {
    if dialog::refuses_assignment(model) || dialog::resume_assignment(model, item, None) {
        return Vec::new();
    }
    let text = default_text(model, item);
    push(model, item, None, Vec::new(), "", &text);
    Vec::new()
}

/// Opens the form with an assignment that is there.
pub(in crate::tui) fn edit(model: &mut Model, id: Id) -> Vec<Effect> {
    let Some(entry) = model.workspace.ledger().entry(id).cloned() else {
        return Vec::new();
    };
    if dialog::refuses_assignment(model) || dialog::resume_assignment(model, entry.item, Some(id)) {
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
        entry.content.executors.clone(),
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
    let proposed = LineEditor::one_line(ENTRY_LIMIT).with_text(text);
    let mut state = AssignState {
        item,
        entry,
        field: Field::Executors,
        executors,
        added: Vec::new(),
        query: LineEditor::one_line(LINE_LIMIT),
        candidates: Vec::new(),
        candidate: 0,
        due: LineEditor::one_line(LINE_LIMIT).with_text(due).selected(),
        text: if entry.is_none() {
            // A proposal gives way to what is typed; the user's own words do not.
            proposed.selected()
        } else {
            proposed
        },
        begun: String::new(),
        error: None,
    };
    state.begun = state.typed();
    model.overlays.push(Overlay::Assign(Box::new(state)));
    find(model);
}

pub(in crate::tui) fn state_mut(model: &mut Model) -> Option<&mut AssignState> {
    match model.overlays.last_mut() {
        Some(Overlay::Assign(state)) => Some(state),
        _ => None,
    }
}

/// Fills the list of names.
pub(in crate::tui) fn find(model: &mut Model) {
    let Some(current) = state(model) else { return };
    let query = current.query.text();
    let (name, _) = name_and_date(model, current.item, &query);
    let candidates = candidates::offered(model, current.item, &name, &current.executors);
    if let Some(state) = state_mut(model) {
        state.candidates = candidates;
        state.candidate = 0;
    }
}

/// Records the assignment with this due date, or says what it lacks.
pub(in crate::tui) fn finish(
    model: &mut Model,
    due: Date,
    outside: &mut Outside<'_>,
) -> Vec<Effect> {
    let Some(current) = state(model) else {
        return Vec::new();
    };
    let text = SafeText::line(&current.text.text());
    if text.is_empty() {
        if let Some(state) = state_mut(model) {
            state.field = Field::Text;
        }
        return refuse(model, "error-empty");
    }
    let item = current.item;
    let executors = current.executors.clone();
    let old = current
        .entry
        .and_then(|id| model.workspace.ledger().entry(id))
        .map(|entry| EntryContent::clone(&entry.content));
    let id = current.entry.unwrap_or_else(|| (outside.new_id)());
    let mut operations: Vec<Operation> = current
        .added
        .iter()
        .filter(|subject| executors.contains(&subject.id))
        .map(|subject| Operation::WriteSubject {
            subject: subject.clone().into(),
        })
        .collect();
    // The form has one line; a text that was not touched keeps its own.
    let text = old
        .as_ref()
        .map(|old| old.text.clone())
        .filter(|old| SafeText::line(old) == text)
        .unwrap_or(text);
    let content = EntryContent {
        kind: EntryKind::Assignment,
        text,
        executors: executors.clone(),
        due: Some(due),
        ..old.unwrap_or_else(|| EntryContent::plain(EntryKind::Assignment, SafeText::default()))
    };
    operations.push(Operation::WriteEntry {
        entry: id,
        item,
        content: content.into(),
    });
    let names: Vec<String> = executors.iter().map(|id| name_of(model, id)).collect();
    let who = names.join(", ");
    let notice = model.texts.with(
        "notice-assigned",
        &[
            ("who", who.into()),
            ("item", item_name(model, item).into()),
            ("due", due_text(model, due).into()),
        ],
    );
    if matches!(model.screen(), Some(Screen::Meeting(_))) && model.open_meeting().is_none() {
        model.notice = Some(Notice::warning(model.texts.get("notice-meeting-locked")));
        return Vec::new();
    }
    let follow = Follow {
        close: true,
        ..Follow::default()
    };
    let act = Act::at_current_meeting(model, operations, notice, follow);
    record(model, act)
}
