//! The table of docs/two-computers.md, line by line: what holds, that it is said once whichever
//! computer reads it, and that an act changes it.

use super::*;
use crate::domain::edition::{Cell, Change};
use crate::domain::id::Id;
use crate::domain::operation::{Operation, Record};
use crate::domain::workspace::fixture::{Told, activity, day};

const FIRST: &str = "2023-05-25";
const SECOND: &str = "2023-06-01";
const NEXT: &str = "2023-06-08";

/// The news of the next meeting that are collisions, with the number of all news.
fn collisions(told: &Told) -> Vec<News> {
    let all = told.workspace.since_last(day(NEXT));
    let news = all.into_iter().map(|line| line.news);
    news.filter(News::is_collision).collect()
}

/// The same records, come in any order: every computer reads the same.
fn as_read_elsewhere(told: &Told) -> Told {
    let mut records: Vec<Record> = told.workspace.ledger().records().to_vec();
    records.reverse();
    let mut elsewhere = Told::new();
    elsewhere.workspace.apply(records);
    elsewhere
}

#[track_caller]
fn said_on_both(told: &Told, wanted: &[News]) {
    assert_eq!(collisions(told), wanted);
    assert_eq!(collisions(&as_read_elsewhere(told)), wanted);
}

/// Two meetings, each held and numbered on a computer of its own.
fn held(second_number: u32) -> Told {
    let mut told = Told::new();
    told.writer = "pca";
    told.open(FIRST)
        .say(Some(FIRST), FIRST, Operation::FinishMeeting { number: 5 });
    told.writer = "pcb";
    told.open(SECOND);
    let number = second_number;
    told.say(Some(SECOND), SECOND, Operation::FinishMeeting { number });
    told
}

fn reopen(told: &mut Told, on: &str, why: &str) {
    let reason = why.into();
    told.say(Some(on), on, Operation::ReopenMeeting { reason });
}

#[test]
fn two_minutes_with_one_number_both_stand_until_one_gets_another() {
    let mut told = held(5);
    let same = News::SameNumber {
        number: 5,
        date: day(SECOND),
        other: day(FIRST),
    };
    said_on_both(&told, &[same]);
    let number = told.workspace.next_free_number(day(SECOND));
    reopen(&mut told, SECOND, "номер занят");
    told.say(Some(SECOND), SECOND, Operation::FinishMeeting { number });
    said_on_both(&told, &[]);
    assert_eq!(told.workspace.minutes_number(day(SECOND)), number);
    said_on_both(&held(6), &[]);
}

#[test]
fn a_day_two_computers_held_has_the_version_approved_last_until_it_is_approved_anew() {
    let mut told = held(6);
    told.writer = "pca";
    told.say(Some(SECOND), SECOND, Operation::FinishMeeting { number: 6 });
    said_on_both(&told, &[News::HeldTwice { date: day(SECOND) }]);
    assert_eq!(told.workspace.version_that_holds(day(SECOND)), Some(2));
    assert!(told.workspace.version(day(SECOND), 1).is_some());
    reopen(&mut told, SECOND, "сведены записи двух компьютеров");
    told.say(Some(SECOND), SECOND, Operation::FinishMeeting { number: 6 });
    said_on_both(&told, &[]);
}

#[test]
fn minutes_reopened_on_both_sides_are_open_with_both_reasons_until_they_are_approved() {
    let mut told = held(6);
    reopen(&mut told, SECOND, "уточнён срок");
    said_on_both(&told, &[]);
    told.writer = "pca";
    reopen(&mut told, SECOND, "не тот докладчик");
    let reasons = vec!["уточнён срок".into(), "не тот докладчик".into()];
    let date = day(SECOND);
    said_on_both(&told, &[News::ReopenedTwice { date, reasons }]);
    let meeting = told.workspace.ledger().meeting(date).unwrap();
    assert!(meeting.is_open());
    told.say(Some(SECOND), SECOND, Operation::FinishMeeting { number: 6 });
    said_on_both(&told, &[]);
}

