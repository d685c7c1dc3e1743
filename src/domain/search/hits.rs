//! What a search found, best first. Of a list of thousands a few lines are seen: what a line shows is
//! made when it is asked for.

use std::cmp::Reverse;
use std::sync::Arc;

use super::Haystack;
use super::query::Query;
use super::rank::Rank;

/// Where a hit was found; earlier tiers are shown first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Tier {
    /// Every word of the query is in the primary text.
    Primary,
    /// Some word is only in the secondary text.
    Secondary,
}

/// One thing found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hit<Id> {
    /// What was found.
    pub id: Id,
    /// Greater is better; comparable within one search only.
    pub score: i64,
    /// What to highlight: places in the primary text as it was given, counted in characters.
    pub highlights: Vec<usize>,
    /// Where it was found.
    pub tier: Tier,
}

/// Which haystacks were found.
#[derive(Clone, Debug)]
pub(super) enum Ranked {
    /// All of so many, in the order they were added: nothing was asked for.
    All(usize),
    /// By their places, best first.
    These(Arc<[(usize, Rank)]>),
}

impl Ranked {
    /// Puts the best first; equals stay in the order they are given in.
    pub(super) fn new(mut found: Vec<(usize, Rank)>) -> Self {
        found.sort_by_key(|(_, rank)| (rank.tier, Reverse(rank.score)));
        Self::These(found.into())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn len(&self) -> usize {
        match self {
            Self::All(count) => *count,
            Self::These(found) => found.len(),
        }
    }

    fn get(&self, at: usize) -> Option<(usize, Rank)> {
        match self {
            Self::All(count) => (at < *count).then_some((at, Rank::NOTHING_ASKED)),
            Self::These(found) => found.get(at).copied(),
        }
    }
}

/// What a search found, best first.
#[derive(Debug)]
pub struct Hits<Id>(Option<Found<Id>>);

#[derive(Debug)]
struct Found<Id> {
    haystacks: Arc<[Arc<Haystack<Id>>]>,
    query: Arc<Query>,
    ranked: Ranked,
}

impl<Id> Default for Hits<Id> {
    fn default() -> Self {
        Self(None)
    }
}

impl<Id> Hits<Id> {
    pub(super) fn new(
        haystacks: &Arc<[Arc<Haystack<Id>>]>,
        query: Arc<Query>,
        ranked: Ranked,
    ) -> Self {
        Self(Some(Found {
            haystacks: Arc::clone(haystacks),
            query,
            ranked,
        }))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.as_ref().map_or(0, |found| found.ranked.len())
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The id of a hit by its place, counted from 0.
    pub fn id(&self, at: usize) -> Option<&Id> {
        let found = self.0.as_ref()?;
        let (place, _) = found.ranked.get(at)?;
        found.haystacks.get(place).map(|haystack| haystack.id())
    }
}

impl<Id: Clone> Hits<Id> {
    /// A hit by its place, counted from 0.
    pub fn get(&self, at: usize) -> Option<Hit<Id>> {
        let found = self.0.as_ref()?;
        let (place, rank) = found.ranked.get(at)?;
        let haystack = found.haystacks.get(place)?;
        Some(Hit {
            id: haystack.id.clone(),
            score: rank.score,
            highlights: found.query.highlights(haystack, rank.found),
            tier: rank.tier,
        })
    }

    /// All of them.
    pub fn best_first(&self) -> impl Iterator<Item = Hit<Id>> {
        (0..self.len()).filter_map(|at| self.get(at))
    }
}
