//! The list of what is wrong in the state directory, and the text of a file.

use crate::domain::safe_text::SafeText;
use crate::tui::act::Effect;
use crate::tui::model::choice::ReaderState;
use crate::tui::model::problems::ProblemsState;
use crate::tui::model::{Model, Notice, Overlay};
use crate::tui::widget::text;

/// Opens the list, or says that there is none.
pub fn open(model: &mut Model) -> Vec<Effect> {
    if model.problems.findings.is_empty() {
        model.notice = Some(Notice::done(model.texts.get("notice-no-problems")));
        return Vec::new();
    }
    model
        .overlays
        .retain(|overlay| !matches!(overlay, Overlay::Problems(_)));
    model
        .overlays
        .push(Overlay::Problems(ProblemsState::default()));
    Vec::new()
}

/// Shows the text of a file, its lines numbered, long ones going on below; `line` is in sight.
pub fn show_file(model: &mut Model, name: &str, content: &str, line: usize) {
    let digits = content.lines().count().to_string().len();
    let room = usize::from(model.size.width.min(96)).saturating_sub(digits + 7);
    let mut lines = Vec::new();
    let mut chosen = 0;
    for (number, source) in (1..).zip(content.lines()) {
        if number == line {
            chosen = lines.len();
        }
        let safe = SafeText::new(source);
        for (place, part) in text::wrap(&safe, room.max(1)).iter().enumerate() {
            lines.push(if place == 0 {
                format!("{number:digits$} │ {part}")
            } else {
                format!("{:digits$} │ {part}", "")
            });
        }
    }
    if lines.is_empty() {
        lines.push(model.texts.get("reader-empty-file"));
    }
    model.overlays.push(Overlay::Reader(ReaderState {
        title: name.to_owned(),
        lines,
        offset: chosen.saturating_sub(2),
        selected: chosen,
    }));
}

/// The problems have changed: a list of none goes away.
pub fn refresh(model: &mut Model) {
    let count = model.problems.findings.len();
    if count == 0 {
        model
            .overlays
            .retain(|overlay| !matches!(overlay, Overlay::Problems(_)));
    }
    for overlay in &mut model.overlays {
        if let Overlay::Problems(state) = overlay {
            state.selected = state.selected.min(count.saturating_sub(1));
        }
    }
}
