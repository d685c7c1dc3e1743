//! The lines of the tree that are shown, and the one the cursor is on.

use crate::domain::fold::fold;
use crate::domain::mark::Status;
use crate::domain::plan::{ActivityId, PlanRow};
use crate::domain::subject::SubjectId;
use crate::domain::workspace::Timing;
use crate::tui::model::plan::{Node, Order, PlanState, StatusFilter};
use crate::tui::model::{Model, Screen};

/// A tree with everything open and the cursor on its first line.
pub fn fresh(model: &Model) -> PlanState {
    PlanState {
        selected: model
            .workspace
            .plan()
            .directions
            .first()
            .map(|direction| Node::Direction(direction.number)),
        ..PlanState::default()
    }
}

/// What a row of the plan is in the tree.
pub fn node_of(row: &PlanRow<'_>) -> Node {
    match row {
        PlanRow::Direction(direction) => Node::Direction(direction.number),
        PlanRow::Measure(direction, measure) => {
            Node::Measure(direction.number, measure_number(measure))
        }
        PlanRow::Activity(_, _, activity) => Node::Activity(activity.id),
    }
}

fn measure_number(measure: &crate::domain::plan::Measure) -> u8 {
    measure
        .activities
        .first()
        .map_or(0, |activity| activity.id.measure)
}

/// The lines of the tree that are shown: branches opened, filters applied.
pub fn visible_rows<'a>(model: &'a Model, state: &PlanState) -> Vec<PlanRow<'a>> {
    let filtered = state.direction.is_some() || state.status.is_some() || state.executor.is_some();
    let keeps = |row: &PlanRow<'_>| match row {
        PlanRow::Activity(direction, _, activity) => {
            state.direction.is_none_or(|only| only == direction.number)
                && state
                    .status
                    .is_none_or(|filter| passes(model, activity.id, filter))
                && state
                    .executor
                    .as_ref()
                    .is_none_or(|who| owes(model, activity.id, who))
        }
        _ => true,
    };
    let rows: Vec<PlanRow<'_>> = model.workspace.plan().rows().filter(keeps).collect();
    if state.order != Order::Plan {
        return sorted(model, rows, state.order);
    }
    let has_below = |node: Node| {
        rows.iter().any(|row| match (row, node) {
            (PlanRow::Activity(_, _, activity), Node::Direction(number)) => {
                activity.id.direction == number
            }
            (PlanRow::Activity(_, _, activity), Node::Measure(direction, number)) => {
                activity.id.direction == direction && activity.id.measure == number
            }
            _ => false,
        })
    };
    rows.iter()
        .filter(|row| {
            let node = node_of(row);
            let open = match node {
                Node::Direction(_) => true,
                Node::Measure(direction, _) => {
                    !state.collapsed.contains(&Node::Direction(direction))
                }
                Node::Activity(id) => {
                    !state.collapsed.contains(&Node::Direction(id.direction))
                        && !state
                            .collapsed
                            .contains(&Node::Measure(id.direction, id.measure))
                }
            };
            open && (!filtered || matches!(node, Node::Activity(_)) || has_below(node))
        })
        .copied()
        .collect()
}

/// The activities alone, by due date or by executor.
fn sorted<'a>(model: &'a Model, mut rows: Vec<PlanRow<'a>>, order: Order) -> Vec<PlanRow<'a>> {
    rows.retain(|row| matches!(row, PlanRow::Activity(..)));
    rows.sort_by_cached_key(|row| {
        let PlanRow::Activity(_, _, activity) = row else {
            return (None, true, None);
        };
        let due = model
            .workspace
            .standing(activity.id, model.day())
            .and_then(|standing| standing.due);
        let who =
            first_executor(model, activity.id).map(|id| fold(model.workspace.short_name(&id)));
        let who = who.filter(|_| order == Order::Executor);
        (who, due.is_none(), due)
    });
    rows
}

pub(in crate::tui) fn first_executor(model: &Model, activity: ActivityId) -> Option<SubjectId> {
    let (_, view) = model.workspace.activity(activity)?;
    let mut mentions = view.executors.iter().chain(&view.responsible);
    mentions.find_map(|mention| mention.subject.clone())
}

/// Whether a subject is named in column 4 or 5.
fn owes(model: &Model, activity: ActivityId, who: &SubjectId) -> bool {
    model.workspace.activity(activity).is_some_and(|(_, view)| {
        let mut mentions = view.executors.iter().chain(&view.responsible);
        mentions.any(|mention| mention.subject.as_ref() == Some(who))
    })
}

fn passes(model: &Model, activity: ActivityId, filter: StatusFilter) -> bool {
    let Some(standing) = model.workspace.standing(activity, model.day()) else {
        return false;
    };
    match filter {
        StatusFilter::Overdue => matches!(standing.timing, Timing::Overdue(_)),
        StatusFilter::Soon => matches!(standing.timing, Timing::Due(days) if days <= 31),
        StatusFilter::Untouched => standing.status.is_none(),
        StatusFilter::InWork => {
            matches!(
                standing.status,
                Some(Status::InProgress { .. } | Status::AtRisk)
            )
        }
        StatusFilter::Closed => standing.is_closed(),
    }
}

pub(in crate::tui) fn state(model: &Model) -> Option<&PlanState> {
    match model.screen() {
        Some(Screen::Plan(state)) => Some(state),
        _ => None,
    }
}

/// The line the cursor is on, as an index into the visible rows.
pub fn selected_index(model: &Model, rows: &[PlanRow<'_>]) -> usize {
    let selected = state(model).and_then(|state| state.selected);
    rows.iter()
        .position(|row| Some(node_of(row)) == selected)
        .or_else(|| {
            // The line went away with a filter or a branch: the nearest one before it.
            let wanted = selected.map(order_of)?;
            rows.iter()
                .rposition(|row| order_of(node_of(row)) <= wanted)
        })
        .unwrap_or(0)
}

fn order_of(node: Node) -> (u8, u8, u8) {
    match node {
        Node::Direction(direction) => (direction, 0, 0),
        Node::Measure(direction, measure) => (direction, measure, 0),
        Node::Activity(id) => (id.direction, id.measure, id.activity),
    }
}

/// The activity the cursor is on.
pub fn selected_activity(model: &Model) -> Option<ActivityId> {
    let rows = visible_rows(model, state(model)?);
    match rows.get(selected_index(model, &rows))? {
        PlanRow::Activity(_, _, activity) => Some(activity.id),
        _ => None,
    }
}
