//! What one key typed into the search costs, on the plan of today and on 10,000 activities.
#![allow(
    clippy::unwrap_used,
    missing_docs,
    reason = "a bench that fails may panic"
)]

use divan::{Bencher, black_box};
use planerka::domain::plan::{ActivityId, Plan};
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

fn documents() -> (Plan, Registry) {
    let plan = ron::from_str(embedded::PLAN).unwrap();
    let subjects: Subjects = ron::from_str(embedded::SUBJECTS).unwrap();
    (plan, subjects.into())
}

/// The activities of the plan over and over, as a federation of many plans would have them.
fn many(count: usize) -> Index<(usize, ActivityId)> {
    let (plan, _) = documents();
    let activities: Vec<_> = plan.activities().collect();
    (0..count)
        .zip(activities.iter().cycle())
        .map(|(place, activity)| {
            let primary = format!("{} {} {place}", activity.id, activity.title);
            let secondary = format!(
                "{}\n{}\n{}\n{}",
                activity.responsible_subject, activity.executors, activity.term, activity.result
            );
            Haystack::new((place, activity.id), &primary, &secondary)
        })
        .collect()
}

#[divan::bench]
fn index_of_the_plan(bencher: Bencher) {
    let (plan, registry) = documents();
    bencher.bench(|| Index::of_plan(black_box(&plan), black_box(&registry)));
}

#[divan::bench(args = QUERIES)]
fn key_over_the_plan(bencher: Bencher, query: &str) {
    let (plan, registry) = documents();
    let index = Index::of_plan(&plan, &registry);
    bencher.bench(|| index.search(black_box(query)));
}

#[divan::bench(args = QUERIES)]
fn key_over_10_000(bencher: Bencher, query: &str) {
    let index = many(10_000);
    bencher.bench(|| index.search(black_box(query)));
}
