//! Posts and bodies in oblique cases, brought back to the nominative: «Региональному оператору»,
//! «Управлению», «Руководителям …», «… на заместителя начальника».
//!
//! Only the first noun of a name and the adjectives before it change; what follows stays.

mod nouns;
mod surnames;

pub(super) use nouns::{Number, noun};
pub(super) use surnames::surname;

/// The case a name stands in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Case {
    /// «Управлению обеспечить».
    Dative,
    /// «возложить на заместителя», «прошу руководителей».
    Accusative,
    /// «Отдел кадров:».
    Nominative,
    /// «совместно с Министерством финансов»: only what is brought back, through the dative.
    Instrumental,
}

/// Whether a word begins the name of a post or a body in the dative.
pub(super) fn is_dative_head(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    first_part(word).is_some_and(|part| noun(part, Case::Dative).is_some())
        || is_dative_adjective(word)
}

/// Whether a text begins with a post, as a signature does.
pub(super) fn is_post(text: &str) -> bool {
    const POSTS: &[&str] = &[
        "министр",
        "заместитель",
        "первый",
        "начальник",
        "директор",
        "ректор",
        "руководитель",
        "глава",
        "председатель",
        "и.о",
        "врио",
        "исполняющий",
        "исполняющая",
        "заведующий",
        "заведующая",
        "губернатор",
        "мэр",
        "президент",
        "проректор",
        "секретарь",
        "и",
        "главный",
    ];
    let first = text
        .split_whitespace()
        .next()
        .unwrap_or_default()
        .to_lowercase();
    let bare = first.trim_end_matches(['.', ',']);
    let is_acting = bare != "и" || text.to_lowercase().starts_with("и. о.");
    POSTS.contains(&bare) && is_acting
}

fn is_dative_adjective(word: &str) -> bool {
    let lower = word.to_lowercase();
    word.chars().count() >= 6
        && ["ому", "ему", "ым", "им"]
            .iter()
            .any(|end| lower.ends_with(end))
        && lower.chars().all(|c| c.is_alphabetic() || c == '-')
}

fn first_part(word: &str) -> Option<&str> {
    word.split('-').next().filter(|part| !part.is_empty())
}

/// A name in the nominative; words nobody knows stay as they are.
pub(super) fn nominative(phrase: &str, case: Case) -> String {
    if case == Case::Instrumental {
        return nominative(&dative_of(phrase), Case::Dative);
    }
    let words: Vec<&str> = phrase.split_whitespace().collect();
    if case == Case::Nominative || words.is_empty() {
        return words.join(" ");
    }
    let Some((mut at, (mut base, mut number))) = words
        .iter()
        .enumerate()
        .take(4)
        .find_map(|(at, word)| Some((at, noun(first_part(word)?, case)?)))
    else {
        return words.join(" ");
    };
    // «Ответственному секретарю»: what may stand by itself is an adjective before another noun.
    if let Some(next) = words.get(at + 1)
        && let Some((of_next, number_of_next)) = first_part(next).and_then(|it| noun(it, case))
        && words
            .get(at)
            .is_some_and(|word| adjective(word, number_of_next, case).is_some())
    {
        (at, base, number) = (at + 1, of_next, number_of_next);
    }
    // Every word before the noun must be an adjective of it.
    let before: Option<Vec<String>> = words
        .get(..at)
        .unwrap_or_default()
        .iter()
        .map(|word| adjective(word, number, case))
        .collect();
    let Some(mut shown) = before else {
        return words.join(" ");
    };
    let word = words.get(at).copied().unwrap_or_default();
    let mut parts = word.split('-');
    parts.next();
    let mut whole = like(word, &base);
    for part in parts {
        whole.push('-');
        whole.push_str(&noun(part, case).map_or_else(|| part.to_owned(), |(base, _)| base));
    }
    shown.push(whole);
    // «заместителя Председателя – министра финансов»: two posts of one person.
    for pair in words.get(at..).unwrap_or_default().windows(2) {
        let [before, word] = pair else { continue };
        let second = matches!(*before, "-" | "–" | "—")
            .then(|| noun(word, case))
            .flatten();
        shown.push(second.map_or_else(|| (*word).to_owned(), |(base, _)| like(word, &base)));
    }
    shown.join(" ")
}

/// A name in the instrumental as it stands in the dative, up to its noun.
fn dative_of(phrase: &str) -> String {
    const ENDINGS: &[(&str, &str)] = &[
        ("ами", "ам"),
        ("ями", "ям"),
        ("ыми", "ым"),
        ("ими", "им"),
        ("ым", "ому"),
        ("им", "ему"),
        ("ией", "ии"),
        ("ием", "ию"),
        ("ством", "ству"),
        ("лем", "лю"),
        ("рем", "рю"),
        ("ом", "у"),
        ("ой", "е"),
    ];
    let mut found = false;
    let words: Vec<String> = phrase
        .split_whitespace()
        .map(|word| {
            if found {
                return word.to_owned();
            }
            let lower = word.to_lowercase();
            let turned: Vec<String> = ENDINGS
                .iter()
                .filter_map(|(from, to)| {
                    Some(format!(
                        "{}{to}",
                        word.get(..lower.strip_suffix(from)?.len())?
                    ))
                })
                .collect();
            if let Some(noun) = turned
                .iter()
                .find(|word| noun(word, Case::Dative).is_some())
            {
                found = true;
                return noun.clone();
            }
            let adjective = turned.into_iter().find(|word| is_dative_adjective(word));
            adjective.unwrap_or_else(|| word.to_owned())
        })
        .collect();
    words.join(" ")
}

