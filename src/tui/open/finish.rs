//! The last look before the end of the meeting.

use crate::tui::act::Effect;
use crate::tui::model::finish::FinishState;
use crate::tui::model::{Model, Notice, Overlay};
use crate::tui::select::finish::holes;

pub(in crate::tui) fn open(model: &mut Model) -> Vec<Effect> {
    if model.open_meeting().is_none() {
        model.notice = Some(Notice::warning(model.texts.get("notice-meeting-locked")));
        return Vec::new();
    }
    let holes = holes(model);
    model.overlays.push(Overlay::Finish(FinishState {
        holes,
        selected: 0,
        offset: 0,
    }));
    Vec::new()
}

/// Looks again after something changed.
pub(in crate::tui) fn refresh(model: &mut Model) {
    let fresh = holes(model);
    if let Some(Overlay::Finish(state)) = model
        .overlays
        .iter_mut()
        .find(|overlay| matches!(overlay, Overlay::Finish(_)))
    {
        state.selected = state.selected.min(fresh.len().saturating_sub(1));
        state.holes = fresh;
    }
}
