//! The head of a table: which rows name the columns, and what they name.

use super::grid::Grid;
use super::heading;
use super::role::{Role, Said, said};
use super::text;

/// The head of a table.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Head {
    /// The first row of it.
    pub(super) first: usize,
    /// The row after its last.
    pub(super) end: usize,
    /// By column: the whole text over it.
    pub(super) texts: Vec<String>,
    /// By column: what the text says.
    pub(super) said: Vec<Option<Said>>,
}

impl Head {
    /// The text of a column, or nothing.
    pub(super) fn text(&self, column: usize) -> &str {
        self.texts.get(column).map_or("", String::as_str)
    }

    /// By column: the stretch of time its marks stand for.
    pub(super) fn stretches(&self) -> Vec<Option<String>> {
        heading::stretches(&self.texts)
    }

    /// What the head of a column says.
    pub(super) fn said(&self, column: usize) -> Option<Said> {
        self.said.get(column).copied().flatten()
    }

    /// How many different roles are named.
    pub(super) fn roles(&self) -> usize {
        let mut roles: Vec<Role> = self.said.iter().flatten().map(|said| said.role).collect();
        roles.sort_unstable();
        roles.dedup();
        roles.len()
    }

    /// Whether it names a column of this role.
    pub(super) fn has(&self, role: Role) -> bool {
        self.said.iter().flatten().any(|said| said.role == role)
    }

    /// Whether the table below can be a plan: what is to be done, and by whom or when.
    pub(super) fn is_of_plan(&self) -> bool {
        self.has(Role::Title)
            && [
                Role::Term,
                Role::Start,
                Role::End,
                Role::Marked,
                Role::Responsible,
                Role::Executors,
            ]
            .into_iter()
            .any(|role| self.has(role))
    }

    /// Whether both name the same columns in other words: «Повестка, дата, докладчик» and
    /// «Повестка заседания, дата проведения, докладчики».
    pub(super) fn says_the_same(&self, other: &Self) -> bool {
        let roles = |head: &Self| -> Vec<Option<Role>> {
            head.said
                .iter()
                .map(|said| said.map(|said| said.role))
                .collect()
        };
        self.is_of_plan() && self.roles() >= 3 && roles(self) == roles(other)
    }

    /// How alike two heads are, from 0 to 1, by the texts of their columns.
    pub(super) fn likeness(&self, other: &Self) -> f64 {
        let names = |head: &Self| -> Vec<String> {
            let mut names: Vec<String> = head
                .texts
                .iter()
                .map(|text| text::plain(text))
                .filter(|text| !text.is_empty())
                .collect();
            names.sort();
            names.dedup();
            names
        };
        let (own, other) = (names(self), names(other));
        let common = own.iter().filter(|name| other.contains(name)).count();
        let all = own.len() + other.len() - common;
        if all == 0 {
            return 0.0;
        }
        #[expect(clippy::cast_precision_loss, reason = "counts of columns are small")]
        let share = common as f64 / all as f64;
        share
    }
}

/// The first head at or below a row.
pub(super) fn find(grid: &Grid, from: usize) -> Option<Head> {
    (from..grid.height()).find_map(|row| at(grid, row))
}

/// The head that begins in this row, if one does.
pub(super) fn at(grid: &Grid, row: usize) -> Option<Head> {
    let own: Vec<(usize, &str)> = grid
        .own(row)
        .map(|(column, cell)| (column, cell.text.as_str()))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    if own.len() < 2 || own.len() > super::limits::HEADS {
        return None;
    }
    // Names of columns begin with a capital; the rest of a cut line does not.
    let small = own
        .iter()
        .filter(|(_, text)| text.chars().next().is_some_and(char::is_lowercase))
        .count();
    // A printed number begins a line of the plan.
    let numbered = own
        .first()
        .is_some_and(|(_, text)| super::number::read(text).is_some());
    if small * 2 > own.len() || numbered {
        return None;
    }
    let cells: Vec<String> = own.iter().map(|(_, text)| mended(text)).collect();
    let told: Vec<Said> = all_said(&cells).into_iter().flatten().collect();
    let mut roles: Vec<Role> = told.iter().map(|said| said.role).collect();
    roles.sort_unstable();
    roles.dedup();
    let marked = grid.rows().get(row).is_some_and(|row| row.is_head);
    let core = roles
        .iter()
        .filter(|role| !matches!(role, Role::Other | Role::Number))
        .count();
    // A line of the plan may speak of deadlines and results too; a head does it in most cells.
    let most = told.len() * 2 >= own.len();
    let enough = (core >= 2
        || (core >= 1 && roles.len() >= 2 && (marked || told.len() * 3 >= own.len() * 2)))
        && most;
    if !enough {
        return None;
    }
    let end = end_of(grid, row);
    let width = grid.width();
    let texts: Vec<String> = (0..width)
        .map(|column| whole(grid, row, end, column))
        .collect();
    let said = all_said(&texts);
    let head = Head {
        first: row,
        end,
        texts,
        said,
    };
    // The longest cells of a line are sentences with verbs; heads are names.
    let longest = own.iter().map(|(_, text)| text.chars().count()).max();
    (longest.is_some_and(|longest| longest <= 200)).then_some(head)
}

/// What the cells of a head say. A line of the plan may name a month or two: only a row of stretches
/// of time, three at least or both halves of a year, beside what is to be done names columns of
/// marks.
fn all_said(texts: &[String]) -> Vec<Option<Said>> {
    let mut told: Vec<Option<Said>> = texts.iter().map(|text| said(text)).collect();
    let named = heading::stretches(texts);
    for (said, _) in told
        .iter_mut()
        .zip(&named)
        .filter(|(_, stretch)| stretch.is_some())
    {
        *said = Some(Said::marked());
    }
    let mut stretches: Vec<String> = named.into_iter().flatten().collect();
    stretches.sort();
    stretches.dedup();
    let halves = stretches.iter().filter(|one| one.contains("полугодие"));
    let has_title = told.iter().flatten().any(|said| said.role == Role::Title);
    if !(has_title && (stretches.len() >= 3 || halves.count() == 2)) {
        for said in &mut told {
            *said = said.filter(|said| said.role != Role::Marked);
        }
    }
    told
}

