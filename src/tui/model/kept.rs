//! What lists were made of last, kept until what it came from changes: a key asks for the same list
//! several times, and the next key asks again. Everything in it follows from the rest of the model.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};

use super::assignments::AssignmentsState;
use super::overview::Tab;
use super::plan::PlanState;
use super::subjects;
use crate::domain::agenda::{AgendaLine, Section};
use crate::domain::date::{Date, Span};
use crate::domain::document::ActivityKey;
use crate::domain::id::Id;
use crate::domain::search::Index;
use crate::domain::subject::SubjectId;
use crate::domain::workspace::{AssignmentView, Assignments, Duties, Outline};
use crate::locale::Language;
use crate::tui::theme::Role;

/// The last answer to a question, with all it came from.
#[derive(Debug)]
pub(in crate::tui) struct Slot<K, V>(Mutex<Option<(K, Arc<V>)>>);

impl<K, V> Slot<K, V> {
    /// The answer that is kept, when it came from the same; else the one that is found now.
    pub(in crate::tui) fn of(
        &self,
        is_same: impl FnOnce(&K) -> bool,
        find: impl FnOnce() -> (K, V),
    ) -> Arc<V> {
        {
            let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some((_, value)) = kept.as_ref().filter(|(key, _)| is_same(key)) {
                return Arc::clone(value);
            }
        }
        // Found without the lock: one question may ask another.
        let (key, value) = find();
        let value = Arc::new(value);
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *kept = Some((key, Arc::clone(&value)));
        value
    }
}

impl<K, V> Slot<K, V> {
    fn forget(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl<K, V> Default for Slot<K, V> {
    fn default() -> Self {
        Self(Mutex::new(None))
    }
}

/// What the lines of the plan's tree that are shown came from.
#[derive(Debug)]
pub(in crate::tui) struct TreeKey {
    /// The whole tree.
    pub(in crate::tui) outline: Arc<Outline>,
    /// Revision and day, where filter or order ask how activities stand.
    pub(in crate::tui) standing: Option<(u64, Date)>,
    /// Filter, order and closed branches.
    pub(in crate::tui) state: PlanState,
}

/// A line of the agenda as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgendaRow {
    /// A heading.
    Section(Section, usize),
    /// An item.
    Item(AgendaLine),
}

/// The lines of an agenda, and what is counted of them.
#[derive(Debug)]
pub(in crate::tui) struct Agenda {
    /// The lines.
    pub(in crate::tui) lines: Arc<[AgendaLine]>,
    /// The same under the headings of their sections.
    pub(in crate::tui) rows: Arc<[AgendaRow]>,
    /// How many of the lines nobody has dealt with.
    pub(in crate::tui) left: usize,
}

/// What the rows of an agenda say together.
#[derive(Debug, Default)]
pub(in crate::tui) struct Common {
    /// The reasons that most lines of a section have in common.
    pub(in crate::tui) reasons: BTreeMap<Section, String>,
    /// The width of the widest number.
    pub(in crate::tui) widest: usize,
}

/// What the subjects that are shown came from.
#[derive(Debug)]
pub(in crate::tui) struct SubjectsKey {
    pub(in crate::tui) duties: Arc<Duties>,
    pub(in crate::tui) revision: u64,
    pub(in crate::tui) order: subjects::Order,
    pub(in crate::tui) filter: subjects::Filter,
    pub(in crate::tui) words: String,
}

/// What the assignments that are shown came from.
#[derive(Debug)]
pub(in crate::tui) struct AssignmentsKey {
    pub(in crate::tui) all: Arc<Assignments>,
    pub(in crate::tui) revision: u64,
    pub(in crate::tui) language: Language,
    pub(in crate::tui) state: AssignmentsState,
}

/// What a timeline came from: revision, day, the days of its cells.
#[derive(PartialEq, Eq, Debug)]
pub(in crate::tui) struct TimelineKey {
    pub(in crate::tui) revision: u64,
    pub(in crate::tui) day: Date,
    pub(in crate::tui) cells: Vec<Span>,
}

/// A cell of a timeline: a sign and its colour.
pub(in crate::tui) type Cell = (&'static str, Role);

/// The cells of each activity that was asked for.
pub(in crate::tui) type Cells = Mutex<HashMap<ActivityKey, Arc<[Cell]>>>;

/// What the heights of assignments in a card came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::tui) struct HeightsKey {
    pub(in crate::tui) revision: u64,
    pub(in crate::tui) day: Date,
    pub(in crate::tui) language: Language,
    pub(in crate::tui) width: usize,
}

/// How many lines each assignment has that was asked for.
pub(in crate::tui) type Heights = Mutex<HashMap<Id, usize>>;

/// All that is kept.
#[derive(Debug, Default)]
pub struct Kept {
    /// The lines of the plan's tree that are shown, as places in the outline.
    pub(in crate::tui) tree: Slot<TreeKey, Arc<[usize]>>,
    /// The rows of a picture, as places in the outline.
    pub(in crate::tui) picture: Slot<(Arc<Outline>, Tab), Arc<[usize]>>,
    /// The subjects that are shown.
    pub(in crate::tui) subjects: Slot<SubjectsKey, Arc<[SubjectId]>>,
    /// The assignments that are shown.
    pub(in crate::tui) assignments: Slot<AssignmentsKey, Arc<[AssignmentView]>>,
    /// How many lines assignments have in a card.
    pub(in crate::tui) heights: Slot<HeightsKey, Heights>,
    /// The cells of the timeline.
    pub(in crate::tui) timeline: Slot<TimelineKey, Cells>,
    /// The agenda of a meeting, by revision.
    pub(in crate::tui) agenda: Slot<(u64, Date), Agenda>,
    /// The lines of it that have some words, on a day.
    pub(in crate::tui) narrowed: Slot<(u64, Date, Date, String), Agenda>,
    /// What the rows of an agenda say together.
    pub(in crate::tui) common: Slot<(Arc<[AgendaRow]>, Language), Common>,
    /// What subjects are found by, by revision.
    pub(in crate::tui) names: Slot<u64, Index<SubjectId>>,
}

impl Kept {
    /// Forgets everything: what is asked for next is found anew, and must be the same.
    pub fn forget(&self) {
        let Self {
            tree,
            picture,
            subjects,
            assignments,
            heights,
            timeline,
            agenda,
            narrowed,
            common,
            names,
        } = self;
        tree.forget();
        picture.forget();
        subjects.forget();
        assignments.forget();
        heights.forget();
        timeline.forget();
        agenda.forget();
        narrowed.forget();
        common.forget();
        names.forget();
    }
}
