//! The journal as it was folded: most of what is in memory, and so never there twice.

use std::sync::Arc;

use super::Workspace;
use crate::domain::ledger::Ledger;

impl Workspace {
    /// The ledger by itself, to be joined with other documents or looked at on another thread. What
    /// is recorded meanwhile does not come into it.
    pub fn shared_ledger(&self) -> Arc<Ledger> {
        Arc::clone(&self.ledger)
    }
}
