//! The meeting screen: moving over the agenda, taking items on and off.

use super::surface::Hands;
use crate::domain::agenda::ItemKey;
use crate::tui::act::{Effect, Outside};
use crate::tui::model::meeting::Focus;
use crate::tui::model::prompt::Purpose;
use crate::tui::model::{Action, Model};
use crate::tui::open::meeting::{select, state_mut, step_to_unmarked};
use crate::tui::open::{assign, control, finish, prompt, search, since_last, trail, versions, why};
use crate::tui::select::agenda::{selected_item, shown_lines, state};
use crate::tui::select::cursor::{moved, page_of};
use crate::tui::{act, open, select, update};

/// What it does with keys.
pub(super) const HANDS: Hands = Hands::commands(run);

fn run(model: &mut Model, action: Action, outside: &mut Outside<'_>) -> Option<Vec<Effect>> {
    if !matches!(action, Action::MoveDown | Action::MoveUp)
        && let Some(state) = state_mut(model)
    {
        state.crossing = None;
    }
    if state(model)?.focus == Focus::Card
        && let Some(effects) = update::entry::run_card(model, action, outside)
    {
        return Some(effects);
    }
    if let Some(effects) = move_cursor(model, action) {
        return Some(effects);
    }
    let item = selected_item(model);
    // What asks for a value is done with the value.
    if action == Action::MarkDone
        && let Some((indicator, _)) = item.and_then(|item| model.workspace.item_indicator(item))
    {
        let number = indicator.number;
        return Some(open::indicator::ask_for(model, number));
    }
    if let Some(effects) = update::mark::run(model, action) {
        return Some(effects);
    }
    let date = state(model)?.date;
    Some(match action {
        Action::NextUnmarked => {
            if let Some(item) = item {
                step_to_unmarked(model, item);
            }
            Vec::new()
        }
        Action::SwitchFocus | Action::Open => {
            switch_focus(model);
            Vec::new()
        }
        Action::Back if state(model)?.focus == Focus::Card => {
            switch_focus(model);
            Vec::new()
        }
        Action::Select => {
            choose(model, item?);
            Vec::new()
        }
        Action::Attendance => open::attendance::open(model),
        Action::AllPresent => act::attendance::all_present(model),
        Action::Assign => assign::open(model, item?),
        Action::Decide
        | Action::Note
        | Action::Spoke
        | Action::Vote
        | Action::Opinion
        | Action::PrivateNote => open::entry::open(model, action, item?),
        Action::Phrase => open::entry::open_phrases(model, item?),
        Action::Control => control::open(model, item?),
        Action::AddItem => search::open_for_agenda(model),
        Action::AddTopic => prompt::open(model, Purpose::Topic, ""),
        Action::DropItem => act::agenda::drop_item(model, item?),
        Action::ParkItem => act::agenda::park(model, item?),
        Action::MoveDown | Action::MoveUp => act::agenda::move_item(model, item?, action),
        Action::EditItem => prompt::open(model, Purpose::Minutes(item?), ""),
        Action::TakeRoutine => act::routine::take(model),
        Action::DiscussItem => act::routine::discuss(model, item?),
        Action::HearTogether => act::routine::hear_together(model, item?),
        Action::WhyHere => why::open(model, item?),
        Action::LeftAside => open::agenda::left_aside(model, date),
        Action::SinceLast => since_last::open(model, date),
        Action::Trail => trail::open(model, item?),
        Action::Versions => versions::open(date),
        Action::Dispatch => open::dispatch::open(model, date),
        Action::Speaker => search::open_for_speaker(model, item?),
        Action::AskedBy => search::open_for_asking(model, item?),
        Action::PinItem => act::agenda::pin(model, item?),
        Action::ShowEvent => open::event::open(model),
        Action::ControlDocument => open::document::open(model),
        Action::CorrectReading => {
            let activity = select::mark::activity_of(model, item?)?;
            prompt::open(model, Purpose::Reading(activity), "")
        }
        Action::Amend => {
            let activity = select::mark::activity_of(model, item?)?;
            open::amend::open(model, activity)
        }
        Action::TogglePace => {
            model.pace = !model.pace;
            Vec::new()
        }
        Action::ReopenMeeting => prompt::open(model, Purpose::ReopenReason(date), ""),
        Action::FinishMeeting => finish::open(model),
        _ => return None,
    })
}

fn switch_focus(model: &mut Model) {
    if let Some(state) = state_mut(model) {
        state.focus = match state.focus {
            Focus::Agenda => Focus::Card,
            Focus::Card => Focus::Agenda,
        };
        state.entry = None;
    }
}

fn choose(model: &mut Model, item: ItemKey) {
    if let Some(state) = state_mut(model)
        && !state.chosen.remove(&item)
    {
        state.chosen.insert(item);
    }
    move_cursor(model, Action::NextItem);
}

fn move_cursor(model: &mut Model, action: Action) -> Option<Vec<Effect>> {
    let date = state(model)?.date;
    let lines = shown_lines(model, date);
    let place = selected_item(model)
        .and_then(|item| lines.iter().position(|line| line.item == item))
        .unwrap_or(0);
    let to = moved(action, place, lines.len(), page_of(model))?;
    if let Some(line) = lines.get(to) {
        select(model, line.item);
    }
    Some(Vec::new())
}
