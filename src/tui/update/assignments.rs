//! The assignments screen: control between and at meetings.

use super::super::model::assignments::{AssignmentsState, Filter, Order};
use super::super::model::plan::Node;
use super::super::model::{Action, Model, Notice, Screen};
use super::{Effect, Outside, assign, control, global, meeting, moved, page_of, plan};
use crate::domain::agenda::ItemKey;
use crate::domain::fold::fold;
use crate::domain::origin::Origin;
use crate::domain::workspace::Timing;
use crate::domain::workspace::{AssignmentState, AssignmentView};

fn state(model: &Model) -> Option<&AssignmentsState> {
    match model.screen() {
        Some(Screen::Assignments(state)) => Some(state),
        _ => None,
    }
}

fn state_mut(model: &mut Model) -> Option<&mut AssignmentsState> {
    match model.screen_mut() {
        Some(Screen::Assignments(state)) => Some(state),
        _ => None,
    }
}

/// The assignments that are shown, in the chosen order.
pub fn shown(model: &Model, state: &AssignmentsState) -> Vec<AssignmentView> {
    let mut views: Vec<AssignmentView> = model
        .workspace
        .assignments(model.day())
        .into_iter()
        .filter(|view| passes(view, state.filter))
        .filter(|view| {
            state
                .executor
                .as_ref()
                .is_none_or(|who| view.executors.contains(who))
        })
        .collect();
    match state.order {
        Order::Due => views.sort_by_key(|view| (view.due.is_none(), view.due, view.id)),
        Order::Executor => views.sort_by_key(|view| {
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

/// Shows where an assignment was given: the question of that meeting; of one given between meetings
/// the line of the plan it serves.
pub(super) fn open(
    model: &mut Model,
    view: &AssignmentView,
    outside: &mut Outside<'_>,
) -> Vec<Effect> {
    match (view.origin, view.item) {
        (Origin::Meeting(date), item) => {
            meeting::show(model, date);
            meeting::select(model, item);
        }
        (Origin::Between(_), ItemKey::Activity(activity)) => {
            let effects = global::run(model, Action::GoPlan, outside);
            plan::reveal(model, Node::Activity(activity));
            return effects;
        }
        (Origin::Between(_), _) => {
            let nowhere = model.texts.get("notice-assignment-between");
            model.notice = Some(Notice::done(nowhere));
        }
    }
    Vec::new()
}

/// The place of the cursor among those shown.
pub fn selected_index(model: &Model, views: &[AssignmentView]) -> usize {
    let selected = state(model).and_then(|state| state.selected);
    views
        .iter()
        .position(|view| Some(view.id) == selected)
        .unwrap_or(0)
}

pub(super) fn run(
    model: &mut Model,
    action: Action,
    outside: &mut Outside<'_>,
) -> Option<Vec<Effect>> {
    let views = shown(model, state(model)?);
    let index = selected_index(model, &views);
    let page = page_of(model);
    if let Some(to) = moved(action, index, views.len(), page) {
        let to = views.get(to).map(|view| view.id);
        state_mut(model)?.selected = to;
        return Some(Vec::new());
    }
    let chosen = views.get(index);
    match action {
        Action::FilterStatus => {
            let state = state_mut(model)?;
            let place = Filter::ALL
                .iter()
                .position(|filter| *filter == state.filter)
                .unwrap_or(0);
            state.filter = Filter::ALL
                .get((place + 1) % Filter::ALL.len())
                .copied()
                .unwrap_or_default();
        }
        Action::FilterExecutor => {
            let who = chosen.and_then(|view| view.executors.first().cloned());
            let state = state_mut(model)?;
            state.executor = match &state.executor {
                Some(_) => None,
                None => who,
            };
        }
        Action::ClearFilters => {
            let state = state_mut(model)?;
            state.filter = Filter::All;
            state.executor = None;
        }
        Action::Sort => {
            let state = state_mut(model)?;
            state.order = match state.order {
                Order::Due => Order::Executor,
                Order::Executor => Order::Number,
                Order::Number => Order::Due,
            };
        }
        Action::Control => return Some(control::ask(model, chosen?.id)),
        Action::Assign => return Some(assign::edit(model, chosen?.id)),
        Action::Open => {
            let chosen = chosen?.clone();
            return Some(open(model, &chosen, outside));
        }
        _ => return None,
    }
    Some(Vec::new())
}
