//! «След»: everything said of an item over all Thursdays; Enter opens that meeting's entry.

use super::super::model::choice::{ChoiceState, Choose, Line};
use super::super::model::{Model, Notice, Overlay};
use super::Effect;
use super::meeting::item_name;
use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::domain::entry::EntryKind;

/// Opens the trail of an item, the newest meeting first.
pub(super) fn open(model: &mut Model, item: ItemKey) -> Vec<Effect> {
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

/// Mark, decisions and assignments of an item at one meeting, on one line.
fn said_at(model: &Model, date: Date, item: ItemKey) -> String {
    let texts = &model.texts;
    let mut parts = Vec::new();
    if let ItemKey::Activity(id) = item
        && let Some(mark) = model.workspace.mark_at(id, date)
    {
        parts.push(texts.status(&mark.status));
    }
    for entry in model.workspace.ledger().entries_of(Some(date), item) {
        if entry.content.kind != EntryKind::Private {
            parts.push(format!(
                "{}: {}",
                texts.entry_kind(entry.content.kind),
                super::search::entry_text(entry)
            ));
        }
    }
    parts.join(" · ")
}
