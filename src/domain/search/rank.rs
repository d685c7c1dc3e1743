//! What a text is worth to a query, and where in it the words of the query stand.

use super::misspelt::Nearness;
use super::query::Query;
use super::word::{Found, Word};
use super::{Haystack, Tier};

/// What a haystack is worth.
#[derive(Debug)]
pub(super) struct Verdict {
    /// `None` when it does not match.
    pub(super) rank: Option<Rank>,
    /// The first word of the query that is not in the primary text.
    pub(super) missing: Option<usize>,
}

/// How well a haystack matches.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rank {
    pub(super) score: i64,
    pub(super) tier: Tier,
    pub(super) found: How,
}

impl Rank {
    /// What everything is worth to a query without words.
    pub(super) const NOTHING_ASKED: Self = Self {
        score: 0,
        tier: Tier::Primary,
        found: How::AsTyped,
    };
}

/// How the words were found.
#[derive(Clone, Copy, Debug)]
pub(super) enum How {
    /// As typed.
    AsTyped,
    /// As typed, or else with other letters between theirs.
    Loosely,
    /// As typed, or else with a slip.
    Misspelt,
}

impl Query {
    /// Every word as typed or with another ending, in either text.
    pub(super) fn judge<Id>(&self, haystack: &Haystack<Id>) -> Verdict {
        let mut missing = None;
        let mut score = 0;
        for place in 0..self.words.len() {
            let worth = self.worth(place, haystack).or_else(|| {
                missing = missing.or(Some(place));
                self.worth_behind(place, haystack)
            });
            let Some(worth) = worth else {
                let rank = None;
                return Verdict { rank, missing };
            };
            score += worth;
        }
        let tier = if missing.is_none() {
            Tier::Primary
        } else {
            Tier::Secondary
        };
        let rank = Some(Rank {
            score,
            tier,
            found: How::AsTyped,
        });
        Verdict { rank, missing }
    }

    /// What one of its words is worth in the primary text, as typed or with another ending.
    fn worth<Id>(&self, place: usize, haystack: &Haystack<Id>) -> Option<i64> {
        let word = self.words.get(place)?;
        let known = self.table(place).zip(haystack.words.get());
        let known = known.and_then(|(table, words)| table.worth(word, words).ok());
        known.unwrap_or_else(|| word.worth(haystack.primary.as_str(), &haystack.letters))
    }

    /// What one of its words is worth in the secondary text.
    fn worth_behind<Id>(&self, place: usize, haystack: &Haystack<Id>) -> Option<i64> {
        let word = self.words.get(place)?;
        let known = self.table(place).zip(haystack.words.get());
        let known = known.and_then(|(table, words)| table.worth_behind(words).ok());
        let letters = haystack.letters.secondary;
        known.unwrap_or_else(|| word.find_behind(&haystack.secondary, letters))
    }

    /// The first word that is not in the primary text.
    pub(super) fn first_missing<Id>(&self, haystack: &Haystack<Id>) -> Option<usize> {
        (0..self.words.len()).find(|place| self.worth(*place, haystack).is_none())
    }

    /// Every word in the primary text, loosely where it is not there as typed.
    pub(super) fn rank_loosely<Id>(&self, haystack: &Haystack<Id>) -> Option<Rank> {
        let mut score = 0;
        for found in self.found(haystack, How::Loosely) {
            score += found?.score;
        }
        Some(Rank {
            score,
            tier: Tier::Primary,
            found: How::Loosely,
        })
    }

    /// Each word where it stands in the primary text.
    fn found<Id>(&self, haystack: &Haystack<Id>, how: How) -> impl Iterator<Item = Option<Found>> {
        let text = haystack.primary.as_str();
        self.words.iter().map(move |word| {
            let as_typed = word.find(text, haystack.letters.primary);
            as_typed.or_else(|| match how {
                How::AsTyped => None,
                How::Loosely => word.find_loosely(text, &haystack.outline),
                How::Misspelt => word.find_misspelt(text),
            })
        })
    }

    /// The letters of the primary text that were found: places in it as it was given.
    pub(super) fn highlights<Id>(&self, haystack: &Haystack<Id>, how: How) -> Vec<usize> {
        places(haystack, self.found(haystack, how).flatten())
    }

    /// Every word in either text, with a slip where it is not there as typed. To be asked where the
    /// query as typed finds nothing.
    pub(super) fn rank_misspelt<Id>(
        &self,
        haystack: &Haystack<Id>,
        nearness: &[Option<Nearness>],
    ) -> Option<Rank> {
        let text = haystack.primary.as_str();
        let words = haystack.words();
        // One word alone is there as typed in no text.
        let is_alone = self.words.len() == 1;
        let mut score = 0;
        let mut tier = Tier::Primary;
        for (word, nearness) in self.words.iter().zip(nearness) {
            let least = |words| nearness.as_ref().and_then(|nearness| nearness.least(words));
            let as_typed = || word.find(text, haystack.letters.primary);
            if let Some(found) = (!is_alone).then(as_typed).flatten() {
                score += found.score;
                continue;
            }
            if let Some(length) = least(words.primary()) {
                score += Word::worth_misspelt(length);
                continue;
            }
            tier = Tier::Secondary;
            let behind = || word.find_behind(&haystack.secondary, haystack.letters.secondary);
            if (is_alone || behind().is_none()) && least(words.secondary()).is_none() {
                return None;
            }
        }
        Some(Rank {
            score,
            tier,
            found: How::Misspelt,
        })
    }
}

/// Places in the primary text as it was given, each once, in sequence.
fn places<Id>(haystack: &Haystack<Id>, found: impl IntoIterator<Item = Found>) -> Vec<usize> {
    let mut places: Vec<_> = found
        .into_iter()
        .flat_map(|found| found.places(haystack.primary.as_str()))
        .map(|place| haystack.primary.origin(place))
        .collect();
    places.sort_unstable();
    places.dedup();
    places
}
