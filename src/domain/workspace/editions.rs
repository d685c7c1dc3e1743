//! Which text of a document is in force on a day.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::agenda::ItemKey;
use super::super::control::Control;
use super::super::date::Date;
use super::super::document::{Activity, ActivityKey, Document, NodeKey};
use super::super::edition::{Change, Edition, amend};
use super::super::id::Id;
use super::super::ledger::Ledger;
use super::super::operation::{Operation, Record};
use super::Workspace;
use super::assignments::AssignmentView;

/// The text of a file as it stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Given {
    /// What it says; its keys are places unless it names them.
    pub document: Arc<Document>,
    /// Whether the file itself names keys.
    pub names_keys: bool,
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
        if !self.ledger.points_are_settled(self.as_of) {
            Arc::make_mut(&mut self.ledger).settle_points(self.as_of);
        }
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
                amend(Arc::make_mut(document), change);
            }
        }
        self.documents = documents;
    }

    /// How many of the editions, in their order, are in force on a day.
    fn in_force(&self, day: Option<Date>) -> usize {
        let editions = self.ledger.editions().iter();
        editions
            .take_while(|it| day.is_none_or(|day| it.from <= day))
            .count()
    }

    /// The same with the texts of a day, where they are other ones than those joined here.
    pub(super) fn otherwise_on(&self, day: Date) -> Option<Self> {
        self.otherwise(Some(day))
    }

    fn otherwise(&self, day: Option<Date>) -> Option<Self> {
        if self.in_force(day) == self.in_force(self.as_of) {
            return None;
        }
        let mut other = self.clone();
        other.as_of = day;
        other.derive();
        Some(other)
    }

    /// The same with the newest texts, also those that come into force later.
    pub(super) fn newest(&self) -> Cow<'_, Self> {
        self.otherwise(None).map_or(Cow::Borrowed(self), Cow::Owned)
    }

    /// The same with the texts in force on a day.
    pub fn on_day(&self, day: Date) -> Cow<'_, Self> {
        self.otherwise_on(day)
            .map_or(Cow::Borrowed(self), Cow::Owned)
    }

    /// Shows the texts in force on a day from now on; whether they are other ones than before.
    pub fn stand_on(&mut self, day: Date) -> bool {
        let is_same = self.in_force(Some(day)) == self.in_force(self.as_of);
        self.as_of = Some(day);
        if !is_same {
            self.derive();
        }
        !is_same
    }

    /// Whether an assignment puts a line on the agenda of a meeting: by itself, or because what it
    /// was given on is excluded.
    pub(super) fn puts_on_agenda(&self, view: &AssignmentView, date: Date) -> bool {
        let is_open = view.origin.is_before_meeting(date) && !view.state.is_closed();
        view.is_called_at(self.until_next_meeting(date))
            || (is_open && self.asks_since_exclusion(view, date))
    }

    /// Whether an assignment was given on an activity that was excluded since, and nothing was
    /// decided on it after that: the executor's report alone decides nothing.
    pub(super) fn asks_since_exclusion(&self, view: &AssignmentView, day: Date) -> bool {
        let ItemKey::Activity(key) = view.item else {
            return false;
        };
        if self.spots.activities.contains_key(&key) {
            return false;
        }
        let excludes = |edition: &&Edition| {
            let mut changes = edition.changes.iter();
            edition.from <= day
                && changes.any(|it| matches!(it, Change::Exclude { key: own } if *own == key))
        };
        let editions = self.ledger.editions().iter().rev();
        let Some(edition) = editions.clone().find(excludes) else {
            return false;
        };
        let since = edition.from.max(edition.day);
        let mut words = self.ledger.controls(view.id).iter();
        !words.any(|word| word.day >= since && word.day < day && word.control != Control::Reported)
    }

    /// An activity, also one that was excluded.
    pub fn activity_ever(&self, key: ActivityKey) -> Option<&Activity> {
        let known = self.activity(key).map(|(activity, _)| activity);
        known.or_else(|| self.excluded.get(&key))
    }

    /// An edition, by the act that adopted it.
    pub fn edition(&self, act: Id) -> Option<&Edition> {
        self.ledger.editions().iter().find(|it| it.act == act)
    }

    /// The editions that were adopted, in the order they come into force. Amendments made here one
    /// by one on one basis and from one day are one edition, told by its last act.
    pub fn adopted(&self) -> Vec<&Edition> {
        let editions = self.ledger.editions();
        let is_last = |place: usize, one: &Edition| {
            let mut later = editions.iter().skip(place + 1);
            !later.any(|other| other.is_one_with(one))
        };
        let placed = editions.iter().enumerate();
        placed
            .filter(|(place, one)| is_last(*place, one))
            .map(|(_, one)| one)
            .collect()
    }

    /// The text of a document before an edition came into force, and after.
    pub(super) fn around_edition(&self, act: Id) -> Option<(Document, Document)> {
        let own = self.edition(act)?;
        let key = own.document;
        let first = self.first_texts.iter().find(|it| it.key == key)?;
        let mut text = Document::clone(first);
        let mut around: Option<(Document, Document)> = None;
        for edition in self.ledger.editions() {
            if edition.document != key {
                continue;
            }
            let is_own = edition.act == act || edition.is_one_with(own);
            if is_own && around.is_none() {
                around = Some((text.clone(), text.clone()));
            }
            for change in &edition.changes {
                amend(&mut text, change);
            }
            if is_own && let Some((_, after)) = &mut around {
                after.clone_from(&text);
            }
        }
        around
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

fn is_of(item: ItemKey, keys: &BTreeSet<NodeKey>) -> bool {
    matches!(item, ItemKey::Activity(key) if keys.contains(&key))
}
