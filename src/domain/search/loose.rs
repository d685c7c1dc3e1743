//! When letters found with others between them count as a match a person can see.

use super::letters::bit;
use crate::domain::fold::is_in_word;

/// Only so much of a text is matched loosely: the matcher is quadratic. The rest is still searched
/// literally.
pub(super) const MAX_LOOSE: usize = 256;

/// One character of a text as the check before a loose match sees it: its letter as [`bit`] counts
/// them, and whether it stands within a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sign(u8);

/// Set where a character stands within a word.
const GOES_ON: u8 = 0x80;

impl Sign {
    fn new(character: char, goes_on: bool) -> Self {
        let letter = u8::try_from(bit(character)).unwrap_or_default();
        Self(letter | if goes_on { GOES_ON } else { 0 })
    }

    /// As [`bit`] counts letters.
    pub(super) fn letter(self) -> u8 {
        self.0 & !GOES_ON
    }

    /// Whether it stands within a word, not at its start and not between words.
    pub(super) fn goes_on(self) -> bool {
        self.0 & GOES_ON != 0
    }
}

/// The beginning of a text as the check before a loose match sees it.
pub(super) fn outline(text: &str) -> Box<[Sign]> {
    let mut in_word = false;
    text.chars()
        .take(MAX_LOOSE)
        .map(|character| {
            let goes_on = is_in_word(character) && in_word;
            in_word = is_in_word(character);
            Sign::new(character, goes_on)
        })
        .collect()
}

/// Whether a person sees why the letters match: they begin words, or go on within a word begun.
pub(super) fn is_readable(text: &str, places: &[usize]) -> bool {
    let mut ahead = places.iter().copied().peekable();
    let mut in_word = false;
    let mut word_is_begun = false;
    for (place, character) in text.chars().enumerate() {
        let starts_word = is_in_word(character) && !in_word;
        in_word = is_in_word(character);
        if starts_word || !in_word {
            word_is_begun = false;
        }
        if ahead.next_if_eq(&place).is_some() {
            if in_word && !starts_word && !word_is_begun {
                return false;
            }
            word_is_begun = true;
        }
        if ahead.peek().is_none() {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use fuzzy_matcher::FuzzyMatcher;
    use fuzzy_matcher::skim::SkimMatcherV2;

    use proptest::prelude::*;

    use super::super::word::Word;
    use super::*;

    #[test]
    fn letters_that_begin_words_are_a_readable_match() {
        let text = "комплекс мер рс нмс";
        assert!(is_readable(text, &[0, 9, 13, 16]));
        assert!(is_readable(text, &[0, 2, 3, 9, 10]));
        assert!(!is_readable(text, &[1, 2, 3]));
        assert!(!is_readable(text, &[0, 1, 10, 11]));
        assert!(!is_readable(text, &[0, 99]));
    }

    proptest! {
        #[test]
        fn the_check_before_a_loose_match_turns_nothing_readable_away(
            text in "[абв ,1]{0,40}",
            word in "[абв]{3,6}",
        ) {
            let matcher = SkimMatcherV2::default().respect_case();
            if let Some((_, places)) = matcher.fuzzy_indices(&text, &word)
                && is_readable(&text, &places)
            {
                prop_assert!(Word::new(&word).may_be_readable(&outline(&text)));
            }
        }
    }
}
