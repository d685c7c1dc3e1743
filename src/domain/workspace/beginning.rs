//! Where the record begins: who joins a plan in the middle owes no account of what was due before
//! the first meeting, until the chair says something of it.

use super::super::date::Date;
use super::super::deadline::Occurrence;
use super::super::document::ActivityKey;
use super::Workspace;

/// A control point by its activity and the first day of its window.
pub type Point = (ActivityKey, Date);

impl Workspace {
    /// The day of the first meeting or mark on record; before there is one, the day that is asked
    /// for.
    pub fn record_begins(&self, day: Date) -> Date {
        self.ledger.begins().unwrap_or(day)
    }

    /// Whether nothing is known of a control point but that it was due before the record begins, or
    /// was done before it: such a point is in no figure of discipline.
    pub(super) fn was_before_record(
        &self,
        activity: ActivityKey,
        occurrence: &Occurrence,
        day: Date,
    ) -> bool {
        if let Some(mark) = self.mark_on(activity, occurrence.window.first, day) {
            return mark.before_record;
        }
        let begins = self.record_begins(day).min(day);
        !self.settings.agenda.count_before && occurrence.due.is_some_and(|due| due < begins)
    }

    /// Whether a control point was due before the record begins and nobody has said anything of
    /// it: it is not known how it stands, and it is not overdue.
    pub(super) fn is_before_record(
        &self,
        activity: ActivityKey,
        occurrence: &Occurrence,
        day: Date,
    ) -> bool {
        !self.settings.agenda.count_before
            && occurrence
                .due
                .is_some_and(|due| due < day && due < self.record_begins(day))
            && self
                .mark_on(activity, occurrence.window.first, day)
                .is_none()
    }

    /// Whether the document of an activity was over before the record begins and nobody has said
    /// anything of it: who joins later is not asked for its day.
    pub(super) fn was_over_before_record(&self, activity: ActivityKey, day: Date) -> bool {
        let period = self.document_of(activity).and_then(|it| it.period);
        !self.settings.agenda.count_before
            && period.is_some_and(|period| period.last < self.record_begins(day).min(day))
            && self.last_news(activity, day).is_none()
    }

    /// Whether all that is on record of a control point is that it was done before the record
    /// began.
    pub(super) fn was_done_before_record(
        &self,
        activity: ActivityKey,
        occurrence: &Occurrence,
        day: Date,
    ) -> bool {
        self.mark_on(activity, occurrence.window.first, day)
            .is_some_and(|mark| mark.before_record)
    }

    /// The control points of some activities that were due before the record begins and of which
    /// nobody has said anything, in the order of the plan.
    pub fn points_before_record(
        &self,
        day: Date,
        belongs: impl Fn(ActivityKey) -> bool,
    ) -> Vec<Point> {
        let all = self
            .kept
            .before_record
            .of(day, || self.find_points_before_record(day));
        let of_these = all.iter().filter(|(activity, _)| belongs(*activity));
        of_these.copied().collect()
    }

    /// How many control points were due before the record begins, with nothing said of them.
    pub fn number_before_record(&self, day: Date) -> usize {
        let find = || self.find_points_before_record(day);
        self.kept.before_record.of(day, find).len()
    }

    /// The same of all activities, looked for from nothing.
    pub(super) fn find_points_before_record(&self, day: Date) -> Vec<Point> {
        let begins = self.record_begins(day).min(day);
        self.activities()
            .flat_map(|(activity, view)| {
                let points = view.occurrences.iter();
                points
                    .filter(move |point| point.due.is_some_and(|due| due < begins))
                    .filter(move |point| self.is_before_record(activity.key, point, day))
                    .map(move |point| (activity.key, point.window.first))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests;
