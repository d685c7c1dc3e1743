//! The name of a heading: its number, its title, and the word for its level.

use super::number::{self, Shape};
use super::text;

/// A heading as named.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Named {
    pub(super) number: String,
    pub(super) title: String,
    /// «Раздел», «Направление» …
    pub(super) level: Option<String>,
    /// What stands under it as a goal.
    pub(super) goal: Option<String>,
}

/// Words that name a level, and whether the word and the number are part of the title.
const LEVELS: &[(&str, &str, bool)] = &[
    ("направление", "Направление", false),
    ("раздел", "Раздел", false),
    ("подраздел", "Подраздел", false),
    ("задача", "Задача", false),
    ("цель", "Цель", false),
    ("этап", "Этап", false),
    ("блок", "Блок", false),
    ("модуль", "Модуль", false),
    ("глава", "Глава", false),
    ("часть", "Часть", false),
    ("подпрограмма", "Подпрограмма", true),
    ("мероприятие", "Мероприятие", true),
];

/// What a heading is by its look: headings of one look are of one level.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub(super) enum Look {
    /// «Направление 1».
    Word(String),
    /// «IV.»
    Roman,
    /// «1.2.», by how many steps.
    Decimal(usize),
    /// «а)»
    Letter,
    /// A month.
    Month,
    /// A day.
    Day,
    /// In capitals.
    Capitals,
    /// Anything else.
    Plain,
}

impl Look {
    /// Headings of a lower rank stand above those of a higher one.
    pub(super) fn rank(&self) -> usize {
        match self {
            Self::Word(word) if word == "Подпрограмма" || word == "Направление" => {
                0
            }
            Self::Word(word) if word == "Подраздел" => 3,
            Self::Word(_) => 1,
            Self::Roman | Self::Capitals => 2,
            Self::Month => 3,
            Self::Decimal(depth) => 3 + depth,
            Self::Plain => 5,
            Self::Letter => 8,
            Self::Day => 9,
        }
    }
}

/// Names a heading. `before` is a number in a cell of its own.
pub(super) fn name(content: &str, before: Option<&str>) -> Named {
    let (content, goal) = goal(content);
    let line = text::line(&content);
    let mut named = of_word(&line).unwrap_or_else(|| match number::split(&line) {
        Some((number, title)) => {
            // «I. Раздел …», «1. Раздел 1. …»
            let inner = of_word(title);
            match inner {
                Some(inner) if !inner.number.is_empty() => inner,
                _ => Named {
                    number: number.to_owned(),
                    title: title.to_owned(),
                    ..Named::default()
                },
            }
        }
        None => Named {
            title: line.clone(),
            ..Named::default()
        },
    });
    if named.number.is_empty()
        && let Some(before) = before
    {
        before.clone_into(&mut named.number);
    }
    named.title = bare(&named.title);
    named.goal = goal;
    named
}

/// What a heading looks like.
pub(super) fn look(content: &str, named: &Named) -> Look {
    let line = text::line(content);
    if let Some(level) = &named.level {
        return Look::Word(level.clone());
    }
    match number::read(&named.number) {
        Some(Shape::Decimal(parts)) => return Look::Decimal(parts.len()),
        Some(Shape::Roman(_)) => return Look::Roman,
        Some(Shape::Letter(_)) => return Look::Letter,
        None => {}
    }
    if month(&line).is_some() {
        return Look::Month;
    }
    if day(&line).is_some() {
        return Look::Day;
    }
    if text::is_capitals(&line) {
        return Look::Capitals;
    }
    Look::Plain
}

