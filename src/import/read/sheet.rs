//! A sheet of a spreadsheet: from cells at places to a grid.

use std::collections::{BTreeMap, BTreeSet};

use crate::import::grid::{Budget, Builder, Cell, Grid};
use crate::import::limits;
use crate::import::refusal::Refusal;
use crate::import::source::Remark;

use super::letters;

/// A range of merged cells, from zero, ends included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Merged {
    pub(super) top: usize,
    pub(super) left: usize,
    pub(super) bottom: usize,
    pub(super) right: usize,
}

/// A sheet as its file has it.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) name: String,
    /// Cells with something in them, by row and column.
    pub(super) cells: BTreeMap<(usize, usize), Cell>,
    /// The row that was filled last, and how many were.
    pub(super) last_row: Option<usize>,
    pub(super) rows: usize,
    pub(super) merged: Vec<Merged>,
    pub(super) hidden_rows: BTreeSet<usize>,
    pub(super) hidden_columns: BTreeSet<usize>,
    /// Dates that were written out: row, column, text.
    pub(super) dates: Vec<(usize, usize, String)>,
    /// Cells of hidden rows that reach down into shown ones.
    pub(super) kept: BTreeMap<(usize, usize), Option<Cell>>,
}

impl Sheet {
    /// Puts a cell at its place.
    pub(super) fn put(
        &mut self,
        row: usize,
        column: usize,
        cell: Cell,
        budget: &mut Budget,
    ) -> Result<(), Refusal> {
        if column >= limits::COLUMNS || (cell.text.is_empty() && cell.label.is_none()) {
            return Ok(());
        }
        budget.positions(1)?;
        budget.text(cell.text.len())?;
        if self.last_row != Some(row) {
            self.last_row = Some(row);
            self.rows += 1;
            if self.rows > limits::ROWS {
                return Err(Refusal::Bomb);
            }
        }
        self.cells.insert((row, column), cell);
        Ok(())
    }

    /// The grid of what is shown, and what was left out.
    pub(super) fn finish(mut self, budget: &mut Budget) -> Result<(Grid, Vec<Remark>), Refusal> {
        let width = self
            .cells
            .keys()
            .map(|(_, column)| column + 1)
            .max()
            .unwrap_or_default();
        let mut merged = std::mem::take(&mut self.merged);
        merged.retain(|one| one.left < width && one.top <= one.bottom && one.left <= one.right);
        merged.sort_by_key(|one| (one.top, one.left));
        let mut waiting = merged.into_iter().peekable();
        let mut active: Vec<(Merged, bool)> = Vec::new();
        let mut builder = Builder::default();
        let mut last = None;
        let mut hidden = Vec::new();
        let mut rows: BTreeMap<usize, BTreeMap<usize, Cell>> = BTreeMap::new();
        for ((row, column), cell) in std::mem::take(&mut self.cells) {
            rows.entry(row).or_default().insert(column, cell);
        }
        for (row, mut cells) in rows {
            while let Some(next) = waiting.next_if(|next| next.top <= row) {
                active.push((next, false));
            }
            active.retain(|(one, _)| one.bottom >= row);
            if self.hidden_rows.contains(&row) {
                hidden.push(row + 1);
                // A cell that reaches down into shown rows is begun there.
                for (one, begun) in &mut active {
                    if one.top == row && one.bottom > row && !*begun {
                        self.kept
                            .insert((one.top, one.left), cells.remove(&one.left));
                    }
                }
                continue;
            }
            if last.is_some_and(|last: usize| row > last + 1) {
                builder.row(row, false);
            }
            last = Some(row);
            builder.row(row + 1, false);
            for (one, begun) in &mut active {
                let across = one.right.min(width.saturating_sub(1)) + 1 - one.left;
                if *begun {
                    for covered in one.left..=one.right.min(width) {
                        cells.remove(&covered);
                    }
                    builder.go_on(one.left, across, budget)?;
                } else {
                    let own = if one.top == row {
                        cells.remove(&one.left)
                    } else {
                        self.kept.remove(&(one.top, one.left)).flatten()
                    };
                    for covered in one.left..=one.right.min(width) {
                        cells.remove(&covered);
                    }
                    builder.put(one.left, own.unwrap_or_default(), across, 1, budget)?;
                    *begun = true;
                }
            }
            for (column, cell) in cells {
                builder.put(column, cell, 1, 1, budget)?;
            }
            for column in 0..width {
                if builder.free(column) == column {
                    builder.put(column, Cell::default(), 1, 1, budget)?;
                }
            }
        }
        let mut remarks = self.remarks(hidden);
        let grid = builder.finish();
        let gone: Vec<usize> = self
            .hidden_columns
            .iter()
            .copied()
            .filter(|column| *column < width)
            .collect();
        let told: Vec<String> = gone
            .iter()
            .filter(|column| (0..grid.height()).any(|row| !grid.text(row, **column).is_empty()))
            .map(|column| letters(*column))
            .collect();
        if !told.is_empty() {
            remarks.push(Remark::HiddenColumns {
                sheet: Some(self.name.clone()),
                columns: told,
            });
        }
        let grid = if gone.is_empty() {
            grid
        } else {
            grid.without_columns(&gone)
        };
        Ok((grid, remarks))
    }

    fn remarks(&self, hidden: Vec<usize>) -> Vec<Remark> {
        let mut remarks = Vec::new();
        if !hidden.is_empty() {
            remarks.push(Remark::HiddenRows {
                sheet: Some(self.name.clone()),
                rows: hidden,
            });
        }
        for (row, column, text) in &self.dates {
            if !self.hidden_rows.contains(row) && !self.hidden_columns.contains(column) {
                remarks.push(Remark::TypedDate {
                    cell: format!("{}{}", letters(*column), row + 1),
                    text: text.clone(),
                });
            }
        }
        remarks
    }
}
