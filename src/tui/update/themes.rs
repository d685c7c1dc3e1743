//! The choice of a theme: moving shows it, Enter keeps it, Esc brings the old one back.

use super::surface::Hands;
use crate::tui::act::Effect;
use crate::tui::act::Outside;
use crate::tui::model::{Action, Model, Overlay};
use crate::tui::preference::Preference;
use crate::tui::select::cursor::{moved, page_of};

/// What it does with keys.
pub(super) const HANDS: Hands = Hands::commands(run);

fn run(model: &mut Model, action: Action, _outside: &mut Outside<'_>) -> Option<Vec<Effect>> {
    let page = page_of(model);
    let Some(Overlay::Themes(state)) = model.overlays.last_mut() else {
        return None;
    };
    let target = match action {
        // The key that opened the choice goes on to the next one, and after the last to the first.
        Action::SwitchTheme => Some((state.selected + 1) % model.themes.len().max(1)),
        other => moved(other, state.selected, model.themes.len(), page),
    };
    if let Some(selected) = target {
        state.selected = selected;
        if let Some(theme) = model.themes.get(selected) {
            model.theme = theme.clone();
        }
        return Some(Vec::new());
    }
    match action {
        Action::Accept => {
            model.overlays.pop();
            let name = model.theme.name().to_owned();
            return Some(vec![Effect::Prefer(Preference::Theme(name))]);
        }
        Action::Back => {
            model.theme = state.before.clone();
            model.overlays.pop();
        }
        _ => {}
    }
    Some(Vec::new())
}
