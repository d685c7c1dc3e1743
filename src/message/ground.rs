//! What speaks for a line of the agenda, in words.

use crate::domain::agenda::{AgendaLine, Reason};
use crate::domain::weight::{Ground, Weight};
use crate::domain::workspace::Workspace;
use crate::locale::Texts;

/// A ground in words.
pub fn ground(texts: &Texts, workspace: &Workspace, ground: &Ground) -> String {
    let name = |id| workspace.short_name(id).to_owned();
    match ground {
        Ground::Event => texts.get("ground-event"),
        Ground::Near { days } => texts.with("ground-near", &[("days", (*days).into())]),
        Ground::Over { days } => texts.with("ground-over", &[("days", (*days).into())]),
        Ground::Moved { times } => texts.with("ground-moved", &[("times", (*times).into())]),
        Ground::Silent { weeks } => texts.with("ground-silent", &[("weeks", (*weeks).into())]),
        Ground::Executor { subject, overdue } => texts.with(
            "ground-executor",
            &[
                ("overdue", (*overdue).into()),
                ("who", name(subject).into()),
            ],
        ),
        Ground::Promised => texts.get("ground-promised"),
        Ground::Chair => texts.get("ground-chair"),
        Ground::Indicator { number } => {
            texts.with("ground-indicator", &[("number", i64::from(*number).into())])
        }
        Ground::Asked { subject } => texts.with("ground-asked", &[("who", name(subject).into())]),
        Ground::AtRisk => texts.get("ground-at-risk"),
    }
}

/// Why a line stands where it does: the reasons it was put on for, and the grounds these do not
/// say yet, the weightiest first.
pub fn why(
    texts: &Texts,
    workspace: &Workspace,
    line: &AgendaLine,
    weight: &Weight,
) -> Vec<String> {
    let reasons = line.reasons.iter().map(|reason| texts.reason(reason));
    let given = |reason: &Reason| {
        matches!(
            reason,
            Reason::AssignmentDue { .. } | Reason::ToBeHeard { .. } | Reason::ByHand
        )
    };
    let is_given = line.reasons.iter().any(given);
    let has = |wanted: fn(&Reason) -> bool| line.reasons.iter().any(wanted);
    let is_overdue = has(|reason| matches!(reason, Reason::Overdue { .. }));
    let is_assigned = has(|reason| matches!(reason, Reason::AssignmentDue { .. }));
    let grounds = weight.grounds.iter().filter(|(ground, _)| match ground {
        Ground::Chair => !is_given,
        // Of an assignment its day alone stands among the reasons.
        Ground::Over { .. } => is_assigned && !is_overdue,
        // Dates, moves and silence stand among the reasons.
        Ground::Near { .. } | Ground::Silent { .. } => false,
        _ => true,
    });
    let grounds = grounds.map(|(it, _)| ground(texts, workspace, it));
    reasons.chain(grounds).collect()
}
