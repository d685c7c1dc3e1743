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

/// Beginnings of months as heads of narrow columns cut them short.
const SHORT: [&str; 12] = [
    "янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек",
];

/// Months as a deadline names them.
const NAMES: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];

/// Words of the head above such a column, and of the stretch itself.
const ABOUT_TIME: [&str; 13] = [
    "срок",
    "период",
    "график",
    "месяц",
    "квартал",
    "год",
    "г",
    "кв",
    "дат",
    "исполнени",
    "выполнени",
    "реализаци",
    "проведени",
];

/// The stretch of time a head of a column names, as a deadline says it: «I кв.», «Янв.»,
/// «Сроки 2 полугодие 2024 г.», «2025 год». A mark in such a column says that it is then.
pub(in crate::import) fn marked(head: &str) -> Option<String> {
    let plain = text::plain(head);
    let words: Vec<&str> = text::words(&plain).collect();
    if words.is_empty() || words.len() > 8 {
        return None;
    }
    let mut years = words.iter().filter_map(|word| a_year(word));
    let year = years.next();
    if years.next().is_some() {
        return None;
    }
    let is_about_time = |word: &str| {
        a_year(word).is_some()
            || word == "по"
            || ABOUT_TIME.iter().any(|stem| word.starts_with(stem))
    };
    let counted: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| !is_about_time(word) && !word.starts_with("полугоди"))
        .collect();
    let has = |stems: &[&str]| {
        words
            .iter()
            .any(|word| stems.iter().any(|stem| word.starts_with(stem)))
    };
    let stretch = match counted.as_slice() {
        [] => {
            let has_year = words.iter().any(|word| word.starts_with('г')) || words.len() == 1;
            return year
                .filter(|_| has_year && !has(&["квартал", "полугоди", "месяц"]))
                .map(|year| format!("{year} год"));
        }
        [which] if has(&["полугоди"]) => {
            let which = ordinal(which).filter(|which| *which <= 2)?;
            format!("{} полугодие", roman(which)?)
        }
        [which] if has(&["квартал"]) || words.contains(&"кв") => {
            format!("{} квартал", roman(ordinal(which)?)?)
        }
        [month] => (*NAMES.get(month_of(month)?)?).to_owned(),
        _ => return None,
    };
    Some(match year {
        Some(year) => format!("{stretch} {year} г."),
        None => stretch,
    })
}

/// Fewer columns in a row, numbered and not named, may count something else than months.
const ROW_OF_MONTHS: usize = 9;

/// The stretch of time each column of a head names: by itself, or as one of a row of months that
/// are only numbered: «1 … 12», «IX, X, XI, XII, I … V», «Месяц 1, Месяц 2».
pub(in crate::import) fn stretches(heads: &[String]) -> Vec<Option<String>> {
    let mut found: Vec<Option<String>> = heads.iter().map(|head| marked(head)).collect();
    let numbered: Vec<Option<NumberedMonth>> =
        heads.iter().map(|head| numbered_month(head)).collect();
    let mut first = 0;
    while first < numbered.len() {
        let mut row: Vec<NumberedMonth> = Vec::new();
        for month in numbered.iter().skip(first).map_while(|month| *month) {
            if row
                .last()
                .is_some_and(|last| month.number != last.number % 12 + 1)
            {
                break;
            }
            row.push(month);
        }
        let is_said = row.len() >= 2 && row.iter().all(|month| month.is_said);
        // The first column of a table is numbered for the lines.
        if is_said || (first > 0 && (ROW_OF_MONTHS..=12).contains(&row.len())) {
            for (place, month) in found.iter_mut().skip(first).zip(&row) {
                let name = NAMES.get(month.number - 1).copied().unwrap_or_default();
                *place = Some(match month.year {
                    Some(year) => format!("{name} {year} г."),
                    None => name.to_owned(),
                });
            }
        }
        first += row.len().max(1);
    }
    found
}

/// A month that is numbered.
#[derive(Clone, Copy)]
struct NumberedMonth {
    /// From 1.
    number: usize,
    year: Option<i32>,
    /// The word «месяц» stands beside the number.
    is_said: bool,
}

