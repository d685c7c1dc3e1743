//! The mouse, when it is on: a click puts the cursor there, a click on the cursor's line opens it,
//! the wheel moves, the border between list and card can be dragged. Everything it does is a
//! command that has a key, too.

use ratatui::crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

use crate::tui::act::Outside;
use crate::tui::model::meeting::Focus;
use crate::tui::model::pointer::Spot;
use crate::tui::model::{Action, Model, Overlay, Screen, context};
use crate::tui::open::meeting;
use crate::tui::select::agenda::{AgendaRow, agenda_rows, selected_item};
use crate::tui::select::{assignments, papers, plan, subjects};

/// Lines a turn of the wheel moves.
const WHEEL: usize = 3;

/// The narrowest and widest list, in hundredths of the screen.
const SPLIT: (u16, u16) = (30, 75);

/// Takes an event of the mouse: the commands it means.
pub(super) fn handle(model: &mut Model, event: MouseEvent, outside: &Outside<'_>) -> Vec<Action> {
    if !model.pointer.is_captured {
        return Vec::new();
    }
    let at = Position::new(event.column, event.row);
    match event.kind {
        MouseEventKind::ScrollDown => wheel(model, true),
        MouseEventKind::ScrollUp => wheel(model, false),
        MouseEventKind::Down(MouseButton::Left) => {
            model.pending.clear();
            let spot = (outside.spot_at)(model, at);
            spot.and_then(|spot| press(model, spot))
                .into_iter()
                .collect()
        }
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

/// The hundredths of the screen the list gets when its border is dragged to a place.
fn split_at(model: &Model, at: Position) -> u16 {
    let width = u32::from(model.size.width.max(1));
    let share = (u32::from(at.x) + 1) * 100 / width;
    u16::try_from(share)
        .unwrap_or(SPLIT.1)
        .clamp(SPLIT.0, SPLIT.1)
}

fn wheel(model: &Model, down: bool) -> Vec<Action> {
    let candidates = matches!(
        model.overlays.last(),
        Some(Overlay::Search(_) | Overlay::Assign(_) | Overlay::Prompt(_))
    );
    let action = match (model.context(), down, candidates) {
        // The list of meetings is short; the paper beside it is what is long.
        (context::PAPERS, true, _) => return vec![Action::PageDown],
        (context::PAPERS, false, _) => return vec![Action::PageUp],
        (_, true, true) => Action::NextCandidate,
        (_, false, true) => Action::PreviousCandidate,
        (_, true, false) => Action::NextItem,
        (_, false, false) => Action::PreviousItem,
    };
    vec![action; WHEEL]
}

fn press(model: &mut Model, spot: Spot) -> Option<Action> {
    match spot {
        Spot::Divider => {
            model.pointer.is_dragging = true;
            None
        }
        Spot::Command(action) => Some(action),
        Spot::Card => focus_card(model),
        Spot::Line(index) => {
            if !put(model, index) {
                return None;
            }
            match model.context() {
                context::START => Some(Action::OpenMeeting),
                context::CHOICE | context::SEARCH | context::FINISH | context::PROBLEMS => {
                    Some(Action::Accept)
                }
                context::ATTENDANCE => Some(Action::MarkPresent),
                context::PAPERS | context::ASSIGN | context::EDITION => None,
                _ => Some(Action::Open),
            }
        }
        Spot::Duty(index) => {
            let Some(Screen::Subjects(state)) = model.screen_mut() else {
                return None;
            };
            let was_there = state.in_duties && state.duty == index;
            state.in_duties = true;
            state.duty = index;
            was_there.then_some(Action::Open)
        }
    }
}

fn focus_card(model: &Model) -> Option<Action> {
    let in_card = match model.screen() {
        Some(Screen::Meeting(state)) => state.focus == Focus::Card,
        Some(Screen::Plan(state)) => state.card,
        _ => true,
    };
    (!in_card).then_some(Action::SwitchFocus)
}

/// Puts the cursor on a line; whether it was there already.
fn put(model: &mut Model, index: usize) -> bool {
    if let Some(overlay) = model.overlays.last_mut() {
        if matches!(overlay, Overlay::Themes(_)) {
            return put_theme(model, index);
        }
        // A text is read, not chosen from: a second click on its line means nothing.
        let is_text = matches!(overlay, Overlay::Reader(_));
        let was_there = overlay
            .surface_mut()
            .line_mut()
            .is_some_and(|line| std::mem::replace(line, index) == index);
        return was_there && !is_text;
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
            let before = selected_item(model);
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
            let node = rows.node(index)?;
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
