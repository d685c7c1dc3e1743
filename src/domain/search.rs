//! Finds plan rows and subjects as the chair types.
//!
//! Two tiers: first what matches in the primary text (number, title, short names), loosely; then
//! what has every remaining word literally in the secondary text. On Russian texts of 350
//! characters a loose match alone filters nothing, and users find such hits meaningless.
//!
//! Words may come in any order, with another ending, in any case, with «е» for «ё», and typed in
//! the wrong keyboard layout. Everything is folded once, when the index is made.

mod query;
mod source;
mod word;

use std::cmp::Reverse;
use std::fmt;

use fuzzy_matcher::skim::SkimMatcherV2;

use self::query::Query;
use self::word::letters;
use super::fold::{Folded, fold};

/// One thing that can be found.
#[derive(Clone, Debug)]
pub struct Haystack<Id> {
    id: Id,
    primary: Folded,
    secondary: String,
    /// Which letters occur in the primary text.
    letters: u64,
}

impl<Id> Haystack<Id> {
    /// `primary` is what the list shows and highlights; `secondary` is everything else about it.
    pub fn new(id: Id, primary: &str, secondary: &str) -> Self {
        let primary = Folded::new(primary);
        Self {
            id,
            letters: letters(primary.as_str()),
            primary,
            secondary: fold(secondary),
        }
    }
}

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

/// Things that can be searched, in the order they were added.
pub struct Index<Id> {
    haystacks: Vec<Haystack<Id>>,
    matcher: SkimMatcherV2,
}

impl<Id: fmt::Debug> fmt::Debug for Index<Id> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Index")
            .field("haystacks", &self.haystacks)
            .finish_non_exhaustive()
    }
}

impl<Id> FromIterator<Haystack<Id>> for Index<Id> {
    fn from_iter<I: IntoIterator<Item = Haystack<Id>>>(haystacks: I) -> Self {
        Self {
            haystacks: haystacks.into_iter().collect(),
            // Both sides are folded: case never differs.
            matcher: SkimMatcherV2::default().respect_case(),
        }
    }
}

impl<Id: Clone> Index<Id> {
    /// What the query finds, best first; equals stay in the order they were added.
    ///
    /// An empty query finds everything. A query that finds nothing is tried again as if the
    /// keyboard had been in the other layout: «wyggv» finds «ЦНППМ».
    pub fn search(&self, query: &str) -> Vec<Hit<Id>> {
        let hits = self.hits(&Query::new(query));
        if !hits.is_empty() {
            return hits;
        }
        query::in_other_layout(query).map_or(hits, |retyped| self.hits(&Query::new(&retyped)))
    }

    fn hits(&self, query: &Query) -> Vec<Hit<Id>> {
        let mut hits: Vec<_> = self
            .haystacks
            .iter()
            .filter_map(|haystack| self.hit(query, haystack))
            .collect();
        hits.sort_by_key(|hit| (hit.tier, Reverse(hit.score)));
        hits
    }

    fn hit(&self, query: &Query, haystack: &Haystack<Id>) -> Option<Hit<Id>> {
        let mut tier = Tier::Primary;
        let mut score = 0;
        let mut highlights = Vec::new();
        let primary = haystack.primary.as_str();
        for word in &query.words {
            if let Some(found) = word.find(primary, haystack.letters, &self.matcher) {
                score += found.score;
                highlights.extend(
                    found
                        .places
                        .into_iter()
                        .map(|place| haystack.primary.origin(place)),
                );
            } else {
                score += word.find_literally(&haystack.secondary)?;
                tier = Tier::Secondary;
            }
        }
        highlights.sort_unstable();
        highlights.dedup();
        Some(Hit {
            id: haystack.id.clone(),
            score,
            highlights,
            tier,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn index(texts: &[&str]) -> Index<usize> {
        texts
            .iter()
            .enumerate()
            .map(|(id, text)| Haystack::new(id, text, ""))
            .collect()
    }

    fn highlighted(text: &str, query: &str) -> String {
        let index = index(&[text]);
        let hits = index.search(query);
        let characters: Vec<char> = text.chars().collect();
        hits[0]
            .highlights
            .iter()
            .map(|at| characters[*at])
            .collect()
    }

    #[test]
    fn case_and_yo_do_not_matter() {
        for (text, query) in [
            ("Иванов Иван", "иванов"),
            ("Ёлкин", "елкин"),
            ("елка", "Ёлка"),
            ("ЁЛКА", "елка"),
            ("Йошкар-Ола", "йошкар"),
        ] {
            assert_eq!(index(&[text]).search(query).len(), 1, "{query}");
        }
        assert!(index(&["Иошкар"]).search("йошкар").is_empty());
    }

    #[test]
    fn the_wrong_layout_finds_both_ways() {
        assert_eq!(index(&["ГГТУ", "ЦНППМ АСОУ"]).search("wyggv")[0].id, 1);
        assert_eq!(index(&["ГГТУ", "Android"]).search("фтвкщшв")[0].id, 1);
        assert_eq!(index(&["Хобби"]).search("[j,,b").len(), 1);
        assert!(index(&["ЦНППМ"]).search("wyппм").is_empty());
    }

    #[test]
    fn highlights_are_places_in_the_text_as_given() {
        assert_eq!(highlighted("Ёлка, «Слёт»", "слет ёл"), "ЁлСлёт");
        assert_eq!(highlighted("Комплекс мер РС НМС", "кмрс"), "КмРС");
        assert_eq!(highlighted("Тактические планы", "планов"), "план");
        assert_eq!(highlighted("и\u{306}од и Йод", "йод"), "иод");
    }

    #[test]
    fn a_literal_hit_stands_before_a_loose_one() {
        let hits = index(&[
            "Кадровые мероприятия",
            "Программа курсов",
            "Курсы",
            "Подкурсовой",
        ])
        .search("курс");
        let ids: Vec<_> = hits.iter().map(|hit| hit.id).collect();
        assert_eq!(ids, [2, 1, 3]);
    }

    #[test]
    fn letters_scattered_in_words_are_no_hit() {
        assert!(
            index(&["Мониторинг эффективности"])
                .search("отиф")
                .is_empty()
        );
    }

    #[test]
    fn very_long_texts_and_queries_take_no_time() {
        let text = "а".repeat(100_000);
        let query = "аб".repeat(50_000);
        assert!(index(&[&text]).search(&query).is_empty());
        assert_eq!(index(&[&text]).search(&text).len(), 1);
    }

    proptest! {
        #[test]
        fn any_query_gives_places_within_the_text(
            text in "\\PC{0,40}|[а-яё «»İи\u{306}]{0,40}",
            query in "\\PC{0,10}|[а-яё ]{0,6}",
        ) {
            for hit in index(&[&text]).search(&query) {
                prop_assert!(hit.highlights.is_sorted());
                prop_assert!(hit.highlights.iter().all(|at| *at < text.chars().count()));
            }
        }

        #[test]
        fn any_word_of_a_text_finds_it(words in proptest::collection::vec("[А-Яа-яё]{1,12}", 1..6)) {
            let text = words.join(" ");
            let index = index(&["Другой текст", &text]);
            for word in &words {
                prop_assert!(index.search(word).iter().any(|hit| hit.id == 1));
            }
        }
    }
}
