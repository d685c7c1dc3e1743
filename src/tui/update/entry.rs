//! Entries of an item: heard, spoke, decided, noted; editing them in the card.

use super::super::model::choice::{ChoiceState, Choose, Line};
use super::super::model::meeting::Focus;
use super::super::model::prompt::Purpose;
use super::super::model::{Action, Model, Notice, Overlay, Screen};
use super::meeting::{act, item_name, selected_item};
use super::{Act, Effect, Follow, Outside, assign, control, moved, page_of, prompt, record};
use crate::domain::agenda::ItemKey;
use crate::domain::entry::{EntryContent, EntryKind};
use crate::domain::entry_line::{self, DateChoice, EntryLine};
use crate::domain::id::Id;
use crate::domain::operation::Operation;
use crate::domain::safe_text::SafeText;
use crate::tui::date_input;

/// Ready phrases of the trade (domain.md 1.5); texts `phrase-0` and on.
pub(super) const PHRASES: [&str; 6] = [
    "phrase-noted",
    "phrase-approve",
    "phrase-continue",
    "phrase-report",
    "phrase-coordinate",
    "phrase-publish",
];

/// The kind of entry a command writes.
fn kind_of(action: Action) -> EntryKind {
    match action {
        Action::Decide => EntryKind::Decision,
        Action::Spoke => EntryKind::Spoke,
        Action::PrivateNote => EntryKind::Private,
        _ => EntryKind::Heard,
    }
}

/// Opens the field for a new entry.
pub(super) fn open(model: &mut Model, action: Action, item: ItemKey) -> Vec<Effect> {
    let purpose = Purpose::Entry {
        item,
        entry: None,
        kind: kind_of(action),
    };
    prompt::open(model, purpose, "")
}

pub(super) fn open_phrases(model: &mut Model, item: ItemKey) -> Vec<Effect> {
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
    for assignment in control::assignments_of(model, item) {
        if assignment.state.is_closed() {
            continue;
        }
        let name = model
            .texts
            .assignment_number(&assignment.number, assignment.origin.day());
        for (id, value) in [
            ("phrase-lift", control::LIFT),
            ("phrase-extend", control::EXTEND),
        ] {
            lines.push(Line {
                text: model.texts.with(id, &[("number", name.clone().into())]),
                detail: assignment.text.to_string(),
                choose: Choose::Control(assignment.id),
                value,
            });
        }
    }
    model.overlays.push(Overlay::Choice(ChoiceState {
        title: model.texts.get("choice-phrase"),
        lines,
        selected: 0,
        offset: 0,
    }));
    Vec::new()
}

/// Ids of the entries of the chosen item, as the card shows them.
pub(super) fn card_entries(model: &Model) -> Vec<Id> {
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

/// Commands that mean something else in the card than on the agenda.
pub(super) fn run_card(
    model: &mut Model,
    action: Action,
    outside: &mut Outside<'_>,
) -> Option<Vec<Effect>> {
    let entries = card_entries(model);
    let selected = selected_entry(model);
    let place = selected
        .and_then(|id| entries.iter().position(|known| *known == id))
        .unwrap_or(0);
    if let Some(to) = moved(action, place, entries.len(), page_of(model)) {
        let to = entries.get(to).copied();
        let scroll = to.is_none() || (to == selected);
        if let Some(Screen::Meeting(state)) = model.screen_mut() {
            state.entry = to;
            // Without entries to move over, the keys scroll the card.
            if scroll {
                state.card_offset = match action {
                    Action::NextItem | Action::PageDown => state.card_offset.saturating_add(1),
                    Action::PreviousItem | Action::PageUp => state.card_offset.saturating_sub(1),
                    _ => state.card_offset,
                };
            }
        }
        return Some(Vec::new());
    }
    let Some(id) = selected else {
        if action == Action::Back {
            leave_card(model);
            return Some(Vec::new());
        }
        return None;
    };
    match action {
        Action::Open => Some(edit(model, id)),
        Action::Convert => Some(convert(model, id)),
        Action::Delete => Some(delete(model, id)),
        Action::MoveDown | Action::MoveUp => {
            let to = if action == Action::MoveDown {
                place + 1
            } else {
                place.saturating_sub(1)
            };
            Some(act(
                model,
                vec![Operation::MoveEntry { entry: id, to }],
                Notice::done(model.texts.get("notice-entry-moved")),
                Follow::default(),
            ))
        }
        Action::Back => {
            leave_card(model);
            Some(Vec::new())
        }
        _ => {
            let _ = outside;
            None
        }
    }
}

fn leave_card(model: &mut Model) {
    if let Some(Screen::Meeting(state)) = model.screen_mut() {
        state.focus = Focus::Agenda;
        state.entry = None;
    }
}

/// Opens the field with an entry that is there: all of it, so that what is taken out of the line
/// is taken out of the entry. What a line cannot say stays as it is.
fn edit(model: &mut Model, id: Id) -> Vec<Effect> {
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
        Some((line, end)) => prompt::open_at(model, purpose, &line, end),
        None => prompt::open(model, purpose, &entry.content.text),
    }
}

