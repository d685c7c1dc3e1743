//! The help.

use crate::tui::act::Effect;
use crate::tui::model::help::HelpState;
use crate::tui::model::{Model, Overlay};

pub(in crate::tui) fn open(model: &mut Model) -> Vec<Effect> {
    let context = model.context();
    model
        .overlays
        .push(Overlay::Help(Box::new(HelpState::of(context))));
    Vec::new()
}
