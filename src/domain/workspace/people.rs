//! Who is who.

use super::super::subject::{Mention, Subject, SubjectId};
use super::{ActivityView, Workspace};

impl ActivityView {
    /// Who carries the activity out, the first named before all others: see
    /// [`Activity::carried_out_by`](super::super::document::Activity::carried_out_by).
    pub fn carried_out_by(&self) -> &[Mention] {
        if self.executors.is_empty() {
            &self.responsible
        } else {
            &self.executors
        }
    }
}

impl Workspace {
    /// The short name of a subject, or its id when it is unknown.
    pub fn short_name<'a>(&'a self, id: &'a SubjectId) -> &'a str {
        self.subjects
            .get(id)
            .map_or(id.0.as_str(), |subject| subject.short.as_str())
    }

    /// A subject by id.
    pub fn subject(&self, id: &SubjectId) -> Option<&Subject> {
        self.subjects.get(id)
    }
}
