//! Search over activities, subjects, assignments and commands.

use super::surface::Hands;
use ratatui::crossterm::event::KeyEvent;

use crate::domain::agenda::ItemKey;
use crate::domain::id::Id;
use crate::tui::act::{Effect, Outside, agenda, registry};
use crate::tui::model::meeting::Focus;
use crate::tui::model::search::{SearchState, Target, Use};
use crate::tui::model::subjects::SubjectsState;
use crate::tui::model::{Action, Model, Overlay, Screen};
use crate::tui::open::{self, glossary, meeting, screens};
use crate::tui::select::cursor::{moved, page_of};
use crate::tui::select::problems::unknown_below;

/// What it does with keys.
pub(super) const HANDS: Hands = Hands {
    run,
    type_key,
    paste,
};

fn state_mut(model: &mut Model) -> Option<&mut SearchState> {
    match model.overlays.last_mut() {
        Some(Overlay::Search(state)) => Some(state),
        _ => None,
    }
}

fn type_key(model: &mut Model, event: KeyEvent) {
    if let Some(state) = state_mut(model) {
        state.editor.key(&event);
        refresh(state);
    }
}

fn paste(model: &mut Model, text: &str) -> bool {
    if let Some(state) = state_mut(model) {
        state.editor.paste(text);
        refresh(state);
    }
    true
}

fn refresh(state: &mut SearchState) {
    state.hits = state.index.search(&state.editor.text());
    state.selected = 0;
    state.offset = 0;
}

/// The command Enter runs where commands are searched; the search is left before it runs.
pub(super) fn chosen_command(model: &mut Model, action: Action) -> Option<Action> {
    let state = state_mut(model)?;
    if action != Action::Accept || state.purpose != Use::Run {
        return None;
    }
    match *state.hits.id(state.selected)? {
        Target::Command(command) => {
            model.overlays.pop();
            Some(command)
        }
        _ => None,
    }
}

fn run(model: &mut Model, action: Action, _outside: &mut Outside<'_>) -> Option<Vec<Effect>> {
    let page = page_of(model);
    let state = state_mut(model)?;
    if let Some(selected) = moved(action, state.selected, state.hits.len(), page) {
        state.selected = selected;
        return Some(Vec::new());
    }
    if action != Action::Accept {
        return (action != Action::Back).then(Vec::new);
    }
    let target = state.hits.id(state.selected).cloned();
    let purpose = state.purpose;
    let Some(target) = target else {
        return Some(Vec::new());
    };
    Some(match (purpose, target) {
        (Use::AddToAgenda, Target::Activity(activity)) => {
            agenda::add_item(model, ItemKey::Activity(activity), true)
        }
        (Use::Speaker(item), Target::Subject(who)) => agenda::set_speaker(model, item, who),
        (Use::AskedBy(item), Target::Subject(who)) => agenda::ask_for(model, item, who),
        (Use::Pair(_), Target::Activity(new)) => {
            model.overlays.pop();
            open::carry::paired(model, new)
        }
        (Use::Identify, Target::Subject(who)) => match unknown_below(model) {
            Some(unknown) => registry::identify(model, unknown, who),
            None => Vec::new(),
        },
        (_, target) => {
            model.overlays.pop();
            go_to(model, target)
        }
    })
}

/// Shows a found thing: on the agenda when it is there, else where it belongs.
fn go_to(model: &mut Model, target: Target) -> Vec<Effect> {
    match target {
        Target::Activity(activity) => screens::go_to_item(model, ItemKey::Activity(activity)),
        Target::Subject(id) => {
            let effects = screens::go_subjects(model);
            if let Some(Screen::Subjects(state)) = model.screen_mut() {
                *state = SubjectsState {
                    selected: Some(id),
                    order: state.order,
                    ..SubjectsState::default()
                };
            }
            effects
        }
        Target::Assignment(id) => match model.workspace.ledger().entry(id) {
            Some(entry) => {
                let (item, date) = (entry.item, entry.meeting());
                if let Some(date) = date {
                    meeting::show(model, date);
                    meeting::select(model, item);
                }
                Vec::new()
            }
            None => Vec::new(),
        },
        Target::Entry(id) => go_to_entry(model, id),
        Target::Term(_) | Target::Abbreviation(_) | Target::Word(_) => {
            glossary::show(model, &target);
            Vec::new()
        }
        Target::Command(_) => Vec::new(),
    }
}

/// Shows an entry: in the card of its item at its meeting, else its item.
fn go_to_entry(model: &mut Model, id: Id) -> Vec<Effect> {
    let Some(entry) = model.workspace.ledger().entry(id) else {
        return Vec::new();
    };
    let (item, date) = (entry.item, entry.meeting());
    let Some(date) = date else {
        return screens::go_to_item(model, item);
    };
    meeting::show(model, date);
    meeting::select(model, item);
    if let Some(Screen::Meeting(state)) = model.screen_mut() {
        state.focus = Focus::Card;
        state.entry = Some(id);
    }
    Vec::new()
}
