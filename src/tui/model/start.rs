//! The start screen: which meeting.

use super::context;
use super::surface::Surface;
use crate::domain::date::Date;

/// State of the start screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StartState {
    /// The days that can be chosen.
    pub days: Vec<Date>,
    /// The chosen one, counted from 0.
    pub selected: usize,
    /// First visible line.
    pub offset: usize,
}

impl Surface for StartState {
    fn context(&self) -> &'static str {
        context::START
    }

    fn line_mut(&mut self) -> Option<&mut usize> {
        Some(&mut self.selected)
    }
}
