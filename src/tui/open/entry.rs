//! The field of an entry, new or one that is there, and the ready phrases.

use crate::domain::agenda::ItemKey;
use crate::domain::entry::EntryKind;
use crate::domain::id::Id;
use crate::tui::act::Effect;
use crate::tui::model::choice::{Choose, Line};
use crate::tui::model::prompt::Purpose;
use crate::tui::model::{Action, Model};
use crate::tui::open::dialog;
use crate::tui::open::{assign, prompt};
use crate::tui::select::entry::{PHRASES, as_typed, kind_of};
use crate::tui::{open, select};

/// Opens the field for a new entry.
pub(in crate::tui) fn open(model: &mut Model, action: Action, item: ItemKey) -> Vec<Effect> {
    let purpose = Purpose::Entry {
        item,
        entry: None,
        kind: kind_of(action),
    };
    prompt::open(model, purpose, "")
}

pub(in crate::tui) fn open_phrases(model: &mut Model, item: ItemKey) -> Vec<Effect> {
    let mut lines: Vec<Line> = PHRASES
        .iter()
        .enumerate()
        .map(|(value, id)| Line {
            text: model.texts.get(id),
            detail: String::new(),
            choose: Choose::Phrase(item),
            value,
        })
        .collect();
    // The phrases of control name the very assignment they speak of.
    for assignment in select::control::assignments_of(model, item) {
        if assignment.state.is_closed() {
            continue;
        }
        let name = model
            .texts
            .assignment_number(&assignment.number, assignment.origin.day());
        for (id, value) in [
            ("phrase-lift", open::control::LIFT),
            ("phrase-extend", open::control::EXTEND),
        ] {
            lines.push(Line {
                text: model.texts.with(id, &[("number", name.clone().into())]),
                detail: assignment.text.to_string(),
                choose: Choose::Control(assignment.id),
                value,
            });
        }
    }
    let title = model.texts.get("choice-phrase");
    dialog::choose(model, title, lines);
    Vec::new()
}

/// Opens the field with an entry that is there: all of it, so that what is taken out of the line
/// is taken out of the entry. What a line cannot say stays as it is.
pub(in crate::tui) fn edit(model: &mut Model, id: Id) -> Vec<Effect> {
    let Some(entry) = model.workspace.ledger().entry(id).cloned() else {
        return Vec::new();
    };
    let (item, kind) = (entry.item, entry.content.kind);
    if kind == EntryKind::Assignment {
        return assign::edit(model, id);
    }
    let purpose = Purpose::Entry {
        item,
        entry: Some(id),
        kind,
    };
    match as_typed(model, item, &entry.content) {
        Some(typed) => {
            let effects = prompt::open_at(model, purpose, &typed.line, typed.end);
            if let Some(state) = prompt::state_mut(model)
                && state.editor.text() == typed.line
            {
                state.date = typed.date;
            }
            effects
        }
        None => prompt::open(model, purpose, &entry.content.text),
    }
}
