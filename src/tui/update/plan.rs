//! The plan screen: walking the tree, opening and closing branches, filters.

use super::super::model::plan::{Node, Order, PlanState, StatusFilter};
use super::super::model::prompt::Purpose;
use super::super::model::{Action, Model, Notice, Screen};
use super::{Effect, Outside, agenda, assign, entry, mark, moved, page_of, prompt, trail};
use crate::domain::agenda::ItemKey;
use crate::domain::fold::fold;
use crate::domain::mark::Status;
use crate::domain::plan::{ActivityId, PlanRow};
use crate::domain::subject::SubjectId;
use crate::domain::workspace::Timing;

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

fn first_executor(model: &Model, activity: ActivityId) -> Option<SubjectId> {
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

fn state(model: &Model) -> Option<&PlanState> {
    match model.screen() {
        Some(Screen::Plan(state)) => Some(state),
        _ => None,
    }
}

fn state_mut(model: &mut Model) -> Option<&mut PlanState> {
    match model.screen_mut() {
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

/// Puts the cursor on a line, opening what hides it.
pub(super) fn reveal(model: &mut Model, node: Node) {
    if let Some(state) = state_mut(model) {
        if let Node::Activity(id) = node {
            state.collapsed.remove(&Node::Direction(id.direction));
            state
                .collapsed
                .remove(&Node::Measure(id.direction, id.measure));
        }
        state.direction = None;
        state.status = None;
        state.executor = None;
        if !matches!(node, Node::Activity(_)) {
            state.order = Order::Plan;
        }
        state.selected = Some(node);
        state.card_offset = 0;
    }
}

pub(super) fn run(
    model: &mut Model,
    action: Action,
    _outside: &mut Outside<'_>,
) -> Option<Vec<Effect>> {
    let current = state(model)?.clone();
    let rows = visible_rows(model, &current);
    let index = selected_index(model, &rows);
    let node = rows.get(index).map(node_of);
    let to = moved(action, index, rows.len(), page_of(model)).map(|to| rows.get(to).map(node_of));
    if let Some(to) = to {
        if let Some(state) = state_mut(model) {
            state.selected = to;
            state.card_offset = 0;
        }
        return Some(Vec::new());
    }
    if let Some(effects) = mark::run(model, action) {
        return Some(effects);
    }
    let activity = selected_activity(model);
    match action {
        Action::Expand | Action::Collapse | Action::ToggleAll => {
            branches(model, action, node);
        }
        Action::Open => match node {
            Some(Node::Activity(_)) => {
                if let Some(state) = state_mut(model) {
                    state.card = !state.card;
                }
            }
            Some(branch) => toggle(model, branch),
            None => {}
        },
        Action::SwitchFocus => {
            if let Some(state) = state_mut(model) {
                state.card = !state.card;
            }
        }
        Action::Back if current.card => {
            if let Some(state) = state_mut(model) {
                state.card = false;
            }
        }
        Action::FilterDirection => filter_direction(model),
        Action::FilterStatus => filter_status(model),
        Action::ClearFilters => {
            if let Some(state) = state_mut(model) {
                state.direction = None;
                state.status = None;
                state.executor = None;
            }
        }
        Action::FilterExecutor => {
            let who = activity.and_then(|id| first_executor(model, id));
            if let Some(state) = state_mut(model) {
                state.executor = match &state.executor {
                    Some(_) => None,
                    None => who,
                };
            }
        }
        Action::Sort => {
            if let Some(state) = state_mut(model) {
                state.order = match state.order {
                    Order::Plan => Order::Due,
                    Order::Due => Order::Executor,
                    Order::Executor => Order::Plan,
                };
            }
        }
        Action::Assign | Action::Decide | Action::Note | Action::PrivateNote | Action::AddItem
            if activity.is_none() =>
        {
            model.notice = Some(Notice::warning(model.texts.get("notice-nothing-to-mark")));
        }
        Action::Assign => return Some(assign::open(model, ItemKey::Activity(activity?))),
        Action::Decide | Action::Note | Action::PrivateNote => {
            return Some(entry::open(model, action, ItemKey::Activity(activity?)));
        }
        Action::AddItem => {
            return Some(agenda::add_item(model, ItemKey::Activity(activity?), false));
        }
        Action::Trail => return Some(trail::open(model, ItemKey::Activity(activity?))),
        Action::CorrectReading => {
            return Some(prompt::open(model, Purpose::Reading(activity?), ""));
        }
        _ => return None,
    }
    Some(Vec::new())
}

fn toggle(model: &mut Model, branch: Node) {
    if let Some(state) = state_mut(model)
        && !state.collapsed.remove(&branch)
    {
        state.collapsed.insert(branch);
    }
}

fn branches(model: &mut Model, action: Action, node: Option<Node>) {
    let all: Vec<Node> = model
        .workspace
        .plan()
        .rows()
        .map(|row| node_of(&row))
        .filter(|node| !matches!(node, Node::Activity(_)))
        .collect();
    let Some(state) = state_mut(model) else {
        return;
    };
    match (action, node) {
        (Action::ToggleAll, _) => {
            if state.collapsed.is_empty() {
                state.collapsed.extend(all);
            } else {
                state.collapsed.clear();
            }
        }
        (Action::Expand, Some(node)) => {
            state.collapsed.remove(&node);
        }
        (Action::Collapse, Some(Node::Activity(id))) => {
            let branch = Node::Measure(id.direction, id.measure);
            state.collapsed.insert(branch);
            state.selected = Some(branch);
        }
        (Action::Collapse, Some(branch @ Node::Measure(direction, _)))
            if state.collapsed.contains(&branch) =>
        {
            state.collapsed.insert(Node::Direction(direction));
            state.selected = Some(Node::Direction(direction));
        }
        (Action::Collapse, Some(branch)) => {
            state.collapsed.insert(branch);
        }
        _ => {}
    }
}

fn filter_direction(model: &mut Model) {
    let numbers: Vec<u8> = model
        .workspace
        .plan()
        .directions
        .iter()
        .map(|direction| direction.number)
        .collect();
    if let Some(state) = state_mut(model) {
        state.direction = match state.direction {
            None => numbers.first().copied(),
            Some(now) => numbers.into_iter().find(|number| *number > now),
        };
    }
}

fn filter_status(model: &mut Model) {
    if let Some(state) = state_mut(model) {
        let place = state
            .status
            .and_then(|now| StatusFilter::ALL.iter().position(|it| *it == now));
        state.status = match place {
            None => StatusFilter::ALL.first().copied(),
            Some(place) => StatusFilter::ALL.get(place + 1).copied(),
        };
    }
}
