//! Names of people as papers write them: «Фамилия И.О.» in the text, «И.О. Фамилия» in a signature.
//! Surnames are double or have an apostrophe, a patronymic may be missing or end in «оглы».

/// The space a line does not break at.
pub(super) const NBSP: char = '\u{a0}';

/// What stands behind the initials and belongs to the patronymic.
const AFTER_PATRONYMIC: &[&str] = &["оглы", "кызы", "гызы", "улы", "кизи", "угли", "заде"];

/// Endings of patronymics.
const PATRONYMICS: &[&str] = &["вич", "вна", "чна", "ична", "льич", "мич", "кич", "фич"];

/// Whether a word can be a surname: a capital letter first, small ones among the others.
pub(super) fn is_surname(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && word.chars().count() > 1
        && letters.all(|letter| letter.is_alphabetic() || is_inside(letter))
        && word.chars().any(char::is_lowercase)
        && !word.ends_with(is_inside)
}

fn is_inside(letter: char) -> bool {
    matches!(letter, '-' | '‑' | '\'' | '’' | 'ʼ')
}

/// «И.О», «И», «Дж»: initials with their last point taken off.
pub(super) fn is_initials(word: &str) -> bool {
    let parts: Vec<&str> = word.split('.').collect();
    let is_short = |part: &&str| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase)
            && part.chars().count() <= 2
            && letters.all(char::is_lowercase)
    };
    (1..=2).contains(&parts.len())
        && parts.iter().all(is_short)
        // A word of two letters is one; two of them are initials («Дж.Р.»).
        && parts.iter().any(|part| part.chars().count() == 1 || parts.len() == 1)
}

/// «А.»: one initial with its point.
pub(super) fn is_initial(word: &str) -> bool {
    word.strip_suffix('.').is_some_and(|letter| {
        letter.chars().count() <= 2 && !letter.contains('.') && is_initials(letter)
    })
}

/// «оглы» behind the initials.
pub(super) fn is_after_a_name(left: &str, word: &str) -> bool {
    AFTER_PATRONYMIC.contains(&word)
        && left.ends_with('.')
        && is_initials(left.trim_end_matches('.'))
}

/// «и.о.», «врио» before a post.
pub(super) fn is_acting(word: &str) -> bool {
    ["и.о.", "и. о.", "врио", "врид"].contains(&word.to_lowercase().as_str())
}

/// Whether the words are a person's name: surname and initials, or all of them with a capital
/// letter and a patronymic among them.
#[cfg(test)]
pub(super) fn is_person(name: &str) -> bool {
    initials_first(name).is_some()
}

/// «И.О. Фамилия» of «Фамилия И.О.» or of the full name, as signatures have it; `None` for anything
/// that is no name of a person.
pub(super) fn initials_first(name: &str) -> Option<String> {
    let mut words: Vec<&str> = name
        .split([' ', NBSP])
        .filter(|word| !word.is_empty())
        .collect();
    let patronymic_end = words
        .last()
        .filter(|last| words.len() > 2 && AFTER_PATRONYMIC.contains(last))
        .copied();
    if patronymic_end.is_some() {
        words.pop();
    }
    let (surname, given) = words.split_first()?;
    if !is_surname(surname) || given.is_empty() {
        return None;
    }
    let initials = match *given {
        [one] if one.ends_with('.') => one.trim_end_matches('.').to_owned(),
        [first, second] if is_initial(first) && is_initial(second) => {
            format!("{first}{}", second.trim_end_matches('.'))
        }
        [first, second] if is_surname(first) && is_patronymic(second, patronymic_end) => {
            format!("{}.{}", letter(first)?, letter(second)?)
        }
        _ => return None,
    };
    if !is_initials(&initials) {
        return None;
    }
    let end = patronymic_end
        .map(|end| format!("{NBSP}{end}"))
        .unwrap_or_default();
    Some(format!("{initials}.{end}{NBSP}{surname}"))
}

fn is_patronymic(word: &str, end: Option<&str>) -> bool {
    is_surname(word) && (end.is_some() || PATRONYMICS.iter().any(|ending| word.ends_with(ending)))
}

fn letter(word: &str) -> Option<char> {
    word.chars().next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_has_the_initials_first() {
        for (name, signed) in [
            ("Иванова М.И.", Some("М.И.~Иванова")),
            ("Иванова М. И.", Some("М.И.~Иванова")),
            ("Иванова Мария Ивановна", Some("М.И.~Иванова")),
            ("Ким А.", Some("А.~Ким")),
            ("Ли В.", Some("В.~Ли")),
            ("О'Коннор Дж.", Some("Дж.~О'Коннор")),
            ("Д’Арк Ж.", Some("Ж.~Д’Арк")),
            ("Салтыков-Щедрин М.Е.", Some("М.Е.~Салтыков-Щедрин")),
            ("Мамедов А.Г. оглы", Some("А.Г.~оглы~Мамедов")),
            ("Мамедов Ариф Гасан оглы", Some("А.Г.~оглы~Мамедов")),
            ("Проректор по развитию", None),
            ("Региональный координатор", None),
            ("ЦНППМ АСОУ", None),
            ("ИРО", None),
            ("Иванова", None),
        ] {
            let found = initials_first(name).map(|name| name.replace(NBSP, "~"));
            assert_eq!(found.as_deref(), signed, "{name}");
            assert_eq!(is_person(name), signed.is_some());
        }
    }
}
