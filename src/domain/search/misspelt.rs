//! Words with slips in them: a letter wrong, missing, too many, or swapped with its neighbour.

use strsim::osa_distance;

use super::letters::{bit, letters};
use super::vocabulary::{self, Known, TextWord, words};

/// What was typed, as it is compared with the words of a text.
pub(super) struct Typed<'a> {
    text: &'a str,
    length: usize,
    letters: u64,
}

impl<'a> Typed<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self {
            text,
            length: text.chars().count(),
            letters: letters(text),
        }
    }

    /// Whether a word could begin like this with so many slips, by its letters alone: a slip takes
    /// one letter away at most and brings one at most. Spares almost all words the comparison.
    fn may_begin(&self, word: &str, slips: usize) -> bool {
        let mut seen = 0_u64;
        let mut strange = 0;
        for (place, letter) in word.chars().take(self.length + slips).enumerate() {
            let bit = 1 << bit(letter);
            if self.letters & bit == 0 && seen & bit == 0 && place + slips < self.length {
                strange += 1;
                if strange > slips {
                    return false;
                }
            }
            seen |= bit;
        }
        let lacking = (self.letters & !seen).count_ones();
        usize::try_from(lacking).is_ok_and(|lacking| lacking <= slips)
    }
}

/// The word of a text that begins most like another one, with so many slips at most: where it
/// stands, and how many of its characters are meant.
pub(super) fn nearest(text: &str, typed: &Typed<'_>, slips: usize) -> Option<(usize, usize)> {
    let mut best: Option<(usize, usize, usize)> = None;
    for (start, word) in words(text) {
        if let Some((distance, length)) = least(word, typed, slips)
            && best.is_none_or(|(least, ..)| distance < least)
        {
            best = Some((distance, start, length));
        }
    }
    best.map(|(_, start, length)| (start, length))
}

/// How far the beginning of a word is from what was typed that is least far, and how long it is.
fn least(word: &str, typed: &Typed<'_>, slips: usize) -> Option<(usize, usize)> {
    if !typed.may_begin(word, slips) {
        return None;
    }
    // The shortest of the best.
    distances(word, typed, slips).min_by_key(|(distance, _)| *distance)
}

/// What a word may be meant by: as typed with so many slips, or else without its ending with one.
pub(super) struct Meant<'a> {
    pub(super) typed: Typed<'a>,
    pub(super) slips: usize,
    pub(super) stem: Option<Typed<'a>>,
}

/// How near each word of the vocabulary is to one that was typed.
pub(super) struct Nearness(Vec<Option<Near>>);

/// A word that begins like one that was typed.
#[derive(Clone, Copy)]
struct Near {
    /// Less is nearer; of two ways it is the better one.
    distance: usize,
    /// How many characters of it are meant.
    length: usize,
}

impl Nearness {
    /// Looks through the vocabulary.
    pub(super) fn of(meant: &Meant<'_>) -> Self {
        let mut near = Vec::new();
        vocabulary::each(|word| near.push(meant.near(word)));
        Self(near)
    }

    /// Of these words the nearest, the first of several: how many of its characters are meant.
    pub(super) fn least(&self, words: &[TextWord]) -> Option<usize> {
        let near = words.iter().filter_map(|word| *self.0.get(word.number())?);
        near.min_by_key(|near| near.distance)
            .map(|near| near.length)
    }
}

impl Meant<'_> {
    fn near(&self, word: &Known) -> Option<Near> {
        let of = |typed: &Typed<'_>, slips: usize| {
            // A beginning has no letters that the word has not.
            let lacking = (typed.letters & !word.letters).count_ones();
            usize::try_from(lacking)
                .is_ok_and(|lacking| lacking <= slips)
                .then(|| least(&word.text, typed, slips))?
        };
        let near = |(distance, length)| Near { distance, length };
        of(&self.typed, self.slips).map(near).or_else(|| {
            let (distance, length) = of(self.stem.as_ref()?, 1)?;
            let distance = self.slips + 1 + distance;
            Some(Near { distance, length })
        })
    }
}

/// How far the beginnings of a word are from what was typed, so many slips at most, and how long
/// each is. Its ending may be another, or not be typed yet.
fn distances<'a>(
    word: &'a str,
    typed: &'a Typed<'_>,
    slips: usize,
) -> impl Iterator<Item = (usize, usize)> + 'a {
    let lengths = typed.length.saturating_sub(slips)..=typed.length.saturating_add(slips);
    let ends = word.char_indices().map(|(end, _)| end).skip(1);
    let ends = ends.chain([word.len()]).zip(1..);
    ends.filter(move |(_, length)| lengths.contains(length))
        .filter_map(move |(end, length)| {
            let distance = osa_distance(typed.text, word.get(..end)?);
            (distance <= slips).then_some((distance, length))
        })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::word::Word;
    use super::*;

    proptest! {
        #[test]
        fn the_look_at_letters_turns_no_misspelt_word_away(
            word in "[абвг1]{1,9}",
            typed in "[абвг1]{4,9}",
            slips in 1_usize..3,
        ) {
            let typed = Typed::of(&typed);
            if distances(&word, &typed, slips).next().is_some() {
                prop_assert!(typed.may_begin(&word, slips));
            }
        }
    }

    proptest! {
        /// Every text was looked through word by word at every letter: at ten thousand activities
        /// a slip cost a tenth of a second.
        #[test]
        fn the_vocabulary_finds_what_a_look_through_the_text_finds(
            text in "[абвгдеж ]{0,40}",
            typed in "[абвгдеж]{4,11}",
        ) {
            let word = Word::new(&typed);
            let found = word.find_misspelt(&text).map(|found| found.score);
            let words = vocabulary::TextWords::of(&text, "");
            let length = word.nearness().and_then(|nearness| nearness.least(words.primary()));
            prop_assert_eq!(length.map(Word::worth_misspelt), found);
        }
    }

    #[test]
    fn a_word_without_the_letters_typed_is_not_compared() {
        let typed = Typed::of("мониторинг");
        assert!(typed.may_begin("монтиоринга", 2));
        assert!(!typed.may_begin("конференция", 2));
        assert!(!typed.may_begin("мо", 2));
    }
}
