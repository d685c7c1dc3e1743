//! Names of people as papers write them: «Фамилия И.О.» in the text, «И.О. Фамилия» in a signature.
//! Surnames are double or have an apostrophe, a patronymic may be missing or end in «оглы».

/// The space a line does not break at.
pub(super) const NBSP: char = '\u{a0}';

/// What stands behind the initials and belongs to the patronymic.
const AFTER_PATRONYMIC: &[&str] = &["оглы", "кызы", "гызы", "улы", "кизи", "угли", "заде"];

/// Whether a word can be a surname: a capital letter first, small ones among the others; «д’Арк»
/// has the capital behind the apostrophe.
pub(super) fn is_surname(word: &str) -> bool {
    let begin = word.split(is_apostrophe).next().unwrap_or_default();
    let is_begun = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    let behind = word.get(begin.len()..).unwrap_or_default();
    let is_particle =
        begin.chars().count() <= 2 && is_begun(behind.trim_start_matches(is_apostrophe));
    (is_begun(word) || is_particle)
        && word.chars().count() > 1
        && word
            .chars()
            .all(|letter| letter.is_alphabetic() || is_inside(letter))
        && word.chars().any(char::is_lowercase)
        && !word.ends_with(is_inside)
}

fn is_inside(letter: char) -> bool {
    matches!(letter, '-' | '‑') || is_apostrophe(letter)
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ' | '`' | '‘')
}

/// «И.О», «И», «Дж», «Ж.-П», «Т.Т.Х»: initials with their last point taken off.
pub(super) fn is_initials(word: &str) -> bool {
    let parts: Vec<&str> = word.split('.').collect();
    let is_short = |(place, part): (usize, &&str)| {
        let part = if place > 0 {
            part.trim_start_matches(['-', '‑'])
        } else {
            part
        };
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_uppercase)
            && part.chars().count() <= 2
            && letters.all(char::is_lowercase)
    };
    (1..=3).contains(&parts.len()) && parts.iter().enumerate().all(is_short)
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

/// «И.О. Фамилия» of «Фамилия И.О.» or of the full name, as signatures have it; a name that has no
/// initials («Нгуен Ван Ань») as it is. `None` for anything that is no name of a person.
pub(super) fn initials_first(name: &str) -> Option<String> {
    let name = name.replace(NBSP, " ");
    let words: Vec<&str> = name.split_whitespace().collect();
    if let Some(already) = with_initials_first(&words) {
        return Some(already);
    }
    let (words, behind) = without_patronymic_end(words);
    let small = words
        .iter()
        .take_while(|word| PARTICLES.contains(&word.to_lowercase().as_str()))
        .count();
    let (surname, initials) = [small, 0]
        .into_iter()
        .find_map(|particles| parted(&words, particles, behind))
        .or_else(|| several_words(&words))?;
    let mut whole: Vec<&str> = initials.iter().map(String::as_str).collect();
    whole.extend(behind);
    whole.extend(surname);
    Some(whole.join(&NBSP.to_string()))
}

/// «оглы» behind the name, also with a hyphen («А.Г.-оглы», «Гасан-оглы»), taken off.
fn without_patronymic_end(mut words: Vec<&str>) -> (Vec<&str>, Option<&'static str>) {
    let end = words.last().copied().filter(|_| words.len() > 1);
    let known = end.and_then(|last| {
        let mut known = AFTER_PATRONYMIC.iter();
        known.find(|end| {
            last == **end || last.strip_suffix(**end).is_some_and(|it| it.ends_with('-'))
        })
    });
    if let (Some(last), Some(end)) = (words.pop(), known) {
        let rest = last.strip_suffix(end).unwrap_or_default();
        words.extend(rest.strip_suffix('-').filter(|rest| !rest.is_empty()));
        return (words, known.copied());
    }
    words.extend(end);
    (words, None)
}

/// The words of a surname, and the initials of the other names.
type Parted<'n> = (Vec<&'n str>, Option<String>);

/// A name of which so many words at the beginning are particles of the surname.
fn parted<'n>(words: &[&'n str], particles: usize, behind: Option<&str>) -> Option<Parted<'n>> {
    let surname = *words.get(particles)?;
    let given = words.get(particles + 1..)?;
    let is_one_letter = surname.chars().count() == 1 && surname.chars().all(char::is_uppercase);
    let initials = match *given {
        [one] if one.contains('.') => one.trim_end_matches('.').to_owned(),
        [first, second] if is_initial(first) && is_initial(second) => {
            format!("{first}{}", second.trim_end_matches('.'))
        }
        // «О Е.В.» has initials, «У меня» has none.
        _ if is_one_letter => return None,
        [first] if is_surname(first) && !is_post(surname) => letter(first)?.to_string(),
        [first, second] if is_surname(first) && is_patronymic(second, behind) => {
            format!("{}.{}", letter(first)?, letter(second)?)
        }
        _ => return None,
    };
    let is_named = is_one_letter || is_surname(surname);
    (is_named && is_initials(&initials)).then(|| {
        let whole = words.iter().take(particles + 1).copied().collect();
        (whole, Some(format!("{initials}.")))
    })
}

/// «Гарсиа Маркес Г.», «Нгуен Тхи Х.»: a surname of several words; «Нгуен Ван Ань»: short words, and
/// nobody can tell which of them would be an initial.
fn several_words<'n>(words: &[&'n str]) -> Option<Parted<'n>> {
    let is_named = |words: &[&str]| {
        (2..=4).contains(&words.len())
            && words.iter().all(|word| is_surname(word) && !is_post(word))
    };
    let (last, before) = words.split_last()?;
    if last.ends_with('.') && is_initials(last.trim_end_matches('.')) && is_named(before) {
        return Some((before.to_vec(), Some((*last).to_owned())));
    }
    let is_short = words.len() > 2 && words.iter().all(|word| word.chars().count() < 7);
    (is_short && is_named(words)).then(|| (words.to_vec(), None))
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
    is_surname(word) && (end.is_some() || crate::domain::russian::is_patronymic(word))
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
            ("Иванов Пётр Никитич", Some("П.Н.~Иванов")),
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
            ("Ван Дейк А.", Some("А.~Ван~Дейк")),
            ("Ван Ли", Some("Л.~Ван")),
            ("д’Артаньян Ш.", Some("Ш.~д’Артаньян")),
            ("Кёр-оглы Р.А.", Some("Р.А.~Кёр-оглы")),
            ("Р.А. Кёр-оглы", Some("Р.А.~Кёр-оглы")),
            ("Мамедов А.Г.-оглы", Some("А.Г.~оглы~Мамедов")),
            (
                "Примерова-Образцова Дж.Р.",
                Some("Дж.Р.~Примерова-Образцова"),
            ),
            ("Мари Ж.-П.", Some("Ж.-П.~Мари")),
            ("О Е.В.", Some("Е.В.~О")),
            ("Ким Ч.Ы.", Some("Ч.Ы.~Ким")),
            ("Пак Чжи Сон", Some("Пак~Чжи~Сон")),
            ("Нгуен Ван Ань", Some("Нгуен~Ван~Ань")),
            ("Нгуен Тхи Тхань Хыонг", Some("Нгуен~Тхи~Тхань~Хыонг")),
            ("Нгуен Т.Т.Х.", Some("Т.Т.Х.~Нгуен")),
            ("Гарсиа Маркес Г.", Some("Г.~Гарсиа~Маркес")),
            ("Аль-Пример М.", Some("М.~Аль-Пример")),
            ("де Бройль Л.", Some("Л.~де~Бройль")),
            ("фон дер Вид А.Б.", Some("А.Б.~фон~дер~Вид")),
            ("Директор Лицея", None),
            ("Региональный Координатор", None),
            ("Проректор по развитию", None),
            ("Региональный координатор", None),
            ("ЦНППМ АСОУ", None),
            ("ИРО", None),
            ("Дом Детского Творчества", None),
            ("У меня", None),
            ("Иванова", None),
        ] {
            let found = initials_first(name).map(|name| name.replace(NBSP, "~"));
            assert_eq!(found.as_deref(), signed, "{name}");
            assert_eq!(is_person(name), signed.is_some());
        }
    }
}
