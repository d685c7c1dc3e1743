//! Control of assignments: снять, оставить до, продлить, заслушать.

use crate::domain::control::Control;
use crate::domain::id::Id;
use crate::tui::act::Effect;
use crate::tui::act::control::set;
use crate::tui::model::Model;
use crate::tui::model::prompt::{ControlKind, Purpose};
use crate::tui::open::control::{EXTEND, LIFT, ask_date};
use crate::tui::open::prompt;

/// What a chosen line of [`ask`] does.
pub(in crate::tui) fn chosen(model: &mut Model, assignment: Id, value: usize) -> Vec<Effect> {
    match value {
        LIFT => set(model, assignment, Control::Lifted),
        1 => set(model, assignment, Control::Reported),
        EXTEND => ask_date(model, assignment, ControlKind::Extend),
        3 => ask_date(model, assignment, ControlKind::Keep),
        4 => ask_date(model, assignment, ControlKind::Hear),
        _ => {
            model.overlays.pop();
            prompt::open(
                model,
                Purpose::ControlReason(assignment, ControlKind::Drop, None),
                "",
            )
        }
    }
}
