//! The tour: offered once, on an empty journal; goes on when the chair does what a step asks for.

use super::super::model::tour::Step;
use super::super::model::{Access, Action, Model, Notice};
use super::super::preference::Preference;
use super::{Effect, key_of};

/// Begins the tour where nobody has done anything yet and nobody has seen it.
pub fn offer(model: &mut Model) {
    let is_new = model.workspace.ledger().records().is_empty();
    if is_new && !model.workspace.settings().tour_seen && model.access == Access::ReadWrite {
        model.tour = Some(Step::Open);
    }
}

/// The tour's own command: begins it anew, and in the tour goes on to the next step.
pub(super) fn run(model: &mut Model) -> Vec<Effect> {
    if let Some(step) = model.tour {
        return go_on(model, step);
    }
    model.overlays.clear();
    model.screens.truncate(1);
    model.tour = Some(Step::Open);
    Vec::new()
}

/// Takes note of a command: if it is what the step asked for, the next step comes.
pub(super) fn note(model: &mut Model, action: Action) -> Vec<Effect> {
    let Some(step) = model.tour else {
        return Vec::new();
    };
    let is_it = match step {
        Step::Open => matches!(action, Action::OpenMeeting | Action::GoMeeting),
        Step::Attendance => action == Action::AllPresent,
        Step::Mark => {
            action.percent().is_some()
                || matches!(
                    action,
                    Action::MarkDone
                        | Action::MarkInProgress
                        | Action::MarkAtRisk
                        | Action::MarkNotStarted
                )
        }
        Step::Undo => action == Action::Undo,
        Step::Finish => action == Action::FinishMeeting,
    };
    if is_it {
        go_on(model, step)
    } else {
        Vec::new()
    }
}

fn go_on(model: &mut Model, step: Step) -> Vec<Effect> {
    model.tour = step.next();
    if model.tour.is_some() {
        Vec::new()
    } else {
        leave(model)
    }
}

/// Ends the tour and says how it comes again. An empty journal would offer it at the next start.
pub(super) fn leave(model: &mut Model) -> Vec<Effect> {
    model.tour = None;
    let again = key_of(model, Action::Tour);
    let text = model.texts.with("tour-left", &[("again", again.into())]);
    model.notice = Some(Notice::done(text));
    if model.workspace.ledger().records().is_empty() && !model.workspace.settings().tour_seen {
        vec![Effect::Prefer(Preference::TourSeen)]
    } else {
        Vec::new()
    }
}
