//! The agenda as it is shown, and the item the cursor is on.

use crate::domain::agenda::{AgendaLine, ItemKey, Reason, Section};
use crate::domain::date::Date;
use crate::tui::model::meeting::MeetingState;
use crate::tui::model::{Model, Screen};
use crate::tui::select::narrow;

/// A line of the agenda as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgendaRow {
    /// A heading.
    Section(Section, usize),
    /// An item.
    Item(AgendaLine),
}

/// The agenda of a meeting as it is shown: sections with their items, and at the end what was
/// dealt with outside it.
pub fn agenda_rows(model: &Model, date: Date) -> Vec<AgendaRow> {
    let lines = shown_lines(model, date);
    let mut rows = Vec::new();
    let mut section = None;
    for line in &lines {
        if section != Some(line.section) {
            section = Some(line.section);
            let count = lines
                .iter()
                .filter(|other| other.section == line.section)
                .count();
            rows.push(AgendaRow::Section(line.section, count));
        }
        rows.push(AgendaRow::Item(line.clone()));
    }
    rows
}

/// The lines of the agenda that are shown: those that have the words it is narrowed to.
pub fn shown_lines(model: &Model, date: Date) -> Vec<AgendaLine> {
    let mut lines = agenda_lines(model, date);
    if let Some(state) = state(model).filter(|state| !state.words.is_empty()) {
        lines.retain(|line| narrow::item_says(model, line.item, &state.words));
    }
    lines
}

/// The agenda's lines and those of items dealt with outside it.
pub fn agenda_lines(model: &Model, date: Date) -> Vec<AgendaLine> {
    let Some(meeting) = model.workspace.ledger().meeting(date) else {
        return Vec::new();
    };
    let mut lines = meeting.agenda.clone();
    for item in model.workspace.considered(date) {
        if !lines.iter().any(|line| line.item == item) {
            lines.push(AgendaLine::new(item, Section::Added, Reason::ByHand));
        }
    }
    lines
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
