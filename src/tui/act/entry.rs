//! Entries of an item: heard, spoke, decided, noted.

use crate::domain::agenda::ItemKey;
use crate::domain::entry::{EntryContent, EntryKind};
use crate::domain::entry_line::DateChoice;
use crate::domain::id::Id;
use crate::domain::operation::Operation;
use crate::domain::safe_text::SafeText;
use crate::tui::act::{Act, Effect, Follow, Outside, record, record_at_meeting, refuse_with};
use crate::tui::model::{Model, Notice, Screen};
use crate::tui::select::agenda::item_name;
use crate::tui::select::entry::{as_typed, content, next_kind};
use crate::tui::select::{agenda, entry};

pub(in crate::tui) fn phrase(
    model: &mut Model,
    item: crate::domain::agenda::ItemKey,
    value: usize,
    outside: &mut Outside<'_>,
) -> Vec<Effect> {
    let Some(id) = entry::PHRASES.get(value) else {
        return Vec::new();
    };
    let text = model.texts.get(id);
    let notice = model.texts.with(
        "notice-entry-written",
        &[
            ("kind", model.texts.entry_kind(EntryKind::Decision).into()),
            ("item", agenda::item_name(model, item).into()),
        ],
    );
    record_at_meeting(
        model,
        vec![Operation::WriteEntry {
            entry: (outside.new_id)(),
            item,
            content: EntryContent::plain(EntryKind::Decision, SafeText::from(text)).into(),
        }],
        Notice::done(notice),
        Follow {
            close: true,
            ..Follow::default()
        },
    )
}

pub(in crate::tui) fn convert(model: &mut Model, id: Id) -> Vec<Effect> {
    let Some(entry) = model.workspace.ledger().entry(id) else {
        return Vec::new();
    };
    let content = EntryContent {
        kind: next_kind(entry.content.kind),
        ..EntryContent::clone(&entry.content)
    };
    let item = entry.item;
    let notice = model.texts.with(
        "notice-entry-converted",
        &[("kind", model.texts.entry_kind(content.kind).into())],
    );
    record_at_meeting(
        model,
        vec![Operation::WriteEntry {
            entry: id,
            item,
            content: content.into(),
        }],
        Notice::done(notice),
        Follow::default(),
    )
}

pub(in crate::tui) fn delete(model: &mut Model, id: Id) -> Vec<Effect> {
    record_at_meeting(
        model,
        vec![Operation::DeleteEntry { entry: id }],
        Notice::done(model.texts.get("notice-entry-deleted")),
        Follow::default(),
    )
}

/// Records the entry; what the line leaves open stays as it was.
pub(in crate::tui) fn write(
    model: &mut Model,
    item: ItemKey,
    id: Id,
    kind: EntryKind,
    raw: &SafeText,
    date: DateChoice,
) -> Vec<Effect> {
    let content = match content(model, item, kind, raw, date) {
        Ok(content) => content,
        Err(why) => return refuse_with(model, why),
    };
    let old = model
        .workspace
        .ledger()
        .entry(id)
        .map(|entry| EntryContent::clone(&entry.content));
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
        content: content.into(),
    }];
    let follow = Follow {
        close: true,
        ..Follow::default()
    };
    if model.open_meeting().is_none() && !matches!(model.screen(), Some(Screen::Meeting(_))) {
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
    record_at_meeting(model, operations, Notice::done(notice), follow)
}
