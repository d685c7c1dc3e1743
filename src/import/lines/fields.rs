//! The cells of a row by what their columns are for.

use super::{Cell, Column, Grid, Role, Typed, number, number_of, text, when};
use crate::import::{in_month, role};

/// A cell of a column of headings.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(in crate::import) struct HeadingCell {
    /// Its text.
    pub(in crate::import) text: String,
    /// Its number, where an automatic list gives one.
    pub(in crate::import) label: Option<String>,
    /// Whether it begins in this row.
    pub(in crate::import) is_own: bool,
}

/// The cells of a line.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each says something else of a line, with a name of its own"
)]
#[derive(Clone, PartialEq, Debug, Default)]
pub(in crate::import) struct Fields {
    /// The printed number.
    pub(in crate::import) number: String,
    /// Whether the number's cell begins in this row and holds something.
    pub(in crate::import) number_is_own: bool,
    /// What a spreadsheet keeps instead of the number.
    pub(in crate::import) typed: Option<Typed>,
    /// Columns of headings from the left.
    pub(in crate::import) headings: Vec<HeadingCell>,
    pub(in crate::import) title: String,
    /// Whether the title's cell begins in this row.
    pub(in crate::import) title_is_own: bool,
    pub(in crate::import) responsible: String,
    pub(in crate::import) executors: String,
    pub(in crate::import) term: String,
    pub(in crate::import) start: String,
    pub(in crate::import) end: String,
    pub(in crate::import) result: String,
    /// Other columns: name and cell.
    pub(in crate::import) other: Vec<(String, String)>,
    /// How many columns with a mark made the deadline.
    pub(in crate::import) marks: usize,
    /// Whether the deadline stood in the cell of people.
    pub(in crate::import) beside_people: bool,
    /// Cells of columns of marks that say nothing of when: name of the column and cell.
    pub(in crate::import) no_marks: Vec<(String, String)>,
    /// Which of several activities of one row it is, from zero.
    pub(in crate::import) part: usize,
    /// Whether its title holds several matters that were left together.
    pub(in crate::import) is_several: bool,
    /// Whether its cells stood under other columns.
    pub(in crate::import) was_shifted: bool,
}

impl Fields {
    /// Whether something says when, by whom or with what result: a heading says none of it.
    pub(in crate::import) fn is_full(&self) -> bool {
        [
            &self.term,
            &self.start,
            &self.end,
            &self.responsible,
            &self.executors,
            &self.result,
        ]
        .into_iter()
        .any(|text| !text.is_empty())
    }

    /// Takes a cell of people whose head speaks of the deadline too: the deadline stands before the
    /// people or behind them.
    fn people(&mut self, head: &str, cell: &str) {
        let parted = role::says_when_and_who(head)
            .then(|| when_and_who(cell))
            .flatten();
        let (term, people) = parted.unwrap_or_else(|| (String::new(), cell.to_owned()));
        self.beside_people |= !term.is_empty();
        push(&mut self.term, &term);
        push(&mut self.responsible, &people);
    }

    /// Takes a cell of a column of marks: a mark says the stretch its head names.
    fn mark(&mut self, column: Option<&Column>, cell: &str) {
        let head = column.map_or("", |column| column.head.as_str());
        let is_nothing = matches!(
            text::plain(cell).as_str(),
            "" | "-" | "–" | "—" | "нет" | "0"
        );
        if is_nothing {
            return;
        }
        let stretch = column.and_then(|column| column.stretch.as_deref());
        let said = if when::is_mark(cell) {
            stretch.map(ToOwned::to_owned)
        } else {
            stretch
                .and_then(|stretch| in_month::of_column(cell, stretch))
                .or_else(|| when::says_then(cell).then(|| text::line(cell)))
        };
        if let Some(said) = said {
            if !self.term.is_empty() {
                self.term.push_str(", ");
            }
            self.term.push_str(&said);
            self.marks += 1;
        } else {
            let cell = (head.to_owned(), cell.to_owned());
            self.other.push(cell.clone());
            self.no_marks.push(cell);
        }
    }

    /// Whether a deadline stands in it.
    pub(in crate::import) fn has_term(&self) -> bool {
        !(self.term.is_empty() && self.start.is_empty() && self.end.is_empty())
    }
}

