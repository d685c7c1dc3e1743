//! Which activity of an edition is which of the text before: by key where the file names keys,
//! else by title, heading, executors, result and number, in this weight.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::document::{Document, Node, NodeKey};
use crate::domain::fold::fold_name;

/// From here on two are taken for one.
const SURE: f64 = 0.78;

/// From here on they may be one.
const POSSIBLE: f64 = 0.5;

/// By so much a sure pair has to be better than any other.
const MARGIN: f64 = 0.08;

/// A pair that may be one and may be two.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Doubt {
    /// The key of the text before.
    pub old: NodeKey,
    /// The key the file was given when it was read.
    pub new: NodeKey,
    /// How alike they are, of 100.
    pub likeness: u8,
}

/// What of two texts is the same.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Matching {
    /// New keys with the old ones they are.
    pub pairs: BTreeMap<NodeKey, NodeKey>,
    /// Pairs nobody can be sure of; not among the pairs.
    pub doubts: Vec<Doubt>,
}

impl Matching {
    /// Decides on a doubt.
    pub fn decide(&mut self, old: NodeKey, new: NodeKey, is_same: bool) {
        self.doubts.retain(|doubt| {
            doubt.old != old && doubt.new != new || !is_same && (doubt.old, doubt.new) != (old, new)
        });
        if is_same {
            self.pairs.insert(new, old);
        }
    }
}

/// What is compared of a node.
struct Looks {
    key: NodeKey,
    is_activity: bool,
    number: String,
    title: String,
    headings: String,
    executors: String,
    result: String,
}

fn looks(document: &Document) -> Vec<Looks> {
    let rows = document.rows();
    rows.iter()
        .map(|row| {
            let path = document.path(row.node.key());
            let headings: Vec<&str> = path.iter().map(|it| it.title.as_str()).collect();
            let (executors, result) = match row.node {
                Node::Activity(it) => (
                    format!("{} {}", it.responsible_subject, it.executors),
                    it.result.to_string(),
                ),
                Node::Heading(it) => (it.responsible.to_string(), it.result.to_string()),
            };
            Looks {
                key: row.node.key(),
                is_activity: row.activity().is_some(),
                number: fold_name(row.node.number()),
                title: fold_name(row.node.title()),
                headings: fold_name(&headings.join(" ")),
                executors: fold_name(&executors),
                result: fold_name(&result),
            }
        })
        .collect()
}

fn alike(one: &str, other: &str) -> f64 {
    if one == other {
        return 1.0;
    }
    strsim::normalized_levenshtein(one, other)
}

fn likeness(one: &Looks, other: &Looks) -> f64 {
    let number = f64::from(u8::from(one.number == other.number));
    0.62 * alike(&one.title, &other.title)
        + 0.12 * alike(&one.headings, &other.headings)
        + 0.1 * alike(&one.executors, &other.executors)
        + 0.1 * alike(&one.result, &other.result)
        + 0.06 * number
}

/// Matches the text of a file with the one before. `names_keys` says whether the file itself named
/// its keys; those it was given are places, and no identity.
pub fn match_documents(base: &Document, theirs: &Document, names_keys: bool) -> Matching {
    let mut matching = Matching::default();
    let (mut old, mut new) = (looks(base), looks(theirs));
    if names_keys {
        let known: BTreeSet<NodeKey> = old.iter().map(|it| it.key).collect();
        for it in &new {
            if known.contains(&it.key) {
                matching.pairs.insert(it.key, it.key);
            }
        }
    }
    drop_paired(&mut old, &mut new, &matching);
    // The same words in the same place, then anywhere, as long as they stand there once.
    let same_place = |it: &Looks| (it.is_activity, it.title.clone(), it.headings.clone());
    pair_equal(&mut old, &mut new, &mut matching, same_place);
    pair_equal(&mut old, &mut new, &mut matching, |it| {
        (it.is_activity, it.title.clone(), String::new())
    });
    let mut scores: Vec<(f64, NodeKey, NodeKey)> = Vec::new();
    for one in &old {
        for other in new.iter().filter(|it| it.is_activity == one.is_activity) {
            let score = likeness(one, other);
            if score >= POSSIBLE {
                scores.push((score, one.key, other.key));
            }
        }
    }
    scores.sort_by(|one, other| other.0.total_cmp(&one.0));
    let (mut used_old, mut used_new) = (BTreeSet::new(), BTreeSet::new());
    for (score, one, other) in &scores {
        if used_old.contains(one) || used_new.contains(other) {
            continue;
        }
        let rival = scores.iter().any(|(rival, left, right)| {
            (left == one) != (right == other)
                && !used_old.contains(left)
                && !used_new.contains(right)
                && *rival > score - MARGIN
        });
        used_old.insert(*one);
        used_new.insert(*other);
        if *score >= SURE && !rival {
            matching.pairs.insert(*other, *one);
        } else {
            let likeness = hundredths(*score);
            matching.doubts.push(Doubt {
                old: *one,
                new: *other,
                likeness,
            });
        }
    }
    matching
}

fn hundredths(score: f64) -> u8 {
    (0..=100_u8)
        .rev()
        .find(|percent| f64::from(*percent) <= score * 100.0)
        .unwrap_or(0)
}

fn drop_paired(old: &mut Vec<Looks>, new: &mut Vec<Looks>, matching: &Matching) {
    old.retain(|it| !matching.pairs.values().any(|known| *known == it.key));
    new.retain(|it| !matching.pairs.contains_key(&it.key));
}

fn pair_equal<K: Ord>(
    old: &mut Vec<Looks>,
    new: &mut Vec<Looks>,
    matching: &mut Matching,
    key: impl Fn(&Looks) -> K,
) {
    let mut known: BTreeMap<K, (Vec<NodeKey>, Vec<NodeKey>)> = BTreeMap::new();
    for it in old.iter() {
        known.entry(key(it)).or_default().0.push(it.key);
    }
    for it in new.iter() {
        known.entry(key(it)).or_default().1.push(it.key);
    }
    for (before, after) in known.into_values() {
        // The same words as often as before stand in the same sequence.
        if before.len() == after.len() {
            matching.pairs.extend(after.into_iter().zip(before));
        }
    }
    drop_paired(old, new, matching);
}
