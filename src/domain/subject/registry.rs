//! All subjects at hand: found by id or by any of their names, groups expanded.

use std::collections::HashSet;

use super::{Subject, SubjectId, SubjectKind, Subjects};
use crate::domain::fold::{fold_initials, fold_name};
use crate::domain::quick::QuickMap;

/// The subjects of the file and those added since, ready to be looked up.
///
/// Made from a file with faults it still works: of two subjects with one id or one name the
/// first is found. [`Subjects::problems`] tells what is wrong.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Registry {
    subjects: Vec<Subject>,
    by_id: QuickMap<SubjectId, usize>,
    /// Folded names.
    by_name: QuickMap<String, usize>,
    /// Names folded with their initials.
    by_initials: QuickMap<String, usize>,
}

impl From<Subjects> for Registry {
    fn from(document: Subjects) -> Self {
        let mut registry = Self::default();
        for subject in document.subjects {
            if !registry.by_id.contains_key(&subject.id) {
                registry.append(subject);
            }
        }
        registry
    }
}

impl Registry {
    /// The subject with this id.
    pub fn get(&self, id: &SubjectId) -> Option<&Subject> {
        self.subjects.get(*self.by_id.get(id)?)
    }

    /// The subject that answers to this name; case, «ё», quotation marks, dashes, the number of
    /// spaces and how initials are written do not matter.
    pub fn find(&self, name: &str) -> Option<&Subject> {
        let place = self
            .by_name
            .get(&fold_name(name))
            .or_else(|| self.by_initials.get(&fold_initials(name)))?;
        self.subjects.get(*place)
    }

    /// All subjects: those of the file in its sequence, then those added.
    pub fn iter(&self) -> impl Iterator<Item = &Subject> {
        self.subjects.iter()
    }

    /// Adds a subject, or puts it in the place of the one with its id.
    pub fn put(&mut self, subject: Subject) {
        let known = self.by_id.get(&subject.id).copied();
        if let Some(place) = known.and_then(|place| self.subjects.get_mut(place)) {
            *place = subject;
            self.by_name.clear();
            self.by_initials.clear();
            for place in 0..self.subjects.len() {
                self.enter_names(place);
            }
        } else {
            self.append(subject);
        }
    }

    /// The members of a group, those of groups within it included: each once, in sequence.
    ///
    /// What is no group, a group the order names no members of, and an id nobody has stand for
    /// themselves, so that nothing owed is lost.
    pub fn expand(&self, id: &SubjectId) -> Vec<SubjectId> {
        let mut seen = HashSet::new();
        let mut members = Vec::new();
        let mut ahead = vec![id];
        while let Some(id) = ahead.pop() {
            if !seen.insert(id) {
                continue;
            }
            match self.get(id) {
                Some(group) if group.kind == SubjectKind::Group && !group.members.is_empty() => {
                    ahead.extend(group.members.iter().rev());
                }
                _ => members.push(id.clone()),
            }
        }
        members
    }

    /// The groups a subject is a member of, directly or through another group, in sequence.
    pub fn groups_of(&self, id: &SubjectId) -> Vec<&Subject> {
        let mut holders: HashSet<&SubjectId> = HashSet::from([id]);
        loop {
            let before = holders.len();
            for subject in self.iter().filter(|one| one.kind == SubjectKind::Group) {
                if subject
                    .members
                    .iter()
                    .any(|member| holders.contains(member))
                {
                    holders.insert(&subject.id);
                }
            }
            if holders.len() == before {
                break;
            }
        }
        self.iter()
            .filter(|subject| subject.id != *id && holders.contains(&subject.id))
            .collect()
    }

    fn append(&mut self, subject: Subject) {
        let place = self.subjects.len();
        self.by_id.insert(subject.id.clone(), place);
        self.subjects.push(subject);
        self.enter_names(place);
    }

