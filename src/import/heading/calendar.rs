//! Headings that say when: months, days, years, quarters.

use crate::import::number;
use crate::import::text;

/// Stems of months.
const MONTHS: [(&str, &str); 12] = [
    ("январ", "января"),
    ("феврал", "февраля"),
    ("март", "марта"),
    ("апрел", "апреля"),
    ("ма", "мая"),
    ("июн", "июня"),
    ("июл", "июля"),
    ("август", "августа"),
    ("сентябр", "сентября"),
    ("октябр", "октября"),
    ("ноябр", "ноября"),
    ("декабр", "декабря"),
];

fn of_month(word: &str) -> Option<&'static str> {
    MONTHS
        .iter()
        .find(|(stem, genitive)| {
            word.strip_prefix(stem).is_some_and(|ending| {
                ["ь", "я", "е", "", "а", "й"].contains(&ending)
                    && (*stem != "ма" || ["й", "я", "е"].contains(&ending))
            }) || word == *genitive
        })
        .map(|(_, genitive)| *genitive)
}

/// A month as a heading: «ЯНВАРЬ», «Сентябрь 2020 г.», «Месяц: март». The month in the genitive,
/// and the year.
pub(in crate::import) fn month(line: &str) -> Option<(&'static str, Option<i32>)> {
    let plain = text::plain(line);
    let mut month = None;
    let mut year = None;
    for word in text::words(&plain) {
        if let Some(found) = of_month(word) {
            if month.is_some() {
                return None;
            }
            month = Some(found);
        } else if let Some(found) = a_year(word) {
            year = Some(found);
        } else if !["г", "год", "года", "месяц", "на", "в"].contains(&word) {
            return None;
        }
    }
    Some((month?, year))
}

/// A year as a heading: «2025 год», «На 2024 г.».
pub(in crate::import) fn year(line: &str) -> Option<i32> {
    let plain = text::plain(line);
    let mut year = None;
    for word in text::words(&plain) {
        match a_year(word) {
            Some(found) if year.is_none() => year = Some(found),
            None if ["г", "год", "года", "году", "на", "в"].contains(&word) => {}
            _ => return None,
        }
    }
    year
}

/// A quarter or a half of a year as a heading: «III квартал», «Первое полугодие 2024 года».
pub(in crate::import) fn is_period(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let which = words.first().copied().unwrap_or_default();
    let counted = number::read(which).is_some()
        || ["ый", "ое", "ий", "-й", "-е"]
            .iter()
            .any(|ending| which.ends_with(ending));
    words.len() <= 4
        && counted
        && words
            .iter()
            .any(|word| ["квартал", "полугодие", "полугодия"].contains(&text::plain(word).as_str()))
}

/// A day at the beginning of a heading: «26 августа 2020 г. Учебно-методический сбор».
pub(in crate::import) fn day(line: &str) -> Option<String> {
    let plain = text::plain(line);
    let mut words = text::words(&plain);
    let number: u32 = words.next()?.parse().ok()?;
    let month = of_month(words.next()?)?;
    if !(1..=31).contains(&number) {
        return None;
    }
    Some(match words.next().and_then(a_year) {
        Some(year) => format!("{number} {month} {year} г."),
        None => format!("{number} {month}"),
    })
}

fn a_year(word: &str) -> Option<i32> {
    word.parse()
        .ok()
        .filter(|year| (1990..=2099).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_days_are_headings_too() {
        assert_eq!(month("ЯНВАРЬ"), Some(("января", None)));
        assert_eq!(month("Май 2020 г."), Some(("мая", Some(2020))));
        assert_eq!(month("Май – июнь"), None);
        assert_eq!(month("Маркетинг"), None);
        assert_eq!(
            day("26 августа 2020 г. Учебно-методический сбор").as_deref(),
            Some("26 августа 2020 г.")
        );
        assert_eq!(day("1. Организационные"), None);
        assert_eq!(year("На 2025 год"), Some(2025));
        assert_eq!(year("2024/2025 учебный год"), None);
        assert!(is_period("III квартал") && is_period("Первое полугодие 2024 года"));
        assert!(!is_period("Отчёт за квартал"));
    }
}
