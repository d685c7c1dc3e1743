//! The mouse, when it is on: a click puts the cursor there, a click on the cursor's line opens it,
//! the wheel moves, the border between list and card can be dragged. Everything it does is a
//! command that has a key, too.

use ratatui::crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use super::super::model::meeting::Focus;
use super::super::model::{Action, Model, Overlay, Screen, context};
use super::super::view::pointer::{Spot, split_at, spot_at};
use super::{
    AgendaRow, Effect, Outside, agenda_rows, assignments, meeting, papers, plan, run, subjects,
};
use crate::tui::preference::Preference;

/// Lines a turn of the wheel moves.
const WHEEL: usize = 3;

/// The mouse on or off, now and at the next start.
pub(super) fn toggle(model: &mut Model) -> Vec<Effect> {
    model.pointer.is_captured = !model.pointer.is_captured;
    model.pointer.is_dragging = false;
    vec![Effect::Prefer(Preference::Mouse(model.pointer.is_captured))]
}

/// Takes an event of the mouse.
pub(super) fn handle(
    model: &mut Model,
    event: MouseEvent,
    outside: &mut Outside<'_>,
) -> Vec<Effect> {
    if !model.pointer.is_captured {
        return Vec::new();
    }
    let at = Position::new(event.column, event.row);
    match event.kind {
        MouseEventKind::ScrollDown => wheel(model, true, outside),
        MouseEventKind::ScrollUp => wheel(model, false, outside),
        MouseEventKind::Down(MouseButton::Left) => press(model, at, outside),
        MouseEventKind::Drag(MouseButton::Left) if model.pointer.is_dragging => {
            model.pointer.split = split_at(model, at);
            Vec::new()
        }
        MouseEventKind::Up(_) => {
            model.pointer.is_dragging = false;
            Vec::new()
        }
        _ => Vec::new(),
    }
}

fn wheel(model: &mut Model, down: bool, outside: &mut Outside<'_>) -> Vec<Effect> {
    let candidates = matches!(
        model.overlays.last(),
        Some(Overlay::Search(_) | Overlay::Assign(_) | Overlay::Prompt(_))
    );
    let action = match (model.context(), down, candidates) {
        // The list of meetings is short; the paper beside it is what is long.
        (context::PAPERS, true, _) => return run(model, Action::PageDown, outside),
        (context::PAPERS, false, _) => return run(model, Action::PageUp, outside),
        (_, true, true) => Action::NextCandidate,
        (_, false, true) => Action::PreviousCandidate,
        (_, true, false) => Action::NextItem,
        (_, false, false) => Action::PreviousItem,
    };
    (0..WHEEL)
        .flat_map(|_| run(model, action, outside))
        .collect()
}

fn press(model: &mut Model, at: Position, outside: &mut Outside<'_>) -> Vec<Effect> {
    model.pending.clear();
    match spot_at(model, at) {
        None => Vec::new(),
        Some(Spot::Divider) => {
            model.pointer.is_dragging = true;
            Vec::new()
        }
        Some(Spot::Command(action)) => run(model, action, outside),
        Some(Spot::Card) => focus_card(model, outside),
        Some(Spot::Line(index)) => {
            if put(model, index) {
                let action = match model.context() {
                    context::START => Action::OpenMeeting,
                    context::CHOICE | context::SEARCH | context::FINISH | context::PROBLEMS => {
                        Action::Accept
                    }
                    context::ATTENDANCE => Action::MarkPresent,
                    context::PAPERS | context::ASSIGN => return Vec::new(),
                    _ => Action::Open,
                };
                return run(model, action, outside);
            }
            Vec::new()
        }
        Some(Spot::Duty(index)) => {
            if let Some(Screen::Subjects(state)) = model.screen_mut() {
                let was_there = state.in_duties && state.duty == index;
                state.in_duties = true;
                state.duty = index;
                if was_there {
                    return run(model, Action::Open, outside);
                }
            }
            Vec::new()
        }
    }
}

