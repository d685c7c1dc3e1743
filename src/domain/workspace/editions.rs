//! Which text of a document is in force on a day, and what a file says that nobody has adopted.

use std::collections::BTreeSet;

use super::super::date::Date;
use super::super::document::{Activity, ActivityKey, Document, DocumentKey, Node, NodeKey};
use super::super::edition::{
    self, Change, Comparison, Matching, amend, compare, match_documents, match_points,
};
use super::super::ledger::Ledger;
use super::super::operation::{Operation, Record};
use super::super::safe_text::SafeText;
use super::Workspace;

/// The text of a file as it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Given {
    /// What it says; its keys are places unless it names them.
    pub document: Document,
    /// Whether the file itself names keys.
    pub names_keys: bool,
}

/// A text that is not in force: what it would change.
#[derive(Clone, Debug)]
pub struct Pending {
    /// Of which document.
    pub document: DocumentKey,
    /// What of it is which of the text before.
    pub matching: Matching,
    /// What it changes.
    pub comparison: Comparison,
    /// The text itself.
    pub given: Given,
}

impl Workspace {
    /// With the texts of the files as they stand.
    #[must_use]
    pub fn with_given(mut self, given: Vec<Given>) -> Self {
        self.given = given;
        self
    }

    /// Joins the first texts and the editions in force.
    pub(super) fn settle_editions(&mut self) {
        self.ledger.settle_points(self.as_of);
        let mut documents = self.first_texts.clone();
        self.excluded.clear();
        for edition in self.ledger.editions() {
            if self.as_of.is_some_and(|day| edition.from > day) {
                break;
            }
            let own = documents.iter_mut().find(|it| it.key == edition.document);
            let Some(document) = own else { continue };
            for change in &edition.changes {
                if let Change::Exclude { key } = change
                    && let Some(activity) = document.activity(*key)
                {
                    self.excluded.insert(*key, activity.clone());
                }
                amend(document, change);
            }
        }
        self.documents = documents;
    }

    /// The same with the texts of a day, where they are other ones than those joined here.
    pub(super) fn otherwise_on(&self, day: Date) -> Option<Self> {
        let is_later = |day: Date| self.ledger.editions().iter().any(|it| it.from > day);
        if self.as_of == Some(day) || (self.as_of.is_none() && !is_later(day)) {
            return None;
        }
        let mut other = self.clone();
        other.as_of = Some(day);
        other.derive();
        Some(other)
    }

    /// An activity, also one that was excluded.
    pub fn activity_ever(&self, key: ActivityKey) -> Option<&Activity> {
        let known = self.activity(key).map(|(activity, _)| activity);
        known.or_else(|| self.excluded.get(&key))
    }

    /// The texts of files that say something else than what was adopted. Where nothing was ever
    /// said of a document there is nothing to lose: see [`has_history`].
    pub fn pending(&self) -> Vec<Pending> {
        let changed = self.given.iter().filter(|given| self.is_news(given));
        changed
            .filter_map(|given| self.compared(given.document.key, given.clone()))
            .collect()
    }

    fn is_news(&self, given: &Given) -> bool {
        let text = edition::fingerprint(&given.document);
        let key = given.document.key;
        let first = self.first_texts.iter().find(|it| it.key == key);
        let is_adopted = self
            .ledger
            .editions()
            .iter()
            .any(|it| it.document == key && it.source == Some(text));
        !is_adopted && first.is_some_and(|first| edition::fingerprint(first) != text)
    }

    /// The text both sides come from: the last one that was taken from a file, without what was
    /// amended here.
    fn base_text(&self, key: DocumentKey) -> Option<Document> {
        let mut text = self.first_texts.iter().find(|it| it.key == key)?.clone();
        for edition in self.ledger.editions() {
            if edition.document == key && edition.source.is_some() {
                for change in &edition.changes {
                    amend(&mut text, change);
                }
            }
        }
        Some(text)
    }

