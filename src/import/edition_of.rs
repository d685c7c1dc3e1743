//! Whose edition a file is, where neither its number nor the file's name says it: «План (ред. от
//! апреля).xlsx» holds the plan that was brought in as «План.xlsx».

use std::collections::BTreeSet;

use super::draft::Draft;
use crate::domain::document::{Document, DocumentKey};
use crate::domain::fold::fold;

/// One activity in so many is the same, at least.
const SAME: usize = 3;

/// The document a draft is known by: `own`, unless there is none of that key and exactly one that has
/// the same title, the same years and many of the same activities.
pub fn edition_of<'d>(
    draft: &Draft,
    own: DocumentKey,
    documents: impl IntoIterator<Item = &'d Document>,
) -> DocumentKey {
    let mut found = Vec::new();
    for document in documents {
        if document.key == own {
            return own;
        }
        if is_edition(draft, document) {
            found.push(document.key);
        }
    }
    match found.as_slice() {
        [one] => *one,
        _ => own,
    }
}

fn is_edition(draft: &Draft, document: &Document) -> bool {
    let (drawn, known) = (&draft.requisites, &document.requisites);
    let same = |own: &Option<String>, other: &str| own.as_deref().map(fold) == Some(fold(other));
    let has_title = [&drawn.title, &drawn.plan_title]
        .into_iter()
        .any(|title| title.as_deref().is_some_and(|title| !title.is_empty()));
    let is_title = |own: &Option<String>, other: &str| {
        own.as_deref().unwrap_or_default().is_empty() && other.is_empty() || same(own, other)
    };
    let same_title = has_title
        && is_title(&drawn.title, &known.title)
        && is_title(&drawn.plan_title, &known.plan_title);
    let same_number = drawn
        .number
        .as_ref()
        .is_none_or(|number| fold(number) == fold(&known.number));
    let same_years = match (draft.period, document.period) {
        (Some(own), Some(other)) => own.intersection(other).is_some(),
        _ => true,
    };
    if !(same_title && same_number && same_years) {
        return false;
    }
    let known: BTreeSet<String> = document
        .activities()
        .map(|activity| fold(&activity.title))
        .collect();
    let activities = draft.activities();
    let common = activities
        .iter()
        .filter(|(_, activity)| known.contains(&fold(&activity.title)))
        .count();
    common > 0 && common * SAME >= activities.len()
}
