//! What the last queries left to be looked at: who types a word letter by letter, or takes letters
//! back, asks again what the shorter query has turned away.

use std::sync::{Arc, Mutex, PoisonError};

use super::query::Query;

/// How many queries are kept in mind.
const MOST: usize = 24;

/// What a query, and every query that goes on with it, may find, as places in the index.
#[derive(Debug)]
pub(super) struct Left {
    /// As typed or with another ending.
    pub(super) literal: Vec<usize>,
    /// Loosely.
    pub(super) loose: Vec<usize>,
}

/// The last queries, the newest first.
#[derive(Debug, Default)]
pub(super) struct Tried(Mutex<Vec<(Arc<Query>, Arc<Left>)>>);

impl Tried {
    /// What a query has to look at in an index of so many: of all that leads to it the least.
    pub(super) fn left_for(&self, query: &Query, all: usize) -> Arc<Left> {
        let tried = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let leading = tried.iter().filter(|(known, _)| known.leads_to(query));
        let least = leading.min_by_key(|(_, left)| left.literal.len() + left.loose.len());
        least.map_or_else(
            || {
                let all: Vec<usize> = (0..all).collect();
                Arc::new(Left {
                    literal: all.clone(),
                    loose: all,
                })
            },
            |(_, left)| Arc::clone(left),
        )
    }

    /// Keeps in mind what a query left.
    pub(super) fn note(&self, query: &Arc<Query>, left: Left) {
        let mut tried = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        tried.truncate(MOST - 1);
        tried.insert(0, (Arc::clone(query), Arc::new(left)));
    }
}
