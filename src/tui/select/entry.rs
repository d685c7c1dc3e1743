//! The entries of an item, and how a typed line becomes one.

use crate::domain::agenda::ItemKey;
use crate::domain::entry::{EntryContent, EntryKind};
use crate::domain::entry_line;
use crate::domain::entry_line::{DateChoice, EntryLine};
use crate::domain::id::Id;
use crate::domain::safe_text::SafeText;
use crate::tui::date_input;
use crate::tui::model::{Action, Model, Screen};
use crate::tui::select::agenda::selected_item;

/// Ready phrases of the trade (domain.md 1.5); texts `phrase-0` and on.
pub(in crate::tui) const PHRASES: [&str; 6] = [
    "phrase-noted",
    "phrase-approve",
    "phrase-continue",
    "phrase-report",
    "phrase-coordinate",
    "phrase-publish",
];

/// The kind of entry a command writes.
pub(in crate::tui) fn kind_of(action: Action) -> EntryKind {
    match action {
        Action::Decide => EntryKind::Decision,
        Action::Spoke => EntryKind::Spoke,
        Action::PrivateNote => EntryKind::Private,
        _ => EntryKind::Heard,
    }
}

/// Ids of the entries of the chosen item, as the card shows them.
pub(in crate::tui) fn card_entries(model: &Model) -> Vec<Id> {
    let (Some(item), Some(date)) = (selected_item(model), model.meeting_date()) else {
        return Vec::new();
    };
    model
        .workspace
        .ledger()
        .entries_of(Some(date), item)
        .map(|entry| entry.id)
        .collect()
}

/// The entry the cursor of the card is on.
pub fn selected_entry(model: &Model) -> Option<Id> {
    let entries = card_entries(model);
    match model.screen() {
        Some(Screen::Meeting(state)) => state
            .entry
            .filter(|id| entries.contains(id))
            .or_else(|| entries.first().copied()),
        _ => None,
    }
}

/// An entry as a line that is read as this very entry, and where its text ends in it.
pub(in crate::tui) fn as_typed(
    model: &Model,
    item: ItemKey,
    content: &EntryContent,
) -> Option<(String, usize)> {
    if content.kind == EntryKind::Private {
        return None;
    }
    let due = content.due.map(|due| {
        let due = model.texts.date_full(due);
        model.texts.with("entry-due", &[("due", due.into())])
    });
    let (line, end) = entry_line::typed(content, model.workspace.subjects(), due.as_deref());
    let read = read_line(model, item, &line).content(content.kind);
    (read == *content).then_some((line, end))
}

/// Heard → spoke → decision → assignment → heard; the text stays.
pub(in crate::tui) fn next_kind(kind: EntryKind) -> EntryKind {
    match kind {
        EntryKind::Heard => EntryKind::Spoke,
        EntryKind::Spoke => EntryKind::Decision,
        EntryKind::Decision => EntryKind::Assignment,
        EntryKind::Assignment => EntryKind::Private,
        EntryKind::Private => EntryKind::Heard,
    }
}

/// Reads the one-line entry: text, `@executor`, «к 15.06», `!controller`, `#label`.
pub fn read_line(model: &Model, item: ItemKey, raw: &str) -> EntryLine {
    let subjects = model.workspace.subjects();
    entry_line::parse(raw, subjects, DateChoice::Guess, |words| {
        date_input::read_words(model, words, item)
    })
}

/// The entry a line makes, or why it makes none.
pub(in crate::tui) fn content(
    model: &Model,
    item: ItemKey,
    kind: EntryKind,
    raw: &SafeText,
) -> Result<EntryContent, String> {
    if kind == EntryKind::Private {
        return Ok(EntryContent::plain(kind, raw.clone()));
    }
    let line = read_line(model, item, raw);
    let is_statement = line.is_statement(kind);
    let controllers = line.unknown_controllers.iter().filter(|_| !is_statement);
    if let Some(unknown) = line.unknown.iter().chain(controllers).next() {
        return Err(model.texts.with(
            "error-unknown-executor",
            &[("name", unknown.clone().into())],
        ));
    }
    if !is_statement && line.due.is_some_and(|due| due < model.day()) {
        return Err(model.texts.get("error-due-in-the-past"));
    }
    let content = line.content(kind);
    if content.text.is_blank() {
        return Err(model.texts.get("error-empty"));
    }
    Ok(content)
}
