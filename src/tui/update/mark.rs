//! Marks: one key sets the status, writes the line of minutes and tactical plan, and steps on.

use crate::domain::date::Date;
use crate::domain::document::ActivityKey;
use crate::domain::mark::Status;
use crate::tui::act::Effect;
use crate::tui::act::mark::set;
use crate::tui::model::prompt::Purpose;
use crate::tui::model::{Action, Model, Notice};
use crate::tui::open::prompt;
use crate::tui::select::mark::targets;

/// Runs a mark command on what the cursor is on; `None` when it is another command.
pub(in crate::tui) fn run(model: &mut Model, action: Action) -> Option<Vec<Effect>> {
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
fn other_occurrence(model: &mut Model, targets: &[(ActivityKey, Date)], back: bool) {
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
