//! An amended order: every mark, assignment and trail is where the amendment says.

use ulid::Ulid;

use super::super::fixture::{Told, activity, day, postponed};
use super::*;
use crate::domain::id::Id;
use crate::domain::mark::Status;
use crate::domain::moment::Moment;
use crate::domain::operation::{Record, WriterId};

pub(super) fn key(text: &str) -> NodeKey {
    text.parse().unwrap()
}

/// The text as a file without keys says it.
pub(super) fn as_file(document: &Document) -> Given {
    let mut file = document.clone();
    file.each_mut(&mut |node| crate::domain::document::set_key(node, NodeKey::default()));
    file.give_keys(document.key, &BTreeSet::new());
    Given {
        document: Arc::new(file),
        names_keys: false,
    }
}

pub(super) fn adopt(workspace: &mut Workspace, pending: &Pending, on: &str, clock: u64) {
    assert!(pending.has_sure_text(), "{:?}", pending.matching.doubts);
    let basis = SafeText::from("распоряжение от 14.09.2023 № Р-871");
    let operations = workspace.adoption(pending, day(on), basis, &SafeText::from("исключено"));
    let act = Id(Ulid::from_parts(clock, 1));
    let at = chrono::DateTime::parse_from_rfc3339("2023-09-14T10:00:00+03:00").unwrap();
    let first = workspace.ledger().clock() + 1;
    let records = operations
        .into_iter()
        .zip(first..)
        .map(|(op, clock)| Record {
            id: Id(Ulid::from_parts(clock, 2)),
            clock,
            at: Moment::new(at),
            writer: WriterId("w".to_owned().into()),
            act,
            day: day(on),
            meeting: None,
            op,
        });
    let records: Vec<Record> = records.collect();
    workspace.apply(records);
}

fn number(document: &mut Document, of: &str, text: &str) {
    let change = Change::Amend {
        key: key(of),
        cell: Cell::Number,
        text: text.into(),
    };
    amend(document, &change);
}

/// Р-503 with an insertion before 1.2.3, 2.4.2 excluded, measure 1.3 moved behind the measures of
/// the second direction, the deadlines of 1.1.1 and 1.1.3 moved, and everything renumbered after.
fn amended(order: &Document) -> Document {
    let mut after = order.clone();
    let new = Node::Activity(Activity {
        key: key("new"),
        number: "1.2.3".into(),
        title: "Сессия руководителей муниципальных служб".into(),
        term: "Ноябрь 2023 г.".into(),
        ..Activity::default()
    });
    let before = order
        .activities()
        .find(|it| it.key == key("1.2.2"))
        .unwrap();
    for change in edition::add_beside(order, new, Some(before.key)) {
        amend(&mut after, &change);
    }
    number(&mut after, "1.2.3", "1.2.4");
    number(&mut after, "1.2.4", "1.2.5");
    for change in edition::take_out(order, key("2.4.2"), true) {
        amend(&mut after, &change);
    }
    let measure = order
        .headings()
        .find(|it| it.number.starts_with("1.3"))
        .unwrap()
        .key;
    let direction = order
        .headings()
        .find(|it| it.number.starts_with('2'))
        .unwrap()
        .key;
    let changes = edition::move_under(&after, measure, Some(direction));
    assert!(!changes.is_empty());
    for change in changes {
        amend(&mut after, &change);
    }
    for (of, text) in [
        ("1.1.1", "Июнь 2023 г."),
        ("1.1.3", "Июнь 2023 г., январь 2024 г."),
    ] {
        let change = Change::Amend {
            key: key(of),
            cell: Cell::Term,
            text: text.into(),
        };
        amend(&mut after, &change);
    }
    after
}

