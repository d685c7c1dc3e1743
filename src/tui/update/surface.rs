//! What each surface does with commands, characters and pasted text: a row each, in the file of the
//! surface; here only which row it is.

use ratatui::crossterm::event::KeyEvent;

use super::{
    assign, assignments, attendance, choice, edition, event, finish, form, help, import, meeting,
    overview, papers, plan, problems, prompt, search, start, subjects, themes,
};
use crate::tui::act::{Effect, Outside};
use crate::tui::model::{Action, Model, Overlay, Screen};

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

/// The row of what has the keys.
pub(super) fn hands(model: &Model) -> Option<&'static Hands> {
    Some(match model.overlays.last() {
        Some(Overlay::Prompt(_)) => &prompt::HANDS,
        Some(Overlay::Assign(_)) => &assign::HANDS,
        Some(Overlay::Attendance(_)) => &attendance::HANDS,
        Some(Overlay::Finish(_)) => &finish::HANDS,
        Some(Overlay::Search(_)) => &search::HANDS,
        Some(Overlay::Choice(_)) => &choice::CHOICE,
        Some(Overlay::Confirm(_)) => &choice::CONFIRM,
        Some(Overlay::Reader(_)) => &choice::READER,
        Some(Overlay::Help(_)) => &help::HANDS,
        Some(Overlay::Themes(_)) => &themes::HANDS,
        Some(Overlay::Import(_)) => &import::HANDS,
        Some(Overlay::Form(_)) => &form::HANDS,
        Some(Overlay::Problems(_)) => &problems::HANDS,
        Some(Overlay::Edition(_)) => &edition::HANDS,
        Some(Overlay::Event(_)) => &event::HANDS,
        None => match model.screen()? {
            Screen::Start(_) => &start::HANDS,
            Screen::Plan(_) => &plan::HANDS,
            Screen::Meeting(_) => &meeting::HANDS,
            Screen::Subjects(_) => &subjects::HANDS,
            Screen::Assignments(_) => &assignments::HANDS,
            Screen::Papers(_) => &papers::HANDS,
            Screen::Overview(_) => &overview::HANDS,
        },
    })
}
