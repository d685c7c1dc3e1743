//! From the rows of a table to lines of a plan: headings, activities, and what is neither.

use super::columns::Column;
use super::grid::{Cell, Grid, Typed};
use super::head::{Head, is_numbers, is_repeated};
use super::number;
use super::role::Role;
use super::text;
use super::when;

mod fields;
mod kind;

pub(super) use fields::{Fields, HeadingCell};
pub(super) use kind::{Kind, Section, begins_like_heading};

/// A line with its place.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// The row of the source.
    pub(super) row: usize,
    /// What it is.
    pub(super) kind: Kind,
    /// Whether a page begins with it: after a repeated head, a row of numbers, a new table.
    pub(super) begins_page: bool,
    /// Whether a blank row stands before it.
    pub(super) after_blank: bool,
}

/// The lines of a table below its head.
pub(super) fn of(
    grid: &Grid,
    head: Option<&Head>,
    columns: &[Column],
    begins_page: bool,
) -> Vec<Line> {
    let roles: Vec<Role> = columns.iter().map(|column| column.role).collect();
    let mut lines = Vec::new();
    let mut begins_page = begins_page;
    let mut after_blank = false;
    let mut row = head.map_or(0, |head| head.end);
    while row < grid.height() {
        let current = row;
        row += 1;
        if grid.is_blank(current) {
            after_blank = true;
            continue;
        }
        if is_numbers(grid, current) {
            begins_page = true;
            continue;
        }
        if let Some(head) = head
            && is_repeated(grid, current, head)
        {
            begins_page = true;
            // The second row of the head is repeated with the first.
            let second = head.end - head.first;
            if second > 1 {
                row += second - 1;
            }
            continue;
        }
        let place = grid
            .rows()
            .get(current)
            .map_or(current + 1, |row| row.place);
        let mut kind = kind::of(grid, current, columns, &roles);
        // A page begins with the rest of a cell: under its own column, not where headings stand.
        if begins_page
            && let Kind::Section(section) = &mut kind
            && section.goes_on
            && let Some(fields) = section.cells.take()
        {
            kind = Kind::Cells(*fields);
        }
        lines.push(Line {
            row: place,
            kind,
            begins_page,
            after_blank,
        });
        begins_page = false;
        after_blank = false;
    }
    lines
}

/// The number a cell shows: its text, or the number of an automatic list.
fn number_of(cell: &Cell) -> Option<String> {
    if !cell.text.is_empty() {
        return Some(text::line(&cell.text));
    }
    cell.label.clone()
}