#[test]
fn an_amended_order_keeps_every_mark_at_what_it_was_said_of() {
    let mut told = Told::new();
    told.open("2023-05-25")
        .mark("2023-05-25", "1.1.1", "2023-05-01", Status::Done)
        .mark("2023-05-25", "1.1.3", "2023-05-01", Status::Done)
        .mark("2023-05-25", "1.2.4", "2023-05-01", Status::Done)
        .mark("2023-05-25", "1.3.3", "2023-05-22", Status::AtRisk);
    let of_meeting = told.assign(
        Some("2023-05-25"),
        "2023-05-25",
        activity("1.2.3"),
        "2023-11-09",
    );
    let of_excluded = told.assign(
        Some("2023-05-25"),
        "2023-05-25",
        activity("2.4.2"),
        "2024-06-08",
    );
    told.finish("2023-05-25");
    let minutes = told.workspace.minutes(day("2023-05-25")).unwrap();
    let order = told.workspace.documents()[0].clone();
    let pending = told
        .workspace
        .compared(order.key, as_file(&amended(&order)))
        .unwrap();
    let fates = told
        .workspace
        .fates(order.key, &pending.comparison.changes, day("2023-09-14"));
    assert_eq!(fates.excluded.len(), 1);
    assert_eq!(fates.excluded[0].open[0].id, of_excluded);
    let moved: Vec<_> = fates.points.iter().map(|it| (it.activity, it.to)).collect();
    assert_eq!(
        moved,
        [
            (key("1.1.1"), Some(day("2023-06-01"))),
            (key("1.1.3"), Some(day("2023-06-01"))),
        ]
    );
    adopt(&mut told.workspace, &pending, "2023-09-14", 9_000);
    let workspace = &told.workspace;
    let now = |of: &str| workspace.activity(key(of)).unwrap().0.number.to_string();
    assert_eq!(
        (now("1.2.3"), now("1.2.4")),
        ("1.2.4".to_owned(), "1.2.5".to_owned())
    );
    for of in ["1.1.1", "1.1.3"] {
        let mark = workspace.mark_on(key(of), day("2023-06-01"), day("2023-09-14"));
        assert_eq!(mark.unwrap().status, Status::Done, "{of}");
    }
    for (of, status) in [("1.2.4", Status::Done), ("1.3.3", Status::AtRisk)] {
        let marks = workspace.ledger().marks(key(of));
        assert_eq!(marks[0].status, status, "{of}");
        let view = workspace.activity(key(of)).unwrap().1;
        let is_there =
            |it: &crate::domain::deadline::Occurrence| it.window.first == marks[0].occurrence;
        assert!(view.occurrences.iter().any(is_there), "{of}");
    }
    let given = |id| workspace.assignment(id, day("2023-09-14")).unwrap().item;
    assert_eq!(given(of_meeting), activity("1.2.3"));
    // What was in force then is what its papers say.
    assert_eq!(workspace.minutes(day("2023-05-25")).unwrap(), minutes);
    let lines = workspace.summary_of_edition(Id(Ulid::from_parts(9_000, 1)));
    let of = |sort: edition::ChangeSort| -> Vec<String> {
        let own = lines.iter().filter(|it| it.sort == sort);
        own.map(|it| it.number.to_string()).collect()
    };
    assert_eq!(of(edition::ChangeSort::Added), ["1.2.3"]);
    assert_eq!(of(edition::ChangeSort::Excluded), ["2.4.2"]);
    assert_eq!(of(edition::ChangeSort::Deadline), ["1.1.1", "1.1.3"]);
    assert_eq!(of(edition::ChangeSort::Renumbered), ["1.2.4", "1.2.5"]);
    assert_eq!(of(edition::ChangeSort::Moved).len(), 1);
    assert!(of(edition::ChangeSort::Reworded).is_empty());
}

#[test]
fn an_open_assignment_of_an_excluded_activity_is_asked_about_until_it_is_decided() {
    let mut told = Told::new();
    told.open("2023-05-25");
    let given = told.assign(
        Some("2023-05-25"),
        "2023-05-25",
        activity("2.4.2"),
        "2024-06-08",
    );
    told.finish("2023-05-25");
    let called = |told: &Told, on: &str| {
        let all = told.workspace.assignments_called(day(on));
        all.iter().any(|it| it.id == given)
    };
    assert!(!called(&told, "2023-09-14"));
    let order = told.workspace.documents()[0].clone();
    let changes = edition::take_out(&order, key("2.4.2"), true);
    let pending = told.workspace.amended(order.key, changes).unwrap();
    adopt(&mut told.workspace, &pending, "2023-09-14", 9_000);
    assert!(called(&told, "2023-09-21"));
    let line = told.line("2023-09-21", activity("2.4.2")).unwrap();
    assert!(!line.reasons.is_empty());
    told.open("2023-09-21");
    let until = day("2024-06-08");
    told.control(
        "2023-09-21",
        given,
        crate::domain::control::Control::Kept { until },
    )
    .finish("2023-09-21");
    assert!(!called(&told, "2023-09-28"));
}

