//! What is read many thousand times at every start: texts that become something else, and names
//! that are looked up.

use std::collections::hash_map::RandomState;
use std::collections::{HashMap, HashSet};
use std::fmt::{self, Display};
use std::hash::{BuildHasher, Hasher};
use std::marker::PhantomData;

use serde::Deserializer;
use serde::de::{self, Visitor};

/// A map whose keys are hashed quickly. Nothing may hang on the order it is gone through in.
pub type QuickMap<K, V> = HashMap<K, V, Quickly>;

/// A set whose members are hashed quickly. Nothing may hang on the order it is gone through in.
pub type QuickSet<T> = HashSet<T, Quickly>;

/// Hashes ids and short names: a multiplication for eight bytes. Where it begins is random for every
/// map, so that no file can be made whose names all fall on one another.
#[derive(Clone, Copy, Debug)]
pub struct Quickly {
    begin: u64,
}

impl Default for Quickly {
    fn default() -> Self {
        let begin = RandomState::new().hash_one(0_u64);
        Self { begin }
    }
}

impl BuildHasher for Quickly {
    type Hasher = QuickHasher;

    fn build_hasher(&self) -> QuickHasher {
        QuickHasher(self.begin)
    }
}

/// See [`Quickly`].
#[derive(Clone, Copy, Debug)]
pub struct QuickHasher(u64);

/// An odd number without a pattern: the golden ratio.
const MIX: u64 = 0x9e37_79b9_7f4a_7c15;

impl Hasher for QuickHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.write_u64(u64::from_le_bytes(*word));
        }
        let last = rest
            .iter()
            .fold(0, |word: u64, byte| (word << 8) | u64::from(*byte));
        // With how many there were: a text differs from one that begins with a nought.
        self.write_u64(last ^ ((bytes.len() as u64) << 56));
    }

    fn write_u8(&mut self, byte: u8) {
        self.write_u64(u64::from(byte));
    }

    fn write_u64(&mut self, word: u64) {
        let (high, low) = halves(u128::from(self.0 ^ word) * u128::from(MIX));
        self.0 = (high ^ low).wrapping_add(MIX);
    }

    fn write_u128(&mut self, number: u128) {
        let (high, low) = halves(number);
        self.write_u64(high);
        self.write_u64(low);
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

fn halves(number: u128) -> (u64, u64) {
    let half = |number: u128| u64::try_from(number & u128::from(u64::MAX)).unwrap_or(0);
    (half(number >> 64), half(number))
}

/// Reads a text and makes something of it, without keeping a copy of the text.
pub(in crate::domain) fn of_text<'de, D, T, W>(
    deserializer: D,
    make: impl FnOnce(&str) -> Result<T, W>,
) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    W: Display,
{
    deserializer.deserialize_str(OfText {
        make,
        makes: PhantomData,
    })
}

struct OfText<F, T> {
    make: F,
    makes: PhantomData<T>,
}

impl<T, W: Display, F: FnOnce(&str) -> Result<T, W>> Visitor<'_> for OfText<F, T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        (self.make)(text).map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_alike_fall_apart() {
        let quickly = Quickly::default();
        let names = (0..1000_u32).map(|number| format!("1.{}.{}", number / 30, number % 30));
        let hashes: HashSet<u64> = names.map(|name| quickly.hash_one(name)).collect();
        assert_eq!(hashes.len(), 1000);
        // A table looks at the seven highest bits, and at as many of the lowest as it is large.
        for shift in [0, 57] {
            let parts: HashSet<u64> = (0..1000_u128)
                .map(|number| (quickly.hash_one(number << 64) >> shift) & 127)
                .collect();
            assert!(parts.len() > 100, "{}", parts.len());
        }
        assert_ne!(quickly.hash_one([1_u8]), quickly.hash_one([0_u8, 1]));
    }
}
