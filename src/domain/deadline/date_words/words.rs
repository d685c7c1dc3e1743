//! The words a date may be typed in, Russian and English; no calendar here.

use chrono::Weekday;

use super::Form;
use super::figures::{full_year, numeric, short};
use super::meaning::{Step, Word};
use super::table::{
    ENDS, ENGLISH_DAYS, ENGLISH_MONTHS, LEADS, NEAREST, NEXT, PHRASES, STEPS, THIS, UNITS,
};
use crate::domain::deadline::lexicon::{self, Lex};
use crate::domain::deadline::reading::weekday;

/// Understands a folded text; how much it looks like a date is told too.
pub(super) fn word(typed: &str) -> Option<(Word, Form)> {
    exact(typed).or_else(|| {
        let mut rest = typed;
        // «в срок до 15.06», «к концу месяца»
        while let Some(shorter) = without(rest, LEADS) {
            rest = shorter;
            if let Some(word) = exact(rest) {
                return Some(word);
            }
        }
        None
    })
}

fn exact(text: &str) -> Option<(Word, Form)> {
    let words = || {
        PHRASES
            .iter()
            .find(|(phrase, _)| *phrase == text)
            .map(|(_, word)| *word)
            .or_else(|| end(text))
            .or_else(|| next(text))
            .or_else(|| day_of_week(text).map(|day| Word::Ahead(1, Step::Weekday(day))))
    };
    // «+7» says no more than a number does: «довести до +7».
    let form = if text.starts_with('+') && text.ends_with(|last: char| last.is_ascii_digit()) {
        Form::Doubtful
    } else {
        Form::Clear
    };
    ahead(text)
        .map(|word| (word, form))
        .or_else(|| words().map(|word| (word, Form::Clear)))
        .or_else(|| numeric(text))
        .or_else(|| named(text).map(|word| (word, Form::Clear)))
}

/// `+7`, `+2чт`, `через 2 недели`, `in 3 days`.
fn ahead(text: &str) -> Option<Word> {
    let rest = ["+", "через ", "in "]
        .iter()
        .find_map(|lead| text.strip_prefix(lead))?
        .trim();
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let (count, unit) = if digits.is_empty() {
        let (number, unit) = rest.split_once(' ').unwrap_or(("", rest));
        let count = match lexicon::look_up(number) {
            Lex::Num { value, digits: 0 } => value,
            _ if number.is_empty() => 1,
            _ => return None,
        };
        (count, unit)
    } else {
        (
            digits.parse().ok()?,
            rest.strip_prefix(digits.as_str())?.trim(),
        )
    };
    if count > 9999 {
        return None;
    }
    if unit.is_empty() {
        return text
            .starts_with('+')
            .then_some(Word::Ahead(count, Step::Days));
    }
    if let Some(day) = day_of_week(unit) {
        return (count > 0).then_some(Word::Ahead(count, Step::Weekday(day)));
    }
    let (unit, working) = unit
        .strip_prefix("рабочих ")
        .or_else(|| unit.strip_prefix("рабочий "))
        .or_else(|| unit.strip_prefix("working "))
        .map_or((unit, false), |unit| (unit, true));
    let step = STEPS
        .iter()
        .find(|(forms, _)| forms.split(' ').any(|form| form == unit))?
        .1;
    match (working, step) {
        (true, Step::Days) => Some(Word::Ahead(count, Step::WorkingDays)),
        (true, _) => None,
        _ => Some(Word::Ahead(count, step)),
    }
}

/// `конец месяца`, `конца следующей недели`, `конец июня`, `end of quarter`.
fn end(text: &str) -> Option<Word> {
    let rest = without(text, &["конец ", "конца ", "концу ", "конце ", "end of "])?;
    let (rest, further) = without(rest, NEXT).map_or((rest, 0), |rest| (rest, 1));
    let rest = without(rest, THIS).unwrap_or(rest);
    let unit = ENDS
        .iter()
        .find(|(forms, _)| forms.split(' ').any(|form| form == rest));
    if let Some((_, end)) = unit {
        return Some(Word::End(*end, further));
    }
    (further == 0)
        .then(|| month(rest).map(|month| Word::Month { month }))
        .flatten()
}