#[test]
fn an_edition_counts_from_its_day_and_not_before() {
    let mut told = Told::new();
    let order = told.workspace.documents()[0].clone();
    let pending = told
        .workspace
        .compared(order.key, as_file(&amended(&order)))
        .unwrap();
    adopt(&mut told.workspace, &pending, "2023-09-14", 9_000);
    let number = |told: &Told, on: &str| {
        let on_day = told.workspace.on_day(day(on));
        on_day.activity(key("1.2.3")).unwrap().0.number.to_string()
    };
    assert_eq!(number(&told, "2023-09-13"), "1.2.3");
    assert_eq!(number(&told, "2023-09-14"), "1.2.4");
    assert!(told.workspace.stand_on(day("2023-09-13")));
    assert_eq!(
        told.workspace
            .activity(key("1.2.3"))
            .unwrap()
            .0
            .number
            .as_str(),
        "1.2.3"
    );
    // What comes next is compared with the newest text, whatever day is shown.
    let again = told
        .workspace
        .compared(order.key, as_file(&amended(&order)))
        .unwrap();
    assert!(again.is_empty(), "{:?}", again.comparison.changes);
}

#[test]
fn a_file_made_of_an_earlier_text_does_not_take_back_what_came_since() {
    let mut told = Told::new();
    let order = told.workspace.documents()[0].clone();
    let pending = told
        .workspace
        .compared(order.key, as_file(&amended(&order)))
        .unwrap();
    adopt(&mut told.workspace, &pending, "2023-09-14", 9_000);
    // The file of before, with one more word in it.
    let mut old = Document::clone(&order);
    let text = "Положение об апробации".into();
    let change = Change::Amend {
        key: key("1.1.4"),
        cell: Cell::Result,
        text,
    };
    amend(&mut old, &change);
    let found = told.workspace.compared(order.key, as_file(&old)).unwrap();
    assert!(found.is_answered());
    assert_eq!(found.comparison.changes, [change]);
}

/// 1.1.3 loses its point of May, and 2.4.2 is excluded.
fn with_losses(told: &Told) -> Pending {
    let order = told.workspace.documents()[0].clone();
    let mut changes = edition::take_out(&order, key("2.4.2"), true);
    changes.push(Change::Amend {
        key: key("1.1.3"),
        cell: Cell::Term,
        text: "Январь 2024 г.".into(),
    });
    told.workspace.amended(order.key, changes).unwrap()
}

#[test]
fn marks_of_a_point_that_is_gone_are_asked_about_and_go_where_it_is_answered() {
    for (answer, expected) in [(Some("2024-01-01"), "2024-01-01"), (None, "2023-05-01")] {
        let mut told = Told::new();
        told.open("2023-05-25")
            .mark("2023-05-25", "1.1.3", "2023-05-01", Status::Done)
            .finish("2023-05-25");
        let pending = with_losses(&told);
        assert!(!pending.is_answered() && pending.has_sure_text());
        assert_eq!(
            pending.points,
            [LostPoint {
                activity: key("1.1.3"),
                from: day("2023-05-01"),
                nearest: day("2024-01-01"),
            }]
        );
        let mut answers = Answers::default();
        let lost = (key("1.1.3"), day("2023-05-01"));
        answers.points.insert(lost, answer.map(day));
        let answered = told
            .workspace
            .answered(&pending, Matching::default(), answers)
            .unwrap();
        adopt(&mut told.workspace, &answered, "2023-09-14", 9_000);
        let mark = &told.workspace.ledger().marks(key("1.1.3"))[0];
        assert_eq!(mark.occurrence, day(expected));
    }
}

