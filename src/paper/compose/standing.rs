//! How a point stands, as papers put it: what was said of it, and how near its due date is.

use super::super::wording::{date, russian, status_on};
use crate::domain::date::{Date, Span};
use crate::domain::document::{ActivityKey, Document};
use crate::domain::workspace::{Settled, Standing, Timing, Workspace};

/// What was said of a point, or how near its due date is, and how many reports before it are owed.
pub(super) fn said(
    workspace: &Workspace,
    activity: ActivityKey,
    standing: &Standing,
    day: Date,
) -> String {
    let stands = stands(workspace, activity, standing, day);
    // Each report is a control point of its month: those before the one that is owed count, too.
    match standing.missed {
        0 => stands,
        missed => format!("{stands}; не представлено за прошлые сроки: {missed}"),
    }
}

/// What was said of a control point, or how near its due date is.
pub(super) fn stands(
    workspace: &Workspace,
    activity: ActivityKey,
    standing: &Standing,
    day: Date,
) -> String {
    match &standing.status {
        // «В работе» is no excuse: what is counted as overdue says so.
        Some(said) if matches!(standing.timing, Timing::Overdue(_)) => {
            let late = nearness(standing.timing);
            format!("{}; {late}", status_on(said, standing.happened))
        }
        Some(said) => status_on(said, standing.happened),
        // Nothing was said and nothing is owed: the chair put on record why.
        None if standing.is_closed() => settled(workspace, activity, day),
        None => nearness(standing.timing),
    }
}

/// How near a due date is. A paper is read on other days too: it has no «сегодня».
fn nearness(timing: Timing) -> String {
    match timing {
        Timing::Due(0) => "последний день срока".to_owned(),
        timing => russian().timing(timing),
    }
}

/// Why nothing is owed of an activity nobody marked, as a paper puts it.
fn settled(workspace: &Workspace, activity: ActivityKey, day: Date) -> String {
    match workspace.settled(activity, day) {
        Settled::CarriedOver(document) => {
            let known = workspace.document(document);
            let name = known.map_or(document.as_str(), Document::short_name);
            format!("продолжено в документе «{name}»")
        }
        Settled::OffControl => "снято с контроля вместе с документом".to_owned(),
        Settled::NotHeld => "не проводилось".to_owned(),
    }
}

/// The days of a control point: «25.12.2023 – 31.12.2023», «12.03.2025».
pub(super) fn days(window: Span) -> String {
    if window.first == window.last {
        date(window.first)
    } else {
        format!("{} – {}", date(window.first), date(window.last))
    }
}
