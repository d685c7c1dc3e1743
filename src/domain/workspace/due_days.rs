//! What is due on which day, over all documents.

use super::super::agenda::ItemKey;
use super::super::control::AssignmentState;
use super::super::date::{Date, Span};
use super::super::document::ActivityKey;
use super::super::mark::Status;
use super::{Timing, Workspace};

/// A working calendar never moves a due date farther than this, in days.
const FARTHEST: i64 = 31;

/// Something due on a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DueOn {
    /// The day.
    pub due: Date,
    /// What: an activity or an assignment.
    pub item: ItemKey,
    /// What was said of the control point last; nothing for assignments.
    pub status: Option<Status>,
    /// How near it is, seen from the day that was asked about.
    pub timing: Timing,
    /// Whether the chair moved it there.
    pub is_moved: bool,
}

impl Workspace {
    /// Everything whose due date lies in a span, as it stands on a day: all control points of all
    /// documents and all assignments, closed ones too, by date. The meetings themselves are left
    /// out.
    pub fn due_within(&self, span: Span, day: Date) -> Vec<DueOn> {
        let mut found: Vec<DueOn> = self
            .activities()
            .filter(|(activity, _)| !self.is_meeting_itself(activity.key))
            .flat_map(|(activity, view)| {
                let was_moved = self.was_moved(activity.key);
                let count = view.occurrences.len();
                (0..count).filter_map(move |index| {
                    let window = view.occurrences.get(index)?.window;
                    let is_near = span.first.plus_days(-FARTHEST) <= window.last
                        && window.last <= span.last.plus_days(FARTHEST);
                    if !is_near && !was_moved {
                        return None;
                    }
                    let standing = self.standing_of(activity.key, index, day)?;
                    let due = standing.due.filter(|due| span.contains(*due))?;
                    Some(DueOn {
                        due,
                        item: ItemKey::Activity(activity.key),
                        status: standing.status,
                        timing: standing.timing,
                        is_moved: standing.is_moved,
                    })
                })
            })
            .collect();
        let assignments = self.assignments_on(day);
        found.extend(assignments.all().iter().filter_map(|view| {
            let due = view.due.filter(|due| span.contains(*due))?;
            Some(DueOn {
                due,
                item: ItemKey::Assignment(view.id),
                status: None,
                timing: match view.state {
                    AssignmentState::Lifted | AssignmentState::Dropped => Timing::Closed,
                    _ => view.timing,
                },
                is_moved: view.extensions > 0,
            })
        }));
        found.sort_by_key(|it| it.due);
        found
    }

    fn was_moved(&self, activity: ActivityKey) -> bool {
        let mut marks = self.ledger().marks(activity).iter();
        marks.any(|mark| matches!(mark.status, Status::Postponed { .. }))
    }
}
