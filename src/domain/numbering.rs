//! The numbers of minutes: a question and a decision get theirs once. What a later version drops
//! leaves its number free for ever, what it adds comes after the last.

use serde::{Deserialize, Serialize};

use super::agenda::ItemKey;
use super::id::Id;
use super::quick::{QuickMap, QuickSet};
use super::safe_text::SafeText;

/// The questions of minutes in the order of their numbers, from 1, also those that were dropped
/// since.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Numbering(Vec<NumberedQuestion>);

/// A question and what was decided on it, in the order of the numbers.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberedQuestion {
    /// What it is about.
    pub item: ItemKey,
    /// What was decided, also what was dropped since.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<Decided>,
}

/// What has a number among the decisions.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Decided {
    /// A decision or assignment.
    Entry(Id),
    /// The decision on the control of an assignment.
    Control(Id),
}

impl Numbering {
    /// These numbers, and behind them what has none yet.
    #[must_use]
    pub fn extended(mut self, current: Vec<NumberedQuestion>) -> Self {
        let decided = self
            .0
            .iter()
            .flat_map(|known| known.decisions.iter().copied());
        let mut numbered: QuickSet<Decided> = decided.collect();
        let items = self.0.iter().map(|known| known.item);
        let mut places: QuickMap<ItemKey, usize> = items.zip(0..).collect();
        for question in current {
            let new = question.decisions.into_iter();
            let new: Vec<Decided> = new.filter(|decided| numbered.insert(*decided)).collect();
            let place = *places.entry(question.item).or_insert(self.0.len());
            match self.0.get_mut(place) {
                Some(known) => known.decisions.extend(new),
                None => self.0.push(NumberedQuestion {
                    item: question.item,
                    decisions: new,
                }),
            }
        }
        self
    }

    /// The questions, the first one bears number 1.
    pub fn questions(&self) -> &[NumberedQuestion] {
        &self.0
    }

    /// Whether a question bears a number.
    pub fn has(&self, item: ItemKey) -> bool {
        self.0.iter().any(|known| known.item == item)
    }

    /// The numbers, to be looked up.
    pub fn places(&self) -> Places {
        let mut places = Places::default();
        for (question, known) in self.0.iter().enumerate() {
            places.questions.entry(known.item).or_insert(question);
            for (place, decided) in known.decisions.iter().enumerate() {
                let at = (question, place);
                places.decisions.entry(*decided).or_insert(at);
            }
        }
        places
    }

    /// What bears a number: «2.1».
    pub fn at(&self, wanted: &str) -> Option<Decided> {
        let (question, place) = wanted.split_once('.')?;
        let index = |part: &str| part.parse::<usize>().ok()?.checked_sub(1);
        let known = self.0.get(index(question)?)?;
        known.decisions.get(index(place)?).copied()
    }
}

/// The numbers of minutes, found by what bears them.
#[derive(Clone, Debug, Default)]
pub struct Places {
    questions: QuickMap<ItemKey, usize>,
    decisions: QuickMap<Decided, (usize, usize)>,
}

impl Places {
    /// The number of a question, from 1.
    pub fn question(&self, item: ItemKey) -> Option<usize> {
        self.questions.get(&item).map(|place| place + 1)
    }

    /// The number of a decision: «2.1».
    pub fn decision(&self, decided: Decided) -> Option<SafeText> {
        let (question, place) = *self.decisions.get(&decided)?;
        Some(number(question, place))
    }
}

/// The number of a decision by the places of its question and its own, both counted from 0.
pub fn number(question: usize, place: usize) -> SafeText {
    SafeText::from(format!("{}.{}", question + 1, place + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ulid::Ulid;

    fn question(item: u64, decisions: &[u64]) -> NumberedQuestion {
        let id = |number: u64| Id(Ulid::from_parts(1, u128::from(number)));
        NumberedQuestion {
            item: ItemKey::Topic(id(item)),
            decisions: decisions
                .iter()
                .map(|one| Decided::Entry(id(*one)))
                .collect(),
        }
    }

    #[test]
    fn a_number_once_given_is_never_given_again() {
        let first = Numbering::default().extended(vec![question(1, &[10, 11]), question(2, &[20])]);
        // 11 and question 2 are dropped, 12 stands before 10 now, question 3 before all others.
        let current = vec![question(3, &[30]), question(1, &[12, 10])];
        let second = first.extended(current);
        let numbers: Vec<_> = [10, 11, 12, 20, 30]
            .into_iter()
            .map(|one| {
                let decided = question(0, &[one]).decisions[0];
                second.places().decision(decided).unwrap().to_string()
            })
            .collect();
        assert_eq!(numbers, ["1.1", "1.2", "1.3", "2.1", "3.1"]);
        assert_eq!(second.at("1.3"), Some(question(0, &[12]).decisions[0]));
        assert_eq!((second.at("1.4"), second.at("0.1")), (None, None));
        assert_eq!(second.places().question(question(3, &[]).item), Some(3));
    }
}
