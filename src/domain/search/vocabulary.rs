//! The words of all texts that can be found, each once. A word with a slip in it is compared with
//! these, and not with every word of every text: ten thousand activities have a million words, and
//! hardly more than a few thousand different ones.

use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use super::letters::letters;
use crate::domain::fold::is_in_word;
use crate::domain::quick::QuickMap;

/// A word of a text: its place in the vocabulary, and whether a dot stands behind it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct TextWord(u32);

/// Set where a dot stands behind a word; there are fewer words than half of 32 bits can number.
const DOT: u32 = 1 << 31;

impl TextWord {
    /// Its place in the vocabulary.
    pub(super) fn number(self) -> usize {
        usize::try_from(self.0 & !DOT).unwrap_or(usize::MAX)
    }

    /// Whether a dot stands behind it.
    pub(super) fn has_dot(self) -> bool {
        self.0 & DOT != 0
    }
}

/// The words of two texts, primary and secondary. Of a text each word once, with a dot behind it and
/// without one, in the order in which they first stand there.
#[derive(Clone, Debug)]
pub(super) struct TextWords {
    all: Box<[TextWord]>,
    /// How many are of the primary text.
    primary: usize,
    /// Whether the primary text begins with its first word, and whether it is nothing else.
    begins: bool,
    is_alone: bool,
}

impl TextWords {
    pub(super) fn of(primary: &str, secondary: &str) -> Self {
        let mut all = Vec::new();
        number(primary, &mut all);
        let in_primary = all.len();
        number(secondary, &mut all);
        Self {
            all: all.into(),
            primary: in_primary,
            begins: primary.starts_with(is_in_word),
            is_alone: primary.chars().all(is_in_word),
        }
    }

    pub(super) fn primary(&self) -> &[TextWord] {
        self.all.get(..self.primary).unwrap_or_default()
    }

    pub(super) fn secondary(&self) -> &[TextWord] {
        self.all.get(self.primary..).unwrap_or_default()
    }

    /// The word the primary text begins with.
    pub(super) fn first(&self) -> Option<TextWord> {
        self.primary().first().copied().filter(|_| self.begins)
    }

    /// Whether that is all of the primary text.
    pub(super) fn is_alone(&self) -> bool {
        self.is_alone
    }
}

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
    numbers: QuickMap<Arc<str>, u32>,
    words: Vec<Known>,
}

impl Vocabulary {
    fn add(&mut self, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let number = u32::try_from(self.words.len()).unwrap_or(u32::MAX) & !DOT;
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

/// Adds the words of a text to those that are known of it.
fn number(text: &str, all: &mut Vec<TextWord>) {
    let known = all.len();
    let mut note = |number, dot| {
        let word = TextWord(number | if dot { DOT } else { 0 });
        if !all.iter().skip(known).any(|one| *one == word) {
            all.push(word);
        }
    };
    let has_dot = |(at, word): &(usize, &str)| text.as_bytes().get(at + word.len()) == Some(&b'.');
    let mut rest = words(text).peekable();
    {
        let vocabulary = VOCABULARY.read().unwrap_or_else(PoisonError::into_inner);
        while let Some(word) = rest.peek()
            && let Some(number) = vocabulary.numbers.get(word.1)
        {
            note(*number, has_dot(word));
            rest.next();
        }
    }
    if rest.peek().is_some() {
        let mut vocabulary = VOCABULARY.write().unwrap_or_else(PoisonError::into_inner);
        rest.for_each(|word| note(vocabulary.add(word.1), has_dot(&word)));
    }
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
        let one = TextWords::of("мониторинг, отчет; мониторинг", "отчет");
        let other = TextWords::of("отчет (мониторинг) словарю неизвестен", "");
        let (one, other) = (one.primary(), other.primary());
        assert_eq!(one.len(), 2);
        assert_eq!(other.get(..2), Some(&[one[1], one[0]][..]));
        let mut known = Vec::new();
        each(|word| known.push(word.text.to_string()));
        let named: Vec<&str> = other.iter().map(|it| known[it.number()].as_str()).collect();
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
