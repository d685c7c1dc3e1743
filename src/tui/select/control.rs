//! The assignments an agenda item has.

use crate::domain::agenda::ItemKey;
use crate::domain::workspace::AssignmentView;
use crate::tui::model::Model;

/// Whether one of the assignments that belong to an agenda item is so.
pub(in crate::tui) fn any_assignment_of(
    model: &Model,
    item: ItemKey,
    is_so: impl Fn(&AssignmentView) -> bool,
) -> bool {
    let all = model.workspace.assignments_on(model.day());
    all.of(item).any(is_so)
}

/// Open assignments that belong to an agenda item.
pub fn assignments_of(model: &Model, item: ItemKey) -> Vec<AssignmentView> {
    model
        .workspace
        .assignments_on(model.day())
        .of(item)
        .cloned()
        .collect()
}
