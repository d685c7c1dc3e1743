//! The tour: offered once, on an empty journal; goes on when the chair does what a step asks for.

use crate::tui::act::Effect;
use crate::tui::model::tour::Step;
use crate::tui::model::{Access, Action, Model, Notice};
use crate::tui::preference::Preference;
use crate::tui::select::cursor::key_of;

/// Begins the tour where nobody has done anything yet and nobody has seen it.
pub fn offer(model: &mut Model) {
    let is_new = model.workspace.ledger().records().is_empty();
    if is_new && !model.workspace.settings().tour_seen && model.access == Access::ReadWrite {
        model.tour = Some(Step::Open);
    }
}

/// Takes note of a command: if it is what the step asked for, the next step comes.
pub(in crate::tui) fn note(model: &mut Model, action: Action) -> Vec<Effect> {
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

pub(in crate::tui) fn go_on(model: &mut Model, step: Step) -> Vec<Effect> {
    model.tour = step.next();
    if model.tour.is_some() {
        Vec::new()
    } else {
        leave(model)
    }
}

/// Ends the tour and says how it comes again. An empty journal would offer it at the next start.
pub(in crate::tui) fn leave(model: &mut Model) -> Vec<Effect> {
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
