//! The choice of a theme, seen at once.

use super::context;
use super::surface::Surface;
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

impl Surface for ThemesState {
    fn context(&self) -> &'static str {
        context::CHOICE
    }

    fn line_mut(&mut self) -> Option<&mut usize> {
        Some(&mut self.selected)
    }
}