/// An assignment of the first meeting, with what two computers said of it on two days.
fn controlled(words: [(&'static str, &str, Control); 2]) -> (Told, Id) {
    let mut told = Told::new();
    told.open(FIRST);
    let id = told.assign(Some(FIRST), FIRST, activity("1.2.4"), "2023-06-20");
    told.finish(FIRST);
    for (writer, on, control) in words {
        told.writer = writer;
        told.control(on, id, control);
    }
    (told, id)
}

fn extended() -> Control {
    Control::Extended {
        to: day("2023-07-20"),
        reason: "ждут данных".into(),
    }
}

#[test]
fn an_assignment_lifted_here_and_extended_there_is_said_once_and_settled_by_one_word() {
    for (first, last) in [(Control::Lifted, extended()), (extended(), Control::Lifted)] {
        let (mut told, id) = controlled([
            ("pca", "2023-05-26", first.clone()),
            ("pcb", "2023-05-29", last.clone()),
        ]);
        let news = collisions(&told);
        assert_eq!(news, collisions(&as_read_elsewhere(&told)));
        let [News::ControlApart { holds, other, .. }] = news.as_slice() else {
            panic!("{news:?}");
        };
        assert_eq!((&holds.control, &other.control), (&last, &first));
        assert_eq!(holds.writer.0, "pcb".into());
        // Neither of the words is said once more by itself.
        let all = told.workspace.since_last(day(NEXT));
        let of_it = all.iter().filter(|line| {
            matches!(
                line.news,
                News::Lifted { .. } | News::Extended { .. } | News::ControlApart { .. }
            )
        });
        assert_eq!(of_it.count(), 1);
        let view = told.workspace.assignment(id, day(NEXT)).unwrap();
        assert_eq!(view.state.is_closed(), last == Control::Lifted);
        // Either computer may settle it, with either word.
        told.writer = "pca";
        told.control("2023-05-30", id, first.clone());
        told.say(
            None,
            "2023-05-30",
            Operation::SettleControl { assignment: id },
        );
        said_on_both(&told, &[]);
        assert!(!told.workspace.is_control_apart(id));
        let view = told.workspace.assignment(id, day(NEXT)).unwrap();
        assert_eq!(view.state.is_closed(), first == Control::Lifted);
    }
}

/// The extension comes weeks later, from a computer that was away: it shows by itself that the end
/// of control was not known there.
#[test]
fn a_word_after_the_end_of_control_is_said_however_late_it_comes() {
    let (mut told, _) = controlled([
        ("pca", "2023-05-26", Control::Lifted),
        ("pcb", "2023-05-26", extended()),
    ]);
    told.open(SECOND).finish(SECOND);
    assert_eq!(collisions(&told).len(), 1);
}

#[test]
fn the_course_of_things_is_no_collision() {
    // One computer.
    let (told, _) = controlled([
        ("pca", "2023-05-26", extended()),
        ("pca", "2023-05-29", Control::Lifted),
    ]);
    said_on_both(&told, &[]);
    // Extended on one, lifted on the other a meeting later.
    let (mut told, id) = controlled([
        ("pca", "2023-05-26", extended()),
        ("pca", "2023-05-26", Control::Reported),
    ]);
    told.open(SECOND).finish(SECOND);
    told.writer = "pcb";
    told.control("2023-06-02", id, Control::Lifted);
    said_on_both(&told, &[]);
}

#[test]
fn a_document_amended_on_one_side_only_holds_on_both_and_is_said_once() {
    let mut told = held(6);
    let adopt = Operation::AdoptEdition {
        document: "plan".parse().unwrap(),
        from: day("2023-06-02"),
        basis: "распоряжение № Р-1 (пример)".into(),
        source: None,
    };
    told.say(None, "2023-06-02", adopt);
    let adopted = told.workspace.ledger().records().last().unwrap().clone();
    let amend = Operation::AmendDocument {
        change: Change::Amend {
            key: "1.2.4".parse().unwrap(),
            cell: Cell::Term,
            text: "Июль 2023 г.".into(),
        }
        .into(),
    };
    told.workspace.apply([Record {
        id: Id(adopted.id.0.increment().unwrap()),
        clock: adopted.clock + 1,
        op: amend,
        ..adopted.clone()
    }]);
    for told in [&told, &as_read_elsewhere(&told)] {
        let all = told.workspace.since_last(day(NEXT));
        let said = all
            .iter()
            .filter(|it| matches!(it.news, News::Amended { .. }));
        assert_eq!(said.count(), 1);
        let text = told.workspace.activity("1.2.4".parse().unwrap());
        assert_eq!(text.unwrap().0.term.as_str(), "Июль 2023 г.");
    }
    // And is taken back by an act.
    told.say(None, "2023-06-03", Operation::Retract { act: adopted.act });
    let text = told.workspace.activity("1.2.4".parse().unwrap());
    assert_ne!(text.unwrap().0.term.as_str(), "Июль 2023 г.");
}

/// What the wall clock says is not asked: a computer a year behind or a day ahead changes neither
/// the order nor the numbers.
#[test]
fn clocks_that_are_wrong_change_neither_order_nor_numbers() {
    let told = held(5);
    let numbers = |told: &Told| {
        let meetings = told.workspace.ledger().meetings().values();
        let all = meetings.map(|it| (it.date, it.number, it.version));
        all.collect::<Vec<_>>()
    };
    for wall in ["2022-05-25T10:00:00+03:00", "2023-06-09T10:00:00-11:00"] {
        let at = chrono::DateTime::parse_from_rfc3339(wall).unwrap();
        let at = crate::domain::moment::Moment::new(at);
        let mut other = Told::new();
        let records = told.workspace.ledger().records().iter();
        let records = records.map(|record| Record {
            at: if record.writer.0 == "pcb".into() {
                at
            } else {
                record.at
            },
            ..record.clone()
        });
        other.workspace.apply(records.collect::<Vec<_>>());
        assert_eq!(numbers(&other), numbers(&told));
        assert_eq!(collisions(&other), collisions(&told));
        // The moment of the other is shown as theirs.
        let shown = other.workspace.ledger().records().last().unwrap().at;
        assert_eq!(shown, at);
    }
}
