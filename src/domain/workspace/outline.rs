//! The tree of all documents as flat lines: told once after a text has changed, and looked into by
//! place afterwards.

use std::sync::Arc;

use super::super::document::{
    Activity, ActivityKey, Document, DocumentKey, Heading, HeadingKey, Node as DocumentNode,
};
use super::super::quick::QuickMap;
use super::Workspace;

/// A line of the tree, by what it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Node {
    /// A document.
    Document(DocumentKey),
    /// A heading.
    Heading(HeadingKey),
    /// An activity.
    Activity(ActivityKey),
}

/// What stands in a line of the tree.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Content<'a> {
    /// A document; only where one has to be told from another, or has no headings.
    Document(&'a Document),
    /// A heading.
    Heading(&'a Heading),
    /// An activity.
    Activity(&'a Activity),
}

/// A line of the outline.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OutlineLine {
    /// What it is.
    pub node: Node,
    /// How many lines stand above it in the tree.
    pub depth: usize,
    /// The place of its document.
    document: usize,
    /// The places that lead to it.
    steps: Box<[usize]>,
}

impl OutlineLine {
    /// The activity, if it is one.
    pub fn activity(&self) -> Option<ActivityKey> {
        match self.node {
            Node::Activity(key) => Some(key),
            _ => None,
        }
    }
}

/// All lines of the tree: every document with its headings and activities.
#[derive(PartialEq, Eq, Debug, Default)]
pub struct Outline {
    lines: Vec<OutlineLine>,
    places: QuickMap<Node, usize>,
}

impl Outline {
    /// All of them, from top to bottom.
    pub fn lines(&self) -> &[OutlineLine] {
        &self.lines
    }

    /// Where something stands in them.
    pub fn place(&self, node: Node) -> Option<usize> {
        self.places.get(&node).copied()
    }

    /// The line of something with all that stand under it.
    pub fn under(&self, node: Node) -> &[OutlineLine] {
        let from = self.place(node).and_then(|place| self.lines.get(place..));
        let Some((first, rest)) = from.and_then(<[OutlineLine]>::split_first) else {
            return &[];
        };
        let below = rest.iter().take_while(|line| line.depth > first.depth);
        let count = below.count() + 1;
        from.and_then(|lines| lines.get(..count))
            .unwrap_or_default()
    }

    fn push(&mut self, line: OutlineLine) {
        // Of two that are called alike the first is meant.
        let place = self.lines.len();
        self.places.entry(line.node).or_insert(place);
        self.lines.push(line);
    }

    fn below(
        &mut self,
        document: usize,
        nodes: &[DocumentNode],
        own: usize,
        steps: &mut Vec<usize>,
    ) {
        for (place, node) in nodes.iter().enumerate() {
            steps.push(place);
            let named = match node {
                DocumentNode::Heading(heading) => Node::Heading(heading.key),
                DocumentNode::Activity(activity) => Node::Activity(activity.key),
            };
            self.push(OutlineLine {
                node: named,
                depth: steps.len() - 1 + own,
                document,
                steps: steps.as_slice().into(),
            });
            self.below(document, node.children(), own, steps);
            steps.pop();
        }
    }
}

impl Workspace {
    /// The tree of all documents, kept until a text changes.
    pub fn outline(&self) -> Arc<Outline> {
        self.kept.outline.of((), || self.find_outline())
    }

    pub(super) fn find_outline(&self) -> Outline {
        let mut outline = Outline::default();
        for (place, document) in self.documents.iter().enumerate() {
            let is_flat = document.headings().next().is_none();
            let own = usize::from(self.has_several_documents() || is_flat);
            if own > 0 {
                outline.push(OutlineLine {
                    node: Node::Document(document.key),
                    depth: 0,
                    document: place,
                    steps: Box::default(),
                });
            }
            outline.below(place, &document.content, own, &mut Vec::new());
        }
        outline
    }

    /// What stands in a line of the outline.
    pub fn content(&self, line: &OutlineLine) -> Option<Content<'_>> {
        let document = self.documents.get(line.document)?;
        let Some((last, above)) = line.steps.split_last() else {
            return Some(Content::Document(document));
        };
        let mut nodes = document.content.as_slice();
        for step in above {
            nodes = nodes.get(*step)?.children();
        }
        Some(match nodes.get(*last)? {
            DocumentNode::Heading(heading) => Content::Heading(heading),
            DocumentNode::Activity(activity) => Content::Activity(activity),
        })
    }
}

#[cfg(test)]
mod tests;
