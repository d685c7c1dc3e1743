//! The help: what is typed searches it.

use super::surface::Hands;
use crate::tui::act::Outside;
use ratatui::crossterm::event::KeyEvent;

use crate::tui::act::Effect;
use crate::tui::model::help::HelpState;
use crate::tui::model::{Action, Model, Overlay};
use crate::tui::select::cursor::{moved, page_of};
use crate::tui::select::help::line_count;

/// What it does with keys.
pub(super) const HANDS: Hands = Hands {
    run,
    type_key,
    paste,
};

fn state_mut(model: &mut Model) -> Option<&mut HelpState> {
    match model.overlays.last_mut() {
        Some(Overlay::Help(state)) => Some(state),
        _ => None,
    }
}

fn type_key(model: &mut Model, event: KeyEvent) {
    if let Some(state) = state_mut(model) {
        state.filter.key(&event);
        state.offset = 0;
    }
}

fn paste(model: &mut Model, text: &str) -> bool {
    if let Some(state) = state_mut(model) {
        state.filter.paste(text);
        state.offset = 0;
    }
    true
}

fn run(model: &mut Model, action: Action, _outside: &mut Outside<'_>) -> Option<Vec<Effect>> {
    let page = page_of(model);
    let count = line_count(model);
    let state = state_mut(model)?;
    let last = count.saturating_sub(page);
    if let Some(offset) = moved(action, state.offset, last + 1, page) {
        state.offset = offset;
        return Some(Vec::new());
    }
    match action {
        // One step back: first the filter goes, then the help.
        Action::Back if !state.filter.is_empty() => {
            state.filter.clear();
            state.offset = 0;
        }
        Action::Back | Action::Accept | Action::Help => {
            model.overlays.pop();
        }
        _ => {}
    }
    Some(Vec::new())
}
