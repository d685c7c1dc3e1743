//! The days the start screen offers.

use crate::domain::date::Date;
use crate::domain::workspace::Workspace;
use crate::tui::model::start::StartState;

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
