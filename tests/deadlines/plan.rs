//! The thirty wordings of the order's plan, with the due dates worked out by hand.

use planerka::domain::calendar::Calendar;
use planerka::domain::date::{Date, Span};
use planerka::domain::deadline::{Conventions, Kind, Occurrence, occurrences, read};

use crate::support::{period, span};

/// Wording, windows, due dates.
const WINDOWS: &[(&str, &str, &str)] = &[
    ("Май 2023 г.", "2023-05-01..2023-05-31", "2023-05-31"),
    ("Май-июнь 2023 г.", "2023-05-01..2023-06-30", "2023-06-30"),
    (
        "Май 2023 г., январь 2024 г.",
        "2023-05-01..2023-05-31 2024-01-01..2024-01-31",
        "2023-05-31 2024-01-31",
    ),
    (
        "Май 2023 г., март 2024 г.",
        "2023-05-01..2023-05-31 2024-03-01..2024-03-31",
        "2023-05-31 2024-03-29",
    ),
    (
        "Май 2023 г., апрель 2024 г.",
        "2023-05-01..2023-05-31 2024-04-01..2024-04-30",
        "2023-05-31 2024-04-27",
    ),
    (
        "Май 2023 г., август 2024 г.",
        "2023-05-01..2023-05-31 2024-08-01..2024-08-31",
        "2023-05-31 2024-08-30",
    ),
    (
        "Август 2023 г., август 2024 г.",
        "2023-08-01..2023-08-31 2024-08-01..2024-08-31",
        "2023-08-31 2024-08-30",
    ),
    (
        "Май 2023 г., май 2024 г.",
        "2023-05-01..2023-05-31 2024-05-01..2024-05-31",
        "2023-05-31 2024-05-31",
    ),
    (
        "Май-июнь 2023 г., апрель-май 2024 г.",
        "2023-05-01..2023-06-30 2024-04-01..2024-05-31",
        "2023-06-30 2024-05-31",
    ),
    (
        "Май 2023 г., январь-февраль 2024 г.",
        "2023-05-01..2023-05-31 2024-01-01..2024-02-29",
        "2023-05-31 2024-02-29",
    ),
    (
        "Май-июнь 2023 г., февраль 2024 г.",
        "2023-05-01..2023-06-30 2024-02-01..2024-02-29",
        "2023-06-30 2024-02-29",
    ),
    (
        "Май-июль 2023 г., май-июль 2024 г.",
        "2023-05-01..2023-07-31 2024-05-01..2024-07-31",
        "2023-07-31 2024-07-31",
    ),
    (
        "Декабрь 2023 г., декабрь 2024 г.",
        "2023-12-01..2023-12-31 2024-12-01..2024-12-31",
        "2023-12-29 2024-12-28",
    ),
    (
        "Июнь 2023 г декабрь 2023 г., июнь 2024г., декабрь2024 г.",
        "2023-06-01..2023-06-30 2023-12-01..2023-12-31 2024-06-01..2024-06-30 2024-12-01..2024-12-31",
        "2023-06-30 2023-12-29 2024-06-28 2024-12-28",
    ),
    (
        "Декабрь 2023 г., июнь 2023 г., декабрь 2024 г., июнь 2024 г.",
        "2023-06-01..2023-06-30 2023-12-01..2023-12-31 2024-06-01..2024-06-30 2024-12-01..2024-12-31",
        "2023-06-30 2023-12-29 2024-06-28 2024-12-28",
    ),
    (
        "Октябрь 2023 г., декабрь 2023 г., февраль 2024 г., апрель 2024 г.",
        "2023-10-01..2023-10-31 2023-12-01..2023-12-31 2024-02-01..2024-02-29 2024-04-01..2024-04-30",
        "2023-10-31 2023-12-29 2024-02-29 2024-04-27",
    ),
    ("Сентябрь 2023 г.", "2023-09-01..2023-09-30", "2023-09-29"),
    (
        "В течение 2023-2024 гг.",
        "2023-01-01..2024-12-31",
        "2024-12-28",
    ),
    (
        "В течение 2023, 2024 гг.",
        "2023-01-01..2023-12-31 2024-01-01..2024-12-31",
        "2023-12-29 2024-12-28",
    ),
    ("6 октября 2023 г.", "2023-10-06", "2023-10-06"),
    ("23 октября 2023 г.", "2023-10-23", "2023-10-23"),
    ("16 ноября 2023 г.", "2023-11-16", "2023-11-16"),
    (
        "с 16 октября по 30 октября 2023 г.",
        "2023-10-16..2023-10-30",
        "2023-10-30",
    ),
    // Ends on a Saturday and stays there.
    (
        "с 4 декабря по 9 декабря 2023 г.",
        "2023-12-04..2023-12-09",
        "2023-12-09",
    ),
    (
        "с 28 августа по 30 августа 2023 г.",
        "2023-08-28..2023-08-30",
        "2023-08-30",
    ),
];

