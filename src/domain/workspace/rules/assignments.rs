//! Assignments as they stand on a day, each rule named by its test.

use crate::domain::control::Control;
use crate::domain::entry::EntryKind;
use crate::domain::id::Id;
use crate::domain::mark::Status;
use crate::domain::workspace::fixture::{Told, activity, day, postponed};
use crate::domain::workspace::{News, Timing};

const GIVEN: &str = "2023-05-25";

/// An assignment of the first meeting, with its due date.
fn given(due: &str) -> (Told, Id) {
    let mut told = Told::new();
    told.open(GIVEN);
    let id = told.assign(Some(GIVEN), GIVEN, activity("2.4.2"), due);
    told.finish(GIVEN);
    (told, id)
}

fn hear_on(meeting: &str) -> Control {
    let meeting = day(meeting);
    Control::HearOn { meeting }
}

fn kept(until: &str) -> Control {
    let until = day(until);
    Control::Kept { until }
}

#[test]
fn assignments_are_what_was_given_so_far_and_no_other_entries() {
    let (mut told, first) = given("2023-06-08");
    told.open("2023-06-01");
    let second = told.assign(
        Some("2023-06-01"),
        "2023-06-01",
        activity("1.1.3"),
        "2023-06-08",
    );
    let decision = told.entry("2023-06-01", activity("1.1.3"), EntryKind::Decision);
    let known = |on: &str| {
        let all = told.workspace.assignments(day(on));
        all.into_iter().map(|it| it.id).collect::<Vec<Id>>()
    };
    assert_eq!(known(GIVEN), [first]);
    assert_eq!(known("2023-05-31"), [first]);
    assert_eq!(known("2023-06-01"), [first, second]);
    let on = day("2023-06-08");
    assert_eq!(told.workspace.assignment(first, on).unwrap().id, first);
    assert_eq!(told.workspace.assignment(decision, on), None);
    let all = told.workspace.assignments_on(on);
    assert_eq!(all.get(second).unwrap().id, second);
    let of: Vec<Id> = all.of(activity("1.1.3")).map(|it| it.id).collect();
    assert_eq!(of, [second]);
    let itself = crate::domain::agenda::ItemKey::Assignment(first);
    let of: Vec<Id> = all.of(itself).map(|it| it.id).collect();
    assert_eq!(of, [first]);
}

#[test]
fn it_is_overdue_from_the_day_after_and_closed_is_neither() {
    let (mut told, id) = given("2023-06-08");
    let timing = |told: &Told, on: &str| told.workspace.assignment(id, day(on)).unwrap().timing;
    assert_eq!(timing(&told, "2023-06-07"), Timing::Due(1));
    assert_eq!(timing(&told, "2023-06-08"), Timing::Due(0));
    assert_eq!(timing(&told, "2023-06-09"), Timing::Overdue(1));
    told.control("2023-06-12", id, Control::Lifted);
    assert_eq!(timing(&told, "2023-06-12"), Timing::Closed);
    // As of a day before it was lifted, it was not.
    assert_eq!(timing(&told, "2023-06-11"), Timing::Overdue(3));
}

#[test]
fn undecided_is_what_the_agenda_has_that_is_due_or_to_be_heard_and_no_word_decides() {
    let undecided = |told: &Told, on: &str| {
        let all = told.workspace.undecided_assignments(day(on));
        all.into_iter().map(|it| it.id).collect::<Vec<Id>>()
    };
    // Due on the day of the meeting, and one day later.
    let (mut told, id) = given("2023-06-08");
    assert!(undecided(&told, "2023-06-08").is_empty(), "no meeting yet");
    told.open("2023-06-08");
    assert_eq!(undecided(&told, "2023-06-08"), [id]);
    let (mut later, _) = given("2023-06-09");
    later.open("2023-06-08");
    assert!(undecided(&later, "2023-06-08").is_empty());
    // To be heard, long before it is due.
    let (mut heard, id) = given("2023-12-14");
    heard.control("2023-06-01", id, hear_on("2023-06-08"));
    heard.open("2023-06-08");
    assert_eq!(undecided(&heard, "2023-06-08"), [id]);
    // A word of another day decides nothing at this meeting, nor does the executor's report.
    let (mut told, id) = given("2023-06-01");
    told.control("2023-06-05", id, kept("2023-06-08"));
    told.open("2023-06-08");
    assert_eq!(undecided(&told, "2023-06-08"), [id]);
    told.control("2023-06-08", id, Control::Reported);
    assert_eq!(undecided(&told, "2023-06-08"), [id]);
    told.control("2023-06-08", id, kept("2023-12-14"));
    assert!(undecided(&told, "2023-06-08").is_empty());
    // What was given at this very meeting is not asked about at it.
    let mut told = Told::new();
    told.open(GIVEN);
    told.assign(Some(GIVEN), GIVEN, activity("1.1.1"), GIVEN);
    assert!(undecided(&told, GIVEN).is_empty());
}

#[test]
fn what_is_due_but_not_on_the_agenda_is_not_undecided_there() {
    let (mut told, _) = given("2023-06-08");
    let agenda = told.workspace.propose_agenda(day("2023-06-08")).chosen;
    let others = agenda
        .into_iter()
        .filter(|line| line.item != activity("2.4.2"))
        .collect();
    told.say(
        Some("2023-06-08"),
        "2023-06-08",
        crate::domain::operation::Operation::OpenMeeting { agenda: others },
    );
    let undecided = told.workspace.undecided_assignments(day("2023-06-08"));
    assert!(undecided.is_empty());
}

