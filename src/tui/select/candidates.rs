//! Names offered for an executor: those of the activity first, then by how well they fit.

use std::collections::BTreeSet;

use crate::domain::agenda::ItemKey;
use crate::domain::fold::fold;
use crate::domain::safe_text::SafeText;
use crate::domain::search::Haystack;
use crate::domain::subject::{SubjectId, SubjectKind};
use crate::tui::model::Model;
use crate::tui::model::assign::Candidate;
use crate::tui::select::mark;

/// How many names are offered at most.
const MOST: usize = 8;

/// So many of the last entries say who was assigned last: a journal of many years has hundreds of
/// times as many, and is not gone through at every letter.
const LATELY: usize = 1000;

/// Names for an item's executor, without those chosen already: without a query the activity's own
/// executors, then its responsible subjects, then who was assigned last, then everybody. What
/// nobody is called is offered as a new person and a new organisation.
pub(in crate::tui) fn offered(
    model: &Model,
    item: ItemKey,
    query: &str,
    chosen: &[SubjectId],
) -> Vec<Candidate> {
    let query = query.trim();
    let own = own_first(model, item);
    let mut found = if query.is_empty() {
        own.into_iter().map(|id| (id, Vec::new())).collect()
    } else {
        let mut found = find_subjects(model, query);
        // The activity's own executors come before equally good strangers.
        found.sort_by_key(|(id, highlights)| {
            (
                highlights.is_empty(),
                !starts_with(model, id, query),
                own.iter().position(|known| known == id),
            )
        });
        found
    };
    found.retain(|(id, _)| !chosen.contains(id));
    found.truncate(MOST);
    let known = found.into_iter();
    let mut candidates: Vec<Candidate> = known
        .map(|(id, highlights)| Candidate::Known(id, highlights))
        .collect();
    let exact = model.workspace.subjects().find(query).is_some();
    if query.chars().count() > 1 && !exact {
        for kind in [SubjectKind::Person, SubjectKind::Organisation] {
            candidates.push(Candidate::New(kind, query.to_owned()));
        }
    }
    candidates
}

/// Subjects a query fits, best first, with the matched characters of the short name.
pub(in crate::tui) fn find_subjects(model: &Model, query: &str) -> Vec<(SubjectId, Vec<usize>)> {
    let revision = model.workspace.revision();
    let index = model.kept.names.of(
        |known| *known == revision,
        || (revision, names(model).collect()),
    );
    index
        .search(query)
        .best_first()
        .map(|hit| (hit.id, hit.highlights))
        .collect()
}

/// What subjects are found by.
fn names(model: &Model) -> impl Iterator<Item = Haystack<SubjectId>> {
    model.workspace.subjects().iter().map(|subject| {
        let other: Vec<&str> = subject.names().map(SafeText::as_str).collect();
        Haystack::new(subject.id.clone(), &subject.short, &other.join(" "))
    })
}

fn own_first(model: &Model, item: ItemKey) -> Vec<SubjectId> {
    let mut ids: Vec<SubjectId> = Vec::new();
    if let Some((_, view)) =
        mark::activity_of(model, item).and_then(|id| model.workspace.activity(id))
    {
        ids.extend(
            view.executors
                .iter()
                .chain(view.responsible.iter())
                .filter_map(|mention| mention.subject.clone()),
        );
    }
    let given = model.workspace.ledger().entries().rev().take(LATELY);
    let recent = given.flat_map(|entry| entry.content.executors.iter().rev());
    ids.extend(recent.cloned());
    ids.extend(model.workspace.subjects().iter().map(|it| it.id.clone()));
    let mut seen = BTreeSet::new();
    ids.retain(|id| seen.insert(id.clone()));
    ids
}

fn starts_with(model: &Model, id: &SubjectId, query: &str) -> bool {
    let name = fold(model.workspace.short_name(id));
    let query = fold(query);
    name.split(' ').any(|word| word.starts_with(&query))
}
