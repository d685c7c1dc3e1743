//! What can be wrong with the subjects of a file that its form does not catch.

use std::collections::{HashMap, HashSet};

use super::{Subject, SubjectId, SubjectKind, Subjects};
use crate::domain::fold::fold_name;
use crate::domain::safe_text::SafeText;

/// The longest id: ids stand in file names and on command lines.
const MAX_ID: usize = 64;

/// One fault of the subjects. A file with faults can still be used.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SubjectProblem {
    /// Two subjects have one id; only the first is found.
    #[error("the id {0} stands twice")]
    DuplicateId(SubjectId),
    /// An id is not made of Latin letters, digits and `-` only, or is empty or too long.
    #[error("«{0}» is no id: Latin letters, digits and - are allowed, 64 of them at most")]
    BadId(SubjectId),
    /// A subject has no short or no full name.
    #[error("{0} has no name")]
    Nameless(SubjectId),
    /// Two subjects answer to one name; it finds the first.
    #[error("{first} and {second} are both called «{name}»")]
    NameTaken {
        /// The name.
        name: SafeText,
        /// Whom it finds.
        first: SubjectId,
        /// Whom it does not find.
        second: SubjectId,
    },
    /// A group names a member that is not in the file.
    #[error("{group} has a member {member} that is not there")]
    UnknownMember {
        /// The group.
        group: SubjectId,
        /// The missing member.
        member: SubjectId,
    },
    /// Something that is no group has members.
    #[error("{0} is no group but has members")]
    MembersWithoutGroup(SubjectId),
    /// A group is a member of itself, directly or through other groups.
    #[error("{0} contains itself")]
    Cycle(SubjectId),
    /// The body somebody belongs to is not in the file.
    #[error("{subject} belongs to {organisation} that is not there")]
    UnknownOrganisation {
        /// Who belongs.
        subject: SubjectId,
        /// The missing body.
        organisation: SubjectId,
    },
    /// Going from a subject to the body it belongs to, and on, leads back to it.
    #[error("{0} belongs to itself")]
    BelongsToItself(SubjectId),
}

impl Subjects {
    /// Everything that is wrong with the subjects, in the file's sequence; empty when nothing is.
    pub fn problems(&self) -> Vec<SubjectProblem> {
        let mut problems = Vec::new();
        let mut by_id: HashMap<&SubjectId, &Subject> = HashMap::new();
        for subject in &self.subjects {
            by_id.entry(&subject.id).or_insert(subject);
        }
        let mut seen = HashSet::new();
        let mut names: HashMap<String, &SubjectId> = HashMap::new();
        for subject in &self.subjects {
            if !seen.insert(&subject.id) {
                problems.push(SubjectProblem::DuplicateId(subject.id.clone()));
                continue;
            }
            check_names(subject, &mut names, &mut problems);
            check_members(subject, &by_id, &mut problems);
            check_organisation(subject, &by_id, &mut problems);
        }
        problems
    }
}

fn check_names<'a>(
    subject: &'a Subject,
    names: &mut HashMap<String, &'a SubjectId>,
    problems: &mut Vec<SubjectProblem>,
) {
    let id = &subject.id;
    let is_plain =
        id.0.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if !is_plain || id.0.is_empty() || id.0.len() > MAX_ID {
        problems.push(SubjectProblem::BadId(id.clone()));
    }
    if subject.names().any(|name| name.trim().is_empty()) {
        problems.push(SubjectProblem::Nameless(id.clone()));
        return;
    }
    for name in subject.names() {
        let first = *names.entry(fold_name(name)).or_insert(id);
        if first != id {
            problems.push(SubjectProblem::NameTaken {
                name: name.clone(),
                first: first.clone(),
                second: id.clone(),
            });
        }
    }
}

fn check_members(
    subject: &Subject,
    by_id: &HashMap<&SubjectId, &Subject>,
    problems: &mut Vec<SubjectProblem>,
) {
    if subject.kind != SubjectKind::Group && !subject.members.is_empty() {
        problems.push(SubjectProblem::MembersWithoutGroup(subject.id.clone()));
    }
    for member in &subject.members {
        if !by_id.contains_key(member) {
            problems.push(SubjectProblem::UnknownMember {
                group: subject.id.clone(),
                member: member.clone(),
            });
        }
    }
    let mut within = HashSet::new();
    let mut ahead: Vec<&SubjectId> = subject.members.iter().collect();
    while let Some(member) = ahead.pop() {
        if within.insert(member)
            && let Some(member) = by_id.get(member)
        {
            ahead.extend(&member.members);
        }
    }
    if within.contains(&subject.id) {
        problems.push(SubjectProblem::Cycle(subject.id.clone()));
    }
}

fn check_organisation(
    subject: &Subject,
    by_id: &HashMap<&SubjectId, &Subject>,
    problems: &mut Vec<SubjectProblem>,
) {
    let mut above = HashSet::new();
    let mut next = subject.organisation.as_ref();
    while let Some(organisation) = next.filter(|organisation| above.insert(*organisation)) {
        next = by_id
            .get(organisation)
            .and_then(|found| found.organisation.as_ref());
    }
    if above.contains(&subject.id) {
        problems.push(SubjectProblem::BelongsToItself(subject.id.clone()));
    }
    if let Some(organisation) = &subject.organisation
        && !by_id.contains_key(organisation)
    {
        problems.push(SubjectProblem::UnknownOrganisation {
            subject: subject.id.clone(),
            organisation: organisation.clone(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(text: &str) -> SubjectId {
        SubjectId(text.to_owned())
    }

    #[test]
    fn the_subjects_of_the_order_have_no_faults() {
        let subjects: Subjects =
            ron::from_str(include_str!("../../../state/subjects.ron")).unwrap();
        assert_eq!(subjects.problems(), []);
    }

    #[test]
    fn every_fault_is_named() {
        let subjects: Subjects = ron::from_str(
            r#"(format: 1, subjects: [
                (id: "a", kind: Group, short: "А", full: "А", members: ["b", "x"]),
                (id: "b", kind: Group, short: "Б", full: "Б", members: ["a"]),
                (id: "a", kind: Person, short: "В", full: "В"),
                (id: "d", kind: Person, short: "а", full: "Г", members: ["b"]),
                (id: "у", kind: Position, short: "", full: "Д", organisation: Some("y")),
                (id: "f", kind: Organisation, short: "Е", full: "Е", organisation: Some("f")),
            ])"#,
        )
        .unwrap();
        assert_eq!(
            subjects.problems(),
            [
                SubjectProblem::UnknownMember {
                    group: id("a"),
                    member: id("x")
                },
                SubjectProblem::Cycle(id("a")),
                SubjectProblem::Cycle(id("b")),
                SubjectProblem::DuplicateId(id("a")),
                SubjectProblem::NameTaken {
                    name: SafeText::new("а"),
                    first: id("a"),
                    second: id("d")
                },
                SubjectProblem::MembersWithoutGroup(id("d")),
                SubjectProblem::BadId(id("у")),
                SubjectProblem::Nameless(id("у")),
                SubjectProblem::UnknownOrganisation {
                    subject: id("у"),
                    organisation: id("y")
                },
                SubjectProblem::BelongsToItself(id("f")),
            ]
        );
    }
}
