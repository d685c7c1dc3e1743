//! The line that finds a line: every letter moves the cursor of the list, or narrows it.

use ratatui::crossterm::event::KeyEvent;

use crate::tui::act::Effect;
use crate::tui::model::{Action, Model};
use crate::tui::open::find::{go, narrow};
use crate::tui::select::find::{Typed, lines, matches, narrows, read, words};

pub(super) fn type_key(model: &mut Model, event: KeyEvent) -> Option<Action> {
    let state = model.find.as_mut()?;
    state.editor.key(&event);
    followed(model)
}

pub(super) fn paste(model: &mut Model, text: &str) {
    if let Some(state) = model.find.as_mut() {
        state.editor.paste(text);
    }
    let _counted = followed(model);
}

/// Lets the list follow what is typed; the command to run so many times, when that is a count.
fn followed(model: &mut Model) -> Option<Action> {
    let state = model.find.as_mut()?;
    state.at = 0;
    state.error = None;
    let typed = read(&state.editor.text());
    if let Typed::Steps(steps) = typed {
        return Some(if steps < 0 {
            Action::PreviousItem
        } else {
            Action::NextItem
        });
    }
    let found = matches(model, &typed);
    if found.is_empty() && typed != Typed::Nothing {
        let why = model.texts.get("find-nothing");
        if let Some(state) = model.find.as_mut() {
            state.error = Some(why);
        }
        return None;
    }
    if narrows(model) {
        match &typed {
            Typed::Words(text) => narrow(model, text),
            Typed::Nothing | Typed::Number(_) | Typed::Steps(_) => restore_words(model),
        }
    }
    if let Some(first) = found.into_iter().next() {
        go(model, first);
    }
    None
}

/// The words of the list as they were when the line was opened.
fn restore_words(model: &mut Model) {
    let before = model.find.as_ref().and_then(|state| state.screen.as_ref());
    let before = before.and_then(|screen| screen.surface().words().map(str::to_owned));
    narrow(model, &before.unwrap_or_default());
}

/// Closes the line over a list as it was before; how many lines the count that is typed goes. Its
/// digits alone may have led to a line of that number.
pub(super) fn steps(model: &mut Model) -> usize {
    let typed = model.find.as_ref().map(|state| read(&state.editor.text()));
    leave(model);
    match typed {
        Some(Typed::Steps(steps)) => steps.unsigned_abs().min(lines(model).len()),
        _ => 0,
    }
}

pub(super) fn run(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::NextCandidate => step(model, true),
        Action::PreviousCandidate => step(model, false),
        Action::Accept => accept(model),
        Action::Back => leave(model),
        _ => {}
    }
    Vec::new()
}

/// To the next line that matches, or to the one before.
fn step(model: &mut Model, is_down: bool) {
    let Some(state) = model.find.as_ref() else {
        return;
    };
    let found = matches(model, &read(&state.editor.text()));
    let last = found.len().saturating_sub(1);
    let at = if is_down {
        state.at.saturating_add(1).min(last)
    } else {
        state.at.saturating_sub(1)
    };
    if let Some(state) = model.find.as_mut() {
        state.at = at;
    }
    if let Some(place) = found.into_iter().nth(at) {
        go(model, place);
    }
}

/// Enter: the cursor stays where it is, the list as narrow as it is; with nothing typed the list
/// is whole again.
fn accept(model: &mut Model) {
    let Some(state) = model.find.as_ref() else {
        return;
    };
    if state.error.is_some() {
        return;
    }
    if state.editor.is_empty() && !words(model).is_empty() {
        narrow(model, "");
    }
    model.find = None;
}

/// Esc: everything is as it was.
fn leave(model: &mut Model) {
    let Some(state) = model.find.take() else {
        return;
    };
    match model.overlays.last_mut() {
        Some(overlay) => {
            if let Some(line) = overlay.surface_mut().line_mut() {
                *line = state.line;
            }
        }
        None => {
            if let (Some(now), Some(before)) = (model.screens.last_mut(), state.screen) {
                *now = before;
            }
        }
    }
}
