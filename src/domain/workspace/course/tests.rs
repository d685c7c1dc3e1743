//! The rules of a course, one by one.

use ulid::Ulid;

use super::*;
use crate::domain::id::Id;
use crate::domain::operation::WriterId;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn mark(said: &str, status: Status) -> MarkEntry {
    MarkEntry {
        day: day(said),
        meeting: None,
        occurrence: day("2023-05-01"),
        said_of: day("2023-05-01"),
        is_overruled: false,
        clock: 0,
        status,
        happened: None,
        act: Id(Ulid::nil()),
        before_record: false,
    }
}

fn postponed(to: &str) -> Status {
    Status::Postponed {
        to: day(to),
        reason: "ждут согласования".into(),
    }
}

fn word(said: &str, control: Control) -> ControlEntry {
    ControlEntry {
        day: day(said),
        meeting: None,
        control,
        happened: None,
        writer: WriterId("w".to_owned().into()),
    }
}

const DUE: &str = "2023-05-31";

fn course(marks: &[MarkEntry]) -> Course {
    Course::of_marks(Some(day(DUE)), marks.iter())
}

#[test]
fn a_moved_date_holds_until_somebody_moves_it_again() {
    let going = || Status::InProgress { percent: Some(90) };
    let moved = course(&[
        mark("2023-05-25", postponed("2023-06-15")),
        mark("2023-06-01", going()),
        mark("2023-06-08", Status::AtRisk),
    ]);
    assert_eq!(moved.due, Some(day("2023-06-15")));
    assert_eq!(moved.moved_to(), Some(day("2023-06-15")));
    let again = course(&[
        mark("2023-05-25", postponed("2023-06-15")),
        mark("2023-06-01", going()),
        mark("2023-06-08", postponed("2023-06-29")),
    ]);
    assert_eq!(again.due, Some(day("2023-06-29")));
    let stages: Vec<_> = again.moves.iter().map(|it| (it.from, it.to)).collect();
    assert_eq!(
        stages,
        [
            (day(DUE), day("2023-06-15")),
            (day("2023-06-15"), day("2023-06-29"))
        ]
    );
    assert_eq!(course(&[mark("2023-05-25", going())]).moved_to(), None);
}

#[test]
fn a_move_to_the_same_date_is_none() {
    let course = course(&[mark("2023-05-25", postponed(DUE))]);
    assert!(course.moves.is_empty());
    assert_eq!(course.due, Some(day(DUE)));
}

#[test]
fn what_is_done_was_done_when_it_was_first_said_unless_the_day_is_named() {
    let done = |said| mark(said, Status::Done);
    let twice = course(&[done("2023-05-25"), done("2023-06-08")]);
    assert_eq!(twice.done, Some(day("2023-05-25")));
    let mut named = done("2023-06-01");
    named.happened = Some(day("2023-05-30"));
    assert_eq!(
        course(std::slice::from_ref(&named)).done,
        Some(day("2023-05-30"))
    );
    // A later word that names the day corrects the first one.
    assert_eq!(
        course(&[done("2023-06-01"), named]).done,
        Some(day("2023-05-30"))
    );
    let broken = course(&[
        done("2023-05-25"),
        mark("2023-06-01", Status::AtRisk),
        done("2023-06-08"),
    ]);
    assert_eq!(broken.done, Some(day("2023-06-08")));
}

#[test]
fn only_what_was_done_has_a_day_of_execution() {
    let reason = SafeText::default();
    let cancelled = course(&[
        mark("2023-05-25", Status::Done),
        mark("2023-06-01", Status::Cancelled { reason }),
    ]);
    assert_eq!((cancelled.done, cancelled.is_dropped), (None, true));
    let reason = SafeText::default();
    let words = [
        word("2023-05-25", Control::Reported),
        word("2023-06-01", Control::Dropped { reason }),
    ];
    let (dropped, state) = Course::of_control(Some(day(DUE)), words.iter());
    assert_eq!((dropped.done, dropped.is_dropped), (None, true));
    assert_eq!(state, AssignmentState::Dropped);
}

