//! One spelling of a text for comparison: what a reader takes for the same must compare equal.
//!
//! Folding: NFC, lower case, ё→е, one sort of quotation mark, dash and space. «й» stays «й»: it
//! is a letter of its own. No stemming and no transliteration here.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};
use unicode_segmentation::UnicodeSegmentation;

/// A folded text that remembers which character of the original each of its own came from.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Folded {
    text: String,
    /// Places in the original, counted in characters; `None` while both run in step, which
    /// holds for practically every text and saves four bytes a letter.
    origins: Option<Vec<u32>>,
}

impl Folded {
    /// Folds a text.
    pub fn new(original: &str) -> Self {
        if let Some(text) = fold_common(original) {
            return Self {
                text,
                origins: None,
            };
        }
        let mut text = String::with_capacity(original.len());
        let mut origins = Vec::with_capacity(original.len() / 2);
        let mut push = |character: char, origin: usize| {
            for lower in character.to_lowercase() {
                text.push(fold_char(lower));
                origins.push(u32::try_from(origin).unwrap_or(u32::MAX));
            }
        };
        if is_nfc_quick(original.chars()) == IsNormalized::Yes {
            for (origin, character) in original.chars().enumerate() {
                push(character, origin);
            }
        } else {
            let mut origin = 0;
            for letter in original.graphemes(true) {
                for character in letter.nfc() {
                    push(character, origin);
                }
                origin += letter.chars().count();
            }
        }
        let in_step = (0u32..).zip(&origins).all(|(own, origin)| own == *origin);
        Self {
            text,
            origins: (!in_step).then_some(origins),
        }
    }

    /// The same with Cyrillic letters in place of Latin ones that look the same in a Cyrillic word.
    #[must_use]
    pub fn unmixed(self) -> Self {
        Self {
            text: unmixed(self.text),
            ..self
        }
    }

    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The place in the original, in characters, of the folded character at `position`.
    pub fn origin(&self, position: usize) -> usize {
        match &self.origins {
            None => position,
            Some(origins) => origins
                .get(position)
                .and_then(|origin| usize::try_from(*origin).ok())
                .unwrap_or(position),
        }
    }
}

/// Folds a text whose places in the original do not matter, like a query.
pub fn fold(text: &str) -> String {
    if let Some(folded) = fold_common(text) {
        return folded;
    }
    let lower = |character: char| character.to_lowercase().map(fold_char);
    if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        text.chars().flat_map(lower).collect()
    } else {
        text.nfc().flat_map(lower).collect()
    }
}

/// Whether a character is a letter or a digit. Asked of every letter of every text that is searched:
/// most are Latin or Russian, and need not be looked up.
pub fn is_in_word(character: char) -> bool {
    match character {
        'а'..='я' | 'А'..='Я' | 'ё' | 'Ё' => true,
        '\0'..='\x7f' => character.is_ascii_alphanumeric(),
        _ => character.is_alphanumeric(),
    }
}

/// Folds a text of Latin and Russian letters and the signs beside them, as almost all are, letter by
/// letter; `None` for any other.
fn fold_common(text: &str) -> Option<String> {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars() {
        folded.push(match character {
            'а'..='я' | ' '..='@' | '['..='_' | 'a'..='~' if character != '`' => character,
            'А'..='Я' => char::from_u32(u32::from(character) + 32)?,
            'A'..='Z' => character.to_ascii_lowercase(),
            'ё' | 'Ё' => 'е',
            '«' | '»' => '"',
            '–' | '—' => '-',
            '№' => '№',
            '\n' | '\u{a0}' => ' ',
            _ => return None,
        });
    }
    Some(folded)
}

/// Latin letters that look like Cyrillic ones, in lower case; many of them as capitals only.
const LOOK_ALIKES: [(char, char); 11] = [
    ('a', 'а'),
    ('b', 'в'),
    ('c', 'с'),
    ('e', 'е'),
    ('h', 'н'),
    ('k', 'к'),
    ('m', 'м'),
    ('o', 'о'),
    ('p', 'р'),
    ('t', 'т'),
    ('x', 'х'),
];

/// A folded text with Cyrillic letters in place of Latin ones that look the same, in words that have
/// both: «ЦHППМ» typed with a Latin «H». As many characters as before.
pub fn unmixed(folded: String) -> String {
    let has_latin = folded.bytes().any(|byte| byte.is_ascii_lowercase());
    if !has_latin {
        return folded;
    }
    let mut text = String::with_capacity(folded.len());
    for word in folded.split_inclusive(|character| !is_in_word(character)) {
        let is_mixed = word.chars().any(|character| matches!(character, 'а'..='я'));
        match is_mixed.then(|| in_cyrillic(word)).flatten() {
            Some(cyrillic) => text.push_str(&cyrillic),
            None => text.push_str(word),
        }
    }
    text
}

