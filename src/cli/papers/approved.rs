//! The approved versions papers are drawn from.

use std::collections::BTreeSet;

use super::super::output::message;
use crate::domain::approved::{Frozen, Origin};
use crate::domain::date::Date;
use crate::domain::workspace::Workspace;
use crate::locale::Texts;
use crate::paper::{Approved, Request};
use crate::store::state_directory::StateDirectory;

/// Reads approved versions, each once, and says of which nobody can tell what was approved.
pub(super) struct ApprovedReader<'a> {
    pub(super) directory: &'a StateDirectory,
    pub(super) workspace: &'a Workspace,
    pub(super) texts: &'a Texts,
    pub(super) read: Approved,
    pub(super) unproved: BTreeSet<(Date, u32)>,
}

impl ApprovedReader<'_> {
    pub(super) fn read_for(&mut self, request: &Request) {
        for (date, version) in Approved::needed(request, self.workspace) {
            if !self.read.knows(date, version) {
                let frozen = self.directory.approved(self.workspace, date, version);
                if let Some(frozen) = &frozen {
                    self.tell(date, version, frozen);
                }
                self.read.put(date, version, frozen);
            }
        }
    }

    fn tell(&mut self, date: Date, version: u32, frozen: &Frozen) {
        let id = match frozen.origin {
            Origin::Proved => return,
            Origin::Taken if frozen.minutes.look.is_some() => return,
            Origin::Taken => "papers-taken",
            Origin::Redrawn => "papers-redrawn",
        };
        if self.unproved.insert((date, version)) {
            let day = self.texts.date_full(date);
            let said = [("date", day.into()), ("version", version.into())];
            message(&self.texts.with(id, &said));
        }
    }
}
