//! Documents on control as wholes: how far they are carried out, who controls them and their
//! points, and what the chair said of taking them off (domain.md 1.7: only after all points are
//! really done, and only by the chair).

use super::super::date::Date;
use super::super::document::{Activity, ActivityKey, Document, DocumentKey};
use super::super::fold::fold;
use super::super::ledger::DocumentWord;
use super::super::mark::Status;
use super::super::subject::{SubjectId, mentions};
use super::{Timing, Workspace};

/// How far a document is carried out on a day, in control points.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Carried {
    /// All of them.
    pub all: usize,
    /// Of them, done.
    pub done: usize,
    /// Of them, overdue.
    pub overdue: usize,
    /// Of them, neither done nor otherwise closed.
    pub open: usize,
}

impl Carried {
    /// Whether the chair may be asked to take the document off control.
    pub fn is_complete(self) -> bool {
        self.all > 0 && self.open == 0
    }
}

/// Why nothing is owed for a control point without a mark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Settled {
    /// Another document goes on with it.
    CarriedOver(DocumentKey),
    /// Its document is off control.
    OffControl,
    /// It is a meeting on record as not held.
    NotHeld,
}

/// Who controls a point, where its own column or sentence says so: «Контролёр», «Контроль».
pub fn point_controller(activity: &Activity) -> Option<&str> {
    let cell = activity
        .other
        .iter()
        .find(|(label, _)| fold(label).starts_with("контрол"));
    cell.map(|(_, text)| text.as_str())
        .filter(|text| !text.trim().is_empty())
}

/// Everybody a document names as a controller, of itself or of a point; each once, in its order.
pub fn document_controllers(document: &Document) -> Vec<&str> {
    let own = Some(document.controller.as_str()).filter(|own| !own.is_empty());
    let points = document.activities().filter_map(point_controller);
    let mut all: Vec<&str> = Vec::new();
    for one in own.into_iter().chain(points) {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    all
}

impl Workspace {
    /// Who controls a point: whom its own cell names, else whom the document does.
    pub fn controller_words(&self, key: ActivityKey) -> &str {
        let own = self
            .activity(key)
            .and_then(|(activity, _)| point_controller(activity));
        let of_document = || {
            let document = self.document_of(key);
            document.map_or("", |document| document.controller.as_str())
        };
        own.unwrap_or_else(of_document)
    }

    /// The subjects that control a point, as far as anybody answers to the names.
    pub fn controllers(&self, key: ActivityKey) -> Vec<SubjectId> {
        mentions(self.controller_words(key), &self.subjects)
            .into_iter()
            .filter_map(|mention| mention.subject)
            .collect()
    }

    /// What the chair last said of the control of a document, up to a day.
    pub fn document_word(&self, document: &Document, day: Date) -> Option<&DocumentWord> {
        let words = self.ledger.document_words(document.key).iter();
        words.filter(|word| word.day <= day).max_by_key(|it| it.day)
    }

    /// Since when a document is off control on a day; `None` while it is on control.
    pub fn off_control(&self, document: &Document, day: Date) -> Option<&DocumentWord> {
        self.document_word(document, day)
            .filter(|word| word.control.is_off())
    }

    /// Why a control point is closed that nobody marked.
    pub fn settled(&self, activity: ActivityKey, day: Date) -> Settled {
        match self.ledger.carried_over(activity, day) {
            Some(carried) => Settled::CarriedOver(carried.document),
            None if self.is_off_control(activity, day) => Settled::OffControl,
            None => Settled::NotHeld,
        }
    }

    /// The activities that are the meeting itself: the one the settings name, and those of later
    /// documents that go on with it.
    pub fn meeting_itself(&self) -> Vec<ActivityKey> {
        let mut own: Vec<ActivityKey> = self.settings.meeting_activity.into_iter().collect();
        while let Some(last) = own.last()
            && let Some(next) = self.ledger.carried_over(*last, Date::MAX)
            && !own.contains(&next.to)
        {
            own.push(next.to);
        }
        own
    }

    /// Whether an activity is the meeting itself.
    pub fn is_meeting_itself(&self, activity: ActivityKey) -> bool {
        // Asked of every activity: the journal is looked into only where it says something.
        Some(activity) == self.settings.meeting_activity
            || !self.ledger.carried_from(activity, Date::MAX).is_empty()
                && self.meeting_itself().contains(&activity)
    }

    /// Whether nothing is asked of an activity on a day: its document is off control, or another
    /// document goes on with it.
    pub(super) fn is_off_control(&self, activity: ActivityKey, day: Date) -> bool {
        if self.ledger.carried_over(activity, day).is_some() {
            return true;
        }
        self.document_of(activity)
            .is_some_and(|document| self.off_control(document, day).is_some())
    }

    /// How far a document is carried out on a day.
    pub fn carried(&self, document: &Document, day: Date) -> Carried {
        let find = || self.find_carried(document, day);
        self.kept.carried.of((day, document.key), find)
    }

    pub(super) fn find_carried(&self, document: &Document, day: Date) -> Carried {
        let mut carried = Carried::default();
        for activity in document.activities() {
            let of_it = self.carried_of(activity.key, day);
            carried.all += of_it.all;
            carried.done += of_it.done;
            carried.overdue += of_it.overdue;
            carried.open += of_it.open;
        }
        carried
    }

    /// How far an activity is carried out on a day.
    fn carried_of(&self, activity: ActivityKey, day: Date) -> Carried {
        let find = || {
            let mut carried = Carried::default();
            let view = self.views.get(&activity);
            for point in view.into_iter().flat_map(|view| view.occurrences.iter()) {
                let mark = self.mark_on(activity, point.window.first, day);
                let timing = self.timing_on(activity, point, day);
                carried.all += 1;
                carried.done += usize::from(mark.is_some_and(|it| it.status == Status::Done));
                carried.overdue += usize::from(matches!(timing, Timing::Overdue(_)));
                carried.open += usize::from(timing != Timing::Closed);
            }
            carried
        };
        self.kept.points.of((day, activity), find)
    }

    /// Whether nothing of a document is open on a day: the chair may be asked to take it off control.
    /// Looks no further than the first point that is.
    pub fn is_carried_out(&self, document: &Document, day: Date) -> bool {
        let mut activities = document.activities();
        !activities.any(|it| self.carried_of(it.key, day).open > 0)
            && self.carried(document, day).is_complete()
    }

    /// The documents that wait for the chair's word: all their points are done and they are still
    /// on control.
    pub fn proposed_for_removal(&self, day: Date) -> Vec<&Document> {
        let documents = self.documents.iter().map(AsRef::as_ref);
        documents
            .filter(|document| self.off_control(document, day).is_none())
            .filter(|document| self.is_carried_out(document, day))
            .collect()
    }
}

#[cfg(test)]
mod tests;
