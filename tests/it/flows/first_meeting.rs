//! The meeting of 25.05.2023 from the first key to the two files.

use planerka::domain::mark::Status;
use planerka::domain::meeting::Presence;
use planerka::domain::minutes::{DecisionKind, Item, Minutes, MinutesState};
use planerka::domain::tactical_plan::Basis;

use crate::harness::{Desk, Layout, date};

pub const DAY: &str = "2023-05-25";

/// Seven of eight there; five marks; a decision, two assignments, a note; an act taken back and
/// brought again; the end.
pub const MEETING: &str = "Enter \
    a a j x Enter \
    d 5 w r \
    v «Информацию принять к сведению» Enter \
    e \"мм\" Enter \"чт\" Enter \
    n «Доложили о ходе работ» Enter \
    d \
    e \"иро\" Enter \"15.06\" Enter \
    d u ctrl-r \
    f Enter";

fn item<'m>(minutes: &'m Minutes, activity: &str) -> &'m Item {
    let activity = Some(activity.parse().unwrap());
    let question = minutes.agenda.iter().find(|it| it.activity == activity);
    let number = question.unwrap().number;
    minutes.items.iter().find(|it| it.number == number).unwrap()
}

fn held(layout: Layout) -> Desk {
    let mut desk = Desk::new().in_layout(layout);
    desk.press(MEETING);
    desk
}

#[test]
fn the_minutes_say_what_happened() {
    let minutes = held(Layout::Latin).minutes(DAY);
    assert_eq!(minutes.head.number, Some(1));
    assert_eq!(minutes.head.date, date(DAY));
    assert_eq!(minutes.head.state, MinutesState::Approved);
    assert_eq!(minutes.head.version, 1);
    assert_eq!(minutes.attendance.members, 8);
    assert_eq!(minutes.attendance.present.len(), 7);
    assert_eq!(minutes.attendance.not_recorded, []);
    let absent = &minutes.attendance.absent;
    assert_eq!(absent.len(), 1);
    assert_eq!(absent[0].name.as_str(), "ИРО АСОУ");
    assert_eq!(absent[0].presence, Presence::Absent);

    assert_eq!(minutes.agenda.len(), 6);
    assert_eq!(minutes.items.len(), 6);
    assert_eq!(minutes.not_considered.len(), 14);
    let marks: Vec<Status> = minutes
        .items
        .iter()
        .flat_map(|item| &item.marks)
        .map(|mark| {
            assert_eq!(mark.before, None);
            mark.after.clone()
        })
        .collect();
    assert_eq!(
        marks,
        [
            Status::Done,
            Status::InProgress { percent: Some(50) },
            Status::InProgress { percent: None },
            Status::AtRisk,
            Status::Done,
            Status::Done,
        ]
    );

    let worked = item(&minutes, "1.2.1");
    assert_eq!(worked.heard[0].text.as_str(), "Доложили о ходе работ");
    assert_eq!(worked.decided.len(), 2);
    let number = worked.number;
    assert_eq!(worked.decided[0].kind, DecisionKind::Decision);
    assert_eq!(worked.decided[0].number.as_str(), format!("{number}.1"));
    let assignment = &worked.decided[1];
    assert_eq!(assignment.kind, DecisionKind::Assignment);
    assert_eq!(assignment.number.as_str(), format!("{number}.2"));
    assert_eq!(assignment.executors[0].as_str(), "ММС");
    assert_eq!(assignment.due, Some(date("2023-06-01")));
    let other = &item(&minutes, "1.2.2").decided[0];
    assert_eq!(other.executors[0].as_str(), "ИРО АСОУ");
    assert_eq!(other.due, Some(date("2023-06-15")));
}

#[test]
fn the_tactical_plan_follows_from_the_minutes() {
    let desk = held(Layout::Latin);
    let (minutes, plan) = (desk.minutes(DAY), desk.tactical_plan(DAY));
    assert_eq!(plan.period.first, date("2023-05-25"));
    assert_eq!(plan.period.last, date("2023-05-31"));
    assert_eq!(plan.look_ahead_period.first, date("2023-06-01"));
    assert_eq!(plan.look_ahead_period.last, date("2023-06-28"));
    assert_eq!(plan.minutes.number, Some(1));
    assert_eq!(plan.minutes.state, MinutesState::Approved);
    let numbers: Vec<u32> = plan.lines().map(|line| line.number).collect();
    let expected: Vec<u32> = (1..).take(numbers.len()).collect();
    assert_eq!(numbers, expected);
    for decision in minutes.items.iter().flat_map(|item| &item.decided) {
        if decision.kind == DecisionKind::Assignment {
            let line = plan
                .lines()
                .find(|line| line.basis == Basis::Item(decision.number.clone()))
                .unwrap();
            assert_eq!(line.task, decision.text);
            assert_eq!(line.executors, decision.executors);
            assert_eq!(line.due, decision.due);
        }
    }
    let half = plan
        .lines()
        .find(|line| line.activity == Some("1.1.1".parse().unwrap()))
        .unwrap();
    assert_eq!(half.after, Some(Status::InProgress { percent: Some(50) }));
    // What was done at the meeting is not a task of the week.
    assert!(!plan.lines().any(|line| {
        line.activity == Some("1.2.1".parse().unwrap())
            && line.due == Some(date("2023-05-31"))
            && line.basis == Basis::Plan
    }));
}

#[test]
fn both_layouts_write_the_same_bytes() {
    assert_eq!(
        held(Layout::Latin).papers(DAY),
        held(Layout::Russian).papers(DAY)
    );
}

#[test]
fn the_papers_hold_no_ids_and_no_clock() {
    let mut later = Desk::new();
    later.press("Enter d u u F6");
    later.wait_minutes(7);
    later.press(MEETING);
    // The first opening left ids behind, the clock went on: the papers do not know.
    assert_eq!(later.papers(DAY), held(Layout::Latin).papers(DAY));
}

#[test]
fn the_plan_knows_that_its_own_meeting_was_held() {
    let desk = held(Layout::Latin);
    let own = "1.2.3".parse().unwrap();
    let mark = desk.model().workspace.mark_at(own, date(DAY)).unwrap();
    assert_eq!(mark.status, Status::Done);
}

#[test]
fn leaving_an_open_meeting_leaves_drafts() {
    let mut desk = Desk::new();
    desk.press("Enter d d q");
    assert!(!desk.is_leaving(), "it asks first");
    desk.press("Enter");
    assert!(desk.is_leaving());
    desk.leave();
    let minutes = desk.minutes(DAY);
    assert_eq!(minutes.head.state, MinutesState::Draft);
    assert_eq!(minutes.head.number, None);
    assert_eq!(minutes.items.len(), 2);
}
