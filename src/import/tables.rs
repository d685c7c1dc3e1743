//! Which tables of a file make the plan.

use super::columns::{self, Column};
use super::grid::Grid;
use super::head::{self, Head, is_numbers};
use super::heading;
use super::lines;
use super::refusal::Refusal;
use super::report::{LeftTable, Question};
use super::source::{Block, Source};
use super::text;

mod between;

use between::sections_between;

/// A table, or a part of one below a head of its own.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Which sheet it is on.
    part: usize,
    /// Which table of the file it belongs to, from one.
    number: usize,
    pub(super) sheet: Option<String>,
    pub(super) grid: Grid,
    pub(super) head: Option<Head>,
    /// What stands before it: paragraphs, and rows above its head.
    pub(super) before: Vec<String>,
}

/// A table of the plan.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    pub(super) grid: Grid,
    pub(super) head: Option<Head>,
    pub(super) columns: Vec<Column>,
    /// A heading that stands as text before the table.
    pub(super) section: Option<String>,
    pub(super) begins_page: bool,
}

/// The tables of the plan and those left.
#[derive(Debug)]
pub(super) struct Chosen {
    pub(super) segments: Vec<Segment>,
    pub(super) before: Vec<String>,
    pub(super) taken: Vec<String>,
    pub(super) left: Vec<LeftTable>,
    pub(super) questions: Vec<Question>,
    /// Cells of short tables before it: who approves, who agrees.
    pub(super) around: Vec<String>,
    /// What stands in the first row of the table that leads.
    pub(super) first_row: String,
}

/// All tables of a file, parted where another head begins.
pub(super) fn candidates(source: &Source) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut number = 0;
    for (part_index, part) in source.parts.iter().enumerate() {
        let mut before: Vec<String> = Vec::new();
        for block in &part.blocks {
            match block {
                Block::Paragraph(text) => before.push(text.clone()),
                Block::Table(grid) => {
                    number += 1;
                    part_table(grid, &mut before, &mut |grid, head, before| {
                        found.push(Candidate {
                            part: part_index,
                            number,
                            sheet: part.name.clone(),
                            grid,
                            head,
                            before,
                        });
                    });
                }
            }
        }
    }
    found
}

/// Parts a table at heads that name other columns; rows above the first head are text.
fn part_table(
    grid: &Grid,
    before: &mut Vec<String>,
    push: &mut impl FnMut(Grid, Option<Head>, Vec<String>),
) {
    let Some(first) = head::find(grid, 0).filter(|head| {
        // A head far below belongs to another table; lines stand above it.
        head.first < 60
    }) else {
        push(grid.clone(), None, std::mem::take(before));
        return;
    };
    for row in 0..first.first {
        let texts: Vec<String> = grid
            .own(row)
            .map(|(_, cell)| text::line(&cell.text))
            .filter(|text| !text.is_empty())
            .collect();
        if !texts.is_empty() {
            before.push(texts.join(" "));
        }
    }
    let mut start = first.first;
    let mut current = first;
    let mut row = current.end;
    while row < grid.height() {
        if let Some(other) = head::at(grid, row)
            && !head::is_repeated(grid, row, &current)
            && other.roles() >= 3
            && other.likeness(&current) < 0.99
        {
            let part = grid.slice(start, row);
            let own = head::at(&part, 0);
            push(part, own, std::mem::take(before));
            start = row;
            row = other.end;
            current = other;
            continue;
        }
        row += 1;
    }
    let part = grid.slice(start, grid.height());
    let own = head::at(&part, 0);
    push(part, own, std::mem::take(before));
}

/// The table a person named, or the one most like a plan.
fn main_or(
    candidates: &[Candidate],
    wanted: Option<usize>,
    tables: usize,
) -> Result<usize, Refusal> {
    let Some(wanted) = wanted else {
        return main_table(candidates).ok_or(Refusal::NoPlan { tables });
    };
    candidates
        .iter()
        .position(|one| one.number == wanted)
        .ok_or(Refusal::NoSuchTable { wanted, tables })
}