/// The fields of a row.
pub(super) fn of(grid: &Grid, row: usize, columns: &[Column], roles: &[Role]) -> Fields {
    let mut fields = Fields::default();
    // «Срок, ответственный» in one column, where no other says when.
    let says_when = [Role::Term, Role::Start, Role::End, Role::Marked]
        .iter()
        .all(|role| !roles.contains(role));
    for (index, role) in roles.iter().enumerate() {
        let Some((from, at)) = grid.origin(row, index) else {
            if *role == Role::Heading {
                fields.headings.push(HeadingCell::default());
            }
            continue;
        };
        let Some(cell) = grid.cell(row, index) else {
            continue;
        };
        let is_own = from == row;
        // A cell over several columns belongs to the first of them that takes anything.
        let is_first = (at..index).all(|before| matches!(roles.get(before), Some(Role::Skip)));
        if !is_first && at != index {
            if *role == Role::Heading {
                fields.headings.push(HeadingCell::default());
            }
            continue;
        }
        match role {
            Role::Number => {
                fields.number = number_of(cell).unwrap_or_default();
                fields.number_is_own = is_own && !fields.number.is_empty();
                fields.typed = cell.typed.filter(|_| is_own);
            }
            Role::Heading => fields.headings.push(HeadingCell {
                text: cell.text.clone(),
                label: cell.label.clone(),
                is_own: is_own && !cell.text.is_empty(),
            }),
            Role::Title => {
                push(&mut fields.title, &cell.text);
                fields.title_is_own |= is_own && !cell.text.is_empty();
                if fields.number.is_empty()
                    && let Some(label) = &cell.label
                    && number::read(label).is_some()
                {
                    fields.number.clone_from(label);
                    fields.number_is_own = is_own;
                }
            }
            Role::Responsible if says_when => {
                let head = columns.get(index).map_or("", |column| column.head.as_str());
                fields.people(head, &with_label(cell));
            }
            Role::Responsible => push(&mut fields.responsible, &with_label(cell)),
            Role::Executors => push(&mut fields.executors, &with_label(cell)),
            Role::Term => push(&mut fields.term, &with_label(cell)),
            // A cell over both columns says all of it.
            Role::Start if is_over_end(grid, (from, at), row, roles) => {
                push(&mut fields.term, &with_label(cell));
            }
            Role::Start => push(&mut fields.start, &cell.text),
            Role::End => push(&mut fields.end, &cell.text),
            Role::Result => push(&mut fields.result, &with_label(cell)),
            Role::Marked => fields.mark(columns.get(index), &cell.text),
            Role::Other => {
                let name = columns.get(index).map_or("", |column| column.head.as_str());
                let cell = with_label(cell);
                if !cell.is_empty() {
                    fields.other.push((name.to_owned(), cell));
                }
            }
            Role::Skip => {}
        }
    }
    fields
}

/// Whether the cell of the first day reaches over the column of the last.
fn is_over_end(grid: &Grid, own: (usize, usize), row: usize, roles: &[Role]) -> bool {
    let end = roles.iter().position(|role| *role == Role::End);
    end.and_then(|end| grid.origin(row, end)) == Some(own)
}

fn with_label(cell: &Cell) -> String {
    match &cell.label {
        Some(label) if cell.text.is_empty() => label.clone(),
        Some(label) => format!("{label} {}", cell.text),
        None => cell.text.clone(),
    }
}

fn push(field: &mut String, piece: &str) {
    if piece.is_empty() {
        return;
    }
    if !field.is_empty() {
        field.push(' ');
    }
    field.push_str(piece);
}

/// The deadline and the people of one cell: «до 15 марта, Иванов И.И.». Nothing where the cell has
/// not both, with every word of the deadline read.
fn when_and_who(cell: &str) -> Option<(String, String)> {
    let pieces: Vec<&str> = cell
        .split_inclusive([',', ';', '\n'])
        .filter(|piece| !text::plain(piece).is_empty())
        .collect();
    let whole = |pieces: &[&str]| {
        let line: String = pieces.concat();
        line.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';'))
            .to_owned()
    };
    let is_when = |pieces: &[&str]| {
        let said = whole(pieces);
        when::reads_whole(&said)
    };
    let most = pieces.len().saturating_sub(1);
    for count in (1..=most).rev() {
        let (first, rest) = pieces.split_at(count);
        if is_when(first) {
            return Some((whole(first), whole(rest)));
        }
        let (first, rest) = pieces.split_at(pieces.len() - count);
        if is_when(rest) {
            return Some((whole(rest), whole(first)));
        }
    }
    None
}

/// A row whose first cells were lost: what stands in it, put under the columns it belongs to.
pub(super) fn shifted(
    grid: &Grid,
    row: usize,
    columns: &[Column],
    roles: &[Role],
) -> Option<Fields> {
    let first = roles.iter().position(|role| *role == Role::Number)?;
    let texts: Vec<&Cell> = grid
        .own(row)
        .map(|(_, cell)| cell)
        .filter(|cell| !cell.text.is_empty())
        .collect();
    let in_number = grid.text(row, first);
    let is_long = in_number.chars().count() > 16
        && number::read(in_number).is_none()
        && number::split(in_number).is_none();
    if !is_long || texts.len() < 3 {
        return None;
    }
    let wanted: Vec<usize> = roles
        .iter()
        .enumerate()
        .filter(|(_, role)| !matches!(role, Role::Number | Role::Heading | Role::Skip))
        .map(|(index, _)| index)
        .collect();
    // As many cells as columns: each in its place. Fewer: only where the deadline says the place.
    let term = roles.iter().position(|role| *role == Role::Term);
    let fits = texts.len() == wanted.len()
        || (texts.len() < wanted.len()
            && term
                .and_then(|term| wanted.iter().position(|index| *index == term))
                .is_some_and(|place| {
                    texts
                        .get(place)
                        .is_some_and(|cell| super::when::reads(&cell.text))
                }));
    if !fits {
        return None;
    }
    let mut row: Vec<String> = vec![String::new(); roles.len()];
    for (index, cell) in wanted.iter().zip(texts) {
        if let Some(place) = row.get_mut(*index) {
            place.clone_from(&cell.text);
        }
    }
    let grid = Grid::of_texts([row]);
    let mut fields = of(&grid, 0, columns, roles);
    fields.was_shifted = true;
    (!text::line(&fields.title).is_empty()).then_some(fields)
}
