//! The journal as it was folded: most of what is in memory, and so never there twice.

use std::sync::Arc;

use super::Workspace;
use super::kept::Kept;
use crate::domain::ledger::Ledger;

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
        }
    }

    /// The ledger by itself, to be joined with other documents or looked at on another thread. What
    /// is recorded meanwhile does not come into it.
    pub fn shared_ledger(&self) -> Arc<Ledger> {
        Arc::clone(&self.ledger)
    }
}