/// Chooses the tables of the plan. `wanted` is a table's number as the report names it.
pub(super) fn choose(source: &Source, wanted: Option<usize>) -> Result<Chosen, Refusal> {
    let candidates = candidates(source);
    let tables = source.tables();
    let main = main_or(&candidates, wanted, tables)?;
    let (members, questions) = members(&candidates, main);
    let mut segments = Vec::new();
    let mut before = Vec::new();
    let mut taken: Vec<String> = Vec::new();
    let mut waiting: Option<(usize, Head)> = None;
    let mut last_columns: Option<(Option<Head>, Vec<Column>)> = None;
    for index in &members {
        let Some(candidate) = candidates.get(*index) else {
            continue;
        };
        if let Some(name) = &candidate.sheet
            && !taken.contains(name)
        {
            taken.push(name.clone());
        }
        let first = segments.is_empty() && waiting.is_none();
        if first {
            before.clone_from(&candidate.before);
        }
        // A head in a table of its own names the columns of the next.
        if let Some(head) = &candidate.head
            && (head.end..candidate.grid.height())
                .all(|row| candidate.grid.is_blank(row) || is_numbers(&candidate.grid, row))
        {
            waiting = Some((candidate.grid.width(), head.clone()));
            continue;
        }
        let (head, columns) = match (&candidate.head, waiting.take(), &last_columns) {
            (Some(head), ..) => (Some(head.clone()), columns::of(&candidate.grid, Some(head))),
            (None, Some((_, head)), _) => {
                let head = Head {
                    first: 0,
                    end: 0,
                    ..head
                };
                let columns = columns::of(&candidate.grid, Some(&head));
                (Some(head), columns)
            }
            (None, None, Some((head, columns))) => {
                let head = head.as_ref().map(|head| Head {
                    first: 0,
                    end: 0,
                    ..head.clone()
                });
                (head, columns.clone())
            }
            (None, None, None) => (None, columns::of(&candidate.grid, None)),
        };
        last_columns = Some((head.clone(), columns.clone()));
        segments.push(Segment {
            grid: candidate.grid.clone(),
            head,
            columns,
            section: None,
            begins_page: !segments.is_empty(),
        });
    }
    sections_between(&candidates, &members, &mut segments, &mut before);
    let left = candidates
        .iter()
        .enumerate()
        .filter(|(index, _)| !members.contains(index))
        .map(|(_, candidate)| LeftTable {
            sheet: candidate.sheet.clone(),
            number: candidate.number,
            head: first_words(&candidate.grid),
            rows: candidate.grid.height(),
        })
        .collect();
    Ok(Chosen {
        segments,
        before,
        taken,
        left,
        questions,
        around: candidates
            .iter()
            .take(members.first().copied().unwrap_or(main))
            .filter(|candidate| candidate.head.is_none() && candidate.grid.height() <= 6)
            .flat_map(|candidate| {
                candidate.before.iter().cloned().chain(
                    (0..candidate.grid.height())
                        .flat_map(|row| candidate.grid.own(row))
                        .flat_map(|(_, cell)| cell.text.lines().map(str::to_owned)),
                )
            })
            .collect(),
        first_row: candidates
            .get(main)
            .map(|candidate| first_words(&candidate.grid))
            .unwrap_or_default(),
    })
}

/// The table whose first row reads so.
pub(super) fn with_first_row(source: &Source, row: &str) -> Option<usize> {
    candidates(source)
        .iter()
        .find(|candidate| first_words(&candidate.grid) == row)
        .map(|candidate| candidate.number)
}

fn first_words(grid: &Grid) -> String {
    let texts: Vec<String> = (0..grid.height())
        .find(|row| !grid.is_blank(*row))
        .map(|row| {
            grid.own(row)
                .map(|(_, cell)| text::line(&cell.text))
                .filter(|text| !text.is_empty())
                .collect()
        })
        .unwrap_or_default();
    texts.join(" | ").chars().take(80).collect()
}

