//! How each surface looks: an implementation each, in the file of the surface.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::tui::model::Model;

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
