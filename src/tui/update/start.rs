//! The start screen: choosing a day and opening its meeting.

use super::surface::Hands;
use crate::tui::act::{Effect, Outside};
use crate::tui::model::prompt::Purpose;
use crate::tui::model::{Action, Model, Screen};
use crate::tui::open::start::open;
use crate::tui::open::{before_record, prompt, since_last};
use crate::tui::select::cursor::{moved, page_of};

/// What it does with keys.
pub(super) const HANDS: Hands = Hands::commands(run);

fn run(model: &mut Model, action: Action, _outside: &mut Outside<'_>) -> Option<Vec<Effect>> {
    let page = page_of(model);
    let Some(Screen::Start(state)) = model.screen_mut() else {
        return None;
    };
    if let Some(selected) = moved(action, state.selected, state.days.len(), page) {
        state.selected = selected;
        return Some(Vec::new());
    }
    let date = state.days.get(state.selected).copied()?;
    match action {
        Action::OpenMeeting => Some(open(model, date)),
        Action::SkipMeeting => Some(prompt::open(model, Purpose::SkipDate(date), "")),
        Action::MarkBefore => Some(before_record::ask(model, |_| true)),
        Action::SinceLast => Some(since_last::open(model, date)),
        Action::ReopenMeeting => Some(prompt::open(model, Purpose::ReopenReason(date), "")),
        _ => None,
    }
}
