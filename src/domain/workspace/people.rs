//! Who is who.

use super::super::subject::{Subject, SubjectId};
use super::Workspace;

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
