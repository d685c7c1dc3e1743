//! What a word means, to be read.

use crate::tui::act::Effect;
use crate::tui::model::choice::{Choose, Line};
use crate::tui::model::search::Target;
use crate::tui::model::{Model, Notice};
use crate::tui::open::dialog;
use crate::tui::select::glossary::explained;
use crate::tui::select::words_here;
use crate::tui::widget::text;

/// The widest line of an explanation.
const WIDTH: usize = 91;

/// What the words of the line under the cursor mean: one at once, of several which.
pub(in crate::tui) fn here(model: &mut Model) -> Vec<Effect> {
    let found = words_here::found(model);
    if let [only] = found.as_slice() {
        show(model, only);
        return Vec::new();
    }
    let lines: Vec<Line> = found
        .into_iter()
        .filter_map(|target| {
            let (word, said) = explained(model, &target)?;
            Some(Line {
                text: word,
                detail: text::cut(&said.replace('\n', " "), 50).to_string(),
                choose: Choose::Word(target),
                value: 0,
            })
        })
        .collect();
    let title = model.texts.get("words-title");
    let nothing = Notice::warning(model.texts.get("notice-no-words"));
    dialog::choose_or_say(model, title, lines, nothing)
}

/// Shows what a word means.
pub(in crate::tui) fn show(model: &mut Model, target: &Target) {
    let Some((word, said)) = explained(model, target) else {
        return;
    };
    let width = WIDTH.min(usize::from(model.size.width).saturating_sub(5));
    let mut lines = text::wrap(&word, width);
    lines.push(String::new());
    lines.extend(text::wrap(&said, width));
    let title = model.texts.get("glossary-title");
    dialog::read(model, title, lines);
}
