//! How a status looks in a list.

use crate::domain::mark::Status;
use crate::tui::theme::Role;

/// The sign and colour of a status: told by a sign, not by colour alone.
pub(in crate::tui) fn sign(status: Option<&Status>, is_done: bool) -> (&'static str, Role) {
    match status {
        Some(Status::Done) => ("✓", Role::Done),
        Some(Status::InProgress { .. }) => ("~", Role::InProgress),
        Some(Status::AtRisk) => ("!", Role::AtRisk),
        Some(Status::NotStarted) => ("0", Role::NotStarted),
        Some(Status::Postponed { .. }) => ("»", Role::Postponed),
        Some(Status::Cancelled { .. }) => ("×", Role::Cancelled),
        None if is_done => ("+", Role::Decision),
        None => (" ", Role::Dim),
    }
}
