//! Editions: the text of a document as of an act that amends it.
//!
//! An edition is what changed, on record in the journal; the text in force on a day is the first
//! text with every change that counts by then. Activities keep their keys, so that what was said
//! of them goes along by itself; only control points have to be matched.

mod compare;
mod fit;
mod matching;
mod place;
mod points;
mod summary;

use serde::{Deserialize, Serialize};

use super::date::{Date, Span};
use super::digest::Digest;
use super::document::{Activity, ActivityKey, Document, DocumentKey, Node, NodeKey, Requisites};
use super::id::Id;
use super::safe_text::SafeText;

pub use compare::{Comparison, Conflict, compare};
pub use fit::fitted;
pub use matching::{Doubt, Matching, match_documents};
pub use place::{add_beside, move_beside, move_under, take_out};
pub use points::match_points;
pub use summary::{ChangeLine, ChangeSort, ChangedCell, differences, summary};

/// A cell of a heading or an activity.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub enum Cell {
    /// What the source prints before it.
    Number,
    /// Its text.
    Title,
    /// Who answers for it.
    Responsible,
    /// Who carries it out.
    Executors,
    /// The wording of its deadline.
    Term,
    /// What that wording says together with the heading above it; read, never printed.
    ReadAs,
    /// Its expected result.
    Result,
    /// Another column, by its label.
    Other(SafeText),
}

/// One change of a document.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Change {
    /// The requisites or the years it speaks of.
    Head {
        /// What it is identified by from now on.
        requisites: Box<Requisites>,
        /// The years it speaks of from now on.
        period: Option<Span>,
    },
    /// A heading or an activity is added; where it stands an arrangement says.
    Add {
        /// What is added, without what stands under it.
        node: Node,
    },
    /// A heading or an activity is taken out; what stands under it moves up.
    Exclude {
        /// Which.
        key: NodeKey,
    },
    /// A cell is set out in new words.
    Amend {
        /// Of what.
        key: NodeKey,
        /// Which cell.
        cell: Cell,
        /// What stands in it from now on.
        text: SafeText,
    },
    /// The sequence from top to bottom, and what stands under which heading.
    Arrange {
        /// Every key with the heading above it.
        order: Vec<(NodeKey, Option<NodeKey>)>,
    },
    /// What was said of one control point belongs to another one from now on.
    MovePoint {
        /// Of which activity.
        activity: ActivityKey,
        /// First day of the window it was said of.
        from: Date,
        /// First day of the window it belongs to.
        to: Date,
    },
}

/// An edition that was adopted.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edition {
    /// The act that adopted it.
    pub act: Id,
    /// Of which document.
    pub document: DocumentKey,
    /// The day from which it counts.
    pub from: Date,
    /// What it rests on: «распоряжение от 14.09.2023 № Р-871».
    pub basis: SafeText,
    /// The text it was taken from, if it came in a file.
    pub source: Option<Digest>,
    /// The logical clock of its adoption.
    pub clock: u64,
    /// The day it was adopted.
    pub day: Date,
    /// What changed.
    pub changes: Vec<Change>,
}

impl Edition {
    /// Whether both are amendments of one document on one basis from one day: one edition, however
    /// many acts it took.
    pub fn is_one_with(&self, other: &Self) -> bool {
        self.document == other.document
            && self.from == other.from
            && self.basis == other.basis
            && !self.basis.is_blank()
    }
}

impl Cell {
    /// What stands in this cell of a node.
    pub fn of(&self, node: &Node) -> SafeText {
        match (self, node) {
            (Self::Number, node) => node.number().clone(),
            (Self::Title, node) => node.title().clone(),
            (Self::Responsible, Node::Activity(it)) => it.responsible_subject.clone(),
            (Self::Responsible, Node::Heading(it)) => it.responsible.clone(),
            (Self::Executors, Node::Activity(it)) => it.executors.clone(),
            (Self::Term, Node::Activity(it)) => it.term.clone(),
            (Self::Term, Node::Heading(it)) => it.term.clone(),
            (Self::Result, Node::Activity(it)) => it.result.clone(),
            (Self::Result, Node::Heading(it)) => it.result.clone(),
            (Self::Other(label), Node::Activity(it)) => {
                let known = it.other.iter().find(|(known, _)| known == label);
                known.map(|(_, text)| text.clone()).unwrap_or_default()
            }
            (Self::ReadAs, Node::Activity(it)) => it.read_as.clone(),
            (Self::Executors | Self::ReadAs | Self::Other(_), Node::Heading(_)) => {
                SafeText::default()
            }
        }
    }

    /// Puts a text in this cell of a node; a heading has no executors and no other columns.
    pub fn put(&self, node: &mut Node, text: &SafeText) {
        let place = match (self, node) {
            (Self::Number, Node::Activity(it)) => &mut it.number,
            (Self::Number, Node::Heading(it)) => &mut it.number,
            (Self::Title, Node::Activity(it)) => &mut it.title,
            (Self::Title, Node::Heading(it)) => &mut it.title,
            (Self::Responsible, Node::Activity(it)) => &mut it.responsible_subject,
            (Self::Responsible, Node::Heading(it)) => &mut it.responsible,
            (Self::Executors, Node::Activity(it)) => &mut it.executors,
            (Self::Term, Node::Activity(it)) => {
                // What the old wording meant is not what the new one does.
                it.read_as = SafeText::default();
                &mut it.term
            }
            (Self::Term, Node::Heading(it)) => &mut it.term,
            (Self::ReadAs, Node::Activity(it)) => &mut it.read_as,
            (Self::Result, Node::Activity(it)) => &mut it.result,
            (Self::Result, Node::Heading(it)) => &mut it.result,
            (Self::Other(label), Node::Activity(it)) => return set_other(it, label, text),
            (Self::Executors | Self::ReadAs | Self::Other(_), Node::Heading(_)) => return,
        };
        place.clone_from(text);
    }

