//! What a mark on a line of an agenda can mean: the assignments it is on the agenda for, and the
//! control point of its activity as far as that has a reason of its own to be there.

use super::super::agenda::{ItemKey, Section};
use super::super::control::Control;
use super::super::date::Date;
use super::super::document::ActivityKey;
use super::super::id::Id;
use super::{AssignmentView, Workspace};

/// What a mark goes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MarkTarget {
    /// A control point.
    Point {
        /// Of which activity.
        activity: ActivityKey,
        /// First day of its window: its name.
        occurrence: Date,
    },
    /// An assignment.
    Assignment(Id),
}

impl Workspace {
    /// What a mark on the line of an item can mean at the meeting of a day: one thing, or several
    /// to be asked about. Never a point that is on nobody's mind: with an assignment due on the
    /// line, the point is meant only when it is owed, near or was spoken of here; one that is
    /// merely silent only by a mark that does not close it.
    pub fn mark_targets(&self, date: Date, item: ItemKey, closes: bool) -> Vec<MarkTarget> {
        let activity = match item {
            ItemKey::Assignment(id) => return vec![MarkTarget::Assignment(id)],
            ItemKey::Topic(_) => return Vec::new(),
            ItemKey::Activity(activity) => activity,
        };
        let mut targets: Vec<MarkTarget> = self
            .assignments_on(date)
            .of(item)
            .filter(|view| self.is_called(view, date))
            .map(|view| MarkTarget::Assignment(view.id))
            .collect();
        let is_meant = targets.is_empty()
            || self.mark_at(activity, date).is_some()
            || self
                .own_line(activity, date)
                .is_some_and(|line| !closes || line.section != Section::Silent);
        if is_meant && let Some(standing) = self.standing(activity, date) {
            targets.push(MarkTarget::Point {
                activity,
                occurrence: standing.occurrence.window.first,
            });
        }
        targets
    }

    /// Whether an assignment is one of those a line of the agenda is about: called for this
    /// meeting, or decided on at it, so that a second key corrects the first.
    fn is_called(&self, view: &AssignmentView, date: Date) -> bool {
        let is_own_line = || {
            let meeting = self.ledger().meeting(date);
            meeting.is_some_and(|it| it.line(ItemKey::Assignment(view.id)).is_some())
        };
        let is_decided_here = || {
            let words = self.ledger().controls(view.id).iter();
            words
                .filter(|word| word.meeting == Some(date))
                .any(|word| word.control != Control::Reported)
        };
        view.origin.is_before_meeting(date)
            && !is_own_line()
            && (view.is_called_at(self.until_next_meeting(date)) || is_decided_here())
    }
}
