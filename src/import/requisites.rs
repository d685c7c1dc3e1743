//! What the text around a plan says of it: kind, day, number, title, years.

use super::draft::Requisites;
use super::number;
use super::text;
use crate::domain::date::Date;

mod organisation;
pub(super) mod period;

/// Kinds of documents: the stem, and the name.
const KINDS: &[(&str, &str)] = &[
    ("распоряжен", "Распоряжение"),
    ("приказ", "Приказ"),
    ("постановлен", "Постановление"),
    ("решени", "Решение"),
    ("протокол", "Протокол"),
    ("письм", "Письмо"),
];

/// Words a plan's title begins with.
const TITLES: &[&str] = &[
    "план",
    "комплекс",
    "комплексный",
    "дорожная",
    "программа",
    "график",
    "перечень",
    "план-график",
    "годовой",
    "календарный",
    "мероприятия",
    "детализированный",
    "рабочий",
    "сводный",
    "сетевой",
];

/// Whether a line begins the title of a plan.
pub(super) fn begins_title(line: &str) -> bool {
    let plain = text::plain(line);
    let first = plain.split_whitespace().next().unwrap_or_default();
    TITLES.contains(&first.trim_matches(['«', '»', '"']))
}

/// Reads the lines before the plan; `around` are those of other tables before it.
pub(super) fn read(before: &[String], around: &[String]) -> Requisites {
    let lines: Vec<String> = before
        .iter()
        .flat_map(|text| text.lines())
        .map(text::line)
        .filter(|line| !line.is_empty())
        .collect();
    let mut found = Requisites {
        plan_title: title(&lines),
        ..Requisites::default()
    };
    for (index, line) in lines.iter().enumerate() {
        let plain = text::plain(line);
        if found.number.is_none()
            && !plain.contains("в редакции")
            && let Some((date, number)) = dated(line)
        {
            let nearby = lines
                .iter()
                .take(index + 1)
                .rev()
                .take(4)
                .find_map(|line| kind(line));
            if found.date.is_none() && (nearby.is_some() || line.chars().count() < 60) {
                found.date = Some(date);
                found.number = Some(number);
                found.kind = found.kind.or(nearby);
            }
        }
        // «РАСПОРЯЖЕНИЕ» as a line of its own.
        if found.kind.is_none() && KINDS.iter().any(|(_, name)| text::plain(name) == plain) {
            found.kind = kind(line);
        }
    }
    found.issuer = organisation::of(&lines, around, found.plan_title.as_deref());
    found
}

fn kind(line: &str) -> Option<String> {
    let plain = text::plain(line);
    text::words(&plain).find_map(|word| {
        KINDS
            .iter()
            .find(|(stem, _)| word.starts_with(stem))
            .map(|(_, name)| (*name).to_owned())
    })
}

/// «от 23.05.2023 № Р-503», «25 декабря 2023 г. № 118-о».
fn dated(line: &str) -> Option<(Date, String)> {
    let sign = line.find('№').or_else(|| line.find(" N "))?;
    let (before, after) = line.split_at_checked(sign)?;
    let number: String = after
        .trim_start_matches(['№', 'N', ' '])
        .split([' ', ',', ';', ')'])
        .next()?
        .trim_end_matches('.')
        .to_owned();
    let date = last_date(before)?;
    (!number.is_empty() && number.chars().any(|c| c.is_ascii_digit())).then_some((date, number))
}

/// The last date of a text, in figures or with the month in words.
pub(super) fn last_date(content: &str) -> Option<Date> {
    let folded = crate::domain::fold::fold(content);
    let words: Vec<&str> = folded
        .split(|c: char| c.is_whitespace() || matches!(c, '«' | '»' | '"' | ','))
        .filter(|word| !word.is_empty())
        .collect();
    let mut found = None;
    for (index, word) in words.iter().enumerate() {
        let parts: Vec<u32> = word
            .trim_matches(|c: char| !c.is_ascii_digit())
            .split('.')
            .filter_map(|part| part.parse().ok())
            .collect();
        if let [day, month, year] = parts.as_slice()
            && let Ok(year) = i32::try_from(*year)
        {
            let year = if year < 100 { year + 2000 } else { year };
            found = Date::new(year, *month, *day).ok().or(found);
        }
        if let ([day], Some(month)) = (parts.as_slice(), words.get(index + 1))
            && let Some(year) = words.get(index + 2).and_then(|year| {
                year.trim_matches(|c: char| !c.is_ascii_digit())
                    .parse::<i32>()
                    .ok()
            })
            && let Some(month) = month_number(month)
        {
            found = Date::new(year, month, *day).ok().or(found);
        }
    }
    found
}

