//! The plan screen: a line brought into sight.

use crate::tui::model::plan::{Node, Order, PlanState};
use crate::tui::model::{Model, Screen};
use crate::tui::select::plan::parent;

pub(in crate::tui) fn state_mut(model: &mut Model) -> Option<&mut PlanState> {
    match model.screen_mut() {
        Some(Screen::Plan(state)) => Some(state),
        _ => None,
    }
}

/// Puts the cursor on a line, opening what hides it.
pub(in crate::tui) fn reveal(model: &mut Model, node: Node) {
    let mut above = Vec::new();
    let mut at = parent(model, node);
    while let Some(branch) = at {
        above.push(branch);
        at = parent(model, branch);
    }
    if let Some(state) = state_mut(model) {
        for branch in &above {
            state.collapsed.remove(branch);
        }
        state.branch = None;
        state.status = None;
        state.executor = None;
        state.controller = None;
        state.words.clear();
        if !matches!(node, Node::Activity(_)) {
            state.order = Order::Plan;
        }
        state.selected = Some(node);
        state.card_offset = 0;
    }
}
