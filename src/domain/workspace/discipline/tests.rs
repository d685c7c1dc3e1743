//! The rules of the report, each by a case counted by hand.

use super::super::fixture::{Told, activity, day, postponed};
use super::*;
use crate::domain::control::Control;
use crate::domain::mark::Status;
use crate::domain::operation::Operation;

fn period(first: &str, last: &str) -> Span {
    Span::new(day(first), day(last)).unwrap()
}

fn may() -> Span {
    period("2023-05-01", "2023-05-31")
}

fn june() -> Span {
    period("2023-06-01", "2023-06-30")
}

/// The report as it is made on a day.
fn report(told: &Told, period: Span, today: &str) -> Report {
    Report::over(&told.workspace, period, AsOf::end_of(period, day(today)))
}

/// The task of an activity, and what became of it.
fn task(report: &Report, id: &str) -> Option<(Date, Outcome, usize, Option<Date>)> {
    let id = id.parse().unwrap();
    let mut tasks = report.tasks.iter().filter(
        |task| matches!(task.concern.matter, Matter::Point { activity, .. } if activity == id),
    );
    let task = tasks.next()?;
    Some((task.due, task.outcome, task.moves, task.done))
}

#[test]
fn the_state_is_never_one_to_come() {
    assert_eq!(
        AsOf::end_of(may(), day("2023-05-20")),
        AsOf {
            day: day("2023-05-20"),
            is_over: false
        }
    );
    assert_eq!(
        AsOf::end_of(may(), day("2023-07-01")),
        AsOf {
            day: day("2023-05-31"),
            is_over: true
        }
    );
    let mut told = Told::new();
    told.mark("2023-06-02", "1.1.1", "2023-05-01", Status::Done);
    // What is said on 02.06 is not known on 31.05, and counts as of 02.06.
    let first = report(&told, may(), "2023-06-10");
    assert_eq!(task(&first, "1.1.1").unwrap().1, Outcome::Missed);
    let later = Report::over(
        &told.workspace,
        may(),
        AsOf::day(day("2023-06-02"), day("2023-06-10")),
    );
    assert_eq!(task(&later, "1.1.1").unwrap().1, Outcome::Late);
}

#[test]
fn a_task_of_next_week_is_pending_and_not_missed() {
    let told = Told::new();
    let running = report(&told, june(), "2023-06-15");
    // 1.1.2 is due on 30.06.
    assert_eq!(task(&running, "1.1.2").unwrap().1, Outcome::Pending);
    assert_eq!(running.as_of.day, day("2023-06-15"));
}

#[test]
fn the_last_day_counts_as_missed_once_it_has_passed() {
    let told = Told::new();
    let on = |today| task(&report(&told, may(), today), "1.1.1").unwrap().1;
    assert_eq!(on("2023-05-31"), Outcome::Pending);
    assert_eq!(on("2023-06-01"), Outcome::Missed);
}

#[test]
fn a_move_is_counted_also_when_it_leaves_the_period() {
    let mut told = Told::new();
    told.mark("2023-05-25", "1.1.1", "2023-05-01", postponed("2023-06-15"));
    let left = report(&told, may(), "2023-07-01");
    assert_eq!(task(&left, "1.1.1"), None);
    assert_eq!((left.total().moves, left.total().after_move), (1, 0));
    let step = &left.moved[0].step;
    assert_eq!((step.from, step.to), (day("2023-05-31"), day("2023-06-15")));
    assert_eq!(step.reason.as_str(), "ждут согласования");
    let into = report(&told, june(), "2023-07-01");
    assert_eq!((into.total().moves, into.total().after_move), (0, 1));
}

#[test]
fn what_is_done_by_its_moved_date_is_in_time_and_counted_as_moved() {
    let mut told = Told::new();
    told.mark("2023-05-25", "1.1.1", "2023-05-01", postponed("2023-06-15"))
        .mark("2023-06-15", "1.1.1", "2023-05-01", Status::Done)
        .mark("2023-05-25", "1.1.4", "2023-05-01", postponed("2023-06-15"))
        .mark("2023-06-16", "1.1.4", "2023-05-01", Status::Done);
    let june = report(&told, june(), "2023-07-01");
    let due = day("2023-06-15");
    assert_eq!(
        task(&june, "1.1.1"),
        Some((due, Outcome::InTime, 1, Some(due)))
    );
    assert_eq!(
        task(&june, "1.1.4"),
        Some((due, Outcome::Late, 1, Some(day("2023-06-16"))))
    );
    assert_eq!(june.total().after_move, 2);
}

#[test]
fn the_day_it_really_happened_counts_for_discipline() {
    let mut told = Told::new();
    let done = |happened: Option<&str>| Operation::Mark {
        activity: "1.1.1".parse().unwrap(),
        occurrence: day("2023-05-01"),
        status: Status::Done,
        happened: happened.map(day),
    };
    told.say(None, "2023-06-01", done(None));
    let late = report(&told, may(), "2023-07-01");
    assert_eq!(task(&late, "1.1.1").unwrap().1, Outcome::Missed);
    told.say(None, "2023-06-01", done(Some("2023-05-26")));
    let in_time = report(&told, may(), "2023-07-01");
    assert_eq!(
        task(&in_time, "1.1.1"),
        Some((
            day("2023-05-31"),
            Outcome::InTime,
            0,
            Some(day("2023-05-26"))
        ))
    );
    let numbers = told.workspace.numbers(day("2023-06-01"));
    assert_eq!(numbers.headings[&"1.1".parse().unwrap()].points_in_time, 1);
}

