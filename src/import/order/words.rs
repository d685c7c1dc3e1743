//! Words of a sentence with their places, and what is inside brackets and quotation marks.

use std::ops::Range;

/// A word.
#[derive(Clone, Debug)]
pub(super) struct Word<'t> {
    /// Its letters, without marks around them.
    pub(super) text: &'t str,
    /// Its bytes in the sentence.
    pub(super) span: Range<usize>,
    /// How many brackets and quotation marks are open around it.
    pub(super) depth: usize,
}

/// The words of a text in their sequence.
pub(super) fn of(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut depth = 0_usize;
    let mut start = None;
    let mut push = |start: &mut Option<usize>, end: usize, depth: usize| {
        if let Some(from) = start.take()
            && let Some(raw) = text.get(from..end)
        {
            let trimmed = raw.trim_matches(|c: char| !(c.is_alphanumeric() || c == '№'));
            let offset = raw.find(trimmed).unwrap_or(0);
            if !trimmed.is_empty() {
                words.push(Word {
                    text: trimmed,
                    span: from + offset..from + offset + trimmed.len(),
                    depth,
                });
            }
        }
    };
    for (place, character) in text.char_indices() {
        match character {
            '(' | '«' | '„' | '[' => {
                push(&mut start, place, depth);
                depth += 1;
            }
            ')' | '»' | '“' | ']' => {
                push(&mut start, place, depth);
                depth = depth.saturating_sub(1);
            }
            _ if character.is_whitespace() => push(&mut start, place, depth),
            _ => {
                start.get_or_insert(place);
            }
        }
    }
    push(&mut start, text.len(), depth);
    words
}

/// Nouns that end like an infinitive.
const NOUNS: &[&str] = &[
    "путь",
    "мать",
    "печать",
    "сеть",
    "пять",
    "шесть",
    "девять",
    "десять",
    "двадцать",
    "тридцать",
    "память",
    "речь",
    "ночь",
    "дочь",
    "печь",
    "помощь",
    "сети",
    "пути",
    "дети",
    "пяти",
    "шести",
    "девяти",
    "десяти",
    "памяти",
    "смерти",
    "четверти",
    "четверть",
    "смерть",
    "треть",
    "трети",
    "пятидесяти",
    "почти",
    "чести",
    "честь",
    "грамоть",
    "роль",
    "есть",
    "нефть",
    "кровать",
    "двадцати",
    "тридцати",
    "соцсети",
    "соцсеть",
];

/// Infinitives that end like a noun.
const VERBS: &[&str] = &["учесть", "прочесть", "зачесть"];

/// Whether a word is an infinitive: «обеспечить», «провести», «привлечь».
pub(super) fn is_infinitive(word: &str) -> bool {
    let lower = word.to_lowercase();
    let letters = lower.chars().count();
    if letters < 4 || !lower.chars().all(char::is_alphabetic) || NOUNS.contains(&lower.as_str()) {
        return false;
    }
    if VERBS.contains(&lower.as_str()) {
        return true;
    }
    let noun = [
        "ость", "ости", "асть", "асти", "есть", "исти", "усть", "усти",
    ];
    if noun.iter().any(|ending| lower.ends_with(ending)) {
        return false;
    }
    ["ть", "ться", "ти", "тись", "чь", "чься"]
        .iter()
        .any(|ending| lower.ends_with(ending))
}

/// The first infinitive outside brackets and quotation marks.
pub(super) fn infinitive<'w, 't>(words: &'w [Word<'t>]) -> Option<&'w Word<'t>> {
    words
        .iter()
        .find(|word| word.depth == 0 && is_infinitive(word.text))
}

/// Whether a word is initials: «А.В.», «А.В», «И.».
pub(super) fn is_initials(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    matches!(
        letters.as_slice(),
        [a, '.', b] | [a, '.', b, '.'] if a.is_uppercase() && b.is_uppercase()
    )
}

/// Whether a word is a short name in capitals: «ЦНППМ», «МБУ», `ЦОПМиКП`.
pub(super) fn is_abbreviation(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    capitals >= 2 && capitals * 2 >= word.chars().count() && !word.contains('.')
}

/// Whether a word is the short name of a ministry that is the same in every case:
/// «Минэкономразвития».
pub(super) fn is_short_ministry(word: &str) -> bool {
    const ENDS: &[&str] = &[
        "развития",
        "образования",
        "науки",
        "просвещения",
        "природы",
        "культуры",
        "экономики",
        "экологии",
        "энерго",
        "имущества",
        "туризма",
    ];
    word.strip_prefix("Мин")
        .is_some_and(|rest| ENDS.iter().any(|end| rest.ends_with(end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn infinitives_are_told_from_nouns() {
        for verb in [
            "обеспечить",
            "провести",
            "привлечь",
            "учесть",
            "разместиться",
            "найти",
        ] {
            assert!(is_infinitive(verb), "{verb}");
        }
        for noun in [
            "деятельность",
            "области",
            "часть",
            "сети",
            "ответственности",
            "десяти",
        ] {
            assert!(!is_infinitive(noun), "{noun}");
        }
    }

    #[test]
    fn short_names_of_ministries_are_told_from_words() {
        for name in ["Минэкономразвития", "Минобрнауки", "Минприроды"]
        {
            assert!(is_short_ministry(name), "{name}");
        }
        for word in ["Министерства", "Минимизация", "минобрнауки", "Науки"]
        {
            assert!(!is_short_ministry(word), "{word}");
        }
    }

    #[test]
    fn words_know_what_they_stand_in() {
        let words = of("Ректору «Школы (1)» (далее – школа) Ивановой И.И. дать");
        let shown: Vec<(&str, usize)> = words.iter().map(|word| (word.text, word.depth)).collect();
        assert_eq!(
            shown,
            [
                ("Ректору", 0),
                ("Школы", 1),
                ("1", 2),
                ("далее", 1),
                ("школа", 1),
                ("Ивановой", 0),
                ("И.И", 0),
                ("дать", 0)
            ]
        );
    }
}
