//! Who is there: everybody with one key, exceptions by name.

use crate::domain::meeting::Presence;
use crate::domain::operation::Operation;
use crate::domain::subject::SubjectId;
use crate::tui::act::{Effect, Follow, record_at_meeting};
use crate::tui::model::{Model, Notice};

/// Records somebody's attendance.
pub(in crate::tui) fn set(
    model: &mut Model,
    who: &SubjectId,
    presence: Presence,
    close: bool,
) -> Vec<Effect> {
    let text = model.texts.with(
        "notice-attendance",
        &[
            ("who", model.workspace.short_name(who).to_owned().into()),
            ("presence", model.texts.presence(&presence).into()),
        ],
    );
    record_at_meeting(
        model,
        vec![Operation::SetAttendance {
            subject: who.clone(),
            presence: Some(presence),
        }],
        Notice::done(text),
        Follow {
            close,
            ..Follow::default()
        },
    )
}

/// Everybody of whom nothing else was said is present: one act.
pub(in crate::tui) fn all_present(model: &mut Model) -> Vec<Effect> {
    let Some(meeting) = model
        .open_meeting()
        .and_then(|date| model.workspace.ledger().meeting(date))
    else {
        model.notice = Some(Notice::warning(model.texts.get("notice-meeting-locked")));
        return Vec::new();
    };
    let members = &model.workspace.settings().members;
    let operations: Vec<Operation> = members
        .iter()
        .filter(|member| meeting.presence(member).is_none())
        .map(|member| Operation::SetAttendance {
            subject: member.clone(),
            presence: Some(Presence::Present),
        })
        .collect();
    if operations.is_empty() {
        model.notice = Some(Notice::done(model.texts.get("notice-attendance-known")));
        return Vec::new();
    }
    let text = model
        .texts
        .with("notice-all-present", &[("n", operations.len().into())]);
    record_at_meeting(model, operations, Notice::done(text), Follow::default())
}
