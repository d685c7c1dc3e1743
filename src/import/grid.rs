//! A logical grid: every position of a table, merged cells included.

use crate::import::limits;
use crate::import::refusal::Refusal;

mod build;
#[cfg(test)]
mod tests;

pub(crate) use build::Builder;

/// What a spreadsheet holds where the text is only how it is shown.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Typed {
    /// A day, and what its format shows of it.
    Date(TypedDate),
    /// A number.
    Number(f64),
}

/// A date a spreadsheet keeps.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TypedDate {
    /// The day of the month.
    pub day: u32,
    /// The month.
    pub month: u32,
    /// The year.
    pub year: i32,
    /// Whether the format shows the day.
    pub shows_day: bool,
    /// Whether the format shows the year.
    pub shows_year: bool,
}

/// One cell as the source has it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Cell {
    /// Its text, cleaned; line breaks stay.
    pub text: String,
    /// A number that stands before it without being its text: an automatic list.
    pub label: Option<String>,
    /// What a spreadsheet holds there.
    pub typed: Option<Typed>,
}

impl Cell {
    /// A cell with a text.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            label: None,
            typed: None,
        }
    }
}

/// One position of the grid.
#[derive(Clone, PartialEq, Debug)]
pub enum Slot {
    /// A cell begins here.
    Own(Cell),
    /// Covered by the cell to the left.
    Left,
    /// Covered by the cell above.
    Above,
    /// The row ends before, or begins after: nothing here at all.
    Absent,
}

/// A table.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Grid {
    rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Row {
    /// Its positions from the left.
    pub slots: Vec<Slot>,
    /// Where it stands in the source, counted from one: the sheet's row, the table's row.
    pub place: usize,
    /// Marked in the source as a head to repeat.
    pub is_head: bool,
}

impl Grid {
    /// A grid of plain rows, as text has them.
    pub fn of_texts<I, R, S>(rows: I) -> Self
    where
        I: IntoIterator<Item = R>,
        R: IntoIterator<Item = S>,
        S: Into<String>,
    {
        let rows = rows
            .into_iter()
            .enumerate()
            .map(|(index, row)| Row {
                slots: row
                    .into_iter()
                    .map(|text| Slot::Own(Cell::new(text)))
                    .collect(),
                place: index + 1,
                is_head: false,
            })
            .collect();
        Self { rows }
    }

    /// Its rows.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// How many rows there are.
    pub fn height(&self) -> usize {
        self.rows.len()
    }

    /// How many positions the longest row has.
    pub fn width(&self) -> usize {
        self.rows
            .iter()
            .map(|row| row.slots.len())
            .max()
            .unwrap_or_default()
    }

    /// Where the cell that covers a position begins.
    pub fn origin(&self, row: usize, column: usize) -> Option<(usize, usize)> {
        let (mut row, mut column) = (row, column);
        loop {
            match self.rows.get(row)?.slots.get(column)? {
                Slot::Own(_) => return Some((row, column)),
                Slot::Left => column = column.checked_sub(1)?,
                Slot::Above => row = row.checked_sub(1)?,
                Slot::Absent => return None,
            }
        }
    }

    /// The cell that covers a position.
    pub fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        let (row, column) = self.origin(row, column)?;
        match self.rows.get(row)?.slots.get(column)? {
            Slot::Own(cell) => Some(cell),
            _ => None,
        }
    }

    /// The text that covers a position.
    pub fn text(&self, row: usize, column: usize) -> &str {
        self.cell(row, column).map_or("", |cell| cell.text.as_str())
    }

    /// The cells that begin in a row, with their columns.
    pub fn own(&self, row: usize) -> impl Iterator<Item = (usize, &Cell)> {
        self.rows
            .get(row)
            .into_iter()
            .flat_map(|row| row.slots.iter().enumerate())
            .filter_map(|(column, slot)| match slot {
                Slot::Own(cell) => Some((column, cell)),
                _ => None,
            })
    }

    /// How many columns a cell that begins here covers.
    pub fn across(&self, row: usize, column: usize) -> usize {
        let Some(row) = self.rows.get(row) else {
            return 1;
        };
        1 + row
            .slots
            .iter()
            .skip(column + 1)
            .take_while(|slot| **slot == Slot::Left)
            .count()
    }

    /// Whether a position is covered from above.
    pub fn is_from_above(&self, row: usize, column: usize) -> bool {
        self.origin(row, column)
            .is_some_and(|(origin, _)| origin < row)
    }

    /// Puts the rows of another grid below.
    pub fn append(&mut self, other: Self) {
        self.rows.extend(other.rows);
    }

    /// Rows of a range as a grid of their own. A cell that began above is begun anew.
    #[must_use]
    pub fn slice(&self, from: usize, to: usize) -> Self {
        let mut rows: Vec<Row> = self.rows.iter().take(to).skip(from).cloned().collect();
        if let Some(first) = rows.first_mut() {
            let above: Vec<(usize, Cell)> = first
                .slots
                .iter()
                .enumerate()
                .filter(|(_, slot)| **slot == Slot::Above)
                .filter_map(|(column, _)| Some((column, self.cell(from, column)?.clone())))
                .collect();
            for (column, cell) in above {
                if let Some(slot) = first.slots.get_mut(column) {
                    *slot = Slot::Own(cell);
                }
            }
        }
        Self { rows }
    }

    /// The same without some columns.
    #[must_use]
    pub fn without_columns(&self, gone: &[usize]) -> Self {
        let mut narrowed = self.clone();
        for (index, row) in narrowed.rows.iter_mut().enumerate() {
            let mut kept = Vec::with_capacity(row.slots.len());
            for (column, slot) in row.slots.iter().enumerate() {
                if gone.contains(&column) {
                    continue;
                }
                // A cell whose first column is left out begins at the next that is kept.
                let lost = *slot == Slot::Left
                    && self
                        .origin(index, column)
                        .is_some_and(|(from, start)| from == index && gone.contains(&start))
                    && (0..column)
                        .rev()
                        .take_while(|before| {
                            self.origin(index, *before) == self.origin(index, column)
                        })
                        .all(|before| gone.contains(&before));
                kept.push(if lost {
                    self.cell(index, column)
                        .map_or(Slot::Absent, |cell| Slot::Own(cell.clone()))
                } else {
                    slot.clone()
                });
            }
            row.slots = kept;
        }
        narrowed
    }

    /// Whether nothing is written in a row.
    pub fn is_blank(&self, row: usize) -> bool {
        self.own(row)
            .all(|(_, cell)| cell.text.is_empty() && cell.label.is_none())
            && !(0..self.width())
                .any(|column| self.is_from_above(row, column) && !self.text(row, column).is_empty())
    }
}

/// Counts what all tables of a file take, so that no file takes all memory.
#[derive(Debug, Default)]
pub(crate) struct Budget {
    positions: usize,
    text: usize,
}

impl Budget {
    /// Takes positions.
    pub(crate) fn positions(&mut self, count: usize) -> Result<(), Refusal> {
        self.positions = self.positions.saturating_add(count);
        if self.positions > limits::POSITIONS {
            return Err(Refusal::Bomb);
        }
        Ok(())
    }

    /// Takes text.
    pub(crate) fn text(&mut self, bytes: usize) -> Result<(), Refusal> {
        self.text = self.text.saturating_add(bytes);
        if self.text > limits::TEXT {
            return Err(Refusal::Bomb);
        }
        Ok(())
    }
}
