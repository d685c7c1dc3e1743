//! The line that finds another line of the list above it: by its number, by a count, or by words
//! that the list is narrowed to.

use super::Screen;
use crate::tui::widget::line_editor::LineEditor;

/// The most characters that are typed into it.
const LIMIT: usize = 60;

/// State of the line.
#[derive(Debug)]
pub struct FindState {
    /// What is typed.
    pub editor: LineEditor,
    /// The screen as it was, for Esc.
    pub screen: Option<Screen>,
    /// The cursor of the list on top of it as it was, for Esc.
    pub line: usize,
    /// Which of the lines that match is chosen, counted from 0.
    pub at: usize,
    /// What is wrong with what is typed, in the user's language.
    pub error: Option<String>,
}

impl FindState {
    /// Nothing typed yet.
    pub fn new(screen: Option<Screen>, line: usize) -> Self {
        Self {
            editor: LineEditor::one_line(LIMIT),
            screen,
            line,
            at: 0,
            error: None,
        }
    }
}