#[test]
fn cancelled_and_dropped_stand_alone_and_have_no_day_of_execution() {
    let mut told = Told::new();
    let reason = "".into();
    told.open("2023-05-25");
    let given = told.assign(
        Some("2023-05-25"),
        "2023-05-25",
        activity("1.1.3"),
        "2023-05-30",
    );
    told.mark(
        "2023-05-25",
        "1.1.1",
        "2023-05-01",
        Status::Cancelled { reason },
    );
    let reason = "".into();
    told.control("2023-05-25", given, Control::Reported)
        .control("2023-05-25", given, Control::Dropped { reason });
    let report = report(&told, may(), "2023-06-10");
    let dropped: Vec<_> = report
        .tasks
        .iter()
        .filter(|task| task.outcome == Outcome::Dropped)
        .map(|task| task.done)
        .collect();
    assert_eq!(dropped, [None, None]);
    let total = report.total();
    assert_eq!(total.dropped, 2);
    let decided = total.in_time + total.late + total.missed;
    assert_eq!(total.all, decided + total.pending + total.dropped);
    assert_eq!(total.in_time_percent(), Some(0));
}

#[test]
fn the_executors_word_counts_and_the_chairs_where_nobody_reported() {
    let mut told = Told::new();
    told.open("2023-05-25");
    let give = |told: &mut Told| {
        told.assign(
            Some("2023-05-25"),
            "2023-05-25",
            activity("1.1.3"),
            "2023-05-30",
        )
    };
    let (reported, lifted) = (give(&mut told), give(&mut told));
    told.finish("2023-05-25")
        .control("2023-05-29", reported, Control::Reported)
        .open("2023-06-01")
        .control("2023-06-01", reported, Control::Lifted)
        .control("2023-06-01", lifted, Control::Lifted);
    let report = Report::over(
        &told.workspace,
        may(),
        AsOf::day(day("2023-06-01"), day("2023-06-02")),
    );
    let outcome = |wanted: Id| {
        let mut tasks = report.tasks.iter();
        let task = tasks.find(
            |task| matches!(task.concern.matter, Matter::Assignment { id, .. } if id == wanted),
        );
        task.map(|task| (task.outcome, task.done)).unwrap()
    };
    assert_eq!(
        outcome(reported),
        (Outcome::InTime, Some(day("2023-05-29")))
    );
    assert_eq!(outcome(lifted), (Outcome::Late, Some(day("2023-06-01"))));
}

#[test]
fn work_given_between_meetings_is_in_the_report() {
    let mut told = Told::new();
    let given = told.assign(None, "2023-05-24", activity("1.1.3"), "2023-05-30");
    let report = report(&told, may(), "2023-06-10");
    let task = report
        .tasks
        .iter()
        .find(|task| matches!(task.concern.matter, Matter::Assignment { id, .. } if id == given));
    let concern = &task.unwrap().concern;
    assert_eq!(concern.executor.as_str(), "ММС");
    let Matter::Assignment { origin, number, .. } = &concern.matter else {
        panic!("an assignment");
    };
    assert_eq!(*origin, Origin::Between(day("2023-05-24")));
    assert!(number.is_empty());
}

#[test]
fn the_share_is_rounded_and_a_dash_before_anything_is_decided() {
    let counts = |in_time, late| Counts {
        in_time,
        late,
        pending: 5,
        ..Counts::default()
    };
    assert_eq!(counts(2, 1).in_time_percent(), Some(67));
    assert_eq!(counts(1, 2).in_time_percent(), Some(33));
    assert_eq!(counts(0, 0).in_time_percent(), None);
}

#[test]
fn what_was_due_before_the_record_began_is_in_no_figure() {
    let mut told = Told::new();
    told.mark(
        "2023-06-15",
        "1.1.2",
        "2023-06-01",
        Status::InProgress { percent: None },
    );
    let today = AsOf::day(day("2023-07-10"), day("2023-07-10"));
    let of = |told: &Told, period| Report::over(&told.workspace, period, today);
    // Nobody knows how 1.1.1, due on 31.05, stood when the record began on 15.06.
    assert_eq!(task(&of(&told, may()), "1.1.1"), None);
    assert_eq!(
        task(&of(&told, june()), "1.1.2").unwrap().1,
        Outcome::Missed
    );
    // That it was done before the record began is no merit of the record either.
    let points = vec![("1.1.1".parse().unwrap(), day("2023-05-01"))];
    told.say(None, "2023-06-15", Operation::MarkBefore { points });
    assert_eq!(task(&of(&told, may()), "1.1.1"), None);
    // Once somebody says something of it, it counts.
    let mut said = Told::new();
    said.mark("2023-06-15", "1.1.1", "2023-05-01", Status::Done);
    assert_eq!(task(&of(&said, may()), "1.1.1").unwrap().1, Outcome::Late);
}
