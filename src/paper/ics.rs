//! Calendars (RFC 5545): the series of meetings with its exceptions, due dates of assignments and
//! of the tactical plan. Times are floating: they mean the clock of the hall.
//!
//! A calendar is about now, whichever paper it came with: a due date that was moved since is the
//! moved one, what is done rings no more. A UID is made of what never changes (the id of an
//! assignment, an occurrence's window, the plan), and SEQUENCE grows with every act on record:
//! importing a newer file moves what is in a calendar already instead of doubling it, and an older
//! one changes nothing.

mod due;
mod meetings;
mod text;

use crate::domain::workspace::Workspace;

pub(super) use due::{assignments, tactical_plan};
pub(super) use meetings::meetings;

/// What every component of a calendar says of where it came from.
#[derive(Clone, Debug)]
struct Source {
    /// The plan, as a part of a UID.
    plan: String,
    /// DTSTAMP: when the last act was recorded, or the day of the plan.
    moment: String,
    /// SEQUENCE.
    sequence: u32,
    /// What is stamped on all papers, with a point and a space behind it; or nothing.
    stamp: String,
}

impl Source {
    fn of(workspace: &Workspace) -> Self {
        let document = &workspace.plan().document;
        let ledger = workspace.ledger();
        let stamp = &workspace.settings().papers.stamp;
        Self {
            stamp: if stamp.is_blank() {
                String::new()
            } else {
                format!("{stamp}. ")
            },
            plan: format!(
                "{}-{}",
                text::day(document.date),
                super::request::plain_id(&document.number)
            ),
            moment: ledger.last_moment().map_or_else(
                || text::midnight(document.date),
                |moment| text::moment(moment.utc()),
            ),
            sequence: u32::try_from(ledger.clock()).unwrap_or(u32::MAX),
        }
    }
}
