//! What was due in a period and what became of it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::agenda::ItemKey;
use crate::domain::control::Control;
use crate::domain::date::{Date, Span};
use crate::domain::fold::fold;
use crate::domain::mark::Status;
use crate::domain::plan::ActivityId;
use crate::domain::safe_text::SafeText;
use crate::domain::workspace::Workspace;
use crate::domain::workspace::{AssignmentState, AssignmentView};

/// What became of something that was due.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub(in super::super::super) enum Outcome {
    /// Done by its date.
    OnTime,
    /// Done after it.
    Late,
    /// Not done, and the date has passed.
    Overdue,
    /// Not done, and the date is not over.
    Pending,
    /// Cancelled.
    Dropped,
}

/// Something that was due in the period.
#[derive(Clone, Debug, Serialize)]
pub(in super::super::super) struct Task {
    /// «1.2.3» for an activity, «п. 2.1 от 25.05.2023» for an assignment.
    pub(in super::super::super) number: String,
    /// What was to be done.
    pub(in super::super::super) text: SafeText,
    /// Who was responsible.
    pub(in super::super::super) executor: SafeText,
    /// The direction of the plan it serves.
    pub(in super::super::super) direction: Option<u8>,
    /// Its date at the end of the period.
    pub(in super::super::super) due: Date,
    /// How often that was moved.
    pub(in super::super::super) moved: usize,
    /// The day it was reported done.
    pub(in super::super::super) done: Option<Date>,
    /// What became of it.
    pub(in super::super::super) outcome: Outcome,
}

/// How many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[allow(missing_docs, reason = "the names say it")]
pub(in super::super::super) struct Counts {
    pub(in super::super::super) all: usize,
    pub(in super::super::super) on_time: usize,
    pub(in super::super::super) late: usize,
    pub(in super::super::super) overdue: usize,
    pub(in super::super::super) pending: usize,
    pub(in super::super::super) dropped: usize,
    pub(in super::super::super) moved: usize,
}

impl Counts {
    fn add(&mut self, task: &Task) {
        self.all += 1;
        self.moved += usize::from(task.moved > 0);
        match task.outcome {
            Outcome::OnTime => self.on_time += 1,
            Outcome::Late => self.late += 1,
            Outcome::Overdue => self.overdue += 1,
            Outcome::Pending => self.pending += 1,
            Outcome::Dropped => self.dropped += 1,
        }
    }

    /// The share done in time of all that is decided: «75 %», or a dash.
    pub(super) fn share(&self) -> String {
        let decided = self.on_time + self.late + self.overdue;
        match (self.on_time * 200 + decided).checked_div(decided * 2) {
            Some(percent) => format!("{percent} %"),
            None => "–".to_owned(),
        }
    }
}

/// Everything that was due in a period.
#[derive(Clone, Debug, Serialize)]
pub(in super::super::super) struct Report {
    /// The period; its last day is the day all is looked at from.
    pub(in super::super::super) period: Span,
    /// By date.
    pub(in super::super::super) tasks: Vec<Task>,
}

impl Report {
    /// Collects what was due in a period.
    pub(in super::super::super) fn over(workspace: &Workspace, period: Span) -> Self {
        let mut tasks: Vec<Task> = workspace
            .assignments(period.last)
            .iter()
            .filter_map(|assignment| assignment_task(workspace, assignment, period))
            .collect();
        for (activity, view) in workspace.activities() {
            if Some(activity.id) == workspace.settings().meeting_activity {
                continue;
            }
            for index in 0..view.occurrences.len() {
                tasks.extend(occurrence_task(workspace, activity.id, index, period));
            }
        }
        tasks.sort_by(|one, other| (one.due, &one.number).cmp(&(other.due, &other.number)));
        Self { period, tasks }
    }

    /// All together.
    pub(in super::super::super) fn total(&self) -> Counts {
        let mut counts = Counts::default();
        self.tasks.iter().for_each(|task| counts.add(task));
        counts
    }

    /// By the first executor, alphabetically.
    pub(in super::super::super) fn by_subject(&self) -> Vec<(String, Counts)> {
        let mut counts: BTreeMap<(String, &str), Counts> = BTreeMap::new();
        for task in &self.tasks {
            let key = (fold(&task.executor), task.executor.as_str());
            counts.entry(key).or_default().add(task);
        }
        counts
            .into_iter()
            .map(|((_, name), counts)| (name.to_owned(), counts))
            .collect()
    }

