//! Marks: one key sets the status, writes the line of minutes and tactical plan, and steps on.

use crate::domain::mark::Status;
use crate::domain::workspace::MarkTarget;
use crate::tui::act::Effect;
use crate::tui::act::mark::set;
use crate::tui::model::prompt::Purpose;
use crate::tui::model::{Action, Model, Notice, Overlay};
use crate::tui::open::{control, mark, prompt};
use crate::tui::select::mark::{meant, points};

/// Runs a mark command on what the cursor is on; `None` when it is another command.
pub(in crate::tui) fn run(model: &mut Model, action: Action) -> Option<Vec<Effect>> {
    match action {
        Action::MarkAllDone => return Some(close_all(model)),
        Action::NextOccurrence | Action::PreviousOccurrence => {
            return Some(other_occurrence(
                model,
                action == Action::PreviousOccurrence,
            ));
        }
        Action::MarkDone | Action::MarkDoneOn | Action::MarkPostponed | Action::MarkCancelled => {}
        other => {
            status_of(other)?;
        }
    }
    let lines = meant(model, mark::closes(action));
    Some(if lines.is_empty() {
        nothing_to_mark(model)
    } else if lines.iter().any(|line| line.len() > 1) {
        mark::ask(model, action, &lines)
    } else {
        let targets = lines.into_iter().flatten().collect();
        on(model, action, targets)
    })
}

/// Does with these what a mark command says; `Choose::Mark` comes here too.
pub(in crate::tui) fn on(
    model: &mut Model,
    action: Action,
    targets: Vec<MarkTarget>,
) -> Vec<Effect> {
    // A question that was answered has gone, whatever comes after it.
    if matches!(model.overlays.last(), Some(Overlay::Choice(_))) {
        model.overlays.pop();
    }
    match action {
        Action::MarkDoneOn => prompt::open(model, Purpose::DoneOn(targets), ""),
        Action::MarkPostponed => prompt::open(model, Purpose::PostponeTo(targets), ""),
        Action::MarkCancelled => prompt::open(model, Purpose::CancelReason(targets), ""),
        _ => {
            let Some(status) = status_of(action) else {
                return Vec::new();
            };
            let points = targets
                .iter()
                .any(|it| matches!(it, MarkTarget::Point { .. }));
            // «В работе» decides nothing on an assignment: the chair is asked what is decided.
            match targets.as_slice() {
                [MarkTarget::Assignment(id)] if status != Status::Done => control::ask(model, *id),
                _ if status != Status::Done && !points => {
                    let asked = model.texts.get("notice-mark-one-by-one");
                    model.notice = Some(Notice::warning(asked));
                    Vec::new()
                }
                targets => set(model, targets, &status, None, false),
            }
        }
    }
}

fn status_of(action: Action) -> Option<Status> {
    Some(match action {
        Action::MarkNotStarted => Status::NotStarted,
        Action::MarkInProgress => Status::InProgress { percent: None },
        Action::MarkAtRisk => Status::AtRisk,
        Action::MarkDone => Status::Done,
        other => Status::InProgress {
            percent: Some(other.percent()?),
        },
    })
}

fn nothing_to_mark(model: &mut Model) -> Vec<Effect> {
    model.notice = Some(Notice::warning(model.texts.get("notice-nothing-to-mark")));
    Vec::new()
}

/// Closes everything that was missed of the activities, with the occurrence that goes on when it
/// is due this week.
fn close_all(model: &mut Model) -> Vec<Effect> {
    let day = model.day();
    let mut owed = Vec::new();
    for target in points(model) {
        if let MarkTarget::Point { activity, .. } = target {
            let standings = model.workspace.owed_up_to(activity, day);
            owed.extend(standings.into_iter().map(|standing| MarkTarget::Point {
                activity,
                occurrence: standing.occurrence.window.first,
            }));
        }
    }
    if owed.is_empty() {
        return nothing_to_mark(model);
    }
    set(model, &owed, &Status::Done, None, false)
}

/// Moves a word about the activity to its next or previous occurrence, wrapping around.
fn other_occurrence(model: &mut Model, back: bool) -> Vec<Effect> {
    let chosen = points(model).into_iter().next();
    let item = crate::tui::select::agenda::selected_item(model);
    let activity = match chosen {
        Some(MarkTarget::Point { activity, .. }) => Some(activity),
        // On a line that is about an assignment the keys lead to the control points all the same.
        _ => item.and_then(|item| crate::tui::select::mark::activity_of(model, item)),
    };
    let Some(activity) = activity else {
        return nothing_to_mark(model);
    };
    let Some((_, view)) = model.workspace.activity(activity) else {
        return Vec::new();
    };
    let place = crate::tui::select::mark::occurrence_of(model, activity).unwrap_or(0);
    let all = view.occurrences.len().max(1);
    let step = if back { all - 1 } else { 1 };
    model.occurrence.insert(activity, (place + step) % all);
    Vec::new()
}
