//! The journal as it was folded, for others than the workspace it is joined with.

use super::Workspace;
use crate::domain::ledger::Ledger;

impl Workspace {
    /// The ledger by itself, to be joined with other documents.
    pub fn into_ledger(self) -> Ledger {
        self.ledger
    }
}
