//! The tour: offered once, on an empty journal; goes on when the chair does what a step asks for.

use crate::tui::act::Effect;
use crate::tui::model::Model;
use crate::tui::model::tour::Step;
use crate::tui::open::tour::go_on;

/// The tour's own command: begins it anew, and in the tour goes on to the next step.
pub(in crate::tui) fn run(model: &mut Model) -> Vec<Effect> {
    if let Some(step) = model.tour {
        return go_on(model, step);
    }
    model.overlays.clear();
    model.screens.truncate(1);
    model.tour = Some(Step::Open);
    Vec::new()
}
