//! The entries of an item, and how a typed line becomes one.

use crate::domain::agenda::ItemKey;
use crate::domain::entry::{EntryContent, EntryKind};
use crate::domain::entry_line;
use crate::domain::entry_line::{DateChoice, EntryLine};
use crate::domain::id::Id;
use crate::domain::safe_text::SafeText;
use crate::domain::vote::Vote;
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
        Action::Vote => EntryKind::Vote,
        Action::Opinion => EntryKind::Opinion,
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

/// An entry as a line that is read as this very entry.
pub(in crate::tui) struct Typed {
    /// The line.
    pub(in crate::tui) line: String,
    /// Where its text ends, in characters.
    pub(in crate::tui) end: usize,
    /// What words at its end are taken for.
    pub(in crate::tui) date: DateChoice,
}

/// An entry as it would be typed; `None` when a line cannot say all of it.
pub(in crate::tui) fn as_typed(
    model: &Model,
    item: ItemKey,
    content: &EntryContent,
) -> Option<Typed> {
    if matches!(content.kind, EntryKind::Private | EntryKind::Vote) {
        return None;
    }
    let due = content.due.map(|due| {
        let due = model.texts.date_full(due);
        model.texts.with("entry-due", &[("due", due.into())])
    });
    let (line, end) = entry_line::typed(content, model.workspace.subjects(), due.as_deref());
    let choices = [DateChoice::Guess, DateChoice::Text, DateChoice::Due];
    let date = choices.into_iter().find(|date| {
        let read = read_line(model, item, &line, *date);
        read.content(content.kind) == *content
    })?;
    Some(Typed { line, end, date })
}

/// Heard → spoke → decision → assignment → heard; the text stays.
pub(in crate::tui) fn next_kind(kind: EntryKind) -> EntryKind {
    match kind {
        EntryKind::Heard => EntryKind::Spoke,
        EntryKind::Spoke => EntryKind::Decision,
        EntryKind::Decision => EntryKind::Assignment,
        EntryKind::Assignment => EntryKind::Private,
        EntryKind::Private => EntryKind::Heard,
        // Numbers are no text, and who differs says nothing else.
        EntryKind::Vote | EntryKind::Opinion => kind,
    }
}

/// Reads the one-line entry: text, `@executor`, «к 15.06», `!controller`, `#label`. A day that has
/// passed is nobody's due date unless it is chosen to be one.
pub fn read_line(model: &Model, item: ItemKey, raw: &str, date: DateChoice) -> EntryLine {
    let subjects = model.workspace.subjects();
    let read = |date| {
        entry_line::parse(raw, subjects, date, |words| {
            date_input::read_words(model, words, item)
        })
    };
    let line = read(date);
    let has_passed = line.due.is_some_and(|due| due < model.day());
    if date == DateChoice::Guess && has_passed && line.executors.is_empty() {
        return read(DateChoice::Text);
    }
    line
}

/// What the words at the end are taken for when it is not what they are taken for now; `None` when
/// there is nothing to choose.
pub(in crate::tui) fn other_reading(line: &EntryLine) -> Option<DateChoice> {
    let words = line.date.as_ref()?;
    Some(if words.is_taken {
        DateChoice::Text
    } else {
        DateChoice::Due
    })
}

/// The entry a line makes, or why it makes none.
pub(in crate::tui) fn content(
    model: &Model,
    item: ItemKey,
    kind: EntryKind,
    raw: &SafeText,
    date: DateChoice,
) -> Result<EntryContent, String> {
    if kind == EntryKind::Private {
        return Ok(EntryContent::plain(kind, raw.clone()));
    }
    if kind == EntryKind::Vote {
        let vote = Vote::read(raw).ok_or_else(|| model.texts.get("error-vote"))?;
        return Ok(EntryContent::plain(kind, SafeText::from(vote.to_string())));
    }
    let line = read_line(model, item, raw, date);
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
    if kind == EntryKind::Opinion && content.speaker.is_none() {
        return Err(model.texts.get("error-opinion"));
    }
    Ok(content)
}
