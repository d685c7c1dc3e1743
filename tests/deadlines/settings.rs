//! What a school or a region sets for itself: its terms with the holidays between them, its days
//! off.

use planerka::domain::calendar::Calendar;
use planerka::domain::date::Span;
use planerka::domain::deadline::reading::{Direction, TimeRange};
use planerka::domain::deadline::{
    Certainty, Conventions, Kind, MonthDay, Reading, Reason, SchoolTerm, occurrences, read,
    read_with,
};

use crate::support::{period, span};

/// The terms of a school of 2023/24.
fn with_terms() -> Conventions {
    let day = |month, day| MonthDay { month, day };
    let term = |first, last| SchoolTerm { first, last };
    Conventions {
        school_terms: vec![
            term(day(9, 1), day(10, 27)),
            term(day(11, 6), day(12, 29)),
            term(day(1, 9), day(3, 22)),
            term(day(4, 1), day(5, 24)),
        ],
        ..Conventions::default()
    }
}

fn reads(wording: &str, plan: &str, windows: &str) -> Reading {
    let reading = read(wording, period(plan), &with_terms());
    let wanted: Vec<Span> = windows.split("; ").map(span).collect();
    assert_eq!(reading.windows, wanted, "{wording}");
    reading
}

fn certainly(wording: &str, plan: &str, windows: &str) {
    let reading = reads(wording, plan, windows);
    assert!(reading.is_certain(), "{wording} {:?}", reading.certainty);
}

const TERMS: &str = "2023-09-01..2023-10-27; 2023-11-06..2023-12-29; \
                     2024-01-09..2024-03-22; 2024-04-01..2024-05-24";

#[test]
fn terms_that_are_set_are_those_of_the_school() {
    certainly("1 раз в четверть", "S", TERMS);
    certainly("по четвертям", "S", TERMS);
    certainly("II четверть", "S", "2023-11-06..2023-12-29");
    certainly("3 четверть", "Y", "2024-01-09..2024-03-22");
    certainly("до конца III четверти", "S", "2023-09-01..2024-03-22");
    certainly("до конца четверти, ежемесячно", "S", TERMS);
    let last_days = "2023-10-27; 2023-12-29; 2024-03-22; 2024-05-24";
    certainly("последний день четверти", "S", last_days);
    certainly("последняя пятница каждой четверти", "S", last_days);
    let end = reads("конец I четверти", "S", "2023-10-01..2023-10-27");
    assert_eq!(assumed(&end), [Reason::VaguePart]);
}

#[test]
fn holidays_lie_between_the_terms() {
    certainly("осенние каникулы", "S", "2023-10-28..2023-11-05");
    certainly("в период зимних каникул", "S", "2023-12-30..2024-01-08");
    certainly("весенние каникулы", "S", "2024-03-23..2024-03-31");
    let unset = read("осенние каникулы", period("S"), &Conventions::default());
    assert_eq!(unset.kind, Kind::Unscheduled);
    assert_eq!(assumed(&unset), [Reason::SchoolCalendar]);
}

fn assumed(reading: &Reading) -> &[Reason] {
    match &reading.certainty {
        Certainty::Assumed { reasons, .. } => reasons,
        _ => &[],
    }
}

#[test]
fn days_off_of_the_region_move_due_dates_and_last_working_days() {
    let mut calendar = Calendar::default();
    calendar.extra_off.insert(span("2024-05-31").first);
    calendar.extra_working.insert(span("2024-06-29").first);
    let conventions = Conventions::default();
    let plan = span("2024-05-01..2024-06-30");
    let due = |wording: &str| {
        let reading = read_with(wording, plan, &conventions, &calendar);
        let found = occurrences(&reading, plan.first, &conventions, &calendar);
        found.iter().map(|one| one.due).collect::<Vec<_>>()
    };
    let moved = [
        Some(span("2024-05-30").first),
        Some(span("2024-06-29").first),
    ];
    assert_eq!(due("ежемесячно"), moved);
    assert_eq!(due("последний рабочий день месяца"), moved);
}

#[test]
fn a_lower_bound_is_no_term() {
    let plan = period("P");
    let conventions = Conventions::default();
    let reading = read(
        "не ранее чем за 10 дней до начала смены",
        plan,
        &conventions,
    );
    let relative = reading.relative.clone().unwrap();
    assert_eq!(
        (relative.days, relative.direction),
        (None, Direction::Before)
    );
    assert!(assumed(&reading).contains(&Reason::LowerBound));
    for wording in [
        "не ранее чем за 10 дней и не позднее чем за 3 дня до начала смены",
        "не позднее чем за 3 дня, но не ранее чем за 10 дней до начала смены",
    ] {
        let both = read(wording, plan, &conventions);
        let relative = both.relative.clone().unwrap();
        assert_eq!(
            (relative.days, relative.direction),
            (Some(3), Direction::Before)
        );
        assert_eq!(relative.anchor.as_deref(), Some("начала смены"));
        assert!(both.is_certain(), "{wording}");
    }
}

#[test]
fn times_joined_by_hyphens_are_times() {
    let time = |wording: &str| {
        let reading = read(wording, period("Y"), &Conventions::default());
        let clock = |TimeRange { from, to, .. }| {
            [from, to].map(|it| it.map(|it| it.to_string()).unwrap_or_default())
        };
        reading.time.map(clock).unwrap_or_default().join("–")
    };
    for (wording, wanted) in [
        ("13 марта 11-00-11-40", "11:00–11:40"),
        ("13 марта 2024 г. 9-30–10-15", "09:30–10:15"),
        ("13-15 марта 10-00-12-00", "10:00–12:00"),
        ("13 марта с 11-30 до 12-45", "11:30–12:45"),
        ("13.03. в 15.30 ч.", "15:30–"),
        ("каждую среду в 15-00", "15:00–"),
        ("с 10 по 15 марта", "–"),
        ("10-11-12 марта", "–"),
    ] {
        assert_eq!(time(wording), wanted, "{wording}");
    }
}
