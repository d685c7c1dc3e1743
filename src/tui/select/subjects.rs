//! The subjects that are shown, and what the chosen one owes.

use std::sync::Arc;

use crate::domain::agenda::ItemKey;
use crate::domain::document::ActivityKey;
use crate::domain::fold::fold;
use crate::domain::subject::SubjectId;
use crate::domain::workspace::{Duties, Duty};
use crate::tui::model::kept::SubjectsKey;
use crate::tui::model::subjects::{Filter, Order, SubjectsState};
use crate::tui::model::{Model, Screen};
use crate::tui::select::narrow;

/// What is owed, and the subjects that are shown, in the chosen order.
pub fn listed(model: &Model, state: &SubjectsState) -> (Arc<Duties>, Arc<[SubjectId]>) {
    let controller = state.controller.as_ref();
    let duties = model
        .workspace
        .duties_under(model.day(), state.groups, controller);
    let revision = model.workspace.revision();
    let ids = model.kept.subjects.of(
        |key| {
            Arc::ptr_eq(&key.duties, &duties)
                && key.revision == revision
                && (key.order, key.filter) == (state.order, state.filter)
                && key.words == state.words
        },
        || {
            let key = SubjectsKey {
                duties: Arc::clone(&duties),
                revision,
                order: state.order,
                filter: state.filter,
                words: state.words.clone(),
            };
            (key, ordered(model, &duties, state).into())
        },
    );
    (duties, Arc::clone(&ids))
}

fn passes(duties: &Duties, id: &SubjectId, filter: Filter) -> bool {
    let counts = duties.counts(id);
    counts.open > 0
        && match filter {
            Filter::All => true,
            Filter::Overdue => counts.overdue > 0,
            Filter::ThisWeek => counts.this_week > 0,
            Filter::Assigned => duties.assignments_of(id) > 0,
        }
}

fn ordered(model: &Model, duties: &Duties, state: &SubjectsState) -> Vec<SubjectId> {
    let order = state.order;
    let mut ids: Vec<SubjectId> = model
        .workspace
        .subjects()
        .iter()
        .map(|subject| subject.id.clone())
        .filter(|id| passes(duties, id, state.filter))
        .filter(|id| {
            state.words.is_empty()
                || narrow::says(&narrow::subject_text(model, id), &state.words)
                || narrow::owes_of(model, duties, id, &state.words)
        })
        .collect();
    let name = |id: &SubjectId| fold(model.workspace.short_name(id));
    ids.sort_by_cached_key(|id| {
        let counts = duties.counts(id);
        let weight = match order {
            Order::Urgency => (usize::MAX - counts.overdue, usize::MAX - counts.this_week),
            Order::Load => (usize::MAX - counts.open, 0),
            Order::Name => (0, 0),
        };
        (weight, name(id))
    });
    ids
}

pub(in crate::tui) fn state(model: &Model) -> Option<&SubjectsState> {
    match model.screen() {
        Some(Screen::Subjects(state)) => Some(state),
        _ => None,
    }
}

/// The subject the cursor is on.
pub fn selected_subject(model: &Model, ids: &[SubjectId]) -> Option<SubjectId> {
    let selected = state(model)?.selected.clone();
    selected
        .filter(|id| ids.contains(id))
        .or_else(|| ids.first().cloned())
}

/// The duty the cursor is on.
pub(in crate::tui) fn selected_duty(model: &Model) -> Option<Duty> {
    let state = state(model)?;
    let (duties, ids) = listed(model, state);
    let subject = selected_subject(model, &ids)?;
    let last = duties.count_of(&subject).saturating_sub(1);
    let owed = duties.some_of(&subject, state.duty.min(last), 1);
    owed.first().map(|(_, duty)| (*duty).clone())
}

/// The activity of the duty the cursor is on.
pub fn selected_activity(model: &Model) -> Option<ActivityKey> {
    if !state(model)?.in_duties {
        return None;
    }
    match selected_duty(model)? {
        Duty::Activity { activity, .. } => Some(activity),
        Duty::Assignment(assignment) => match assignment.item {
            ItemKey::Activity(activity) => Some(activity),
            _ => None,
        },
    }
}
