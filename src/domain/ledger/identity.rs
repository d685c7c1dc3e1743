//! Subjects under new ids: what the journal says of an id that the files know by another one now.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::agenda::AgendaLine;
use crate::domain::entry::EntryContent;
use crate::domain::operation::{Operation, Record};
use crate::domain::subject::SubjectId;

/// Which id is which subject now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Identities {
    now: BTreeMap<SubjectId, SubjectId>,
}

impl Identities {
    /// What these records say, which are in the order of the fold: of two words on one id the later
    /// one counts.
    pub(super) fn said_by<'r>(records: impl Iterator<Item = &'r Record>) -> Self {
        let said = records.filter_map(|record| match &record.op {
            Operation::IdentifySubject { unknown, subject } => {
                Some((unknown.clone(), subject.clone()))
            }
            _ => None,
        });
        Self {
            now: said.collect(),
        }
    }

    /// Who an id is now. One that was renamed twice is the last one; of a circle nobody is.
    fn resolve(&self, id: &SubjectId) -> SubjectId {
        let mut found = id;
        // As many steps as there are words lead to the end of any chain that has one.
        for _step in 0..=self.now.len() {
            match self.now.get(found) {
                Some(next) => found = next,
                None => return found.clone(),
            }
        }
        id.clone()
    }

    /// A record with everybody under the id of now.
    pub(super) fn of<'r>(&self, record: &'r Record) -> Cow<'r, Record> {
        if self.now.is_empty() {
            return Cow::Borrowed(record);
        }
        let mut record = record.clone();
        match &mut record.op {
            Operation::OpenMeeting { agenda } => {
                for line in agenda {
                    self.line(line);
                }
            }
            Operation::SetAttendance { subject, .. } | Operation::HandOver { subject, .. } => {
                self.put(subject);
            }
            Operation::AddItem { line } => self.line(line),
            Operation::SetItem { speaker, .. } => self.put_some(speaker),
            Operation::AskForItem { subject, .. } => self.put_some(subject),
            Operation::WriteEntry { content, .. } => self.content(Arc::make_mut(content)),
            Operation::WriteSubject { subject } => {
                for id in &mut subject.members {
                    self.put(id);
                }
                self.put_some(&mut subject.organisation);
            }
            _ => {}
        }
        Cow::Owned(record)
    }

    fn put(&self, id: &mut SubjectId) {
        *id = self.resolve(id);
    }

    fn put_some(&self, id: &mut Option<SubjectId>) {
        if let Some(id) = id {
            self.put(id);
        }
    }

    fn line(&self, line: &mut AgendaLine) {
        self.put_some(&mut line.speaker);
        self.put_some(&mut line.asked_by);
    }

    fn content(&self, content: &mut EntryContent) {
        let mut executors: Vec<SubjectId> = Vec::new();
        for id in &content.executors {
            let id = self.resolve(id);
            // Who was named under both ids is one.
            if !executors.contains(&id) {
                executors.push(id);
            }
        }
        content.executors = executors;
        self.put_some(&mut content.controller);
        self.put_some(&mut content.speaker);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> SubjectId {
        SubjectId(text.to_owned())
    }

    fn said(pairs: &[(&str, &str)]) -> Identities {
        let now = pairs.iter().map(|(old, new)| (id(old), id(new)));
        Identities { now: now.collect() }
    }

    #[test]
    fn an_id_that_was_renamed_twice_is_the_last_one_and_a_circle_is_nobody() {
        let identities = said(&[("a", "b"), ("b", "c"), ("x", "y"), ("y", "x"), ("z", "z")]);
        for (old, now) in [("a", "c"), ("b", "c"), ("c", "c"), ("x", "x"), ("z", "z")] {
            assert_eq!(identities.resolve(&id(old)), id(now), "{old}");
        }
    }
}
