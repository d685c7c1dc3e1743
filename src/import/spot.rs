//! Where in a file something stands.

/// Where in a file an activity stands.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Spot {
    /// The row.
    pub row: usize,
    /// Which of several activities of the row, from zero.
    pub part: usize,
}
