//! Names of the journal that no file knows.

use std::collections::BTreeMap;

use super::Workspace;
use crate::domain::subject::SubjectId;

impl Workspace {
    /// Ids of subjects that the journal names and neither the files nor the journal explain, each
    /// with how often it is named: somebody renamed or removed a subject, and papers and lists show
    /// the bare id, or nobody.
    pub fn unknown_subjects(&self) -> BTreeMap<SubjectId, usize> {
        let entries = self.ledger.entries().map(|entry| &entry.content);
        let of_entries = entries.flat_map(|content| {
            let others = content.controller.iter().chain(&content.speaker);
            content.executors.iter().chain(others)
        });
        let meetings = self.ledger.meetings().values();
        let of_meetings = meetings.flat_map(|meeting| {
            let speakers = meeting
                .agenda
                .iter()
                .filter_map(|line| line.speaker.as_ref());
            let present = meeting.attendance.iter().map(|(subject, _)| subject);
            speakers.chain(present)
        });
        let mut unknown = BTreeMap::new();
        for id in of_entries.chain(of_meetings) {
            if self.subject(id).is_none() {
                *unknown.entry(id.clone()).or_default() += 1;
            }
        }
        unknown
    }
}
