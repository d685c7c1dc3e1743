//! Who owes what: duties of every subject, counted.

mod collected;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::date::Date;
use super::super::document::{ActivityKey, DocumentKey, HeadingKey};
use super::super::safe_text::SafeText;
use super::super::subject::SubjectId;
use super::super::workspace::AssignmentView;
use super::{Standing, Timing, Workspace};
use collected::Collected;

/// In which capacity a subject owes something.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Role {
    /// Column 4: the responsible subject.
    Responsible,
    /// First of column 5, or first executor of an assignment.
    Executor,
    /// The others of column 5, or of an assignment.
    CoExecutor,
    /// Who controls the document it is of: «Контроль … возложить на …».
    Controller,
}

/// One thing owed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Duty {
    /// The open occurrence of an activity.
    Activity {
        /// Which activity.
        activity: ActivityKey,
        /// Where it stands.
        standing: Standing,
    },
    /// An assignment under control.
    Assignment(AssignmentView),
}

impl Role {
    /// Of executors named one after the other the one at a place, counted from 0.
    fn at(place: usize) -> Self {
        if place == 0 {
            Self::Executor
        } else {
            Self::CoExecutor
        }
    }
}

impl Duty {
    /// The document it is of; an assignment is of the one it was given on.
    pub fn document(&self, workspace: &Workspace) -> Option<DocumentKey> {
        let activity = match self {
            Self::Activity { activity, .. } => Some(*activity),
            Self::Assignment(view) => workspace.item_activity(view.item),
        };
        Some(workspace.document_of(activity?)?.key)
    }

    /// When it is due.
    pub fn due(&self) -> Option<Date> {
        match self {
            Self::Activity { standing, .. } => standing.due,
            Self::Assignment(assignment) => assignment.due,
        }
    }

    /// How near that is.
    pub fn timing(&self) -> Timing {
        match self {
            Self::Activity { standing, .. } => standing.timing,
            Self::Assignment(assignment) => assignment.timing,
        }
    }
}

/// How much is owed.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Counts {
    /// Everything open.
    pub open: usize,
    /// Of it, overdue.
    pub overdue: usize,
    /// Of it, due within seven days from the day asked, that day included.
    pub this_week: usize,
}

impl Counts {
    fn add(&mut self, timing: Timing) {
        self.open += 1;
        match timing {
            Timing::Overdue(_) => self.overdue += 1,
            Timing::Due(days) if days < 7 => self.this_week += 1,
            _ => {}
        }
    }
}

/// Whether what a group owes is counted with its members.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Groups {
    /// A group's duties are its members' too.
    #[default]
    Expanded,
    /// They stand with the group alone.
    Folded,
}

/// The duties of all subjects on a day.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Duties {
    all: Vec<Duty>,
    by_subject: BTreeMap<SubjectId, Owed>,
}

/// What one subject owes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
struct Owed {
    /// In which capacity what, as places in [`Duties::all`], the most urgent first.
    duties: Vec<(Role, usize)>,
    counts: Counts,
    assignments: usize,
    /// Open activities under each outermost heading, in the order of the documents.
    by_heading: Vec<(HeadingKey, usize)>,
}

/// What of all that is owed is looked at; by itself everything.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Only {
    /// Of this document alone, what was assigned on its points included.
    pub document: Option<DocumentKey>,
    /// Under the control of this one alone.
    pub controller: Option<SafeText>,
}

impl Workspace {
    /// What everybody owes on a day, kept until something changes.
    pub fn duties(&self, day: Date, groups: Groups) -> Arc<Duties> {
        self.duties_under(day, groups, None)
    }

    /// The same of what one controls alone; nothing for all.
    pub fn duties_under(
        &self,
        day: Date,
        groups: Groups,
        controller: Option<&SafeText>,
    ) -> Arc<Duties> {
        let controller = controller.cloned();
        self.kept.duties.of((day, groups, controller.clone()), || {
            let only = Only {
                controller,
                ..Only::default()
            };
            Duties::narrowed(self, day, groups, &only)
        })
    }
}

impl Duties {
    /// Collects what is open on a day. A group's duties are its members' too.
    pub fn on(workspace: &Workspace, day: Date) -> Self {
        Self::counted(workspace, day, Groups::Expanded)
    }

