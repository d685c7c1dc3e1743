//! Entries of an item: heard, spoke, decided, noted; editing them in the card.

use crate::domain::operation::Operation;
use crate::tui::act::entry::{convert, delete};
use crate::tui::act::{Effect, Follow, Outside, record_at_meeting};
use crate::tui::model::meeting::Focus;
use crate::tui::model::{Action, Model, Notice, Screen};
use crate::tui::open::entry::edit;
use crate::tui::select::cursor::{moved, page_of};
use crate::tui::select::entry::{card_entries, selected_entry};

/// Commands that mean something else in the card than on the agenda.
pub(in crate::tui) fn run_card(
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
            Some(record_at_meeting(
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
