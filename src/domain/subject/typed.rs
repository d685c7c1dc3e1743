//! People as they are typed or stand in a list: «Иванова И.И., директор, ЦНППМ АСОУ».

use super::{Registry, Subject, SubjectId, SubjectKind};
use crate::domain::safe_text::SafeText;

/// A person with what is said of them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TypedPerson {
    /// «Иванова И.И.».
    pub name: String,
    /// The post; may be empty.
    pub post: String,
    /// The organisation; may be empty.
    pub organisation: String,
}

impl TypedPerson {
    /// Reads a line: name, post, organisation, apart by commas. An organisation may have commas of
    /// its own.
    pub fn read(line: &str) -> Self {
        let mut parts = line.trim().splitn(3, [',', '\t']).map(str::trim);
        let mut next = || parts.next().unwrap_or_default().to_owned();
        Self {
            name: next(),
            post: next(),
            organisation: next(),
        }
    }

    /// The subjects it adds to those that are known: the organisation where nobody bears its name
    /// yet, then the person; who is known already is not added. The last id is that of the person.
    pub fn subjects(
        &self,
        known: &Registry,
        id: &mut impl FnMut(&str) -> SubjectId,
    ) -> (Vec<Subject>, SubjectId) {
        if let Some(there) = known.find(&self.name) {
            return (Vec::new(), there.id.clone());
        }
        let mut new = Vec::new();
        let organisation = (!self.organisation.is_empty()).then(|| {
            known.find(&self.organisation).map_or_else(
                || {
                    let own = id(&self.organisation);
                    new.push(subject(
                        own.clone(),
                        SubjectKind::Organisation,
                        &self.organisation,
                        &self.organisation,
                        None,
                    ));
                    own
                },
                |there| there.id.clone(),
            )
        });
        let full = if self.post.is_empty() {
            self.name.clone()
        } else {
            format!("{}, {}", self.name, self.post)
        };
        let own = id(&self.name);
        let kind = SubjectKind::Person;
        new.push(Subject {
            post: (!self.post.is_empty()).then(|| SafeText::line(&self.post)),
            ..subject(own.clone(), kind, &self.name, &full, organisation)
        });
        (new, own)
    }
}

fn subject(
    id: SubjectId,
    kind: SubjectKind,
    short: &str,
    full: &str,
    organisation: Option<SubjectId>,
) -> Subject {
    Subject {
        id,
        kind,
        short: SafeText::line(short),
        full: SafeText::line(full),
        aliases: Vec::new(),
        members: Vec::new(),
        organisation,
        dative: None,
        email: None,
        post: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_person_with_post_and_organisation() {
        let read = TypedPerson::read("Иванова И.И., директор,  Школа № 1, дошкольное отделение ");
        assert_eq!(read.name, "Иванова И.И.");
        assert_eq!(read.post, "директор");
        assert_eq!(read.organisation, "Школа № 1, дошкольное отделение");
        let mut number = 0;
        let mut id = |_: &str| {
            number += 1;
            SubjectId(format!("s-{number}"))
        };
        let (new, own) = read.subjects(&Registry::default(), &mut id);
        assert_eq!(new.len(), 2);
        assert_eq!(own, SubjectId("s-2".into()));
        assert_eq!(new[1].organisation, Some(SubjectId("s-1".into())));
        let mut registry = Registry::default();
        for one in new {
            registry.put(one);
        }
        let (again, same) = read.subjects(&registry, &mut id);
        assert!(again.is_empty());
        assert_eq!(same, own);
    }
}
