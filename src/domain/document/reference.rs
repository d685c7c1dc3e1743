//! Other official texts a text names: «от 16.02.2023 № 08-406», «№ 08-397 от 15.02.2023».

use std::ops::Range;

use crate::domain::date::Date;
use crate::domain::fold::fold_name;
use crate::domain::russian::MONTHS_AFTER_A_DAY;

/// Another official text, by its day and number.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reference {
    /// The day it was signed.
    pub date: Date,
    /// «08-406», as printed.
    pub number: String,
    /// The bytes of the day and the number.
    pub span: Range<usize>,
}

impl Reference {
    /// Whether a day and a number are those of this text.
    pub fn is_of(&self, date: Option<Date>, number: &str) -> bool {
        date == Some(self.date) && fold_name(number) == fold_name(&self.number)
    }
}

/// The texts that are named by day and number, in the sequence of the text.
pub fn references(text: &str) -> Vec<Reference> {
    let mut found: Vec<Reference> = Vec::new();
    for (sign, _) in text.match_indices('№') {
        let after = sign + '№'.len_utf8();
        let tail = text.get(after..).unwrap_or_default();
        let lead = tail.len() - tail.trim_start().len();
        let number: String = tail
            .trim_start()
            .chars()
            .take_while(|c| !c.is_whitespace() && !matches!(c, ',' | ';' | ')' | '«' | '»' | '('))
            .collect();
        let bare = number.trim_end_matches(['.', ':']);
        if !bare.chars().any(|c| c.is_ascii_digit()) {
            continue;
        }
        let end = after + lead + bare.len();
        let before = text.get(..sign).unwrap_or_default();
        let behind = text.get(end..).unwrap_or_default();
        let spot = date_before(before)
            .map(|(from, date)| (from..end, date))
            .or_else(|| date_behind(behind).map(|(to, date)| (sign..end + to, date)));
        if let Some((span, date)) = spot {
            found.push(Reference {
                date,
                number: bare.to_owned(),
                span,
            });
        }
    }
    found
}

/// The date a text ends in, with the place it begins at.
fn date_before(text: &str) -> Option<(usize, Date)> {
    let trimmed = text.trim_end();
    let trimmed = ["г.", "года", "г"]
        .iter()
        .find_map(|unit| trimmed.strip_suffix(unit))
        .unwrap_or(trimmed)
        .trim_end();
    let from = trimmed
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_ascii_digit() || *c == '.')
        .last()
        .map(|(at, _)| at);
    if let Some(from) = from
        && let Some(date) = figures(trimmed.get(from..)?)
    {
        return Some((from, date));
    }
    let words: Vec<&str> = trimmed.rsplit(' ').take(3).collect();
    let [year, month, day] = words.as_slice() else {
        return None;
    };
    let date = in_words(day, month, year)?;
    Some((trimmed.rfind(day)?, date))
}

/// The date a text begins with behind «от», with the place it ends at.
fn date_behind(text: &str) -> Option<(usize, Date)> {
    let rest = text.trim_start();
    let rest = rest.strip_prefix("от")?.trim_start();
    let lead = text.len() - rest.len();
    let digits: String = rest
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == '.')
        .collect();
    let bare = digits.trim_end_matches('.');
    if let Some(date) = figures(bare) {
        return Some((lead + bare.len(), date));
    }
    let words: Vec<&str> = rest.split(' ').take(3).collect();
    let [day, month, year] = words.as_slice() else {
        return None;
    };
    let date = in_words(day, month, year)?;
    Some((lead + day.len() + month.len() + year.len() + 2, date))
}

fn figures(text: &str) -> Option<Date> {
    let parts: Vec<u32> = text
        .split('.')
        .map(str::parse)
        .collect::<Result<_, _>>()
        .ok()?;
    let [day, month, year] = parts.as_slice() else {
        return None;
    };
    let year = i32::try_from(*year).ok()?;
    let year = if year < 100 { year + 2000 } else { year };
    Date::new(year, *month, *day).ok()
}

fn in_words(day: &str, month: &str, year: &str) -> Option<Date> {
    let month = month.to_lowercase();
    let number = (1_u32..)
        .zip(MONTHS_AFTER_A_DAY)
        .find(|(_, name)| *name == month)?
        .0;
    let bare = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let year: i32 = bare(year).parse().ok().filter(|year| *year > 1900)?;
    Date::new(year, number, bare(day).parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_texts_are_known_by_day_and_number_in_either_sequence() {
        let text = "письмом от 16.02.2023 № 08-406 «О», приказа от 20.09.2022 №1087-04, письмом № 08-397 от 15.02.2023, от 5 мая 2023 г. № 12-р, № 5 и пункт 3";
        let found: Vec<(String, String)> = references(text)
            .into_iter()
            .map(|it| (it.date.to_string(), it.number))
            .collect();
        let pair = |date: &str, number: &str| (date.to_owned(), number.to_owned());
        assert_eq!(
            found,
            [
                pair("2023-02-16", "08-406"),
                pair("2022-09-20", "1087-04"),
                pair("2023-02-15", "08-397"),
                pair("2023-05-05", "12-р"),
            ]
        );
    }
}