/// A folded word with Cyrillic letters in place of Latin ones; `None` when one of these looks like
/// no Cyrillic letter.
pub fn in_cyrillic(word: &str) -> Option<String> {
    word.chars()
        .map(|character| {
            let alike = LOOK_ALIKES.iter().find(|(latin, _)| *latin == character);
            match alike {
                Some((_, cyrillic)) => Some(*cyrillic),
                None => (!character.is_ascii_lowercase()).then_some(character),
            }
        })
        .collect()
}

/// Folds a name so that two spellings of it compare equal: spaces are single, none at the ends.
pub fn fold_name(name: &str) -> String {
    let folded = unmixed(fold(name));
    let mut single = String::with_capacity(folded.len());
    for word in folded.split_whitespace() {
        if !single.is_empty() {
            single.push(' ');
        }
        single.push_str(word);
    }
    single
}

/// Folds a name further, so that the ways to write initials compare equal: «Иванова М. И.»,
/// «М.И. Иванова» and «иванова м.и» are one name, and so are «Салтыков - Щедрин» and
/// «Салтыков-Щедрин».
pub fn fold_initials(name: &str) -> String {
    let spaced = unmixed(fold(name)).replace('.', " ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let is_initial =
        |word: &&str| word.chars().nth(1).is_none() && word.chars().all(char::is_alphabetic);
    let first = words.iter().take_while(|word| is_initial(word)).count();
    let (initials, rest) = words.split_at(first);
    [rest, initials]
        .concat()
        .join(" ")
        .replace(" - ", "-")
        .replace("- ", "-")
        .replace(" -", "-")
}

/// Takes one lower-case character to the one that stands for all its variants.
fn fold_char(lower: char) -> char {
    match lower {
        'ё' => 'е',
        '«' | '»' | '„' | '“' | '”' | '‟' => '"',
        '’' | '‘' | 'ʼ' | '`' | '´' | '′' | 'ʹ' => '\'',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' | '\n' | '\t' => ' ',
        _ => lower,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_words_are_those_that_are_looked_up() {
        for character in '\0'..=char::MAX {
            assert_eq!(
                is_in_word(character),
                character.is_alphanumeric(),
                "{character:?}"
            );
        }
    }

    use proptest::prelude::*;

    proptest! {
        #[test]
        fn common_letters_fold_as_all_do(text in "[ -~А-яЁё«»–—№\\n\u{a0}]{0,40}") {
            let slow: String = text
                .nfc()
                .flat_map(|character| character.to_lowercase().map(fold_char))
                .collect();
            prop_assert_eq!(fold(&text), slow);
        }
    }

    #[test]
    fn variants_of_a_letter_fold_to_one() {
        for (text, folded) in [
            ("Ёлка", "елка"),
            ("ЙОД", "йод"),
            ("и\u{306}од", "йод"),
            ("е\u{308}лка", "елка"),
            ("«Лига лидеров»", "\"лига лидеров\""),
            ("РС\u{a0}НМС – да", "рс нмс - да"),
        ] {
            assert_eq!(fold(text), folded);
            assert_eq!(Folded::new(text).as_str(), folded);
        }
        for name in [
            "Иванова М. И.",
            "М.И. Иванова",
            "ИВАНОВА  М.И",
            "Иванова\u{a0}М.\u{a0}И.",
        ] {
            assert_eq!(fold_initials(name), "иванова м и", "{name}");
        }
        assert_eq!(
            fold_initials("Салтыков – Щедрин М.Е."),
            "салтыков-щедрин м е"
        );
        assert_eq!(fold_initials("О’Коннор Дж."), fold_initials("О`Коннор Дж"));
        assert_eq!(fold_name("  ЦНППМ\u{a0}\n АСОУ "), "цнппм асоу");
    }

    #[test]
    fn latin_letters_in_a_cyrillic_word_are_what_they_look_like() {
        // Latin «H», «C», «A»; a word of Latin letters alone stays.
        for (text, name) in [
            ("Ц\u{48}ППМ А\u{43}ОУ", "цнппм асоу"),
            ("Совещ\u{61}ние в Excel", "совещание в excel"),
            ("PC и it-Ц", "pc и it-ц"),
            ("qц", "qц"),
        ] {
            assert_eq!(fold_name(text), name);
        }
    }

    #[test]
    fn places_lead_back_to_the_original() {
        // One letter that folds to two, one that is written with two.
        let folded = Folded::new("İи\u{306}а");
        let places: Vec<_> = folded
            .as_str()
            .chars()
            .enumerate()
            .map(|(position, character)| (character, folded.origin(position)))
            .collect();
        assert_eq!(places, [('i', 0), ('\u{307}', 0), ('й', 1), ('а', 3)]);
    }

    proptest! {
        #[test]
        fn every_place_lies_in_the_original(text in "\\PC*|[а-яё\u{300}-\u{30f} İ]*") {
            let folded = Folded::new(&text);
            let length = text.chars().count();
            for position in 0..folded.as_str().chars().count() {
                prop_assert!(folded.origin(position) < length);
            }
        }
    }
}
