//! What the papers of a full hour cost, format by format: 30 questions, 90 decisions.
#![allow(
    clippy::unwrap_used,
    missing_docs,
    unreachable_pub,
    reason = "a bench that fails may panic"
)]

#[path = "../tests/papers/fixture.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod fixture;

use divan::{Bencher, black_box};
use fixture::{Journal, activity, assignment, day, empty, settings, text};
use planerka::domain::date::Span;
use planerka::domain::demo;
use planerka::domain::entry::EntryKind;
use planerka::domain::operation::{Operation, WriterId};
use planerka::domain::workspace::Workspace;
use planerka::paper::template::Templates;
use planerka::paper::{Approved, Format, Request, render};

fn main() {
    divan::main();
}

/// An hour at two minutes a question.
fn full_hour() -> Workspace {
    let base = empty(settings());
    let meeting = day("2023-05-25");
    let mut journal = Journal::new();
    let agenda = base.propose_agenda(meeting).chosen;
    journal.write(meeting, Operation::OpenMeeting { agenda });
    for (activity_view, _) in base.activities().take(30).collect::<Vec<_>>() {
        let item = activity(&activity_view.key.to_string());
        let words = "Представить уточнённые сведения о ходе работ с приложением документов";
        journal.entry(meeting, item, text(EntryKind::Heard, words));
        journal.entry(meeting, item, text(EntryKind::Decision, words));
        for executors in [["cnppm-asou", "mms"], ["iro-asou", "cnppm-ggtu"]] {
            journal.entry(meeting, item, assignment(words, &executors, "2023-06-01"));
        }
    }
    journal.write(meeting, Operation::FinishMeeting { number: 1 });
    base.with_records(journal.records)
}

#[divan::bench(args = Format::ALL)]
fn minutes(bencher: Bencher<'_, '_>, format: Format) {
    let workspace = full_hour();
    let request = Request::Minutes(day("2023-05-25"));
    let templates = Templates::default();
    let approved = Approved::default();
    bencher.bench_local(|| {
        render(
            black_box(&request),
            format,
            &workspace,
            &approved,
            &templates,
        )
        .unwrap()
    });
}

#[divan::bench(args = [Format::Docx, Format::Xlsx])]
fn tactical_plan(bencher: Bencher<'_, '_>, format: Format) {
    let workspace = full_hour();
    let request = Request::TacticalPlan(day("2023-05-25"));
    let templates = Templates::default();
    let approved = Approved::default();
    bencher.bench_local(|| {
        render(
            black_box(&request),
            format,
            &workspace,
            &approved,
            &templates,
        )
        .unwrap()
    });
}

/// Every Thursday of the plan's two years.
fn season() -> Workspace {
    let base = empty(settings());
    let span = Span::new(day("2023-05-25"), day("2024-12-31")).unwrap();
    let acts = demo::season(&base, span, 503, &WriterId("demo".into()));
    base.with_records(acts.into_iter().flatten())
}

/// Minutes and tactical plan of all of them in every format.
#[divan::bench(sample_count = 1, sample_size = 1)]
fn whole_season(bencher: Bencher<'_, '_>) {
    let workspace = season();
    let templates = Templates::default();
    let approved = Approved::default();
    let days: Vec<_> = workspace.ledger().meetings().keys().copied().collect();
    assert!(days.len() >= 84, "{}", days.len());
    bencher.bench_local(|| {
        let mut bytes = 0;
        for day in &days {
            for request in [Request::Minutes(*day), Request::TacticalPlan(*day)] {
                for format in request.kind().formats() {
                    let made = render(&request, format, &workspace, &approved, &templates);
                    // A meeting that was not held has no papers.
                    bytes += made.map_or(0, |made| made.bytes.len());
                }
            }
        }
        black_box(bytes)
    });
}
