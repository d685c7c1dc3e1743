//! Execution discipline over a period (domain.md 1.7): what was due, what of it was done in time,
//! late or not at all, what was taken off control, and which dates were moved.
//!
//! A task belongs to the period its due date falls into, the moved one if it was moved: to one
//! period and no other. A move belongs to the period of the date that was moved. So the figures of
//! a year are the sums of its months', as of the same day.

use std::collections::BTreeMap;

use super::super::agenda::ItemKey;
use super::super::date::{Date, Span};
use super::super::document::ActivityKey;
use super::super::id::Id;
use super::super::ledger::Entry;
use super::super::origin::Origin;
use super::super::safe_text::SafeText;
use super::{Course, DueMove, Workspace, percent};

/// The day a report speaks of: never one to come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct AsOf {
    /// The day.
    pub day: Date,
    /// Whether the day has passed: what was due on it and is not done was missed.
    pub is_over: bool,
}

impl AsOf {
    /// The end of a day that has passed, or today so far.
    pub fn day(day: Date, today: Date) -> Self {
        Self {
            day: day.min(today),
            is_over: day < today,
        }
    }

    /// The last day of a period, or today as long as it goes on.
    pub fn end_of(period: Span, today: Date) -> Self {
        Self::day(period.last, today)
    }

    fn has_passed(self, due: Date) -> bool {
        due < self.day || (due == self.day && self.is_over)
    }
}

/// What became of something that was due.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// Done by its date.
    InTime,
    /// Done after it.
    Late,
    /// Not done, and the date has passed.
    Missed,
    /// Not done, and the date has not passed.
    Pending,
    /// Cancelled, or taken off control as no longer relevant.
    Dropped,
}

/// What is under control.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Matter {
    /// A control point of an activity.
    Point {
        /// Of which activity.
        activity: ActivityKey,
        /// What people call it by.
        point: SafeText,
        /// Its window.
        window: Span,
    },
    /// An assignment.
    Assignment {
        /// The entry that is the assignment.
        id: Id,
        /// Its number in the minutes; empty for one given between meetings.
        number: SafeText,
        /// Where it was given.
        origin: Origin,
        /// The activity it serves.
        activity: Option<ActivityKey>,
    },
}

/// What is to be done, and who answers for it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Concern {
    /// What is under control.
    pub matter: Matter,
    /// What is to be done.
    pub text: SafeText,
    /// Who is responsible, as papers name them; empty when nobody is named.
    pub executor: SafeText,
}

/// Something that was due in the period.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Task {
    /// What, and who.
    pub concern: Concern,
    /// Its date, the moved one if it was moved.
    pub due: Date,
    /// How often that was moved.
    pub moves: usize,
    /// The day it was done; of nothing else.
    pub done: Option<Date>,
    /// What became of it.
    pub outcome: Outcome,
}

/// A date of the period that was moved, within it or out of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Moved {
    /// What, and who.
    pub concern: Concern,
    /// From when to when, and why.
    pub step: DueMove,
}

/// How many. The five outcomes add up to `all`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Due in the period.
    pub all: usize,
    /// Of these, done by their date.
    pub in_time: usize,
    /// Of these, done after it.
    pub late: usize,
    /// Of these, not done although the date has passed.
    pub missed: usize,
    /// Of these, not done, and the date has not passed.
    pub pending: usize,
    /// Of these, cancelled or taken off control as no longer relevant.
    pub dropped: usize,
    /// Of these, with a date that had been moved.
    pub after_move: usize,
    /// Moves of dates of the period, also out of it.
    pub moves: usize,
}

impl Counts {
    fn add_task(&mut self, task: &Task) {
        self.all += 1;
        self.after_move += usize::from(task.moves > 0);
        *match task.outcome {
            Outcome::InTime => &mut self.in_time,
            Outcome::Late => &mut self.late,
            Outcome::Missed => &mut self.missed,
            Outcome::Pending => &mut self.pending,
            Outcome::Dropped => &mut self.dropped,
        } += 1;
    }

    /// The share done in time of all that is decided, in percent; `None` while nothing is.
    pub fn in_time_percent(&self) -> Option<usize> {
        percent(self.in_time, self.in_time + self.late + self.missed)
    }
}

/// What was due in a period, and what was moved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Report {
    /// The period.
    pub period: Span,
    /// The day all is looked at from.
    pub as_of: AsOf,
    /// What was due, by date.
    pub tasks: Vec<Task>,
    /// What was moved, by the date before.
    pub moved: Vec<Moved>,
}

