//! What was typed, taken apart into words.

use super::word::Word;
use crate::domain::fold::fold;
use crate::domain::layout::{is_cyrillic, to_cyrillic, to_latin};

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
        let words = fold(&capped)
            .split_whitespace()
            .map(|word| word.trim_matches([',', ';']))
            .filter(|word| !word.is_empty())
            .map(Word::new)
            .collect();
        Self { words }
    }
}

/// The same keys under the other keyboard layout; `None` when the text is of both layouts, so
/// that it was hardly typed in the wrong one.
pub(super) fn in_other_layout(typed: &str) -> Option<String> {
    let has_cyrillic = typed.chars().any(is_cyrillic);
    let has_latin = typed
        .chars()
        .any(|character| character.is_ascii_alphabetic());
    match (has_cyrillic, has_latin) {
        (true, true) => None,
        (true, false) => Some(typed.chars().map(to_latin).collect()),
        (false, _) => Some(typed.chars().map(to_cyrillic).collect()),
    }
}
