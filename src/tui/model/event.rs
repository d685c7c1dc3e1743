//! An event with participants: its programme, who is invited, who was named.

use super::context;
use super::surface::Surface;
use crate::domain::document::ActivityKey;

/// State of the list of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventState {
    /// The point that sets the event.
    pub activity: ActivityKey,
    /// The chosen line.
    pub selected: usize,
    /// First visible line.
    pub offset: usize,
}

impl Surface for EventState {
    fn context(&self) -> &'static str {
        context::EVENT
    }

    fn line_mut(&mut self) -> Option<&mut usize> {
        Some(&mut self.selected)
    }
}
