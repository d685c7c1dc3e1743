//! Cases counted by hand over the real plan.

use ulid::Ulid;

use super::*;
use crate::domain::calendar::Calendar;
use crate::domain::demo::season;
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::operation::{Operation, Record, WriterId};
use crate::domain::plan::Plan;
use crate::domain::workspace::{Duties, Duty, Timing};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn workspace(marks: &[(&str, &str, &str, Status)]) -> Workspace {
    let read = |name: &str| {
        std::fs::read_to_string(format!(
            "{}/src/store/embedded/{name}",
            concat!(env!("CARGO_MANIFEST_DIR"), "/../..")
        ))
        .unwrap()
    };
    let at = chrono::DateTime::parse_from_rfc3339("2023-05-25T10:00:00+03:00").unwrap();
    let records = marks
        .iter()
        .zip(1_u64..)
        .map(|((id, said, occurrence, status), clock)| Record {
            id: Id(Ulid::from_parts(clock, 0)),
            clock,
            at: Moment::new(at),
            writer: WriterId("w".to_owned().into()),
            act: Id(Ulid::from_parts(clock, 1)),
            day: day(said),
            meeting: None,
            op: Operation::Mark {
                activity: id.parse().unwrap(),
                occurrence: day(occurrence),
                status: status.clone(),
                happened: None,
            },
        });
    Workspace::new(
        vec![ron::from_str::<Plan>(&read("plan.ron")).unwrap().into()],
        ron::from_str(&read("subjects.ron")).unwrap(),
        ron::from_str(&read("settings.ron")).unwrap(),
        Calendar::default(),
        records.collect(),
    )
}

#[test]
fn an_empty_journal_has_everything_untouched() {
    let numbers = workspace(&[]).numbers(day("2023-05-25"));
    assert_eq!(numbers.all.activities, 63);
    assert_eq!(numbers.all.untouched, 63);
    assert_eq!((numbers.all.finished, numbers.all.progress), (0, 0));
    // Three directions with sixteen measures.
    assert_eq!(numbers.headings.len(), 19);
    assert_eq!(numbers.meetings, 0);
    assert_eq!(
        workspace(&[])
            .numbers(day("2023-01-01"))
            .all
            .in_time_percent(),
        None
    );
}

/// Measure 1.1 has five activities: 1.1.1 «Май 2023 г.», 1.1.2 «Май-июнь 2023 г.», 1.1.3 «Май
/// 2023 г., январь 2024 г.», 1.1.4 «Май 2023 г., август 2024 г.», 1.1.5 «Август 2023 г., август
/// 2024 г.»: on 1 July 2023 four points were due by the plan (31.05 three times, 30.06).
#[test]
fn a_measure_is_counted_as_by_hand() {
    let to = day("2023-08-10");
    let moved = Status::Postponed {
        to,
        reason: "".into(),
    };
    let full = workspace(&[
        ("1.1.1", "2023-05-31", "2023-05-01", Status::Done),
        ("1.1.2", "2023-07-01", "2023-05-01", Status::Done),
        ("1.1.3", "2023-06-01", "2023-05-01", moved),
        (
            "1.1.5",
            "2023-06-01",
            "2023-08-01",
            Status::InProgress { percent: Some(50) },
        ),
    ]);
    let measure: HeadingKey = "1.1".parse().unwrap();
    let numbers = full.numbers(day("2023-07-01"));
    let tally = numbers.headings[&measure];
    assert_eq!((tally.activities, tally.finished), (5, 2));
    assert_eq!(
        (tally.points_due, tally.points_done, tally.points_in_time),
        (3, 2, 1)
    );
    assert_eq!(tally.in_time_percent(), Some(33));
    // 1.1.3 is due on 10.08 now. 1.1.4 is overdue since 31.05; 1.1.3 has until 10.08.
    assert_eq!(
        (tally.overdue, tally.postponed, tally.points_moved),
        (1, 1, 1)
    );
    assert_eq!(tally.untouched, 1);
    // (1 + 1 + 0 + 0 + 0,5 / 2) / 5 done; (1 + 1 + 1/2 + 1/2 + 0) / 5 by the plan.
    assert_eq!((tally.progress, tally.expected), (450, 600));

    let later = full.numbers(day("2023-08-11")).headings[&measure];
    assert_eq!((later.overdue, later.postponed), (2, 0));
    let earlier = full.numbers(day("2023-05-31")).headings[&measure];
    assert_eq!(
        (earlier.points_due, earlier.points_in_time, earlier.overdue),
        (3, 1, 0)
    );
}

