//! What an act changes: the rest of what was derived outlasts it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::super::id::Id;
use super::super::operation::{Operation, Record};
use super::{Workspace, next_revision};

/// An undo, its redo, and so on: a longer chain, or one that bites its tail, is not followed.
const LONGEST_CHAIN: u8 = 4;

impl Workspace {
    /// Takes in recorded operations.
    pub fn apply(&mut self, records: impl IntoIterator<Item = Record>) {
        let records: Vec<Record> = records.into_iter().collect();
        let mut clock = self.ledger.clock();
        let (mut views_change, mut meetings_change) = (false, false);
        let (mut meetings, mut activities) = (BTreeSet::new(), BTreeSet::new());
        let begins = self.ledger.begins();
        let stays = records.iter().all(|record| are_words(&record.op));
        for record in &records {
            let late = record.clock <= clock;
            clock = record.clock;
            // What comes late is folded in between, and may change anything.
            views_change |= late || self.changes_views(&record.op);
            meetings_change |= !self.stays_within_its_meeting(&record.op);
            meetings.extend(record.meeting);
            for item in self.items_with_news(record) {
                self.kept.news.forget(&item);
                activities.extend(self.item_activity(item));
            }
            activities.extend(record.op.marked());
        }
        let is_folded_anew = Arc::make_mut(&mut self.ledger).extend(records);
        // Then marks are where they were said, which may not be where editions put them.
        views_change |= is_folded_anew && !self.ledger.points_are_settled(self.as_of);
        self.revision = next_revision();
        if views_change {
            self.derive();
            return;
        }
        if is_folded_anew {
            self.kept.keep_of_texts();
            self.consider_all();
            return;
        }
        let stays = stays && self.ledger.begins() == begins;
        self.kept.outlast(stays.then_some(&activities));
        if meetings_change {
            self.consider_all();
        } else {
            for date in meetings {
                self.consider(date);
            }
        }
        self.repair_own_lines(&activities);
    }

    /// Whether an operation changes texts, deadlines or people.
    fn changes_views(&self, op: &Operation) -> bool {
        match op {
            Operation::Retract { act } => !self.takes_back_words(*act, LONGEST_CHAIN),
            Operation::WriteSubject { .. }
            | Operation::IdentifySubject { .. }
            | Operation::CorrectReading { .. }
            | Operation::AdoptEdition { .. }
            | Operation::AmendDocument { .. } => true,
            _ => false,
        }
    }

    /// Whether an act is of words alone, or takes back one that is, and so on.
    fn takes_back_words(&self, act: Id, chain: u8) -> bool {
        let mut records = self.ledger.act(act);
        records.all(|record| match record.op {
            Operation::Retract { act } => chain > 0 && self.takes_back_words(act, chain - 1),
            _ => are_words(&record.op),
        })
    }

    /// Whether an operation changes what was dealt with at the meeting it was done in at most, and
    /// at no other. Another text for an entry may be one of an earlier meeting.
    fn stays_within_its_meeting(&self, op: &Operation) -> bool {
        match op {
            Operation::WriteEntry { entry, .. } => self.ledger.entry(*entry).is_none(),
            Operation::DeleteEntry { .. }
            | Operation::MoveEntry { .. }
            | Operation::SetControl { .. }
            | Operation::SettleControl { .. } => false,
            _ => are_words(op),
        }
    }
}

/// Whether an operation says something of its items and changes nothing for any other: how
/// activities stand, and what they have to do with an agenda, is the same for all but those.
fn are_words(op: &Operation) -> bool {
    matches!(
        op,
        Operation::Mark { .. }
            | Operation::WriteEntry { .. }
            | Operation::DeleteEntry { .. }
            | Operation::MoveEntry { .. }
            | Operation::SetControl { .. }
            | Operation::SettleControl { .. }
            | Operation::SetAttendance { .. }
            | Operation::AddItem { .. }
            | Operation::DropItem { .. }
            | Operation::MoveItem { .. }
            | Operation::AskForItem { .. }
            | Operation::SetItem { .. }
            | Operation::HandOver { .. }
    )
}
