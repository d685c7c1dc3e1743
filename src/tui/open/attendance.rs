//! The list of who is there.

use crate::tui::act::Effect;
use crate::tui::model::attendance::AttendanceState;
use crate::tui::model::{Action, Model, Notice, Overlay};
use crate::tui::select::cursor::key_of;

pub(in crate::tui) fn open(model: &mut Model) -> Vec<Effect> {
    model
        .overlays
        .push(Overlay::Attendance(AttendanceState::default()));
    if model.workspace.settings().members.is_empty() {
        let said = [
            ("key", key_of(model, Action::Settings).into()),
            ("invite", key_of(model, Action::Invite).into()),
        ];
        let text = model.texts.with("notice-no-members", &said);
        model.notice = Some(Notice::warning(text));
    }
    Vec::new()
}
