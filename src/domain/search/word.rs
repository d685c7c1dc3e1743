//! One word of a query against one text, both folded.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

/// Only so much of a text is matched loosely: the matcher is quadratic. The rest is still searched
/// literally.
const MAX_LOOSE: usize = 256;

/// Shorter words are matched literally: two letters stand somewhere in any title.
const MIN_LOOSE: usize = 3;

/// Letters that may be another ending: «конференции» finds «конференция», «наставники» finds
/// «наставничество».
const MAX_ENDING: usize = 2;

/// What must stay of a word without its ending.
const MIN_STEM: usize = 4;

/// A letter found is worth what it is worth to the fuzzy matcher (skim's `score_match`).
const LETTER: i64 = 16;

/// A word found as it was typed always stands before one found loosely.
const LITERAL: i64 = 1000;

/// A word found with another ending.
const STEM: i64 = 500;

/// Found at the very start of the text.
const AT_START: i64 = 24;

/// Found at the start of a word.
const AT_WORD: i64 = 16;

/// Found up to the end of a word.
const TO_WORD_END: i64 = 8;

/// Nothing else stands in the text: «ЦНППМ» before «ЦНППМ АСОУ».
const WHOLE: i64 = 8;

/// A word of a query.
#[derive(Debug)]
pub(super) struct Word {
    text: String,
    /// The shorter and shorter stems of the word.
    stems: Vec<String>,
    length: usize,
    letters: u64,
    /// «1.2.3»: found at the start of a number only, never loosely.
    is_number: bool,
}

/// A word found in a primary text.
pub(super) struct Found {
    pub(super) score: i64,
    /// In characters of the folded text.
    pub(super) places: Vec<usize>,
}

impl Word {
    pub(super) fn new(text: &str) -> Self {
        let length = text.chars().count();
        let is_number = text.bytes().any(|byte| byte.is_ascii_digit())
            && text
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'.');
        let stems = (1..=MAX_ENDING)
            .map(|ending| length.saturating_sub(ending))
            .filter(|stem| *stem >= MIN_STEM && !is_number)
            .map(|stem| text.chars().take(stem).collect())
            .collect();
        Self {
            text: text.to_owned(),
            stems,
            length,
            letters: letters(text),
            is_number,
        }
    }

    /// Looks for the word in a primary text: as typed, with another ending, loosely.
    pub(super) fn find(
        &self,
        text: &str,
        letters_of_text: u64,
        matcher: &SkimMatcherV2,
    ) -> Option<Found> {
        let may_contain = self.letters & !letters_of_text == 0;
        let literal = may_contain.then(|| self.best_occurrence(text)).flatten();
        literal
            .or_else(|| self.stem(text))
            .or_else(|| may_contain.then(|| self.loose(text, matcher)).flatten())
    }

    /// Looks for the word in a secondary text, where nothing is highlighted.
    pub(super) fn find_literally(&self, text: &str) -> Option<i64> {
        let as_typed = if self.is_number {
            self.best_occurrence(text).is_some()
        } else {
            text.contains(&self.text)
        };
        if as_typed {
            return Some(LETTER);
        }
        let starts_word = |stem: &String| {
            text.match_indices(stem.as_str())
                .any(|(place, _)| starts_word(text, place))
        };
        self.stems.iter().any(starts_word).then_some(0)
    }

    fn best_occurrence(&self, text: &str) -> Option<Found> {
        let (score, place) = text
            .match_indices(&self.text)
            .filter(|(place, _)| !self.is_number || starts_number(text, *place))
            .map(|(place, found)| (bonus(text, place, place + found.len()), place))
            // The first of the best.
            .min_by_key(|(bonus, _)| std::cmp::Reverse(*bonus))?;
        Some(found(text, place, self.length, LITERAL + score))
    }

    fn stem(&self, text: &str) -> Option<Found> {
        self.stems.iter().find_map(|stem| {
            let (place, _) = text
                .match_indices(stem.as_str())
                .find(|(place, _)| starts_word(text, *place))?;
            let length = stem.chars().count();
            Some(found(text, place, length, STEM + AT_WORD))
        })
    }

    fn loose(&self, text: &str, matcher: &SkimMatcherV2) -> Option<Found> {
        if self.is_number || self.length < MIN_LOOSE {
            return None;
        }
        let end = text
            .char_indices()
            .nth(MAX_LOOSE)
            .map_or(text.len(), |(end, _)| end);
        let text = text.get(..end)?;
        let (score, places) = matcher.fuzzy_indices(text, &self.text)?;
        is_readable(text, &places).then_some(Found { score, places })
    }
}

/// Whether a person sees why the letters match: they begin words, or go on within a word begun.
fn is_readable(text: &str, places: &[usize]) -> bool {
    let mut ahead = places.iter().copied().peekable();
    let mut in_word = false;
    let mut word_is_begun = false;
    for (place, character) in text.chars().enumerate() {
        let starts_word = character.is_alphanumeric() && !in_word;
        in_word = character.is_alphanumeric();
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

fn found(text: &str, start: usize, length: usize, score: i64) -> Found {
    let first = text.get(..start).map_or(0, |before| before.chars().count());
    let worth = i64::try_from(length).unwrap_or(i64::MAX / LETTER) * LETTER;
    Found {
        score: score + worth,
        places: (first..first + length).collect(),
    }
}

fn bonus(text: &str, start: usize, end: usize) -> i64 {
    let at_start = if start == 0 {
        AT_START
    } else if starts_word(text, start) {
        AT_WORD
    } else {
        0
    };
    let next = text.get(end..).and_then(|rest| rest.chars().next());
    let ends_word = !next.is_some_and(|next| next.is_alphanumeric() || next == '.');
    let is_whole = start == 0 && next.is_none();
    at_start + if ends_word { TO_WORD_END } else { 0 } + if is_whole { WHOLE } else { 0 }
}

fn before(text: &str, place: usize) -> Option<char> {
    text.get(..place)?.chars().next_back()
}

fn starts_word(text: &str, place: usize) -> bool {
    !before(text, place).is_some_and(char::is_alphanumeric)
}

fn starts_number(text: &str, place: usize) -> bool {
    !before(text, place).is_some_and(|before| before.is_ascii_digit() || before == '.')
}

/// One bit for each letter of both alphabets that occurs; other characters share the rest.
pub(super) fn letters(text: &str) -> u64 {
    text.chars()
        .map(|character| match character {
            'а'..='я' => u32::from(character) - u32::from('а'),
            'a'..='z' => 32 + u32::from(character) - u32::from('a'),
            _ => 58 + u32::from(character) % 6,
        })
        .fold(0, |letters, bit| letters | 1 << bit)
}

#[cfg(test)]
mod tests {
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

    #[test]
    fn every_letter_has_a_bit_of_its_own() {
        let alphabet: String = ('а'..='я').chain('a'..='z').collect();
        assert_eq!(letters(&alphabet).count_ones(), 58);
        assert_eq!(letters("№ 1").count_ones(), 3);
    }
}