#[test]
fn taking_a_done_back_takes_its_day_back() {
    let back = Status::InProgress { percent: None };
    let full = workspace(&[
        ("1.1.1", "2023-05-25", "2023-05-01", Status::Done),
        ("1.1.1", "2023-06-01", "2023-05-01", back),
        ("1.1.1", "2023-06-08", "2023-05-01", Status::Done),
    ]);
    let measure: HeadingKey = "1.1".parse().unwrap();
    let on = |text| full.numbers(day(text)).headings[&measure];
    assert_eq!(on("2023-05-31").points_in_time, 1);
    assert_eq!(
        (
            on("2023-06-08").points_done,
            on("2023-06-08").points_in_time
        ),
        (1, 0)
    );
}

#[test]
fn a_cancelled_point_is_neither_due_nor_done() {
    let reason = "".into();
    let full = workspace(&[(
        "1.1.1",
        "2023-05-25",
        "2023-05-01",
        Status::Cancelled { reason },
    )]);
    let measure: HeadingKey = "1.1".parse().unwrap();
    let tally = full.numbers(day("2023-05-31")).headings[&measure];
    assert_eq!(
        (tally.points_due, tally.points_done, tally.finished),
        (2, 0, 1)
    );
}

#[test]
fn coverage_counts_activities_once_a_week() {
    let going = || Status::InProgress { percent: None };
    let full = workspace(&[
        ("1.1.1", "2023-05-25", "2023-05-01", going()),
        ("1.1.1", "2023-05-26", "2023-05-01", Status::Done),
        ("1.1.2", "2023-05-31", "2023-05-01", going()),
        ("1.1.2", "2023-06-01", "2023-05-01", going()),
        ("1.2.3", "2023-05-25", "2023-05-25", Status::Done),
    ]);
    let week = |first: &str| Span::new(day(first), day(first).plus_days(6)).unwrap();
    let coverage = full.coverage(&[week("2023-05-25"), week("2023-06-01"), week("2023-06-08")]);
    assert_eq!(coverage[&"1.1".parse().unwrap()], [2, 1, 0]);
    assert_eq!(coverage[&"1.2".parse().unwrap()], [0, 0, 0]);
    assert_eq!(coverage[&"1".parse().unwrap()], [2, 1, 0]);
    assert_eq!(coverage.len(), 19);
}

#[test]
fn a_season_has_as_much_overdue_in_the_numbers_as_in_the_duties() {
    let empty = workspace(&[]);
    let span = Span::new(day("2023-05-25"), day("2023-12-28")).unwrap();
    let acts = season(&empty, span, 503, &WriterId("w".to_owned().into()));
    let lived = empty.with_records(acts.into_iter().flatten());
    let mut most = 0;
    for week in 0..40 {
        let on = day("2023-05-25").plus_days(7 * week);
        let overdue = Duties::on(&lived, on)
            .all()
            .iter()
            .filter(|duty| matches!(duty, Duty::Activity { .. }))
            .filter(|duty| matches!(duty.timing(), Timing::Overdue(_)))
            .count();
        assert_eq!(lived.numbers(on).all.overdue, overdue, "{on}");
        most = most.max(overdue);
    }
    assert!(most > 2);
}
