//! Who is there.

use super::context;
use super::surface::Surface;

/// State of the attendance list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttendanceState {
    /// The chosen line, counted from 0 through members and guests.
    pub selected: usize,
    /// First visible line.
    pub offset: usize,
}

impl Surface for AttendanceState {
    fn context(&self) -> &'static str {
        context::ATTENDANCE
    }

    fn line_mut(&mut self) -> Option<&mut usize> {
        Some(&mut self.selected)
    }
}
