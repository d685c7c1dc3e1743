//! What a person decides otherwise than suggested.

use std::collections::{BTreeMap, BTreeSet};

use super::role::Role;
use super::spot::Spot;
use crate::domain::subject::{SubjectId, SubjectKind};

/// What documents call their levels, in the order it is offered.
pub const LEVEL_NAMES: [&str; 9] = [
    "Раздел",
    "Направление",
    "Мероприятие",
    "Задача",
    "Цель",
    "Этап",
    "Блок",
    "Модуль",
    "Подпрограмма",
];

/// What a person decided otherwise than suggested.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Choice {
    /// The table to take, by its number in the report.
    pub table: Option<usize>,
    /// By column of the first table, from zero: what it is for.
    pub columns: BTreeMap<usize, Role>,
    /// By row: a heading, or an activity.
    pub headings: BTreeMap<usize, bool>,
    /// By row: whether several matters of one cell are activities of their own.
    pub several: BTreeMap<usize, bool>,
    /// What a deadline is read as; the wording stays.
    pub readings: BTreeMap<Spot, String>,
    /// By the name as the plan uses it: who is meant.
    pub subjects: BTreeMap<String, Naming>,
    /// Questions that were answered as suggested, by [`mark`](super::report::Question::mark).
    pub answered: BTreeSet<String>,
    /// By depth, from the outermost: what the document calls its headings of that level.
    pub levels: BTreeMap<usize, String>,
    /// Rows that are left out.
    pub left_out: Vec<usize>,
    /// Rows of a running text that are tasks after all.
    pub taken: Vec<usize>,
    /// Whether the running text is read though there is a table.
    pub running_text: bool,
}

/// Who is meant by a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Naming {
    /// Somebody nobody knew: of this sort, by these names.
    New {
        /// The sort.
        kind: SubjectKind,
        /// The short name; the one found where it is empty.
        short: String,
        /// The full name; the one found where it is empty.
        full: String,
    },
    /// Somebody known, who answers to this name from now on.
    As(SubjectId),
    /// Nobody: the words stay in their cell.
    Nobody,
}
