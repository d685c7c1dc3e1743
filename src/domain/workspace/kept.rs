//! What was derived is kept until something changes: a frame asks the same question several times,
//! and every key asks it again.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use super::super::agenda::{ItemKey, Proposal};
use super::super::date::Date;
use super::super::document::{ActivityKey, DocumentKey};
use super::super::id::Id;
use super::super::operation::WriterId;
use super::super::quick::QuickMap;
use super::super::safe_text::SafeText;
use super::super::weight::Weight;
use super::super::workspace::{Assignments, Duties, Groups, Numbers};
use super::agenda::OwnLines;
use super::beginning::Point;
use super::documents::Sizes;
use super::event::{Event, Gatherings, InvitedBody};
use super::numbers::Tally;
use super::on_control::Carried;
use super::outline::{Node, Outline};
use super::said::Said;
use super::standing::Standing;
use super::weight::{Indicators, Scale};

/// How many answers to one question are kept: today, the day of the meeting, the days beside it.
const MOST: usize = 4;

/// The last answers to a question; all are forgotten when what they came from changes.
#[derive(Debug)]
pub(super) struct Few<K, V>(Mutex<Vec<(K, Arc<V>)>>);

impl<K: PartialEq, V> Few<K, V> {
    /// The answer that is kept, else the one that is derived now.
    pub(super) fn of(&self, key: K, derive: impl FnOnce() -> V) -> Arc<V> {
        if let Some(value) = self.known(&key) {
            return value;
        }
        // Derived without the lock: one question may ask another.
        let value = Arc::new(derive());
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.truncate(MOST - 1);
        all.insert(0, (key, Arc::clone(&value)));
        value
    }

    /// The answer that is kept, if it is.
    pub(super) fn known(&self, key: &K) -> Option<Arc<V>> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = all.iter().find(|(known, _)| known == key);
        found.map(|(_, value)| Arc::clone(value))
    }
}

impl<K, V: Clone> Few<K, V> {
    /// Brings the answers that are kept up to date.
    pub(super) fn repair(&mut self, mut repair: impl FnMut(&K, &mut V)) {
        let all = self.0.get_mut().unwrap_or_else(PoisonError::into_inner);
        for (key, value) in all {
            repair(key, Arc::make_mut(value));
        }
    }
}

impl<K, V> Default for Few<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Clone, V> Clone for Few<K, V> {
    fn clone(&self) -> Self {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Self(Mutex::new(all.clone()))
    }
}

/// The answers to a question about many things, each found when it is first asked.
#[derive(Debug)]
pub(super) struct Each<K, V>(Mutex<QuickMap<K, V>>);

impl<K: Eq + Hash, V: Clone> Each<K, V> {
    /// The answer that is kept, else the one that is derived now.
    pub(super) fn of(&self, key: K, derive: impl FnOnce() -> V) -> V {
        let all = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(value) = all().get(&key) {
            return value.clone();
        }
        // Derived without the lock: one question may ask another.
        let value = derive();
        all().insert(key, value.clone());
        value
    }

    /// Forgets the answer about one thing.
    pub(super) fn forget(&mut self, key: &K) {
        let all = self.0.get_mut().unwrap_or_else(PoisonError::into_inner);
        all.remove(key);
    }

    /// Forgets the answers about all other things.
    fn keep(&mut self, is_kept: impl Fn(&K) -> bool) {
        let all = self.0.get_mut().unwrap_or_else(PoisonError::into_inner);
        all.retain(|key, _| is_kept(key));
    }
}

impl<K: Eq + Hash, V: Clone + Default> Each<K, V> {
    /// The answer that is kept, brought up to date; what does so asks nothing else.
    pub(super) fn repaired(&self, key: K, repair: impl FnOnce(&mut V)) -> V {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let value = all.entry(key).or_default();
        repair(value);
        value.clone()
    }
}

