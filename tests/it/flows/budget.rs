//! How many keys a meeting costs (design.md 5): 67, prose not counted.

use super::first_meeting::DAY;
use crate::harness::{Desk, Layout, Setting, date};
use planerka::domain::agenda::{ItemKey, Section};
use planerka::domain::minutes::DecisionKind;

/// Eight people of whom one is absent, ten marks, five executors with dates, three decisions.
const SCRIPT: &str = "Enter \
    a a x Enter \
    d d 5 w 7 r d d \
    e \"мм\" Enter \"чт\" Enter w \
    e \"иро\" Enter \"чт\" Enter d \
    e \"гг\" Enter \"чт\" Enter \
    v «Информацию принять к сведению» Enter m \
    e \"гс\" Enter \"чт\" Enter \
    v «Одобрить проект» Enter m \
    e \"рек\" Enter \"чт\" Enter \
    v «Разместить материалы на сайте» Enter \
    f Enter";

#[test]
fn a_whole_meeting_takes_at_most_67_keys() {
    let mut papers = Vec::new();
    for layout in [Layout::Latin, Layout::Russian] {
        let mut desk = Desk::new().in_layout(layout);
        desk.press(SCRIPT);
        println!("{} keys", desk.keys);
        assert!(desk.keys <= 67, "{} keys", desk.keys);
        let minutes = desk.minutes(DAY);
        assert_eq!(minutes.attendance.present.len(), 7);
        assert_eq!(minutes.attendance.absent.len(), 1);
        let marks = minutes.items.iter().flat_map(|item| &item.marks).count();
        assert_eq!(marks, 10);
        let decided: Vec<_> = minutes.items.iter().flat_map(|it| &it.decided).collect();
        let assignments = decided
            .iter()
            .filter(|it| it.kind == DecisionKind::Assignment && it.due.is_some())
            .count();
        assert_eq!((assignments, decided.len() - assignments), (5, 3));
        papers.push(desk.papers(DAY));
    }
    assert_eq!(papers[0], papers[1]);
}

/// The same hour with the agenda by weight, the block without discussion taken at once, and a
/// letter on control beside the plan.
const JUDGED: &str = "Enter \
    a a x Enter C \
    d d 5 w 7 \
    e \"мм\" Enter \"чт\" Enter w \
    e \"иро\" Enter \"чт\" Enter d \
    e \"гг\" Enter \"чт\" Enter \
    v «Информацию принять к сведению» Enter m \
    e \"гс\" Enter \"чт\" Enter \
    v «Одобрить проект» Enter m \
    e \"рек\" Enter \"чт\" Enter \
    v «Разместить материалы на сайте» Enter \
    f Enter";

const LETTER: &str = r#"(
    format: 1,
    short: "Письмо о кадрах",
    requisites: (kind: "Письмо", issuer: "Министерство образования Московской области"),
    taken_on_control: "2023-05-20",
    point: "Пункт",
    content: [
        Activity(
            number: "1.",
            title: "Представить сведения о кадровом резерве",
            responsible_subject: "ИРО АСОУ",
            term: "до 30 мая 2023 г.",
        ),
    ],
)
"#;

#[test]
fn an_hour_by_weight_with_two_documents_takes_at_most_60_keys() {
    let mut desk = Desk::with(Setting {
        by_weight: true,
        ..Setting::default()
    });
    desk.place("documents/letter.ron", LETTER);
    desk.crash();
    assert_eq!(desk.model().workspace.documents().len(), 2);
    desk.press(JUDGED);
    println!("{} keys", desk.keys);
    assert!(desk.keys <= 60, "{} keys", desk.keys);
    let day = date(DAY);
    let workspace = &desk.model().workspace;
    let meeting = workspace.ledger().meeting(day).unwrap();
    let routine: Vec<ItemKey> = meeting
        .agenda
        .iter()
        .filter(|line| line.section == Section::Routine)
        .map(|line| line.item)
        .collect();
    assert!(routine.len() >= 3, "{routine:?}");
    let minutes = desk.minutes(DAY);
    let marks = minutes.items.iter().flat_map(|item| &item.marks).count();
    assert!(marks >= 10, "{marks}");
    for item in routine {
        assert!(
            workspace.considered(day).contains(&item),
            "{item:?} has its line"
        );
    }
}
