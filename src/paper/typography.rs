//! Where a Russian line must not break (domain.md 1.4): before «г.», between day and month,
//! surname and initials, «№» and its number. Changes spaces only.

use crate::domain::russian::MONTHS_AFTER_A_DAY as MONTHS;

const NBSP: char = '\u{a0}';

/// The text with no-break spaces where they belong.
pub(super) fn typeset(text: &str) -> String {
    let mut set = String::with_capacity(text.len() + 16);
    let mut before: Option<&str> = None;
    for word in text.split(' ') {
        if let Some(left) = before {
            set.push(if holds_together(left, word) {
                NBSP
            } else {
                ' '
            });
        }
        set.push_str(word);
        before = Some(word);
    }
    set
}

fn holds_together(left: &str, right: &str) -> bool {
    let left = left.trim_start_matches(['(', '«', '"']);
    let bare = right.trim_end_matches([',', '.', ';', ':', ')', '»']);
    if left.is_empty() || right.is_empty() {
        return false;
    }
    left.ends_with('№')
        || (left == "РС" && starts_upper(right))
        || right == "–"
        || right == "—"
        || (is_number(left, 2) && (MONTHS.contains(&bare) || bare == "%" || bare == "чел"))
        || (is_number(left, 3) && (bare == "%" || bare == "чел" || bare == "человек"))
        || (MONTHS.contains(&left) && is_number(bare, 4))
        || (is_number(left, 4) && (right.starts_with("г.") || right.starts_with("гг.")))
        || (left == "г." && starts_upper(right))
        || ((left == "п." || left == "пп." || left == "пункт") && starts_digit(right))
        || (is_surname(left) && is_initials(bare))
        || (is_initials(left.trim_end_matches('.')) && is_surname(bare))
}

fn is_number(word: &str, longest: usize) -> bool {
    !word.is_empty() && word.len() <= longest && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn starts_upper(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

fn starts_digit(word: &str) -> bool {
    word.chars()
        .next()
        .is_some_and(|first| first.is_ascii_digit())
}

fn is_surname(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && word.chars().count() > 2
        && letters.all(|letter| letter.is_lowercase() || letter == '-' || letter.is_uppercase())
        && word.chars().any(char::is_lowercase)
}

/// «И.О» or «И»: initials with their last point taken off.
fn is_initials(word: &str) -> bool {
    let mut parts = word.split('.');
    let is_letter = |part: &str| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    };
    match (parts.next(), parts.next(), parts.next()) {
        (Some(first), Some(second), None) => is_letter(first) && is_letter(second),
        _ => false,
    }
}

/// «И.О. Фамилия» of «Фамилия И.О.», as signatures have it; `None` for anything that is not a
/// surname with initials.
pub(super) fn initials_first(name: &str) -> Option<String> {
    let (surname, initials) = name.split_once([' ', NBSP])?;
    let initials = initials.replace(' ', "");
    let bare = initials.trim_end_matches('.');
    (is_surname(surname) && is_initials(bare)).then(|| format!("{bare}.{NBSP}{surname}"))
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
            ("в работе, 40 %", "в работе, 40~%"),
            ("РС НМС и 2 человека", "РС~НМС и 2 человека"),
            ("  два  пробела ", "  два  пробела "),
        ] {
            assert_eq!(typeset(plain).replace(NBSP, "~"), set);
        }
    }

    #[test]
    fn a_signature_has_the_initials_first() {
        assert_eq!(
            initials_first("Иванова М.И.").as_deref(),
            Some("М.И.\u{a0}Иванова")
        );
        assert_eq!(initials_first("Проректор по развитию"), None);
        assert_eq!(initials_first("ЦНППМ АСОУ"), None);
    }
}
