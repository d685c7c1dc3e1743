//! The first question of all: a plan of one's own, the example, or nothing yet.

use crate::tui::act::Effect;
use crate::tui::model::choice::{Beginning, Choose, Line};
use crate::tui::model::prompt::Purpose;
use crate::tui::model::{Access, Model};
use crate::tui::open::dialog;
use crate::tui::open::{prompt, tour};

/// Asks where nobody has done anything yet: with the example there, or with documents that are
/// empty. Elsewhere the tour is offered.
pub fn offer(model: &mut Model, has_example: bool) {
    let workspace = &model.workspace;
    let is_new = workspace.ledger().records().is_empty()
        && !workspace.settings().tour_seen
        && model.access == Access::ReadWrite;
    let mut documents = workspace.documents().iter();
    let is_empty = documents.all(|document| document.content.is_empty());
    if !is_new || !(has_example || is_empty) {
        tour::offer(model);
        return;
    }
    let texts = &model.texts;
    let line = |id: &str, begin: Beginning| Line {
        text: texts.get(id),
        detail: texts.get(&format!("{id}-detail")),
        choose: Choose::Begin(begin),
        value: 0,
    };
    let mut lines = vec![line("welcome-import", Beginning::Import)];
    if has_example {
        lines.push(line("welcome-look", Beginning::Example));
    }
    lines.push(line("welcome-empty", Beginning::Empty));
    let title = texts.get("welcome-title");
    dialog::choose(model, title, lines);
}

/// Goes the chosen way. The question stays below a file that is asked for, to come back to.
pub(in crate::tui) fn chosen(model: &mut Model, begin: Beginning) -> Vec<Effect> {
    match begin {
        Beginning::Import => prompt::open(model, Purpose::FirstPlan, ""),
        Beginning::Example => {
            model.overlays.pop();
            tour::offer(model);
            Vec::new()
        }
        Beginning::Empty => vec![Effect::BeginEmpty],
    }
}
