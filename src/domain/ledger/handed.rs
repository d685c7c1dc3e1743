//! What is on record of papers on their way.

use super::super::date::Date;
use super::super::dispatch::{Handed, Receipt};
use super::super::operation::Record;
use super::super::subject::SubjectId;
use super::Ledger;

impl Ledger {
    /// Takes in how far the papers of a meeting have come to a subject.
    pub(super) fn hand_over(
        &mut self,
        of: (Date, SubjectId),
        receipt: Option<Receipt>,
        record: &Record,
    ) {
        let Some(receipt) = receipt else {
            self.handed.remove(&of);
            return;
        };
        let before = self.handed.get(&of).map(|it| it.handed);
        let is_confirmed = receipt == Receipt::Confirmed;
        let handed = Handed {
            // What is confirmed came before it, whether that was said or not.
            handed: before.filter(|_| is_confirmed).unwrap_or(record.day),
            confirmed: is_confirmed.then_some(record.day),
            act: record.act,
        };
        self.handed.insert(of, handed);
    }
}
