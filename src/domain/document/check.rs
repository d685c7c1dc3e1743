//! What can be wrong with a document that its form does not catch. It can still be worked with.

use std::collections::BTreeSet;

use super::{Document, Node, NodeKey};
use crate::domain::safe_text::SafeText;

/// A place in a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DocumentPlace {
    /// The document as a whole.
    Whole,
    /// A heading or activity: its number and title, for people.
    Node {
        /// What the source prints before it.
        number: SafeText,
        /// Its text.
        title: SafeText,
    },
}

/// One fault of a document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DocumentProblem {
    /// A heading or an activity without a title: nobody knows what is to be done.
    Untitled(DocumentPlace),
    /// Nothing says when it begins: no date, no day of taking on control, no period.
    Undated,
    /// There is nothing to be done in it.
    Empty,
    /// A key stands a second time; the later one got another.
    KeyTwice(NodeKey, DocumentPlace),
}

impl Document {
    /// Everything that is wrong with the text as it was read, before keys were given.
    pub fn problems(&self) -> Vec<DocumentProblem> {
        let mut problems = Vec::new();
        if self.period.is_none() && self.begins().is_none() {
            problems.push(DocumentProblem::Undated);
        }
        let mut keys = BTreeSet::new();
        let mut activities = 0_usize;
        for row in self.rows() {
            let place = || DocumentPlace::Node {
                number: row.node.number().clone(),
                title: row.node.title().clone(),
            };
            activities += usize::from(matches!(row.node, Node::Activity(_)));
            if row.node.title().is_blank() {
                problems.push(DocumentProblem::Untitled(place()));
            }
            let key = row.node.key();
            if !key.is_missing() && !keys.insert(key) {
                problems.push(DocumentProblem::KeyTwice(key, place()));
            }
        }
        if activities == 0 {
            problems.push(DocumentProblem::Empty);
        }
        problems
    }
}
