//! How each surface looks: an implementation each, in the file of the surface; here only which.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::tui::model::{Model, Overlay, Screen};

/// Puts the scroll position of a surface right for its area, so that what is chosen is seen.
pub(super) type Fit = fn(&mut Model, Rect);

/// A state that can be drawn.
pub(super) trait Drawn {
    /// Draws it; tells where the cursor is, when it is in a text field.
    fn draw(&self, model: &Model, area: Rect, buffer: &mut Buffer) -> Option<Position>;

    /// What puts its scroll position right; nothing for what is always seen whole.
    fn fit(&self) -> Fit {
        |_, _| {}
    }
}

/// How a screen is drawn.
pub(super) fn screen(screen: &Screen) -> &dyn Drawn {
    match screen {
        Screen::Start(state) => state,
        Screen::Plan(state) => state,
        Screen::Meeting(state) => state,
        Screen::Subjects(state) => state,
        Screen::Assignments(state) => state,
        Screen::Papers(state) => state,
        Screen::Overview(state) => state,
    }
}

/// How an overlay is drawn.
pub(super) fn overlay(overlay: &Overlay) -> &dyn Drawn {
    match overlay {
        Overlay::Prompt(state) => state.as_ref(),
        Overlay::Assign(state) => state.as_ref(),
        Overlay::Attendance(state) => state,
        Overlay::Finish(state) => state,
        Overlay::Search(state) => state.as_ref(),
        Overlay::Choice(state) => state,
        Overlay::Confirm(state) => state,
        Overlay::Reader(state) => state,
        Overlay::Help(state) => state.as_ref(),
        Overlay::Themes(state) => state.as_ref(),
        Overlay::Problems(state) => state,
        Overlay::Import(state) => state.as_ref(),
        Overlay::Form(state) => state,
        Overlay::Edition(state) => state.as_ref(),
        Overlay::Event(state) => state,
    }
}
