//! The choice of a theme: moving shows it, Enter keeps it, Esc brings the old one back.

use super::super::model::themes::ThemesState;
use super::super::model::{Action, Model, Overlay};
use super::super::preference::Preference;
use super::{Effect, moved, page_of};

pub(super) fn open(model: &mut Model) -> Vec<Effect> {
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

pub(super) fn run(model: &mut Model, action: Action) -> Option<Vec<Effect>> {
    let page = page_of(model);
    let Some(Overlay::Themes(state)) = model.overlays.last_mut() else {
        return None;
    };
    let target = match action {
        // The key that opened the choice goes on to the next one, round and round.
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
