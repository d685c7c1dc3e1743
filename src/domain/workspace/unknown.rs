//! Names of the journal that no file knows.

use std::collections::BTreeMap;

use super::Workspace;
use crate::domain::ledger::Ledger;
use crate::domain::subject::SubjectId;

impl Ledger {
    /// Ids of subjects that what is recorded names, each with how often it is named.
    pub fn named_subjects(&self) -> BTreeMap<SubjectId, usize> {
        let entries = self.entries().map(|entry| &entry.content);
        let of_entries = entries.flat_map(|content| {
            let others = content.controller.iter().chain(&content.speaker);
            content.executors.iter().chain(others)
        });
        let of_meetings = self.meetings().values().flat_map(|meeting| {
            let speakers = meeting
                .agenda
                .iter()
                .filter_map(|line| line.speaker.as_ref());
            let present = meeting.attendance.iter().map(|(subject, _)| subject);
            speakers.chain(present)
        });
        let mut named = BTreeMap::new();
        for id in of_entries.chain(of_meetings) {
            *named.entry(id.clone()).or_default() += 1;
        }
        named
    }
}

impl Workspace {
    /// Ids of subjects that the journal names and neither the files nor the journal explain, each
    /// with how often it is named: somebody renamed or removed a subject, and papers and lists show
    /// the bare id, or nobody.
    pub fn unknown_subjects(&self) -> BTreeMap<SubjectId, usize> {
        let mut named = self.ledger.named_subjects();
        named.retain(|id, _| self.subject(id).is_none());
        named
    }
}
