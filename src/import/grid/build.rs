//! Builds a grid row by row, from cells with their extents.

use super::{Budget, Cell, Grid, Row, Slot};
use crate::import::limits;
use crate::import::refusal::Refusal;

/// A grid in the making.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    grid: Grid,
    /// The row in the making: `None` where nothing stands yet.
    current: Option<Current>,
    /// By column: into how many rows to come a cell reaches.
    down: Vec<usize>,
}

#[derive(Debug, Default)]
struct Current {
    slots: Vec<Option<Slot>>,
    place: usize,
    is_head: bool,
}

impl Builder {
    /// Begins a row.
    pub(crate) fn row(&mut self, place: usize, is_head: bool) {
        self.close();
        let mut slots = Vec::with_capacity(self.down.len());
        for rows in &mut self.down {
            slots.push((*rows > 0).then_some(Slot::Above));
            *rows = rows.saturating_sub(1);
        }
        while slots.last().is_some_and(Option::is_none) {
            slots.pop();
        }
        self.current = Some(Current {
            slots,
            place,
            is_head,
        });
    }

    /// The first column at or after this one where nothing stands yet.
    pub(crate) fn free(&self, from: usize) -> usize {
        let Some(current) = &self.current else {
            return from;
        };
        (from..current.slots.len())
            .find(|column| current.slots.get(*column).is_none_or(Option::is_none))
            .unwrap_or_else(|| current.slots.len().max(from))
    }

    /// Puts a cell over some columns and rows. Positions already taken stay as they are.
    pub(crate) fn put(
        &mut self,
        column: usize,
        cell: Cell,
        across: usize,
        down: usize,
        budget: &mut Budget,
    ) -> Result<(), Refusal> {
        let across = across.clamp(1, limits::COLUMNS);
        budget.text(cell.text.len())?;
        budget.positions(across)?;
        let mut own = Some(cell);
        for at in column..column.saturating_add(across) {
            if at >= limits::COLUMNS {
                break;
            }
            let slot = own.take().map_or(Slot::Left, Slot::Own);
            if !self.set(at, slot) {
                break;
            }
            if self.down.len() <= at {
                self.down.resize(at + 1, 0);
            }
            if let Some(rows) = self.down.get_mut(at) {
                *rows = down.saturating_sub(1);
            }
        }
        Ok(())
    }

    /// Goes on with the cells above over some columns; an empty cell where there is none.
    pub(crate) fn go_on(
        &mut self,
        column: usize,
        across: usize,
        budget: &mut Budget,
    ) -> Result<(), Refusal> {
        let across = across.clamp(1, limits::COLUMNS);
        budget.positions(across)?;
        for at in column..column.saturating_add(across).min(limits::COLUMNS) {
            let above = self
                .grid
                .rows
                .last()
                .and_then(|row| row.slots.get(at))
                .is_some_and(|slot| *slot != Slot::Absent);
            self.set(
                at,
                if above {
                    Slot::Above
                } else if at == column {
                    Slot::Own(Cell::default())
                } else {
                    Slot::Left
                },
            );
        }
        Ok(())
    }

    /// Passes over a row that is not shown: cells from above reach through it.
    pub(crate) fn pass_row(&mut self) {
        self.row(0, false);
        self.current = None;
    }

    /// The table as built.
    pub(crate) fn finish(mut self) -> Grid {
        self.close();
        self.grid
    }

    /// How many rows were begun.
    pub(crate) fn height(&self) -> usize {
        self.grid.rows.len() + usize::from(self.current.is_some())
    }

    fn set(&mut self, column: usize, slot: Slot) -> bool {
        let Some(current) = &mut self.current else {
            return false;
        };
        if current.slots.len() <= column {
            current.slots.resize(column + 1, None);
        }
        match current.slots.get_mut(column) {
            Some(place @ None) => {
                *place = Some(slot);
                true
            }
            _ => false,
        }
    }

    fn close(&mut self) {
        if let Some(current) = self.current.take() {
            self.grid.rows.push(Row {
                slots: current
                    .slots
                    .into_iter()
                    .map(|slot| slot.unwrap_or(Slot::Absent))
                    .collect(),
                place: current.place,
                is_head: current.is_head,
            });
        }
    }
}
