//! Assignments as they stand on a day, from what was given and what was said of their control
//! (domain.md 1.7).

use super::super::agenda::ItemKey;
use super::super::control::Control;
use super::super::date::Date;
use super::super::entry::EntryKind;
use super::super::id::Id;
use super::super::ledger::Entry;
use super::super::safe_text::SafeText;
use super::super::subject::SubjectId;
use super::{Timing, Workspace};

/// Where an assignment stands in control.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum AssignmentState {
    /// Being worked on.
    Open,
    /// The executor has reported it done; only the chair can lift control.
    Reported,
    /// Control is lifted.
    Lifted,
    /// Lifted as no longer relevant.
    Dropped,
}

impl AssignmentState {
    /// Whether it is off control.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Lifted | Self::Dropped)
    }
}

/// An assignment as it stands on a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AssignmentView {
    /// The entry that is the assignment.
    pub id: Id,
    /// The meeting that gave it; `None` for one given between meetings.
    pub minutes: Option<Date>,
    /// Its number in those minutes: «2.1».
    pub number: SafeText,
    /// The agenda item it was given on.
    pub item: ItemKey,
    /// What is to be done.
    pub text: SafeText,
    /// Who; the first is responsible.
    pub executors: Vec<SubjectId>,
    /// Who watches over it.
    pub controller: Option<SubjectId>,
    /// The due date as first given.
    pub first_due: Option<Date>,
    /// The due date now.
    pub due: Option<Date>,
    /// How near that is.
    pub timing: Timing,
    /// Where it stands.
    pub state: AssignmentState,
    /// How often the due date was moved.
    pub extensions: usize,
    /// The meeting at which it is to be heard.
    pub hear_on: Option<Date>,
    /// The day of the last word on its control.
    pub last_word: Option<Date>,
}

impl Workspace {
    /// All assignments given up to and including a day, oldest first, as they stand on it.
    pub fn assignments(&self, day: Date) -> Vec<AssignmentView> {
        let mut views: Vec<AssignmentView> = self
            .ledger()
            .entries()
            .filter(|entry| entry.content.kind == EntryKind::Assignment && entry.day <= day)
            .map(|entry| self.assignment_view(entry, day))
            .collect();
        views.sort_by_key(|view| (view.minutes, view.id));
        views
    }

    /// One assignment as it stands on a day.
    pub fn assignment(&self, id: Id, day: Date) -> Option<AssignmentView> {
        let entry = self.ledger().entry(id)?;
        (entry.content.kind == EntryKind::Assignment).then(|| self.assignment_view(entry, day))
    }

    /// The assignments on the agenda of a meeting that are due by its day or to be heard at it, and
    /// of which nothing was decided there: the executor's report alone decides nothing.
    pub fn undecided_assignments(&self, date: Date) -> Vec<AssignmentView> {
        let Some(meeting) = self.ledger().meeting(date) else {
            return Vec::new();
        };
        let is_on_agenda = |view: &AssignmentView| {
            let own = ItemKey::Assignment(view.id);
            meeting.line(view.item).or(meeting.line(own)).is_some()
        };
        let is_decided = |view: &AssignmentView| {
            let words = self.ledger().controls(view.id).iter();
            words
                .filter(|word| word.meeting == Some(date))
                .any(|word| word.control != Control::Reported)
        };
        self.assignments(date)
            .into_iter()
            .filter(|view| view.minutes.is_some_and(|given| given < date))
            .filter(|view| !view.state.is_closed())
            .filter(|view| view.hear_on == Some(date) || view.due.is_some_and(|due| due <= date))
            .filter(|view| is_on_agenda(view) && !is_decided(view))
            .collect()
    }

    fn assignment_view(&self, entry: &Entry, day: Date) -> AssignmentView {
        let mut view = AssignmentView {
            id: entry.id,
            minutes: entry.meeting,
            number: self.entry_number(entry).unwrap_or_default(),
            item: entry.item,
            text: SafeText::line(&entry.content.text),
            executors: entry.content.executors.clone(),
            controller: entry.content.controller.clone(),
            first_due: entry.content.due,
            due: entry.content.due,
            timing: Timing::Undated,
            state: AssignmentState::Open,
            extensions: 0,
            hear_on: None,
            last_word: None,
        };
        for word in self.ledger().controls(entry.id) {
            if word.day > day {
                continue;
            }
            view.last_word = Some(word.day);
            match &word.control {
                Control::Reported => view.state = AssignmentState::Reported,
                Control::Lifted => view.state = AssignmentState::Lifted,
                Control::Dropped { .. } => view.state = AssignmentState::Dropped,
                Control::Kept { until } => {
                    view.state = AssignmentState::Open;
                    view.due = Some(*until);
                }
                Control::Extended { to, .. } => {
                    view.state = AssignmentState::Open;
                    view.due = Some(*to);
                    view.extensions += 1;
                }
                Control::HearOn { meeting } => view.hear_on = Some(*meeting),
            }
        }
        view.timing = match view.due {
            _ if view.state.is_closed() => Timing::Closed,
            None => Timing::Undated,
            Some(due) if due < day => Timing::Overdue(day.days_since(due)),
            Some(due) => Timing::Due(due.days_since(day)),
        };
        view
    }
}
