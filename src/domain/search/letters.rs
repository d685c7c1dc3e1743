//! Which letters occur in the texts of a haystack: what cannot be there is turned away without a look
//! at the text, and a single letter, which nearly every text has, is found without one.

use crate::domain::fold::is_in_word;

/// Found at the very start of the text.
pub(super) const AT_START: i64 = 24;

/// Found at the start of a word.
pub(super) const AT_WORD: i64 = 16;

/// Found up to the end of a word.
pub(super) const TO_WORD_END: i64 = 8;

/// Nothing else stands in the text: «ЦНППМ» before «ЦНППМ АСОУ».
pub(super) const WHOLE: i64 = 8;

/// One bit for each letter, as [`bit`] counts them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letters {
    /// Those of the primary text.
    pub(super) primary: u64,
    /// Those of the secondary text.
    pub(super) secondary: u64,
    /// Those that a word of the primary text begins with.
    starts: u64,
    /// Those that a word of it ends with.
    ends: u64,
    /// Those that are a word of it.
    alone: u64,
    /// The first letter of it, and what it is worth to be found there.
    first: Option<(u32, i64)>,
}

impl Letters {
    pub(super) fn of(primary: &str, secondary: &str) -> Self {
        let mut letters = Self {
            primary: 0,
            secondary: letters(secondary),
            starts: 0,
            ends: 0,
            alone: 0,
            first: None,
        };
        let mut characters = primary.chars().peekable();
        let mut before = None;
        while let Some(character) = characters.next() {
            let next = characters.peek().copied();
            let one = 1 << bit(character);
            let starts = !before.is_some_and(is_in_word);
            let ends = ends_word(next);
            letters.primary |= one;
            letters.starts |= if starts { one } else { 0 };
            letters.ends |= if ends { one } else { 0 };
            letters.alone |= if starts && ends { one } else { 0 };
            if before.is_none() {
                let to_end = if ends { TO_WORD_END } else { 0 };
                let whole = if next.is_none() { WHOLE } else { 0 };
                letters.first = Some((bit(character), AT_START + to_end + whole));
            }
            before = Some(character);
        }
        letters
    }

    /// The same, with more behind the secondary text.
    #[must_use]
    pub(super) fn and(self, more: &str) -> Self {
        Self {
            secondary: self.secondary | letters(more),
            ..self
        }
    }

    /// What the best place of a letter in the primary text is worth.
    pub(super) fn bonus(&self, letter: u32) -> Option<i64> {
        let is_among = |letters: u64| letters & (1 << letter) != 0;
        let elsewhere = if is_among(self.alone) {
            AT_WORD + TO_WORD_END
        } else if is_among(self.starts) {
            AT_WORD
        } else if is_among(self.ends) {
            TO_WORD_END
        } else {
            0
        };
        let first = self.first.filter(|(first, _)| *first == letter);
        let best = first.map_or(elsewhere, |(_, worth)| worth.max(elsewhere));
        is_among(self.primary).then_some(best)
    }
}

/// Whether a word ends before a character.
pub(super) fn ends_word(next: Option<char>) -> bool {
    !next.is_some_and(|next| is_in_word(next) || next == '.')
}

/// One bit for each letter that occurs.
pub(super) fn letters(text: &str) -> u64 {
    text.chars()
        .fold(0, |letters, character| letters | 1 << bit(character))
}

/// The letter, if it has a number of its own.
pub(super) fn own_bit(character: char) -> Option<u32> {
    let letter = bit(character);
    (letter < SHARED).then_some(letter)
}

/// Letters of both alphabets have a number of their own; other characters share the rest of 64.
pub(super) fn bit(character: char) -> u32 {
    match character {
        'а'..='я' => u32::from(character) - u32::from('а'),
        'a'..='z' => 32 + u32::from(character) - u32::from('a'),
        _ => SHARED + u32::from(character) % (u64::BITS - SHARED),
    }
}

/// From which number on characters share one.
const SHARED: u32 = 58;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::word::Word;
    use super::*;

    #[test]
    fn every_letter_has_a_bit_of_its_own() {
        let alphabet: String = ('а'..='я').chain('a'..='z').collect();
        assert_eq!(letters(&alphabet).count_ones(), 58);
        assert_eq!(letters("№ 1").count_ones(), 3);
    }

    proptest! {
        #[test]
        fn a_letter_is_worth_what_its_best_place_is_worth(
            text in "[а-гab1. «»-]{0,12}",
            letter in "[а-гab1.«]",
        ) {
            let word = Word::new(&letter);
            let letters = Letters::of(&text, "");
            let found = word.find(&text, letters.primary);
            prop_assert_eq!(word.worth(&text, &letters), found.map(|found| found.score));
            let behind = Letters::of("", &text).secondary;
            let is_behind = word.find_behind(&text, behind).is_some();
            prop_assert!(word.is_longer_than_a_letter() || is_behind == text.contains(&letter));
        }
    }
}
