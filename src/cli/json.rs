//! Values of the domain as JSON for other programs: kebab-case kinds, ISO dates, and the same in
//! words beside it.

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::domain::agenda::ItemKey;
use crate::domain::control::AssignmentState;
use crate::domain::document::ActivityKey;
use crate::domain::mark::Status;
use crate::domain::subject::SubjectId;
use crate::domain::workspace::AssignmentView;
use crate::domain::workspace::{Timing, Workspace};
use crate::locale::Texts;

/// An enum as one flat object: `{"kind": "in-progress", "percent": 40, "text": "…"}`.
pub(super) fn tagged<T: Serialize>(value: &T, text: String) -> Value {
    let mut object = Map::new();
    match serde_json::to_value(value) {
        Ok(Value::String(name)) => {
            object.insert("kind".to_owned(), kebab(&name).into());
        }
        Ok(Value::Object(variant)) => {
            for (name, fields) in variant {
                object.insert("kind".to_owned(), kebab(&name).into());
                if let Value::Object(fields) = fields {
                    object.extend(fields);
                }
            }
        }
        // Our own enums are names and records.
        Ok(_) | Err(_) => {}
    }
    object.insert("text".to_owned(), text.into());
    Value::Object(object)
}

/// The name of a variant alone, in kebab case.
pub(super) fn name<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value)
        .ok()
        .map_or(Value::Null, |value| {
            value
                .as_str()
                .map_or(Value::Null, |name| kebab(name).into())
        })
}

/// `ThisWeek` → `this-week`.
fn kebab(name: &str) -> String {
    let mut text = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !text.is_empty() {
            text.push('-');
        }
        text.push(letter.to_ascii_lowercase());
    }
    text
}

/// What was said last, or null.
pub(super) fn status(status: Option<&Status>, texts: &Texts) -> Value {
    status.map_or(Value::Null, |status| tagged(status, texts.status(status)))
}

/// How near a due date is: days left, negative when they are over.
pub(super) fn timing(timing: Timing, texts: &Texts) -> Value {
    let (kind, days) = match timing {
        Timing::Overdue(days) => ("overdue", Some(-days)),
        Timing::Due(days) => ("due", Some(days)),
        Timing::Undated => ("undated", None),
        Timing::Unrecorded => ("before-record", None),
        Timing::Closed => ("closed", None),
    };
    json!({ "kind": kind, "days": days, "text": texts.timing(timing) })
}

/// Subjects with their short names.
pub(super) fn subjects(ids: &[SubjectId], workspace: &Workspace) -> Value {
    ids.iter()
        .map(|id| json!({ "id": id, "short": workspace.short_name(id) }))
        .collect()
}

/// An assignment as it stands.
pub(super) fn assignment(view: &AssignmentView, workspace: &Workspace, texts: &Texts) -> Value {
    let state = match view.state {
        AssignmentState::Open => "open",
        AssignmentState::Reported => "reported",
        AssignmentState::Lifted => "lifted",
        AssignmentState::Dropped => "dropped",
    };
    json!({
        "id": view.id,
        "number": view.number,
        "minutes": view.origin.meeting(),
        "given": view.origin.day(),
        "activity": activity_of(view),
        "text": view.text,
        "executors": subjects(&view.executors, workspace),
        "first_due": view.first_due,
        "due": view.due,
        "timing": timing(view.timing, texts),
        "state": { "kind": state, "text": texts.assignment_state(view.state) },
        "extensions": view.extensions,
        "hear_on": view.hear_on,
    })
}

fn activity_of(view: &AssignmentView) -> Option<ActivityKey> {
    match view.item {
        ItemKey::Activity(activity) => Some(activity),
        _ => None,
    }
}
