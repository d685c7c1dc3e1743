//! The agenda as it is shown, and the item the cursor is on.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::agenda::{AgendaLine, ItemKey, Reason, Section};
use crate::domain::date::Date;
use crate::tui::model::kept::Agenda;
pub use crate::tui::model::kept::AgendaRow;
use crate::tui::model::meeting::MeetingState;
use crate::tui::model::{Model, Screen};
use crate::tui::select::narrow;

/// The agenda of a meeting as it is shown: sections with their items, and at the end what was
/// dealt with outside it.
pub fn agenda_rows(model: &Model, date: Date) -> Arc<[AgendaRow]> {
    Arc::clone(&shown(model, date).rows)
}

fn rows_of(lines: &[AgendaLine]) -> Vec<AgendaRow> {
    let mut counts: BTreeMap<Section, usize> = BTreeMap::new();
    for line in lines {
        *counts.entry(line.section).or_default() += 1;
    }
    let mut rows = Vec::new();
    let mut section = None;
    for line in lines {
        if section != Some(line.section) {
            section = Some(line.section);
            let count = counts.get(&line.section).copied().unwrap_or_default();
            rows.push(AgendaRow::Section(line.section, count));
        }
        rows.push(AgendaRow::Item(line.clone()));
    }
    rows
}

/// The lines of the agenda that are shown: those that have the words it is narrowed to.
pub fn shown_lines(model: &Model, date: Date) -> Arc<[AgendaLine]> {
    Arc::clone(&shown(model, date).lines)
}

/// The agenda's lines and those of items dealt with outside it.
pub fn agenda_lines(model: &Model, date: Date) -> Arc<[AgendaLine]> {
    Arc::clone(&whole(model, date).lines)
}

/// How many lines of the agenda nobody has dealt with.
pub(in crate::tui) fn left(model: &Model, date: Date) -> usize {
    whole(model, date).left
}

fn whole(model: &Model, date: Date) -> Arc<Agenda> {
    let now = (model.workspace.revision(), date);
    model.kept.agenda.of(
        |from| *from == now,
        || {
            let lines = find_lines(model, date);
            let left = lines
                .iter()
                .filter(|line| !model.workspace.is_considered(date, line.item))
                .count();
            (now, Agenda::new(lines, left))
        },
    )
}

fn shown(model: &Model, date: Date) -> Arc<Agenda> {
    let words = state(model).map_or("", |state| state.words.as_str());
    if words.is_empty() {
        return whole(model, date);
    }
    let now = (model.workspace.revision(), date, model.day());
    model.kept.narrowed.of(
        |(revision, of, day, said)| (*revision, *of, *day) == now && said == words,
        || {
            let mut lines = agenda_lines(model, date).to_vec();
            lines.retain(|line| narrow::item_says(model, line.item, words));
            let (revision, of, day) = now;
            ((revision, of, day, words.to_owned()), Agenda::new(lines, 0))
        },
    )
}

fn find_lines(model: &Model, date: Date) -> Vec<AgendaLine> {
    let Some(meeting) = model.workspace.ledger().meeting(date) else {
        return Vec::new();
    };
    let mut lines = meeting.agenda.clone();
    let known: BTreeSet<ItemKey> = lines.iter().map(|line| line.item).collect();
    for item in model.workspace.considered(date) {
        if !known.contains(&item) {
            lines.push(AgendaLine::new(item, Section::Added, Reason::ByHand));
        }
    }
    lines
}

impl Agenda {
    fn new(lines: Vec<AgendaLine>, left: usize) -> Self {
        let rows = rows_of(&lines).into();
        Self {
            lines: lines.into(),
            rows,
            left,
        }
    }
}

/// The state of the meeting screen, when it is the one that is seen.
pub(in crate::tui) fn state(model: &Model) -> Option<&MeetingState> {
    match model.screen() {
        Some(Screen::Meeting(state)) => Some(state),
        _ => None,
    }
}

/// The item the cursor is on.
pub fn selected_item(model: &Model) -> Option<ItemKey> {
    let state = state(model)?;
    let lines = shown_lines(model, state.date);
    state
        .selected
        .filter(|item| lines.iter().any(|line| line.item == *item))
        .or_else(|| {
            lines
                .get(state.place.min(lines.len().saturating_sub(1)))
                .map(|line| line.item)
        })
}

/// An item's number or title in a few words, for notices.
pub fn item_name(model: &Model, item: ItemKey) -> String {
    let point = match item {
        ItemKey::Activity(key) => model.workspace.point(key),
        _ => String::new(),
    };
    if point.is_empty() {
        let title = model.workspace.item_title(model.day(), item);
        crate::tui::widget::text::cut(&title, 40).to_string()
    } else {
        point
    }
}
