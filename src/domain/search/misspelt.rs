//! Words with slips in them: a letter wrong, missing, too many, or swapped with its neighbour.

use strsim::osa_distance;

use super::loose::{bit, letters};
use crate::domain::fold::is_in_word;

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
    let mut start = 0;
    for word in text.split_inclusive(|character| !is_in_word(character)) {
        let bare = word.trim_end_matches(|character| !is_in_word(character));
        if typed.may_begin(bare, slips) {
            for (distance, length) in distances(bare, typed, slips) {
                if best.is_none_or(|(least, ..)| distance < least) {
                    best = Some((distance, start, length));
                }
            }
        }
        start += word.len();
    }
    best.map(|(_, start, length)| (start, length))
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

    #[test]
    fn a_word_without_the_letters_typed_is_not_compared() {
        let typed = Typed::of("мониторинг");
        assert!(typed.may_begin("монтиоринга", 2));
        assert!(!typed.may_begin("конференция", 2));
        assert!(!typed.may_begin("мо", 2));
    }
}
