//! What a person calls what acts and entries are about: by number and wording, never by the name
//! the journal has for it.

use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::domain::document::ActivityKey;
use crate::domain::entry::EntryContent;
use crate::domain::id::Id;
use crate::domain::operation::Operation;
use crate::tui::model::Model;
use crate::tui::select::agenda::item_name;
use crate::tui::widget::text::cut;

/// How much of a wording tells it from others.
const ENOUGH: usize = 40;

/// An activity by its number, or by the beginning of its title.
pub(in crate::tui) fn activity_name(model: &Model, activity: ActivityKey) -> String {
    item_name(model, ItemKey::Activity(activity))
}

/// An assignment by its number and the beginning of its text: «поручение 2.1 «Представить …»».
pub(in crate::tui) fn assignment_name(model: &Model, assignment: Id) -> String {
    let Some(written) = written(model, assignment) else {
        return String::new();
    };
    let known = model.workspace.ledger().entry(assignment);
    let number = known.and_then(|entry| model.workspace.entry_number(entry));
    let number = number.unwrap_or_default();
    let number = model.texts.assignment_number(&number, written.day);
    let text = beginning(&written.content.text);
    model.texts.with(
        "assignment-with-text",
        &[("number", number.into()), ("text", text.into())],
    )
}

/// What an entry says: «решение · 1.1.3: Принять к сведению», also of one that was deleted.
pub(in crate::tui) fn entry_name(model: &Model, id: Id) -> String {
    written(model, id)
        .map(|it| entry_text(model, it.item, it.content))
        .unwrap_or_default()
}

/// An entry as it was written, on which day and on which item.
struct Written<'a> {
    day: Date,
    item: ItemKey,
    content: &'a EntryContent,
}

/// An entry as it stands; of one that was deleted the last that holds of what was written, else the
/// last that was taken back.
fn written(model: &Model, id: Id) -> Option<Written<'_>> {
    let ledger = model.workspace.ledger();
    if let Some(entry) = ledger.entry(id) {
        return Some(Written {
            day: entry.day(),
            item: entry.item,
            content: &entry.content,
        });
    }
    let all = || {
        let records = ledger.records().iter().rev();
        records.filter(
            |record| matches!(record.op, Operation::WriteEntry { entry, .. } if entry == id),
        )
    };
    let holds = all().find(|record| !ledger.is_retracted(record.act));
    let record = holds.or_else(|| all().next())?;
    match &record.op {
        Operation::WriteEntry { item, content, .. } => Some(Written {
            day: record.day,
            item: *item,
            content,
        }),
        _ => None,
    }
}

/// An entry by its kind, the item it belongs to and the beginning of its text.
pub(in crate::tui) fn entry_text(model: &Model, item: ItemKey, content: &EntryContent) -> String {
    let kind = model.texts.entry_kind(content.kind);
    model.texts.with(
        "act-entry",
        &[
            ("kind", kind.into()),
            ("item", item_name(model, item).into()),
            ("text", beginning(&content.text).into()),
        ],
    )
}

/// The beginning of a text, on one line.
pub(in crate::tui) fn beginning(text: &str) -> String {
    cut(&text.replace('\n', " "), ENOUGH).to_string()
}
