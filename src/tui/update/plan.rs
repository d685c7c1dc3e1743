//! The plan screen: walking the tree, opening and closing branches, filters.

use crate::domain::agenda::ItemKey;
use crate::tui::act::{Effect, Outside, agenda};
use crate::tui::model::plan::{Node, Order, StatusFilter};
use crate::tui::model::prompt::Purpose;
use crate::tui::model::{Action, Model, Notice};
use crate::tui::open::plan::state_mut;
use crate::tui::open::{assign, entry, prompt, trail};
use crate::tui::select::cursor::{moved, page_of};
use crate::tui::select::plan::{
    first_executor, node_of, selected_activity, selected_index, state, visible_rows,
};
use crate::tui::update::mark;

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
