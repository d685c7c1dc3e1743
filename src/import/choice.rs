//! What a person decides otherwise than suggested.

use std::collections::BTreeMap;

use super::role::Role;

/// What a person decided otherwise than suggested.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Choice {
    /// The table to take, by its number in the report.
    pub table: Option<usize>,
    /// By column of the first table, from zero: what it is for.
    pub columns: BTreeMap<usize, Role>,
    /// By row: a heading, or an activity.
    pub headings: BTreeMap<usize, bool>,
    /// By row: what the deadline is read as.
    pub readings: BTreeMap<usize, String>,
    /// Rows that are left out.
    pub left_out: Vec<usize>,
    /// Rows of a running text that are tasks after all.
    pub taken: Vec<usize>,
    /// Whether the running text is read though there is a table.
    pub running_text: bool,
}
