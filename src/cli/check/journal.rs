//! What the journal means beside the plan: words of activities that the plan no longer has.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::domain::agenda::ItemKey;
use crate::domain::document::ActivityKey;
use crate::domain::ledger::Ledger;
use crate::domain::subject::{SubjectId, Subjects};
use crate::domain::workspace::Workspace;
use crate::locale::Texts;
use crate::store::finding::Severity;
use crate::store::place::Place;
use crate::tui::model::problems::Problem;

use super::super::output::Report;

/// One report for every activity with marks or entries that is not in the plan. They stay in the
/// journal and show again when the activity is back, but no screen and no paper has them now.
pub(super) fn problems(path: &Path, workspace: &Workspace, texts: &Texts) -> Vec<Report> {
    let ledger = workspace.ledger();
    let mut words: BTreeMap<ActivityKey, usize> = BTreeMap::new();
    let marked = ledger.all_marks().map(|(activity, _)| activity);
    let entered = ledger.entries().filter_map(|entry| match entry.item {
        ItemKey::Activity(activity) => Some(activity),
        _ => None,
    });
    for activity in marked.chain(entered) {
        if workspace.activity_ever(activity).is_none() {
            *words.entry(activity).or_default() += 1;
        }
    }
    let report = |(activity, count): (ActivityKey, usize)| Report {
        place: Place::file(path),
        severity: Severity::Warning,
        name: "unknown-activity",
        what: texts.with(
            "check-journal-activity",
            &[
                ("activity", activity.to_string().into()),
                ("words", count.into()),
            ],
        ),
        advice: texts.get("check-journal-activity-do"),
    };
    words.into_iter().map(report).collect()
}

/// One problem for every subject that the journal names and nobody knows: somebody gave it another
/// id. Who it is now can be said in the program.
pub(super) fn strangers(
    path: &Path,
    ledger: &Ledger,
    subjects: &Subjects,
    texts: &Texts,
) -> Vec<Problem> {
    let known: BTreeSet<&SubjectId> = subjects
        .subjects
        .iter()
        .chain(ledger.subjects())
        .map(|subject| &subject.id)
        .collect();
    let named = ledger.named_subjects().into_iter();
    let unknown = named.filter(|(id, _)| !known.contains(id));
    let problem = |(id, count): (SubjectId, usize)| Problem {
        report: Report {
            place: Place::file(path),
            severity: Severity::Warning,
            name: "unknown-subject",
            what: texts.with(
                "check-journal-subject",
                &[("subject", id.0.clone().into()), ("words", count.into())],
            ),
            advice: texts.get("check-journal-subject-do"),
        },
        fault: None,
        unknown: Some(id),
    };
    unknown.map(problem).collect()
}
