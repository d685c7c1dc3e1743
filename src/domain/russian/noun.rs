//! Names of documents, levels and points inside a sentence: «комплекс мер», «дорожная карта»,
//! «Направление». A document brings its own words, so they are declined by rule: adjectives before
//! the noun and the noun change, what stands behind it stays. What follows no rule here is not
//! declined at all.

/// What a sentence asks of a noun.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Case {
    /// «комплекс мер»
    Nominative,
    /// «пункт комплекса мер»
    Genitive,
    /// «изменения в комплекс мер»
    Accusative,
    /// «об изменениях в комплексе мер»
    Prepositional,
    /// «направлений: 4»
    GenitivePlural,
    /// «по направлениям»
    DativePlural,
}

/// Endings of adjectives in the nominative.
const ADJECTIVES: [&str; 7] = ["ый", "ий", "ой", "ая", "яя", "ое", "ее"];

/// Nouns that follow no ending: each with its cases in the order of [`Case`].
const APART: [[&str; 6]; 12] = [
    ["музей", "музея", "музей", "музее", "музеев", "музеям"],
    ["лицей", "лицея", "лицей", "лицее", "лицеев", "лицеям"],
    ["дворец", "дворца", "дворец", "дворце", "дворцов", "дворцам"],
    ["бюро", "бюро", "бюро", "бюро", "бюро", "бюро"],
    [
        "перечень",
        "перечня",
        "перечень",
        "перечне",
        "перечней",
        "перечням",
    ],
    ["список", "списка", "список", "списке", "списков", "спискам"],
    ["модуль", "модуля", "модуль", "модуле", "модулей", "модулям"],
    [
        "показатель",
        "показателя",
        "показатель",
        "показателе",
        "показателей",
        "показателям",
    ],
    ["цель", "цели", "цель", "цели", "целей", "целям"],
    ["часть", "части", "часть", "части", "частей", "частям"],
    ["письмо", "письма", "письмо", "письме", "писем", "письмам"],
    [
        "план-график",
        "плана-графика",
        "план-график",
        "плане-графике",
        "планов-графиков",
        "планам-графикам",
    ],
];

/// A name in a case, by its first noun; `None` where no rule is known.
///
/// ```
/// use planerka_domain::domain::russian::{Case, decline};
///
/// assert_eq!(decline("Комплекс мер", Case::Genitive).as_deref(), Some("Комплекса мер"));
/// assert_eq!(decline("дорожная карта", Case::Accusative).as_deref(), Some("дорожную карту"));
/// assert_eq!(decline("KPI", Case::Genitive), None);
/// ```
pub fn decline(name: &str, case: Case) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let before = words.iter().take_while(|word| is_adjective(word)).count();
    let (adjectives, rest) = words.split_at(before);
    let (noun, behind) = rest.split_first()?;
    let mut said = Vec::with_capacity(words.len());
    for word in adjectives {
        said.push(adjective(word, case)?);
    }
    said.push(declined(noun, case)?);
    said.extend(behind.iter().map(|word| (*word).to_owned()));
    Some(said.join(" "))
}

/// Whether a word has the ending of an adjective in the nominative.
pub fn is_adjective(word: &str) -> bool {
    ADJECTIVES.iter().any(|end| word.ends_with(end))
}

/// A name whose first letter is small, as inside a sentence; an abbreviation stays.
pub fn inside(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next();
    match (first, letters.clone().next()) {
        (Some(first), second) if !second.is_some_and(char::is_uppercase) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => name.to_owned(),
    }
}

fn adjective(word: &str, case: Case) -> Option<String> {
    let end = ADJECTIVES.into_iter().find(|end| word.ends_with(end))?;
    let stem = word.strip_suffix(end)?;
    let last = stem.chars().last()?;
    // «общий», «синий» are soft, «стратегический» is hard with another vowel.
    let is_soft = matches!(end, "яя" | "ее") || end == "ий" && !is_velar(last);
    let is_plural_soft = is_soft || is_velar(last) || is_hushing(last);
    let ending = match (case, end) {
        (Case::Nominative, _) | (Case::Accusative, "ый" | "ий" | "ой" | "ое" | "ее") => {
            end
        }
        (Case::GenitivePlural, _) if is_plural_soft => "их",
        (Case::GenitivePlural, _) => "ых",
        (Case::DativePlural, _) if is_plural_soft => "им",
        (Case::DativePlural, _) => "ым",
        (Case::Accusative, "яя") => "юю",
        (Case::Accusative, _) => "ую",
        (_, "яя") => "ей",
        (_, "ая") if is_hushing(last) => "ей",
        (_, "ая") => "ой",
        (Case::Genitive, _) if is_soft => "его",
        (Case::Genitive, _) => "ого",
        (Case::Prepositional, _) if is_soft => "ем",
        (Case::Prepositional, _) => "ом",
    };
    Some(format!("{stem}{ending}"))
}

fn declined(noun: &str, case: Case) -> Option<String> {
    if case == Case::Nominative {
        return Some(noun.to_owned());
    }
    // What is written in capitals or with a figure is a name of its own.
    let mut letters = noun.chars();
    let first = letters.next()?;
    if !first.is_alphabetic() || !letters.all(|it| it.is_lowercase() || it == '-') {
        return None;
    }
    let small = noun.to_lowercase();
    let place = match case {
        Case::Nominative => 0,
        Case::Genitive => 1,
        Case::Accusative => 2,
        Case::Prepositional => 3,
        Case::GenitivePlural => 4,
        Case::DativePlural => 5,
    };
    if let Some(forms) = APART
        .iter()
        .find(|forms| forms.first() == Some(&small.as_str()))
    {
        let found = (*forms.get(place)?).to_owned();
        let is_capital = first.is_uppercase();
        return Some(if is_capital { capital(&found) } else { found });
    }
    let (stem, endings) = by_ending(noun)?;
    Some(format!("{stem}{}", endings.get(place)?))
}

