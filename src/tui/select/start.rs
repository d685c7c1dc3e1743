//! The days the start screen offers.

use std::sync::Arc;

use crate::domain::agenda::Proposal;
use crate::domain::date::Date;
use crate::domain::workspace::Workspace;
use crate::tui::model::start::StartState;
use crate::tui::model::{Model, Screen};

/// The days that can be chosen and the one to begin with.
pub(in crate::tui) fn fresh(workspace: &Workspace, today: Date) -> StartState {
    let offered = workspace.meeting_to_offer(today);
    let mut days = workspace.meeting_days();
    days.extend(workspace.ledger().meetings().keys().copied());
    days.push(offered);
    days.sort_unstable();
    days.dedup();
    let selected = days.iter().position(|day| *day == offered).unwrap_or(0);
    StartState {
        days,
        selected,
        offset: 0,
    }
}

/// What a meeting would deal with; nothing while it takes long to find and was not found yet.
pub(in crate::tui) fn agenda(model: &Model, day: Date) -> Option<Arc<Proposal>> {
    let workspace = &model.workspace;
    if !model.is_large() {
        return Some(workspace.proposed_agenda(day));
    }
    workspace.known_agenda(day)
}

/// The day the start screen has to count the agenda of, where it takes long and is not known.
pub(in crate::tui) fn uncounted(model: &Model) -> Option<Date> {
    let Some(Screen::Start(start)) = model.screen() else {
        return None;
    };
    let day = *start.days.get(start.selected)?;
    let is_asked = model.workspace.ledger().meeting(day).is_none()
        && model.workspace.calendar().is_working_day(day);
    (is_asked && agenda(model, day).is_none()).then_some(day)
}
