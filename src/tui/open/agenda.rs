//! What was not taken on for want of time.

use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::tui::act::Effect;
use crate::tui::model::choice::{Choose, Line};
use crate::tui::model::{Model, Notice};
use crate::tui::open::dialog;
use crate::tui::select::agenda::agenda_lines;
use crate::tui::select::words;

/// The number of an item and its title.
fn named(model: &Model, date: Date, item: ItemKey) -> String {
    match item {
        ItemKey::Activity(activity) => model.workspace.named(activity),
        _ => model.workspace.item_title(date, item).to_string(),
    }
}

/// What was not taken on for want of time, one key away.
pub(in crate::tui) fn left_aside(model: &mut Model, date: Date) -> Vec<Effect> {
    let on_agenda = agenda_lines(model, date);
    let proposal = model.workspace.propose_agenda(date);
    let lines: Vec<Line> = proposal
        .aside
        .into_iter()
        .chain(proposal.chosen)
        .filter(|line| !on_agenda.iter().any(|known| known.item == line.item))
        .map(|line| Line {
            text: named(model, date, line.item),
            detail: line
                .reasons
                .first()
                .map(|reason| words::reason_text(model, reason))
                .unwrap_or_default(),
            choose: Choose::LeftAside(line.item),
            value: 0,
        })
        .collect();
    let title = model.texts.get("choice-left-aside");
    let nothing = Notice::done(model.texts.get("notice-nothing-aside"));
    dialog::choose_or_say(model, title, lines, nothing)
}
