//! Words without their endings, for comparing names in different cases.

use super::super::words;
use crate::domain::fold::fold;

/// How far before its short name a name can begin, in bytes: without a bound a text of one long
/// line is read once for every name in it.
const LONGEST_NAME: usize = 4_000;

/// The end of a text, at a word.
pub(super) fn end_of(text: &str) -> &str {
    if text.len() <= LONGEST_NAME {
        return text;
    }
    let from = text.char_indices().rev().map(|(at, _)| at);
    let from = from
        .take_while(|at| *at >= text.len() - LONGEST_NAME)
        .last();
    let cut = text.get(from.unwrap_or(0)..).unwrap_or_default();
    cut.split_once(' ').map_or(cut, |(_, rest)| rest)
}

/// Endings of nouns and adjectives, the longest first.
const ENDINGS: &[&str] = &[
    "иями", "ями", "ами", "ого", "его", "ому", "ему", "ыми", "ими", "иях", "иям", "ией", "ием",
    "ой", "ей", "ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие", "ых", "их", "ым", "им", "ую", "юю",
    "ом", "ем", "ам", "ям", "ах", "ях", "ов", "ев", "ия", "ии", "ию", "а", "я", "о", "е", "у", "ю",
    "ы", "и", "ь", "й",
];

/// A word without its ending, for comparing names in different cases.
pub(super) fn stem(word: &str) -> String {
    let lower = fold(word.trim_matches(|c: char| !c.is_alphanumeric()));
    let letters = lower.chars().count();
    if letters <= 3 || words::is_abbreviation(word) {
        return lower;
    }
    for ending in ENDINGS {
        if let Some(stem) = lower.strip_suffix(ending)
            && stem.chars().count() >= 3
        {
            return stem.to_owned();
        }
    }
    lower
}

/// The stems of a name.
pub(super) fn stems(name: &str) -> Vec<String> {
    name.split(|c: char| !(c.is_alphanumeric() || c == '-' || c == '.'))
        .map(|word| word.trim_matches(['-', '.']))
        .filter(|word| !word.is_empty())
        .map(stem)
        .collect()
}

/// The text between the outermost quotation marks.
pub(super) fn quoted(name: &str) -> Option<&str> {
    let (_, after) = name.split_once('«')?;
    let (inside, _) = after.rsplit_once('»')?;
    Some(inside)
}
