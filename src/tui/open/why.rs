//! «Почему здесь»: what speaks for a line of the agenda, and how much.

use crate::domain::agenda::ItemKey;
use crate::message;
use crate::tui::act::Effect;
use crate::tui::model::Model;
use crate::tui::open::dialog;
use crate::tui::select::agenda::{agenda_lines, item_name, state};

/// Opens the answer for an item.
pub(in crate::tui) fn open(model: &mut Model, item: ItemKey) -> Vec<Effect> {
    let Some(date) = state(model).map(|state| state.date) else {
        return Vec::new();
    };
    let texts = &model.texts;
    let mut lines = Vec::new();
    if let Some(line) = agenda_lines(model, date).iter().find(|it| it.item == item) {
        let reasons: Vec<String> = line.reasons.iter().map(|it| texts.reason(it)).collect();
        lines.push(texts.with(
            "why-section",
            &[
                ("section", texts.section(line.section).into()),
                ("reasons", reasons.join("; ").into()),
            ],
        ));
    }
    let weight = model.workspace.weight_of(date, item);
    for (ground, points) in &weight.grounds {
        lines.push(texts.with(
            "ground-points",
            &[
                (
                    "ground",
                    message::ground(texts, &model.workspace, ground).into(),
                ),
                ("points", i64::from(*points).into()),
            ],
        ));
    }
    lines.push(if weight.grounds.is_empty() {
        texts.get("why-none")
    } else {
        texts.with("why-total", &[("total", i64::from(weight.total()).into())])
    });
    lines.push(texts.get("why-settings"));
    let title = texts.with("why-title", &[("item", item_name(model, item).into())]);
    dialog::read(model, title, lines);
    Vec::new()
}