impl<K, V> Default for Each<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Clone, V: Clone> Clone for Each<K, V> {
    fn clone(&self) -> Self {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Self(Mutex::new(all.clone()))
    }
}

/// All that is kept. Everything in it follows from the documents and the journal.
#[derive(Clone, Debug, Default)]
pub(super) struct Kept {
    pub(super) assignments: Few<Date, Assignments>,
    /// By day, groups, and whose control alone.
    pub(super) duties: Few<(Date, Groups, Option<SafeText>), Duties>,
    pub(super) proposals: Few<Date, Proposal>,
    /// What the lines of an agenda are weighed by, and the weight of each that was asked about.
    pub(super) scales: Few<Date, Scale>,
    pub(super) weights: Each<(Date, ItemKey), Weight>,
    /// The lines activities have on the agenda of a day for themselves.
    pub(super) own_lines: Few<Date, OwnLines>,
    pub(super) meeting_days: Few<(), Vec<Date>>,
    pub(super) sizes: Few<(), Sizes>,
    /// How far what stands under a line of the tree is.
    pub(super) tallies: Each<(Date, Node), Tally>,
    /// How far each activity is carried out that was asked about.
    pub(super) points: Each<(Date, ActivityKey), Carried>,
    /// How far a document is carried out.
    pub(super) carried: Each<(Date, DocumentKey), Carried>,
    /// Of the texts alone.
    pub(super) outline: Few<(), Outline>,
    pub(super) events: Each<ActivityKey, Option<Event>>,
    /// Who is invited to each event.
    pub(super) invited: Each<ActivityKey, Arc<[InvitedBody]>>,
    /// Where each activity stands that was asked about on a day, and what of it is owed.
    pub(super) standings: Each<(Date, ActivityKey), Option<Standing>>,
    pub(super) owed: Each<(Date, ActivityKey), Option<Standing>>,
    pub(super) numbers: Few<Date, Numbers>,
    /// The events among the activities.
    pub(super) gatherings: Few<(), Gatherings>,
    pub(super) indicators: Few<(), BTreeMap<DocumentKey, Indicators>>,
    /// The indicator each activity serves that was asked about.
    pub(super) served: Each<ActivityKey, Option<u8>>,
    pub(super) before_record: Few<Date, Vec<Point>>,
    /// What undo would take back, of each writer.
    pub(super) undo: Few<WriterId, Option<Id>>,
    /// Where the marks of each activity are.
    pub(super) said: Each<ActivityKey, Arc<Said>>,
    /// The days on which what was written of an item is news, in their order.
    pub(super) news: Each<ItemKey, Arc<[Date]>>,
}

impl Kept {
    /// Forgets what does not follow from the texts alone.
    pub(super) fn keep_of_texts(&mut self) {
        let before = std::mem::take(self);
        self.indicators = before.indicators;
        self.served = before.served;
        self.gatherings = before.gatherings;
        self.outline = before.outline;
    }

    /// Forgets what an act may have changed that changes no text. `touched` are the activities
    /// something was said of, of an act that changes nothing for any other; nothing of one that does.
    pub(super) fn outlast(&mut self, touched: Option<&BTreeSet<ActivityKey>>) {
        let said = std::mem::take(&mut self.said);
        let news = std::mem::take(&mut self.news);
        let mut standings = std::mem::take(&mut self.standings);
        let mut owed = std::mem::take(&mut self.owed);
        let mut points = std::mem::take(&mut self.points);
        let own_lines = std::mem::take(&mut self.own_lines);
        self.keep_of_texts();
        (self.said, self.news) = (said, news);
        let Some(touched) = touched else { return };
        let is_kept = |(_, activity): &(Date, ActivityKey)| !touched.contains(activity);
        standings.keep(is_kept);
        owed.keep(is_kept);
        points.keep(is_kept);
        (self.standings, self.owed, self.points) = (standings, owed, points);
        // To be repaired.
        self.own_lines = own_lines;
    }
}

#[cfg(test)]
mod tests;
