//! The words of all texts that can be found, each once. A word with a slip in it is compared with
//! these, and not with every word of every text: ten thousand activities have a million words, and
//! hardly more than a few thousand different ones.

use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use super::letters::letters;
use crate::domain::fold::is_in_word;
use crate::domain::quick::QuickMap;

/// A word by its place in the vocabulary.
pub(super) type WordNumber = u32;

/// One for the whole program: what a number means never changes while it runs.
static VOCABULARY: LazyLock<RwLock<Vocabulary>> = LazyLock::new(RwLock::default);

/// A word of the vocabulary.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) text: Arc<str>,
    /// Which letters occur in it.
    pub(super) letters: u64,
}

#[derive(Debug, Default)]
struct Vocabulary {
    numbers: QuickMap<Arc<str>, WordNumber>,
    words: Vec<Known>,
}

impl Vocabulary {
    fn add(&mut self, word: &str) -> WordNumber {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = WordNumber::try_from(self.words.len()).unwrap_or(WordNumber::MAX);
        let text: Arc<str> = word.into();
        self.numbers.insert(Arc::clone(&text), number);
        self.words.push(Known {
            letters: letters(&text),
            text,
        });
        number
    }
}

/// The words of a text as they are compared, each with where it begins.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split_inclusive(|character| !is_in_word(character))
        .map(move |word| {
            let at = start;
            start += word.len();
            (
                at,
                word.trim_end_matches(|character| !is_in_word(character)),
            )
        })
        .filter(|(_, word)| !word.is_empty())
}

/// The words of a text, each once, in the order in which they first stand there.
pub(super) fn numbered(text: &str) -> Box<[WordNumber]> {
    let mut found = Vec::new();
    let mut note = |number| {
        if !found.contains(&number) {
            found.push(number);
        }
    };
    let mut rest = words(text).map(|(_, word)| word).peekable();
    {
        let vocabulary = VOCABULARY.read().unwrap_or_else(PoisonError::into_inner);
        while let Some(number) = rest.peek().and_then(|word| vocabulary.numbers.get(*word)) {
            note(*number);
            rest.next();
        }
    }
    if rest.peek().is_some() {
        let mut vocabulary = VOCABULARY.write().unwrap_or_else(PoisonError::into_inner);
        rest.for_each(|word| note(vocabulary.add(word)));
    }
    found.into()
}

/// Looks at every word there is, in the order of their numbers.
pub(super) fn each(look: impl FnMut(&Known)) {
    let vocabulary = VOCABULARY.read().unwrap_or_else(PoisonError::into_inner);
    vocabulary.words.iter().for_each(look);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_one_number_wherever_it_stands() {
        let one = numbered("мониторинг, отчет; мониторинг");
        let other = numbered("отчет (мониторинг) словарю неизвестен");
        assert_eq!(one.len(), 2);
        assert_eq!(other.get(..2), Some(&[one[1], one[0]][..]));
        let mut known = Vec::new();
        each(|word| known.push(word.text.to_string()));
        let named: Vec<&str> = other
            .iter()
            .map(|it| known[*it as usize].as_str())
            .collect();
        assert_eq!(named, ["отчет", "мониторинг", "словарю", "неизвестен"]);
    }

    #[test]
    fn words_are_told_with_their_places() {
        let found: Vec<_> = words("«а» 1.2 бв").collect();
        let text = "«а» 1.2 бв";
        assert_eq!(
            found.iter().map(|(_, word)| *word).collect::<Vec<_>>(),
            ["а", "1", "2", "бв"]
        );
        for (at, word) in found {
            let rest = text.get(at..).unwrap();
            assert!(rest.starts_with(word), "{rest}");
        }
    }
}
