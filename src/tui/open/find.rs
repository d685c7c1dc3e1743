//! The line that finds a line: opened, and the cursor of a list put where it leads.

use crate::tui::act::Effect;
use crate::tui::model::find::FindState;
use crate::tui::model::overview::Tab;
use crate::tui::model::plan::Node;
use crate::tui::model::{Model, Notice, Screen, Surface};
use crate::tui::open::{meeting, plan};
use crate::tui::select;
use crate::tui::select::find::{Place, lines};
use crate::tui::select::papers;

/// Opens it over the list on top, if that has lines.
pub(in crate::tui) fn open(model: &mut Model) -> Vec<Effect> {
    if lines(model).is_empty() {
        model.notice = Some(Notice::warning(model.texts.get("notice-not-here")));
        return Vec::new();
    }
    let line = model
        .overlays
        .last_mut()
        .and_then(|overlay| overlay.surface_mut().line_mut().copied())
        .unwrap_or_default();
    let state = FindState::new(model.screen().cloned(), line);
    model.find = Some(Box::new(state));
    Vec::new()
}

/// Puts the cursor of the list on top on a line.
pub(in crate::tui) fn go(model: &mut Model, place: Place) {
    match place {
        Place::Node(node) => go_to_node(model, node),
        Place::Item(item) => {
            let is_shown = select::narrow::item_says(model, item, select::find::words(model));
            if !is_shown {
                narrow(model, "");
            }
            meeting::select(model, item);
        }
        Place::Subject(id) => {
            if let Some(Screen::Subjects(state)) = model.screen_mut() {
                state.selected = Some(id);
                state.duty = 0;
                state.duty_offset = 0;
            }
        }
        Place::Assignment(id) => {
            if let Some(Screen::Assignments(state)) = model.screen_mut() {
                state.selected = Some(id);
            }
        }
        Place::Line(line) => go_to_line(model, line),
    }
}

/// A line of the plan; what hides it is opened only where it is hidden.
fn go_to_node(model: &mut Model, node: Node) {
    let is_shown = select::plan::state(model).is_some_and(|state| {
        let rows = select::plan::visible_rows(model, state);
        rows.index_of(node).is_some()
    });
    if !is_shown {
        return plan::reveal(model, node);
    }
    if let Some(state) = plan::state_mut(model) {
        state.selected = Some(node);
        state.card_offset = 0;
    }
}

fn go_to_line(model: &mut Model, line: usize) {
    if let Some(overlay) = model.overlays.last_mut() {
        if let Some(at) = overlay.surface_mut().line_mut() {
            *at = line;
        }
        return;
    }
    let day = papers::meetings(model).get(line).copied();
    match model.screen_mut() {
        Some(Screen::Start(state)) => state.selected = line,
        Some(Screen::Subjects(state)) => state.duty = line,
        Some(Screen::Papers(state)) => {
            state.selected = day;
            state.scroll = 0;
        }
        Some(Screen::Overview(state)) if state.tab == Tab::Calendar => state.activity = line,
        Some(Screen::Overview(state)) => state.row = line,
        _ => {}
    }
}

/// Narrows the list on top to the lines that have these words; to none of them with nothing.
pub(in crate::tui) fn narrow(model: &mut Model, words: &str) {
    let screen = model.screen_mut().map(Screen::surface_mut);
    if let Some(kept) = screen.and_then(Surface::words_mut) {
        words.clone_into(kept);
    }
}
