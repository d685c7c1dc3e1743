//! Marks: one key sets the status, writes the line of minutes and tactical plan, and steps on.

use super::super::model::prompt::Purpose;
use super::super::model::{Action, Model, Notice, Screen};
use super::{Act, Effect, Follow, meeting, plan, prompt, record, subjects};
use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::domain::mark::Status;
use crate::domain::operation::Operation;
use crate::domain::plan::ActivityId;
use crate::domain::safe_text::SafeText;

/// Runs a mark command on what the cursor is on; `None` when it is another command.
pub(super) fn run(model: &mut Model, action: Action) -> Option<Vec<Effect>> {
    let status = match action {
        Action::MarkNotStarted => Status::NotStarted,
        Action::MarkInProgress => Status::InProgress { percent: None },
        Action::MarkAtRisk => Status::AtRisk,
        Action::MarkDone => Status::Done,
        Action::MarkPostponed
        | Action::MarkCancelled
        | Action::NextOccurrence
        | Action::PreviousOccurrence => {
            return Some(with_question(model, action));
        }
        other => Status::InProgress {
            percent: Some(other.percent()?),
        },
    };
    let targets = targets(model);
    if targets.is_empty() {
        return Some(nothing_to_mark(model));
    }
    Some(set(model, &targets, &status, false))
}

fn nothing_to_mark(model: &mut Model) -> Vec<Effect> {
    model.notice = Some(Notice::warning(model.texts.get("notice-nothing-to-mark")));
    Vec::new()
}

fn with_question(model: &mut Model, action: Action) -> Vec<Effect> {
    let targets = targets(model);
    if targets.is_empty() {
        return nothing_to_mark(model);
    }
    match action {
        Action::MarkPostponed => prompt::open(model, Purpose::PostponeTo(targets), ""),
        Action::MarkCancelled => prompt::open(model, Purpose::CancelReason(targets), ""),
        _ => {
            other_occurrence(model, &targets, action == Action::PreviousOccurrence);
            Vec::new()
        }
    }
}

/// Moves a word about the activity to its next or previous occurrence, round and round.
fn other_occurrence(model: &mut Model, targets: &[(ActivityId, Date)], back: bool) {
    let Some((activity, occurrence)) = targets.first() else {
        return;
    };
    let Some((_, view)) = model.workspace.activity(*activity) else {
        return;
    };
    let place = view
        .occurrences
        .iter()
        .position(|known| known.window.first == *occurrence)
        .unwrap_or(0);
    let all = view.occurrences.len().max(1);
    let step = if back { all - 1 } else { 1 };
    let other = (place + step) % all;
    model.occurrence.insert(*activity, other);
}

/// The occurrence a word about an activity means now: the one chosen by hand, else the usual one.
pub fn occurrence_of(model: &Model, activity: ActivityId) -> Option<usize> {
    model
        .occurrence
        .get(&activity)
        .copied()
        .or_else(|| model.workspace.occurrence_meant(activity, model.day()))
}

/// The activities a mark goes to: those chosen together, else the one under the cursor; each
/// with the occurrence that is meant.
fn targets(model: &Model) -> Vec<(ActivityId, Date)> {
    let activities: Vec<ActivityId> = match model.screen() {
        Some(Screen::Meeting(state)) if !state.chosen.is_empty() => state
            .chosen
            .iter()
            .filter_map(|item| activity_of(model, *item))
            .collect(),
        Some(Screen::Meeting(_)) => meeting::selected_item(model)
            .and_then(|item| activity_of(model, item))
            .into_iter()
            .collect(),
        Some(Screen::Plan(_)) => plan::selected_activity(model).into_iter().collect(),
        Some(Screen::Subjects(_)) => subjects::selected_activity(model).into_iter().collect(),
        _ => Vec::new(),
    };
    activities
        .into_iter()
        .filter_map(|activity| {
            let (_, view) = model.workspace.activity(activity)?;
            let occurrence = view.occurrences.get(occurrence_of(model, activity)?)?;
            Some((activity, occurrence.window.first))
        })
        .collect()
}

/// The activity of an agenda item.
pub(super) fn activity_of(model: &Model, item: ItemKey) -> Option<ActivityId> {
    match item {
        ItemKey::Activity(activity) => Some(activity),
        ItemKey::Assignment(id) => match model.workspace.ledger().entry(id)?.item {
            ItemKey::Activity(activity) => Some(activity),
            _ => None,
        },
        ItemKey::Topic(_) => None,
    }
}

/// Records a status for occurrences as one act: at the open meeting, or between meetings.
pub(super) fn set(
    model: &mut Model,
    targets: &[(ActivityId, Date)],
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
    let names: Vec<String> = targets.iter().map(|(id, _)| id.to_string()).collect();
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
        Some(Screen::Meeting(_)) => meeting::selected_item(model),
        _ => None,
    };
    let follow = Follow {
        close,
        step_from,
        ..Follow::default()
    };
    let act = Act::of_now(model, operations, notice, follow);
    record(model, act)
}

/// A postponement or cancellation once the words are there.
pub(super) fn set_with_reason(
    model: &mut Model,
    targets: &[(ActivityId, Date)],
    to: Option<Date>,
    reason: SafeText,
) -> Vec<Effect> {
    let status = match to {
        Some(to) => Status::Postponed { to, reason },
        None => Status::Cancelled { reason },
    };
    set(model, targets, &status, true)
}