    /// Collects what is open on a day, with groups expanded or folded.
    pub fn counted(workspace: &Workspace, day: Date, groups: Groups) -> Self {
        Self::narrowed(workspace, day, groups, &Only::default())
    }

    /// Collects of it what is asked for.
    pub fn narrowed(workspace: &Workspace, day: Date, groups: Groups, only: &Only) -> Self {
        let controlled = only
            .controller
            .as_ref()
            .map(|who| workspace.controlled_by(who));
        let is_meant = |duty: &Duty| {
            (only.document.is_none() || duty.document(workspace) == only.document)
                && controlled.as_ref().is_none_or(|it| it.duty(duty))
        };
        let mut duties = Collected::new(workspace, groups);
        for (activity, view) in workspace.activities() {
            let Some(standing) = workspace.standing_owed(activity.key, day) else {
                continue;
            };
            if standing.is_closed() {
                continue;
            }
            let duty = Duty::Activity {
                activity: activity.key,
                standing,
            };
            if !is_meant(&duty) {
                continue;
            }
            let responsible = view.responsible.iter().filter_map(|it| it.subject.as_ref());
            let executors = view.executors.iter().enumerate();
            let executors =
                executors.filter_map(|(place, it)| Some((Role::at(place), it.subject.as_ref()?)));
            let controllers = duties.controllers(activity.key);
            let owed = responsible
                .map(|id| (Role::Responsible, id))
                .chain(executors)
                .chain(controllers.iter().map(|id| (Role::Controller, id)));
            duties.add(duty, owed);
        }
        for assignment in workspace.assignments_on(day).all() {
            if assignment.state.is_closed() {
                continue;
            }
            let duty = Duty::Assignment(assignment.clone());
            if is_meant(&duty) {
                let executors = assignment.executors.iter().enumerate();
                duties.add(duty, executors.map(|(place, id)| (Role::at(place), id)));
            }
        }
        duties.sorted()
    }

    /// Everything owed, in the order of the plan, then assignments.
    pub fn all(&self) -> &[Duty] {
        &self.all
    }

    /// What one subject owes, the most urgent first.
    pub fn of(&self, subject: &SubjectId) -> Vec<(Role, &Duty)> {
        let owed = self.by_subject.get(subject).into_iter();
        owed.flat_map(|owed| &owed.duties)
            .filter_map(|(role, index)| Some((*role, self.all.get(*index)?)))
            .collect()
    }

    /// How many duties one subject has.
    pub fn count_of(&self, subject: &SubjectId) -> usize {
        let owed = self.by_subject.get(subject);
        owed.map_or(0, |owed| owed.duties.len())
    }

    /// Some of what one subject owes, from a place on, the most urgent first.
    pub fn some_of(&self, subject: &SubjectId, from: usize, most: usize) -> Vec<(Role, &Duty)> {
        let owed = self.by_subject.get(subject);
        let duties = owed.and_then(|owed| owed.duties.get(from..));
        let shown = duties.unwrap_or_default().iter().take(most);
        shown
            .filter_map(|(role, index)| Some((*role, self.all.get(*index)?)))
            .collect()
    }

    /// How much one subject owes.
    pub fn counts(&self, subject: &SubjectId) -> Counts {
        let owed = self.by_subject.get(subject);
        owed.map(|owed| owed.counts).unwrap_or_default()
    }

    /// How many open activities one subject has under each outermost heading, in the order of the
    /// documents; and how many assignments.
    pub fn by_heading(&self, subject: &SubjectId) -> (&[(HeadingKey, usize)], usize) {
        let owed = self.by_subject.get(subject);
        owed.map_or((&[], 0), |owed| (&owed.by_heading, owed.assignments))
    }

    /// How many assignments one subject has.
    pub fn assignments_of(&self, subject: &SubjectId) -> usize {
        let owed = self.by_subject.get(subject);
        owed.map_or(0, |owed| owed.assignments)
    }

    /// How much is owed in all.
    pub fn total(&self) -> Counts {
        let mut counts = Counts::default();
        for duty in &self.all {
            counts.add(duty.timing());
        }
        counts
    }
}
