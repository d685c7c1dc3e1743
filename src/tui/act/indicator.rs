//! Values of indicators: kept in the journal, taken back like any act.

use crate::domain::indicator::Amount;
use crate::domain::operation::Operation;
use crate::domain::safe_text::SafeText;
use crate::tui::act::{Act, Effect, Follow, record};
use crate::tui::model::{Model, Notice};
use crate::tui::select::words::amount_text;

/// Records the typed value for the day of the screen; nothing typed takes that day's value away.
pub(in crate::tui) fn set(
    model: &mut Model,
    indicator: u8,
    text: &str,
) -> Result<Vec<Effect>, String> {
    // «12,5; ФИС ОКО; без частных школ»: the value, where it comes from, what else is to be said.
    let mut parts = text.splitn(3, ';').map(str::trim);
    let text = parts.next().unwrap_or_default();
    let source = SafeText::line(parts.next().unwrap_or_default());
    let note = SafeText::line(parts.next().unwrap_or_default());
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
            let value = ("value", amount_text(model, amount).into());
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
            operations: vec![Operation::MeasureIndicator {
                indicator,
                value,
                source,
                note,
            }],
            notice: Some(Notice::done(notice)),
            follow: Follow {
                close: true,
                ..Follow::default()
            },
        },
    ))
}
