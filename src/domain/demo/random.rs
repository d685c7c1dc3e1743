//! Chance that can be repeated: `SplitMix64` from a seed.

/// A stream of numbers that look random and depend on the seed alone.
#[derive(Clone, Debug)]
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below a limit that is not 0.
    pub(super) fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit.max(1)
    }

    /// True in so many cases out of a hundred.
    pub(super) fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    /// One of a list; the default of an empty one.
    pub(super) fn one_of<T: Clone + Default>(&mut self, list: &[T]) -> T {
        let place = self.below(u64::try_from(list.len()).unwrap_or(1));
        let place = usize::try_from(place).unwrap_or(0);
        list.get(place).cloned().unwrap_or_default()
    }
}
