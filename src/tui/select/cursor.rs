//! Keys in texts, and cursors in lists.

use crate::tui::model::{Action, Model};

/// The first key of an action where the user is, for texts that name it.
pub fn key_of(model: &Model, action: Action) -> String {
    model
        .keymap
        .chords(model.context(), action.name())
        .first()
        .map(ToString::to_string)
        .unwrap_or_default()
}

/// Moves a cursor in a list by a command; `None` when it is no movement.
pub(in crate::tui) fn moved(
    action: Action,
    selected: usize,
    count: usize,
    page: usize,
) -> Option<usize> {
    let last = count.saturating_sub(1);
    Some(match action {
        Action::NextItem | Action::NextCandidate => selected.saturating_add(1).min(last),
        Action::PreviousItem | Action::PreviousCandidate => selected.saturating_sub(1),
        Action::PageDown => selected.saturating_add(page.max(1)).min(last),
        Action::PageUp => selected.saturating_sub(page.max(1)),
        Action::FirstItem => 0,
        Action::LastItem => last,
        _ => return None,
    })
}

/// How many lines a screenful is, for page keys.
pub(in crate::tui) fn page_of(model: &Model) -> usize {
    usize::from(model.size.height.saturating_sub(6))
}
