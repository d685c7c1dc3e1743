//! Fingerprints: what tells one content of a file from another.

/// Tells one content of a file from another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Fingerprint {
    length: u64,
    hash: u64,
}

impl Fingerprint {
    /// The fingerprint of some bytes: their number and a hash of eight of them at a time. It guards
    /// against accidents, not against forgery, and is never written down.
    pub fn of(bytes: &[u8]) -> Self {
        let mut growing = Growing::default();
        growing.add(bytes);
        growing.fingerprint()
    }

    /// How many bytes they are.
    pub(crate) fn length(self) -> usize {
        usize::try_from(self.length).unwrap_or(usize::MAX)
    }
}

/// The fingerprint of bytes that become more.
#[derive(Clone, Copy, Debug)]
pub(in crate::store) struct Growing {
    length: u64,
    /// Of all whole words.
    hash: u64,
    /// The bytes after them.
    rest: [u8; 8],
}

impl Default for Growing {
    fn default() -> Self {
        Self {
            length: 0,
            hash: 0xcbf2_9ce4_8422_2325,
            rest: [0; 8],
        }
    }
}

impl Growing {
    /// More bytes come after those there are.
    pub(in crate::store) fn add(&mut self, bytes: &[u8]) {
        let missing = (8 - self.begun()) % 8;
        let (to_a_word, bytes) = bytes.split_at(missing.min(bytes.len()));
        let (words, rest) = bytes.as_chunks::<8>();
        self.push(to_a_word);
        let values = words.iter().map(|word| u64::from_le_bytes(*word));
        self.hash = values.fold(self.hash, mixed);
        self.length += words.as_flattened().len() as u64;
        self.push(rest);
    }

    /// Bytes that reach no further than to the end of a word.
    fn push(&mut self, bytes: &[u8]) {
        let begun = self.begun();
        for (place, byte) in self.rest.iter_mut().skip(begun).zip(bytes) {
            *place = *byte;
        }
        self.length += bytes.len() as u64;
        if !bytes.is_empty() && self.begun() == 0 {
            self.hash = mixed(self.hash, u64::from_le_bytes(self.rest));
        }
    }

    /// The fingerprint of all of them.
    pub(in crate::store) fn fingerprint(&self) -> Fingerprint {
        let rest = self.rest.iter().take(self.begun());
        Fingerprint {
            length: self.length,
            hash: rest.fold(self.hash, |hash, byte| mixed(hash, u64::from(*byte))),
        }
    }

    /// How many bytes they are.
    pub(in crate::store) fn length(&self) -> u64 {
        self.length
    }

    /// How many of them are no whole word.
    fn begun(&self) -> usize {
        usize::try_from(self.length % 8).unwrap_or_default()
    }
}

fn mixed(hash: u64, word: u64) -> u64 {
    (hash.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn bytes_that_come_one_after_the_other_have_the_fingerprint_of_all_of_them(
            parts in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..20), 0..9),
        ) {
            let mut growing = Growing::default();
            for part in &parts {
                growing.add(part);
            }
            let all = parts.concat();
            prop_assert_eq!(growing.length(), all.len() as u64);
            prop_assert_eq!(growing.fingerprint(), Fingerprint::of(&all));
        }
    }

    #[test]
    fn a_fingerprint_is_that_of_its_words_and_of_the_bytes_behind_them() {
        let by_hand = |bytes: &[u8]| {
            let (words, rest) = bytes.as_chunks::<8>();
            let words = words.iter().map(|word| u64::from_le_bytes(*word));
            let rest = rest.iter().map(|byte| u64::from(*byte));
            words.chain(rest).fold(0xcbf2_9ce4_8422_2325, mixed)
        };
        for length in 0..40_u8 {
            let bytes: Vec<u8> = (1..=length).collect();
            assert_eq!(Fingerprint::of(&bytes).hash, by_hand(&bytes));
        }
    }
}
