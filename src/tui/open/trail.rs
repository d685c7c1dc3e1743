//! «След»: everything said of an item over all meetings; Enter opens that meeting's entry.

use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::tui::act::Effect;
use crate::tui::model::choice::{ChoiceState, Choose, Line};
use crate::tui::model::{Model, Notice, Overlay};
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
    let lines: Vec<Line> = dates
        .into_iter()
        .filter_map(|date| {
            let said = said_at(model, date, item);
            (!said.is_empty()).then(|| Line {
                text: said,
                detail: model.texts.date_full(date),
                choose: Choose::MeetingItem(date, item),
                value: 0,
            })
        })
        .collect();
    if lines.is_empty() {
        model.notice = Some(Notice::done(model.texts.get("notice-no-trail")));
        return Vec::new();
    }
    let title = model
        .texts
        .with("choice-trail", &[("item", item_name(model, item).into())]);
    model.overlays.push(Overlay::Choice(ChoiceState {
        title,
        lines,
        selected: 0,
        offset: 0,
    }));
    Vec::new()
}
