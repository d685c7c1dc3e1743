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
        let in_themselves = on_circles(&by_id, |subject| subject.members.iter().collect());
        let of_themselves = on_circles(&by_id, |subject| subject.organisation.iter().collect());
        let mut seen = HashSet::new();
        let mut names: HashMap<String, &SubjectId> = HashMap::new();
        for subject in &self.subjects {
            if !seen.insert(&subject.id) {
                problems.push(SubjectProblem::DuplicateId(subject.id.clone()));
                continue;
            }
            check_names(subject, &mut names, &mut problems);
            check_members(subject, &by_id, &in_themselves, &mut problems);
            check_organisation(subject, &by_id, &of_themselves, &mut problems);
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
    in_themselves: &HashSet<&SubjectId>,
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
    if in_themselves.contains(&subject.id) {
        problems.push(SubjectProblem::Cycle(subject.id.clone()));
    }
}

fn check_organisation(
    subject: &Subject,
    by_id: &HashMap<&SubjectId, &Subject>,
    of_themselves: &HashSet<&SubjectId>,
    problems: &mut Vec<SubjectProblem>,
) {
    if of_themselves.contains(&subject.id) {
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

/// The subjects from which going on leads back to them. Every one and every step is looked at once:
/// Tarjan's strongly connected components, without recursion.
fn on_circles<'s>(
    by_id: &HashMap<&'s SubjectId, &'s Subject>,
    next: impl Fn(&'s Subject) -> Vec<&'s SubjectId>,
) -> HashSet<&'s SubjectId> {
    let mut circles = HashSet::new();
    let mut number: HashMap<&SubjectId, usize> = HashMap::new();
    let mut lowest: HashMap<&SubjectId, usize> = HashMap::new();
    let (mut open, mut is_open) = (Vec::new(), HashSet::new());
    for (start, subject) in by_id {
        if number.contains_key(start) {
            continue;
        }
        let mut way: Vec<(&SubjectId, Vec<&SubjectId>)> = Vec::new();
        let mut enter = Some((*start, next(subject)));
        loop {
            if let Some((id, ahead)) = enter.take() {
                let count = number.len();
                number.insert(id, count);
                lowest.insert(id, count);
                open.push(id);
                is_open.insert(id);
                way.push((id, ahead));
            }
            let Some((id, ahead)) = way.last_mut() else {
                break;
            };
            let id = *id;
            let low = lowest.get(id).copied().unwrap_or_default();
            if let Some(following) = ahead.pop() {
                if following == id {
                    circles.insert(id);
                } else if let Some(known) = number.get(following) {
                    if is_open.contains(following) {
                        lowest.insert(id, low.min(*known));
                    }
                } else if let Some(subject) = by_id.get(following) {
                    enter = Some((following, next(subject)));
                }
                continue;
            }
            way.pop();
            if let Some((above, _)) = way.last() {
                let of_above = lowest.get(above).copied().unwrap_or_default();
                lowest.insert(above, of_above.min(low));
            }
            if number.get(id) == Some(&low) {
                let from = open.iter().rposition(|known| *known == id).unwrap_or(0);
                let component = open.split_off(from);
                if component.len() > 1 {
                    circles.extend(component.iter().copied());
                }
                for closed in component {
                    is_open.remove(closed);
                }
            }
        }
    }
    circles
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
            ron::from_str(include_str!("../../store/embedded/subjects.ron")).unwrap();
        assert_eq!(subjects.problems(), []);
    }

    #[test]
    fn groups_of_groups_without_end_are_looked_at_once() {
        let group = |number: usize, members: &str| {
            format!(
                "(id: \"g{number}\", kind: Group, short: \"Г{number}\", full: \"Группа {number}\", members: [{members}]),"
            )
        };
        let chain: String = (0..20_000)
            .map(|number| group(number, &format!("\"g{}\"", number + 1)))
            .collect();
        let circle = group(20_000, "\"g19998\"");
        let text = format!("(format: 1, subjects: [{chain}{circle}])");
        let subjects: Subjects = ron::from_str(&text).unwrap();
        let found = subjects.problems();
        let circles = ["g19998", "g19999", "g20000"].map(|it| SubjectProblem::Cycle(id(it)));
        assert_eq!(found, circles);
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
