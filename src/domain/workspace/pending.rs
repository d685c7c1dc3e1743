//! What a text that nobody has adopted would change, and what becomes of the history then.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::control::Control;
use super::super::date::{Date, Span};
use super::super::document::{Activity, ActivityKey, Document, DocumentKey, Node, NodeKey};
use super::super::edition::{
    self, Cell, Change, ChangeLine, Comparison, Matching, amend, compare, differences,
    match_documents, match_points, summary,
};
use super::super::mark::Status;
use super::super::operation::Operation;
use super::super::safe_text::SafeText;
use super::Workspace;
use super::editions::Given;

mod asked;

use asked::Points;
pub use asked::{Answers, LeftAssignment, LostPoint, Parting, Pending, Side, Sides};

impl Workspace {
    /// The texts of files that say something else than what was adopted. Where nothing was ever
    /// said of a document there is nothing to lose: see [`super::has_history`].
    pub fn pending(&self) -> Vec<Pending> {
        let newest = self.newest();
        let changed = self.given.iter().filter(|given| newest.is_news(given));
        changed
            .filter_map(|given| newest.compared(given.document.key, given.clone()))
            .filter(|pending| !pending.is_empty())
            .collect()
    }

    fn is_news(&self, given: &Given) -> bool {
        let key = given.document.key;
        let first = self.first_texts.iter().find(|it| it.key == key);
        // As a rule nobody has touched the file, and nothing has to be written down to see it.
        if first.is_none_or(|first| *first == given.document) {
            return false;
        }
        let text = edition::fingerprint(&given.document);
        let is_adopted = self
            .ledger
            .editions()
            .iter()
            .any(|it| it.document == key && it.source == Some(text));
        let says = edition::says(&given.document);
        let is_known = || {
            self.known_texts(key)
                .iter()
                .any(|it| edition::says(it) == says)
        };
        !is_adopted && !is_known()
    }

    /// The texts a file can have been made of: the first one and what every edition from a file
    /// left, the newest first, without what was amended here; then the newest with it.
    fn known_texts(&self, key: DocumentKey) -> Vec<Arc<Document>> {
        let Some(first) = self.first_texts.iter().find(|it| it.key == key) else {
            return Vec::new();
        };
        let mut texts = vec![Arc::clone(first)];
        let mut text = Arc::clone(first);
        for edition in self.ledger.editions() {
            if edition.document == key && edition.source.is_some() {
                for change in &edition.changes {
                    amend(Arc::make_mut(&mut text), change);
                }
                texts.insert(0, Arc::clone(&text));
            }
        }
        let own = self.documents.iter().find(|it| it.key == key);
        texts.extend(own.cloned());
        texts
    }

    /// The text a file was made of: of those that are known the one it is nearest to.
    fn base_text(&self, key: DocumentKey, file: &Document) -> Option<Arc<Document>> {
        let known = self.known_texts(key);
        if known.len() < 3 {
            // Never amended: there is one text.
            return known.into_iter().next();
        }
        let wanted = rows_said(file);
        known
            .into_iter()
            .map(|text| (rows_said(&text).symmetric_difference(&wanted).count(), text))
            .min_by_key(|(differing, _)| *differing)
            .map(|(_, text)| text)
    }

    /// What a text would change in the document it is an edition of.
    pub fn compared(&self, key: DocumentKey, given: Given) -> Option<Pending> {
        let base = self.base_text(key, &given.document)?;
        let theirs = said_in_full(&given, &base);
        let matching = match_documents(&base, &theirs, given.names_keys);
        self.compared_as(key, given, matching, Answers::default())
    }

