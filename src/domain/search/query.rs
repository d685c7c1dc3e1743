//! What was typed, taken apart into words.

use std::sync::OnceLock;

use super::known::InWords;
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
    /// For each of them how the words of the vocabulary have it, once that was looked up.
    tables: OnceLock<Vec<Option<InWords>>>,
}

/// What of a text has to be at hand to look for something in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Reads {
    /// The letters that occur in it.
    Letters,
    /// Its words.
    Words,
    /// All of it.
    Text,
}

impl Query {
    /// Whether whatever the other one finds in a text this one finds there too: the other one goes
    /// on with its words.
    pub(super) fn leads_to(&self, other: &Self) -> bool {
        self.words.len() <= other.words.len()
            && self
                .words
                .iter()
                .zip(&other.words)
                .all(|(one, other)| one.leads_to(other))
    }

    /// Whether both have the same words, in the same sequence.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.words.len() == other.words.len()
            && self
                .words
                .iter()
                .zip(&other.words)
                .all(|(one, other)| one.is_same(other))
    }

    /// Looks its words up in the vocabulary, where the words of a text are known already.
    pub(super) fn look_up(&self) {
        let _ = self.tables.get_or_init(|| {
            let longer = |word: &Word| word.is_longer_than_a_letter();
            let table = |word| InWords::of(word).filter(|_| longer(word));
            self.words.iter().map(table).collect()
        });
    }

    /// How the words of the vocabulary have one of its words, by its place in the query.
    pub(super) fn table(&self, word: usize) -> Option<&InWords> {
        self.tables.get()?.get(word)?.as_ref()
    }

    /// What of texts it is found by.
    pub(super) fn reads(&self) -> Reads {
        let longer = |(_, word): &(usize, &Word)| word.is_longer_than_a_letter();
        let mut longer = self.words.iter().enumerate().filter(longer).peekable();
        if longer.peek().is_none() {
            Reads::Letters
        } else if longer.all(|(place, _)| self.table(place).is_some()) {
            Reads::Words
        } else {
            Reads::Text
        }
    }

    pub(super) fn new(typed: &str) -> Self {
        let capped: String = typed.chars().take(MAX_LETTERS).collect();
        let words = unmixed(fold(&capped))
            .split_whitespace()
            .flat_map(parts)
            .map(|word| word.trim_matches([',', ';', '(', ')', '«', '»']).to_owned())
            .filter(|word| !word.is_empty())
            .map(|word| Word::new(&in_full(&word)))
            .collect();
        Self {
            words,
            tables: OnceLock::new(),
        }
    }
}

/// «п.8.1» and «№1» are two words, as «п. 8.1» and «№ 1» are.
fn parts(word: &str) -> Vec<&str> {
    let sign = word
        .char_indices()
        .find(|(_, it)| matches!(it, '.' | '№'))
        .map(|(at, it)| at + it.len_utf8());
    let Some((before, behind)) = sign.and_then(|at| word.split_at_checked(at)) else {
        return vec![word];
    };
    let is_prefix = !before.is_empty() && !before.bytes().any(|it| it.is_ascii_digit());
    if is_prefix && behind.starts_with(|it: char| it.is_ascii_digit()) {
        vec![before, behind]
    } else {
        vec![word]
    }
}

/// A number without the dot at its end, and a date as it is printed: «01.06.2023» for «1.6.2023»
/// and «01.06.23». «3.5.13» is a point of a plan.
fn in_full(word: &str) -> String {
    let is_number = word.bytes().all(|it| it.is_ascii_digit() || it == b'.');
    let number = if is_number {
        word.trim_end_matches('.')
    } else {
        word
    };
    let fields: Vec<&str> = number.split('.').collect();
    let date = match fields.as_slice() {
        [day, month, year]
            if is_number
                && (year.len() == 4 || [day, month, year].iter().all(|it| it.len() == 2)) =>
        {
            day.parse::<u8>()
                .ok()
                .zip(month.parse::<u8>().ok())
                .filter(|(day, month)| (1..=31).contains(day) && (1..=12).contains(month))
                .map(|(day, month)| {
                    let century = if year.len() == 2 { "20" } else { "" };
                    format!("{day:02}.{month:02}.{century}{year}")
                })
        }
        _ => None,
    };
    date.unwrap_or_else(|| number.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_dates_are_read_as_they_are_printed() {
        for (typed, read) in [
            ("3.3.1.", "3.3.1"),
            ("25.05.23", "25.05.2023"),
            ("1.6.2023", "01.06.2023"),
            ("3.5.13", "3.5.13"),
            ("1.2.4", "1.2.4"),
            ("г.", "г."),
        ] {
            assert_eq!(in_full(typed), read, "{typed}");
        }
        for (typed, read) in [
            ("п.8.1", vec!["п.", "8.1"]),
            ("№1", vec!["№", "1"]),
            ("8.1", vec!["8.1"]),
            ("т.д.", vec!["т.д."]),
            ("р-503", vec!["р-503"]),
        ] {
            assert_eq!(parts(typed), read, "{typed}");
        }
    }
}
