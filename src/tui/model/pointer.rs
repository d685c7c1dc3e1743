//! The mouse, and what it moves.

use super::Action;

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

/// Something that can be clicked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Spot {
    /// A line of the list that has the keys, counted from the list's beginning.
    Line(usize),
    /// A duty of the chosen subject.
    Duty(usize),
    /// The card beside or below the list.
    Card,
    /// A command: a hint, a tab.
    Command(Action),
    /// The border between list and card.
    Divider,
}
