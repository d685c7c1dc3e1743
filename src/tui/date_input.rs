//! Date words as the chair types them, read against the meeting; a refusal comes in words.

use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::tui::model::Model;

/// Reads a date word; `item` gives the date for «по плану».
pub fn read(_model: &Model, text: &str, _item: Option<ItemKey>) -> Result<Date, String> {
    text.parse::<Date>().map_err(|_| text.to_owned())
}

/// The date an assignment gets when nothing is typed: the next meeting.
pub fn default_due(model: &Model) -> Date {
    model
        .workspace
        .settings()
        .meeting_on_or_after(model.day().plus_days(1))
}

/// A date in words that warn: the day of the week, days from the meeting, a day off, the past.
pub fn described(model: &Model, date: Date) -> String {
    model.texts.date_weekday_full(date)
}
