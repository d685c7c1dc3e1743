//! The assignments an agenda item has.

use crate::domain::agenda::ItemKey;
use crate::domain::workspace::AssignmentView;
use crate::tui::model::Model;

/// Open assignments that belong to an agenda item.
pub fn assignments_of(model: &Model, item: ItemKey) -> Vec<AssignmentView> {
    model
        .workspace
        .assignments_on(model.day())
        .of(item)
        .cloned()
        .collect()
}
