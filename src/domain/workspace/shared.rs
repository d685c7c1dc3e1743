//! The journal as it was folded: most of what is in memory, and so never there twice.

use std::sync::Arc;

use super::Workspace;
use super::kept::Kept;
use crate::domain::id::Id;
use crate::domain::ledger::Ledger;
use crate::domain::operation::WriterId;

impl Workspace {
    /// A copy for a thread of its own: what is large is shared, and answers that were kept stay here.
    #[must_use]
    pub fn apart(&self) -> Self {
        Self {
            documents: self.documents.clone(),
            first_texts: self.first_texts.clone(),
            given: self.given.clone(),
            as_of: self.as_of,
            excluded: self.excluded.clone(),
            spots: self.spots.clone(),
            settings: self.settings.clone(),
            calendar: self.calendar.clone(),
            known_subjects: self.known_subjects.clone(),
            subjects: self.subjects.clone(),
            ledger: Arc::clone(&self.ledger),
            views: self.views.clone(),
            considered: self.considered.clone(),
            kept: Kept::default(),
            revision: self.revision,
            texts_revision: self.texts_revision,
        }
    }

    /// The ledger.
    pub fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// The act that undo would take back: the last living one of a writer, looked for once.
    pub fn undo_target(&self, writer: &WriterId) -> Option<Id> {
        let find = || self.ledger.undo_target(writer);
        *self.kept.undo.of(writer.clone(), find)
    }

    /// The ledger by itself, to be joined with other documents or looked at on another thread. What
    /// is recorded meanwhile does not come into it.
    pub fn shared_ledger(&self) -> Arc<Ledger> {
        Arc::clone(&self.ledger)
    }
}
