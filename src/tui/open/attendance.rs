//! The list of who is there.

use crate::tui::act::Effect;
use crate::tui::model::attendance::AttendanceState;
use crate::tui::model::{Model, Notice, Overlay};

pub(in crate::tui) fn open(model: &mut Model) -> Vec<Effect> {
    if model.workspace.settings().members.is_empty() {
        model.notice = Some(Notice::warning(model.texts.get("notice-no-members")));
    }
    model
        .overlays
        .push(Overlay::Attendance(AttendanceState::default()));
    Vec::new()
}
