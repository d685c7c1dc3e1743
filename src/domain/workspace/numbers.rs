//! The plan in numbers on a day: what the chair says to the rector, and how far every direction
//! and measure is.

use std::collections::{BTreeMap, BTreeSet};

use super::super::agenda::ItemKey;
use super::super::date::{Date, Span};
use super::super::deadline::{Kind, Occurrence};
use super::super::document::{ActivityKey, DocumentKey, HeadingKey};
use super::super::mark::Status;
use super::super::meeting::MeetingState;
use super::{ActivityView, Node, OutlineLine, Timing, Workspace};

/// A whole in the shares below: thousandths.
pub const WHOLE: u32 = 1000;

/// Activities counted on a day. An activity is counted by the occurrence a word about it would
/// mean that day; `finished` ones have no open occurrence left.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// All of them.
    pub activities: usize,
    /// Nothing more is owed, now or later.
    pub finished: usize,
    /// The due date has passed.
    pub overdue: usize,
    /// Moved to a day that has not passed.
    pub postponed: usize,
    /// The due date is in danger.
    pub at_risk: usize,
    /// Nothing was ever said of them.
    pub untouched: usize,
    /// Occurrences whose due date, the moved one of those that were moved, has passed or is this
    /// day.
    pub points_due: usize,
    /// Of these, done; what was cancelled is neither due nor done.
    pub points_done: usize,
    /// Of these, done no later than that.
    pub points_in_time: usize,
    /// Occurrences of which is on record that they were done before the record began; neither due
    /// nor done in the counts above.
    pub points_before: usize,
    /// Occurrences that were moved at least once.
    pub points_moved: usize,
    /// How far the work is, in thousandths: the mean over the activities.
    pub progress: u32,
    /// How far it would be by the plan.
    pub expected: u32,
}

impl Tally {
    /// The percentage done in time of what was due; `None` before anything was.
    pub fn in_time_percent(&self) -> Option<usize> {
        percent(self.points_in_time, self.points_due)
    }
}

/// A part of a whole in percent, rounded; `None` of nothing. One rule for every paper and screen.
pub fn percent(part: usize, whole: usize) -> Option<usize> {
    (part * 200 + whole).checked_div(whole * 2)
}

/// The numbers of a day.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Numbers {
    /// The whole plan.
    pub all: Tally,
    /// Every document.
    pub documents: BTreeMap<DocumentKey, Tally>,
    /// Every heading of every document, with all that stands under it.
    pub headings: BTreeMap<HeadingKey, Tally>,
    /// Meetings held.
    pub meetings: usize,
    /// Assignments under control.
    pub assignments_open: usize,
    /// Of these, overdue.
    pub assignments_overdue: usize,
}

impl Workspace {
    /// The numbers of a day.
    pub fn numbers(&self, day: Date) -> Numbers {
        Numbers::clone(&self.kept.numbers.of(day, || self.find_numbers(day)))
    }

    pub(super) fn find_numbers(&self, day: Date) -> Numbers {
        let mut all = Sum::default();
        let mut documents: BTreeMap<DocumentKey, Sum> = BTreeMap::new();
        let mut headings: BTreeMap<HeadingKey, Sum> = BTreeMap::new();
        for (activity, view) in self.activities() {
            let one = self.tally_of(activity.key, view, day);
            all.add(&one);
            if let Some(document) = self.document_of(activity.key) {
                documents.entry(document.key).or_default().add(&one);
            }
            for heading in self.path(activity.key) {
                headings.entry(heading.key).or_default().add(&one);
            }
        }
        let open: Vec<Timing> = self
            .assignments_on(day)
            .all()
            .iter()
            .filter(|assignment| !assignment.state.is_closed())
            .map(|assignment| assignment.timing)
            .collect();
        let overdue = |timing: &&Timing| matches!(timing, Timing::Overdue(_));
        Numbers {
            all: all.mean(),
            documents: means(documents),
            headings: means(headings),
            meetings: self.meetings_held(day).len(),
            assignments_open: open.len(),
            assignments_overdue: open.iter().filter(overdue).count(),
        }
    }

    /// The tally of some activities on a day, by the rule of all numbers.
    pub fn tally(&self, day: Date, belongs: impl Fn(ActivityKey) -> bool) -> Tally {
        let mut sum = Sum::default();
        for (activity, view) in self.activities() {
            if belongs(activity.key) {
                sum.add(&self.tally_of(activity.key, view, day));
            }
        }
        sum.mean()
    }

    /// The tally of all that stands at or under a line of the tree.
    pub fn tally_under(&self, node: Node, day: Date) -> Tally {
        self.kept.tallies.of((day, node), || {
            let outline = self.outline();
            let lines = outline.under(node).iter();
            let below: Vec<ActivityKey> = lines.filter_map(OutlineLine::activity).collect();
            let mut sum = Sum::default();
            for key in below {
                if let Some(view) = self.views.get(&key) {
                    sum.add(&self.tally_of(key, view, day));
                }
            }
            sum.mean()
        })
    }

    /// The days of meetings that were held or go on, up to and including a day.
    pub fn meetings_held(&self, day: Date) -> Vec<Date> {
        self.ledger()
            .meetings()
            .range(..=day)
            .filter(|(_, meeting)| !matches!(meeting.state, MeetingState::NotHeld { .. }))
            .map(|(date, _)| *date)
            .collect()
    }

