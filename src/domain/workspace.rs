//! Everything the program knows at one time, joined and ready to be asked. No I/O.

mod acts;
mod agenda;
mod approved;
mod assignments;
pub mod basis;
mod beginning;
mod closing;
mod collisions;
mod considered;
mod controlling;
mod course;
mod decided;
pub mod discipline;
mod dispatch;
mod documents;
mod due_days;
mod duty;
mod editions;
mod event;
mod fates;
mod hall;
mod kept;
mod mark_targets;
mod measuring;
mod meeting_days;
mod minutes;
mod numbers;
mod on_control;
mod outline;
mod pending;
mod people;
mod proposal;
mod reminder;
mod routine;
mod said;
mod shared;
mod since_last;
mod standing;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod rules;
mod tactical_plan;
mod unknown;
mod weekdays;
mod weight;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::calendar::Calendar;
use super::date::{Date, Span};
use super::deadline::{self, Kind, Occurrence, Reading};
use super::document::{Activity, ActivityKey, Document, distinct};
use super::ledger::Ledger;
use super::operation::Record;
use super::quick::QuickMap;
use super::settings::Settings;
use super::subject::{Mention, Registry, Subjects, mentions};

pub use super::control::AssignmentState;
pub use assignments::{AssignmentView, Assignments};
pub use beginning::Point;
pub use closing::Closing;
use considered::Considered;
pub use controlling::{ControlledBy, Controller};
pub use course::{Course, DueMove};
pub use documents::Sizes;
pub use due_days::DueOn;
pub use duty::{Counts, Duties, Duty, Groups, Only, Role};
pub use editions::{Given, has_history};
pub use event::{Event, InvitedBody, Standing as BodyStanding};
pub use fates::{Farewell, Fates, PointFate};
use kept::{Each, Kept};
pub use mark_targets::MarkTarget;
pub use measuring::IndicatorView;
pub use numbers::{Numbers, Tally, WHOLE, percent};
pub use on_control::{Carried, Settled, document_controllers, point_controller};
pub use outline::{Content, Node, Outline, OutlineLine};
pub use pending::{Answers, LeftAssignment, LostPoint, Parting, Pending, Side, Sides};
pub use reminder::{REMIND_DAYS, Reminder, ReminderBasis, ReminderLine};
pub use since_last::{News, NewsLine};
pub use standing::{Standing, Timing};

/// The next revision of any workspace; 0 is that of none.
static REVISION: AtomicU64 = AtomicU64::new(1);

/// A revision no workspace of this run has had.
fn next_revision() -> u64 {
    REVISION.fetch_add(1, Ordering::Relaxed)
}

/// What is derived of one activity and does not change from day to day.
#[derive(Clone, Debug)]
pub struct ActivityView {
    /// How its deadline is read.
    pub reading: Arc<Reading>,
    /// Its occurrences, at least one: a deadline without dates has the whole period, without a due
    /// date.
    pub occurrences: Arc<[Occurrence]>,
    /// Whether the occurrences were set by hand.
    pub corrected: bool,
    /// Column 4, resolved.
    pub responsible: Arc<[Mention]>,
    /// Column 5, resolved.
    pub executors: Arc<[Mention]>,
}

/// Wordings that were read: plans repeat them from line to line.
#[derive(Default)]
struct ReadWordings<'a> {
    /// Those of deadlines, in one document.
    deadlines: QuickMap<&'a str, (Arc<Reading>, Arc<[Occurrence]>)>,
    /// Cells that name subjects.
    cells: QuickMap<&'a str, Arc<[Mention]>>,
}

/// The joined state.
#[derive(Clone, Debug)]
pub struct Workspace {
    /// The texts in force.
    documents: Vec<Arc<Document>>,
    /// The first texts, before any edition.
    first_texts: Vec<Arc<Document>>,
    /// The texts of the files as they stand.
    given: Vec<Given>,
    /// The day whose texts are in force; the last ones without one.
    as_of: Option<Date>,
    /// What is in no text any more.
    excluded: BTreeMap<ActivityKey, Activity>,
    spots: Arc<documents::Spots>,
    settings: Settings,
    calendar: Calendar,
    known_subjects: Registry,
    subjects: Registry,
    ledger: Arc<Ledger>,
    views: Arc<BTreeMap<ActivityKey, ActivityView>>,
    /// The items dealt with at every meeting that was asked about: by every number of an assignment
    /// and by every frame.
    considered: Each<Date, Arc<Considered>>,
    /// What was asked for at this revision.
    kept: Kept,
    revision: u64,
    /// The revision its texts, deadlines and people are of.
    texts_revision: u64,
}

impl Workspace {
    /// Joins the documents and the journal.
    pub fn new(
        documents: Vec<Document>,
        subjects: Subjects,
        settings: Settings,
        calendar: Calendar,
        records: Vec<Record>,
    ) -> Self {
        let ledger = Ledger::fold(records);
        Self::of_ledger(documents, subjects, settings, calendar, ledger)
    }

