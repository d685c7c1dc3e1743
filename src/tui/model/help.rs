//! All keys, with a filter.

use super::context;
use super::surface::Surface;
use crate::tui::widget::line_editor::LineEditor;

/// State of the help.
#[derive(Debug)]
pub struct HelpState {
    /// First visible line.
    pub offset: usize,
    /// The context help was asked from.
    pub context: &'static str,
    /// What the lines are searched for.
    pub filter: LineEditor,
}

impl Surface for HelpState {
    fn context(&self) -> &'static str {
        context::HELP
    }

    fn is_typing(&self) -> bool {
        self.is_filtering()
    }
}

/// The most characters a filter has.
const LIMIT: usize = 60;

impl HelpState {
    /// All keys, those of a context first.
    pub fn of(context: &'static str) -> Self {
        Self {
            offset: 0,
            context,
            filter: LineEditor::one_line(LIMIT),
        }
    }

    /// Whether characters typed now go to the filter: always, so that a word is enough.
    pub fn is_filtering(&self) -> bool {
        true
    }
}
