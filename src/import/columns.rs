//! What each column of a table is for: by the words of its head and by what stands in it.

use super::grid::Grid;
use super::head::{Head, is_numbers, is_repeated};
use super::role::Role;
use super::text;

mod content;
mod decide;

use content::from_content;
pub(in crate::import) use content::has_initials;
use decide::{marked, numbers, one_only, people, terms, titles, under_one_head};

/// A column as it is taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Column {
    /// The text over it.
    pub head: String,
    /// The stretch of time its marks stand for.
    pub stretch: Option<String>,
    /// What it is for.
    pub role: Role,
    /// Up to three cells of it.
    pub samples: Vec<String>,
    /// How many of its cells hold something.
    pub filled: usize,
    /// Whether it was told by its cells because its head says nothing.
    pub by_content: bool,
}

/// What stands in a column below its head.
#[derive(Debug, Default)]
struct Content {
    /// Cells that begin in the column and hold something.
    own: Vec<String>,
    labels: usize,
    /// Rows in which it is covered from above or blank while others are filled.
    carried: usize,
    rows: usize,
}

impl Content {
    fn share(&self, holds: impl Fn(&str) -> bool) -> usize {
        if self.own.is_empty() {
            return 0;
        }
        self.own.iter().filter(|text| holds(text)).count() * 100 / self.own.len()
    }

    fn length(&self) -> usize {
        let all: usize = self.own.iter().map(|text| text.chars().count()).sum();
        all.checked_div(self.own.len()).unwrap_or_default()
    }

    fn distinct(&self) -> usize {
        let mut texts: Vec<String> = self.own.iter().map(|text| text::plain(text)).collect();
        texts.sort();
        texts.dedup();
        texts.len()
    }
}

/// The columns of a table. Without a head they are told by their cells.
pub(super) fn of(grid: &Grid, head: Option<&Head>) -> Vec<Column> {
    let width = grid.width();
    let contents: Vec<Content> = (0..width)
        .map(|column| content(grid, head, column))
        .collect();
    let mut roles: Vec<Option<Role>> = (0..width)
        .map(|column| {
            head.and_then(|head| head.said(column))
                .map(|said| said.role)
        })
        .collect();
    let mut by_content = vec![false; width];
    let stretches = head.map(Head::stretches).unwrap_or_default();
    if let Some(head) = head {
        numbers(&contents, &mut roles);
        under_one_head(grid, head, &contents, &mut roles);
        titles(head, &contents, &mut roles);
        people(head, &mut roles);
        terms(head, &contents, &mut roles);
        one_only(head, &mut roles);
        marked(&contents, &stretches, &mut roles);
    }
    from_content(&contents, &mut roles, &mut by_content, head.is_some());
    (0..width)
        .filter_map(|column| {
            let content = contents.get(column)?;
            let text = head.map_or("", |head| head.text(column));
            let role = roles.get(column).copied().flatten();
            let role = match role {
                // Nothing stands in it: a mark nobody has made yet.
                None | Some(Role::Other) if content.own.is_empty() && content.labels == 0 => {
                    Role::Skip
                }
                Some(role) => role,
                None => Role::Other,
            };
            Some(Column {
                head: text.to_owned(),
                stretch: stretches.get(column).cloned().flatten(),
                role,
                samples: content
                    .own
                    .iter()
                    .take(3)
                    .map(|text| text::line(text))
                    .collect(),
                filled: content.own.len() + content.labels,
                by_content: by_content.get(column).copied().unwrap_or_default(),
            })
        })
        .collect()
}

/// What stands in a column, rows that are no lines of the plan left aside.
fn content(grid: &Grid, head: Option<&Head>, column: usize) -> Content {
    let mut content = Content::default();
    let from = head.map_or(0, |head| head.end);
    for row in from..grid.height() {
        let filled = grid
            .own(row)
            .filter(|(_, cell)| !cell.text.is_empty() || cell.label.is_some())
            .count();
        if filled < 2
            || is_numbers(grid, row)
            || head.is_some_and(|head| is_repeated(grid, row, head))
        {
            continue;
        }
        content.rows += 1;
        match grid.own(row).find(|(own, _)| *own == column) {
            Some((_, cell)) if !cell.text.is_empty() => content.own.push(cell.text.clone()),
            Some((_, cell)) if cell.label.is_some() => content.labels += 1,
            _ => content.carried += 1,
        }
    }
    content
}
