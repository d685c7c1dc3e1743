//! How something under control went: its due date with every move, and the day it was done. One
//! rule for the agenda, the counts, the report and the papers.

use super::super::control::AssignmentState;
use super::super::control::Control;
use super::super::date::Date;
use super::super::ledger::{ControlEntry, MarkEntry, unreplaced};
use super::super::mark::Status;
use super::super::safe_text::SafeText;

/// A due date was moved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DueMove {
    /// When it was said.
    pub said: Date,
    /// The date before.
    pub from: Date,
    /// The date from then on.
    pub to: Date,
    /// Why; empty when nobody gave a reason.
    pub reason: SafeText,
}

/// How a control point or an assignment went, as far as it is asked.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Course {
    /// Its due date: the first one, or the one it was last moved to. A moved date holds until
    /// somebody moves it again, whatever else is said in between.
    pub due: Option<Date>,
    /// Every move of it, oldest first.
    pub moves: Vec<DueMove>,
    /// Since when it has been done without a break.
    pub done: Option<Date>,
    /// Whether it was cancelled, or dropped as no longer relevant.
    pub is_dropped: bool,
}

impl Course {
    /// The course of a control point whose due date by the plan is `due`, from the marks of it
    /// that count.
    pub fn of_marks<'a>(due: Option<Date>, marks: impl Iterator<Item = &'a MarkEntry>) -> Self {
        let mut marks: Vec<&MarkEntry> = marks.collect();
        marks.sort_by_key(|mark| mark.day);
        let mut course = Self {
            due,
            ..Self::default()
        };
        let mut before_meeting = None;
        for mark in marks {
            before_meeting = mark.meeting.map(|meeting| match before_meeting {
                Some((known, due, moves)) if known == meeting => (meeting, due, moves),
                _ => (meeting, course.due, course.moves.len()),
            });
            // What a meeting corrects in its own words was never moved: its minutes do not say so.
            if let (Some((_, due, moves)), true) = (before_meeting, replaces_a_move(&mark.status)) {
                course.due = due;
                course.moves.truncate(moves);
            }
            match &mark.status {
                Status::Done => {
                    course.is_dropped = false;
                    course.report_done(mark.day, mark.happened);
                }
                Status::Cancelled { .. } => {
                    course.is_dropped = true;
                    course.done = None;
                }
                status => {
                    course.is_dropped = false;
                    course.done = None;
                    // An edition that sets the deadline anew has the last word on it.
                    if let Status::Postponed { to, reason } = status
                        && !mark.is_overruled
                    {
                        course.move_to(mark.day, *to, reason.clone());
                    }
                }
            }
        }
        course
    }

    /// The course of an assignment first due on `due`, from the words on its control that count,
    /// and where it stands after them.
    pub fn of_control<'a>(
        due: Option<Date>,
        words: impl Iterator<Item = &'a ControlEntry>,
    ) -> (Self, AssignmentState) {
        let mut words: Vec<&ControlEntry> = words.collect();
        words.sort_by_key(|word| word.day);
        let mut course = Self {
            due,
            ..Self::default()
        };
        let mut state = AssignmentState::Open;
        for word in unreplaced(words.into_iter()) {
            match &word.control {
                Control::Reported => {
                    state = AssignmentState::Reported;
                    course.report_done(word.day, word.happened);
                }
                Control::Lifted => {
                    state = AssignmentState::Lifted;
                    course.report_done(word.day, word.happened);
                }
                Control::Dropped { .. } => {
                    state = AssignmentState::Dropped;
                    course.done = None;
                }
                Control::Kept { until } => {
                    state = AssignmentState::Open;
                    course.done = None;
                    course.move_to(word.day, *until, SafeText::default());
                }
                Control::Extended { to, reason } => {
                    state = AssignmentState::Open;
                    course.done = None;
                    course.move_to(word.day, *to, reason.clone());
                }
                Control::HearOn { .. } => {}
            }
            course.is_dropped = state == AssignmentState::Dropped;
        }
        (course, state)
    }

    /// The day it was moved to, if it was moved.
    pub fn moved_to(&self) -> Option<Date> {
        self.due.filter(|_| !self.moves.is_empty())
    }

    fn move_to(&mut self, said: Date, to: Date, reason: SafeText) {
        if let Some(from) = self.due.filter(|from| *from != to) {
            self.moves.push(DueMove {
                said,
                from,
                to,
                reason,
            });
        }
        self.due = Some(to);
    }

    /// The first word that it is done counts, unless a later one says the day.
    fn report_done(&mut self, said: Date, happened: Option<Date>) {
        self.done = happened.or(self.done).or(Some(said));
    }
}

/// Whether a word takes the place of a postponement said before it at the same meeting; progress
/// is said of the moved date.
pub(super) fn replaces_a_move(status: &Status) -> bool {
    matches!(
        status,
        Status::Done | Status::Cancelled { .. } | Status::Postponed { .. }
    )
}

#[cfg(test)]
mod tests;
