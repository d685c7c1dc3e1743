//! One word of a query against one text, both folded.

use std::cmp::Reverse;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use memchr::memmem::Finder;

use super::letters::{
    AT_START, AT_WORD, Letters, TO_WORD_END, WHOLE, bit, ends_word, letters, own_bit,
};
use super::loose::{MAX_LOOSE, Sign, is_readable};
use super::misspelt::{Meant, Nearness, Typed, nearest};
use crate::domain::fold::is_in_word;

/// Shorter words are matched literally: two letters stand somewhere in any title.
const MIN_LOOSE: usize = 3;

/// Letters that may be another ending: «конференции» finds «конференция», «наставники» finds
/// «наставничество».
const MAX_ENDING: usize = 2;

/// What must stay of a word without its ending.
const MIN_STEM: usize = 4;

/// A letter found is worth what it is worth to the fuzzy matcher (skim's `score_match`).
pub(super) const LETTER: i64 = 16;

/// A word found as it was typed always stands before one found loosely.
pub(super) const LITERAL: i64 = 1000;

/// A word found with another ending.
pub(super) const STEM: i64 = 500;

/// Found with a slip.
const MISSPELT: i64 = 100;

/// From so many letters on a word may have one slip, and from so many two.
const ONE_SLIP: usize = 4;
const TWO_SLIPS: usize = 8;

/// Longer words are matched literally: one bit a letter is all the check before a loose match has.
const MAX_LOOSE_WORD: usize = 63;

/// A word of a query.
#[derive(Debug)]
pub(super) struct Word {
    text: String,
    finder: Finder<'static>,
    length: usize,
    letters: u64,
    /// The word without more and more of its ending.
    stems: Vec<Stem>,
    /// For each letter (as [`bit`] counts them) its places in the word, one bit each.
    places: Vec<u64>,
    /// The one letter it is.
    letter: Option<u32>,
    /// «1.2.3»: found at the start of a number only, never loosely.
    is_number: bool,
}

#[derive(Debug)]
struct Stem {
    text: String,
    finder: Finder<'static>,
    length: usize,
    letters: u64,
}

/// A word found in a primary text.
pub(super) struct Found {
    pub(super) score: i64,
    at: At,
}

enum At {
    /// From this byte so many characters.
    Run(usize, usize),
    /// Single characters.
    Letters(Vec<usize>),
}

