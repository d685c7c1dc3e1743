//! A plan that is neither numbered like ours nor called anything, beside an order.

use crate::domain::agenda::{Reason, Section};
use crate::domain::document::{Document, DocumentKey};
use crate::domain::mark::Status;
use crate::domain::tactical_plan::GroupKind;
use crate::domain::workspace::Timing;
use crate::domain::workspace::fixture::{Told, activity, day};

const PLAN: &str = r#"(
    format: 1,
    key: "document-1",
    period: Some((first: "2024-01-01", last: "2025-12-31")),
    content: [
        Activity(
            key: "document-1/1",
            number: "I",
            title: "Мониторинг посещаемости",
            responsible_subject: "ММС",
            term: "еженедельно по пятницам",
        ),
        Activity(
            key: "document-1/2",
            number: "II",
            title: "Инвентаризация",
            responsible_subject: "ММС",
            term: "до 25 декабря 2024 г.",
        ),
        Activity(
            key: "document-1/3",
            number: "III",
            title: "Горячая линия",
            responsible_subject: "ММС",
            term: "постоянно",
        ),
    ],
)"#;

const ORDER: &str = r#"(
    format: 1,
    key: "45-o",
    requisites: (kind: "Приказ", date: Some("2024-12-02"), number: "45-о"),
    period: Some((first: "2024-01-01", last: "2025-12-31")),
    point: "Пункт",
    content: [
        Activity(
            key: "45-o/1",
            number: "1.",
            title: "разработать план",
            executors: "ММС",
            term: "до 10.12.2024",
        ),
    ],
)"#;

fn told() -> Told {
    let mut told = Told::new();
    told.put(vec![
        ron::from_str(PLAN).unwrap(),
        ron::from_str(ORDER).unwrap(),
    ]);
    told
}

#[test]
fn of_what_is_due_on_one_day_of_the_week_the_last_one_missed_is_overdue() {
    let mut told = told();
    let going = Status::InProgress { percent: None };
    told.open("2024-12-05")
        .mark("2024-12-05", "document-1/1", "2024-12-06", going)
        .finish("2024-12-05");
    let overdue = |told: &Told, on: &str| {
        let line = told.line(on, activity("document-1/1")).unwrap();
        assert_eq!(line.section, Section::Overdue, "{on}");
        match line.reasons[0] {
            Reason::Overdue { due, .. } => due.to_string(),
            ref other => panic!("{other:?}"),
        }
    };
    assert_eq!(overdue(&told, "2024-12-12"), "2024-12-06");
    assert_eq!(overdue(&told, "2024-12-19"), "2024-12-13");
    assert_eq!(overdue(&told, "2024-12-26"), "2024-12-20");
    // Closed, it hides those before it, as a month does; the card counts them.
    told.open("2024-12-26")
        .mark("2024-12-26", "document-1/1", "2024-12-20", Status::Done);
    let key = "document-1/1".parse().unwrap();
    let owed = told.workspace.standing_owed(key, day("2024-12-26"));
    let owed = owed.unwrap();
    assert_eq!(
        (owed.timing, owed.missed),
        (Timing::Closed, 2),
        "{:?}",
        owed.occurrence
    );
}

#[test]
fn what_ends_within_the_look_ahead_is_no_standing_work_though_it_was_spoken_of() {
    let mut told = told();
    let going = || Status::InProgress { percent: None };
    told.open("2024-12-05")
        .mark("2024-12-05", "document-1/2", "2024-01-01", going())
        .mark("2024-12-05", "document-1/3", "2024-01-01", going());
    let plan = told.workspace.tactical_plan(day("2024-12-05")).unwrap();
    let standing = plan.groups.iter();
    let standing = standing.filter(|group| group.kind == GroupKind::Continuing);
    let standing: Vec<&str> = standing
        .flat_map(|group| &group.lines)
        .map(|line| line.task.as_str())
        .collect();
    assert_eq!(standing, ["Горячая линия"]);
    let ahead = plan.look_ahead.iter();
    let ahead = ahead.filter(|line| line.task.as_str() == "Инвентаризация");
    let status: Vec<_> = ahead.map(|line| line.after.clone()).collect();
    assert_eq!(status, [Some(going())]);
}

#[test]
fn papers_never_print_the_key_of_a_document_that_nobody_has_named() {
    let told = told();
    let workspace = &told.workspace;
    let unnamed = "document-1/2".parse().unwrap();
    assert_eq!(workspace.point(unnamed), "document-1, II");
    assert_eq!(workspace.paper_point(unnamed).unwrap().as_str(), "II");
    let about = workspace.about_point(unnamed).unwrap();
    assert_eq!((about.number.as_str(), about.document.as_str()), ("II", ""));
    let named = "45-o/1".parse().unwrap();
    assert_eq!(workspace.paper_point(named).unwrap().as_str(), "45-о, 1.");
    let key: DocumentKey = "document-1".parse().unwrap();
    let own = |it: &Document| it.own_name().map(str::to_owned);
    assert_eq!(workspace.document(key).and_then(own), None);
    for reminder in workspace.reminders(day("2024-12-19")) {
        assert!(!format!("{reminder:?}").contains("document: \"document-1\""));
    }
}
