//! Approved papers of an open state directory.

use std::path::PathBuf;

use super::{StateDirectory, StoreError};
use crate::domain::approved::{Frozen, Origin};
use crate::domain::date::Date;
use crate::domain::workspace::Workspace;
use crate::store::approved;

impl StateDirectory {
    /// The papers of a version as they were approved.
    pub fn approved(&self, workspace: &Workspace, date: Date, version: u32) -> Option<Frozen> {
        approved::read(
            self.file_system.as_ref(),
            &self.path,
            workspace,
            date,
            version,
        )
    }

    /// Puts the copies of a version where they are missing. What was only drawn anew is not kept:
    /// nobody approved it.
    pub fn keep_approved(
        &mut self,
        date: Date,
        version: u32,
        frozen: &Frozen,
    ) -> Result<(), StoreError> {
        self.may_write()?;
        if frozen.origin != Origin::Redrawn {
            approved::keep(self.file_system.as_ref(), &self.path, date, version, frozen)?;
        }
        Ok(())
    }

    /// Brings back every approved paper that is missing. The files that were written.
    pub fn restore_approved(&mut self, workspace: &Workspace) -> Result<Vec<PathBuf>, StoreError> {
        self.may_write()?;
        let file_system = self.file_system.as_ref();
        Ok(approved::restore(file_system, &self.path, workspace)?)
    }
}
