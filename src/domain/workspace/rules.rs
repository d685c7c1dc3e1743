//! The rules of marks, control and the agenda, each named by its test.

mod agenda;
mod assignments;
mod corrected;
mod joined;
mod minutes;
mod own_plan;
mod parked;
mod sections;

use super::fixture::{Told, activity, day, postponed};
use super::{MarkTarget, Timing};
use crate::domain::agenda::{ItemKey, Reason, Section};
use crate::domain::control::Control;
use crate::domain::mark::Status;
use crate::domain::origin::Origin;
use crate::domain::subject::SubjectId;
use crate::domain::tactical_plan::{Basis, GroupKind};

fn going(percent: u8) -> Status {
    Status::InProgress {
        percent: Some(percent),
    }
}

#[test]
fn a_word_of_progress_does_not_bring_the_old_date_back() {
    let mut told = Told::new();
    told.open("2023-05-25")
        .mark("2023-05-25", "1.1.1", "2023-05-01", postponed("2023-06-15"))
        .finish("2023-05-25")
        .open("2023-06-01")
        .mark("2023-06-01", "1.1.1", "2023-05-01", going(90))
        .finish("2023-06-01");
    let id = "1.1.1".parse().unwrap();
    let standing = told.workspace.standing(id, day("2023-06-01")).unwrap();
    assert_eq!(standing.due, Some(day("2023-06-15")));
    assert!(standing.is_moved);
    assert_eq!(standing.timing, Timing::Due(14));
    let plan = told.workspace.tactical_plan(day("2023-06-01")).unwrap();
    let line = plan.lines().find(|line| line.activity == Some(id)).unwrap();
    assert_eq!((line.due, line.due_before), (Some(day("2023-06-15")), None));
    // Once the moved date has passed it is overdue against that date.
    let later = told.workspace.standing(id, day("2023-06-22")).unwrap();
    assert_eq!(later.timing, Timing::Overdue(7));
}

#[test]
fn what_is_moved_at_a_meeting_stands_in_its_plan_with_both_dates() {
    let mut told = Told::new();
    told.open("2023-05-25")
        .mark("2023-05-25", "1.1.1", "2023-05-01", postponed("2023-06-15"));
    let id = "1.1.1".parse().unwrap();
    let plan = told.workspace.tactical_plan(day("2023-05-25")).unwrap();
    let group = &plan.groups[0];
    assert_eq!(group.kind, GroupKind::OverdueOrMoved);
    let line = group.lines.iter().find(|line| line.activity == Some(id));
    assert_eq!(line.unwrap().due_before, Some(day("2023-05-31")));
}

#[test]
fn an_overdue_week_is_not_forgotten_after_a_week_without_a_working_day() {
    let mut told = Told::new();
    told.mark("2023-12-21", "1.3.3", "2023-12-18", Status::Done);
    // 25–31.12 was due on 29.12; 1–7 January 2024 owes nothing.
    for meeting in ["2024-01-04", "2024-01-11"] {
        let line = told.line(meeting, activity("1.3.3")).unwrap();
        assert_eq!(line.section, Section::Overdue, "{meeting}");
        let due = day("2023-12-29");
        let days = day(meeting).days_since(due);
        assert_eq!(line.reasons[0], Reason::Overdue { due, days });
    }
    told.mark("2024-01-11", "1.3.3", "2023-12-25", Status::Done);
    let line = told.line("2024-01-11", activity("1.3.3")).unwrap();
    assert_eq!(line.section, Section::ThisWeek);
}

#[test]
fn all_up_to_today_is_what_has_begun_and_is_due_within_the_week() {
    let mut told = Told::new();
    told.mark("2023-06-01", "1.3.3", "2023-05-29", Status::Done);
    let firsts = |told: &Told, id: &str, on: &str| -> Vec<String> {
        let owed = told.workspace.owed_up_to(id.parse().unwrap(), day(on));
        owed.iter()
            .map(|it| it.occurrence.window.first.to_string())
            .collect()
    };
    // The week of 22.05, then those from 05.06 up to the one the day lies in.
    assert_eq!(
        firsts(&told, "1.3.3", "2023-06-15"),
        ["2023-05-22", "2023-06-05", "2023-06-12"]
    );
    // A month that is not over for weeks is not closed with the one that was missed.
    assert_eq!(firsts(&told, "1.2.4", "2023-06-15"), ["2023-05-01"]);
    assert_eq!(
        firsts(&told, "1.2.4", "2023-06-29"),
        ["2023-05-01", "2023-06-01"]
    );
}

#[test]
fn a_missed_point_that_was_moved_ahead_is_not_missed() {
    let mut told = Told::new();
    told.mark("2023-06-01", "1.2.4", "2023-05-01", postponed("2023-06-29"))
        .mark("2023-06-01", "1.2.4", "2023-06-01", Status::Done);
    let id = "1.2.4".parse().unwrap();
    let on = |text| told.workspace.standing_owed(id, day(text)).unwrap().missed;
    assert_eq!(on("2023-06-15"), 0);
    assert_eq!(on("2023-07-06"), 1);
}

/// 1.1.3 has points in May 2023 and January 2024.
fn with_assignment() -> (Told, crate::domain::id::Id) {
    let mut told = Told::new();
    told.open("2023-05-25");
    let given = told.assign(
        Some("2023-05-25"),
        "2023-05-25",
        activity("1.1.3"),
        "2023-06-08",
    );
    told.mark("2023-05-25", "1.1.3", "2023-05-01", Status::Done)
        .finish("2023-05-25");
    (told, given)
}

