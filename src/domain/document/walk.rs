//! Ways through a document: rows with what stands above them, and finding by key.

use super::{Activity, Document, Heading, Node, NodeKey};

/// One row of a document's tree, in its own sequence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Row<'a> {
    /// The document it is of.
    pub document: &'a Document,
    /// How many headings stand above it.
    pub depth: usize,
    /// What stands there.
    pub node: &'a Node,
}

impl<'a> Row<'a> {
    /// The activity, if it is one.
    pub fn activity(&self) -> Option<&'a Activity> {
        match self.node {
            Node::Activity(activity) => Some(activity),
            Node::Heading(_) => None,
        }
    }

    /// The heading, if it is one.
    pub fn heading(&self) -> Option<&'a Heading> {
        match self.node {
            Node::Heading(heading) => Some(heading),
            Node::Activity(_) => None,
        }
    }
}

fn below<'a>(document: &'a Document, nodes: &'a [Node], depth: usize, rows: &mut Vec<Row<'a>>) {
    for node in nodes {
        rows.push(Row {
            document,
            depth,
            node,
        });
        below(document, node.children(), depth + 1, rows);
    }
}

/// The headings above a node, from the outermost; `None` when it is not among these.
fn above(nodes: &[Node], key: NodeKey) -> Option<Vec<&Heading>> {
    for node in nodes {
        if node.key() == key {
            return Some(Vec::new());
        }
        if let Node::Heading(heading) = node
            && let Some(mut path) = above(&heading.children, key)
        {
            path.insert(0, heading);
            return Some(path);
        }
    }
    None
}

impl Document {
    /// All rows of the tree, from top to bottom.
    pub fn rows(&self) -> Vec<Row<'_>> {
        let mut rows = Vec::new();
        below(self, &self.content, 0, &mut rows);
        rows
    }

    /// All activities in the document's sequence.
    pub fn activities(&self) -> impl Iterator<Item = &Activity> {
        self.rows().into_iter().filter_map(|row| row.activity())
    }

    /// All headings in the document's sequence.
    pub fn headings(&self) -> impl Iterator<Item = &Heading> {
        self.rows().into_iter().filter_map(|row| row.heading())
    }

    /// What is known by a key.
    pub fn node(&self, key: NodeKey) -> Option<&Node> {
        self.rows()
            .into_iter()
            .map(|row| row.node)
            .find(|node| node.key() == key)
    }

    /// The activity with this key.
    pub fn activity(&self, key: NodeKey) -> Option<&Activity> {
        self.activities().find(|activity| activity.key == key)
    }

    /// The headings above a node, from the outermost.
    pub fn path(&self, key: NodeKey) -> Vec<&Heading> {
        above(&self.content, key).unwrap_or_default()
    }

    /// Changes every node of the tree.
    pub fn each_mut(&mut self, change: &mut impl FnMut(&mut Node)) {
        fn walk(nodes: &mut [Node], change: &mut impl FnMut(&mut Node)) {
            for node in nodes {
                change(node);
                if let Node::Heading(heading) = node {
                    walk(&mut heading.children, change);
                }
            }
        }
        walk(&mut self.content, change);
    }
}
