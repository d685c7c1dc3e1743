//! «След»: everything said of an item over all meetings; Enter opens that meeting's entry.

use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::tui::act::Effect;
use crate::tui::model::choice::{Choose, Line};
use crate::tui::model::{Model, Notice};
use crate::tui::open::dialog;
use crate::tui::select::agenda::item_name;
use crate::tui::select::words::said_at;

/// Opens the trail of an item, the newest meeting first.
pub(in crate::tui) fn open(model: &mut Model, item: ItemKey) -> Vec<Effect> {
    let dates: Vec<Date> = model
        .workspace
        .ledger()
        .meetings()
        .keys()
        .rev()
        .copied()
        .collect();
    let items = with_those_before(model, item);
    let lines: Vec<Line> = dates
        .into_iter()
        .flat_map(|date| items.iter().map(move |item| (date, *item)))
        .filter_map(|(date, one)| {
            let said = said_at(model, date, one);
            // What was said of the activity of another document is told by its number.
            let text = if one == item {
                said.clone()
            } else {
                format!("{}: {said}", item_name(model, one))
            };
            (!said.is_empty()).then(|| Line {
                text,
                detail: model.texts.date_full(date),
                choose: Choose::MeetingItem(date, one),
                value: 0,
            })
        })
        .collect();
    let title = model
        .texts
        .with("choice-trail", &[("item", item_name(model, item).into())]);
    let nothing = Notice::done(model.texts.get("notice-no-trail"));
    dialog::choose_or_say(model, title, lines, nothing)
}

/// An item, and behind it those of documents before whose matters it goes on with.
fn with_those_before(model: &Model, item: ItemKey) -> Vec<ItemKey> {
    let mut items = vec![item];
    let mut at = 0;
    while let Some(ItemKey::Activity(activity)) = items.get(at).copied() {
        for before in model.workspace.ledger().carried_from(activity, model.day()) {
            let before = ItemKey::Activity(before);
            if !items.contains(&before) {
                items.push(before);
            }
        }
        at += 1;
    }
    items
}