/// The text behind the first of these words it begins with.
fn without<'t>(text: &'t str, leads: &[&str]) -> Option<&'t str> {
    leads.iter().find_map(|lead| text.strip_prefix(lead))
}

/// `эта пятница`, `следующий чт`, `next thursday`, `следующая неделя`.
fn next(text: &str) -> Option<Word> {
    let (rest, further) = if let Some(rest) = without(text, THIS) {
        (rest, 0)
    } else if let Some(rest) = without(text, NEAREST) {
        return day_of_week(rest).map(|day| Word::Ahead(1, Step::Weekday(day)));
    } else {
        (without(text, NEXT)?, 1)
    };
    if let Some(day) = day_of_week(rest) {
        return Some(if further == 0 {
            Word::Ahead(1, Step::Weekday(day))
        } else {
            Word::NextWeekday(day)
        });
    }
    let unit = UNITS
        .iter()
        .find(|(forms, _)| forms.split(' ').any(|form| form == rest));
    unit.map(|(_, end)| Word::End(*end, further))
}

fn day_of_week(text: &str) -> Option<Weekday> {
    if let Lex::Weekday { day, .. } = lexicon::look_up(text) {
        return Some(weekday(day));
    }
    let place = english(text, ENGLISH_DAYS)?;
    u8::try_from(place).ok().map(weekday)
}

/// A full English name or its first three letters.
fn english(text: &str, names: &[&str]) -> Option<usize> {
    names
        .iter()
        .position(|name| *name == text || (text.len() == 3 && name.starts_with(text)))
}

fn month(text: &str) -> Option<u32> {
    if let Lex::Month(month) = lexicon::look_up(text.trim_end_matches('.')) {
        return Some(month);
    }
    english(text, ENGLISH_MONTHS).and_then(|place| u32::try_from(place + 1).ok())
}

/// `15 июня`, `15июня`, `15-го`, `15 июня 2023 г.`, `june 15`, `июнь`.
fn named(text: &str) -> Option<Word> {
    let apart = apart(text);
    let words: Vec<&str> = apart.split(' ').collect();
    let day = |word: &str| {
        let bare = ["-го", "го", "-е", "-ое", "-му", "th", "st", "nd", "rd"]
            .iter()
            .find_map(|ending| word.strip_suffix(ending))
            .unwrap_or(word);
        short(bare)
    };
    match words.as_slice() {
        [one] => match month(one) {
            Some(month) => Some(Word::Month { month }),
            None => day(one).map(|day| Word::DayOnly { day }),
        },
        [first, "числа" | "число" | "числу"] => {
            Some(Word::DayOnly { day: day(first)? })
        }
        [first, year] | [first, year, "г" | "года"] if year.len() == 4 => {
            Some(Word::MonthOf {
                year: full_year(year)?,
                month: month(first)?,
            })
        }
        [first, second] => {
            if let Some(month) = month(second) {
                return Some(Word::DayMonth {
                    month,
                    day: day(first)?,
                });
            }
            Some(Word::DayMonth {
                month: month(first)?,
                day: day(second)?,
            })
        }
        [first, second, year] | [first, second, year, "г" | "года"] => Some(Word::Full {
            year: full_year(year.trim_end_matches(['.', 'г']))?,
            month: month(second)?,
            day: day(first)?,
        }),
        _ => None,
    }
}

/// The text with a space between a number and the name behind it: «15июня» is «15 июня», while
/// «15го» is one word.
fn apart(text: &str) -> String {
    let figures = text.chars().take_while(char::is_ascii_digit).count();
    let (number, name) = text.split_at(figures);
    let first = name.split(' ').next().unwrap_or_default();
    if figures > 0 && month(first).is_some() {
        format!("{number} {name}")
    } else {
        text.to_owned()
    }
}