    /// What a text would change, by a matching and answers that somebody decided on.
    pub fn compared_as(
        &self,
        key: DocumentKey,
        given: Given,
        matching: Matching,
        answers: Answers,
    ) -> Option<Pending> {
        let newest = self.newest();
        let ours = newest.document(key)?;
        let mut used = self.keys_ever();
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
        let base = newest.base_text(key, &given.document)?;
        let theirs = said_in_full(&given, &base);
        let mut comparison = compare(&base, &theirs, ours, &matching, &mut fresh);
        for conflict in &comparison.conflicts {
            let (key, cell) = (conflict.key, conflict.cell.clone());
            let text = match answers.sides.get(&(key, cell.clone())) {
                Some(Side::Theirs) => conflict.theirs.clone(),
                Some(Side::Base) => base.node(key).map(|node| cell.of(node)).unwrap_or_default(),
                Some(Side::Ours) | None => continue,
            };
            comparison.changes.push(Change::Amend { key, cell, text });
        }
        let pending = Pending {
            document: key,
            matching,
            comparison,
            points: Vec::new(),
            left: Vec::new(),
            answers,
            given,
            is_from_file: true,
        };
        Some(newest.with_history(ours, pending))
    }

    /// What somebody amends here, as a text to look over: the same as one that came in a file.
    pub fn amended(&self, key: DocumentKey, changes: Vec<Change>) -> Option<Pending> {
        self.amended_as(key, changes, Answers::default())
    }

    /// The same by answers that somebody gave.
    fn amended_as(
        &self,
        key: DocumentKey,
        changes: Vec<Change>,
        answers: Answers,
    ) -> Option<Pending> {
        let newest = self.newest();
        let ours = newest.document(key)?;
        let mut document = ours.clone();
        for change in &changes {
            amend(&mut document, change);
        }
        let pending = Pending {
            document: key,
            matching: Matching::default(),
            comparison: Comparison {
                changes,
                conflicts: Vec::new(),
            },
            points: Vec::new(),
            left: Vec::new(),
            answers,
            given: Given {
                document: Arc::new(document),
                names_keys: true,
            },
            is_from_file: false,
        };
        Some(newest.with_history(ours, pending))
    }

    /// The same text by other answers.
    pub fn answered(
        &self,
        pending: &Pending,
        matching: Matching,
        answers: Answers,
    ) -> Option<Pending> {
        let key = pending.document;
        if pending.is_from_file {
            return self.compared_as(key, pending.given.clone(), matching, answers);
        }
        let is_said = |change: &&Change| !matches!(change, Change::MovePoint { .. });
        let said = pending.comparison.changes.iter().filter(is_said);
        self.amended_as(key, said.cloned().collect(), answers)
    }

    /// With what becomes of the history: where marks go, what is asked of it.
    fn with_history(&self, ours: &Document, mut pending: Pending) -> Pending {
        let found = self.matched_points(ours, &pending.comparison.changes);
        pending.points = self.lost_points(&found);
        pending.left = self.left_assignments(ours, &pending.comparison.changes);
        let mut moved = Vec::new();
        for points in &found {
            let activity = points.activity;
            for (from, to) in &points.matched {
                let answer = || pending.answers.points.get(&(activity, *from));
                let to = to.or_else(|| answer().copied().flatten());
                // One that ends anew where it began is put on record for what it was postponed to.
                let is_anew = points.end_anew.contains(from) && self.is_postponed(activity, *from);
                let is_other = |to: &Date| to != from || is_anew;
                if let Some(to) = to.filter(|to| is_other(to) && points.after.contains(to)) {
                    let from = *from;
                    moved.push(Change::MovePoint { activity, from, to });
                }
            }
        }
        pending.comparison.changes.extend(moved);
        pending
    }

    /// Whether anybody ever postponed a control point.
    fn is_postponed(&self, activity: ActivityKey, first: Date) -> bool {
        let mut marks = self.ledger.marks(activity).iter();
        marks.any(|it| it.occurrence == first && matches!(it.status, Status::Postponed { .. }))
    }

    /// The newest text of a document, whatever day is shown.
    pub fn newest_document(&self, key: DocumentKey) -> Option<Document> {
        self.newest().document(key).cloned()
    }

    /// A key nothing in any document has or ever had.
    pub fn unused_key(&self, document: DocumentKey) -> Option<NodeKey> {
        let used = self.keys_ever();
        let edition = self.ledger.editions().len() + 1;
        // As many tries as there are keys find a free one.
        (1..=used.len() + 1)
            .filter_map(|number| format!("{document}/e{edition}-{number}").parse().ok())
            .find(|key| !used.contains(key))
    }

