//! Texts lie all over the memory, and waiting for one after another is most of what looking through
//! them costs. The machine waits for many at a time where nothing hangs on the one before.

use std::hint::black_box;

use super::Haystack;

/// How many haystacks are fetched together: the machine does not keep more in mind.
pub(super) const AT_ONCE: usize = 64;

/// How many bytes come at a time.
const LINE: usize = 64;

/// Has haystacks, and their primary texts if those are read, at hand for a look through them.
pub(super) fn fetch<'all, Id: 'all>(
    haystacks: impl Iterator<Item = &'all std::sync::Arc<Haystack<Id>>> + Clone,
    texts: bool,
) {
    let letters = haystacks.clone().map(|haystack| haystack.letters.primary);
    black_box(letters.fold(0, |all, one| all | one));
    if texts {
        let lines = haystacks.flat_map(|it| it.primary.as_str().as_bytes().iter().step_by(LINE));
        black_box(lines.fold(0, |all, one| all | one));
    }
}