/// With a capital where the pattern has one.
fn like(pattern: &str, word: &str) -> String {
    let mut letters = word.chars();
    match letters.next() {
        Some(first) if pattern.starts_with(char::is_uppercase) => {
            first.to_uppercase().collect::<String>() + letters.as_str()
        }
        _ => word.to_owned(),
    }
}

/// Stems whose adjective is stressed at its end: «городской», «областной».
const STRESSED: &[&str] = &[
    "городск",
    "областн",
    "краев",
    "основн",
    "головн",
    "участков",
    "рядов",
];

/// An adjective in the nominative.
fn adjective(word: &str, number: Number, case: Case) -> Option<String> {
    let lower = word.to_lowercase();
    let (hard, endings): (bool, &[&str]) = match (number, case) {
        (Number::Masculine | Number::Neuter, Case::Dative) if lower.ends_with("ому") => {
            (true, &["ому"])
        }
        (Number::Masculine | Number::Neuter, Case::Dative) => (false, &["ему"]),
        (Number::Masculine, Case::Accusative) if lower.ends_with("ого") => (true, &["ого"]),
        (Number::Masculine, Case::Accusative) if lower.ends_with("его") => (false, &["его"]),
        (Number::Masculine, Case::Accusative) => (true, &["ый", "ий", "ой"]),
        (Number::Neuter, Case::Accusative) => (true, &["ое", "ее"]),
        (Number::Feminine, Case::Dative) => (!lower.ends_with("ей"), &["ой", "ей"]),
        (Number::Feminine, Case::Accusative) => (!lower.ends_with("юю"), &["ую", "юю"]),
        (Number::Plural, Case::Dative) => (lower.ends_with("ым"), &["ым", "им"]),
        (Number::Plural, Case::Accusative) => (lower.ends_with("ых"), &["ых", "их"]),
        (_, Case::Nominative | Case::Instrumental) => return Some(word.to_owned()),
    };
    let stem = endings.iter().find_map(|end| lower.strip_suffix(end))?;
    let last = stem.chars().next_back()?;
    let soft = !hard || "гкхжшчщ".contains(last);
    let ending = match number {
        Number::Masculine if STRESSED.contains(&stem) => "ой",
        Number::Masculine if soft => "ий",
        Number::Masculine => "ый",
        Number::Neuter if !hard => "ее",
        Number::Neuter => "ое",
        Number::Feminine if !hard && !"гкх".contains(last) && !"жшчщ".contains(last) => "яя",
        Number::Feminine => "ая",
        Number::Plural if soft => "ие",
        Number::Plural => "ые",
    };
    Some(like(word, &format!("{stem}{ending}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_back_to_the_nominative() {
        for (phrase, wanted) in [
            ("Региональному оператору", "Региональный оператор"),
            ("Управлению", "Управление"),
            (
                "Управлению подготовки кадров",
                "Управление подготовки кадров",
            ),
            (
                "Руководителям образовательных учреждений",
                "Руководители образовательных учреждений",
            ),
            ("Ректору ГБУ ДПО «Институт»", "Ректор ГБУ ДПО «Институт»"),
            (
                "Исполняющему обязанности ректора",
                "Исполняющий обязанности ректора",
            ),
            ("классным руководителям", "классные руководители"),
            ("учителям-предметникам", "учителя-предметники"),
            (
                "муниципальным органам управления образованием",
                "муниципальные органы управления образованием",
            ),
            ("директорам школ", "директора школ"),
            ("Региональной лаборатории", "Региональная лаборатория"),
            ("главному бухгалтеру", "главный бухгалтер"),
            ("Главным врачам больниц", "Главные врачи больниц"),
            ("Медицинской сестре", "Медицинская сестра"),
            ("Управляющим компаниям", "Управляющие компании"),
            ("управляющему делами", "управляющий делами"),
            ("заведующей хозяйством", "заведующая хозяйством"),
            ("Редакции газеты", "Редакция газеты"),
            (
                "городскому методическому центру",
                "городской методический центр",
            ),
            (
                "общеобразовательным организациям",
                "общеобразовательные организации",
            ),
            ("заведующему отделом", "заведующий отделом"),
            ("Ответственному секретарю", "Ответственный секретарь"),
            ("Деканам факультетов", "Деканы факультетов"),
            ("ЦНППМ АСОУ", "ЦНППМ АСОУ"),
        ] {
            assert_eq!(nominative(phrase, Case::Dative), wanted);
        }
        for (phrase, wanted) in [
            ("Министерством финансов", "Министерство финансов"),
            (
                "муниципальными органами управления",
                "муниципальные органы управления",
            ),
            ("методическим центром", "методический центр"),
            ("администрацией района", "администрация района"),
            ("заведующим отделом", "заведующий отделом"),
        ] {
            assert_eq!(nominative(phrase, Case::Instrumental), wanted);
        }
        for (phrase, wanted) in [
            (
                "заместителя министра образования",
                "заместитель министра образования",
            ),
            ("руководителей организаций", "руководители организаций"),
            ("первого заместителя главы", "первый заместитель главы"),
            (
                "заместителя Председателя Правительства – министра финансов",
                "заместитель Председателя Правительства – министр финансов",
            ),
            ("методический отдел", "методический отдел"),
            ("методическую службу", "методическая служба"),
        ] {
            assert_eq!(nominative(phrase, Case::Accusative), wanted);
        }
    }
}
