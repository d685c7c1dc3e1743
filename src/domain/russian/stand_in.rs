//! «за Иванову М.И.», «за директора школы»: whom somebody stands in for, in the accusative.
//!
//! A paper never prints a wrong case, so a form is made only where it is certain. Initials do not
//! say whether «Ким А.» is a man, and then a consonant at the end of a surname says nothing.

use super::noun::{is_adjective, is_russian};

/// Whom a patronymic or the surname itself names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Gender {
    /// «Иванович», «оглы».
    Man,
    /// «Ивановна», «кызы».
    Woman,
}

/// What stands behind a patronymic, and whose it is.
const AFTER_PATRONYMIC: [(&str, Gender); 8] = [
    ("оглы", Gender::Man),
    ("оглу", Gender::Man),
    ("улы", Gender::Man),
    ("угли", Gender::Man),
    ("кызы", Gender::Woman),
    ("гызы", Gender::Woman),
    ("кизи", Gender::Woman),
    ("кизы", Gender::Woman),
];

/// Nouns that are posts and take «-а» as they are.
const POSTS: &[&str] = &[
    "директор",
    "ректор",
    "проректор",
    "министр",
    "начальник",
    "методист",
    "специалист",
    "консультант",
    "координатор",
    "декан",
    "эксперт",
    "советник",
    "помощник",
    "инспектор",
    "администратор",
    "аналитик",
    "менеджер",
    "бухгалтер",
    "юрисконсульт",
    "юрист",
    "инженер",
    "педагог",
    "психолог",
    "профессор",
    "доцент",
    "президент",
    "редактор",
    "документовед",
    "экономист",
    "референт",
    "куратор",
    "модератор",
    "тьютор",
    "технолог",
    "программист",
    "оператор",
];

/// Nouns that are posts and change «-ь» into «-я».
const SOFT_POSTS: &[&str] = &[
    "руководитель",
    "секретарь",
    "председатель",
    "заместитель",
    "преподаватель",
    "учитель",
    "воспитатель",
    "делопроизводитель",
    "представитель",
];

/// Participles that are posts by themselves.
const PARTICIPLES: &[&str] = &["заведующ", "управляющ", "исполняющ"];

/// «Иванову М.И.» of «Иванова М.И.»; a first name and patronymic become initials. `None` where the
/// form is not certain.
///
/// ```
/// use planerka_domain::domain::russian::person_instead;
///
/// assert_eq!(person_instead("Иванова М.И.").as_deref(), Some("Иванову М.И."));
/// assert_eq!(person_instead("Ким А."), None);
/// ```
pub fn person_instead(name: &str) -> Option<String> {
    let name = name.replace('\u{a0}', " ");
    let mut words: Vec<&str> = name.split_whitespace().collect();
    let behind = words.last().copied().and_then(|last| {
        let mut known = AFTER_PATRONYMIC.iter();
        known.find(|(end, _)| *end == last)
    });
    if behind.is_some() {
        words.pop();
    }
    let mut gender = behind.map(|(_, gender)| *gender);
    let begins_with_initials = words.first().is_some_and(|first| is_initials(first));
    let surname = if begins_with_initials {
        words.pop()?
    } else {
        let first = *words.first()?;
        words.remove(0);
        first
    };
    if !surname.chars().next()?.is_uppercase() || words.is_empty() {
        return None;
    }
    let mut given = if words.iter().all(|word| is_initials(word)) {
        words.concat()
    } else if let [first, patronymic] = *words {
        gender = gender.or_else(|| of_patronymic(patronymic));
        gender?;
        if !is_name(first) || !is_name(patronymic) {
            return None;
        }
        format!("{}.{}.", first.chars().next()?, patronymic.chars().next()?)
    } else {
        return None;
    };
    if let Some((end, _)) = behind {
        given = format!("{given} {end}");
    }
    let parts: Option<Vec<String>> = surname
        .split('-')
        .map(|part| surname_instead(part, gender))
        .collect();
    Some(format!("{} {given}", parts?.join("-")))
}