    fn enter_names(&mut self, place: usize) {
        for name in self.subjects.get(place).iter().flat_map(|it| it.names()) {
            self.by_name.entry(fold_name(name)).or_insert(place);
            self.by_initials.entry(fold_initials(name)).or_insert(place);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::safe_text::SafeText;

    fn registry() -> Registry {
        let document: Subjects =
            ron::from_str(include_str!("../../store/embedded/subjects.ron")).unwrap();
        document.into()
    }

    fn id(text: &str) -> SubjectId {
        SubjectId(text.to_owned())
    }

    fn texts(ids: &[SubjectId]) -> Vec<&str> {
        ids.iter().map(|id| id.0.as_str()).collect()
    }

    #[test]
    fn any_spelling_of_a_name_finds_the_subject() {
        let registry = registry();
        for (name, expected) in [
            ("ЦНППМ АСОУ", "cnppm-asou"),
            ("цнппм\u{a0} гсгу", "cnppm-gsgu"),
            ("ЦНППМ", "cnppm"),
            ("ГГТУ", "ggtu"),
            ("все субъекты РС НМС", "all-subjects"),
            ("флагманские школы", "flagship-schools"),
            ("Рекрутинг центр", "recruiting-asou"),
            ("МУНИЦИПАЛЬНАЯ МЕТОДИЧЕСКАЯ СЛУЖБА", "mms"),
        ] {
            let found = registry.find(name).map(|subject| subject.id.to_string());
            assert_eq!(found.as_deref(), Some(expected), "{name}");
        }
        assert!(registry.find("ЦНППМ МГУ").is_none());
        assert!(registry.find("").is_none());
    }

    #[test]
    fn a_person_is_found_however_the_initials_are_written() {
        let mut registry = registry();
        for (number, name) in [
            "Иванова М. И.",
            "Салтыков-Щедрин М.Е.",
            "О’Коннор Дж.",
            "Мамедов Р. А. оглы",
            "Ким А.",
        ]
        .into_iter()
        .enumerate()
        {
            registry.put(Subject {
                id: id(&format!("p{number}")),
                kind: SubjectKind::Person,
                short: SafeText::new(name),
                full: SafeText::new(name),
                ..registry.get(&id("mms")).unwrap().clone()
            });
        }
        for (name, expected) in [
            ("Иванова М.И.", "p0"),
            ("иванова м.и", "p0"),
            ("М. И. Иванова", "p0"),
            ("Салтыков - Щедрин М. Е.", "p1"),
            ("О'Коннор Дж", "p2"),
            ("Мамедов Р.А. оглы", "p3"),
            ("Ким А", "p4"),
            ("А. Ким", "p4"),
        ] {
            let found = registry.find(name).map(|subject| subject.id.to_string());
            assert_eq!(found.as_deref(), Some(expected), "{name}");
        }
        assert!(registry.find("Иванова").is_none());
        assert!(registry.find(" . ").is_none());
    }

    #[test]
    fn all_subjects_are_those_the_order_lists() {
        assert_eq!(
            texts(&registry().expand(&id("all-subjects"))),
            [
                "cnppm-asou",
                "cnppm-ggtu",
                "cnppm-gsgu",
                "mms",
                "flagship-schools",
                "internship-sites"
            ]
        );
    }

    #[test]
    fn groups_expand_through_groups_and_stop_at_cycles() {
        let mut registry = registry();
        let template = registry.get(&id("all-subjects")).unwrap().clone();
        let group = |name: &str, members: &[&str]| Subject {
            id: id(name),
            short: SafeText::new(name),
            full: SafeText::new(name),
            members: members.iter().map(|member| id(member)).collect(),
            ..template.clone()
        };
        registry.put(group("outer", &["mms", "inner", "cnppm"]));
        registry.put(group("inner", &["cnppm-gsgu", "outer", "nobody", "oo"]));
        assert_eq!(
            texts(&registry.expand(&id("outer"))),
            [
                "mms",
                "cnppm-gsgu",
                "nobody",
                "oo",
                "cnppm-asou",
                "cnppm-ggtu"
            ]
        );
        assert_eq!(texts(&registry.expand(&id("asou"))), ["asou"]);
        assert_eq!(texts(&registry.expand(&id("nobody"))), ["nobody"]);
        let groups: Vec<_> = registry
            .groups_of(&id("cnppm-ggtu"))
            .iter()
            .map(|group| group.id.to_string())
            .collect();
        assert_eq!(groups, ["all-subjects", "cnppm", "outer", "inner"]);
    }

    #[test]
    fn a_subject_written_again_answers_to_its_new_names_only() {
        let mut registry = registry();
        let all = registry.iter().count();
        let mut mms = registry.get(&id("mms")).unwrap().clone();
        mms.short = SafeText::new("Методсовет");
        registry.put(mms);
        assert!(registry.find("ММС").is_none());
        assert_eq!(registry.find("методсовет").unwrap().id, id("mms"));
        assert_eq!(registry.iter().count(), all);
    }
}
