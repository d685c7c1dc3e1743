//! What a screen and an overlay are alike in: which keys they take, whether characters are text, and
//! where their cursor is. How one answers to a command stands in its row of `update`, how it looks
//! in its row of `view`: the layers between them know nothing of each other.

use super::{Overlay, Screen};

/// The state of a screen or an overlay, to whoever need not know which it is.
pub trait Surface {
    /// The context its keys are bound in: one of [`super::context`].
    fn context(&self) -> &'static str;

    /// Whether characters typed now are text.
    fn is_typing(&self) -> bool {
        false
    }

    /// The line its cursor is on, counted from 0, where the cursor is a line and not what the line
    /// shows.
    fn line_mut(&mut self) -> Option<&mut usize> {
        None
    }

    /// The words its list is narrowed to; nothing where a list cannot be narrowed.
    fn words(&self) -> Option<&str> {
        None
    }

    /// The same, to be changed.
    fn words_mut(&mut self) -> Option<&mut String> {
        None
    }
}

impl Screen {
    /// What it has alike with the others.
    pub fn surface(&self) -> &dyn Surface {
        match self {
            Self::Start(state) => state,
            Self::Plan(state) => state,
            Self::Meeting(state) => state,
            Self::Subjects(state) => state,
            Self::Assignments(state) => state,
            Self::Papers(state) => state,
            Self::Overview(state) => state,
        }
    }

    /// The same, to be changed.
    pub fn surface_mut(&mut self) -> &mut dyn Surface {
        match self {
            Self::Start(state) => state,
            Self::Plan(state) => state,
            Self::Meeting(state) => state,
            Self::Subjects(state) => state,
            Self::Assignments(state) => state,
            Self::Papers(state) => state,
            Self::Overview(state) => state,
        }
    }
}

impl Overlay {
    /// What it has alike with the others.
    pub fn surface(&self) -> &dyn Surface {
        match self {
            Self::Prompt(state) => state.as_ref(),
            Self::Assign(state) => state.as_ref(),
            Self::Attendance(state) => state,
            Self::Finish(state) => state,
            Self::Search(state) => state.as_ref(),
            Self::Choice(state) => state,
            Self::Confirm(state) => state,
            Self::Reader(state) => state,
            Self::Help(state) => state.as_ref(),
            Self::Themes(state) => state.as_ref(),
            Self::Problems(state) => state,
            Self::Import(state) => state.as_ref(),
            Self::Form(state) => state,
            Self::Edition(state) => state.as_ref(),
            Self::Event(state) => state,
        }
    }

    /// The same, to be changed.
    pub fn surface_mut(&mut self) -> &mut dyn Surface {
        match self {
            Self::Prompt(state) => state.as_mut(),
            Self::Assign(state) => state.as_mut(),
            Self::Attendance(state) => state,
            Self::Finish(state) => state,
            Self::Search(state) => state.as_mut(),
            Self::Choice(state) => state,
            Self::Confirm(state) => state,
            Self::Reader(state) => state,
            Self::Help(state) => state.as_mut(),
            Self::Themes(state) => state.as_mut(),
            Self::Problems(state) => state,
            Self::Import(state) => state.as_mut(),
            Self::Form(state) => state,
            Self::Edition(state) => state.as_mut(),
            Self::Event(state) => state,
        }
    }
}
