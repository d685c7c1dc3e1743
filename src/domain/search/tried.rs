//! What the last queries found and left to be looked at: who types a word letter by letter asks again
//! what the shorter query has turned away, and who takes letters back what was found before.

use std::sync::{Arc, Mutex, PoisonError};

use super::hits::Ranked;
use super::query::Query;

/// How many queries are kept in mind.
const MOST: usize = 24;

/// What every query that goes on with one may find, as places in the index.
#[derive(Clone, Debug)]
pub(super) struct Left {
    /// As typed or with another ending.
    pub(super) literal: Arc<[usize]>,
    /// Loosely.
    pub(super) loose: Arc<[usize]>,
}

#[derive(Debug)]
struct Known {
    query: Arc<Query>,
    left: Left,
    found: Ranked,
}

/// The last queries, the newest first.
#[derive(Debug)]
pub(super) struct Tried {
    /// What is left before anything was asked.
    all: Left,
    known: Mutex<Vec<Known>>,
}

impl Tried {
    /// Nothing yet, in an index of so many.
    pub(super) fn of(count: usize) -> Self {
        let all: Arc<[usize]> = (0..count).collect();
        Self {
            all: Left {
                literal: Arc::clone(&all),
                loose: all,
            },
            known: Mutex::default(),
        }
    }

    /// What the very query has found before.
    pub(super) fn found(&self, query: &Query) -> Option<Ranked> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let same = known.iter().find(|it| it.query.is_same(query));
        same.map(|it| it.found.clone())
    }

    /// What a query has to look at: of all that leads to it the least.
    pub(super) fn left_for(&self, query: &Query) -> Left {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let leading = known.iter().filter(|it| it.query.leads_to(query));
        let least = leading
            .map(|it| &it.left)
            .min_by_key(|left| left.literal.len() + left.loose.len());
        least.unwrap_or(&self.all).clone()
    }

    /// Keeps in mind what a query found and left.
    pub(super) fn note(&self, query: &Arc<Query>, left: Left, found: &Ranked) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.truncate(MOST - 1);
        let one = Known {
            query: Arc::clone(query),
            left,
            found: found.clone(),
        };
        known.insert(0, one);
    }
}