impl Report {
    /// Collects what was due in a period, as it stands on a day.
    pub fn over(workspace: &Workspace, period: Span, as_of: AsOf) -> Self {
        let mut report = Self {
            period,
            as_of,
            tasks: Vec::new(),
            moved: Vec::new(),
        };
        let ledger = workspace.ledger();
        for (activity, view) in workspace.activities() {
            if workspace.is_meeting_itself(activity.key) {
                continue;
            }
            for occurrence in view.occurrences.iter() {
                // What was due before anybody kept a record is no question of discipline.
                if workspace.was_before_record(activity.key, occurrence, as_of.day) {
                    continue;
                }
                let marks = workspace.marks_of(activity.key, occurrence.window.first);
                let marks = marks.filter(|mark| mark.true_from() <= as_of.day);
                let course = Course::of_marks(occurrence.due, marks);
                report.take(&course, || {
                    workspace.concern_of_point(activity.key, occurrence.window)
                });
            }
        }
        for entry in ledger.entries() {
            if workspace.assignment_entry(entry.id).is_none() || entry.day() > as_of.day {
                continue;
            }
            let words = ledger.controls(entry.id).iter();
            let (course, _) = Course::of_control(
                entry.content.due,
                words.filter(|word| word.true_from() <= as_of.day),
            );
            report.take(&course, || workspace.concern_of_assignment(entry));
        }
        report
            .tasks
            .sort_by_key(|task| (task.due, task.concern.order()));
        let order = |moved: &Moved| (moved.step.from, moved.concern.order(), moved.step.said);
        report.moved.sort_by_key(order);
        report
    }

    fn take(&mut self, course: &Course, concern: impl Fn() -> Concern) {
        for step in &course.moves {
            if self.period.contains(step.from) {
                self.moved.push(Moved {
                    concern: concern(),
                    step: step.clone(),
                });
            }
        }
        if let Some(due) = course.due.filter(|due| self.period.contains(*due)) {
            let outcome = match course.done {
                _ if course.is_dropped => Outcome::Dropped,
                Some(done) if done > due => Outcome::Late,
                Some(_) => Outcome::InTime,
                None if self.as_of.has_passed(due) => Outcome::Missed,
                None => Outcome::Pending,
            };
            self.tasks.push(Task {
                concern: concern(),
                due,
                moves: course.moves.len(),
                done: course.done,
                outcome,
            });
        }
    }

    /// All together.
    pub fn total(&self) -> Counts {
        self.counts_by(|_| ()).remove(&()).unwrap_or_default()
    }

    /// Counted apart by anything known of a concern.
    pub fn counts_by<K: Ord>(&self, key: impl Fn(&Concern) -> K) -> BTreeMap<K, Counts> {
        let mut counts: BTreeMap<K, Counts> = BTreeMap::new();
        for task in &self.tasks {
            let own = counts.entry(key(&task.concern)).or_default();
            own.add_task(task);
        }
        for moved in &self.moved {
            counts.entry(key(&moved.concern)).or_default().moves += 1;
        }
        counts
    }
}

impl Concern {
    /// The activity of the plan it is of, or serves.
    pub fn activity(&self) -> Option<ActivityKey> {
        match self.matter {
            Matter::Point { activity, .. } => Some(activity),
            Matter::Assignment { activity, .. } => activity,
        }
    }

    /// Of one day: points in the order of the plan, then assignments in the order they were given.
    fn order(&self) -> (bool, Option<ActivityKey>, Date, Option<Id>) {
        match self.matter {
            Matter::Point {
                activity, window, ..
            } => (false, Some(activity), window.first, None),
            Matter::Assignment { id, origin, .. } => (true, None, origin.day(), Some(id)),
        }
    }
}

impl Workspace {
    fn concern_of_point(&self, activity: ActivityKey, window: Span) -> Concern {
        let known = self.activity(activity);
        let executor = known.and_then(|(_, view)| view.carried_out_by().first());
        Concern {
            matter: Matter::Point {
                activity,
                point: SafeText::from(self.printed_point(activity)),
                window,
            },
            text: known
                .map(|(activity, _)| activity.title.clone())
                .unwrap_or_default(),
            executor: executor
                .map(|mention| {
                    let name = mention.subject.as_ref().map(|id| self.paper_name(id));
                    name.unwrap_or_else(|| mention.text.clone())
                })
                .unwrap_or_default(),
        }
    }

    fn concern_of_assignment(&self, entry: &Entry) -> Concern {
        let executor = entry.content.executors.first();
        Concern {
            matter: Matter::Assignment {
                id: entry.id,
                number: self.entry_number(entry).unwrap_or_default(),
                origin: entry.origin,
                activity: match entry.item {
                    ItemKey::Activity(id) => Some(id),
                    _ => None,
                },
            },
            text: SafeText::line(&entry.content.text),
            executor: executor.map(|id| self.paper_name(id)).unwrap_or_default(),
        }
    }
}

#[cfg(test)]
mod tests;
