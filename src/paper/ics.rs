//! Calendars (RFC 5545): the series of meetings with its exceptions, due dates of assignments and
//! of the tactical plan. Times are floating: they mean the clock of the hall.
//!
//! The calendar of a paper says what the paper says; that of the meetings is about now. A UID is
//! made of what never changes (the id of an assignment, an occurrence's window, the plan), and one
//! UID has one text in all papers of a meeting. SEQUENCE grows with every approved version and with
//! every meeting: importing a newer file moves what is in a calendar already instead of doubling
//! it, and an older one changes nothing.

mod due;
mod meetings;
mod text;

use crate::domain::date::Date;
use crate::domain::minutes::MinutesState;
use crate::domain::safe_text::SafeText;
use crate::domain::workspace::Workspace;

use super::DocumentRenderError;
use super::source::Source as PaperSource;

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
    /// That of the meetings: what holds now.
    fn of(workspace: &Workspace) -> Self {
        let (begins, number) = workspace.issued_document();
        let ledger = workspace.ledger();
        Self {
            stamp: stamp(&workspace.settings().papers.stamp),
            plan: plan(begins, &number),
            moment: ledger.last_moment().map_or_else(
                || text::midnight(begins),
                |moment| text::moment(moment.utc()),
            ),
            sequence: u32::try_from(ledger.clock()).unwrap_or(u32::MAX),
        }
    }

    /// That of a paper of a meeting: as old as the meeting and its version.
    fn of_paper(
        source: &PaperSource<'_>,
        date: Date,
        state: MinutesState,
        version: u32,
    ) -> Result<Self, DocumentRenderError> {
        let (day, number) = source.issued()?.document;
        // A version counts two: between it and the next one lies the draft of that.
        let draft = u32::from(state == MinutesState::Draft);
        let version = version.saturating_mul(2).saturating_add(draft).min(99);
        let days = date.days_since(Date::MIN).max(0);
        Ok(Self {
            stamp: stamp(&source.stamp()),
            plan: plan(day, &number),
            moment: text::midnight(date),
            sequence: u32::try_from(days)
                .unwrap_or(0)
                .saturating_mul(100)
                .saturating_add(version),
        })
    }
}

fn stamp(stamp: &SafeText) -> String {
    if stamp.is_blank() {
        String::new()
    } else {
        format!("{stamp}. ")
    }
}

fn plan(date: Date, number: &str) -> String {
    format!("{}-{}", text::day(date), super::request::plain_id(number))
}
