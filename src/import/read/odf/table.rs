//! Tables in the making.

use crate::import::grid::{Budget, Builder, Cell, Grid, Typed};
use crate::import::limits;
use crate::import::read::docx::cell_of_lines;
use crate::import::read::letters;
use crate::import::refusal::Refusal;
use crate::import::source::Remark;

/// More empty cells or rows than this at once are the rest of a sheet, not cells.
const REPEATED: usize = 64;

/// A cell in the making.
#[derive(Debug, Default)]
pub(super) struct CellDraft {
    pub(super) lines: Vec<(Option<String>, String)>,
    pub(super) across: usize,
    pub(super) down: usize,
    pub(super) repeated: usize,
    pub(super) typed: Option<Typed>,
    pub(super) is_date: bool,
}

/// A cell of a row, with its place.
#[derive(Clone, Debug)]
struct Placed {
    column: usize,
    cell: Option<Cell>,
    across: usize,
    down: usize,
    /// Covered by another cell, as the file says itself.
    covered: bool,
}

/// A table in the making.
#[derive(Debug, Default)]
pub(super) struct TableDraft {
    builder: Builder,
    pub(super) name: Option<String>,
    pub(super) is_hidden: bool,
    pub(super) cell: Option<CellDraft>,
    pub(super) in_head: bool,
    row: Vec<Placed>,
    column: usize,
    place: usize,
    repeated: usize,
    row_is_hidden: bool,
    hidden_rows: Vec<usize>,
    hidden_columns: Vec<usize>,
    defined_columns: usize,
    pub(super) remarks: Vec<Remark>,
}

impl TableDraft {
    /// A table that begins.
    pub(super) fn new(name: Option<String>, is_hidden: bool) -> Self {
        Self {
            name,
            is_hidden,
            ..Self::default()
        }
    }

    /// Columns are declared.
    pub(super) fn columns(&mut self, count: usize, hidden: bool) {
        let count = count.max(1);
        if hidden {
            let to = self
                .defined_columns
                .saturating_add(count)
                .min(limits::COLUMNS);
            self.hidden_columns.extend(self.defined_columns..to);
        }
        self.defined_columns = self.defined_columns.saturating_add(count);
    }

    /// A row begins.
    pub(super) fn begin_row(&mut self, repeated: usize, hidden: bool) {
        self.row.clear();
        self.column = 0;
        self.repeated = repeated.max(1);
        self.row_is_hidden = hidden;
    }

    /// A covered position.
    pub(super) fn covered(&mut self, count: usize) {
        for _ in 0..count.clamp(1, limits::COLUMNS) {
            self.row.push(Placed {
                column: self.column,
                cell: None,
                across: 1,
                down: 1,
                covered: true,
            });
            self.column += 1;
        }
    }

    /// A cell ends.
    pub(super) fn end_cell(&mut self, budget: &mut Budget) -> Result<(), Refusal> {
        let Some(draft) = self.cell.take() else {
            return Ok(());
        };
        let mut cell = cell_of_lines(draft.lines);
        cell.typed = draft.typed;
        if draft.is_date && !cell.text.is_empty() && self.name.is_some() {
            self.remarks.push(Remark::TypedDate {
                cell: format!("{}{}", letters(self.column), self.place + 1),
                text: cell.text.clone(),
            });
        }
        let is_empty = cell.text.is_empty() && cell.label.is_none();
        if is_empty && draft.repeated > REPEATED {
            self.column = self.column.saturating_add(draft.repeated);
            return Ok(());
        }
        for _ in 0..draft.repeated.clamp(1, limits::COLUMNS) {
            budget.text(cell.text.len())?;
            self.row.push(Placed {
                column: self.column,
                cell: Some(cell.clone()),
                across: draft.across.max(1),
                down: draft.down.max(1),
                covered: false,
            });
            self.column += 1;
        }
        Ok(())
    }

    /// A row ends.
    pub(super) fn end_row(&mut self, budget: &mut Budget) -> Result<(), Refusal> {
        let row = std::mem::take(&mut self.row);
        let is_empty = row.iter().all(|placed| {
            placed.covered
                || placed
                    .cell
                    .as_ref()
                    .is_none_or(|cell| cell.text.is_empty() && cell.label.is_none())
        });
        if self.row_is_hidden {
            if !is_empty {
                self.hidden_rows
                    .extend((0..self.repeated.min(REPEATED)).map(|at| self.place + at + 1));
            }
            self.place += self.repeated;
            return Ok(());
        }
        let times = if is_empty {
            1
        } else {
            self.repeated.min(limits::COLUMNS)
        };
        for at in 0..times {
            self.builder.row(self.place + at + 1, self.in_head);
            let mut shift = 0;
            for placed in &row {
                if placed.covered {
                    continue;
                }
                let wanted = placed.column + shift;
                let column = self.builder.free(wanted);
                // Files without covered cells: what follows a wide cell comes after it.
                shift += column - wanted;
                let cell = placed.cell.clone().unwrap_or_default();
                self.builder
                    .put(column, cell, placed.across, placed.down, budget)?;
            }
        }
        self.place += self.repeated;
        Ok(())
    }

    /// The table, and what was left out of it.
    pub(super) fn finish(mut self) -> (Grid, Vec<Remark>) {
        let grid = self.builder.finish();
        let width = grid.width();
        let gone: Vec<usize> = self
            .hidden_columns
            .into_iter()
            .filter(|column| *column < width)
            .collect();
        let holds =
            |column: usize| (0..grid.height()).any(|row| !grid.text(row, column).is_empty());
        let told: Vec<String> = gone
            .iter()
            .filter(|column| holds(**column))
            .map(|column| letters(*column))
            .collect();
        if !told.is_empty() {
            self.remarks.push(Remark::HiddenColumns {
                sheet: self.name.clone(),
                columns: told,
            });
        }
        if !self.hidden_rows.is_empty() {
            self.remarks.push(Remark::HiddenRows {
                sheet: self.name,
                rows: self.hidden_rows,
            });
        }
        if gone.is_empty() {
            (grid, self.remarks)
        } else {
            (grid.without_columns(&gone), self.remarks)
        }
    }
}