/// «первого заместителя министра» of «первый заместитель министра»; «и.о. директора» stays. `None`
/// where the form is not certain.
///
/// ```
/// use planerka_domain::domain::russian::post_instead;
///
/// assert_eq!(post_instead("Главный специалист").as_deref(), Some("главного специалиста"));
/// assert_eq!(post_instead("завуч"), None);
/// ```
pub fn post_instead(post: &str) -> Option<String> {
    let small = super::inside(post.trim());
    let words: Vec<&str> = small.split_whitespace().collect();
    if words.len() > 1
        && words
            .first()
            .is_some_and(|first| ["и.о.", "врио", "врид"].contains(first))
    {
        return Some(words.join(" "));
    }
    let before = words
        .iter()
        .take_while(|word| is_adjective(word) && participle(word).is_none())
        .count();
    let (adjectives, rest) = words.split_at(before);
    let (noun, behind) = rest.split_first()?;
    // A second post behind the first would have to change too: «директор – профессор кафедры».
    if behind
        .iter()
        .any(|word| matches!(*word, "–" | "-" | "—") || post_noun(word).is_some())
        || noun.ends_with(',')
    {
        return None;
    }
    let mut said = Vec::with_capacity(words.len());
    for word in adjectives {
        said.push(adjective_instead(word)?);
    }
    said.push(participle(noun).or_else(|| post_noun(noun))?);
    said.extend(behind.iter().map(|word| (*word).to_owned()));
    Some(said.join(" "))
}

fn post_noun(word: &str) -> Option<String> {
    let parts: Option<Vec<String>> = word
        .trim_end_matches(',')
        .split('-')
        .map(|part| {
            if POSTS.contains(&part) {
                Some(format!("{part}а"))
            } else if SOFT_POSTS.contains(&part) {
                Some(format!("{}я", part.strip_suffix('ь')?))
            } else {
                None
            }
        })
        .collect();
    Some(parts?.join("-"))
}

fn participle(word: &str) -> Option<String> {
    let stem = PARTICIPLES.iter().find(|stem| word.starts_with(**stem))?;
    match word.strip_prefix(stem)? {
        "ий" => Some(format!("{stem}его")),
        "ая" => Some(format!("{stem}ую")),
        _ => None,
    }
}

fn adjective_instead(word: &str) -> Option<String> {
    if let Some(stem) = word.strip_suffix("ый").or_else(|| word.strip_suffix("ой")) {
        return Some(format!("{stem}ого"));
    }
    let stem = word.strip_suffix("ий")?;
    let is_velar = stem.ends_with(['г', 'к', 'х']);
    Some(format!("{stem}{}", if is_velar { "ого" } else { "его" }))
}

fn surname_instead(part: &str, gender: Option<Gender>) -> Option<String> {
    let small = part.to_lowercase();
    let vowels = small.chars().filter(|it| is_vowel(*it)).count();
    let ends = |endings: &[&str]| endings.iter().any(|end| small.ends_with(end));
    let changed = |end: &str, other: &str| Some(format!("{}{other}", part.strip_suffix(end)?));
    let last = small.chars().last()?;
    let is_doubtful = !small.chars().all(|it| is_russian(it) || is_apostrophe(it));
    if is_doubtful || vowels == 0 {
        return None;
    }
    // «Шевченко», «Гаприндашвили», «Черных»: the same in every case.
    if matches!(last, 'о' | 'е' | 'и' | 'у' | 'ю' | 'ы' | 'э') || ends(&["ых"]) {
        return Some(part.to_owned());
    }
    if ends(&["ова", "ева", "ёва", "ина", "ына"]) && vowels > 1 {
        return changed("а", "у");
    }
    let before = |end: &str| {
        let stem = small.strip_suffix(end)?;
        stem.chars().last()
    };
    let is_behind_consonant = |end: &str| before(end).is_some_and(|it| !is_vowel(it) && it != 'й');
    if gender != Some(Gender::Man) && (is_behind_consonant("ная") || is_behind_consonant("кая"))
    {
        return changed("ая", "ую");
    }
    if gender != Some(Gender::Woman) {
        if ends(&["ский", "цкий"]) || is_behind_consonant("кий") {
            return changed("ий", "ого");
        }
        if ends(&["ый"]) {
            return changed("ый", "ого");
        }
    }
    let is_consonant = last.is_alphabetic() && !is_vowel(last) && !matches!(last, 'й' | 'ь' | 'ъ');
    // A woman of this surname would have another: «Иванова», «Пушкина», «Синицына».
    let is_mans = vowels > 1
        && ends(&[
            "ов", "ев", "ёв", "цын", "кин", "ьин", "ьмин", "шин", "жин", "чин", "щин", "хин",
        ]);
    match gender {
        Some(Gender::Woman) if is_consonant => Some(part.to_owned()),
        // A vowel that flees: «Заяц – Зайца».
        Some(Gender::Man) if is_consonant && (is_mans || !ends(FLEEING)) => {
            Some(format!("{part}а"))
        }
        None if is_mans => Some(format!("{part}а")),
        _ => None,
    }
}

/// Endings of surnames whose last vowel may be lost.
const FLEEING: &[&str] = &[
    "ец", "яц", "ок", "ёк", "ек", "ел", "ёл", "ень", "ер", "ёр", "х",
];