    /// One activity as a tally of its own.
    fn tally_of(&self, activity: ActivityKey, view: &ActivityView, day: Date) -> Tally {
        let mut tally = Tally {
            activities: 1,
            ..Tally::default()
        };
        let mut progress = 0_u32;
        let mut expected = 0_u32;
        let mut open = 0_usize;
        for occurrence in view.occurrences.iter() {
            let status = self
                .mark_on(activity, occurrence.window.first, day)
                .map(|mark| &mark.status);
            // A week whose meeting was not held, on record, is out of the reckoning.
            let not_held = status != Some(&Status::Done)
                && self.is_on_record_as_not_held(activity, occurrence, day);
            progress = progress.saturating_add(if not_held { WHOLE } else { share_done(status) });
            expected = expected.saturating_add(share_expected(view.reading.kind, occurrence, day));
            let closed = not_held || status.is_some_and(Status::is_closed);
            open += usize::from(!closed);
            let course = self.course(activity, occurrence, day);
            tally.points_moved += usize::from(!course.moves.is_empty());
            let before = self.was_done_before_record(activity, occurrence, day);
            tally.points_before += usize::from(before);
            let is_off = not_held
                || course.is_dropped
                || before
                || self.is_before_record(activity, occurrence, day);
            if let Some(due) = course.due.filter(|due| *due <= day && !is_off) {
                tally.points_due += 1;
                tally.points_done += usize::from(course.done.is_some());
                tally.points_in_time += usize::from(course.done.is_some_and(|done| done <= due));
            }
        }
        let count = u32::try_from(view.occurrences.len()).unwrap_or(u32::MAX);
        tally.progress = progress.checked_div(count).unwrap_or(0);
        tally.expected = expected.checked_div(count).unwrap_or(0);
        tally.finished = usize::from(open == 0);
        tally.untouched =
            usize::from(!self.ledger().marks(activity).iter().any(|it| it.day <= day));
        if let Some(standing) = self.standing_owed(activity, day) {
            match (standing.timing, &standing.status) {
                (Timing::Overdue(_), _) => tally.overdue = 1,
                (_, Some(Status::AtRisk)) => tally.at_risk = 1,
                (Timing::Due(_), _) if standing.is_moved => tally.postponed = 1,
                _ => {}
            }
        }
        tally
    }

    /// The weeks of the meetings, each from its meeting to the day before the next one.
    pub fn meeting_weeks(&self) -> Vec<Span> {
        let days = self.meeting_days();
        let ends = days.iter().skip(1).map(|next| next.plus_days(-1));
        let last = days.last().map(|last| last.plus_days(6));
        days.iter()
            .zip(ends.chain(last))
            .filter_map(|(first, last)| Span::new(*first, last))
            .collect()
    }

    /// Of how many activities under every heading there was news in each of some spans: a mark, an
    /// entry of the minutes, a word on control. What was said of the meeting itself does not count.
    pub fn coverage(&self, spans: &[Span]) -> BTreeMap<HeadingKey, Vec<usize>> {
        let news = self.news().filter_map(|(item, day)| match item {
            ItemKey::Activity(id) => Some((id, day)),
            _ => None,
        });
        let mut touched: BTreeSet<(usize, ActivityKey)> = BTreeSet::new();
        for (key, day) in news {
            if self.is_meeting_itself(key) {
                continue;
            }
            if let Some(place) = spans.iter().position(|span| span.contains(day)) {
                touched.insert((place, key));
            }
        }
        let documents = self.documents().iter();
        let headings = documents.flat_map(|document| document.headings());
        let mut coverage: BTreeMap<HeadingKey, Vec<usize>> = headings
            .map(|heading| (heading.key, vec![0; spans.len()]))
            .collect();
        for (place, key) in touched {
            for heading in self.path(key) {
                let count = coverage
                    .get_mut(&heading.key)
                    .and_then(|counts| counts.get_mut(place));
                if let Some(count) = count {
                    *count += 1;
                }
            }
        }
        coverage
    }
}

fn share_done(status: Option<&Status>) -> u32 {
    match status {
        Some(status) if status.is_closed() => WHOLE,
        Some(Status::InProgress {
            percent: Some(percent),
        }) => u32::from(*percent) * WHOLE / 100,
        _ => 0,
    }
}

/// What goes on for years is expected to be as far as its time; anything else is expected whole
/// once it is due.
fn share_expected(kind: Kind, occurrence: &Occurrence, day: Date) -> u32 {
    let window = occurrence.window;
    match occurrence.due {
        Some(due) if due <= day => WHOLE,
        _ if kind == Kind::Continuous && window.contains(day) => {
            let gone = u32::try_from(day.days_since(window.first) + 1).unwrap_or(0);
            let whole = u32::try_from(window.days()).unwrap_or(1);
            gone * WHOLE / whole.max(1)
        }
        _ => 0,
    }
}

/// Tallies added up; shares become means in the end.
#[derive(Clone, Copy, Debug, Default)]
struct Sum(Tally);

impl Sum {
    fn add(&mut self, one: &Tally) {
        let sum = &mut self.0;
        sum.activities += one.activities;
        sum.finished += one.finished;
        sum.overdue += one.overdue;
        sum.postponed += one.postponed;
        sum.at_risk += one.at_risk;
        sum.untouched += one.untouched;
        sum.points_due += one.points_due;
        sum.points_done += one.points_done;
        sum.points_in_time += one.points_in_time;
        sum.points_moved += one.points_moved;
        sum.points_before += one.points_before;
        sum.progress += one.progress;
        sum.expected += one.expected;
    }

    fn mean(mut self) -> Tally {
        let count = u32::try_from(self.0.activities).unwrap_or(u32::MAX);
        self.0.progress = self.0.progress.checked_div(count).unwrap_or(0);
        self.0.expected = self.0.expected.checked_div(count).unwrap_or(0);
        self.0
    }
}

fn means<K: Ord>(sums: BTreeMap<K, Sum>) -> BTreeMap<K, Tally> {
    sums.into_iter()
        .map(|(key, sum)| (key, sum.mean()))
        .collect()
}

#[cfg(test)]
mod tests;
