//! What of the plan and of its people can be searched.

use super::{Haystack, Index};
use crate::domain::document::{Activity, ActivityKey, Document};
use crate::domain::subject::{Registry, SubjectId, mentions};

impl Index<ActivityKey> {
    /// Activities by number, title and short names of their subjects and executors; behind that
    /// the rest of the row, full names and the headings above it.
    ///
    /// The primary text begins with `1.2.3 Title`, so highlights up to there fit a list row.
    pub fn of_documents(documents: &[Document], registry: &Registry) -> Self {
        documents
            .iter()
            .flat_map(|document| {
                let activities = document.activities();
                activities.map(|activity| haystack(document, activity, registry))
            })
            .collect()
    }
}

fn haystack(
    document: &Document,
    activity: &Activity,
    registry: &Registry,
) -> Haystack<ActivityKey> {
    let mut primary = activity.name();
    for cell in [&activity.responsible_subject, &activity.executors] {
        for mention in mentions(cell, registry) {
            let subject = mention.subject.and_then(|id| registry.get(&id));
            primary.push_str(", ");
            primary.push_str(subject.map_or(&mention.text, |known| &known.short));
        }
    }
    let mut secondary = vec![
        activity.responsible_subject.as_str(),
        &activity.executors,
        &activity.term,
        &activity.result,
    ];
    secondary.extend(activity.other.iter().map(|(_, text)| text.as_str()));
    let path = document.path(activity.key);
    secondary.extend(path.iter().rev().map(|heading| heading.title.as_str()));
    secondary.push(document.short_name());
    // An order or a letter is found by what it rests on and who controls it.
    let requisites = &document.requisites;
    if requisites.plan_title.is_blank() {
        secondary.extend([
            requisites.number.as_str(),
            &requisites.title,
            &requisites.issuer,
            &requisites.basis,
            &requisites.amends,
            &document.controller,
        ]);
    }
    Haystack::new(activity.key, &primary, &secondary.join("\n"))
}

impl Index<SubjectId> {
    /// Subjects by short name; behind that the full name and the others.
    pub fn of_subjects(registry: &Registry) -> Self {
        registry
            .iter()
            .map(|subject| {
                let names: Vec<&str> = subject.names().skip(1).map(|name| &**name).collect();
                Haystack::new(subject.id.clone(), &subject.short, &names.join("\n"))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::plan::Plan;
    use crate::domain::search::Tier;

    fn registry() -> Registry {
        let document: crate::domain::subject::Subjects =
            ron::from_str(include_str!("../../store/embedded/subjects.ron")).unwrap();
        document.into()
    }

    fn plan_index() -> Index<ActivityKey> {
        let plan: Plan = ron::from_str(include_str!("../../store/embedded/plan.ron")).unwrap();
        Index::of_documents(&[plan.into()], &registry())
    }

    fn activities(query: &str) -> Vec<String> {
        let hits = plan_index().search(query);
        hits.best_first().map(|hit| hit.id.to_string()).collect()
    }

    fn best_subject(query: &str) -> String {
        let hits = Index::of_subjects(&registry()).search(query);
        hits.id(0).map(ToString::to_string).unwrap_or_default()
    }

    #[test]
    fn the_beginning_of_a_word_finds_it() {
        let found = activities("наставнич");
        assert_eq!(found.first().map(String::as_str), Some("2.6.1"));
        assert!(found.len() < 5, "{found:?}");
    }

    #[test]
    fn numbers_find_what_they_number() {
        assert_eq!(activities("1.2.3"), ["1.2.3"]);
        assert_eq!(activities("1.2"), ["1.2.1", "1.2.2", "1.2.3", "1.2.4"]);
        assert_eq!(
            activities("3.5.1"),
            ["3.5.1", "3.5.10", "3.5.11", "3.5.12", "3.5.13"]
        );
        assert_eq!(activities("1ю2ю3"), ["1.2.3"]);
        assert_eq!(activities("1/2/3"), ["1.2.3"]);
    }

    #[test]
    fn words_may_come_in_any_order_and_ending() {
        for query in [
            "еженедельное совещание",
            "совещание еженед",
            "СОВЕЩАНИЯ, еженедельные",
            "координация совещаний",
        ] {
            assert_eq!(
                activities(query).first().map(String::as_str),
                Some("1.2.3"),
                "{query}"
            );
        }
    }

    #[test]
    fn the_rest_of_the_row_is_found_after_its_title() {
        let index = plan_index();
        let hits = index.search("тактический план");
        let best = hits.get(0).unwrap();
        assert_eq!(best.id.to_string(), "1.2.3");
        assert_eq!(best.tier, Tier::Secondary);
        let tiers: Vec<_> = index
            .search("дайджест")
            .best_first()
            .map(|hit| hit.tier)
            .collect();
        assert_eq!(tiers, [Tier::Secondary]);
        assert!(index.search("щщщщ").is_empty());
        assert_eq!(index.search("  ").len(), 63);
    }

    #[test]
    fn subjects_are_found_by_any_name_in_any_layout() {
        for (query, expected) in [
            ("wyggv", "cnppm"),
            ("WYGGV UUNE", "cnppm-ggtu"),
            ("асоу иро", "iro-asou"),
            ("министерство", "mo-mo"),
            ("гуманитарно-технологический цнппм", "cnppm-ggtu"),
            ("молодежи", "ocr-dopv"),
            ("проректор качества", "asou-vice-rector-quality"),
        ] {
            assert_eq!(best_subject(query), expected, "{query}");
        }
    }
}
