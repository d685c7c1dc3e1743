//! Values of indicators: typed in the overview, kept in the journal, taken back like any act.

use super::super::model::prompt::Purpose;
use super::super::model::{Model, Notice};
use super::{Act, Effect, Follow, prompt, record};
use crate::domain::indicator::Amount;
use crate::domain::operation::Operation;

/// Asks for the value of the indicator at a place of the plan's list.
pub(super) fn ask(model: &mut Model, place: usize) -> Vec<Effect> {
    let Some(indicator) = model.workspace.plan().indicators.get(place) else {
        return Vec::new();
    };
    let number = indicator.number;
    let known = model.workspace.ledger().measured(number);
    let known = known.and_then(|values| values.get(&model.day())).copied();
    let text = known.map(|amount| said(model, amount)).unwrap_or_default();
    prompt::open(model, Purpose::Indicator(number), &text)
}

/// Records the typed value for the day of the screen; nothing typed takes that day's value away.
pub(super) fn set(model: &mut Model, indicator: u8, text: &str) -> Result<Vec<Effect>, String> {
    let text = text.trim();
    let value = if text.is_empty() {
        None
    } else {
        let amount = text.parse::<Amount>();
        Some(amount.map_err(|_not_one| model.texts.get("error-amount"))?)
    };
    let day = model.day();
    let number = ("number", i64::from(indicator).into());
    let date = ("date", model.texts.date_full(day).into());
    let notice = match value {
        Some(amount) => {
            let value = ("value", said(model, amount).into());
            model.texts.with("notice-indicator", &[number, value, date])
        }
        None => model.texts.with("notice-indicator-gone", &[number, date]),
    };
    let meeting = model.open_meeting();
    Ok(record(
        model,
        Act {
            meeting,
            day,
            operations: vec![Operation::MeasureIndicator { indicator, value }],
            notice: Some(Notice::done(notice)),
            follow: Follow {
                close: true,
                ..Follow::default()
            },
        },
    ))
}

/// A value as the user's language writes it: «12,5».
pub fn said(model: &Model, amount: Amount) -> String {
    let point = model.texts.get("decimal-point");
    amount.to_string().replace('.', &point)
}