/// The part of a noun that stays, and its endings in the order of [`Case`].
fn by_ending(noun: &str) -> Option<(&str, [&'static str; 6])> {
    if let Some(stem) = noun.strip_suffix("ие") {
        return Some((stem, ["ие", "ия", "ие", "ии", "ий", "иям"]));
    }
    if let Some(stem) = noun.strip_suffix("ия") {
        return Some((stem, ["ия", "ии", "ию", "ии", "ий", "иям"]));
    }
    if let Some(stem) = noun.strip_suffix('а') {
        let last = stem.chars().last()?;
        let genitive = if is_velar(last) || is_hushing(last) {
            "и"
        } else {
            "ы"
        };
        return Some((stem, ["а", genitive, "у", "е", "", "ам"]));
    }
    if let Some(stem) = noun.strip_suffix('о') {
        return Some((stem, ["о", "а", "о", "е", "", "ам"]));
    }
    let last = noun.chars().last()?;
    let is_consonant = last.is_alphabetic() && !"аеёиоуыэюяйьъ".contains(last) && is_russian(last);
    let plural = match last {
        'ц' => "ев",
        last if is_hushing(last) => "ей",
        _ => "ов",
    };
    is_consonant.then_some((noun, ["", "а", "", "е", plural, "ам"]))
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

fn is_velar(letter: char) -> bool {
    matches!(letter, 'г' | 'к' | 'х')
}

fn is_hushing(letter: char) -> bool {
    matches!(letter, 'ж' | 'ч' | 'ш' | 'щ')
}

pub(super) fn is_russian(letter: char) -> bool {
    ('а'..='я').contains(&letter) || letter == 'ё'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::too_many_lines, reason = "one table, a line a name")]
    fn names_of_documents_are_declined_as_officials_write_them() {
        let cases = [
            Case::Genitive,
            Case::Accusative,
            Case::Prepositional,
            Case::GenitivePlural,
            Case::DativePlural,
        ];
        for (name, forms) in [
            (
                "комплекс мер",
                [
                    "комплекса мер",
                    "комплекс мер",
                    "комплексе мер",
                    "комплексов мер",
                    "комплексам мер",
                ],
            ),
            (
                "План мероприятий",
                [
                    "Плана мероприятий",
                    "План мероприятий",
                    "Плане мероприятий",
                    "Планов мероприятий",
                    "Планам мероприятий",
                ],
            ),
            (
                "дорожная карта",
                [
                    "дорожной карты",
                    "дорожную карту",
                    "дорожной карте",
                    "дорожных карт",
                    "дорожным картам",
                ],
            ),
            (
                "Комплексный план",
                [
                    "Комплексного плана",
                    "Комплексный план",
                    "Комплексном плане",
                    "Комплексных планов",
                    "Комплексным планам",
                ],
            ),
            (
                "стратегический проект",
                [
                    "стратегического проекта",
                    "стратегический проект",
                    "стратегическом проекте",
                    "стратегических проектов",
                    "стратегическим проектам",
                ],
            ),
            (
                "распоряжение",
                [
                    "распоряжения",
                    "распоряжение",
                    "распоряжении",
                    "распоряжений",
                    "распоряжениям",
                ],
            ),
            (
                "программа развития",
                [
                    "программы развития",
                    "программу развития",
                    "программе развития",
                    "программ развития",
                    "программам развития",
                ],
            ),
            ("письмо", ["письма", "письмо", "письме", "писем", "письмам"]),
            (
                "Перечень",
                ["Перечня", "Перечень", "Перечне", "Перечней", "Перечням"],
            ),
            (
                "план-график",
                [
                    "плана-графика",
                    "план-график",
                    "плане-графике",
                    "планов-графиков",
                    "планам-графикам",
                ],
            ),
            ("Задача", ["Задачи", "Задачу", "Задаче", "Задач", "Задачам"]),
            (
                "Системообразующее мероприятие",
                [
                    "Системообразующего мероприятия",
                    "Системообразующее мероприятие",
                    "Системообразующем мероприятии",
                    "Системообразующих мероприятий",
                    "Системообразующим мероприятиям",
                ],
            ),
            ("Месяц", ["Месяца", "Месяц", "Месяце", "Месяцев", "Месяцам"]),
            ("Цель", ["Цели", "Цель", "Цели", "Целей", "Целям"]),
        ] {
            let found = cases.map(|case| decline(name, case).unwrap_or_default());
            assert_eq!(found, forms, "{name}");
        }
    }

    #[test]
    fn what_follows_no_rule_is_not_declined() {
        for name in ["", "KPI", "РИП", "Меры", "ключ", "Р-503", "2023", "Большой"]
        {
            let found = decline(name, Case::Genitive);
            assert!(found.is_none() || name == "ключ", "{name}: {found:?}");
        }
        assert_eq!(decline("Меры", Case::Nominative).as_deref(), Some("Меры"));
    }

    #[test]
    fn a_name_inside_a_sentence_begins_small_unless_it_is_an_abbreviation() {
        let said = ["Комплекс мер", "РИП", "КЦП-2023", ""].map(inside);
        assert_eq!(said, ["комплекс мер", "РИП", "КЦП-2023", ""]);
    }
}