    /// By direction of the plan; what serves none comes last.
    pub(in super::super::super) fn by_direction(
        &self,
        workspace: &Workspace,
    ) -> Vec<(String, Counts)> {
        let mut counts: BTreeMap<u8, Counts> = BTreeMap::new();
        for task in &self.tasks {
            let key = task.direction.unwrap_or(u8::MAX);
            counts.entry(key).or_default().add(task);
        }
        let title = |number: u8| {
            let directions = &workspace.plan().directions;
            directions
                .iter()
                .find(|direction| direction.number == number)
                .map_or_else(
                    || "Вне комплекса мер".to_owned(),
                    |direction| format!("{number}. {}", direction.title),
                )
        };
        counts
            .into_iter()
            .map(|(number, counts)| (title(number), counts))
            .collect()
    }
}

fn judge(is_done: bool, done: Option<Date>, due: Date, today: Date) -> Outcome {
    match (is_done, done) {
        (true, Some(done)) if done > due => Outcome::Late,
        (true, _) => Outcome::OnTime,
        (false, _) if due < today => Outcome::Overdue,
        (false, _) => Outcome::Pending,
    }
}

fn assignment_task(
    workspace: &Workspace,
    assignment: &AssignmentView,
    period: Span,
) -> Option<Task> {
    let due = assignment.due.filter(|due| period.contains(*due))?;
    // The executor's word counts, or the chair's where nobody reported.
    let mut done = None;
    for word in workspace.ledger().controls(assignment.id) {
        match word.control {
            _ if word.day > period.last => {}
            Control::Reported => done = Some(word.day),
            Control::Lifted => done = done.or(Some(word.day)),
            Control::Kept { .. } | Control::Extended { .. } => done = None,
            Control::Dropped { .. } | Control::HearOn { .. } => {}
        }
    }
    let outcome = match assignment.state {
        AssignmentState::Dropped => Outcome::Dropped,
        AssignmentState::Open => judge(false, None, due, period.last),
        AssignmentState::Reported | AssignmentState::Lifted => judge(true, done, due, period.last),
    };
    let from = assignment
        .minutes
        .map(|day| format!(" от {}", super::date(day)))
        .unwrap_or_default();
    Some(Task {
        number: format!("п. {}{from}", assignment.number),
        text: assignment.text.clone(),
        executor: assignment
            .executors
            .first()
            .map(|id| workspace.paper_name(id))
            .unwrap_or_default(),
        direction: match assignment.item {
            ItemKey::Activity(id) => Some(id.direction),
            _ => None,
        },
        due,
        moved: assignment.extensions,
        done,
        outcome,
    })
}

fn occurrence_task(
    workspace: &Workspace,
    id: ActivityId,
    index: usize,
    period: Span,
) -> Option<Task> {
    let standing = workspace.standing_of(id, index, period.last)?;
    let due = standing.due.filter(|due| period.contains(*due))?;
    let (activity, view) = workspace.activity(id)?;
    let first = standing.occurrence.window.first;
    let moved = workspace
        .ledger()
        .marks(id)
        .iter()
        .filter(|mark| {
            mark.occurrence == first
                && mark.day <= period.last
                && matches!(mark.status, Status::Postponed { .. })
        })
        .count();
    let done = standing
        .is_closed()
        .then(|| workspace.mark_on(id, first, period.last))
        .flatten()
        .map(|mark| mark.day);
    let outcome = match standing.status {
        Some(Status::Cancelled { .. }) => Outcome::Dropped,
        _ => judge(standing.is_closed(), done, due, period.last),
    };
    let executor = view.executors.first().map(|mention| {
        mention
            .subject
            .as_ref()
            .map_or_else(|| mention.text.clone(), |id| workspace.paper_name(id))
    });
    Some(Task {
        number: id.to_string(),
        text: activity.title.clone(),
        executor: executor.unwrap_or_default(),
        direction: Some(id.direction),
        due,
        moved,
        done,
        outcome,
    })
}