fn focus_card(model: &mut Model, outside: &mut Outside<'_>) -> Vec<Effect> {
    let in_card = match model.screen() {
        Some(Screen::Meeting(state)) => state.focus == Focus::Card,
        Some(Screen::Plan(state)) => state.card,
        _ => true,
    };
    if in_card {
        Vec::new()
    } else {
        run(model, Action::SwitchFocus, outside)
    }
}

/// Puts the cursor on a line; whether it was there already.
fn put(model: &mut Model, index: usize) -> bool {
    if let Some(overlay) = model.overlays.last_mut() {
        let selected = match overlay {
            Overlay::Search(state) => &mut state.selected,
            Overlay::Choice(state) => &mut state.selected,
            Overlay::Themes(_) => return put_theme(model, index),
            Overlay::Attendance(state) => &mut state.selected,
            Overlay::Problems(state) => &mut state.selected,
            Overlay::Reader(state) => {
                state.selected = index;
                return false;
            }
            _ => return false,
        };
        return std::mem::replace(selected, index) == index;
    }
    put_on_screen(model, index).unwrap_or(false)
}

fn put_theme(model: &mut Model, index: usize) -> bool {
    let theme = model.themes.get(index).cloned();
    if let (Some(Overlay::Themes(state)), Some(theme)) = (model.overlays.last_mut(), theme) {
        model.theme = theme;
        return std::mem::replace(&mut state.selected, index) == index;
    }
    false
}

fn put_on_screen(model: &mut Model, index: usize) -> Option<bool> {
    match model.screen()? {
        Screen::Start(_) => {
            let Some(Screen::Start(state)) = model.screen_mut() else {
                return None;
            };
            Some(std::mem::replace(&mut state.selected, index) == index)
        }
        Screen::Meeting(state) => {
            let was_focused = state.focus == Focus::Agenda;
            let before = meeting::selected_item(model);
            let rows = agenda_rows(model, state.date);
            let Some(AgendaRow::Item(line)) = rows.get(index) else {
                return None;
            };
            let item = line.item;
            meeting::select(model, item);
            if let Some(Screen::Meeting(state)) = model.screen_mut() {
                state.focus = Focus::Agenda;
            }
            Some(was_focused && before == Some(item))
        }
        Screen::Plan(state) => {
            let was_focused = !state.card;
            let rows = plan::visible_rows(model, state);
            let before = plan::selected_index(model, &rows);
            let node = rows.get(index).map(plan::node_of)?;
            if let Some(Screen::Plan(state)) = model.screen_mut() {
                state.selected = Some(node);
                state.card = false;
                state.card_offset = 0;
            }
            Some(was_focused && before == index)
        }
        Screen::Subjects(state) => {
            let was_focused = !state.in_duties;
            let (_, ids) = subjects::listed(model, state);
            let before = subjects::selected_subject(model, &ids);
            let id = ids.get(index)?.clone();
            let same = before.as_ref() == Some(&id);
            if let Some(Screen::Subjects(state)) = model.screen_mut() {
                state.selected = Some(id);
                state.in_duties = false;
                if !same {
                    state.duty = 0;
                    state.duty_offset = 0;
                }
            }
            Some(was_focused && same)
        }
        Screen::Assignments(state) => {
            let views = assignments::shown(model, state);
            let before = assignments::selected_index(model, &views);
            let id = views.get(index)?.id;
            if let Some(Screen::Assignments(state)) = model.screen_mut() {
                state.selected = Some(id);
            }
            Some(before == index)
        }
        Screen::Papers(_) => {
            let day = papers::meetings(model).get(index).copied()?;
            if let Some(Screen::Papers(state)) = model.screen_mut() {
                state.selected = Some(day);
                state.paper = 0;
                state.scroll = 0;
            }
            Some(false)
        }
        Screen::Overview(_) => {
            let Some(Screen::Overview(state)) = model.screen_mut() else {
                return None;
            };
            Some(std::mem::replace(&mut state.row, index) == index)
        }
    }
}
