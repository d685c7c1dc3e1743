//! The meeting screen: which meeting, and where its cursor is.

use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::domain::operation::Operation;
use crate::tui::model::meeting::MeetingState;
use crate::tui::model::{Model, Screen};
use crate::tui::select::agenda::{agenda_lines, shown_lines, state};

pub(in crate::tui) fn state_mut(model: &mut Model) -> Option<&mut MeetingState> {
    match model.screen_mut() {
        Some(Screen::Meeting(state)) => Some(state),
        _ => None,
    }
}

/// Puts the cursor on an item.
pub(in crate::tui) fn select(model: &mut Model, item: ItemKey) {
    let Some(date) = state(model).map(|state| state.date) else {
        return;
    };
    let place = shown_lines(model, date)
        .iter()
        .position(|line| line.item == item);
    if let Some(state) = state_mut(model) {
        state.selected = Some(item);
        state.place = place.unwrap_or(state.place);
        state.card_offset = 0;
        state.entry = None;
    }
}

/// Shows the meeting of a day, with the cursor on the first item not dealt with.
pub(in crate::tui) fn show(model: &mut Model, date: Date) {
    model.overlays.clear();
    let known = model
        .screens
        .iter()
        .position(|screen| matches!(screen, Screen::Meeting(state) if state.date == date));
    let screen = match known {
        Some(place) => model.screens.remove(place),
        None => Screen::Meeting(MeetingState::new(date)),
    };
    model.screens.push(screen);
    if known.is_none() {
        resume(model, date);
    }
}

/// Puts the cursor where the meeting was left: behind the last mark, on the last entry, or on
/// the first item not dealt with.
fn resume(model: &mut Model, date: Date) {
    let ledger = model.workspace.ledger();
    let last = ledger
        .records()
        .iter()
        .rev()
        .filter(|record| record.meeting == Some(date) && !ledger.is_retracted(record.act))
        .find_map(|record| match &record.op {
            Operation::Mark { activity, .. } => Some((ItemKey::Activity(*activity), true)),
            Operation::WriteEntry { item, .. } => Some((*item, false)),
            _ => None,
        });
    let considered = model.workspace.considered(date);
    let first = agenda_lines(model, date)
        .iter()
        .map(|line| line.item)
        .find(|item| !considered.contains(item));
    match (last, first) {
        (Some((item, true)), Some(_)) => step_to_unmarked(model, item),
        (Some((item, _)), _) | (None, Some(item)) => select(model, item),
        (None, None) => {}
    }
}

/// Steps from an item to the next one not dealt with: behind it, then from the top; stays when
/// everything is dealt with.
pub(in crate::tui) fn step_to_unmarked(model: &mut Model, from: ItemKey) {
    let Some(date) = state(model).map(|state| state.date) else {
        return;
    };
    let considered = model.workspace.considered(date);
    let items: Vec<ItemKey> = shown_lines(model, date)
        .iter()
        .map(|line| line.item)
        .collect();
    let place = items.iter().position(|item| *item == from).unwrap_or(0);
    let next = items
        .iter()
        .skip(place + 1)
        .chain(items.iter().take(place))
        .find(|item| !considered.contains(item))
        .copied();
    if let Some(state) = state_mut(model) {
        state.chosen.clear();
    }
    if let Some(item) = next {
        select(model, item);
    }
}

/// Steps on after a mark. A cursor that stood beside the items chosen together, on one still to be
/// dealt with, stays there.
pub(in crate::tui) fn step_on(model: &mut Model, from: ItemKey) {
    let Some(state) = state_mut(model) else {
        return;
    };
    let was_beside = !state.chosen.is_empty() && !state.chosen.contains(&from);
    let date = state.date;
    state.chosen.clear();
    if !was_beside || model.workspace.considered(date).contains(&from) {
        step_to_unmarked(model, from);
    }
}