    /// Joins the documents and the journal as it was folded.
    pub fn of_ledger(
        documents: Vec<impl Into<Arc<Document>>>,
        subjects: Subjects,
        settings: Settings,
        calendar: Calendar,
        ledger: impl Into<Arc<Ledger>>,
    ) -> Self {
        let known_subjects = Registry::from(subjects);
        let mut workspace = Self {
            first_texts: distinct(documents.into_iter().map(Into::into).collect()),
            documents: Vec::new(),
            given: Vec::new(),
            as_of: None,
            excluded: BTreeMap::new(),
            spots: Arc::default(),
            settings: settings.with_members_once(),
            calendar,
            subjects: known_subjects.clone(),
            known_subjects,
            ledger: ledger.into(),
            views: Arc::default(),
            considered: Each::default(),
            kept: Kept::default(),
            revision: 0,
            texts_revision: 0,
        };
        workspace.derive();
        workspace
    }

    /// The same documents and people with other records.
    #[must_use]
    pub fn with_records(&self, records: impl IntoIterator<Item = Record>) -> Self {
        let mut other = self.clone();
        other.ledger = Arc::new(Ledger::fold(records));
        other.derive();
        other
    }

    /// Whether the same documents and the same records are joined here.
    pub fn says_the_same_as(&self, other: &Self) -> bool {
        self.ledger == other.ledger
            && self.first_texts == other.first_texts
            && self.given == other.given
            && self.settings == other.settings
            && self.known_subjects == other.known_subjects
    }

    fn derive(&mut self) {
        self.revision = next_revision();
        self.texts_revision = self.revision;
        self.kept = Kept::default();
        self.subjects = self.known_subjects.clone();
        for added in self.ledger.subjects() {
            self.subjects.put(added.clone());
        }
        self.settle_editions();
        self.spots = documents::spots(&self.documents).into();
        let mut read = ReadWordings::default();
        let views: BTreeMap<ActivityKey, ActivityView> = self
            .documents
            .iter()
            .flat_map(|document| {
                // Another document may speak of other years.
                read.deadlines.clear();
                let activities = document.activities();
                let views = activities
                    .map(|activity| (activity.key, self.view_of(document, activity, &mut read)));
                views.collect::<Vec<_>>()
            })
            .collect();
        self.views = views.into();
        self.consider_all();
    }

    fn view_of<'a>(
        &self,
        document: &Document,
        activity: &'a Activity,
        read: &mut ReadWordings<'a>,
    ) -> ActivityView {
        let correction = self.ledger.correction(activity.key);
        let deadline = match correction {
            Some(_) => self.deadline_of(document, activity, correction),
            None => read
                .deadlines
                .entry(activity.read_wording())
                .or_insert_with(|| self.deadline_of(document, activity, None))
                .clone(),
        };
        let mut mentioned = |cell: &'a str| {
            let known = read.cells.entry(cell);
            Arc::clone(known.or_insert_with(|| mentions(cell, &self.subjects).into()))
        };
        ActivityView {
            reading: deadline.0,
            occurrences: deadline.1,
            corrected: correction.is_some(),
            responsible: mentioned(&activity.responsible_subject),
            executors: mentioned(&activity.executors),
        }
    }

    /// An activity of a text with windows set by hand, or without.
    fn view_corrected(
        &self,
        document: &Document,
        activity: &Activity,
        correction: Option<&[Span]>,
    ) -> ActivityView {
        let (reading, occurrences) = self.deadline_of(document, activity, correction);
        ActivityView {
            reading,
            occurrences,
            corrected: correction.is_some(),
            responsible: mentions(&activity.responsible_subject, &self.subjects).into(),
            executors: mentions(&activity.executors, &self.subjects).into(),
        }
    }

    fn deadline_of(
        &self,
        document: &Document,
        activity: &Activity,
        correction: Option<&[Span]>,
    ) -> (Arc<Reading>, Arc<[Occurrence]>) {
        let conventions = &self.settings.deadlines;
        let mut reading = deadline::read_with(
            activity.read_wording(),
            document.span(),
            conventions,
            &self.calendar,
        );
        let occurrences_of = |reading: &Reading| {
            let from = document.begins().unwrap_or(document.span().first);
            deadline::control_points(reading, from, conventions, &self.calendar)
        };
        if let Some(windows) = correction {
            // Days of an event stay days, and what repeats goes on repeating when only the end of
            // an occurrence moved; everything else is now a list of stretches.
            let firsts = windows.iter().map(|it| it.first);
            let own = occurrences_of(&reading);
            let only_ends = own.iter().map(|it| it.window.first).eq(firsts);
            let keeps_kind =
                reading.kind == Kind::Event || (reading.kind == Kind::Recurrence && only_ends);
            reading.windows = windows.to_vec();
            if !keeps_kind {
                reading.kind = Kind::Windows;
            }
        }
        let mut occurrences = occurrences_of(&reading);
        if occurrences.is_empty() {
            occurrences.push(Occurrence {
                window: document.span(),
                due: None,
            });
        }
        (Arc::new(reading), occurrences.into())
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

    /// Grows with every change, and no two states have the same: what was computed at another
    /// revision is stale.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The same of texts, deadlines and people alone: marks and entries change nothing of them.
    pub fn texts_revision(&self) -> u64 {
        self.texts_revision
    }
}
