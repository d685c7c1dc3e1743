//! The mouse, and what it moves.

/// How much of the width a list has beside its card, in hundredths, until the border is dragged.
pub const SPLIT: u16 = 57;

/// State of the mouse.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PointerState {
    /// Whether the program takes the mouse; else the terminal selects text with it.
    pub is_captured: bool,
    /// Whether the border between list and card is being dragged.
    pub is_dragging: bool,
    /// How much of the width the list has beside its card, in hundredths.
    pub split: u16,
}

impl Default for PointerState {
    fn default() -> Self {
        Self {
            is_captured: false,
            is_dragging: false,
            split: SPLIT,
        }
    }
}