    /// Every key that was ever given, taken back or not: none is given again.
    fn keys_ever(&self) -> BTreeSet<NodeKey> {
        let added = self.ledger.records().iter().filter_map(|it| match &it.op {
            Operation::AmendDocument { change } => match change.as_ref() {
                Change::Add { node } => Some(node.key()),
                _ => None,
            },
            _ => None,
        });
        let mut used: BTreeSet<NodeKey> = added.collect();
        for text in &self.first_texts {
            used.extend(text.rows().iter().map(|row| row.node.key()));
        }
        used
    }

    /// The control points of activities whose deadlines are amended, with those they are matched with.
    fn matched_points(&self, ours: &Document, changes: &[Change]) -> Vec<Points> {
        let mut after = ours.clone();
        for change in changes {
            amend(&mut after, change);
        }
        let mut moved = Vec::new();
        for activity in after.activities() {
            let Some(before) = self.views.get(&activity.key) else {
                continue;
            };
            let reads_alike = |old: &Activity| old.read_wording() == activity.read_wording();
            let is_same = ours.activity(activity.key).is_some_and(reads_alike);
            if is_same && ours.span() == after.span() && ours.begins() == after.begins() {
                continue;
            }
            let correction = is_same
                .then(|| self.ledger.correction(activity.key))
                .flatten();
            let view = self.view_corrected(&after, activity, correction);
            let windows = || view.occurrences.iter().map(|it| it.window);
            let ended = before.occurrences.iter().map(|it| it.window);
            let is_anew =
                |old: &Span| windows().any(|new| new.first == old.first && new.last != old.last);
            moved.push(Points {
                activity: activity.key,
                matched: match_points(&before.occurrences, &view.occurrences),
                after: windows().map(|window| window.first).collect(),
                end_anew: ended.filter(is_anew).map(|window| window.first).collect(),
            });
        }
        moved
    }

    /// What a text changes, line by line.
    pub fn summary_of(&self, pending: &Pending) -> Vec<ChangeLine> {
        let newest = self.newest();
        let ours = newest.document(pending.document);
        ours.map_or_else(Vec::new, |ours| summary(ours, &pending.comparison.changes))
    }

    /// What an edition that was adopted changed, line by line.
    pub fn summary_of_edition(&self, act: super::super::id::Id) -> Vec<ChangeLine> {
        let Some((before, after)) = self.around_edition(act) else {
            return Vec::new();
        };
        differences(&before, &after)
    }

    /// The operations that bring a text into force. `reason` is why control of an assignment is
    /// lifted that was answered so.
    pub fn adoption(
        &self,
        pending: &Pending,
        from: Date,
        basis: SafeText,
        reason: &SafeText,
    ) -> Vec<Operation> {
        let source = edition::fingerprint(&pending.given.document);
        let mut operations = vec![Operation::AdoptEdition {
            document: pending.document,
            from,
            basis,
            source: pending.is_from_file.then_some(source),
        }];
        let changes = pending.comparison.changes.iter().cloned();
        operations.extend(changes.map(|change| Operation::AmendDocument {
            change: change.into(),
        }));
        let answer = |it: &LeftAssignment| pending.answers.partings.get(&it.assignment);
        let dropped = pending
            .left
            .iter()
            .filter(|it| answer(it) == Some(&Parting::Dropped));
        operations.extend(dropped.map(|it| Operation::SetControl {
            assignment: it.assignment,
            control: Control::Dropped {
                reason: reason.clone(),
            },
            happened: None,
        }));
        operations
    }
}

/// What a file says, with what it leaves to the text before. A file of the program's own form that
/// names its keys says all there is.
fn said_in_full(given: &Given, base: &Document) -> Arc<Document> {
    if given.names_keys {
        return Arc::clone(&given.document);
    }
    Arc::new(edition::fitted(&given.document, base))
}

/// What the rows of a document say, whatever keys they have.
fn rows_said(document: &Document) -> BTreeSet<String> {
    let rows = document.rows();
    rows.iter()
        .map(|row| {
            let cells: Vec<String> = Cell::all(row.node)
                .iter()
                .map(|cell| cell.of(row.node).to_string())
                .collect();
            cells.join("\u{1f}")
        })
        .collect()
}

#[cfg(test)]
mod random;
#[cfg(test)]
mod tests;
