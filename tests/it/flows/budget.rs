//! How many keys a meeting costs (design.md 5): 67, prose not counted.

use super::first_meeting::DAY;
use crate::harness::{Desk, Layout};
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
