//! Marks: the status of control points, and with the same keys the control of assignments, at the
//! open meeting or between meetings.

use crate::domain::control::Control;
use crate::domain::date::Date;
use crate::domain::mark::Status;
use crate::domain::operation::Operation;
use crate::domain::safe_text::SafeText;
use crate::domain::workspace::MarkTarget;
use crate::tui::act::{Act, Effect, Follow, record};
use crate::tui::model::{Model, Notice, Screen};
use crate::tui::select::agenda;
use crate::tui::select::mark::names_of;

/// Records a status as one act: at the open meeting, or between meetings. `happened` is the day it
/// really was so, where that is not the day it is said.
pub(in crate::tui) fn set(
    model: &mut Model,
    targets: &[MarkTarget],
    status: &Status,
    happened: Option<Date>,
    close: bool,
) -> Vec<Effect> {
    if matches!(model.screen(), Some(Screen::Meeting(_))) && model.open_meeting().is_none() {
        model.notice = Some(Notice::warning(model.texts.get("notice-meeting-locked")));
        return Vec::new();
    }
    let happened = happened.filter(|day| *day != model.open_meeting().unwrap_or(model.today));
    let mut operations = Vec::new();
    let mut said: Vec<(String, Vec<&MarkTarget>)> = Vec::new();
    for target in targets {
        let words = match target {
            MarkTarget::Point {
                activity,
                occurrence,
            } => {
                operations.push(Operation::Mark {
                    activity: *activity,
                    occurrence: *occurrence,
                    status: status.clone(),
                    happened,
                });
                model.texts.status(status)
            }
            MarkTarget::Assignment(assignment) => {
                let Some(control) = control_of(model, status) else {
                    continue;
                };
                let words = model.texts.control(&control);
                operations.push(Operation::SetControl {
                    assignment: *assignment,
                    control,
                    happened,
                });
                words
            }
        };
        match said.iter_mut().find(|(known, _)| *known == words) {
            Some((_, alike)) => alike.push(target),
            None => said.push((words, vec![target])),
        }
    }
    for target in targets {
        if let MarkTarget::Point { activity, .. } = target {
            model.occurrence.remove(activity);
        }
    }
    let mut notice: Vec<String> = said
        .into_iter()
        .map(|(words, alike)| {
            let items = ("items", names_of(model, &alike).into());
            model
                .texts
                .with("notice-marked", &[items, ("status", words.into())])
        })
        .collect();
    if let Some(day) = happened {
        let day = ("day", model.texts.date_full(day).into());
        notice.push(model.texts.with("notice-happened", &[day]));
    }
    let step_from = match model.screen() {
        Some(Screen::Meeting(_)) => agenda::selected_item(model),
        _ => None,
    };
    let follow = Follow {
        close,
        step_from,
        ..Follow::default()
    };
    let act = Act::at_current_meeting(model, operations, notice.join(" · "), follow);
    record(model, act)
}

/// What a mark says of an assignment: «исполнено» is the executor's word between meetings, and at
/// a meeting the chair's that lifts control. «В работе» decides nothing on it.
fn control_of(model: &Model, status: &Status) -> Option<Control> {
    Some(match status {
        Status::Done if model.open_meeting().is_some() => Control::Lifted,
        Status::Done => Control::Reported,
        Status::Postponed { to, reason } => Control::Extended {
            to: *to,
            reason: reason.clone(),
        },
        Status::Cancelled { reason } => Control::Dropped {
            reason: reason.clone(),
        },
        Status::NotStarted | Status::InProgress { .. } | Status::AtRisk => return None,
    })
}

/// A postponement or cancellation once the words are there.
pub(in crate::tui) fn set_with_reason(
    model: &mut Model,
    targets: &[MarkTarget],
    to: Option<Date>,
    reason: SafeText,
) -> Vec<Effect> {
    let status = match to {
        Some(to) => Status::Postponed { to, reason },
        None => Status::Cancelled { reason },
    };
    set(model, targets, &status, None, true)
}