/// «5», «V», «Месяц 5», «Месяцы 2024 г. V».
fn numbered_month(head: &str) -> Option<NumberedMonth> {
    let plain = text::plain(head);
    let is_said = text::words(&plain).any(|word| word.starts_with("месяц"));
    let is_about_time = |word: &str| {
        ["месяц", "срок", "период", "год", "г"]
            .iter()
            .any(|stem| word.starts_with(stem))
    };
    let mut number = None;
    let mut year = None;
    for word in text::words(&plain) {
        if let Some(found) = a_year(word) {
            year = Some(found);
        } else if let Some(found) = counted_month(word) {
            if number.replace(found).is_some() {
                return None;
            }
        } else if !is_about_time(word) {
            return None;
        }
    }
    Some(NumberedMonth {
        number: number?,
        year,
        is_said,
    })
}

fn counted_month(word: &str) -> Option<usize> {
    let number = match number::read(&word.to_uppercase())? {
        number::Shape::Decimal(parts) => match parts.as_slice() {
            [number] => *number,
            _ => return None,
        },
        number::Shape::Roman(number) => number,
        number::Shape::Letter(_) => return None,
    };
    usize::try_from(number)
        .ok()
        .filter(|number| (1..=12).contains(number))
}

/// «Янв», «сент», «Март»: which month, from zero.
fn month_of(word: &str) -> Option<usize> {
    let whole = NAMES.iter().position(|name| *name == word);
    whole.or_else(|| {
        SHORT.iter().zip(NAMES).position(|(short, name)| {
            word.chars().count() <= 5 && word.starts_with(short) && name.starts_with(word)
        })
    })
}

/// «I», «1», «1й», «первое»: the number of a quarter or a half.
fn ordinal(word: &str) -> Option<usize> {
    const ORDINALS: [[&str; 4]; 4] = [
        ["i", "1", "1й", "перв"],
        ["ii", "2", "2й", "втор"],
        ["iii", "3", "3й", "трет"],
        ["iv", "4", "4й", "четверт"],
    ];
    ORDINALS
        .iter()
        .position(|names| match names {
            [roman, digit, cut, stem] => {
                [roman, digit, cut].contains(&&word) || word.starts_with(stem)
            }
        })
        .map(|place| place + 1)
}

fn roman(number: usize) -> Option<&'static str> {
    ["I", "II", "III", "IV"]
        .get(number.checked_sub(1)?)
        .copied()
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
    fn a_column_of_marks_says_when() {
        for (head, wanted) in [
            ("I кв.", Some("I квартал")),
            ("IV квартал", Some("IV квартал")),
            ("1 квартал 2024 года", Some("I квартал 2024 г.")),
            ("Сроки исполнения III кв.", Some("III квартал")),
            ("Квартал II", Some("II квартал")),
            ("Первое полугодие", Some("I полугодие")),
            ("янв.", Some("январь")),
            ("Сент", Some("сентябрь")),
            ("Месяц Май", Some("май")),
            ("2025", Some("2025 год")),
            ("2025 год", Some("2025 год")),
            ("Срок", None),
            ("Месяц", None),
            ("Квартал", None),
            ("Маркетинг", None),
            ("Финансирование I кв.", None),
            ("2024-2025 год", None),
            ("Код 5", None),
        ] {
            assert_eq!(marked(head).as_deref(), wanted, "{head}");
        }
    }

    #[test]
    fn months_of_a_row_may_be_numbered() {
        let named = |heads: &[&str]| -> Vec<String> {
            let heads: Vec<String> = heads.iter().map(|head| (*head).to_owned()).collect();
            stretches(&heads).into_iter().flatten().collect()
        };
        let year = [
            "№", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12",
        ];
        assert_eq!(named(&year), NAMES);
        let roman = [
            "Дело", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
        ];
        assert_eq!(named(&roman), NAMES);
        let school = ["Дело", "09", "10", "11", "12", "01", "02", "03", "04", "05"];
        assert_eq!(named(&school).first().unwrap(), "сентябрь");
        assert_eq!(named(&school).last().unwrap(), "май");
        let said = ["Дело", "Месяцы 2024 г. 3", "Месяцы 2024 г. 4"];
        assert_eq!(named(&said), ["март 2024 г.", "апрель 2024 г."]);
        // Columns of a table that are counted, and quarters.
        assert_eq!(named(&year[1..]), [""; 0]);
        assert_eq!(named(&["Дело", "I", "II", "III", "IV"]), [""; 0]);
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