fn month_number(word: &str) -> Option<u32> {
    (1_u32..)
        .zip(text::MONTHS)
        .find(|(number, stem)| {
            if *number == 5 {
                matches!(word, "мая" | "май" | "мае")
            } else {
                word.starts_with(stem)
            }
        })
        .map(|(number, _)| number)
}

/// The title: the last one that names its period, else the last. A row of the table may begin
/// like a title, too, and say less.
fn title(lines: &[String]) -> Option<String> {
    let starts = || {
        (0..lines.len()).rev().filter(|at| {
            lines
                .get(*at)
                .is_some_and(|line| begins_title(line) && !line.ends_with(';'))
        })
    };
    let named = starts()
        .map(|start| title_from(lines, start))
        .find(|title| period::is_named(title));
    let title = named.or_else(|| Some(title_from(lines, starts().next()?)))?;
    (!title.is_empty()).then_some(title)
}

/// The title that begins at a line, to the table or to where the next title begins.
fn title_from(lines: &[String], start: usize) -> String {
    let mut title: Vec<String> = Vec::new();
    for line in lines.iter().skip(start).take(8) {
        let plain = text::plain(line);
        let next = begins_title(line) && period::is_named(&title.join(" "));
        if !title.is_empty()
            && (next
                || plain.starts_with('(')
                || number::split(line).is_some()
                || plain.starts_with("раздел")
                || plain.starts_with("цель")
                || plain.starts_with("утвержд")
                || plain.starts_with("приложение")
                || dated(line).is_some_and(|_| kind(line).is_some()))
        {
            break;
        }
        title.push(if text::is_capitals(line) {
            sentence_case(line)
        } else {
            first_word_small(line)
        });
    }
    // Later parts of a title in capitals go on in small letters.
    title.join(" ")
}

/// «ПЛАН мероприятий» as «План мероприятий».
fn first_word_small(line: &str) -> String {
    match line.split_once(' ') {
        Some((first, rest)) if text::is_capitals(first) => {
            format!("{} {rest}", sentence_case(first))
        }
        _ => line.to_owned(),
    }
}

/// A line in capitals as a sentence; what is short in capitals may be an abbreviation, which
/// nobody can tell.
fn sentence_case(line: &str) -> String {
    let mut characters = line.chars();
    characters.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + &characters.as_str().to_lowercase()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::report::PeriodBasis;

    fn read_lines(lines: &[&str]) -> Requisites {
        read(
            &lines
                .iter()
                .map(|line| (*line).to_owned())
                .collect::<Vec<_>>(),
            &[],
        )
    }

    #[test]
    fn the_lines_before_a_plan_say_what_it_is() {
        let found = read_lines(&[
            "МИНИСТЕРСТВО ОБРАЗОВАНИЯ",
            "РАСПОРЯЖЕНИЕ",
            "23.05.2023 № Р-503",
            "Приложение 1 к распоряжению от 23.05.2023 № Р-503",
            "КОМПЛЕКС МЕР",
            "по функционированию на период до 2024 года",
        ]);
        assert_eq!(found.issuer.as_deref(), Some("Министерство образования"));
        assert_eq!(found.kind.as_deref(), Some("Распоряжение"));
        assert_eq!(found.number.as_deref(), Some("Р-503"));
        assert_eq!(found.date, Date::new(2023, 5, 23).ok());
        assert_eq!(
            found.plan_title.as_deref(),
            Some("Комплекс мер по функционированию на период до 2024 года")
        );
        let (span, by) = period::of(&found, &[]).unwrap();
        assert_eq!(span.first, Date::new(2023, 1, 1).unwrap());
        assert_eq!(span.last, Date::new(2024, 12, 31).unwrap());
        assert_eq!(by, PeriodBasis::Title);
    }

    #[test]
    fn a_row_that_begins_like_a_title_threw_the_title_and_its_years_away() {
        let found = read_lines(&[
            "План работы отдела на II квартал 2025 года",
            "Мероприятия отдела",
        ]);
        assert_eq!(
            found.plan_title.as_deref(),
            Some("План работы отдела на II квартал 2025 года")
        );
        // The last that names its years is the title, and the last where none does.
        let found = read_lines(&["План на 2023 год", "План на 2024 год"]);
        assert_eq!(found.plan_title.as_deref(), Some("План на 2024 год"));
        let found = read_lines(&["План работы", "Перечень мероприятий"]);
        assert_eq!(found.plan_title.as_deref(), Some("Перечень мероприятий"));
    }

    #[test]
    fn what_approves_a_plan_is_no_part_of_its_title() {
        let found = read_lines(&[
            "План работы на 2023 год",
            "утверждён приказом от 10.01.2023 № 7-о",
        ]);
        assert_eq!(found.plan_title.as_deref(), Some("План работы на 2023 год"));
        assert_eq!(found.number.as_deref(), Some("7-о"));
    }
}