    /// Every cell of a node.
    pub fn all(node: &Node) -> Vec<Self> {
        let mut cells = vec![
            Self::Number,
            Self::Title,
            Self::Responsible,
            Self::Executors,
            Self::Term,
            Self::ReadAs,
            Self::Result,
        ];
        if let Node::Activity(activity) = node {
            let labels = activity.other.iter();
            cells.extend(labels.map(|(label, _)| Self::Other(label.clone())));
        }
        cells
    }
}

fn set_other(activity: &mut Activity, label: &SafeText, text: &SafeText) {
    match activity.other.iter_mut().find(|(known, _)| known == label) {
        Some((_, known)) => known.clone_from(text),
        None => activity.other.push((label.clone(), text.clone())),
    }
}

/// Changes a document. What a change names and is not there is passed over, and a change that is
/// made already changes nothing: with several writers either can be.
pub fn amend(document: &mut Document, change: &Change) {
    match change {
        Change::Head { requisites, period } => {
            document.requisites = (**requisites).clone();
            document.period = *period;
        }
        Change::Add { node } => {
            if document.node(node.key()).is_none() {
                document.content.push(node.clone());
            }
        }
        Change::Exclude { key } => {
            exclude(&mut document.content, *key);
        }
        Change::Amend { key, cell, text } => document.each_mut(&mut |node| {
            if node.key() == *key {
                cell.put(node, text);
            }
        }),
        Change::Arrange { order } => arrange(document, order),
        Change::MovePoint { .. } => {}
    }
}

/// Takes a node out; what stood under it stands in its place.
fn exclude(nodes: &mut Vec<Node>, key: NodeKey) -> bool {
    if let Some(place) = nodes.iter().position(|node| node.key() == key) {
        if let Node::Heading(heading) = nodes.remove(place) {
            nodes.splice(place..place, heading.children);
        }
        return true;
    }
    nodes.iter_mut().any(|node| match node {
        Node::Heading(heading) => exclude(&mut heading.children, key),
        Node::Activity(_) => false,
    })
}

/// The tree in another sequence; what the sequence does not name comes last where it stood.
fn arrange(document: &mut Document, order: &[(NodeKey, Option<NodeKey>)]) {
    let mut flat: Vec<(Node, Option<NodeKey>)> = Vec::new();
    flatten(std::mem::take(&mut document.content), None, &mut flat);
    let mut sorted: Vec<(Node, Option<NodeKey>)> = Vec::with_capacity(flat.len());
    for (key, above) in order {
        if let Some(place) = flat.iter().position(|(node, _)| node.key() == *key) {
            let (node, _) = flat.remove(place);
            sorted.push((node, *above));
        }
    }
    sorted.extend(flat);
    document.content = planted(&mut sorted, None);
    // What names a heading that is gone, or itself in a circle, is not lost.
    document
        .content
        .extend(sorted.into_iter().map(|(node, _)| node));
}

fn flatten(nodes: Vec<Node>, above: Option<NodeKey>, flat: &mut Vec<(Node, Option<NodeKey>)>) {
    for mut node in nodes {
        let children = match &mut node {
            Node::Heading(heading) => std::mem::take(&mut heading.children),
            Node::Activity(_) => Vec::new(),
        };
        let key = node.key();
        flat.push((node, above));
        flatten(children, Some(key), flat);
    }
}

fn planted(flat: &mut Vec<(Node, Option<NodeKey>)>, above: Option<NodeKey>) -> Vec<Node> {
    let mut here = Vec::new();
    let mut place = 0;
    while let Some((_, own)) = flat.get(place) {
        if *own == above {
            here.push(flat.remove(place).0);
        } else {
            place += 1;
        }
    }
    for node in &mut here {
        if let Node::Heading(heading) = node {
            heading.children = planted(flat, Some(heading.key));
        }
    }
    here
}

/// The sequence of a document, as an arrangement.
pub fn order_of(document: &Document) -> Vec<(NodeKey, Option<NodeKey>)> {
    fn walk(nodes: &[Node], above: Option<NodeKey>, order: &mut Vec<(NodeKey, Option<NodeKey>)>) {
        for node in nodes {
            order.push((node.key(), above));
            walk(node.children(), Some(node.key()), order);
        }
    }
    let mut order = Vec::new();
    walk(&document.content, None, &mut order);
    order
}

/// The fingerprint of what editions change of a document: its content, requisites and years. What
/// else a file says (glossary, indicators, short name) counts as it stands there.
pub fn says(document: &Document) -> Digest {
    let bare = Document {
        content: document.content.clone(),
        requisites: document.requisites.clone(),
        period: document.period,
        ..Document::default()
    };
    fingerprint(&bare)
}

/// The fingerprint of all a document says, whatever keys it has and however it is written.
pub fn fingerprint(document: &Document) -> Digest {
    let mut bare = document.clone();
    bare.key = DocumentKey::default();
    bare.each_mut(&mut |node| super::document::set_key(node, NodeKey::default()));
    Digest::of(&super::canonical::to_text(&bare).unwrap_or_default())
}

#[cfg(test)]
mod tests;