/// «Направление 1 «…»», «Раздел II. …», «Основное мероприятие 1.1 «…»».
fn of_word(line: &str) -> Option<Named> {
    let mut words = line.split_whitespace();
    let mut first = words.next()?;
    let plain = text::plain(first);
    if plain == "основное" {
        first = words.next()?;
        if text::plain(first) != "мероприятие" {
            return None;
        }
    }
    let plain = text::plain(first.trim_end_matches(['.', ':', ',']));
    let (_, level, is_title) = LEVELS.iter().find(|(word, ..)| *word == plain)?;
    if first.ends_with([':', '.']) {
        return None;
    }
    let mut token = words.next()?;
    if token == "№" {
        token = words.next()?;
    }
    let core = token.trim_end_matches(['.', ':', ',', ')']);
    let shape = number::read(core)?;
    if matches!(shape, Shape::Letter(_)) {
        return None;
    }
    let at = line.find(token)? + token.len();
    let rest = line
        .get(at..)?
        .trim_start_matches([' ', '.', ':', '-', '–', '—'])
        .trim();
    let title = if *is_title { line } else { rest };
    Some(Named {
        number: core.to_owned(),
        title: title.to_owned(),
        level: Some((*level).to_owned()),
        goal: None,
    })
}

/// Parts the goal that stands under a heading from it.
fn goal(content: &str) -> (String, Option<String>) {
    for (at, _) in content.match_indices('\n') {
        let Some((above, below)) = content.split_at_checked(at) else {
            continue;
        };
        let plain = text::plain(below);
        if plain.starts_with("цель:")
            || plain.starts_with("цели:")
            || plain.starts_with("задачи:")
            || plain.starts_with("цель -")
            || plain.starts_with("задача:")
        {
            return (above.to_owned(), Some(text::line(below)));
        }
    }
    (content.to_owned(), None)
}

/// Without the quotation marks around the whole.
fn bare(title: &str) -> String {
    let inner = title
        .strip_prefix('«')
        .and_then(|inner| inner.strip_suffix('»'))
        .or_else(|| {
            title
                .strip_prefix('"')
                .and_then(|inner| inner.strip_suffix('"'))
        });
    match inner {
        Some(inner) => {
            // «А» и «Б» has marks at both ends that are not a pair.
            let mut depth = 0_i32;
            for character in inner.chars() {
                depth += match character {
                    '«' => 1,
                    '»' => -1,
                    _ => 0,
                };
                if depth < 0 {
                    return title.to_owned();
                }
            }
            inner.trim().to_owned()
        }
        None => title.to_owned(),
    }
}

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
pub(super) fn month(line: &str) -> Option<(&'static str, Option<i32>)> {
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
pub(super) fn year(line: &str) -> Option<i32> {
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
pub(super) fn is_period(line: &str) -> bool {
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
pub(super) fn day(line: &str) -> Option<String> {
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
    fn headings_are_named_by_their_number_and_title() {
        for (text, number, title, level) in [
            (
                "Направление 1\n«Управление системой»",
                "1",
                "Управление системой",
                Some("Направление"),
            ),
            ("Раздел II. Кадры", "II", "Кадры", Some("Раздел")),
            (
                "Подпрограмма 1 «Развитие»",
                "1",
                "Подпрограмма 1 «Развитие»",
                Some("Подпрограмма"),
            ),
            (
                "1. Организационные мероприятия",
                "1.",
                "Организационные мероприятия",
                None,
            ),
            ("I. Общие", "I.", "Общие", None),
            ("Направление 1", "1", "", Some("Направление")),
            ("Работа с кадрами", "", "Работа с кадрами", None),
        ] {
            let named = name(text, None);
            assert_eq!(
                (named.number.as_str(), named.title.as_str()),
                (number, title)
            );
            assert_eq!(named.level.as_deref(), level);
        }
        assert_eq!(name("Раздел 2. Содержание", Some("4.")).number, "2");
        assert_eq!(name("Содержание", Some("4.")).number, "4.");
        let named = name("РАБОТА С РОДИТЕЛЯМИ\nЦель: повышение культуры", None);
        assert_eq!(named.title, "РАБОТА С РОДИТЕЛЯМИ");
        assert_eq!(named.goal.as_deref(), Some("Цель: повышение культуры"));
    }

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
