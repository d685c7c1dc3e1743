//! What becomes of the history when a document is amended: of marks, assignments, control points.

use std::collections::BTreeSet;

use super::super::agenda::ItemKey;
use super::super::date::{Date, Span};
use super::super::document::{ActivityKey, Document, DocumentKey};
use super::super::edition::{Change, amend, match_points};
use super::Workspace;
use super::assignments::AssignmentView;

/// What becomes of what was said of one control point.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PointFate {
    /// Of which activity.
    pub activity: ActivityKey,
    /// First day of the window it was said of.
    pub from: Date,
    /// First day of the window it belongs to then; nothing when no point is left for it.
    pub to: Option<Date>,
}

/// What becomes of an activity that is excluded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Farewell {
    /// Which.
    pub activity: ActivityKey,
    /// How many marks its trail keeps.
    pub marks: usize,
    /// Its assignments that are still under control.
    pub open: Vec<AssignmentView>,
}

/// What becomes of the history when changes are adopted.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Fates {
    /// Points with marks that stay what they are.
    pub stay: usize,
    /// Points whose marks go to another one, or to none; in the sequence of the document.
    pub points: Vec<PointFate>,
    /// Activities that go.
    pub excluded: Vec<Farewell>,
}

impl Workspace {
    /// What becomes of the history when these changes are adopted, as it stands on a day.
    pub fn fates(&self, document: DocumentKey, changes: &[Change], day: Date) -> Fates {
        let newest = self.newest();
        let mut fates = Fates::default();
        let Some(ours) = newest.document(document) else {
            return fates;
        };
        let mut after = ours.clone();
        for change in changes {
            amend(&mut after, change);
        }
        for activity in ours.activities() {
            let key = activity.key;
            if after.activity(key).is_none() {
                fates.excluded.push(Farewell {
                    activity: key,
                    marks: self.ledger.marks(key).len(),
                    open: self.open_assignments_of(key, day),
                });
                continue;
            }
            let Some(view) = newest.views.get(&key) else {
                continue;
            };
            let firsts = newest.firsts_after(&after, key);
            for point in view.occurrences.iter() {
                let from = point.window.first;
                if !newest
                    .ledger
                    .marks(key)
                    .iter()
                    .any(|it| it.occurrence == from)
                {
                    continue;
                }
                let moved = changes.iter().find_map(|change| match change {
                    Change::MovePoint {
                        activity,
                        from: own,
                        to,
                    } if *activity == key && *own == from => Some(*to),
                    _ => None,
                });
                match moved.or(firsts.contains(&from).then_some(from)) {
                    Some(to) if to == from => fates.stay += 1,
                    to => fates.points.push(PointFate {
                        activity: key,
                        from,
                        to,
                    }),
                }
            }
        }
        fates
    }

    /// Where what was said of control points goes when the windows of a deadline are set by hand, or
    /// its own reading comes back: first days before and after, of points that move.
    pub fn moved_by_reading(
        &self,
        activity: ActivityKey,
        windows: Option<&[Span]>,
    ) -> Vec<(Date, Option<Date>)> {
        let (Some(document), Some((own, view))) =
            (self.document_of(activity), self.activity(activity))
        else {
            return Vec::new();
        };
        let after = self.view_corrected(document, own, windows);
        let mut moved = match_points(&view.occurrences, &after.occurrences);
        moved.retain(|(from, to)| Some(*from) != *to);
        moved
    }

    /// What becomes of the marks then.
    pub fn fates_of_reading(
        &self,
        activity: ActivityKey,
        windows: Option<&[Span]>,
    ) -> Vec<PointFate> {
        let marks = self.ledger.marks(activity);
        self.moved_by_reading(activity, windows)
            .into_iter()
            .filter(|(from, _)| marks.iter().any(|it| it.occurrence == *from))
            .map(|(from, to)| PointFate { activity, from, to })
            .collect()
    }

    /// The first days of the windows an activity has in another text.
    fn firsts_after(&self, after: &Document, key: ActivityKey) -> BTreeSet<Date> {
        let Some(activity) = after.activity(key) else {
            return BTreeSet::new();
        };
        let before = self.activity(key).map(|(activity, _)| activity);
        let is_same = before.is_some_and(|it| it.read_wording() == activity.read_wording());
        let correction = is_same.then(|| self.ledger.correction(key)).flatten();
        let view = self.view_corrected(after, activity, correction);
        view.occurrences.iter().map(|it| it.window.first).collect()
    }

    /// The assignments given on an activity that are still under control on a day.
    pub fn open_assignments_of(&self, activity: ActivityKey, day: Date) -> Vec<AssignmentView> {
        let mut open = self.assignments(day);
        open.retain(|it| it.item == ItemKey::Activity(activity) && !it.state.is_closed());
        open
    }
}
