//! Date words as the chair types them, read against the meeting; a refusal comes in words.

use std::cmp::Ordering;

use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::domain::deadline::date_words::{self, DateContext, DateWord, DateWordError, Form};
use crate::domain::entry_line::NotADate;
use crate::domain::workspace::MarkTarget;
use crate::tui::model::Model;

/// Reads a date word; `item` gives the date for «по плану».
pub fn read(model: &Model, text: &str, item: Option<ItemKey>) -> Result<Date, String> {
    let typed = text.trim();
    parse(model, typed, item).map_err(|error| refusal(model, typed, error))
}

/// Reads a date word that names a day, and no wording of plans that may mean a whole stretch.
pub fn read_day(model: &Model, text: &str) -> Result<Date, DateWordError> {
    let context = DateContext {
        no_stretches: true,
        weekday: Some(model.workspace.settings().weekday.into()),
        ..DateContext::default()
    };
    let calendar = model.workspace.calendar();
    date_words::parse(text, model.day(), context, calendar).map(|word| word.date)
}

/// A refusal in words.
fn refusal(model: &Model, typed: &str, error: DateWordError) -> String {
    let texts = &model.texts;
    let text = [("text", typed.to_owned().into())];
    match error {
        DateWordError::NoPlanDue => texts.get("error-no-plan-due"),
        DateWordError::NoSuchDay => texts.with("error-no-such-day", &text),
        _ => texts.with("error-date", &text),
    }
}

/// Reads some words of an entry as a date; how much they look like one is told too.
pub fn read_words(model: &Model, words: &str, item: ItemKey) -> Result<(Date, Form), NotADate> {
    let word = parse_word(model, words, Some(item));
    word.map(|word| (word.date, word.form))
        .map_err(|error| match error {
            DateWordError::NoSuchDay => NotADate::NoSuchDay,
            _ => NotADate::Text,
        })
}

/// Whether some words are a date, or would be one if there were such a day.
pub fn is_date(model: &Model, item: ItemKey, words: &str) -> bool {
    !matches!(read_words(model, words.trim(), item), Err(NotADate::Text))
}

fn parse(model: &Model, text: &str, item: Option<ItemKey>) -> Result<Date, DateWordError> {
    parse_word(model, text, item).map(|word| word.date)
}

fn parse_word(model: &Model, text: &str, item: Option<ItemKey>) -> Result<DateWord, DateWordError> {
    let plan_due = match item {
        Some(ItemKey::Activity(id)) => model
            .workspace
            .standing(id, model.day())
            .and_then(|standing| standing.due),
        _ => None,
    };
    let context = DateContext {
        plan_due,
        weekday: Some(model.workspace.settings().weekday.into()),
        ..DateContext::default()
    };
    let calendar = model.workspace.calendar();
    date_words::parse(text, model.day(), context, calendar)
}

/// The item whose plan gives the date for «по плану» when these are postponed: a single one.
pub fn only_item(targets: &[MarkTarget]) -> Option<ItemKey> {
    match targets {
        [MarkTarget::Point { activity, .. }] => Some(ItemKey::Activity(*activity)),
        _ => None,
    }
}

/// Reads a date word for something still to come: a day before the meeting is refused.
pub fn read_ahead(model: &Model, text: &str, item: Option<ItemKey>) -> Result<Date, String> {
    let date = read(model, text, item)?;
    if date < model.day() {
        return Err(model.texts.get("error-due-in-the-past"));
    }
    Ok(date)
}

/// Reads the day a meeting is moved to: the nearest such day around it, and not its own.
pub fn read_move(model: &Model, text: &str, meeting: Date) -> Result<Date, String> {
    let context = DateContext {
        around: true,
        weekday: Some(model.workspace.settings().weekday.into()),
        ..DateContext::default()
    };
    let typed = text.trim();
    let date = date_words::parse(typed, meeting, context, model.workspace.calendar())
        .map(|word| word.date)
        .map_err(|error| refusal(model, typed, error))?;
    if date == meeting {
        return Err(model.texts.get("error-same-day"));
    }
    Ok(date)
}

/// Reads any day, past or to come.
pub fn read_any(model: &Model, text: &str) -> Result<Date, String> {
    let typed = text.trim();
    read_day(model, typed).map_err(|error| refusal(model, typed, error))
}

/// Reads the day something has really happened on: the nearest such day, today at the latest.
pub fn read_back(model: &Model, text: &str) -> Result<Date, String> {
    let context = DateContext {
        around: true,
        weekday: Some(model.workspace.settings().weekday.into()),
        ..DateContext::default()
    };
    let typed = text.trim();
    let day = model.day();
    let calendar = model.workspace.calendar();
    let date = date_words::parse(typed, day, context, calendar)
        .map(|word| word.date)
        .map_err(|error| refusal(model, typed, error))?;
    // A weekday without figures is the last one that has passed.
    let is_weekday = !typed.chars().any(char::is_numeric);
    let date = if date > day && is_weekday {
        date.plus_days(-7)
    } else {
        date
    };
    if date > day {
        let day = [("day", model.texts.date_full(day).into())];
        return Err(model.texts.with("error-not-happened-yet", &day));
    }
    Ok(date)
}

/// The date an assignment gets when nothing is typed: the next meeting.
pub fn default_due(model: &Model) -> Date {
    model.workspace.next_meeting_day(model.day())
}

/// A date before it is taken: day of the week, days from here, and a warning when it lies in the
/// past or on a day off.
pub fn described(model: &Model, date: Date) -> String {
    let texts = &model.texts;
    let days = date.days_since(model.day());
    let mut parts = vec![texts.date_weekday_full(date)];
    parts.push(match days.cmp(&0) {
        Ordering::Less => texts.get("date-past"),
        Ordering::Equal => texts.get("timing-today"),
        Ordering::Greater => texts.with("date-in-days", &[("days", days.into())]),
    });
    if !model.workspace.calendar().is_working_day(date) {
        parts.push(texts.get("date-day-off"));
    }
    parts.join(" · ")
}
