//! Where a Russian line must not break (domain.md 1.4): before «г.», between day and month,
//! surname and initials, «№» and its number; and which quotation marks stand inside others. Changes
//! spaces and quotation marks only.

use super::names::{NBSP, is_acting, is_after_a_name, is_initial, is_initials, is_surname};
use super::quotes::nested;
use crate::domain::russian::MONTHS_AFTER_A_DAY as MONTHS;

/// The text as a typesetter leaves it: inner quotation marks, and no-break spaces where they belong.
pub(super) fn typeset(text: &str) -> String {
    let text = nested(text);
    let mut set = String::with_capacity(text.len() + 16);
    let mut before: Option<&str> = None;
    for word in text.split(' ') {
        if let Some(left) = before {
            // «И. О.» is «И.О.», as in the other names of a paper.
            if !(is_initial(left) && is_initial(word.trim_end_matches([',', ';', ')']))) {
                set.push(if holds_together(left, word) {
                    NBSP
                } else {
                    ' '
                });
            }
        }
        set.push_str(word);
        before = Some(word);
    }
    set
}

/// Words that are nothing without the number or name after them.
const BEFORE: &[&str] = &[
    "п.",
    "пп.",
    "пункт",
    "ст.",
    "ч.",
    "гл.",
    "стр.",
    "с.",
    "прил.",
    "кв.",
    "д.",
    "стр",
    "корп.",
    "ул.",
    "пос.",
    "им.",
    "г.",
    "т.",
    "и.о.",
    "врио",
    "РС",
];

/// Units that follow a number.
const AFTER_A_NUMBER: &[&str] = &[
    "%", "л", "м", "ч", "г", "гг", "чел", "экз", "руб", "мин", "тыс", "млн",
];

fn holds_together(left: &str, right: &str) -> bool {
    let left = left.trim_start_matches(['(', '«', '„', '"']);
    let bare = right.trim_end_matches([',', '.', ';', ':', ')', '»', '“', '!', '?']);
    if left.is_empty() || right.is_empty() {
        return false;
    }
    left.ends_with('№')
        || right == "–"
        || right == "—"
        || (matches!(left, "–" | "—") && is_number(bare, 4))
        || (BEFORE.contains(&left) && (starts_upper(right) || starts_digit(right)))
        || (is_acting(left) && !bare.is_empty())
        || (left == "и." && right == "о.")
        || (left == "о." && right.chars().next().is_some_and(char::is_lowercase))
        || (is_number(left, 4) && belongs_to_a_number(bare))
        || (MONTHS.contains(&left) && is_number(bare, 4))
        || (is_number(left, 3) && is_group_of_digits(bare))
        || (is_surname(left) && is_initials(bare))
        || (is_initials(left.trim_end_matches('.')) && is_surname(bare))
        || (is_initial(left) && (is_initial(right) || is_surname(bare)))
        || is_after_a_name(left, bare)
}

/// What must not stand at the beginning of a line without its number: a month, a unit, a counted
/// word.
fn belongs_to_a_number(word: &str) -> bool {
    MONTHS.contains(&word)
        || AFTER_A_NUMBER.contains(&word)
        || (word.chars().count() > 3
            && word
                .chars()
                .all(|letter| letter.is_alphabetic() && letter.is_lowercase()))
}

fn is_number(word: &str, longest: usize) -> bool {
    !word.is_empty() && word.len() <= longest && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// «000» of «10 000».
fn is_group_of_digits(word: &str) -> bool {
    word.len() == 3 && is_number(word, 3)
}

fn starts_upper(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

fn starts_digit(word: &str) -> bool {
    word.chars()
        .next()
        .is_some_and(|first| first.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_together_is_not_torn_apart() {
        for (plain, set) in [
            ("25 мая 2023 г., № 12", "25~мая~2023~г., №~12"),
            (
                "Председатель – Иванова М.И., ректор",
                "Председатель~– Иванова~М.И., ректор",
            ),
            ("(М.И. Иванова)", "(М.И.~Иванова)"),
            ("г. Мытищи, п. 1.2", "г.~Мытищи, п.~1.2"),
            ("«за» – 9, «против» – 0.", "«за»~–~9, «против»~–~0."),
            ("в работе, 40 %", "в работе, 40~%"),
            ("РС НМС и 2 человека", "РС~НМС и 2~человека"),
            ("  два  пробела ", "  два  пробела "),
            ("с 25 по 31 мая", "с 25 по 31~мая"),
            ("на 3 л. в 1 экз.", "на 3~л. в 1~экз."),
            ("10 000 руб., 5 рабочих дней", "10~000~руб., 5~рабочих дней"),
            ("в 2023 году", "в 2023~году"),
            ("А. С. Пушкин и Ким А.", "А.С.~Пушкин и Ким~А."),
            ("Фамилия И. О., директор", "Фамилия~И.О., директор"),
            ("и. о. директора", "и.~о.~директора"),
            ("О'Коннор Дж. и Д’Арк Ж.", "О'Коннор~Дж. и Д’Арк~Ж."),
            ("Салтыков-Щедрин М.Е.", "Салтыков-Щедрин~М.Е."),
            ("Мамедов А.Г. оглы, ректор", "Мамедов~А.Г.~оглы, ректор"),
            ("Мари Ж.-П., Нгуен Т.Т.Х.", "Мари~Ж.-П., Нгуен~Т.Т.Х."),
            ("за д’Артаньяна Ш. – Ким А.", "за д’Артаньяна~Ш.~– Ким~А."),
            ("и.о. директора ИРО", "и.о.~директора ИРО"),
            ("«Центр «А Б»»", "«Центр „А Б“»"),
        ] {
            assert_eq!(typeset(plain).replace(NBSP, "~"), set);
        }
    }
}
