//! What the journal means beside the plan: words of activities that the plan no longer has.

use std::collections::BTreeMap;
use std::path::Path;

use crate::domain::agenda::ItemKey;
use crate::domain::document::{ActivityKey, Document};
use crate::domain::ledger::Ledger;
use crate::locale::Texts;
use crate::store::finding::Severity;
use crate::store::place::Place;

use super::report::Report;

/// One report for every activity with marks or entries that is not in the plan. They stay in the
/// journal and show again when the activity is back, but no screen and no paper has them now.
pub(super) fn problems(
    path: &Path,
    ledger: &Ledger,
    documents: &[Document],
    texts: &Texts,
) -> Vec<Report> {
    let mut words: BTreeMap<ActivityKey, usize> = BTreeMap::new();
    let marked = ledger.all_marks().map(|(activity, _)| activity);
    let entered = ledger.entries().filter_map(|entry| match entry.item {
        ItemKey::Activity(activity) => Some(activity),
        _ => None,
    });
    for activity in marked.chain(entered) {
        if !documents
            .iter()
            .any(|document| document.activity(activity).is_some())
        {
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
