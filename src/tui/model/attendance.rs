//! Who is there.

/// State of the attendance list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttendanceState {
    /// The chosen line, counted from 0 through members and guests.
    pub selected: usize,
    /// First visible line.
    pub offset: usize,
}
