//! What a file does not say because nobody prints it twice: requisites an annex leaves to the order
//! it belongs to, and the numbers of activities that are only counted within their headings.

use crate::domain::document::{Document, Node};
use crate::domain::safe_text::SafeText;

/// A number without the sign that ends it: «1.2.» and «1.2)» are 1.2.
pub(super) fn bare(number: &str) -> &str {
    number.trim().trim_end_matches(['.', ')']).trim_end()
}

/// The text of a file with what it leaves out taken from the text before. Where neither numbers its
/// activities, or the text before has numbers of its own, nothing is counted.
pub fn fitted(theirs: &Document, base: &Document) -> Document {
    let mut fitted = theirs.clone();
    let (own, before) = (&mut fitted.requisites, &base.requisites);
    for (own, before) in [
        (&mut own.kind, &before.kind),
        (&mut own.issuer, &before.issuer),
        (&mut own.number, &before.number),
        (&mut own.place, &before.place),
        (&mut own.title, &before.title),
        (&mut own.plan_title, &before.plan_title),
        (&mut own.amends, &before.amends),
        (&mut own.basis, &before.basis),
    ] {
        if own.is_blank() {
            own.clone_from(before);
        }
    }
    fitted.requisites.date = fitted.requisites.date.or(base.requisites.date);
    fitted.period = fitted.period.or(base.period);
    let has_numbers = theirs.activities().any(|it| !it.number.is_blank());
    if !has_numbers && is_counted(base) {
        count(&mut fitted.content, None);
    }
    fitted
}

/// The number of a heading's child by its place.
fn counted(heading: &str, place: usize) -> String {
    format!("{}.{place}", bare(heading))
}

/// Whether every activity stands under a heading with a number and is numbered by its place there.
fn is_counted(document: &Document) -> bool {
    fn holds(nodes: &[Node], heading: Option<&str>) -> bool {
        let mut place = 0;
        nodes.iter().all(|node| match node {
            Node::Heading(own) => holds(&own.children, Some(&own.number)),
            Node::Activity(activity) => {
                place += 1;
                heading.is_some_and(|heading| {
                    !bare(heading).is_empty() && bare(&activity.number) == counted(heading, place)
                })
            }
        })
    }
    document.activities().next().is_some() && holds(&document.content, None)
}

/// Numbers activities by their places.
fn count(nodes: &mut [Node], heading: Option<&SafeText>) {
    let mut place = 0;
    for node in nodes {
        match node {
            Node::Heading(own) => {
                let number = own.number.clone();
                count(&mut own.children, Some(&number));
            }
            Node::Activity(activity) => {
                place += 1;
                if let Some(heading) = heading.filter(|it| !bare(it).is_empty()) {
                    activity.number = SafeText::from(counted(heading, place));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Cell, ChangeSort, compare, match_documents, summary};
    use super::*;
    use crate::domain::document::{Activity, Heading, NodeKey};

    fn document(number: &str, activities: &[(&str, &str)]) -> Document {
        let children = activities.iter().map(|(number, title)| {
            Node::Activity(Activity {
                number: (*number).into(),
                title: (*title).into(),
                term: "Май 2023 г.".into(),
                ..Activity::default()
            })
        });
        let mut document = Document {
            content: vec![Node::Heading(Heading {
                number: number.into(),
                title: "Сопровождение разработки документации".into(),
                children: children.collect(),
                ..Heading::default()
            })],
            ..Document::default()
        };
        let key = "plan".parse().unwrap();
        document.give_keys(key, &std::collections::BTreeSet::new());
        document
    }

    fn base() -> Document {
        let mut base = document(
            "1.1",
            &[
                ("1.1.1", "Корректировка Положения"),
                ("1.1.2", "Разработка комплекса документов"),
            ],
        );
        base.requisites.number = "Р-503".into();
        base.requisites.kind = "Распоряжение".into();
        base
    }

    fn changed(base: &Document, file: &Document) -> Vec<(ChangeSort, String)> {
        let theirs = fitted(file, base);
        let matching = match_documents(base, &theirs, false);
        let mut number = 0;
        let mut fresh = |_: &Node| -> NodeKey {
            number += 1;
            format!("plan/e1-{number}").parse().unwrap()
        };
        let found = compare(base, &theirs, base, &matching, &mut fresh);
        summary(base, &found.changes)
            .iter()
            .map(|line| (line.sort, line.number.to_string()))
            .collect()
    }

    #[test]
    fn a_table_that_only_counts_its_activities_does_not_take_their_numbers_away() {
        let file = document(
            "1.1.",
            &[
                ("", "Корректировка Положения"),
                ("", "Утверждение регламента обмена данными"),
                ("", "Разработка\u{a0}комплекса документов"),
            ],
        );
        assert_eq!(
            changed(&base(), &file),
            [
                (ChangeSort::Added, "1.1.2".to_owned()),
                (ChangeSort::Renumbered, "1.1.3".to_owned()),
            ]
        );
    }

    #[test]
    fn an_annex_without_requisites_leaves_those_of_the_order() {
        let file = document(
            "1.1",
            &[
                ("", "Корректировка Положения"),
                ("", "Разработка комплекса документов"),
            ],
        );
        let theirs = fitted(&file, &base());
        assert_eq!(theirs.requisites, base().requisites);
        assert!(changed(&base(), &file).is_empty());
    }

    #[test]
    fn numbers_that_are_no_count_stay_what_the_file_says() {
        let mut base = base();
        base.each_mut(&mut |node| {
            if matches!(node, Node::Activity(_)) {
                Cell::Number.put(node, &SafeText::from("7)"));
            }
        });
        let file = document(
            "1.1",
            &[
                ("", "Корректировка Положения"),
                ("", "Разработка комплекса документов"),
            ],
        );
        let theirs = fitted(&file, &base);
        assert!(theirs.activities().all(|it| it.number.is_blank()));
        let of_its_own = document("1.1", &[("а)", "Корректировка Положения")]);
        let theirs = fitted(&of_its_own, &super::tests::base());
        assert_eq!(theirs.activities().next().unwrap().number.as_str(), "а)");
    }
}
