//! Finds plan rows and subjects as the chair types.
//!
//! Two tiers: first what matches in the primary text (number, title, short names), loosely; then
//! what has every remaining word literally in the secondary text. On Russian texts of 350
//! characters a loose match alone filters nothing, and users find such hits meaningless.
//!
//! Words may come in any order, with another ending, in any case, with «е» for «ё», and typed in
//! the wrong keyboard layout. Everything is folded once, when the index is made.

mod fetch;
mod hits;
mod known;
mod letters;
mod loose;
mod misspelt;
mod query;
mod rank;
mod source;
mod tried;
mod vocabulary;
mod word;

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use self::hits::Ranked;
use self::letters::Letters;
use self::loose::{Sign, outline};
use self::query::Query;
use self::rank::{Rank, Verdict};
use self::tried::{Left, Tried};
use self::vocabulary::TextWords;
use self::word::Word;
use super::fold::{Folded, fold, in_cyrillic, unmixed};
use super::layout::in_other_layout;

/// So many hits in the primary text are enough: nobody reads what matches loosely behind them, and
/// loose matching is what costs.
const ENOUGH: usize = 200;

/// Among more things than these words are looked up in the vocabulary, and not in every text.
const WORTH_A_TABLE: usize = 500;

/// One thing that can be found.
#[derive(Clone, Debug)]
pub struct Haystack<Id> {
    id: Id,
    primary: Folded,
    secondary: Box<str>,
    letters: Letters,
    /// The beginning of the primary text, prepared for the check before a loose match.
    outline: Box<[Sign]>,
    /// The words of both texts, once they were made ready or a slip was looked for.
    words: OnceLock<TextWords>,
}

impl<Id> Haystack<Id> {
    /// What is found by it.
    pub fn id(&self) -> &Id {
        &self.id
    }

    /// `primary` is what the list shows and highlights; `secondary` is everything else about it.
    pub fn new(id: Id, primary: &str, secondary: &str) -> Self {
        let primary = Folded::new(primary).unmixed();
        let mut secondary = unmixed(fold(secondary));
        add_look_alikes(&mut secondary, primary.as_str());
        let letters = Letters::of(primary.as_str(), &secondary);
        Self {
            id,
            outline: outline(primary.as_str()),
            primary,
            secondary: secondary.into(),
            letters,
            words: OnceLock::new(),
        }
    }

    /// The same, found by something more that is known of it.
    #[must_use]
    pub fn and(&self, secondary: &str) -> Self
    where
        Id: Clone,
    {
        let more = unmixed(fold(secondary));
        Self {
            id: self.id.clone(),
            primary: self.primary.clone(),
            secondary: format!("{}\n{more}", self.secondary).into(),
            letters: self.letters.and(&more),
            outline: self.outline.clone(),
            words: OnceLock::new(),
        }
    }

    /// Makes ready to be found by its words, which is done when a slip is first looked for.
    pub fn prepare(&self) {
        let _ = self.words();
    }

    fn words(&self) -> &TextWords {
        self.words
            .get_or_init(|| TextWords::of(self.primary.as_str(), &self.secondary))
    }
}

/// Puts words of Latin letters that all look like Cyrillic ones behind a text in Cyrillic: «MMC»
/// may have been meant as «ММС».
fn add_look_alikes(secondary: &mut String, primary: &str) {
    let has_latin = |text: &str| text.bytes().any(|byte| byte.is_ascii_lowercase());
    if !has_latin(primary) && !has_latin(secondary) {
        return;
    }
    let found: Vec<String> = [primary, secondary]
        .into_iter()
        .flat_map(|text| text.split(|character: char| !character.is_alphanumeric()))
        .filter(|word| word.len() > 1 && has_latin(word))
        .filter_map(in_cyrillic)
        .collect();
    for word in found {
        secondary.push('\n');
        secondary.push_str(&word);
    }
}

/// Things that can be searched, in the order they were added.
#[derive(Debug)]
pub struct Index<Id> {
    haystacks: Arc<[Arc<Haystack<Id>>]>,
    /// What the last queries found and left.
    tried: Tried,
}

impl<Id> From<Arc<[Arc<Haystack<Id>>]>> for Index<Id> {
    fn from(haystacks: Arc<[Arc<Haystack<Id>>]>) -> Self {
        let tried = Tried::of(haystacks.len());
        Self { haystacks, tried }
    }
}

impl<Id> FromIterator<Haystack<Id>> for Index<Id> {
    fn from_iter<I: IntoIterator<Item = Haystack<Id>>>(haystacks: I) -> Self {
        haystacks.into_iter().map(Arc::new).collect()
    }
}

impl<Id> FromIterator<Arc<Haystack<Id>>> for Index<Id> {
    fn from_iter<I: IntoIterator<Item = Arc<Haystack<Id>>>>(haystacks: I) -> Self {
        let haystacks: Arc<[_]> = haystacks.into_iter().collect();
        haystacks.into()
    }
}

