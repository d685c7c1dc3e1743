//! What the form of an assignment records.

use chrono::Datelike;

use super::super::super::model::{Model, Notice};
use super::super::meeting::item_name;
use super::super::{Act, Effect, Follow, Outside, record};
use super::{Field, name_of, refuse, state, state_mut};
use crate::domain::date::Date;
use crate::domain::entry::{EntryContent, EntryKind};
use crate::domain::operation::Operation;
use crate::domain::safe_text::SafeText;

/// Records the assignment with this due date, or says what it lacks.
pub(super) fn finish(model: &mut Model, due: Date, outside: &mut Outside<'_>) -> Vec<Effect> {
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
        .map(|entry| entry.content.clone());
    let id = current.entry.unwrap_or_else(|| (outside.new_id)());
    let mut operations: Vec<Operation> = current
        .added
        .iter()
        .filter(|subject| executors.contains(&subject.id))
        .map(|subject| Operation::WriteSubject {
            subject: subject.clone(),
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
        content,
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
    if model.meeting_date().is_some() && model.open_meeting().is_none() {
        model.notice = Some(Notice::warning(model.texts.get("notice-meeting-locked")));
        return Vec::new();
    }
    let follow = Follow {
        close: true,
        ..Follow::default()
    };
    let act = Act::of_now(model, operations, notice, follow);
    record(model, act)
}

/// A due date in few words; of another year with the year, because a day that has passed means the
/// next one of its name.
fn due_text(model: &Model, due: Date) -> String {
    if due.year() == model.day().year() {
        model.texts.date_weekday(due)
    } else {
        model.texts.date_weekday_full(due)
    }
}
