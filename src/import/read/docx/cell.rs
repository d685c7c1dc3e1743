//! Paragraphs, cells and tables in the making.

use super::numbering::Numbered;
use crate::import::grid::{Builder, Cell};
use crate::import::text;

/// A paragraph in the making.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub(super) text: String,
    pub(super) numbered: Numbered,
    pub(super) style: Option<String>,
    pub(super) deleted_mark: bool,
}

/// How a cell goes on with its neighbour above.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Merge {
    No,
    Begins,
    GoesOn,
}

/// A cell in the making.
#[derive(Debug)]
pub(super) struct CellDraft {
    /// Paragraphs with the labels they show.
    lines: Vec<(Option<String>, String)>,
    pub(super) across: usize,
    pub(super) down: Merge,
    /// The old way of merging to the left.
    pub(super) from_left: bool,
    pub(super) deleted: bool,
}

impl CellDraft {
    pub(super) fn new() -> Self {
        Self {
            lines: Vec::new(),
            across: 1,
            down: Merge::No,
            from_left: false,
            deleted: false,
        }
    }

    pub(super) fn push(&mut self, label: Option<String>, text: String) {
        self.lines.push((label, text));
    }

    pub(super) fn bytes(&self) -> usize {
        self.lines.iter().map(|(_, text)| text.len() + 16).sum()
    }

    /// One label before the text is the cell's number; several stand in the text, line by line.
    pub(super) fn finish(self) -> Cell {
        cell_of_lines(self.lines)
    }
}

/// A cell of paragraphs with the labels they show.
pub(in crate::import::read) fn cell_of_lines(lines: Vec<(Option<String>, String)>) -> Cell {
    let labels = lines.iter().filter(|(label, _)| label.is_some()).count();
    let first_is_labelled = lines
        .iter()
        .find(|(label, text)| label.is_some() || !text.trim().is_empty())
        .is_some_and(|(label, _)| label.is_some());
    if labels == 1 && first_is_labelled {
        let label = lines.iter().find_map(|(label, _)| label.clone());
        let joined: Vec<String> = lines.into_iter().map(|(_, text)| text).collect();
        return Cell {
            text: text::clean(&joined.join("\n")),
            label,
            typed: None,
        };
    }
    let joined: Vec<String> = lines
        .into_iter()
        .map(|(label, text)| match label {
            Some(label) => format!("{label} {text}"),
            None => text,
        })
        .collect();
    Cell::new(text::clean(&joined.join("\n")))
}

/// A table in the making.
#[derive(Debug, Default)]
pub(super) struct TableDraft {
    pub(super) builder: Builder,
    pub(super) row: RowDraft,
    pub(super) cell: Option<CellDraft>,
    pub(super) in_row: bool,
}

/// A row in the making: its cells wait until the row is known to stay.
#[derive(Debug, Default)]
pub(super) struct RowDraft {
    pub(super) before: usize,
    pub(super) is_head: bool,
    pub(super) deleted: bool,
    pub(super) hidden: bool,
    pub(super) cells: Vec<CellDraft>,
}