    /// What a text would change in the document it is an edition of.
    pub fn compared(&self, key: DocumentKey, given: Given) -> Option<Pending> {
        let base = self.base_text(key)?;
        let matching = match_documents(&base, &given.document, given.names_keys);
        self.compared_as(key, given, matching)
    }

    /// What a text would change, by a matching that somebody decided on.
    pub fn compared_as(
        &self,
        key: DocumentKey,
        given: Given,
        matching: Matching,
    ) -> Option<Pending> {
        let ours = self.document(key)?;
        let mut used: BTreeSet<NodeKey> = self.spots.keys().copied().collect();
        used.extend(self.ledger.editions().iter().flat_map(|edition| {
            edition.changes.iter().filter_map(|change| match change {
                Change::Add { node } => Some(node.key()),
                _ => None,
            })
        }));
        for text in &self.first_texts {
            used.extend(text.rows().iter().map(|row| row.node.key()));
        }
        let edition = self.ledger.editions().len() + 1;
        let mut fresh = |node: &Node| {
            let own = node.key();
            if given.names_keys && used.insert(own) {
                return own;
            }
            let mut number = 1_usize;
            loop {
                let wanted = format!("{key}/e{edition}-{number}");
                match wanted.parse::<NodeKey>() {
                    Ok(free) if used.insert(free) => return free,
                    Ok(_taken) => number += 1,
                    Err(_full) => return own,
                }
            }
        };
        let base = self.base_text(key)?;
        let mut comparison = compare(&base, &given.document, ours, &matching, &mut fresh);
        let moved = self.moved_points(ours, &comparison);
        comparison.changes.extend(moved);
        Some(Pending {
            document: key,
            matching,
            comparison,
            given,
        })
    }

    /// Where what was said of control points goes when deadlines are amended.
    fn moved_points(&self, ours: &Document, comparison: &Comparison) -> Vec<Change> {
        let mut after = ours.clone();
        for change in &comparison.changes {
            amend(&mut after, change);
        }
        let mut moved = Vec::new();
        for activity in after.activities() {
            let Some(before) = self.views.get(&activity.key) else {
                continue;
            };
            let is_same = ours
                .activity(activity.key)
                .is_some_and(|it| it.term == activity.term);
            if is_same && ours.span() == after.span() && ours.begins() == after.begins() {
                continue;
            }
            let view = self.view_of(&after, activity);
            for (from, to) in match_points(&before.occurrences, &view.occurrences) {
                if let Some(to) = to.filter(|to| *to != from) {
                    let activity = activity.key;
                    moved.push(Change::MovePoint { activity, from, to });
                }
            }
        }
        moved
    }

    /// The operations that bring a text into force.
    pub fn adoption(&self, pending: &Pending, from: Date, basis: SafeText) -> Vec<Operation> {
        let mut operations = vec![Operation::AdoptEdition {
            document: pending.document,
            from,
            basis,
            source: Some(edition::fingerprint(&pending.given.document)),
        }];
        let changes = pending.comparison.changes.iter().cloned();
        operations.extend(changes.map(|change| Operation::AmendDocument { change }));
        operations
    }
}

/// Whether anything on record hangs on a document.
pub fn has_history(ledger: &Ledger, document: &Document) -> bool {
    let keys: BTreeSet<NodeKey> = document.activities().map(|it| it.key).collect();
    let is_said = |record: &Record| match &record.op {
        Operation::Mark { activity, .. } | Operation::CorrectReading { activity, .. } => {
            keys.contains(activity)
        }
        Operation::MarkBefore { points } => points.iter().any(|(key, _)| keys.contains(key)),
        Operation::WriteEntry { item, .. } => is_of(*item, &keys),
        Operation::OpenMeeting { agenda } => agenda.iter().any(|it| is_of(it.item, &keys)),
        Operation::AdoptEdition { document: of, .. } => *of == document.key,
        _ => false,
    };
    ledger.records().iter().any(is_said)
}

fn is_of(item: super::ItemKey, keys: &BTreeSet<NodeKey>) -> bool {
    matches!(item, super::ItemKey::Activity(key) if keys.contains(&key))
}
