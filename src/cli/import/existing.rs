//! Numbers of rows, lines and columns that an import is told of: what is not there is refused, and
//! which there are is said. A number nobody finds would be a correction that was never made.

use std::collections::BTreeSet;

use super::super::output::Failure;
use super::{ImportArgs, Roles};
use crate::domain::subject::Registry;
use crate::import::draft::{Draft, Node};
use crate::import::report::{Done, Question};
use crate::import::source::Source;
use crate::import::{self, Choice};
use crate::locale::Texts;

/// More stretches of numbers than this are told by their first and last.
const SHOWN: usize = 12;

/// Refuses numbers that are not there. `draft` is what is proposed with all of them.
pub(super) fn check(
    args: &ImportArgs,
    source: &Source,
    choice: &Choice,
    registry: &Registry,
    draft: &Draft,
    texts: &Texts,
) -> Result<(), Failure> {
    let rows = Rows::of(draft);
    let has_lines = !draft.lines.is_empty();
    let lines: BTreeSet<usize> = draft.lines.iter().map(|line| line.row).collect();
    let either = |own: &BTreeSet<usize>| own.union(&rows.asked).copied().collect();
    one_of(
        "--heading",
        &args.headings,
        &rows.headings,
        &either(&rows.headings),
        texts,
    )?;
    one_of(
        "--activity",
        &args.activities,
        &rows.activities,
        &either(&rows.activities),
        texts,
    )?;
    one_of("--take", &args.take, &lines, &lines, texts)?;
    if has_lines {
        one_of("--leave", &args.leave, &lines, &lines, texts)?;
    } else if !args.leave.is_empty() {
        // What is left out is no longer in the draft.
        let whole = Choice {
            left_out: Vec::new(),
            ..choice.clone()
        };
        let all = import::propose(source, &whole, registry)
            .map_or_else(|_refused| BTreeSet::new(), |draft| Rows::of(&draft).all());
        one_of("--leave", &args.leave, &all, &all, texts)?;
    }
    columns(args, draft, texts)
}

/// Refuses roles of more columns than there are.
fn columns(args: &ImportArgs, draft: &Draft, texts: &Texts) -> Result<(), Failure> {
    let named = args.columns.as_ref().map_or(0, |Roles(roles)| roles.len());
    if named <= draft.columns.len() {
        return Ok(());
    }
    let given = [
        ("named", named.into()),
        ("count", draft.columns.len().into()),
    ];
    Err(Failure::Said(texts.with("import-no-such-column", &given)))
}

fn one_of(
    option: &'static str,
    wanted: &[usize],
    there: &BTreeSet<usize>,
    offered: &BTreeSet<usize>,
    texts: &Texts,
) -> Result<(), Failure> {
    let Some(missing) = wanted.iter().find(|row| !there.contains(row)) else {
        return Ok(());
    };
    let given = [
        ("option", option.into()),
        ("row", (*missing).into()),
        ("rows", stretches(offered).into()),
    ];
    let id = if offered.is_empty() {
        "import-no-rows"
    } else {
        "import-no-such-row"
    };
    Err(Failure::Said(texts.with(id, &given)))
}

/// The rows of a draft by what was taken of them.
#[derive(Default)]
struct Rows {
    headings: BTreeSet<usize>,
    activities: BTreeSet<usize>,
    /// Rows that may be the one or the other.
    asked: BTreeSet<usize>,
    /// Rows that are neither.
    aside: BTreeSet<usize>,
}

impl Rows {
    fn of(draft: &Draft) -> Self {
        let mut rows = Self::default();
        // The numbers of a running text are those of its lines.
        if !draft.lines.is_empty() {
            return rows;
        }
        rows.take(&draft.content);
        let report = &draft.report;
        for question in report.questions.iter().chain(&report.answered) {
            if let Question::HeadingOrActivity { row, .. } = question {
                rows.asked.insert(*row);
            }
        }
        for done in &report.done {
            if let Done::Joined { row, .. }
            | Done::EditionNote { row, .. }
            | Done::Aside { row, .. }
            | Done::Goal { row, .. } = done
            {
                rows.aside.insert(*row);
            }
        }
        // A wide heading that nothing else stands in is no activity, whatever is said of it.
        rows.asked.retain(|row| {
            !rows.headings.contains(row) || asks(draft, *row) || rows.activities.contains(row)
        });
        rows
    }

    fn take(&mut self, nodes: &[Node]) {
        for node in nodes {
            match node {
                Node::Heading(heading) => {
                    self.headings.insert(heading.row);
                    self.take(&heading.children);
                }
                Node::Activity(activity) => {
                    self.activities.insert(activity.spot.row);
                }
            }
        }
    }

    fn all(self) -> BTreeSet<usize> {
        let mut all = self.headings;
        all.extend(self.activities);
        all.extend(self.asked);
        all.extend(self.aside);
        all
    }
}

/// Whether the program itself asks what a row is.
fn asks(draft: &Draft, row: usize) -> bool {
    draft.report.questions.iter().any(
        |question| matches!(question, Question::HeadingOrActivity { row: own, .. } if *own == row),
    )
}

/// «4, 9–12»: numbers that follow one another stand as a stretch.
fn stretches(rows: &BTreeSet<usize>) -> String {
    let mut found: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        match found.last_mut() {
            Some((_, last)) if *last + 1 == *row => *last = *row,
            _ => found.push((*row, *row)),
        }
    }
    let mut shown: Vec<String> = found
        .iter()
        .take(SHOWN)
        .map(|(first, last)| match last - first {
            0 => first.to_string(),
            1 => format!("{first}, {last}"),
            _ => format!("{first}–{last}"),
        })
        .collect();
    if let Some((_, last)) = found.last().filter(|_| found.len() > SHOWN) {
        shown.push(format!("… {last}"));
    }
    shown.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_that_follow_one_another_stand_as_a_stretch() {
        let shown = |rows: &[usize]| stretches(&rows.iter().copied().collect());
        assert_eq!(shown(&[4, 9, 10, 11, 14, 15]), "4, 9–11, 14, 15");
        let many: Vec<usize> = (1..=40).map(|row| row * 3).collect();
        assert!(shown(&many).ends_with("36, … 120"), "{}", shown(&many));
    }
}
