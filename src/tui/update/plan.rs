//! The plan screen: walking the tree, opening and closing branches, filters.

use super::surface::Hands;
use crate::domain::agenda::ItemKey;
use crate::tui::act::{Effect, Outside, agenda};
use crate::tui::model::plan::{Node, Order, StatusFilter};
use crate::tui::model::prompt::Purpose;
use crate::tui::model::{Action, Model, Notice};
use crate::tui::open::plan::state_mut;
use crate::tui::open::{
    amend, assign, before_record, controlled, document, entry, event, prompt, trail,
};
use crate::tui::select::cursor::{moved, page_of};
use crate::tui::select::plan::{
    activities_at, filter_branches, first_executor, parent, selected_activity, selected_index,
    state, visible_rows,
};
use crate::tui::update::mark;

/// What it does with keys.
pub(super) const HANDS: Hands = Hands::commands(run);

fn run(model: &mut Model, action: Action, _outside: &mut Outside<'_>) -> Option<Vec<Effect>> {
    let current = state(model)?.clone();
    let rows = visible_rows(model, &current);
    let index = selected_index(model, &rows);
    let node = rows.node(index);
    let to = moved(action, index, rows.len(), page_of(model)).map(|to| rows.node(to));
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
        Action::Expand if matches!(node, Some(Node::Activity(_))) => show_card(model, true),
        Action::Collapse | Action::Back if current.card => show_card(model, false),
        Action::Expand | Action::Collapse | Action::ToggleAll => {
            branches(model, action, node);
        }
        Action::Open => match node {
            Some(Node::Activity(_)) => show_card(model, !current.card),
            Some(branch) => toggle(model, branch),
            None => {}
        },
        Action::SwitchFocus => show_card(model, !current.card),
        Action::FilterDirection => filter_branch(model),
        Action::FilterStatus => filter_status(model),
        Action::ClearFilters => {
            if let Some(state) = state_mut(model) {
                state.branch = None;
                state.status = None;
                state.executor = None;
                state.controller = None;
                state.words.clear();
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
        Action::FilterController => return Some(controlled::ask(model)),
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
        Action::MarkBefore => {
            let shown = activities_at(model);
            return Some(before_record::ask(model, |key| shown.contains(&key)));
        }
        Action::Trail => return Some(trail::open(model, ItemKey::Activity(activity?))),
        Action::Amend => {
            let Some(Node::Activity(key) | Node::Heading(key)) = node else {
                return Some(Vec::new());
            };
            return Some(amend::open(model, key));
        }
        Action::ShowEvent => return Some(event::open(model)),
        Action::ControlDocument => return Some(document::open(model)),
        Action::CorrectReading => {
            return Some(prompt::open(model, Purpose::Reading(activity?), ""));
        }
        _ => return None,
    }
    Some(Vec::new())
}

fn show_card(model: &mut Model, card: bool) {
    if let Some(state) = state_mut(model) {
        state.card = card;
    }
}

fn toggle(model: &mut Model, branch: Node) {
    if let Some(state) = state_mut(model)
        && !state.collapsed.remove(&branch)
    {
        state.collapsed.insert(branch);
    }
}

fn branches(model: &mut Model, action: Action, node: Option<Node>) {
    let outline = model.workspace.outline();
    let nodes = outline.lines().iter().map(|line| line.node);
    let all = nodes.filter(|node| !matches!(node, Node::Activity(_)));
    let above = node.and_then(|node| parent(model, node));
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
        (Action::Collapse, Some(node))
            if matches!(node, Node::Activity(_)) || state.collapsed.contains(&node) =>
        {
            // What is closed already closes what it hangs from.
            if let Some(above) = above {
                state.collapsed.insert(above);
                state.selected = Some(above);
            }
        }
        (Action::Collapse, Some(branch)) => {
            state.collapsed.insert(branch);
        }
        _ => {}
    }
}

fn filter_branch(model: &mut Model) {
    let branches = filter_branches(model);
    if let Some(state) = state_mut(model) {
        let place = state
            .branch
            .and_then(|now| branches.iter().position(|it| *it == now));
        state.branch = match place {
            None => branches.first().copied(),
            Some(place) => branches.get(place + 1).copied(),
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
