//! Limits beside other dates, hours of a day that end it, days said in round numbers, blanks: each
//! kind by what went wrong.

use planerka::domain::deadline::{Certainty, Conventions, Kind, Reading, Reason, read};

use crate::support::{period, span};

fn reading(plan: &str, wording: &str) -> Reading {
    read(wording, period(plan), &Conventions::default())
}

/// A row: the plan, the wording, the kind, the windows, whether the reading is certain.
type Row<'r> = (&'r str, &'r str, Kind, &'r [&'r str], bool);

#[track_caller]
fn assert_rows(rows: &[Row<'_>]) {
    for (plan, wording, kind, windows, certain) in rows {
        let reading = reading(plan, wording);
        let wanted: Vec<_> = windows.iter().map(|window| span(window)).collect();
        assert_eq!(reading.kind, *kind, "{wording:?} {reading:?}");
        assert_eq!(reading.windows, wanted, "{wording:?} {reading:?}");
        assert_eq!(reading.is_certain(), *certain, "{wording:?} {reading:?}");
    }
}

fn reasons(reading: &Reading) -> &[Reason] {
    match &reading.certainty {
        Certainty::Assumed { reasons, .. } => reasons,
        _ => &[],
    }
}

#[test]
fn a_limit_after_a_stretch_was_a_second_deadline_from_the_first_day_of_the_plan() {
    let narrowed: &[(&str, &str)] = &[
        ("июль-август, до 20.08", "2024-07-01..2024-08-20"),
        (
            "II квартал 2024, не позднее 1 июня",
            "2024-04-01..2024-06-01",
        ),
        (
            "ноябрь 2024 г. – не позднее 25 ноября",
            "2024-11-01..2024-11-25",
        ),
        (
            "в течение 2024 года, не позднее 20 декабря",
            "2024-01-01..2024-12-20",
        ),
        ("в течение года, до 25 декабря", "2024-01-01..2024-12-25"),
    ];
    for (wording, window) in narrowed {
        assert_rows(&[("Y", wording, Kind::Windows, &[window], false)]);
        assert_eq!(reasons(&reading("Y", wording)), [Reason::Narrowed]);
    }
    assert_rows(&[
        (
            "Y",
            "март, до 20 марта; июнь, до 20 июня",
            Kind::Windows,
            &["2024-03-01..2024-03-20", "2024-06-01..2024-06-20"],
            false,
        ),
        (
            "Y",
            "II квартал, до 30 июня",
            Kind::Windows,
            &["2024-04-01..2024-06-30"],
            true,
        ),
        (
            "Y",
            "апрель; до 30.04",
            Kind::Windows,
            &["2024-04-01..2024-04-30"],
            true,
        ),
    ]);
}

#[test]
fn the_year_a_plan_is_drawn_up_for_was_certainly_a_deadline() {
    let reading = reading(
        "2024-01-01..2026-12-31",
        "на 2025 год – до 25 декабря 2024 года",
    );
    assert!(!reading.is_certain(), "{reading:?}");
}

#[test]
fn a_january_after_october_was_certainly_the_one_before() {
    for wording in [
        "до 10 апреля, до 10 июля, до 10 октября, до 10 января",
        "до 10.04; до 10.07; до 10.10; до 10.01",
    ] {
        let reading = reading("Y", wording);
        let Certainty::Assumed {
            reasons,
            alternatives,
        } = &reading.certainty
        else {
            panic!("certain: {wording:?} {reading:?}");
        };
        assert!(reasons.contains(&Reason::UnsortedList), "{wording:?}");
        assert!(
            alternatives
                .iter()
                .filter_map(|other| other.windows.last())
                .any(|last| last.last == span("2025-01-10").first),
            "{wording:?} {alternatives:?}"
        );
    }
    assert!(reading("Y", "до 10 января, до 10 апреля, до 10 июля").is_certain());
    assert!(reading("S", "до 1 июня, до 1 декабря").is_certain());
}

#[test]
fn a_day_named_as_the_deadline_was_an_event() {
    assert_rows(&[
        (
            "Y",
            "Срок – 01.12.2024",
            Kind::Windows,
            &["2024-01-01..2024-12-01"],
            true,
        ),
        (
            "Y",
            "Срок исполнения: 15 августа 2024 г.",
            Kind::Windows,
            &["2024-01-01..2024-08-15"],
            true,
        ),
        (
            "Y",
            "Сроки: 15–20 августа 2024 г.",
            Kind::Event,
            &["2024-08-15..2024-08-20"],
            true,
        ),
    ]);
}

#[test]
fn round_numbers_of_days_were_one_day_and_the_first_day_was_ten() {
    assert_rows(&[
        (
            "Y",
            "в 20-х числах августа",
            Kind::Windows,
            &["2024-08-21..2024-08-31"],
            false,
        ),
        (
            "Y",
            "двадцатые числа мая 2024 г.",
            Kind::Windows,
            &["2024-05-21..2024-05-31"],
            false,
        ),
        (
            "Y",
            "в первых числах сентября",
            Kind::Windows,
            &["2024-09-01..2024-09-10"],
            false,
        ),
        (
            "2024-01-01..2024-02-29",
            "в 10-х числах каждого месяца",
            Kind::Recurrence,
            &["2024-01-11..2024-01-20", "2024-02-11..2024-02-20"],
            false,
        ),
        (
            "Y",
            "до первого числа сентября",
            Kind::Windows,
            &["2024-01-01..2024-09-01"],
            true,
        ),
        (
            "Y",
            "первого числа июля",
            Kind::Event,
            &["2024-07-01"],
            true,
        ),
        (
            "Y",
            "последнее число августа",
            Kind::Event,
            &["2024-08-31"],
            true,
        ),
        (
            "Y",
            "20-го числа августа",
            Kind::Event,
            &["2024-08-20"],
            true,
        ),
    ]);
    assert!(!reading("F", "последнее число февраля").is_certain());
}

#[test]
fn a_date_that_was_left_blank_was_the_whole_year() {
    for wording in [
        "\"___\" ________ 2024 г.",
        "«__» __________ 2024 года",
        "до ____ 2024",
    ] {
        let reading = reading("Y", wording);
        assert!(reading.windows.is_empty(), "{wording:?} {reading:?}");
        assert!(!reading.is_certain(), "{wording:?} {reading:?}");
    }
    assert!(!reading("Y", "«___» мая 2024 г.").is_certain());
    assert!(reading("Y", "до 12 _мая_ 2024 г.").is_certain());
}

#[test]
fn this_year_in_two_letters_was_not_read() {
    for wording in ["до 01 декабря т.г.", "до 1 декабря с. г.", "до 01.12.т.г."]
    {
        assert_rows(&[(
            "Y",
            wording,
            Kind::Windows,
            &["2024-01-01..2024-12-01"],
            true,
        )]);
    }
}

#[test]
fn an_hour_that_ends_the_day_left_it_an_event() {
    for (wording, clock) in [
        ("не позднее 12:00 1 апреля 2024 года", "12:00"),
        ("не позднее 12 часов 1 апреля", "12:00"),
        ("не позднее 17 час. 00 мин. 01.04.2024", "17:00"),
        ("до 24.00 1 апреля", "23:59"),
        ("до 14-00 1 апреля", "14:00"),
    ] {
        assert_rows(&[(
            "Y",
            wording,
            Kind::Windows,
            &["2024-01-01..2024-04-01"],
            true,
        )]);
        let time = reading("Y", wording).time.unwrap();
        assert_eq!(time.to.unwrap().to_string(), clock, "{wording:?}");
        assert!(time.from.is_none(), "{wording:?}");
    }
    let weekly = reading("Y", "еженедельно, по пятницам, до 14-00");
    assert!(weekly.is_certain(), "{weekly:?}");
    let length = reading("Y", "не позднее 24 часов с момента получения");
    assert_eq!(length.kind, Kind::Relative, "{length:?}");
}

#[test]
fn a_week_in_july_and_august_was_not_left_out_with_them() {
    let reading = reading("Y", "еженедельно, кроме июля и августа");
    let first = span("2024-07-29").first;
    assert!(
        reading.windows.iter().all(|window| window.first != first),
        "{reading:?}"
    );
}

#[test]
fn a_limit_of_a_month_of_each_year_was_a_second_deadline() {
    for (wording, window) in [
        ("ежегодно, май, до 20 мая", "2024-05-01..2024-05-20"),
        ("ежегодно, I квартал, до 1 марта", "2024-01-01..2024-03-01"),
    ] {
        assert_rows(&[("Y", wording, Kind::Recurrence, &[window], false)]);
    }
    let twice = reading("Y", "2 раза в год: май (до 20 мая), октябрь");
    assert_eq!(twice.windows.len(), 2, "{twice:?}");
}

#[test]
fn a_day_of_its_own_of_one_quarter_was_lost() {
    let reading = reading(
        "Y",
        "ежеквартально до 20 числа последнего месяца квартала, в IV квартале – до 10 декабря",
    );
    assert!(!reading.is_certain(), "{reading:?}");
}

#[test]
fn every_other_day_was_a_term_of_one_day() {
    assert!(!reading("Y", "через день").is_certain());
    assert_eq!(reading("Y", "через 3 дня").kind, Kind::Relative);
}
