//! What one key typed into the search costs, on the plan of today and on 10,000 activities.
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a bench that fails may panic"
)]

use divan::{Bencher, black_box};
use planerka::domain::document::{ActivityKey, Document};
use planerka::domain::plan::Plan;
use planerka::domain::search::{Haystack, Index};
use planerka::domain::subject::{Registry, Subjects};
use planerka::store::embedded;

/// A query as it grows under the fingers, a loose one, one in the wrong layout, one of the row's
/// rest, one that finds nothing.
const QUERIES: [&str; 8] = [
    "с",
    "сов",
    "совещан",
    "совещание еженед",
    "кмрс",
    "wyggv",
    "тактический план",
    "щщщщ",
];

fn main() {
    divan::main();
}

fn documents() -> (Vec<Document>, Registry) {
    let plan: Plan = ron::from_str(embedded::PLAN).unwrap();
    let subjects: Subjects = ron::from_str(embedded::SUBJECTS).unwrap();
    (vec![plan.into()], subjects.into())
}

/// The activities of the plan over and over, as a federation of many plans would have them.
fn many(count: usize) -> Index<(usize, ActivityKey)> {
    let (plan, _) = documents();
    let activities: Vec<_> = plan.iter().flat_map(Document::activities).collect();
    (0..count)
        .zip(activities.iter().cycle())
        .map(|(place, activity)| {
            let primary = format!("{} {place}", activity.name());
            let secondary = format!(
                "{}\n{}\n{}\n{}",
                activity.responsible_subject, activity.executors, activity.term, activity.result
            );
            Haystack::new((place, activity.key), &primary, &secondary)
        })
        .collect()
}

#[divan::bench]
fn index_of_the_plan(bencher: Bencher) {
    let (plan, registry) = documents();
    bencher.bench(|| Index::of_documents(black_box(&plan), black_box(&registry)));
}

#[divan::bench(args = QUERIES)]
fn key_over_the_plan(bencher: Bencher, query: &str) {
    let (plan, registry) = documents();
    let index = Index::of_documents(&plan, &registry);
    bencher.bench(|| index.search(black_box(query)));
}

#[divan::bench(args = QUERIES)]
fn key_over_10_000(bencher: Bencher, query: &str) {
    let index = many(10_000);
    bencher.bench(|| index.search(black_box(query)));
}
