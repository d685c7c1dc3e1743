//! Activities that go on in another document.

use super::super::agenda::ItemKey;
use super::super::date::Date;
use super::super::document::{ActivityKey, DocumentKey};
use super::super::id::Id;
use super::super::operation::Record;
use super::Ledger;

/// An activity whose open matters were handed to one of another document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CarriedOver {
    /// The activity that goes on with them.
    pub to: ActivityKey,
    /// The document that has it.
    pub document: DocumentKey,
    /// The day from which it counts.
    pub day: Date,
    /// The act.
    pub act: Id,
}

impl Ledger {
    pub(super) fn carry_over(
        &mut self,
        document: DocumentKey,
        activities: &[(ActivityKey, ActivityKey)],
        record: &Record,
    ) {
        for (from, to) in activities.iter().filter(|(from, to)| from != to) {
            let carried = CarriedOver {
                to: *to,
                document,
                day: record.day,
                act: record.act,
            };
            self.carried_over.insert(*from, carried);
        }
    }

    /// Where the matters of an activity have gone by a day; `None` while they are its own.
    pub fn carried_over(&self, activity: ActivityKey, day: Date) -> Option<&CarriedOver> {
        self.carried_over.get(&activity).filter(|it| it.day <= day)
    }

    /// The activities whose matters an activity has taken over by a day.
    pub fn carried_from(&self, activity: ActivityKey, day: Date) -> Vec<ActivityKey> {
        let all = self.carried_over.iter();
        let own = all.filter(|(_, it)| it.to == activity && it.day <= day);
        own.map(|(from, _)| *from).collect()
    }

    /// The item that answers for an item on a day, through as many documents as it went.
    pub fn item_on(&self, item: ItemKey, day: Date) -> ItemKey {
        let mut now = item;
        // As many steps as there are words lead to the end of any chain that has one.
        for _step in 0..=self.carried_over.len() {
            let ItemKey::Activity(activity) = now else {
                return now;
            };
            match self.carried_over(activity, day) {
                Some(next) => now = ItemKey::Activity(next.to),
                None => return now,
            }
        }
        item
    }
}