/// The table most like a plan: with a head that says so; else the one whose columns look like it.
fn main_table(candidates: &[Candidate]) -> Option<usize> {
    let by_head = candidates
        .iter()
        .enumerate()
        .filter_map(|(index, candidate)| {
            let head = candidate.head.as_ref().filter(|head| head.is_of_plan())?;
            let rows = candidate.grid.height().min(50);
            let both = head.has(super::role::Role::Responsible)
                && (head.has(super::role::Role::Term) || head.has(super::role::Role::End));
            Some((
                usize::from(both),
                head.roles() * 20 + rows,
                std::cmp::Reverse(index),
                index,
            ))
        })
        .max()
        .map(|(.., index)| index);
    by_head.or_else(|| {
        candidates
            .iter()
            .enumerate()
            .filter_map(|(index, candidate)| {
                let columns = columns::of(&candidate.grid, candidate.head.as_ref());
                let has = |role| columns.iter().any(|column| column.role == role);
                let fits = has(super::role::Role::Title)
                    && has(super::role::Role::Term)
                    && candidate.grid.height() >= 2
                    && candidate.grid.width() >= 3;
                fits.then(|| (candidate.grid.height(), std::cmp::Reverse(index), index))
            })
            .max()
            .map(|(.., index)| index)
    })
}

/// The tables that go on with the main one, before and after it, and what is to be asked.
fn members(candidates: &[Candidate], main: usize) -> (Vec<usize>, Vec<Question>) {
    let mut questions = Vec::new();
    let Some(anchor) = candidates.get(main) else {
        return (Vec::new(), questions);
    };
    let like = |candidate: &Candidate| match (&candidate.head, &anchor.head) {
        (Some(own), Some(head)) => {
            own.has(super::role::Role::Title)
                && (own.likeness(head) >= 0.55
                    || candidate.part == anchor.part && own.says_the_same(head))
        }
        (None, _) => {
            candidate.grid.width() == anchor.grid.width()
                && candidate.part == anchor.part
                && looks_like_lines(candidate, anchor)
        }
        (Some(_), None) => false,
    };
    let mut members = Vec::new();
    for (index, candidate) in candidates.iter().enumerate() {
        if index == main {
            members.push(index);
            continue;
        }
        if !like(candidate) {
            // Only the head of the plan, in a table of its own, right before.
            continue;
        }
        if candidate.part != anchor.part {
            let name = candidate.sheet.clone().unwrap_or_default();
            let is_period = |name: &Option<String>| {
                name.as_deref()
                    .is_some_and(|name| heading::month(name).is_some() || lines_like_section(name))
            };
            if is_period(&candidate.sheet) && is_period(&anchor.sheet) {
                members.push(index);
            } else {
                questions.push(Question::AnotherTable { name });
            }
            continue;
        }
        if candidate.head.is_none() && index < main {
            continue;
        }
        members.push(index);
    }
    (members, questions)
}

/// «Раздел 1», «1 квартал», «Лист 2» are parts of one plan.
fn lines_like_section(name: &str) -> bool {
    let plain = text::plain(name);
    plain.contains("квартал")
        || plain.contains("раздел")
        || plain.contains("направление")
        || plain.contains("полугоди")
}

/// Whether a table without a head has lines like those of the plan, and is no block of signatures.
fn looks_like_lines(candidate: &Candidate, anchor: &Candidate) -> bool {
    let Some(head) = &anchor.head else {
        return true;
    };
    let columns = columns::of(&anchor.grid, Some(head));
    let head = Head {
        first: 0,
        end: 0,
        ..head.clone()
    };
    let lines = lines::of(&candidate.grid, Some(&head), &columns, true);
    let filled = lines
        .iter()
        .filter(|line| {
            matches!(&line.kind, lines::Kind::Cells(fields)
                if !fields.title.is_empty() && (fields.number_is_own || fields.has_term())
                    || fields.is_full() && fields.title.is_empty() && line.begins_page)
        })
        .count();
    filled > 0
}
