//! Texts lie all over the memory, and waiting for one after another is most of what looking through
//! them costs. The machine waits for many at a time where nothing hangs on the one before.

use std::hint::black_box;
use std::sync::Arc;

use super::Haystack;
use super::query::Reads;

/// How many haystacks are fetched together: the machine does not keep more in mind.
pub(super) const AT_ONCE: usize = 64;

/// How many bytes come at a time, and how many words of a text.
const LINE: usize = 64;
const WORDS: usize = 16;

/// Has haystacks, and what a query reads of them, at hand for a look through them.
pub(super) fn fetch<'all, Id: 'all>(
    haystacks: impl Iterator<Item = &'all Arc<Haystack<Id>>> + Clone,
    reads: Reads,
) {
    let letters = haystacks.clone().map(|haystack| haystack.letters.primary);
    black_box(letters.fold(0, |all, one| all | one));
    match reads {
        Reads::Letters => {}
        Reads::Words => {
            let words = haystacks.filter_map(|haystack| haystack.words.get());
            let lines = words.flat_map(|words| words.primary().iter().step_by(WORDS));
            black_box(lines.fold(0, |all, word| all | word.number()));
        }
        Reads::Text => {
            let texts = haystacks.map(|haystack| haystack.primary.as_str().as_bytes());
            let lines = texts.flat_map(|text| text.iter().step_by(LINE));
            black_box(lines.fold(0, |all, byte| all | byte));
        }
    }
}
