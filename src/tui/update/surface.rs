//! What each surface does with commands, characters and pasted text: a row each, in the file of the
//! surface.

use ratatui::crossterm::event::KeyEvent;

use crate::tui::act::{Effect, Outside};
use crate::tui::model::{Action, Model};

/// Runs a command on a surface; nothing where the surface leaves it to what holds everywhere.
type Run = fn(&mut Model, Action, &mut Outside<'_>) -> Option<Vec<Effect>>;

/// The row of a surface.
pub(super) struct Hands {
    /// A command.
    pub(super) run: Run,
    /// A character typed, or a key of the text field; only where text is typed.
    pub(super) type_key: fn(&mut Model, KeyEvent),
    /// Pasted text; whether there was a place for it.
    pub(super) paste: fn(&mut Model, &str) -> bool,
}

impl Hands {
    /// Of a surface that takes commands only.
    pub(super) const fn commands(run: Run) -> Self {
        Self {
            run,
            type_key: |_, _| {},
            paste: |_, _| false,
        }
    }
}