#[test]
fn an_open_assignment_on_what_is_excluded_is_asked_about_and_lifted_if_it_is_said() {
    for parting in [Parting::Stays, Parting::Dropped] {
        let mut told = Told::new();
        told.open("2023-05-25");
        let on = activity("2.4.2");
        let given = told.assign(Some("2023-05-25"), "2023-05-25", on, "2024-06-08");
        told.finish("2023-05-25");
        let pending = with_losses(&told);
        assert!(!pending.is_answered());
        let left: Vec<Id> = pending.open_left().map(|it| it.assignment).collect();
        assert_eq!(left, [given]);
        let mut answers = Answers::default();
        answers.partings.insert(given, parting);
        let answered = told
            .workspace
            .answered(&pending, Matching::default(), answers)
            .unwrap();
        adopt(&mut told.workspace, &answered, "2023-09-14", 9_000);
        let view = told.workspace.assignment(given, day("2023-09-14")).unwrap();
        assert_eq!(view.state.is_closed(), parting == Parting::Dropped);
        let called = told.workspace.assignments_called(day("2023-09-21"));
        assert_eq!(called.is_empty(), parting == Parting::Dropped);
        // One undo takes all of it back.
        let act = Id(Ulid::from_parts(9_000, 1));
        let clock = told.workspace.ledger().clock() + 1;
        let at = chrono::DateTime::parse_from_rfc3339("2023-09-14T10:00:00+03:00").unwrap();
        told.workspace.apply(vec![Record {
            id: Id(Ulid::from_parts(clock, 2)),
            clock,
            at: Moment::new(at),
            writer: WriterId("w".to_owned().into()),
            act: Id(Ulid::from_parts(clock, 1)),
            day: day("2023-09-14"),
            meeting: None,
            op: Operation::Retract { act },
        }]);
        let view = told.workspace.assignment(given, day("2023-09-14")).unwrap();
        assert!(!view.state.is_closed());
        assert!(told.workspace.activity(key("2.4.2")).is_some());
    }
}

#[test]
fn a_postponement_said_before_an_edition_kept_the_deadline_the_edition_set() {
    // A month begins on another day when it is amended; a limit begins where it did.
    for (of, first, term, until) in [
        ("1.1.1", "2023-05-01", "Сентябрь 2023 г.", "2023-09-29"),
        ("2.4.2", "2023-01-01", "до 20 ноября 2024 г.", "2024-11-20"),
    ] {
        let mut told = Told::new();
        let mut order = Document::clone(&told.workspace.documents()[0]);
        let cell = |text: &str| Change::Amend {
            key: key(of),
            cell: Cell::Term,
            text: text.into(),
        };
        if of == "2.4.2" {
            amend(&mut order, &cell("до 31 мая 2023 г."));
            told.put(vec![order.clone()]);
        }
        told.mark("2023-05-25", of, first, postponed("2023-06-15"));
        amend(&mut order, &cell(term));
        let compared = told.workspace.compared(order.key, as_file(&order));
        adopt(&mut told.workspace, &compared.unwrap(), "2023-06-07", 9_000);
        let due = |told: &Told, on: &str| {
            let of_day = told.workspace.on_day(day(on));
            of_day.standing_owed(key(of), day(on)).unwrap().due
        };
        assert_eq!(due(&told, "2023-06-01"), Some(day("2023-06-15")), "{of}");
        assert_eq!(due(&told, "2023-06-08"), Some(day(until)), "{of}");
        let owed = told.workspace.standing_owed(key(of), day("2023-06-08"));
        assert_eq!(owed.unwrap().status, None, "{of}");
        // What is said after it counts as ever.
        let view = told.workspace.activity(key(of)).unwrap().1;
        let first = view.occurrences[0].window.first.to_string();
        told.mark("2023-06-15", of, &first, postponed("2024-12-05"));
        assert_eq!(due(&told, "2023-06-15"), Some(day("2024-12-05")), "{of}");
    }
}