/// Whether a word has the ending of a patronymic: «Никитич», «Ильинична».
pub fn is_patronymic(word: &str) -> bool {
    of_patronymic(word).is_some()
}

fn of_patronymic(word: &str) -> Option<Gender> {
    if word.ends_with("ич") {
        return Some(Gender::Man);
    }
    (word.ends_with("вна") || word.ends_with("чна")).then_some(Gender::Woman)
}

/// «И.О.», «Дж.»
fn is_initials(word: &str) -> bool {
    word.strip_suffix('.').is_some_and(|word| {
        word.split('.').all(|part| {
            let mut letters = part.chars();
            letters.next().is_some_and(char::is_uppercase)
                && part.chars().count() <= 2
                && letters.all(char::is_lowercase)
        })
    })
}

fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && word.chars().count() > 1
        && letters.all(|it| it.is_lowercase() || it == '-')
}

fn is_vowel(letter: char) -> bool {
    "аеёиоуыэюя".contains(letter)
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | 'ʼ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_declined_only_where_the_form_is_certain() {
        for (name, instead) in [
            ("Иванова М.И.", "Иванову М.И."),
            ("Петров П.П.", "Петрова П.П."),
            ("Петров\u{a0}П.\u{a0}П.", "Петрова П.П."),
            ("П.П. Петров", "Петрова П.П."),
            ("Петров Пётр Петрович", "Петрова П.П."),
            ("Петрова Анна Ильинична", "Петрову А.И."),
            ("Кузьмина О.О.", "Кузьмину О.О."),
            ("Синицын И.И.", "Синицына И.И."),
            ("Пушкин А.С.", "Пушкина А.С."),
            ("Шевченко Т.Г.", "Шевченко Т.Г."),
            ("Черных А.А.", "Черных А.А."),
            ("Образцовский П.П.", "Образцовского П.П."),
            ("Образцовская П.П.", "Образцовскую П.П."),
            ("Образцов-Пробный А.Г.", "Образцова-Пробного А.Г."),
            ("Римская-Корсакова А.А.", "Римскую-Корсакову А.А."),
            ("Мамедов А.Г. оглы", "Мамедова А.Г. оглы"),
            ("Мамед А.Г. оглы", "Мамеда А.Г. оглы"),
            ("Мамед Л.Р. кызы", "Мамед Л.Р. кызы"),
            ("Шмидт Иван Иванович", "Шмидта И.И."),
            ("Шмидт Анна Ивановна", "Шмидт А.И."),
            ("О'Коннор Иван Иванович", "О'Коннора И.И."),
            ("Примерова Дж.", "Примерову Дж."),
            ("Габуния-ий А.", ""),
            ("Ким А.", ""),
            ("Ким", ""),
            ("Нгуен Ван Ань", ""),
            ("Ли В.", "Ли В."),
            ("Лев М.И.", ""),
            ("Рубин А.И.", ""),
            ("Цой В.", ""),
            ("Толстой Л.Н.", ""),
            ("Дюма А.", ""),
            ("Шенгелая Э.", ""),
            ("Саная Р.", ""),
            ("Заяц Иван Иванович", ""),
            ("Долгих И.И.", ""),
            ("О'Коннор Дж.", ""),
            ("ван Дейк А.", ""),
            ("Smith J.", ""),
            ("методист центра", ""),
            ("", ""),
        ] {
            let found = person_instead(name);
            assert_eq!(found.as_deref().unwrap_or_default(), instead, "{name}");
        }
    }

    #[test]
    fn a_post_is_declined_by_its_noun() {
        for (post, instead) in [
            ("ректор", "ректора"),
            (
                "Проректор по развитию и сетевому взаимодействию",
                "проректора по развитию и сетевому взаимодействию",
            ),
            ("Региональный координатор", "регионального координатора"),
            (
                "первый заместитель министра",
                "первого заместителя министра",
            ),
            ("старший методист", "старшего методиста"),
            ("ведущий специалист отдела", "ведущего специалиста отдела"),
            ("заведующий кафедрой", "заведующего кафедрой"),
            ("заведующая кафедрой", "заведующую кафедрой"),
            (
                "исполняющий обязанности директора",
                "исполняющего обязанности директора",
            ),
            ("и.о. директора", "и.о. директора"),
            ("учёный секретарь", "учёного секретаря"),
            ("педагог-психолог", "педагога-психолога"),
            ("заместитель министра – начальник управления", ""),
            ("директор, профессор", ""),
            ("директор и профессор", ""),
            ("завуч", ""),
            ("начальница", ""),
            ("", ""),
        ] {
            let found = post_instead(post);
            assert_eq!(found.as_deref().unwrap_or_default(), instead, "{post}");
        }
    }
}