#[test]
fn a_hearing_is_over_by_a_word_on_its_day_or_later_and_not_by_an_earlier_one() {
    let hearing = |told: &Told, id: Id, on: &str| {
        let view = told.workspace.assignment(id, day(on)).unwrap();
        view.hear_on
    };
    let on = Some(day("2023-06-08"));
    let asked = || {
        let (mut told, id) = given("2023-12-14");
        told.control("2023-05-29", id, hear_on("2023-06-08"));
        (told, id)
    };
    let (mut told, id) = asked();
    assert_eq!(hearing(&told, id, "2023-05-28"), None, "nobody asked yet");
    assert_eq!(hearing(&told, id, "2023-05-29"), on);
    told.control("2023-06-02", id, kept("2023-12-14"));
    assert_eq!(hearing(&told, id, "2023-06-15"), on, "said before its day");
    told.control("2023-06-08", id, Control::Reported);
    assert_eq!(
        hearing(&told, id, "2023-06-15"),
        on,
        "a report decides nothing"
    );
    let (mut told, id) = asked();
    told.control("2023-06-08", id, kept("2023-12-14"));
    assert_eq!(hearing(&told, id, "2023-06-15"), None, "said on its day");
    let (mut told, id) = asked();
    told.control("2023-06-13", id, kept("2023-12-14"));
    assert_eq!(hearing(&told, id, "2023-06-12"), on);
    assert_eq!(hearing(&told, id, "2023-06-13"), None, "said after it");
    // Put down on the very day of a meeting for that meeting: what was said that day stands beside.
    let (mut told, id) = given("2023-12-14");
    told.control("2023-06-08", id, hear_on("2023-06-08"));
    told.control("2023-06-08", id, kept("2023-12-14"));
    assert_eq!(hearing(&told, id, "2023-06-08"), on);
}

#[test]
fn only_a_finished_meeting_from_its_day_on_has_heard_it() {
    let (mut told, id) = given("2023-12-14");
    told.control("2023-05-29", id, hear_on("2023-06-08"));
    let heard = |told: &Told, on: &str| {
        let view = told.workspace.assignment(id, day(on)).unwrap();
        view.hear_on.is_none()
    };
    let deal = |told: &mut Told, on: &str| {
        told.open(on);
        told.entry(on, activity("2.4.2"), EntryKind::Heard);
    };
    // Dealt with at the meeting before: it was not what was put down.
    deal(&mut told, "2023-06-01");
    told.finish("2023-06-01");
    assert!(!heard(&told, "2023-06-15"));
    deal(&mut told, "2023-06-08");
    assert!(!heard(&told, "2023-06-15"), "the meeting goes on");
    told.finish("2023-06-08");
    assert!(
        !heard(&told, "2023-06-08"),
        "as of the day itself it is called"
    );
    assert!(heard(&told, "2023-06-09"));
    // Put down at a meeting for that very meeting: what was said there before is no hearing.
    let (mut told, id) = given("2023-12-14");
    deal(&mut told, "2023-06-08");
    told.control("2023-06-08", id, hear_on("2023-06-08"))
        .finish("2023-06-08");
    let view = told.workspace.assignment(id, day("2023-06-15")).unwrap();
    assert_eq!(view.hear_on, Some(day("2023-06-08")));
}

#[test]
fn it_is_called_at_a_meeting_that_answers_for_its_due_date() {
    let (told, id) = given("2023-06-14");
    let called = |on: &str| {
        let all = told.workspace.assignments_called(day(on));
        all.iter().any(|it| it.id == id)
    };
    // A meeting answers for the days until the next one, so that nothing falls between two.
    assert!(!called("2023-06-01"));
    assert!(called("2023-06-08"));
    assert!(called("2023-06-15"));
    assert!(!called(GIVEN), "given at it");
}

#[test]
fn what_minutes_opened_again_replaced_was_told_at_the_next_meeting_beside_what_replaced_it() {
    let mut told = Told::new();
    told.open("2023-05-25");
    let item = activity("2.4.2");
    let given = told.assign(Some("2023-05-25"), "2023-05-25", item, "2023-06-01");
    told.finish("2023-05-25").open("2023-06-01");
    let extended = Control::Extended {
        to: day("2023-06-08"),
        reason: "ждём данных".into(),
    };
    told.control("2023-06-01", given, extended)
        .mark("2023-06-01", "1.1.1", "2023-05-01", postponed("2023-06-22"))
        .control("2023-06-01", given, Control::Lifted)
        .mark("2023-06-01", "1.1.1", "2023-05-01", Status::Done);
    let news = told.workspace.since_last(day("2023-06-08"));
    let said: Vec<_> = news.iter().map(|line| &line.news).collect();
    assert!(
        !said
            .iter()
            .any(|it| matches!(it, News::Extended { .. } | News::Moved { .. })),
        "{said:?}"
    );
    let own = news.iter().filter(|line| line.item == item);
    assert!(
        own.clone()
            .any(|line| matches!(line.news, News::Lifted { .. }))
    );
    let key = "1.1.1".parse().unwrap();
    let standing = told.workspace.standing(key, day("2023-06-08")).unwrap();
    assert_eq!(
        (standing.due, standing.is_moved),
        (Some(day("2023-05-31")), false)
    );
}
