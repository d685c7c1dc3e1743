//! The questions of the screen of papers: where to, and what about a file that differs.

use std::path::Path;

use crate::tui::act::Effect;
use crate::tui::model::choice::{ChoiceState, Choose, Line};
use crate::tui::model::papers::OnDiffering;
use crate::tui::model::{Model, Overlay};

/// Another directory for the papers; nothing for the usual one.
pub(in crate::tui) fn set_place(model: &mut Model, text: &str) -> Vec<Effect> {
    model.overlays.pop();
    model.papers.place = (!text.is_empty()).then(|| text.into());
    Vec::new()
}

/// Asks what to do with a file that is there and was not written by this run.
pub fn ask_differing(model: &mut Model, path: &Path) {
    let line = |id: &str, answer| Line {
        text: model.texts.get(id),
        detail: String::new(),
        choose: Choose::Differing(answer),
        value: 0,
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let state = ChoiceState {
        title: model
            .texts
            .with("documents-differing", &[("name", name.to_string().into())]),
        lines: vec![
            line("documents-differing-replace", OnDiffering::Replace),
            line("documents-differing-leave", OnDiffering::Leave),
            line("documents-differing-stop", OnDiffering::Stop),
        ],
        selected: 0,
        offset: 0,
    };
    model.overlays.push(Overlay::Choice(state));
}
