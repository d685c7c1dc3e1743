//! The assignments screen: control between and at meetings.

use super::surface::Hands;
use crate::tui::act::{Effect, Outside};
use crate::tui::model::assignments::{AssignmentsState, Filter, Order};
use crate::tui::model::prompt::Purpose;
use crate::tui::model::{Action, Model, Screen};
use crate::tui::open::assignments::open;
use crate::tui::open::{assign, control, controlled, prompt};
use crate::tui::select::assignments::{selected_index, shown, state};
use crate::tui::select::cursor::{moved, page_of};

/// What it does with keys.
pub(super) const HANDS: Hands = Hands::commands(run);

fn state_mut(model: &mut Model) -> Option<&mut AssignmentsState> {
    match model.screen_mut() {
        Some(Screen::Assignments(state)) => Some(state),
        _ => None,
    }
}

fn run(model: &mut Model, action: Action, _outside: &mut Outside<'_>) -> Option<Vec<Effect>> {
    let views = shown(model, state(model)?);
    let index = selected_index(model, &views);
    let page = page_of(model);
    if let Some(to) = moved(action, index, views.len(), page) {
        let to = views.get(to).map(|view| view.id);
        state_mut(model)?.selected = to;
        return Some(Vec::new());
    }
    let chosen = views.get(index);
    match action {
        Action::FilterStatus => {
            let state = state_mut(model)?;
            let place = Filter::ALL
                .iter()
                .position(|filter| *filter == state.filter)
                .unwrap_or(0);
            state.filter = Filter::ALL
                .get((place + 1) % Filter::ALL.len())
                .copied()
                .unwrap_or_default();
        }
        Action::FilterExecutor => {
            let who = chosen.and_then(|view| view.executors.first().cloned());
            let state = state_mut(model)?;
            state.executor = match &state.executor {
                Some(_) => None,
                None => who,
            };
        }
        Action::FilterController => return Some(controlled::ask(model)),
        Action::ClearFilters => {
            let state = state_mut(model)?;
            state.filter = Filter::All;
            state.executor = None;
            state.controller = None;
            state.words.clear();
        }
        Action::Sort => {
            let state = state_mut(model)?;
            state.order = match state.order {
                Order::Due => Order::Executor,
                Order::Executor => Order::Number,
                Order::Number => Order::Due,
            };
        }
        Action::Answers => return Some(prompt::open(model, Purpose::Answers, "")),
        Action::Control => return Some(control::ask(model, chosen?.id)),
        Action::Assign => return Some(assign::edit(model, chosen?.id)),
        Action::Open => {
            let chosen = chosen?.clone();
            return Some(open(model, &chosen));
        }
        _ => return None,
    }
    Some(Vec::new())
}
