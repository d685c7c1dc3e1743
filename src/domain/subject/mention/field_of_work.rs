//! Fields of work within the name of a body: «Комитет по физической культуре, спорту и молодёжной
//! политике» is one body, and its comma parts no names.

use crate::domain::fold::fold;

/// Beginnings of words that name what a body deals with.
const FIELDS: [&str; 48] = [
    "архитектур",
    "благоустро",
    "воспитани",
    "воспитательн",
    "газов",
    "градостроительств",
    "дорожн",
    "жилищ",
    "занятост",
    "здравоохранени",
    "земельн",
    "землепользовани",
    "земл",
    "имуществ",
    "инвестици",
    "инноваци",
    "информатизаци",
    "информационн",
    "коммунальн",
    "культур",
    "международн",
    "молодежн",
    "молодеж",
    "науч",
    "науке",
    "науки",
    "образовани",
    "опек",
    "охран",
    "попечительств",
    "потребительск",
    "предпринимательств",
    "природ",
    "промышленн",
    "связ",
    "семь",
    "социальн",
    "спорт",
    "строительств",
    "торговл",
    "транспорт",
    "труд",
    "туризм",
    "физическ",
    "финанс",
    "экологи",
    "экономик",
    "энергетик",
];

/// How words end that begin a name in the nominative: «информационный отдел», «учителя».
const NOMINATIVE: [&str; 8] = ["ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие"];

/// Whether the name before a comma goes on behind it with another field of work.
pub(super) fn goes_on(before: &str, behind: &str) -> bool {
    let behind = behind.trim_start();
    if !behind.starts_with(char::is_lowercase) || !before.contains(' ') {
        return false;
    }
    let word: String = behind
        .chars()
        .take_while(|letter| letter.is_alphabetic() || *letter == '-')
        .collect();
    let word = fold(&word);
    FIELDS.iter().any(|stem| word.starts_with(stem))
        && !NOMINATIVE.iter().any(|ending| word.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::goes_on;

    #[test]
    fn a_field_of_work_begins_no_name() {
        for (before, behind) in [
            (
                "Комитет по физической культуре",
                " спорту и молодёжной политике",
            ),
            ("Управление образования", " культуры и спорта"),
            ("Отдел ЖКХ", " транспорта, связи"),
        ] {
            assert!(goes_on(before, behind), "{before},{behind}");
        }
        for (before, behind) in [
            ("Отдел культуры", " учителя и родители"),
            ("Отдел кадров", " информационный отдел"),
            ("Отдел культуры", " Спорткомитет"),
            ("директор", " социальный педагог"),
            ("ЦНППМ", " культуры"),
        ] {
            assert!(!goes_on(before, behind), "{before},{behind}");
        }
    }
}
