//! Marks: the status of occurrences, at the open meeting or between meetings.

use crate::domain::date::Date;
use crate::domain::document::ActivityKey;
use crate::domain::mark::Status;
use crate::domain::operation::Operation;
use crate::domain::safe_text::SafeText;
use crate::tui::act::{Act, Effect, Follow, record};
use crate::tui::model::{Model, Notice, Screen};
use crate::tui::select::agenda;

/// Records a status for occurrences as one act: at the open meeting, or between meetings.
pub(in crate::tui) fn set(
    model: &mut Model,
    targets: &[(ActivityKey, Date)],
    status: &Status,
    close: bool,
) -> Vec<Effect> {
    if matches!(model.screen(), Some(Screen::Meeting(_))) && model.open_meeting().is_none() {
        model.notice = Some(Notice::warning(model.texts.get("notice-meeting-locked")));
        return Vec::new();
    }
    let operations = targets
        .iter()
        .map(|(activity, occurrence)| Operation::Mark {
            activity: *activity,
            occurrence: *occurrence,
            status: status.clone(),
            happened: None,
        })
        .collect();
    let names: Vec<String> = targets
        .iter()
        .map(|(id, _)| model.workspace.point_or_dash(*id))
        .collect();
    for (activity, _) in targets {
        model.occurrence.remove(activity);
    }
    let notice = model.texts.with(
        "notice-marked",
        &[
            ("items", names.join(", ").into()),
            ("status", model.texts.status(status).into()),
        ],
    );
    let step_from = match model.screen() {
        Some(Screen::Meeting(_)) => agenda::selected_item(model),
        _ => None,
    };
    let follow = Follow {
        close,
        step_from,
        ..Follow::default()
    };
    let act = Act::at_current_meeting(model, operations, notice, follow);
    record(model, act)
}

/// A postponement or cancellation once the words are there.
pub(in crate::tui) fn set_with_reason(
    model: &mut Model,
    targets: &[(ActivityKey, Date)],
    to: Option<Date>,
    reason: SafeText,
) -> Vec<Effect> {
    let status = match to {
        Some(to) => Status::Postponed { to, reason },
        None => Status::Cancelled { reason },
    };
    set(model, targets, &status, true)
}
