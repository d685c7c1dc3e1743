//! Assignments as they stand on a day, from what was given and what was said of their control
//! (domain.md 1.7).

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::Datelike;

use super::super::agenda::ItemKey;
use super::super::control::{AssignmentState, Control};
use super::super::date::{Date, Span};
use super::super::entry::EntryKind;
use super::super::id::Id;
use super::super::ledger::Entry;
use super::super::meeting::MeetingState;
use super::super::origin::Origin;
use super::super::safe_text::SafeText;
use super::super::subject::SubjectId;
use super::{Course, Timing, Workspace};

/// An assignment as it stands on a day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AssignmentView {
    /// The entry that is the assignment.
    pub id: Id,
    /// The meeting that gave it, or the day between meetings.
    pub origin: Origin,
    /// Its number in those minutes: «2.1»; empty for one given between meetings.
    pub number: SafeText,
    /// The agenda item it belongs to: the one it was given on, or the one of another document that
    /// goes on with that.
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
    /// The meeting at which it is to be heard, as long as it was not.
    pub hear_on: Option<Date>,
    /// The day of the last word on its control.
    pub last_word: Option<Date>,
}

/// All assignments as they stand on a day, to be looked up.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Assignments {
    all: Vec<AssignmentView>,
    by_item: BTreeMap<ItemKey, Vec<usize>>,
    by_id: BTreeMap<Id, usize>,
}

impl Assignments {
    pub(super) fn new(all: Vec<AssignmentView>) -> Self {
        let mut by_item: BTreeMap<ItemKey, Vec<usize>> = BTreeMap::new();
        for (place, view) in all.iter().enumerate() {
            by_item.entry(view.item).or_default().push(place);
        }
        let by_id = all.iter().enumerate();
        Self {
            by_id: by_id.map(|(place, view)| (view.id, place)).collect(),
            by_item,
            all,
        }
    }

    /// All of them, oldest first.
    pub fn all(&self) -> &[AssignmentView] {
        &self.all
    }

    /// One of them.
    pub fn get(&self, id: Id) -> Option<&AssignmentView> {
        self.all.get(*self.by_id.get(&id)?)
    }

    /// Those dealt with under an agenda item, oldest first: given on it, or the one it is.
    pub fn of(&self, item: ItemKey) -> impl Iterator<Item = &AssignmentView> {
        let own = match item {
            ItemKey::Assignment(id) => self.by_id.get(&id).copied(),
            _ => None,
        };
        let given = self.by_item.get(&item).into_iter().flatten().copied();
        let mut places: Vec<usize> = given.chain(own).collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().filter_map(|place| self.all.get(place))
    }
}

impl Workspace {
    /// All assignments given up to and including a day, oldest first, as they stand on it.
    pub fn assignments(&self, day: Date) -> Vec<AssignmentView> {
        self.assignments_on(day).all().to_vec()
    }

    /// The same, kept until something changes, and to be looked up.
    pub fn assignments_on(&self, day: Date) -> Arc<Assignments> {
        self.kept
            .assignments
            .of(day, || Assignments::new(self.find_assignments(day)))
    }

    pub(super) fn find_assignments(&self, day: Date) -> Vec<AssignmentView> {
        let mut views: Vec<AssignmentView> = self
            .ledger()
            .entries()
            .filter(|entry| entry.content.kind == EntryKind::Assignment && entry.day() <= day)
            .map(|entry| self.assignment_view(entry, day))
            .collect();
        views.sort_by_key(|view| (view.origin.day(), view.id));
        views
    }

    /// One assignment as it stands on a day.
    pub fn assignment(&self, id: Id, day: Date) -> Option<AssignmentView> {
        let entry = self.ledger().entry(id)?;
        (entry.content.kind == EntryKind::Assignment).then(|| self.assignment_view(entry, day))
    }

