//! Giving keys to what has none. The same text gets the same keys, on every machine and every
//! time it is read.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Document, DocumentKey, NodeKey};
use crate::domain::quick::QuickSet;

impl Document {
    /// Gives the document its key, and its own to every heading and activity that has none or one
    /// that stands here already: from its number where that is distinct, else from its place.
    ///
    /// Keys that were ever used are not given again.
    pub fn give_keys(&mut self, key: DocumentKey, used: &BTreeSet<NodeKey>) {
        if self.key.is_missing() {
            self.key = key;
        }
        let own = self.key;
        let mut taken: QuickSet<NodeKey> = QuickSet::default();
        self.each_mut(&mut |node| {
            let known = node.key();
            if known.is_missing() || !taken.insert(known) {
                set_key(node, NodeKey::default());
            }
        });
        let mut place = 0_usize;
        self.each_mut(&mut |node| {
            place += 1;
            if !node.key().is_missing() {
                return;
            }
            let number: String = node
                .number()
                .chars()
                .filter(|one| one.is_alphanumeric() || matches!(one, '.' | '-' | '_'))
                .take(32)
                .collect();
            let number = number.trim_matches('.');
            let mark = match node {
                super::Node::Heading(_) => "h",
                super::Node::Activity(_) => "",
            };
            let mut wanted = if number.is_empty() {
                format!("{own}/{mark}p{place}")
            } else {
                format!("{own}/{mark}{number}")
            };
            let mut again = 1_usize;
            loop {
                match wanted.parse::<NodeKey>() {
                    Ok(free) if !used.contains(&free) && taken.insert(free) => {
                        set_key(node, free);
                        return;
                    }
                    Ok(_taken) => {
                        again += 1;
                        wanted = format!("{own}/{mark}p{place}~{again}");
                    }
                    // No more keys can be had: what has none is not on record.
                    Err(_full) => return,
                }
            }
        });
    }

    /// Whether the document and everything in it has a key of its own: there is none to be given.
    pub fn has_all_keys(&self) -> bool {
        self.has_keys_beside(&BTreeSet::new())
    }

    /// Whether the document and everything in it has a key that stands here once, and not among
    /// these.
    fn has_keys_beside(&self, used: &BTreeSet<NodeKey>) -> bool {
        let mut taken: QuickSet<NodeKey> = QuickSet::default();
        let mut is_free =
            |key: NodeKey| !key.is_missing() && !used.contains(&key) && taken.insert(key);
        !self.key.is_missing() && self.rows().iter().all(|row| is_free(row.node.key()))
    }

    /// Whether the text itself names keys; numbers of the first form do not count.
    pub fn names_keys(&self) -> bool {
        self.rows().iter().any(|row| !row.node.key().is_missing())
    }
}

pub(in crate::domain) fn set_key(node: &mut super::Node, key: NodeKey) {
    match node {
        super::Node::Heading(heading) => heading.key = key,
        super::Node::Activity(activity) => activity.key = key,
    }
}

/// Documents with keys that are distinct over all of them: what stands in an earlier one is not
/// another's, whatever a copied file says.
pub(in crate::domain) fn distinct(documents: Vec<Arc<Document>>) -> Vec<Arc<Document>> {
    let mut used: BTreeSet<NodeKey> = BTreeSet::new();
    let mut names: BTreeSet<DocumentKey> = BTreeSet::new();
    let mut all = Vec::with_capacity(documents.len());
    let mut documents = documents.into_iter().peekable();
    while let Some(mut document) = documents.next() {
        if !names.insert(document.key) {
            continue;
        }
        // As a rule they are distinct already, and nobody needs a text of his own.
        if !document.has_keys_beside(&used) {
            let own = Arc::make_mut(&mut document);
            own.each_mut(&mut |node| {
                if used.contains(&node.key()) {
                    set_key(node, NodeKey::default());
                }
            });
            let key = own.key;
            own.give_keys(key, &used);
        }
        if documents.peek().is_some() {
            used.extend(document.rows().iter().map(|row| row.node.key()));
        }
        all.push(document);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::super::{Activity, Heading, Node};
    use super::*;
    use crate::domain::safe_text::SafeText;

    fn activity(number: &str, title: &str) -> Node {
        Node::Activity(Activity {
            number: SafeText::from(number),
            title: SafeText::from(title),
            ..Activity::default()
        })
    }

    fn keys(document: &Document) -> Vec<&'static str> {
        document
            .rows()
            .iter()
            .map(|row| row.node.key().as_str())
            .collect()
    }

    #[test]
    fn numbers_become_keys_and_places_where_numbers_repeat_or_lack() {
        let mut document = Document {
            content: vec![
                Node::Heading(Heading {
                    number: SafeText::from("IV."),
                    children: vec![activity("1)", "а"), activity("1)", "б"), activity("", "в")],
                    ..Heading::default()
                }),
                activity("5.", "г"),
            ],
            ..Document::default()
        };
        document.give_keys("r-12".parse().unwrap(), &BTreeSet::new());
        let expected = ["r-12/hIV", "r-12/1", "r-12/p3~2", "r-12/p4", "r-12/5"];
        assert_eq!(keys(&document), expected);
        let again = document.clone();
        document.give_keys("r-12".parse().unwrap(), &BTreeSet::new());
        assert_eq!(document, again);
    }

    #[test]
    fn a_copied_file_does_not_take_the_keys_of_the_first() {
        let mut first = Document {
            content: vec![activity("1", "а")],
            ..Document::default()
        };
        first.give_keys("one".parse().unwrap(), &BTreeSet::new());
        let mut copy = first.clone();
        copy.key = "two".parse().unwrap();
        let first = Arc::new(first);
        let both = distinct(vec![Arc::clone(&first), Arc::new(copy), first]);
        assert_eq!(both.len(), 2);
        assert_eq!(keys(&both[0]), ["one/1"]);
        assert_eq!(keys(&both[1]), ["two/1"]);
    }
}