#[test]
fn words_count_by_their_day_and_not_by_when_they_were_recorded() {
    let late = [
        mark("2023-06-08", Status::Done),
        mark("2023-06-01", Status::AtRisk),
    ];
    assert_eq!(course(&late).done, Some(day("2023-06-08")));
    // Minutes of 25.05 opened again after 01.06 do not undo what was decided on 01.06.
    let words = [
        word("2023-06-01", Control::Lifted),
        word("2023-05-25", Control::Reported),
    ];
    let (course, state) = Course::of_control(Some(day(DUE)), words.iter());
    assert_eq!(state, AssignmentState::Lifted);
    assert_eq!(course.done, Some(day("2023-05-25")));
}

#[test]
fn what_is_kept_or_extended_is_no_longer_reported_done() {
    for control in [
        Control::Kept {
            until: day("2023-06-15"),
        },
        Control::Extended {
            to: day("2023-06-15"),
            reason: SafeText::default(),
        },
    ] {
        let words = [
            word("2023-05-25", Control::Reported),
            word("2023-06-01", control),
        ];
        let (course, state) = Course::of_control(Some(day(DUE)), words.iter());
        assert_eq!(state, AssignmentState::Open);
        assert_eq!(course.done, None);
        assert_eq!(course.moved_to(), Some(day("2023-06-15")));
    }
    let meeting = day("2023-06-08");
    let words = [
        word("2023-05-25", Control::Reported),
        word("2023-06-01", Control::HearOn { meeting }),
    ];
    let (course, state) = Course::of_control(Some(day(DUE)), words.iter());
    assert_eq!(state, AssignmentState::Reported);
    assert_eq!(course.done, Some(day("2023-05-25")));
}

#[test]
fn a_postponement_corrected_at_its_own_meeting_was_counted_as_a_move() {
    let at = |status| MarkEntry {
        meeting: Some(day("2023-06-01")),
        ..mark("2023-06-01", status)
    };
    let corrected = course(&[at(postponed("2023-06-15")), at(postponed("2023-06-22"))]);
    let stages: Vec<_> = corrected.moves.iter().map(|it| (it.from, it.to)).collect();
    assert_eq!(stages, [(day(DUE), day("2023-06-22"))]);
    // Opened again, the meeting heard that it was done: late by its own date.
    let done = course(&[at(postponed("2023-06-22")), at(Status::Done)]);
    assert!(done.moves.is_empty());
    assert_eq!(
        (done.due, done.done),
        (Some(day(DUE)), Some(day("2023-06-01")))
    );
    // What an earlier meeting moved stays moved, and progress is said of the moved date.
    let earlier = course(&[
        mark("2023-05-25", postponed("2023-06-08")),
        at(Status::Done),
    ]);
    assert_eq!(earlier.due, Some(day("2023-06-08")));
    let going_on = course(&[at(postponed("2023-06-22")), at(Status::AtRisk)]);
    assert_eq!(going_on.due, Some(day("2023-06-22")));
}

#[test]
fn an_extension_taken_back_at_its_own_meeting_was_counted_and_told() {
    let at = |control| ControlEntry {
        meeting: Some(day("2023-06-01")),
        ..word("2023-06-01", control)
    };
    let extended = |to: &str| Control::Extended {
        to: day(to),
        reason: SafeText::default(),
    };
    let lifted = [at(extended("2023-06-08")), at(Control::Lifted)];
    let (course, state) = Course::of_control(Some(day(DUE)), lifted.iter());
    assert_eq!((course.due, course.moves.len()), (Some(day(DUE)), 0));
    assert_eq!(state, AssignmentState::Lifted);
    // The other way round it stays under control, as the minutes say.
    let meeting = day("2023-06-08");
    let heard = [at(Control::Lifted), at(Control::HearOn { meeting })];
    let (course, state) = Course::of_control(Some(day(DUE)), heard.iter());
    assert_eq!((course.done, state), (None, AssignmentState::Open));
    // A report is no decision.
    let reported = [at(extended("2023-06-08")), at(Control::Reported)];
    let (course, _) = Course::of_control(Some(day(DUE)), reported.iter());
    assert_eq!(course.due, Some(day("2023-06-08")));
}