/// An entry as a line that is read as this very entry, and where its text ends in it.
fn as_typed(model: &Model, item: ItemKey, content: &EntryContent) -> Option<(String, usize)> {
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
pub(super) fn next_kind(kind: EntryKind) -> EntryKind {
    match kind {
        EntryKind::Heard => EntryKind::Spoke,
        EntryKind::Spoke => EntryKind::Decision,
        EntryKind::Decision => EntryKind::Assignment,
        EntryKind::Assignment => EntryKind::Private,
        EntryKind::Private => EntryKind::Heard,
    }
}

fn convert(model: &mut Model, id: Id) -> Vec<Effect> {
    let Some(entry) = model.workspace.ledger().entry(id) else {
        return Vec::new();
    };
    let content = EntryContent {
        kind: next_kind(entry.content.kind),
        ..entry.content.clone()
    };
    let item = entry.item;
    let notice = model.texts.with(
        "notice-entry-converted",
        &[("kind", model.texts.entry_kind(content.kind).into())],
    );
    act(
        model,
        vec![Operation::WriteEntry {
            entry: id,
            item,
            content,
        }],
        Notice::done(notice),
        Follow::default(),
    )
}

fn delete(model: &mut Model, id: Id) -> Vec<Effect> {
    act(
        model,
        vec![Operation::DeleteEntry { entry: id }],
        Notice::done(model.texts.get("notice-entry-deleted")),
        Follow::default(),
    )
}

/// Records the entry; what the line leaves open stays as it was.
pub(super) fn write(
    model: &mut Model,
    item: ItemKey,
    id: Id,
    kind: EntryKind,
    raw: &SafeText,
) -> Vec<Effect> {
    let content = match content(model, item, kind, raw) {
        Ok(content) => content,
        Err(why) => return prompt::refuse_with(model, why),
    };
    let old = model
        .workspace
        .ledger()
        .entry(id)
        .map(|entry| entry.content.clone());
    let content = match old {
        // The line told all of the entry.
        Some(old) if as_typed(model, item, &old).is_some() => content,
        Some(old) => EntryContent {
            executors: if content.executors.is_empty() {
                old.executors
            } else {
                content.executors
            },
            due: content.due.or(old.due),
            controller: content.controller.or(old.controller),
            speaker: content.speaker.or(old.speaker),
            labels: if content.labels.is_empty() {
                old.labels
            } else {
                content.labels
            },
            ..content
        },
        None => content,
    };
    let notice = model.texts.with(
        "notice-entry-written",
        &[
            ("kind", model.texts.entry_kind(content.kind).into()),
            ("item", item_name(model, item).into()),
        ],
    );
    let operations = vec![Operation::WriteEntry {
        entry: id,
        item,
        content,
    }];
    let follow = Follow {
        close: true,
        ..Follow::default()
    };
    if model.open_meeting().is_none() && model.meeting_date().is_none() {
        let today = model.today;
        return record(
            model,
            Act {
                meeting: None,
                day: today,
                operations,
                notice: Some(Notice::done(notice)),
                follow,
            },
        );
    }
    act(model, operations, Notice::done(notice), follow)
}

/// Reads the one-line entry: text, `@executor`, «к 15.06», `!controller`, `#label`.
pub fn read_line(model: &Model, item: ItemKey, raw: &str) -> EntryLine {
    let subjects = model.workspace.subjects();
    entry_line::parse(raw, subjects, DateChoice::Guess, |words| {
        date_input::read_words(model, words, item)
    })
}

/// The entry a line makes, or why it makes none.
fn content(
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
