//! The choice of a theme.

use crate::tui::act::Effect;
use crate::tui::model::themes::ThemesState;
use crate::tui::model::{Model, Overlay};

pub(in crate::tui) fn open(model: &mut Model) -> Vec<Effect> {
    let selected = model
        .themes
        .iter()
        .position(|theme| theme.name() == model.theme.name())
        .unwrap_or(0);
    model.overlays.push(Overlay::Themes(Box::new(ThemesState {
        selected,
        offset: 0,
        before: model.theme.clone(),
    })));
    Vec::new()
}
