//! Looking over a plan of another program: Enter goes on and at last writes, Esc writes nothing.

use crate::tui::act::Effect;
use crate::tui::model::{Action, Model, Notice, Overlay};
use crate::tui::select::cursor::{moved, page_of};
use crate::tui::select::import::lines;

pub(super) fn run(model: &mut Model, action: Action) -> Option<Vec<Effect>> {
    let page = page_of(model);
    let Some(Overlay::Import(state)) = model.overlays.last_mut() else {
        return None;
    };
    let count = lines(&model.texts, state).len();
    if let Some(selected) = moved(action, state.selected, count, page) {
        state.selected = selected;
        return Some(Vec::new());
    }
    match action {
        Action::Accept => match state.next() {
            Some(step) => {
                state.step = step;
                state.selected = 0;
                state.offset = 0;
            }
            None => return Some(vec![Effect::WritePlan]),
        },
        Action::NextRole | Action::PreviousRole => {
            if !state.change(action == Action::NextRole) {
                model.notice = Some(Notice::warning(model.texts.get("import-cannot-change")));
            }
        }
        Action::Back => {
            model.overlays.pop();
            model.notice = Some(Notice::done(model.texts.get("import-left")));
        }
        _ => return None,
    }
    Some(Vec::new())
}
