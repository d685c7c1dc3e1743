//! A document whose time is over: what became of it, what is left, and where that goes on.

use super::super::date::{Date, Span};
use super::super::document::{ActivityKey, Document, DocumentKey};
use super::super::edition::{Doubt, match_documents};
use super::discipline::{AsOf, Counts, Matter, Report};
use super::{AssignmentView, Workspace};

/// What a document comes to at its end.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Closing {
    /// The last day of its time.
    pub ended: Date,
    /// What was due of it and what became of that; what was due before the record began is not
    /// among it.
    pub counts: Counts,
    /// Its activities that are not closed, in its order, each with the one of the successor that
    /// goes on with it.
    pub open: Vec<(ActivityKey, Option<ActivityKey>)>,
    /// Its activities that were handed over already, each with the one that has them now.
    pub carried: Vec<(ActivityKey, ActivityKey)>,
    /// Pairs of which nobody can be sure, the likeliest first.
    pub doubts: Vec<Doubt>,
    /// The document that goes on with it.
    pub successor: Option<DocumentKey>,
    /// The assignments on its activities that are still under control.
    pub assignments: Vec<AssignmentView>,
}

impl Workspace {
    /// Whether the time of a document is over on a day.
    pub fn is_over(document: &Document, day: Date) -> bool {
        time_of(document).is_some_and(|span| span.last < day)
    }

    /// What a document comes to, once its time is over; `None` while it runs, and for one without
    /// a period.
    pub fn closing(&self, key: DocumentKey, day: Date) -> Option<Closing> {
        let document = self.document(key)?;
        let span = time_of(document)?;
        if day <= span.last {
            return None;
        }
        let report = Report::over(self, span, AsOf::day(day, day));
        let counts = report.counts_by(|concern| match concern.matter {
            Matter::Point { activity, .. } => {
                self.document_of(activity).map(|it| it.key) == Some(key)
            }
            Matter::Assignment { .. } => false,
        });
        let successor = self.successor_of(document);
        let matching = successor.map(|next| match_documents(document, next, false));
        let pairs = matching.as_ref().map(|it| &it.pairs);
        let open = document
            .activities()
            .filter(|activity| {
                let standing = self.standing_owed(activity.key, day);
                standing.is_some_and(|it| !it.is_closed())
            })
            .map(|activity| {
                let goes_on = pairs.and_then(|pairs| {
                    let mut found = pairs.iter().filter(|(_, old)| **old == activity.key);
                    found.next().map(|(new, _)| *new)
                });
                (activity.key, goes_on)
            })
            .collect();
        let assignments = self
            .assignments(day)
            .into_iter()
            .filter(|view| !view.state.is_closed())
            .filter(|view| match view.item {
                super::super::agenda::ItemKey::Activity(activity) => {
                    self.document_of(activity).map(|it| it.key) == Some(key)
                }
                _ => false,
            })
            .collect();
        Some(Closing {
            ended: span.last,
            carried: document
                .activities()
                .filter_map(|it| {
                    let to = self.ledger.carried_over(it.key, day)?.to;
                    Some((it.key, to))
                })
                .collect(),
            doubts: matching.map(|it| it.doubts).unwrap_or_default(),
            counts: counts.get(&true).copied().unwrap_or_default(),
            open,
            successor: successor.map(|it| it.key),
            assignments,
        })
    }

    /// The document that goes on with another: of those whose time ends later, the one that has
    /// most activities in common; none when no activity is the same.
    fn successor_of(&self, document: &Document) -> Option<&Document> {
        let ended = time_of(document)?.last;
        self.documents()
            .iter()
            .filter(|next| next.key != document.key)
            .filter(|next| time_of(next).is_some_and(|span| span.last > ended))
            .map(|next| (match_documents(document, next, false).pairs.len(), &**next))
            .filter(|(common, _)| *common > 0)
            .max_by_key(|(common, _)| *common)
            .map(|(_, next)| next)
    }
}

/// The time of a document that says from when to when it counts.
fn time_of(document: &Document) -> Option<Span> {
    document.period
}

#[cfg(test)]
mod tests;
