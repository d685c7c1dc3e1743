//! What an edition changes: base (the text before), theirs (the file), ours (the text in force,
//! with what was amended here). Only what both sides changed is a question.

use std::collections::BTreeMap;

use super::fit::bare;
use super::{Cell, Change, Matching, amend, order_of};
use crate::domain::document::{Document, Node, NodeKey, set_key};
use crate::domain::safe_text::SafeText;

/// A cell both sides changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Conflict {
    /// Of what.
    pub key: NodeKey,
    /// Which cell.
    pub cell: Cell,
    /// What stands there by what was amended here.
    pub ours: SafeText,
    /// What the file says.
    pub theirs: SafeText,
}

/// What an edition changes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Comparison {
    /// The changes, in the order they are made; those of conflicts are not among them.
    pub changes: Vec<Change>,
    /// What both sides changed.
    pub conflicts: Vec<Conflict>,
}

/// Compares a file with the text in force, over the text both come from. Activities of the file
/// get the keys of those they are; new ones keep those they were given, which no other may have.
pub fn compare(
    base: &Document,
    theirs: &Document,
    ours: &Document,
    matching: &Matching,
    fresh: &mut dyn FnMut(&Node) -> NodeKey,
) -> Comparison {
    let mut found = Comparison::default();
    let mut theirs = theirs.clone();
    let mut named: BTreeMap<NodeKey, NodeKey> = matching.pairs.clone();
    for row in theirs.rows() {
        let key = row.node.key();
        named.entry(key).or_insert_with(|| fresh(row.node));
    }
    theirs.each_mut(&mut |node| {
        if let Some(key) = named.get(&node.key()) {
            set_key(node, *key);
        }
    });
    if theirs.requisites != base.requisites || theirs.period != base.period {
        let change = Change::Head {
            requisites: Box::new(theirs.requisites.clone()),
            period: theirs.period,
        };
        if theirs.requisites != ours.requisites || theirs.period != ours.period {
            found.changes.push(change);
        }
    }
    for row in base.rows() {
        let key = row.node.key();
        if theirs.node(key).is_none() && ours.node(key).is_some() {
            found.changes.push(Change::Exclude { key });
        }
    }
    for row in theirs.rows() {
        let key = row.node.key();
        match (base.node(key), ours.node(key)) {
            (Some(before), Some(now)) => cells(row.node, before, now, &mut found),
            (None, Some(now)) => cells(row.node, now, now, &mut found),
            (Some(_), None) => {}
            (None, None) => {
                let mut node = row.node.clone();
                if let Node::Heading(heading) = &mut node {
                    heading.children.clear();
                }
                found.changes.push(Change::Add { node });
            }
        }
    }
    arranged(base, &theirs, ours, &mut found);
    found
}

/// Whether two cells say the same: a space is a space, whatever its width and wherever a line ends.
fn is_one(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

fn cells(theirs: &Node, before: &Node, now: &Node, found: &mut Comparison) {
    let mut all = Cell::all(theirs);
    for cell in Cell::all(before) {
        if !all.contains(&cell) {
            all.push(cell);
        }
    }
    for cell in all {
        let (new, old, own) = (cell.of(theirs), cell.of(before), cell.of(now));
        if is_one(&new, &old) || is_one(&new, &own) {
            continue;
        }
        // «1» and «1.» are one number, printed by two habits.
        if cell == Cell::Number && [&old, &own].iter().any(|it| bare(&new) == bare(it)) {
            continue;
        }
        let key = now.key();
        // Where both sides changed a deadline its wording is asked about, once.
        if cell == Cell::ReadAs && own != old {
            continue;
        }
        if own == old {
            let text = new;
            found.changes.push(Change::Amend { key, cell, text });
        } else {
            found.conflicts.push(Conflict {
                key,
                cell,
                ours: own,
                theirs: new,
            });
        }
    }
}

/// An arrangement, where the sequence that the other changes leave is not that of the file.
fn arranged(base: &Document, theirs: &Document, ours: &Document, found: &mut Comparison) {
    let wanted = order_of(theirs);
    let keys: Vec<NodeKey> = wanted.iter().map(|(key, _)| *key).collect();
    let common = |document: &Document| -> Vec<(NodeKey, Option<NodeKey>)> {
        let order = order_of(document).into_iter();
        order.filter(|(key, _)| keys.contains(key)).collect()
    };
    let has_new = found
        .changes
        .iter()
        .any(|change| matches!(change, Change::Add { .. }));
    let of_base: Vec<_> = {
        let base_keys: Vec<NodeKey> = order_of(base).iter().map(|(key, _)| *key).collect();
        let order = wanted.iter().copied();
        order.filter(|(key, _)| base_keys.contains(key)).collect()
    };
    if !has_new && of_base == common(base) {
        return;
    }
    let mut after = ours.clone();
    for change in &found.changes {
        amend(&mut after, change);
    }
    if order_of(&after) != wanted {
        found.changes.push(Change::Arrange { order: wanted });
    }
}
