//! What an edition changes, line by line, in the order people read it: added, excluded, set out in
//! new words, other deadlines, other numbers, another place.

use super::{Cell, Change, amend, order_of};
use crate::domain::document::{Document, Node, NodeKey};
use crate::domain::safe_text::SafeText;

/// What sort of change it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ChangeSort {
    /// The requisites or the years it speaks of.
    Head,
    /// It was not there before.
    Added,
    /// It is not there any more.
    Excluded,
    /// It stands in other words.
    Reworded,
    /// Its deadline is another one.
    Deadline,
    /// Its number is another one.
    Renumbered,
    /// It stands in another place.
    Moved,
}

impl ChangeSort {
    /// All of them, in the order they are read.
    pub const ALL: [Self; 7] = [
        Self::Head,
        Self::Added,
        Self::Excluded,
        Self::Reworded,
        Self::Deadline,
        Self::Renumbered,
        Self::Moved,
    ];
}

/// A cell with what stood in it and what stands in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChangedCell {
    /// Which.
    pub cell: Cell,
    /// What stood there.
    pub before: SafeText,
    /// What stands there.
    pub after: SafeText,
}

/// One line of what an edition changes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChangeLine {
    /// What sort of change it is.
    pub sort: ChangeSort,
    /// Of what; nothing for the document as a whole.
    pub key: Option<NodeKey>,
    /// Whether it is a heading.
    pub is_heading: bool,
    /// Its number: of what is excluded the one it had, else the one it has.
    pub number: SafeText,
    /// Its text: of what is excluded the one it had, else the one it has.
    pub title: SafeText,
    /// What changed in it; of what was added all that it says.
    pub cells: Vec<ChangedCell>,
    /// The heading it stands under now, where that is another one.
    pub under: Option<SafeText>,
}

/// What changes do to a document, in the order people read it; within a sort in the sequence of
/// the document.
pub fn summary(before: &Document, changes: &[Change]) -> Vec<ChangeLine> {
    let mut after = before.clone();
    for change in changes {
        amend(&mut after, change);
    }
    differences(before, &after)
}

/// What one text of a document says otherwise than another.
pub fn differences(before: &Document, after: &Document) -> Vec<ChangeLine> {
    let mut lines = Vec::new();
    if before.requisites != after.requisites || before.period != after.period {
        lines.push(ChangeLine {
            sort: ChangeSort::Head,
            key: None,
            is_heading: true,
            number: SafeText::default(),
            title: SafeText::from(after.title()),
            cells: Vec::new(),
            under: None,
        });
    }
    for row in before.rows() {
        if after.node(row.node.key()).is_none() {
            lines.push(line(ChangeSort::Excluded, row.node, Vec::new()));
        }
    }
    for row in after.rows() {
        match before.node(row.node.key()) {
            None => {
                let cells = said(row.node);
                lines.push(line(ChangeSort::Added, row.node, cells));
            }
            Some(old) => amended(old, row.node, &mut lines),
        }
    }
    moved(before, after, &mut lines);
    lines.sort_by_key(|line| line.sort);
    lines
}

fn line(sort: ChangeSort, node: &Node, cells: Vec<ChangedCell>) -> ChangeLine {
    ChangeLine {
        sort,
        key: Some(node.key()),
        is_heading: matches!(node, Node::Heading(_)),
        number: node.number().clone(),
        title: node.title().clone(),
        cells,
        under: None,
    }
}

/// What a new node says beside its number and text.
fn said(node: &Node) -> Vec<ChangedCell> {
    Cell::all(node)
        .into_iter()
        .filter(|cell| !matches!(cell, Cell::Number | Cell::Title | Cell::ReadAs))
        .map(|cell| ChangedCell {
            before: SafeText::default(),
            after: cell.of(node),
            cell,
        })
        .filter(|cell| !cell.after.is_blank())
        .collect()
}

