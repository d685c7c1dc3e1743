//! What a word means, to be read.

use crate::tui::model::choice::ReaderState;
use crate::tui::model::search::Target;
use crate::tui::model::{Model, Overlay};
use crate::tui::select::glossary::explained;
use crate::tui::widget::text;

/// The widest line of an explanation.
const WIDTH: usize = 91;

/// Shows what a word means.
pub(in crate::tui) fn show(model: &mut Model, target: &Target) {
    let Some((word, said)) = explained(model, target) else {
        return;
    };
    let width = WIDTH.min(usize::from(model.size.width).saturating_sub(5));
    let mut lines = text::wrap(&word, width);
    lines.push(String::new());
    lines.extend(text::wrap(&said, width));
    model.overlays.push(Overlay::Reader(ReaderState {
        title: model.texts.get("glossary-title"),
        lines,
        offset: 0,
        selected: 0,
    }));
}