    /// The assignments that put a line on the agenda of a meeting: given before it, still under
    /// control, and to be heard at it or due before its week is over.
    pub fn assignments_called(&self, date: Date) -> Vec<AssignmentView> {
        let all = self.assignments_on(date);
        let called = all
            .all()
            .iter()
            .filter(|view| self.puts_on_agenda(view, date));
        called.cloned().collect()
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
        self.assignments_on(date)
            .all()
            .iter()
            .filter(|view| view.origin.is_before_meeting(date))
            .filter(|view| !view.state.is_closed())
            .filter(|view| {
                view.is_to_be_heard(date)
                    || view.due.is_some_and(|due| due <= date)
                    || self.asks_since_exclusion(view, date)
            })
            .filter(|view| is_on_agenda(view) && !is_decided(view))
            .cloned()
            .collect()
    }

    fn assignment_view(&self, entry: &Entry, day: Date) -> AssignmentView {
        let words = self.ledger().controls(entry.id).iter();
        let said = || words.clone().filter(|word| word.day <= day);
        let (course, state) = Course::of_control(entry.content.due, said());
        let mut view = AssignmentView {
            id: entry.id,
            origin: entry.origin,
            number: self.entry_number(entry).unwrap_or_default(),
            item: self.ledger().item_on(entry.item, day),
            text: SafeText::line(&entry.content.text),
            executors: entry.content.executors.clone(),
            controller: entry.content.controller.clone(),
            first_due: entry.content.due,
            due: course.due,
            timing: Timing::Undated,
            state,
            extensions: course.moves.len(),
            hear_on: self.to_be_heard(entry, day),
            last_word: said().map(|word| word.day).max(),
        };
        view.timing = match view.due {
            _ if view.state.is_closed() => Timing::Closed,
            None => Timing::Undated,
            Some(due) if due < day => Timing::Overdue(day.days_since(due)),
            Some(due) => Timing::Due(due.days_since(day)),
        };
        view
    }

    /// The meeting an assignment was put down to be heard at, while it was not: until something
    /// is decided on it, or dealt with under its item, at that meeting or after it.
    fn to_be_heard(&self, entry: &Entry, day: Date) -> Option<Date> {
        let standing = self.ledger().standing_controls(entry.id);
        let words = || standing.iter().filter(|word| word.day <= day);
        let (asked, on) = words().rev().find_map(|word| match word.control {
            Control::HearOn { meeting } => Some((word.day, self.meeting_in_place_of(meeting))),
            _ => None,
        })?;
        let is_decided = words().any(|word| {
            !matches!(word.control, Control::Reported | Control::HearOn { .. })
                && word.day >= on
                && word.day > asked
        });
        let was_dealt_with = self
            .ledger()
            .meetings()
            .range(on..day.max(on))
            .filter(|(date, meeting)| **date > asked && meeting.state == MeetingState::Finished)
            .any(|(date, meeting)| {
                let item = self.item_of_assignment(meeting, entry);
                self.is_considered(*date, item)
            });
        (!is_decided && !was_dealt_with).then_some(on)
    }

    /// The day a meeting is held on that was meant for a day: that very day, or the one it was
    /// moved to by the chair or off a day off.
    fn meeting_in_place_of(&self, day: Date) -> Date {
        let mut on = day;
        // A meeting may have been moved more than once; round in a circle it leads nowhere.
        for _ in 0..8 {
            let state = self.ledger().meeting(on).map(|meeting| &meeting.state);
            match state {
                Some(MeetingState::NotHeld { moved_to, .. }) => match moved_to {
                    Some(to) => on = *to,
                    None => return on,
                },
                Some(_) => return on,
                None => break,
            }
        }
        if on.weekday() == self.settings().weekday.into() {
            return self.meeting_day_of_week(on).unwrap_or(on);
        }
        on
    }
}

impl AssignmentView {
    /// Whether it puts a line on the agenda of a meeting, which answers for some days.
    pub fn is_called_at(&self, days: Span) -> bool {
        self.origin.is_before_meeting(days.first)
            && !self.state.is_closed()
            && (self.is_to_be_heard(days.first) || self.due.is_some_and(|due| due <= days.last))
    }

    /// Whether it is to be heard at the meeting of a day: put down for it, or for an earlier one
    /// at which it was not heard.
    pub fn is_to_be_heard(&self, date: Date) -> bool {
        self.hear_on.is_some_and(|on| on <= date)
    }
}