/// The order was signed on this day.
fn signed() -> Date {
    Date::new(2023, 5, 23).unwrap()
}

fn of_the_plan(wording: &str) -> Vec<Occurrence> {
    let conventions = Conventions::default();
    let reading = read(wording, period("P"), &conventions);
    assert!(reading.is_certain(), "{wording}: {:?}", reading.certainty);
    occurrences(&reading, signed(), &conventions, &Calendar::default())
}

#[test]
fn named_windows_and_their_due_dates_are_exact() {
    for (wording, windows, due) in WINDOWS {
        let found = of_the_plan(wording);
        let wanted: Vec<Span> = windows.split(' ').map(span).collect();
        let windows: Vec<Span> = found.iter().map(|one| one.window).collect();
        assert_eq!(windows, wanted, "{wording}");
        let wanted: Vec<Option<Date>> = due.split(' ').map(|day| Some(span(day).first)).collect();
        let due: Vec<Option<Date>> = found.iter().map(|one| one.due).collect();
        assert_eq!(due, wanted, "{wording}");
    }
}

#[test]
fn thursdays_are_counted_from_the_order() {
    let text = "Еженедельно по четвергам в течение 2023-2024 гг.";
    let all = read(text, period("P"), &Conventions::default());
    assert_eq!((all.kind, all.windows.len()), (Kind::Recurrence, 104));
    let found = of_the_plan(text);
    assert_eq!(found.len(), 84);
    assert_eq!(found[0].window, span("2023-05-25"));
    let working = found
        .iter()
        .filter(|one| one.due == Some(one.window.last))
        .count();
    assert_eq!(working, 82);
    let due = |day: &str| {
        let window = span(day);
        found.iter().find(|one| one.window == window).unwrap().due
    };
    assert_eq!(due("2024-01-04"), None);
    assert_eq!(due("2024-05-09"), Some(span("2024-05-08").first));
}

#[test]
fn weeks_are_due_on_their_last_working_day() {
    let found = of_the_plan("Еженедельно");
    assert_eq!(found.len(), 85);
    assert_eq!(found[0].window, span("2023-05-22..2023-05-28"));
    assert_eq!(found[84].window, span("2024-12-30..2024-12-31"));
    let due = |monday: &str| {
        let monday = span(monday).first;
        found
            .iter()
            .find(|one| one.window.first == monday)
            .unwrap()
            .due
    };
    for (monday, day) in [
        ("2023-05-22", Some("2023-05-26")),
        ("2024-02-19", Some("2024-02-22")),
        ("2024-03-04", Some("2024-03-07")),
        ("2024-04-22", Some("2024-04-27")),
        ("2024-05-06", Some("2024-05-08")),
        ("2024-10-28", Some("2024-11-02")),
        ("2024-12-23", Some("2024-12-28")),
        ("2024-01-01", None),
        ("2024-12-30", None),
    ] {
        assert_eq!(due(monday), day.map(|day| span(day).first), "{monday}");
    }
    assert_eq!(found.iter().filter(|one| one.due.is_none()).count(), 2);
}

#[test]
fn months_are_due_on_their_last_working_day() {
    for wording in [
        "Ежемесячно",
        "1 раз в месяц в течение 2023-2024 гг.",
        "Ежемесячно в течение 2023-2024 гг.",
    ] {
        let all = read(wording, period("P"), &Conventions::default());
        assert_eq!(
            (all.kind, all.windows.len()),
            (Kind::Recurrence, 24),
            "{wording}"
        );
        let found = of_the_plan(wording);
        assert_eq!(found.len(), 20, "{wording}");
        let due: Vec<String> = found
            .iter()
            .map(|one| one.due.unwrap().to_string())
            .collect();
        for day in [
            "2023-05-31",
            "2023-09-29",
            "2023-12-29",
            "2024-03-29",
            "2024-04-27",
            "2024-06-28",
            "2024-08-30",
            "2024-11-29",
            "2024-12-28",
        ] {
            assert!(due.contains(&day.to_owned()), "{wording} {day}");
        }
    }
}
