//! Dates on the command line, as people type them: `25.05.2023`, `25.05`, `чт`, `2023-05-25`.
//!
//! One rule for all of them, present and to come: every argument that is a [`Date`] or a period is
//! read here. What is not named is taken near the day that counts as today.

use std::any::TypeId;
use std::ffi::OsString;

use clap::{Arg, Command};

use crate::domain::calendar::Calendar;
use crate::domain::date::{Date, DateError, Span};
use crate::domain::deadline::date_words::{self, DateContext, DateWordError};

/// What a text that is no date is refused with.
pub(super) const NOT_A_DATE: &str = "not a date";

/// Teaches every argument that is a date or a period what people type.
pub(super) fn taught(command: Command, today: Date) -> Command {
    let names: Vec<String> = command
        .get_subcommands()
        .map(|below| below.get_name().to_owned())
        .collect();
    let command = command.mut_args(|arg| taught_argument(arg, today));
    names.into_iter().fold(command, |command, name| {
        command.mut_subcommand(name, |below| taught(below, today))
    })
}

fn taught_argument(arg: Arg, today: Date) -> Arg {
    let value = arg.get_value_parser().type_id();
    if value == TypeId::of::<Date>() {
        arg.value_parser(move |text: &str| day(text, today))
    } else if value == TypeId::of::<Span>() {
        arg.value_parser(move |text: &str| period_with(text, |text| day(text, today)))
    } else {
        arg
    }
}

/// The day that counts as today by these arguments, before anything is understood; `clock` is the
/// day of the clock.
pub(super) fn today(arguments: &[OsString], clock: Date) -> Date {
    super::arguments::option(arguments, "today")
        .and_then(|typed| day(typed.to_str()?, clock).ok())
        .unwrap_or(clock)
}

/// Reads a day; of those a text without a year may mean the nearest to today, on either side.
fn day(text: &str, today: Date) -> Result<Date, String> {
    let context = DateContext {
        around: true,
        ..DateContext::default()
    };
    date_words::parse(text, today, context, &Calendar::default())
        .map(|word| word.date)
        .map_err(|error| match error {
            DateWordError::NoSuchDay => DateError::NoSuchDay.to_string(),
            DateWordError::Year => DateError::Year.to_string(),
            _ => NOT_A_DATE.to_owned(),
        })
}

/// Reads `2023-01-01..2024-12-31`, `2023..2024` or `2024`.
pub fn period(text: &str) -> Result<Span, String> {
    period_with(text, |day| {
        day.parse().map_err(|error: DateError| error.to_string())
    })
}

/// Reads a period of two days or years; `read_day` reads a day.
fn period_with(
    text: &str,
    read_day: impl Fn(&str) -> Result<Date, String>,
) -> Result<Span, String> {
    let (first, last) = text.split_once("..").unwrap_or((text, text));
    let day = |text: &str, month: u32, day: u32| match text.parse::<i32>() {
        Ok(year) if text.len() == 4 => {
            Date::new(year, month, day).map_err(|error| error.to_string())
        }
        _ => read_day(text),
    };
    let first = day(first.trim(), 1, 1)?;
    let last = day(last.trim(), 12, 31)?;
    Span::new(first, last).ok_or_else(|| "the period ends before it begins".to_owned())
}