impl Found {
    /// The places of what was found, in characters of the text it was found in.
    pub(super) fn places(self, text: &str) -> Vec<usize> {
        match self.at {
            At::Run(start, length) => {
                let first = text.get(..start).map_or(0, |before| before.chars().count());
                (first..first + length).collect()
            }
            At::Letters(places) => places,
        }
    }
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
            .map(|length| {
                let text: String = text.chars().take(length).collect();
                Stem {
                    length,
                    letters: letters(&text),
                    finder: Finder::new(&text).into_owned(),
                    text,
                }
            })
            .collect();
        let places = (0..u64::BITS)
            .map(|letter| {
                text.chars()
                    .take(MAX_LOOSE_WORD)
                    .zip(0..)
                    .filter(|(character, _)| bit(*character) == letter)
                    .fold(0, |places, (_, place)| places | 1_u64 << place)
            })
            .collect();
        Self {
            text: text.to_owned(),
            finder: Finder::new(text).into_owned(),
            length,
            letters: letters(text),
            stems,
            places,
            letter: text
                .chars()
                .next()
                .filter(|_| length == 1)
                .and_then(own_bit),
            is_number,
        }
    }

    /// What the word is worth where [`Self::find`] finds it.
    pub(super) fn worth(&self, text: &str, letters_of_text: &Letters) -> Option<i64> {
        if let Some(letter) = self.letter {
            let bonus = letters_of_text.bonus(letter)?;
            return Some(run(0, self.length, LITERAL + bonus).score);
        }
        let found = self.find(text, letters_of_text.primary)?;
        Some(found.score)
    }

    /// Whether it can only stand within a word of a text: letters and digits, and no number.
    pub(super) fn is_within_words(&self) -> bool {
        !self.is_number && self.text.chars().all(is_in_word)
    }

    /// Where the word stands in a word of a text: whether at its start, and whether at its end.
    pub(super) fn places_in(
        &self,
        text: &str,
        letters_of_text: u64,
    ) -> impl Iterator<Item = (bool, bool)> {
        let is_possible = self.may_be_in(letters_of_text);
        let places = self.finder.find_iter(text.as_bytes());
        places
            .take_while(move |_| is_possible)
            .map(|start| (start == 0, start + self.text.len() == text.len()))
    }

    /// How many letters of its ending the word has to lose to be what a word of a text begins with.
    pub(super) fn ending_of_stem(&self, text: &str, letters_of_text: u64) -> Option<usize> {
        let is_begun = |stem: &&Stem| {
            stem.letters & !letters_of_text == 0 && text.starts_with(stem.text.as_str())
        };
        let stem = self.stems.iter().find(is_begun)?;
        Some(self.length - stem.length)
    }

    /// What its letters are worth without so many of its ending.
    pub(super) fn worth_of_letters(&self, ending: usize) -> i64 {
        run(0, self.length - ending, 0).score
    }

    /// Whether a text has to be read to find the word in it.
    pub(super) fn is_longer_than_a_letter(&self) -> bool {
        self.letter.is_none()
    }

    /// Looks for the word in a primary text, as typed and with another ending.
    pub(super) fn find(&self, text: &str, letters_of_text: u64) -> Option<Found> {
        let from = self.begins_at(text, letters_of_text)?;
        let as_typed = self.may_be_in(letters_of_text);
        as_typed
            .then(|| self.best_occurrence(text, from))
            .flatten()
            .or_else(|| self.stem(text, from))
    }

    /// Looks for the word in a secondary text, where nothing is highlighted; gives its worth.
    pub(super) fn find_behind(&self, text: &str, letters_of_text: u64) -> Option<i64> {
        if self.letter.is_some() {
            return self.may_be_in(letters_of_text).then_some(LETTER);
        }
        let from = self.begins_at(text, letters_of_text)?;
        let as_typed = self.may_be_in(letters_of_text)
            && if self.is_number {
                self.best_occurrence(text, from).is_some()
            } else {
                found_from(text, from, &self.finder).next().is_some()
            };
        if as_typed {
            return Some(LETTER);
        }
        self.stem(text, from).map(|_| 0)
    }

    /// Looks for the letters of the word in their order, with others between them.
    pub(super) fn find_loosely(&self, text: &str, outline: &[Sign]) -> Option<Found> {
        if !self.may_be_readable(outline) {
            return None;
        }
        let end = text
            .char_indices()
            .nth(MAX_LOOSE)
            .map_or(text.len(), |(end, _)| end);
        // Both sides are folded: case never differs. A matcher of its own for each text: one that is
        // used again counts bonuses left over from the text before (fuzzy-matcher 0.3.7 does not
        // reset them, and panics where it is told to keep nothing).
        let matcher = SkimMatcherV2::default().respect_case();
        let (score, places) = matcher.fuzzy_indices(text.get(..end)?, &self.text)?;
        is_readable(text, &places).then_some(Found {
            score,
            at: At::Letters(places),
        })
    }

    /// Looks for a word that begins like this one with a letter wrong, missing, too many or swapped
    /// with its neighbour.
    pub(super) fn find_misspelt(&self, text: &str) -> Option<Found> {
        let Meant { typed, slips, stem } = self.meant()?;
        let as_typed = nearest(text, &typed, slips);
        // Its ending may be another one, with a slip before it.
        let stem = || nearest(text, &stem?, 1);
        let (start, length) = as_typed.or_else(stem)?;
        Some(run(start, length, MISSPELT))
    }

    /// How near every word is that [`Self::find_misspelt`] may find.
    pub(super) fn nearness(&self) -> Option<Nearness> {
        self.meant().map(|meant| Nearness::of(&meant))
    }

    /// What a word of so many characters is worth that [`Self::find_misspelt`] finds.
    pub(super) fn worth_misspelt(length: usize) -> i64 {
        run(0, length, MISSPELT).score
    }

    fn meant(&self) -> Option<Meant<'_>> {
        let slips = match self.length {
            _ if self.is_number => 0,
            length if length >= TWO_SLIPS => 2,
            length if length >= ONE_SLIP => 1,
            _ => 0,
        };
        if slips == 0 || self.length > MAX_LOOSE_WORD {
            return None;
        }
        let stem = self.stems.last().filter(|stem| stem.length > MIN_STEM);
        Some(Meant {
            typed: Typed::of(&self.text),
            slips,
            stem: stem.map(|stem| Typed::of(&stem.text)),
        })
    }

    /// From which byte of the text on some spelling of the word may be found: where what all of
    /// them share is found first, one look instead of three.
    fn begins_at(&self, text: &str, letters_of_text: u64) -> Option<usize> {
        match self.stems.last() {
            Some(shortest) => (shortest.letters & !letters_of_text == 0)
                .then(|| shortest.finder.find(text.as_bytes()))
                .flatten(),
            None => self.may_be_in(letters_of_text).then_some(0),
        }
    }

    /// Whether a text in which the letters of the word cannot be read has no longer word in it
    /// either that begins so.
    pub(super) fn stays_unreadable(&self) -> bool {
        self.is_number || self.length >= MIN_LOOSE
    }

    /// Whether whatever has the other word has this one too: the other one goes on with it.
    pub(super) fn leads_to(&self, other: &Self) -> bool {
        self.is_number == other.is_number && other.text.starts_with(&self.text)
    }

    /// Whether both are the same word.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.text == other.text
    }

    fn may_be_in(&self, letters_of_text: u64) -> bool {
        self.letters & !letters_of_text == 0
    }

    fn best_occurrence(&self, text: &str, from: usize) -> Option<Found> {
        let (score, start) = found_from(text, from, &self.finder)
            .filter(|start| !self.is_number || starts_number(text, *start))
            .map(|start| (bonus(text, start, start + self.text.len()), start))
            // The first of the best.
            .min_by_key(|(bonus, _)| Reverse(*bonus))?;
        Some(run(start, self.length, LITERAL + score))
    }

    fn stem(&self, text: &str, from: usize) -> Option<Found> {
        self.stems.iter().find_map(|stem| {
            let start =
                found_from(text, from, &stem.finder).find(|start| starts_word(text, *start))?;
            Some(run(start, stem.length, STEM + AT_WORD))
        })
    }

    /// Whether the letters could match as [`is_readable`] wants them; spares the matcher, which
    /// is twenty times as slow, most of the texts.
    ///
    /// Every bit is a count of letters found so far, all of them followed at once.
    pub(super) fn may_be_readable(&self, outline: &[Sign]) -> bool {
        if self.is_number || !(MIN_LOOSE..=MAX_LOOSE_WORD).contains(&self.length) {
            return false;
        }
        let all = 1_u64 << self.length;
        let mut found = 1_u64;
        let mut within_word = 0_u64;
        for sign in outline {
            let places = self
                .places
                .get(usize::from(sign.letter()))
                .copied()
                .unwrap_or_default();
            within_word = if sign.goes_on() {
                within_word | (within_word & places) << 1
            } else {
                (found & places) << 1
            };
            found |= within_word;
        }
        found & all != 0
    }
}

/// Where a word is found in a text, from a byte of it on.
fn found_from<'text>(
    text: &'text str,
    from: usize,
    finder: &'text Finder<'static>,
) -> impl Iterator<Item = usize> + 'text {
    let rest = text.as_bytes().get(from..).unwrap_or_default();
    finder.find_iter(rest).map(move |place| from + place)
}

fn run(start: usize, length: usize, score: i64) -> Found {
    let worth = i64::try_from(length).unwrap_or(i64::MAX / LETTER / 2) * LETTER;
    Found {
        score: score + worth,
        at: At::Run(start, length),
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
    let is_whole = start == 0 && next.is_none();
    at_start + if ends_word(next) { TO_WORD_END } else { 0 } + if is_whole { WHOLE } else { 0 }
}

fn before(text: &str, place: usize) -> Option<char> {
    text.get(..place)?.chars().next_back()
}

fn starts_word(text: &str, place: usize) -> bool {
    !before(text, place).is_some_and(is_in_word)
}

fn starts_number(text: &str, place: usize) -> bool {
    !before(text, place).is_some_and(|before| before.is_ascii_digit() || before == '.')
}
