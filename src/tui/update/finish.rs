//! The end of the meeting: what is missing, then number, version, papers.

use super::surface::Hands;
use crate::tui::act::meeting::finish;
use crate::tui::act::{Effect, Outside};
use crate::tui::field::{Field, SettingsField, SubjectField};
use crate::tui::model::finish::Hole;
use crate::tui::model::{Action, Model, Overlay};
use crate::tui::open::{assign, attendance, control, form, meeting};
use crate::tui::select::cursor::{moved, page_of};

/// What it does with keys.
pub(super) const HANDS: Hands = Hands::commands(run);

fn run(model: &mut Model, action: Action, _outside: &mut Outside<'_>) -> Option<Vec<Effect>> {
    let page = page_of(model);
    let Some(Overlay::Finish(state)) = model.overlays.last_mut() else {
        return None;
    };
    if let Some(selected) = moved(action, state.selected, state.holes.len(), page) {
        state.selected = selected;
        return Some(Vec::new());
    }
    match action {
        Action::Accept => Some(finish(model)),
        Action::MendHole => Some(mend(model)),
        Action::Back => {
            model.overlays.pop();
            Some(Vec::new())
        }
        _ => Some(Vec::new()),
    }
}

/// Goes to what mends the chosen hole.
fn mend(model: &mut Model) -> Vec<Effect> {
    let Some(Overlay::Finish(state)) = model.overlays.last() else {
        return Vec::new();
    };
    match state.holes.get(state.selected).cloned() {
        Some(Hole::Attendance | Hole::NobodyPresent) => attendance::open(model),
        Some(Hole::NoExecutor(_, id) | Hole::NoDue(_, id)) => assign::edit(model, id),
        Some(Hole::Undecided(id, _)) => control::ask(model, id),
        Some(Hole::Unconsidered(item) | Hole::AbsentSpeaker(item, _)) => {
            model.overlays.pop();
            meeting::select(model, item);
            Vec::new()
        }
        Some(Hole::Chair) => form::ask(model, Field::Settings(SettingsField::Chair)),
        Some(Hole::Place) => form::ask(model, Field::Settings(SettingsField::Place)),
        Some(Hole::Secretary) => form::ask(model, Field::Settings(SettingsField::Secretary)),
        Some(Hole::Post(who)) => form::ask(model, Field::Subject(who, SubjectField::Post)),
        None => Vec::new(),
    }
}