fn amended(old: &Node, new: &Node, lines: &mut Vec<ChangeLine>) {
    let mut cells = Cell::all(new);
    for cell in Cell::all(old) {
        if !cells.contains(&cell) {
            cells.push(cell);
        }
    }
    let changed: Vec<ChangedCell> = cells
        .into_iter()
        .map(|cell| ChangedCell {
            before: cell.of(old),
            after: cell.of(new),
            cell,
        })
        .filter(|cell| cell.before != cell.after)
        .collect();
    let of = |wanted: &dyn Fn(&Cell) -> bool| -> Vec<ChangedCell> {
        let own = changed.iter().filter(|it| wanted(&it.cell));
        own.cloned().collect()
    };
    let is_other = |cell: &Cell| !matches!(cell, Cell::Number | Cell::Term | Cell::ReadAs);
    for (sort, cells) in [
        (ChangeSort::Reworded, of(&is_other)),
        (ChangeSort::Deadline, of(&|cell: &Cell| *cell == Cell::Term)),
        (
            ChangeSort::Renumbered,
            of(&|cell: &Cell| *cell == Cell::Number),
        ),
    ] {
        if !cells.is_empty() {
            lines.push(line(sort, new, cells));
        }
    }
}

/// What stands under another heading, or in another sequence with those it stood beside.
fn moved(before: &Document, after: &Document, lines: &mut Vec<ChangeLine>) {
    let order = |document: &Document, other: &Document| -> Vec<(NodeKey, Option<NodeKey>)> {
        let all = order_of(document).into_iter();
        all.filter(|(key, _)| other.node(*key).is_some()).collect()
    };
    let (old, new) = (order(before, after), order(after, before));
    let above = |known: &[(NodeKey, Option<NodeKey>)], key| {
        let found = known.iter().find(|(own, _)| *own == key);
        found.and_then(|(_, above)| *above)
    };
    let mut headings: Vec<Option<NodeKey>> = new.iter().map(|(_, above)| *above).collect();
    headings.sort_unstable();
    headings.dedup();
    let mut places: Vec<NodeKey> = Vec::new();
    for (key, now) in &new {
        let was = above(&old, *key);
        // What moved up because its heading is gone was not moved by itself.
        let is_gone = was.is_some_and(|was| after.node(was).is_none());
        if was != *now && !is_gone {
            places.push(*key);
        }
    }
    for heading in headings {
        let under = |known: &[(NodeKey, Option<NodeKey>)]| -> Vec<NodeKey> {
            let own = known.iter().filter(|(_, above)| *above == heading);
            own.map(|(key, _)| *key).collect()
        };
        let (was, now) = (under(&old), under(&new));
        let stayed = |one: &[NodeKey], other: &[NodeKey]| -> Vec<NodeKey> {
            one.iter()
                .copied()
                .filter(|it| other.contains(it))
                .collect()
        };
        places.extend(out_of_sequence(&stayed(&was, &now), &stayed(&now, &was)));
    }
    for row in after.rows() {
        let key = row.node.key();
        if !places.contains(&key) {
            continue;
        }
        let mut line = line(ChangeSort::Moved, row.node, Vec::new());
        if above(&old, key) != above(&new, key) {
            let heading = after.path(key).last().map(|it| it.name());
            line.under = Some(SafeText::from(heading.unwrap_or_default()));
        }
        lines.push(line);
    }
}

/// The fewest that have to change places so that one sequence becomes the other.
fn out_of_sequence(was: &[NodeKey], now: &[NodeKey]) -> Vec<NodeKey> {
    if was == now {
        return Vec::new();
    }
    // The longest run of places that rise: those stay.
    let places: Vec<usize> = now
        .iter()
        .filter_map(|key| was.iter().position(|it| it == key))
        .collect();
    let mut runs: Vec<(usize, Option<usize>)> = Vec::with_capacity(places.len());
    for (at, place) in places.iter().enumerate() {
        let best = (0..at)
            .filter(|before| places.get(*before).is_some_and(|it| it < place))
            .filter_map(|before| runs.get(before).map(|(length, _)| (*length, before)))
            .max_by_key(|(length, before)| (*length, std::cmp::Reverse(*before)));
        runs.push((best.map_or(1, |it| it.0 + 1), best.map(|it| it.1)));
    }
    let mut stays = Vec::new();
    let mut at = (0..runs.len()).max_by_key(|at| {
        let length = runs.get(*at).map_or(0, |run| run.0);
        (length, std::cmp::Reverse(*at))
    });
    while let Some(place) = at {
        stays.extend(now.get(place).copied());
        at = runs.get(place).and_then(|run| run.1);
    }
    now.iter()
        .copied()
        .filter(|it| !stays.contains(it))
        .collect()
}
