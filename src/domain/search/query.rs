//! What was typed, taken apart into words.

use super::word::Word;
use crate::domain::fold::{fold, unmixed};

/// The rest of a longer query is left out: matching is quadratic (fuzzy-matcher 0.3.7 needs 1.7 s
/// for 10,000 letters), and nobody types more.
const MAX_LETTERS: usize = 128;

/// The words of a query; all of them must be found.
#[derive(Debug)]
pub(super) struct Query {
    /// Folded, in the order they were typed.
    pub(super) words: Vec<Word>,
}

impl Query {
    pub(super) fn new(typed: &str) -> Self {
        let capped: String = typed.chars().take(MAX_LETTERS).collect();
        let words = unmixed(&fold(&capped))
            .split_whitespace()
            .map(|word| word.trim_matches([',', ';']))
            .filter(|word| !word.is_empty())
            .map(Word::new)
            .collect();
        Self { words }
    }
}