#[test]
fn a_mark_on_an_assignment_that_is_due_never_means_a_point_half_a_year_away() {
    let (told, given) = with_assignment();
    let item = activity("1.1.3");
    let targets = told.workspace.mark_targets(day("2023-06-08"), item, true);
    assert_eq!(targets, [MarkTarget::Assignment(given)]);
    // Without an assignment the point is what the line is about.
    let other = told
        .workspace
        .mark_targets(day("2023-06-08"), activity("1.1.4"), true);
    assert!(matches!(other[..], [MarkTarget::Point { .. }]), "{other:?}");
}

#[test]
fn a_mark_is_asked_about_when_a_point_is_owed_beside_the_assignment() {
    let mut told = Told::new();
    told.open("2023-05-25");
    let given = told.assign(
        Some("2023-05-25"),
        "2023-05-25",
        activity("1.1.3"),
        "2023-06-08",
    );
    told.finish("2023-05-25");
    let targets = told
        .workspace
        .mark_targets(day("2023-06-08"), activity("1.1.3"), true);
    let point = MarkTarget::Point {
        activity: "1.1.3".parse().unwrap(),
        occurrence: day("2023-05-01"),
    };
    assert_eq!(targets, [MarkTarget::Assignment(given), point]);
}

#[test]
fn a_point_that_is_merely_silent_is_not_closed_by_the_mark_on_an_assignment() {
    let mut told = Told::new();
    told.open("2023-05-25");
    let given = told.assign(
        Some("2023-05-25"),
        "2023-05-25",
        activity("2.4.2"),
        "2023-08-31",
    );
    told.finish("2023-05-25");
    let on = day("2023-08-31");
    let line = told.line("2023-08-31", activity("2.4.2")).unwrap();
    assert!(
        line.reasons
            .iter()
            .any(|it| matches!(it, Reason::Silent { .. })),
        "{line:?}"
    );
    let closing = told.workspace.mark_targets(on, activity("2.4.2"), true);
    assert_eq!(closing, [MarkTarget::Assignment(given)]);
    let going = told.workspace.mark_targets(on, activity("2.4.2"), false);
    assert_eq!(going.len(), 2, "{going:?}");
}

#[test]
fn a_second_key_finds_the_assignment_the_first_one_closed() {
    let (mut told, given) = with_assignment();
    told.open("2023-06-08")
        .control("2023-06-08", given, Control::Lifted);
    let targets = told
        .workspace
        .mark_targets(day("2023-06-08"), activity("1.1.3"), true);
    assert_eq!(targets, [MarkTarget::Assignment(given)]);
    told.finish("2023-06-08");
    let next = told
        .workspace
        .mark_targets(day("2023-06-15"), activity("1.1.3"), true);
    assert!(!next.contains(&MarkTarget::Assignment(given)), "{next:?}");
}

#[test]
fn work_given_between_meetings_is_an_assignment_like_any_other() {
    let mut told = Told::new();
    let given = told.assign(None, "2023-05-24", activity("1.1.3"), "2023-06-01");
    told.open("2023-05-25");
    let meeting = told.workspace.ledger().meeting(day("2023-05-25")).unwrap();
    let line = meeting.line(activity("1.1.3")).unwrap();
    assert!(
        !line
            .reasons
            .iter()
            .any(|it| matches!(it, Reason::AssignmentDue { .. }))
    );
    let next = told.line("2023-06-01", activity("1.1.3")).unwrap();
    assert_eq!(next.section, Section::Assignments);
    assert_eq!(
        next.reasons[0],
        Reason::AssignmentDue {
            minutes: day("2023-05-24"),
            number: "".into(),
            due: day("2023-06-01"),
        }
    );
    assert_eq!(next.speaker, Some(SubjectId("mms".to_owned())));
    let view = told.workspace.assignment(given, day("2023-06-01")).unwrap();
    assert_eq!(view.origin, Origin::Between(day("2023-05-24")));
    told.finish("2023-05-25").open("2023-06-01");
    let undecided = told.workspace.undecided_assignments(day("2023-06-01"));
    assert_eq!(undecided.len(), 1);
    let plan = told.workspace.tactical_plan(day("2023-06-01")).unwrap();
    let date = day("2023-05-24");
    assert!(plan.lines().any(|line| line.basis == Basis::Given { date }));
}

#[test]
fn work_given_on_the_morning_of_a_meeting_is_on_its_agenda() {
    let mut told = Told::new();
    told.assign(None, "2023-05-25", activity("2.4.2"), "2023-05-26");
    let line = told.line("2023-05-25", activity("2.4.2")).unwrap();
    assert_eq!(line.section, Section::Assignments);
}

#[test]
fn what_was_lifted_is_neither_called_nor_undecided() {
    let (mut told, given) = with_assignment();
    told.open("2023-06-08");
    assert_eq!(
        told.workspace
            .undecided_assignments(day("2023-06-08"))
            .len(),
        1
    );
    told.control("2023-06-08", given, Control::Reported);
    assert_eq!(
        told.workspace
            .undecided_assignments(day("2023-06-08"))
            .len(),
        1
    );
    told.control("2023-06-08", given, Control::Lifted);
    assert!(
        told.workspace
            .undecided_assignments(day("2023-06-08"))
            .is_empty()
    );
    told.finish("2023-06-08").open("2023-06-15");
    assert!(
        told.workspace
            .undecided_assignments(day("2023-06-15"))
            .is_empty()
    );
    assert!(
        told.workspace
            .assignments_called(day("2023-06-15"))
            .is_empty()
    );
}

#[test]
fn a_topic_has_nothing_to_mark() {
    let told = Told::new();
    let topic = ItemKey::Topic(crate::domain::id::Id(ulid::Ulid::nil()));
    assert!(
        told.workspace
            .mark_targets(day("2023-05-25"), topic, true)
            .is_empty()
    );
}
