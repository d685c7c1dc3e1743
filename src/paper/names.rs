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

/// Small words before a surname that belong to it.
const PARTICLES: &[&str] = &[
    "де", "фон", "ван", "дер", "ди", "да", "ла", "ле", "аль", "эль", "ибн", "бен", "тер",
];

/// Beginnings of words that are posts, so that «Директор Лицея» is nobody's name.
const POSTS: &[&str] = &[
    "министр",
    "замест",
    "директор",
    "ректор",
    "проректор",
    "начальник",
    "председател",
    "руководител",
    "заведующ",
    "координатор",
    "секретар",
    "методист",
    "специалист",
    "консультант",
    "глав",
    "советник",
    "эксперт",
    "декан",
    "региональн",
];

/// «И.О. Фамилия» of «Фамилия И.О.» or of the full name, as signatures have it; `None` for anything
/// that is no name of a person.
pub(super) fn initials_first(name: &str) -> Option<String> {
    let mut name = name.replace(NBSP, " ");
    for end in AFTER_PATRONYMIC {
        // «А.Г.-оглы», «Гасан-оглы»
        name = name.replace(&format!("-{end}"), &format!(" {end}"));
    }
    let mut words: Vec<&str> = name.split_whitespace().collect();
    if let Some(already) = with_initials_first(&words) {
        return Some(already);
    }
    let patronymic_end = words
        .last()
        .filter(|last| words.len() > 2 && AFTER_PATRONYMIC.contains(last))
        .copied();
    if patronymic_end.is_some() {
        words.pop();
    }
    let small = words.iter().take_while(|word| PARTICLES.contains(word));
    let (particles, named) = words.split_at_checked(small.count())?;
    let (surname, given) = named.split_first()?;
    if !is_surname(surname) || given.is_empty() {
        return None;
    }
    let initials = match *given {
        [one] if one.contains('.') => one.trim_end_matches('.').to_owned(),
        [first, second] if is_initial(first) && is_initial(second) => {
            format!("{first}{}", second.trim_end_matches('.'))
        }
        [first] if is_surname(first) && !is_post(surname) => letter(first)?.to_string(),
        [first, second] if is_surname(first) && is_patronymic(second, patronymic_end) => {
            format!("{}.{}", letter(first)?, letter(second)?)
        }
        _ => return None,
    };
    if !is_initials(&initials) {
        return None;
    }
    let mut whole: Vec<&str> = patronymic_end.into_iter().collect();
    whole.extend(particles);
    whole.push(surname);
    let nbsp = NBSP.to_string();
    Some(format!("{initials}.{NBSP}{}", whole.join(&nbsp)))
}

/// «И. О. Фамилия», «И.О. Фамилия»: as it is typed by who knows how signatures look.
fn with_initials_first(words: &[&str]) -> Option<String> {
    let (surname, before) = words.split_last()?;
    let initials = before.concat();
    let is_signed = is_surname(surname)
        && initials.ends_with('.')
        && is_initials(initials.trim_end_matches('.'));
    is_signed.then(|| format!("{initials}{NBSP}{surname}"))
}

fn is_post(word: &str) -> bool {
    let word = word.to_lowercase();
    POSTS.iter().any(|begin| word.starts_with(begin))
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
            ("Мамедов Ариф Гасан-оглы", Some("А.Г.~оглы~Мамедов")),
            ("Мамедова Л.Р. кызы", Some("Л.Р.~кызы~Мамедова")),
            ("Иванова М.И", Some("М.И.~Иванова")),
            ("М.И. Иванова", Some("М.И.~Иванова")),
            ("М. И. Иванова", Some("М.И.~Иванова")),
            ("Смит Джон", Some("Д.~Смит")),
            ("де Бройль Л.", Some("Л.~де~Бройль")),
            ("фон дер Вид А.Б.", Some("А.Б.~фон~дер~Вид")),
            ("Директор Лицея", None),
            ("Региональный Координатор", None),
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
