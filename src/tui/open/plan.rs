//! The plan screen: a line brought into sight.

use crate::tui::model::plan::{Node, Order, PlanState};
use crate::tui::model::{Model, Screen};

pub(in crate::tui) fn state_mut(model: &mut Model) -> Option<&mut PlanState> {
    match model.screen_mut() {
        Some(Screen::Plan(state)) => Some(state),
        _ => None,
    }
}

/// Puts the cursor on a line, opening what hides it.
pub(in crate::tui) fn reveal(model: &mut Model, node: Node) {
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
