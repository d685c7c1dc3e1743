//! The choice of a theme, seen at once.

use crate::tui::theme::Theme;

/// State of the choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemesState {
    /// The chosen one.
    pub selected: usize,
    /// First visible line.
    pub offset: usize,
    /// What Esc brings back.
    pub before: Theme,
}