/// The row after a head that may have two or three rows: below it stand only parts of its cells.
fn end_of(grid: &Grid, row: usize) -> usize {
    let mut end = row + 1;
    while end < grid.height() && end < row + 3 {
        if is_row_of_months(grid, end) {
            end += 1;
            continue;
        }
        let width = grid.width();
        let reaches_down = (0..width).any(|column| {
            grid.origin(end, column)
                .is_some_and(|(origin, _)| origin >= row && origin < end)
        });
        let own: Vec<(usize, &str)> = grid
            .own(end)
            .map(|(column, cell)| (column, cell.text.as_str()))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        // Spreadsheets and text without merges: parts stand below wide or blank cells.
        let below_wide = !own.is_empty()
            && own.len() < width
            && own.iter().all(|(column, text)| {
                said(text).is_some_and(|said| {
                    matches!(said.role, Role::Start | Role::End)
                        // «2024 год» alone is a heading of the plan.
                        || (said.role == Role::Marked && own.len() > 1)
                }) || (grid.text(row, *column).is_empty()
                    && super::number::read(text).is_none()
                    && column
                        .checked_sub(1)
                        .is_some_and(|before| !grid.text(row, before).is_empty()))
            })
            && own.iter().any(|(_, text)| said(text).is_some());
        if (reaches_down && !own.is_empty() && own.len() < width) || below_wide {
            end += 1;
        } else {
            break;
        }
    }
    end
}

/// Whether a row only numbers months, to the right of what they are months of.
fn is_row_of_months(grid: &Grid, row: usize) -> bool {
    let own: Vec<(usize, String)> = grid
        .own(row)
        .filter(|(_, cell)| !cell.text.is_empty())
        .map(|(column, cell)| (column, cell.text.clone()))
        .collect();
    // In the place of its first column, so that no months are at the very left.
    let texts: Vec<String> = std::iter::once(String::new())
        .chain(own.iter().map(|(_, text)| text.clone()))
        .collect();
    let in_a_row = own
        .iter()
        .zip(own.iter().skip(1))
        .all(|(one, other)| one.0 + 1 == other.0);
    own.first().is_some_and(|(column, _)| *column > 0)
        && in_a_row
        && heading::stretches(&texts).iter().flatten().count() == own.len()
        && own.len() > 1
        && own.iter().all(|(_, text)| heading::marked(text).is_none())
}

/// A name of a column with its parted words put together: «Исполни-тель» over two lines.
fn mended(text: &str) -> String {
    let mut mended = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("-\n") {
        mended.push_str(before);
        if after.chars().next().is_none_or(|c| !c.is_lowercase()) {
            mended.push('-');
        }
        rest = after;
    }
    mended.push_str(rest);
    mended
}

/// All texts over a column, from above.
fn whole(grid: &Grid, first: usize, end: usize, column: usize) -> String {
    let mut texts: Vec<String> = Vec::new();
    for row in first..end {
        let text = mended(grid.text(row, column));
        if !text.is_empty() && texts.last() != Some(&text) {
            texts.push(text);
        }
    }
    // «Срок | начала реализации» without a merge: the second cell has nothing above it.
    if texts.len() == 1
        && grid.text(first, column).is_empty()
        && let Some(left) = (0..column)
            .rev()
            .map(|left| mended(grid.text(first, left)))
            .find(|text| !text.is_empty())
        && end > first + 1
    {
        texts.insert(0, left);
    }
    super::text::line(&texts.join(" "))
}

/// Whether a row repeats a head: the same texts over the same columns.
pub(super) fn is_repeated(grid: &Grid, row: usize, head: &Head) -> bool {
    let mut told = 0;
    for (column, cell) in grid.own(row) {
        if cell.text.is_empty() {
            continue;
        }
        let plain = text::plain(&cell.text);
        let over = text::plain(head.text(column));
        if plain != over && !(plain.len() > 3 && over.contains(&plain)) {
            return false;
        }
        told += 1;
    }
    told >= 2
}

/// Whether a row only numbers the columns: 1 2 3 …, perhaps with one left out.
pub(super) fn is_numbers(grid: &Grid, row: usize) -> bool {
    let own: Vec<(usize, &str)> = grid
        .own(row)
        .map(|(column, cell)| (column, cell.text.trim()))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    if own.len() < 2 {
        return false;
    }
    let mut last: Option<usize> = None;
    // «А | Б | 1 | 2 | 3»: the first columns have letters.
    let letters = own
        .iter()
        .zip([["А", "A"], ["Б", "B"], ["В", "C"]])
        .take_while(|((_, text), letter)| letter.contains(text))
        .count();
    for (_, text) in own.iter().skip(letters) {
        let text = text.trim_matches(['.', '(', ')', ' ']);
        let Some(number) = text.parse::<usize>().ok().filter(|number| *number <= 40) else {
            return false;
        };
        // Counted on, from 1 or where the first was lost.
        let fits = match last {
            None => number <= 2 + own.first().map_or(0, |(column, _)| *column),
            Some(last) => number > last && number <= last + 2,
        };
        if !fits {
            return false;
        }
        last = Some(number);
    }
    last.is_some() && (own.len() >= 3 || grid.width() <= 3)
}

#[cfg(test)]
mod tests;