impl<Id: Clone> Index<Id> {
    /// What the query finds, best first; equals stay in the order they were added.
    ///
    /// An empty query finds everything. A query that finds nothing is tried again as if the
    /// keyboard had been in the other layout («wyggv» finds «ЦНППМ»), and as if it had been typed
    /// in letters that look the same.
    pub fn search(&self, query: &str) -> Hits<Id> {
        let as_typed = || Some(query.to_owned());
        let look_alike = || in_cyrillic(&fold(query));
        let ways: [&dyn Fn() -> Option<String>; 3] =
            [&as_typed, &|| in_other_layout(query), &look_alike];
        let mut ways = ways.iter().filter_map(|way| way());
        ways.find_map(|typed| {
            let query = Arc::new(Query::new(&typed));
            let ranked = self.ranked(&query);
            (!ranked.is_empty()).then(|| Hits::new(&self.haystacks, query, ranked))
        })
        .unwrap_or_default()
    }

    fn ranked(&self, query: &Arc<Query>) -> Ranked {
        if query.words.is_empty() {
            return Ranked::All(self.haystacks.len());
        }
        if let Some(known) = self.tried.found(query) {
            return known;
        }
        let left = self.tried.left_for(query);
        if left.literal.len() > WORTH_A_TABLE {
            query.look_up();
        }
        let mut verdicts = Vec::with_capacity(left.literal.len());
        for places in left.literal.chunks(fetch::AT_ONCE) {
            let haystacks = places.iter().filter_map(|place| self.haystacks.get(*place));
            fetch::fetch(haystacks.clone(), query.reads());
            let judged = haystacks.map(|haystack| query.judge(haystack));
            verdicts.extend(places.iter().copied().zip(judged));
        }
        let ranked = verdicts.iter().filter(|(_, one)| one.rank.is_some());
        let literal: Arc<[usize]> = ranked.map(|(place, _)| *place).collect();
        let is_found = !literal.is_empty();
        let loose = self.add_loose(query, &left.loose, &mut verdicts).into();
        let mut ranks: Vec<(usize, Rank)> = verdicts
            .into_iter()
            .filter_map(|(place, verdict)| Some((place, verdict.rank?)))
            .collect();
        if !is_found {
            self.add_misspelt(query, &mut ranks);
        }
        let found = Ranked::new(ranks);
        self.tried.note(query, Left { literal, loose }, &found);
        found
    }

    /// Looks loosely where not every word is in the primary text, until there is enough; gives what
    /// may still be found so by a longer query.
    fn add_loose(
        &self,
        query: &Query,
        among: &[usize],
        verdicts: &mut Vec<(usize, Verdict)>,
    ) -> Vec<usize> {
        let in_primary = verdicts.iter().filter(|(_, one)| one.missing.is_none());
        let mut wanted = ENOUGH.saturating_sub(in_primary.count());
        let mut left = Vec::with_capacity(among.len());
        let mut added = Vec::new();
        let mut judged = verdicts.iter_mut().peekable();
        for place in among {
            let Some(haystack) = self.haystacks.get(*place).filter(|_| wanted > 0) else {
                left.push(*place);
                continue;
            };
            while judged.next_if(|(known, _)| known < place).is_some() {}
            let verdict = judged.next_if(|(known, _)| known == place);
            let first = match &verdict {
                Some((_, verdict)) => verdict.missing,
                None => query.first_missing(haystack),
            };
            let word = first.and_then(|first| query.words.get(first));
            let is_readable = word.is_some_and(|word| word.may_be_readable(&haystack.outline));
            if is_readable && let Some(rank) = query.rank_loosely(haystack) {
                wanted -= 1;
                let (missing, rank) = (first, Some(rank));
                match verdict {
                    Some((_, verdict)) => verdict.rank = rank,
                    None => added.push((*place, Verdict { rank, missing })),
                }
            }
            if is_readable || word.is_none_or(|word| !word.stays_unreadable()) {
                left.push(*place);
            }
        }
        if !added.is_empty() {
            verdicts.extend(added);
            verdicts.sort_by_key(|(place, _)| *place);
        }
        left
    }
}

impl<Id> Index<Id> {
    /// Looks for words with a slip in them, where nothing was found as typed.
    fn add_misspelt(&self, query: &Query, ranks: &mut Vec<(usize, Rank)>) {
        // Before the vocabulary is looked through: it has to have all of their words.
        self.haystacks
            .iter()
            .for_each(|haystack| haystack.prepare());
        let nearness: Vec<_> = query.words.iter().map(Word::nearness).collect();
        let known: BTreeSet<usize> = ranks.iter().map(|(place, _)| *place).collect();
        for (place, haystack) in self.haystacks.iter().enumerate() {
            if let Some(rank) = query.rank_misspelt(haystack, &nearness)
                && !known.contains(&place)
            {
                ranks.push((place, rank));
            }
        }
        ranks.sort_by_key(|(place, _)| *place);
    }
}

pub use self::hits::{Hit, Hits, Tier};

#[cfg(test)]
mod tests;
