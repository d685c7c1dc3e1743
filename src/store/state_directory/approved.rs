//! Approved papers of an open state directory.

use std::path::PathBuf;

use super::{StateDirectory, StoreError};
use crate::domain::approved::{ApprovedKind, Frozen, Origin};
use crate::domain::date::Date;
use crate::domain::meeting::Meeting;
use crate::domain::workspace::Workspace;
use crate::store::approved::{self, Stale, current_name, stale};
use crate::store::document::{Written, read_text};
use crate::store::state_directory::OnForeign;

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

    /// Has the files people look at follow the journal after somebody else changed it: a merge of
    /// what two machines approved, a draft of before, an earlier version are written over with
    /// what holds now. What a person may have changed stays, and [`approved::findings`] tells of
    /// it; so does what is missing. The files that were written.
    pub fn follow_approved(&mut self, workspace: &Workspace) -> Result<Vec<Written>, StoreError> {
        self.may_write()?;
        let mut written = Vec::new();
        for meeting in workspace.ledger().meetings().values() {
            written.extend(self.follow_meeting(workspace, meeting)?);
        }
        Ok(written)
    }

    fn follow_meeting(
        &mut self,
        workspace: &Workspace,
        meeting: &Meeting,
    ) -> Result<Vec<Written>, StoreError> {
        let date = meeting.date;
        let holds = workspace.version_that_holds(date);
        if let Some(known) = holds.and_then(|version| workspace.version(date, version))
            && let Some(digests) = &known.approved
            && ApprovedKind::ALL.iter().all(|kind| {
                let path = self.path.join(current_name(*kind, date));
                approved::is_approved(self.file_system.as_ref(), &path, digests.digest(*kind))
            })
        {
            return Ok(Vec::new());
        }
        // The number a paper has in itself is that of the machine that approved it.
        let versions: Vec<(u32, Frozen)> = (1..=meeting.version)
            .filter_map(|version| Some((version, self.approved(workspace, date, version)?)))
            .collect();
        let drawn = workspace.drawn(date);
        let holding = match holds {
            Some(holds) => versions
                .iter()
                .find(|(version, it)| *version == holds && it.origin == Origin::Proved)
                .map(|(_, frozen)| frozen),
            None => drawn.as_ref(),
        };
        let Some(holding) = holding else {
            return Ok(Vec::new());
        };
        let mut written = Vec::new();
        for kind in ApprovedKind::ALL {
            let name = current_name(kind, date);
            let Ok((found, _)) = read_text(self.file_system.as_ref(), &self.path.join(&name))
            else {
                continue;
            };
            if found.replace("\r\n", "\n") == holding.text(kind) {
                continue;
            }
            let known: Vec<&str> = versions
                .iter()
                .map(|(_, frozen)| frozen)
                .chain(&drawn)
                .map(|frozen| frozen.text(kind))
                .collect();
            match stale(kind, &found, &known) {
                // A draft that is behind is written with the next act.
                Some(Stale::Draft) if holds.is_none() => continue,
                Some(Stale::Known) if holds.is_none() && known.contains(&found.as_str()) => {
                    continue;
                }
                Some(Stale::Known) => {
                    self.recognise(&name, &found);
                }
                Some(Stale::Draft | Stale::Unreadable) => {}
                None => continue,
            }
            written.push(self.write_document(&name, holding.text(kind), OnForeign::KeepCopy)?);
        }
        Ok(written)
    }
}
