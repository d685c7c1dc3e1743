//! Entries of the minutes: written, rewritten, removed, moved.

use std::sync::Arc;

use super::super::agenda::ItemKey;
use super::super::entry::EntryContent;
use super::super::id::Id;
use super::super::operation::Record;
use super::super::origin::Origin;
use super::{Entry, Ledger};

impl Ledger {
    pub(super) fn write_entry(
        &mut self,
        id: Id,
        item: ItemKey,
        record: &Record,
        content: &Arc<EntryContent>,
    ) {
        if let Some(known) = self.entries.get_mut(&id) {
            known.content = Arc::clone(content);
            return;
        }
        let entry = Entry {
            id,
            origin: Origin::of(record),
            item,
            content: Arc::clone(content),
        };
        self.spoken.entry(&entry);
        self.entries.insert(id, entry);
        self.order
            .entry((record.meeting, item))
            .or_default()
            .push(id);
    }

    pub(super) fn delete_entry(&mut self, id: Id) {
        let Some(entry) = self.entries.remove(&id) else {
            return;
        };
        self.spoken.no_entry(&entry);
        if let Some(order) = self.order.get_mut(&(entry.meeting(), entry.item)) {
            order.retain(|known| *known != id);
        }
    }

    pub(super) fn move_entry(&mut self, id: Id, to: usize) {
        let Some(entry) = self.entries.get(&id) else {
            return;
        };
        if let Some(order) = self.order.get_mut(&(entry.meeting(), entry.item)) {
            order.retain(|known| *known != id);
            order.insert(to.min(order.len()), id);
        }
    }
}
