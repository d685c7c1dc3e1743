//! The assignments that are shown.

use std::sync::Arc;

use crate::domain::control::AssignmentState;
use crate::domain::fold::fold;
use crate::domain::workspace::{AssignmentView, Assignments, Timing};
use crate::tui::model::assignments::{AssignmentsState, Filter, Order};
use crate::tui::model::kept::AssignmentsKey;
use crate::tui::model::{Model, Screen};
use crate::tui::select::narrow;

pub(in crate::tui) fn state(model: &Model) -> Option<&AssignmentsState> {
    match model.screen() {
        Some(Screen::Assignments(state)) => Some(state),
        _ => None,
    }
}

/// The assignments that are shown, in the chosen order.
pub fn shown(model: &Model, state: &AssignmentsState) -> Arc<[AssignmentView]> {
    let all = model.workspace.assignments_on(model.day());
    let revision = model.workspace.revision();
    let language = model.texts.language();
    let views = model.kept.assignments.of(
        |key| {
            Arc::ptr_eq(&key.all, &all)
                && (key.revision, key.language) == (revision, language)
                && lists_alike(&key.state, state)
        },
        || {
            let key = AssignmentsKey {
                all: Arc::clone(&all),
                revision,
                language,
                state: state.clone(),
            };
            (key, find_shown(model, &all, state).into())
        },
    );
    Arc::clone(&views)
}

/// Whether two states of the screen show the same assignments.
fn lists_alike(one: &AssignmentsState, other: &AssignmentsState) -> bool {
    (one.filter, one.order) == (other.filter, other.order)
        && one.executor == other.executor
        && one.controller == other.controller
        && one.words == other.words
}

fn find_shown(model: &Model, all: &Assignments, state: &AssignmentsState) -> Vec<AssignmentView> {
    let controlled = state.controller.as_ref();
    let controlled = controlled.map(|who| model.workspace.controlled_by(who));
    let mut views: Vec<AssignmentView> = all
        .all()
        .iter()
        .filter(|view| passes(view, state.filter))
        .filter(|view| {
            state
                .executor
                .as_ref()
                .is_none_or(|who| view.executors.contains(who))
        })
        .filter(|view| controlled.as_ref().is_none_or(|it| it.assignment(view)))
        .filter(|view| {
            state.words.is_empty()
                || narrow::says(&narrow::assignment_text(model, view), &state.words)
        })
        .cloned()
        .collect();
    match state.order {
        Order::Due => views.sort_by_key(|view| (view.due.is_none(), view.due, view.id)),
        Order::Executor => views.sort_by_cached_key(|view| {
            let who = view
                .executors
                .first()
                .map(|id| fold(model.workspace.short_name(id)));
            (who, view.due, view.id)
        }),
        Order::Number => views.sort_by_key(|view| (view.origin.day(), view.id)),
    }
    views
}

fn passes(view: &AssignmentView, filter: Filter) -> bool {
    match filter {
        Filter::Open => !view.state.is_closed(),
        Filter::Due => matches!(view.timing, Timing::Overdue(_) | Timing::Due(0)),
        Filter::Overdue => matches!(view.timing, Timing::Overdue(_)),
        Filter::Reported => view.state == AssignmentState::Reported,
        Filter::Closed => view.state.is_closed(),
        Filter::All => true,
    }
}

/// The place of the cursor among those shown.
pub fn selected_index(model: &Model, views: &[AssignmentView]) -> usize {
    let selected = state(model).and_then(|state| state.selected);
    views
        .iter()
        .position(|view| Some(view.id) == selected)
        .unwrap_or(0)
}
