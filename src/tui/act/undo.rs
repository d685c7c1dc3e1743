//! Taking an act back, and bringing it again.

use crate::domain::id::Id;
use crate::domain::operation::Operation;
use crate::tui::act::{Act, Effect, Follow, record};
use crate::tui::model::{Model, Notice};
use crate::tui::select::words::describe_act;

/// Takes an act back, and says which.
pub(in crate::tui) fn take_back(model: &mut Model, act: Id) -> Vec<Effect> {
    let text = describe_act(model, act);
    let (meeting, day, papers) = place_of(model, act);
    let notice = model.texts.with("notice-undone", &[("what", text.into())]);
    record(
        model,
        Act {
            meeting,
            day,
            operations: vec![Operation::Retract { act }],
            notice: Some(Notice::done(notice).staying()),
            follow: Follow {
                papers,
                ..Follow::default()
            },
        },
    )
}

pub(in crate::tui) fn redo(model: &mut Model) -> Vec<Effect> {
    let target = model.workspace.ledger().redo_target(&model.writer);
    let undone = target.and_then(|retraction| {
        model
            .workspace
            .ledger()
            .act(retraction)
            .find_map(|record| match record.op {
                Operation::Retract { act } => Some((retraction, act)),
                _ => None,
            })
    });
    let Some((retraction, act)) = undone else {
        model.notice = Some(Notice::warning(model.texts.get("notice-nothing-to-redo")));
        return Vec::new();
    };
    let text = describe_act(model, act);
    let (meeting, day, papers) = place_of(model, act);
    let notice = model.texts.with("notice-redone", &[("what", text.into())]);
    record(
        model,
        Act {
            meeting,
            day,
            operations: vec![Operation::Retract { act: retraction }],
            notice: Some(Notice::done(notice).staying()),
            follow: Follow {
                papers,
                ..Follow::default()
            },
        },
    )
}

/// The meeting and day an act belongs to, and whether its papers change with it.
fn place_of(
    model: &Model,
    act: Id,
) -> (
    Option<crate::domain::date::Date>,
    crate::domain::date::Date,
    Option<crate::domain::date::Date>,
) {
    let mut meeting = None;
    let mut day = model.day();
    let mut papers = None;
    for record in model.workspace.ledger().act(act) {
        meeting = record.meeting;
        day = record.day;
        if matches!(
            record.op,
            Operation::FinishMeeting { .. } | Operation::ReopenMeeting { .. }
        ) {
            papers = record.meeting;
        }
    }
    (meeting, day, papers)
}
