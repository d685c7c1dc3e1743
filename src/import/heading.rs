//! The name of a heading: its number, its title, and the word for its level.

use super::number::{self, Shape};
use super::text;

mod calendar;

pub(super) use calendar::{day, is_period, marked, month, stretches, year};

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

/// Levels whose word stands before a title without a number, too.
const ALONE: &[&str] = &[
    "Направление",
    "Раздел",
    "Подраздел",
    "Этап",
    "Блок",
    "Модуль",
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
    /// «1)», which stands under «1.»
    Bracket,
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
            Self::Bracket => 7,
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
        Some(Shape::Decimal(parts)) if parts.len() == 1 && named.number.trim().ends_with(')') => {
            return Look::Bracket;
        }
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
    // «Раздел: Кадры»; «Цель: …» is no heading.
    if let Some((_, title)) = line.split_once(": ")
        && first.ends_with(':')
        && ALONE.contains(level)
    {
        return Some(Named {
            title: title.trim().to_owned(),
            level: Some((*level).to_owned()),
            ..Named::default()
        });
    }
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
            ("Раздел: Кадры", "", "Кадры", Some("Раздел")),
            ("Цель: рост мастерства", "", "Цель: рост мастерства", None),
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
}
