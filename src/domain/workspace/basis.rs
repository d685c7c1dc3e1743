//! Chains of documents: what a document rests on and amends, and what rests on it.

use super::super::document::{Document, DocumentKey, Reference, references};
use super::super::safe_text::SafeText;
use super::Workspace;

/// How one document stands to another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Relation {
    /// It rests on the other.
    RestsOn,
    /// It amends the other.
    Amends,
}

/// Another official text that a document names in its basis or as what it amends.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Link {
    /// How the document stands to it.
    pub relation: Relation,
    /// Its day and number.
    pub reference: Reference,
    /// The document on control that it is, if it is one.
    pub document: Option<DocumentKey>,
}

fn named(document: &Document) -> Vec<(Relation, Reference)> {
    let requisites = &document.requisites;
    [
        (Relation::RestsOn, &requisites.basis),
        (Relation::Amends, &requisites.amends),
    ]
    .into_iter()
    .flat_map(|(relation, text): (Relation, &SafeText)| {
        references(text).into_iter().map(move |it| (relation, it))
    })
    .collect()
}

impl Workspace {
    /// What a document rests on and amends, by day and number; on control or not.
    pub fn links(&self, document: &Document) -> Vec<Link> {
        named(document)
            .into_iter()
            .map(|(relation, reference)| {
                let known = self.documents.iter().find(|other| {
                    other.key != document.key
                        && reference.is_of(other.requisites.date, &other.requisites.number)
                });
                Link {
                    relation,
                    document: known.map(|it| it.key),
                    reference,
                }
            })
            .collect()
    }

    /// The documents on control that rest on this one, or amend it.
    pub fn linked_by(&self, document: &Document) -> Vec<(Relation, DocumentKey)> {
        let own = &document.requisites;
        self.documents
            .iter()
            .filter(|other| other.key != document.key)
            .flat_map(|other| {
                let found = named(other)
                    .into_iter()
                    .filter(|(_, it)| it.is_of(own.date, &own.number));
                found.map(|(relation, _)| (relation, other.key))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::Calendar;
    use crate::domain::document::Requisites;
    use crate::domain::settings::Settings;
    use crate::domain::subject::Subjects;

    fn document(key: &str, date: &str, number: &str, basis: &str) -> Document {
        Document {
            format: 1,
            key: key.parse().unwrap(),
            requisites: Requisites {
                date: Some(date.parse().unwrap()),
                number: number.into(),
                basis: basis.into(),
                ..Requisites::default()
            },
            ..Document::default()
        }
    }

    #[test]
    fn the_letter_is_the_basis_of_the_order() {
        let letter = document("letter", "2023-02-16", "08-406", "");
        let basis =
            "В соответствии с письмом от 16.02.2023 № 08-406, приказа от 20.09.2022 №1087-04";
        let order = document("r-325", "2023-03-30", "Р-325", basis);
        let subjects = Subjects {
            format: 1,
            subjects: Vec::new(),
        };
        let workspace = Workspace::new(
            vec![letter, order],
            subjects,
            Settings::default(),
            Calendar::default(),
            Vec::new(),
        );
        let documents = workspace.documents();
        let links = workspace.links(&documents[1]);
        assert_eq!(links.len(), 2);
        assert_eq!(links[0].document, Some(documents[0].key));
        assert_eq!(links[1].document, None);
        assert_eq!(links[1].reference.number, "1087-04");
        assert_eq!(
            workspace.linked_by(&documents[0]),
            [(Relation::RestsOn, documents[1].key)]
        );
    }
}
