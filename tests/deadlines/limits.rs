//! Limits beside other dates, each kind by what went wrong.

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
fn a_week_in_july_and_august_was_not_left_out_with_them() {
    let reading = reading("Y", "еженедельно, кроме июля и августа");
    let first = span("2024-07-29").first;
    assert!(
        reading.windows.iter().all(|window| window.first != first),
        "{reading:?}"
    );
}
