//! Where an assignment was given.

use crate::domain::agenda::ItemKey;
use crate::domain::origin::Origin;
use crate::domain::workspace::AssignmentView;
use crate::tui::act::Effect;
use crate::tui::model::plan::Node;
use crate::tui::model::{Model, Notice};
use crate::tui::open::{meeting, plan, screens};

/// Shows where an assignment was given: the question of that meeting; of one given between meetings
/// the line of the plan it serves.
pub(in crate::tui) fn open(model: &mut Model, view: &AssignmentView) -> Vec<Effect> {
    match (view.origin, view.item) {
        (Origin::Meeting(date), now) => {
            // It may go on in another document; there it stands where it was given.
            let given = model.workspace.ledger().entry(view.id);
            let item = given.map_or(now, |entry| entry.item);
            meeting::show(model, date);
            meeting::select(model, item);
        }
        (Origin::Between(_), ItemKey::Activity(activity)) => {
            let effects = screens::go_plan(model);
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
