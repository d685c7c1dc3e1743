//! Words as typed or with another ending, looked up: what a word of a query is worth in each word of
//! the vocabulary is found once, and not in every text that has the word.

use std::cmp::max;

use super::letters::{AT_START, AT_WORD, TO_WORD_END, WHOLE};
use super::vocabulary::{self, Known, TextWord, TextWords};
use super::word::{LETTER, LITERAL, STEM, Word};

/// How a word of the vocabulary has one that was typed; what is worth more comes later.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Has {
    Nothing,
    /// It begins with it, but for so many letters of an ending. More letters come first.
    Stem(std::cmp::Reverse<usize>),
    Within,
    AtEnd,
    AtStart,
    /// It is the very word.
    Wholly,
}

/// How each word of the vocabulary has one that was typed.
#[derive(Debug)]
pub(super) struct InWords(Vec<Has>);

/// A word of the text came into the vocabulary after it was looked through.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Later;

impl InWords {
    /// Looks through the vocabulary; `None` for a word that may stand across the words of a text.
    pub(super) fn of(word: &Word) -> Option<Self> {
        if !word.is_within_words() {
            return None;
        }
        let mut all = Vec::new();
        vocabulary::each(|known| all.push(has(word, known)));
        Some(Self(all))
    }

    /// What is worth most of some words of a text.
    fn best(&self, words: &[TextWord]) -> Result<Has, Later> {
        let mut best = Has::Nothing;
        for word in words {
            best = max(best, self.one(*word)?);
        }
        Ok(best)
    }

    fn one(&self, word: TextWord) -> Result<Has, Later> {
        let has = *self.0.get(word.number()).ok_or(Later)?;
        Ok(match has {
            Has::AtEnd if word.has_dot() => Has::Within,
            Has::Wholly if word.has_dot() => Has::AtStart,
            has => has,
        })
    }

    /// What [`Word::find`] finds a word worth in a primary text, by the words of that.
    pub(super) fn worth(&self, word: &Word, text: &TextWords) -> Result<Option<i64>, Later> {
        let best = worth(word, self.best(text.primary())?);
        let Some(first) = text.first() else {
            return Ok(best);
        };
        let first = match self.one(first)? {
            Has::Wholly if text.is_alone() => AT_START + TO_WORD_END + WHOLE,
            Has::Wholly => AT_START + TO_WORD_END,
            Has::AtStart => AT_START,
            _ => return Ok(best),
        };
        Ok(max(best, Some(LITERAL + first + word.worth_of_letters(0))))
    }

    /// What [`Word::find_behind`] finds it worth in a secondary text, by the words of that.
    pub(super) fn worth_behind(&self, text: &TextWords) -> Result<Option<i64>, Later> {
        Ok(match self.best(text.secondary())? {
            Has::Nothing => None,
            Has::Stem(_) => Some(0),
            _ => Some(LETTER),
        })
    }
}

fn worth(word: &Word, has: Has) -> Option<i64> {
    let as_typed = |bonus| Some(LITERAL + bonus + word.worth_of_letters(0));
    match has {
        Has::Nothing => None,
        Has::Stem(ending) => Some(STEM + AT_WORD + word.worth_of_letters(ending.0)),
        Has::Within => as_typed(0),
        Has::AtEnd => as_typed(TO_WORD_END),
        Has::AtStart => as_typed(AT_WORD),
        Has::Wholly => as_typed(AT_WORD + TO_WORD_END),
    }
}

fn has(word: &Word, known: &Known) -> Has {
    let places = word.places_in(&known.text, known.letters);
    let as_typed = places.map(|(at_start, at_end)| match (at_start, at_end) {
        (true, true) => Has::Wholly,
        (true, false) => Has::AtStart,
        (false, true) => Has::AtEnd,
        (false, false) => Has::Within,
    });
    as_typed.max().unwrap_or_else(|| {
        let ending = word.ending_of_stem(&known.text, known.letters);
        ending.map_or(Has::Nothing, |ending| Has::Stem(std::cmp::Reverse(ending)))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::letters::Letters;
    use super::*;

    proptest! {
        #[test]
        fn what_is_looked_up_is_what_a_look_through_the_text_finds(
            primary in "«?[аб]{1,6}[ .,«]{0,2}([аб]{1,6}[ .,«-]{1,2}){0,4}",
            secondary in "([аб]{1,6}[ .,]{1,2}){0,4}",
            typed in "[аб]{1,7}",
        ) {
            let text = TextWords::of(&primary, &secondary);
            let letters = Letters::of(&primary, &secondary);
            let word = Word::new(&typed);
            let table = InWords::of(&word).expect("a word of letters");
            let found = word.find(&primary, letters.primary).map(|found| found.score);
            prop_assert_eq!(table.worth(&word, &text), Ok(found));
            let behind = word.find_behind(&secondary, letters.secondary);
            prop_assert_eq!(table.worth_behind(&text), Ok(behind));
        }
    }

    #[test]
    fn words_that_came_later_are_looked_for_in_the_text() {
        let word = Word::new("позднеесловцо");
        let table = InWords::of(&word).unwrap();
        let text = TextWords::of("позднеесловцо которого не было", "");
        assert_eq!(table.worth(&word, &text), Err(Later));
    }

    #[test]
    fn what_may_stand_across_words_is_not_looked_up() {
        for typed in ["р-503", "1.2", "12", "№"] {
            assert!(InWords::of(&Word::new(typed)).is_none(), "{typed}");
        }
    }
}
