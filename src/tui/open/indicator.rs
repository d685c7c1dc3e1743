//! The field for the value of an indicator.

use crate::tui::act::Effect;
use crate::tui::model::Model;
use crate::tui::model::prompt::Purpose;
use crate::tui::open::prompt;
use crate::tui::select::words::amount_text;

/// Asks for the value of the indicator at a place of the plan's list.
pub(in crate::tui) fn ask(model: &mut Model, place: usize) -> Vec<Effect> {
    let Some(indicator) = model.workspace.indicators().get(place) else {
        return Vec::new();
    };
    let number = indicator.number;
    ask_for(model, number)
}

/// Asks for the value of an indicator by its number.
pub(in crate::tui) fn ask_for(model: &mut Model, number: u8) -> Vec<Effect> {
    let known = model.workspace.ledger().measured(number);
    let known = known.and_then(|values| values.get(&model.day()));
    let text = known.map(|known| {
        let mut parts = vec![amount_text(model, known.amount)];
        if !known.source.is_blank() || !known.note.is_blank() {
            parts.push(known.source.to_string());
        }
        if !known.note.is_blank() {
            parts.push(known.note.to_string());
        }
        parts.join("; ")
    });
    let text = text.unwrap_or_default();
    prompt::open(model, Purpose::Indicator(number), &text)
}
