//! The filter «на контроле у …» of the plan, the responsibilities and the assignments.

use crate::domain::safe_text::SafeText;
use crate::tui::act::Effect;
use crate::tui::model::choice::{Choose, Line};
use crate::tui::model::{Model, Notice, Screen};
use crate::tui::open::dialog;

/// Asks whose control the list on top is narrowed to; a list that is narrowed is whole again.
pub(in crate::tui) fn ask(model: &mut Model) -> Vec<Effect> {
    let now = match model.screen() {
        Some(Screen::Plan(state)) => state.controller.is_some(),
        Some(Screen::Subjects(state)) => state.controller.is_some(),
        Some(Screen::Assignments(state)) => state.controller.is_some(),
        _ => return Vec::new(),
    };
    if now {
        return by(model, None);
    }
    let found = model.workspace.controlling(model.day());
    let lines: Vec<Line> = found
        .into_iter()
        .map(|it| {
            let counts = [
                ("documents", it.documents.into()),
                ("points", it.points.into()),
                ("assignments", it.assignments.into()),
            ];
            Line {
                text: it.name.to_string(),
                detail: model.texts.with("controlled-counts", &counts),
                choose: Choose::Controller(it.name),
                value: 0,
            }
        })
        .collect();
    let title = model.texts.get("controlled-title");
    let nothing = Notice::warning(model.texts.get("controlled-nobody"));
    dialog::choose_or_say(model, title, lines, nothing)
}

/// Narrows the list on top to what one controls, or makes it whole again.
pub(in crate::tui) fn by(model: &mut Model, who: Option<SafeText>) -> Vec<Effect> {
    model.overlays.pop();
    match model.screen_mut() {
        Some(Screen::Plan(state)) => state.controller = who,
        Some(Screen::Subjects(state)) => {
            state.controller = who;
            state.duty = 0;
            state.duty_offset = 0;
        }
        Some(Screen::Assignments(state)) => state.controller = who,
        _ => {}
    }
    Vec::new()
}
