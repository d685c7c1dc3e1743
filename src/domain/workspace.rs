//! Everything the program knows at one time: the plan, the subjects, the settings and the ledger,
//! joined and ready to be asked. No I/O: somebody else loads and records.

mod duty;
mod standing;

use std::collections::BTreeMap;

use super::calendar::Calendar;
use super::date::{Date, Span};
use super::deadline::{self, Kind, Occurrence, Reading};
use super::ledger::Ledger;
use super::operation::{Operation, Record};
use super::plan::{Activity, ActivityId, Plan};
use super::settings::Settings;
use super::subject::{Mention, Registry, Subject, SubjectId, Subjects, mentions};

pub use duty::{Counts, Duties, Duty, Role};
pub use standing::{Standing, Timing};

/// What is derived of one activity and does not change from day to day.
#[derive(Clone, Debug)]
pub struct ActivityView {
    /// How its deadline is read.
    pub reading: Reading,
    /// Its occurrences, at least one: a deadline without dates has the whole period, without a due
    /// date.
    pub occurrences: Vec<Occurrence>,
    /// Whether the occurrences were set by hand.
    pub corrected: bool,
    /// Column 4, resolved.
    pub responsible: Vec<Mention>,
    /// Column 5, resolved.
    pub executors: Vec<Mention>,
}

/// The joined state.
#[derive(Clone, Debug)]
pub struct Workspace {
    plan: Plan,
    settings: Settings,
    calendar: Calendar,
    known_subjects: Registry,
    subjects: Registry,
    ledger: Ledger,
    views: BTreeMap<ActivityId, ActivityView>,
    revision: u64,
}

impl Workspace {
    /// Joins the documents and the journal.
    pub fn new(
        plan: Plan,
        subjects: Subjects,
        settings: Settings,
        calendar: Calendar,
        records: Vec<Record>,
    ) -> Self {
        let known_subjects = Registry::from(subjects);
        let mut workspace = Self {
            plan,
            settings,
            calendar,
            subjects: known_subjects.clone(),
            known_subjects,
            ledger: Ledger::fold(records),
            views: BTreeMap::new(),
            revision: 0,
        };
        workspace.derive();
        workspace
    }

    /// Takes in recorded operations.
    pub fn apply(&mut self, records: impl IntoIterator<Item = Record>) {
        let mut derived_changes = false;
        let records: Vec<Record> = records.into_iter().collect();
        for record in &records {
            derived_changes |= matches!(
                record.op,
                Operation::Retract { .. }
                    | Operation::WriteSubject { .. }
                    | Operation::CorrectReading { .. }
            );
        }
        self.ledger.extend(records);
        self.revision += 1;
        if derived_changes {
            self.derive();
        }
    }

    fn derive(&mut self) {
        self.subjects = Registry::from(self.known_subjects.clone());
        for added in self.ledger.subjects() {
            self.subjects.put(added.clone());
        }
        self.views = self
            .plan
            .activities()
            .map(|activity| (activity.id, self.view_of(activity)))
            .collect();
    }

    fn view_of(&self, activity: &Activity) -> ActivityView {
        let conventions = &self.settings.deadlines;
        let mut reading = deadline::read(&activity.term, self.plan.period, conventions);
        let correction = self.ledger.correction(activity.id);
        if let Some(windows) = correction {
            reading.windows = windows.to_vec();
            if matches!(
                reading.kind,
                Kind::Unread | Kind::Relative | Kind::Unscheduled
            ) {
                reading.kind = Kind::Windows;
            }
        }
        let mut occurrences = deadline::occurrences(
            &reading,
            self.plan.document.date,
            conventions,
            &self.calendar,
        );
        if occurrences.is_empty() {
            occurrences.push(Occurrence {
                window: self.plan.period,
                due: None,
            });
        }
        ActivityView {
            reading,
            occurrences,
            corrected: correction.is_some(),
            responsible: mentions(&activity.responsible_subject, &self.subjects),
            executors: mentions(&activity.executors, &self.subjects),
        }
    }

    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The settings.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The calendar of working days.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// Subjects of the plan and those the user added.
    pub fn subjects(&self) -> &Registry {
        &self.subjects
    }

    /// The ledger.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// Grows with every change: what was computed at another revision is stale.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// An activity and what is derived of it.
    pub fn activity(&self, id: ActivityId) -> Option<(&Activity, &ActivityView)> {
        Some((self.plan.activity(id)?, self.views.get(&id)?))
    }

    /// All activities with what is derived of them, in the order's sequence.
    pub fn activities(&self) -> impl Iterator<Item = (&Activity, &ActivityView)> {
        self.plan
            .activities()
            .filter_map(|activity| Some((activity, self.views.get(&activity.id)?)))
    }

    /// The short name of a subject, or its id when it is unknown.
    pub fn short_name<'a>(&'a self, id: &'a SubjectId) -> &'a str {
        self.subjects
            .get(id)
            .map_or(id.0.as_str(), |subject| subject.short.as_str())
    }

    /// A subject by id.
    pub fn subject(&self, id: &SubjectId) -> Option<&Subject> {
        self.subjects.get(id)
    }

    /// Whether the day belongs to the plan's years.
    pub fn is_within_plan(&self, day: Date) -> bool {
        self.plan.period.contains(day)
    }

    /// The days a meeting can be held on by the plan, from the order's date to the end.
    pub fn meeting_days(&self) -> Vec<Date> {
        let span = Span {
            first: self.plan.document.date.max(self.plan.period.first),
            last: self.plan.period.last.max(self.plan.document.date),
        };
        let mut day = self.settings.meeting_on_or_after(span.first);
        let mut days = Vec::new();
        while day <= span.last {
            days.push(day);
            day = day.plus_days(7);
        }
        days
    }

    /// Which meeting to offer on a day: an open one; the one of this day or the next one of the
    /// plan; outside the plan's years the first day without minutes (design.md 5).
    pub fn meeting_to_offer(&self, today: Date) -> Date {
        if let Some(open) = self
            .ledger
            .meetings()
            .values()
            .rev()
            .find(|meeting| meeting.is_open())
        {
            return open.date;
        }
        let next = self.settings.meeting_on_or_after(today);
        let days = self.meeting_days();
        if days.contains(&next) {
            return next;
        }
        days.into_iter()
            .find(|day| self.ledger.meeting(*day).is_none())
            .unwrap_or(next)
    }
}
