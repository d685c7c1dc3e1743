//! Wordings that were read as something else, each kind by what went wrong.

use planerka::domain::date::Span;
use planerka::domain::deadline::{Certainty, Conventions, Kind, Note, Reading, Reason, read};

use crate::support::{period, span};

fn reading(plan: &str, wording: &str) -> Reading {
    read(wording, period(plan), &Conventions::default())
}

fn lasts(reading: &Reading) -> Vec<String> {
    reading
        .windows
        .iter()
        .map(|window| window.last.to_string())
        .collect()
}

#[track_caller]
fn assert_unread(plan: &str, wording: &str) {
    let reading = reading(plan, wording);
    assert_eq!(reading.kind, Kind::Unread, "{wording:?} {reading:?}");
}

#[track_caller]
fn assert_windows(plan: &str, wording: &str, windows: &[&str]) -> Reading {
    let reading = reading(plan, wording);
    let wanted: Vec<Span> = windows.iter().map(|window| span(window)).collect();
    assert_eq!(reading.windows, wanted, "{wording:?} {reading:?}");
    reading
}

#[test]
fn a_limit_of_two_years_was_a_limit_of_the_first_and_the_whole_second() {
    for wording in [
        "до 1 июля 2024 и 2025 годов",
        "не позднее 1 июля 2024, 2025 гг.",
    ] {
        let reading = reading("2024-01-01..2025-12-31", wording);
        assert_eq!(lasts(&reading), ["2024-07-01", "2025-07-01"], "{wording}");
    }
    let reading = reading("2024-01-01..2025-12-31", "до конца 2024, 2025 годов");
    assert_eq!(lasts(&reading), ["2024-12-31", "2025-12-31"]);
}

#[test]
fn a_day_was_of_the_first_month_of_a_row_only() {
    let reading = reading("Y", "до 10 апреля, июля, октября 2024 года");
    assert_eq!(lasts(&reading), ["2024-04-10", "2024-07-10", "2024-10-10"]);
    assert!(reading.is_certain());
    assert_windows(
        "Y",
        "с 10 по 15 апреля и июля 2024 г.",
        &["2024-04-10..2024-04-15", "2024-07-10..2024-07-15"],
    );
    assert_windows(
        "Y",
        "1 и 15 апреля, июля 2024 г.",
        &["2024-04-01", "2024-04-15", "2024-07-01", "2024-07-15"],
    );
    assert_windows(
        "Y",
        "первая пятница апреля, октября 2024 г.",
        &["2024-04-05", "2024-10-04"],
    );
    assert_windows(
        "Y",
        "I декада апреля, июля 2024 г.",
        &["2024-04-01..2024-04-10", "2024-07-01..2024-07-10"],
    );
}

#[test]
fn months_in_the_nominative_share_no_day() {
    assert_windows(
        "Y",
        "апрель, июль 2024 г.",
        &["2024-04-01..2024-04-30", "2024-07-01..2024-07-31"],
    );
    assert_windows(
        "Y",
        "в течение апреля, июля 2024 г.",
        &["2024-04-01..2024-04-30", "2024-07-01..2024-07-31"],
    );
}

#[test]
fn a_month_that_may_share_days_of_two_months_is_never_certain() {
    let reading = reading("Y", "с 10 апреля по 15 мая, июля 2024 г.");
    assert!(!reading.is_certain());
}

#[test]
fn a_day_of_its_own_for_december_took_the_other_months_away() {
    for wording in [
        "ежемесячно до 25 числа, в декабре – до 15",
        "ежемесячно до 25 числа (в декабре – до 15 числа)",
        "ежемесячно, не позднее 25 числа, в декабре не позднее 15 числа",
    ] {
        let reading = reading("Y", wording);
        assert_eq!(reading.kind, Kind::Recurrence, "{wording}");
        let lasts = lasts(&reading);
        assert_eq!(lasts.len(), 12, "{wording} {lasts:?}");
        assert_eq!(lasts[0], "2024-01-25");
        assert_eq!(lasts[11], "2024-12-15");
        assert!(reading.notes.contains(&Note::Except));
    }
    let reported = reading(
        "Y",
        "ежемесячно до 5 числа месяца, следующего за отчетным, в декабре – до 25",
    );
    assert!(!reported.is_certain());
    assert!(lasts(&reported).len() > 10);
}

#[test]
fn a_working_day_of_the_month_after_was_a_term_from_an_event() {
    for wording in [
        "не позднее 5 рабочего дня месяца, следующего за отчетным",
        "не позднее 5-го рабочего дня месяца, следующего за отчетным",
    ] {
        let reading = reading("Y", wording);
        assert_eq!(reading.kind, Kind::Recurrence, "{wording} {reading:?}");
        assert_eq!(lasts(&reading)[0], "2024-02-07");
    }
    let event = reading("Y", "не позднее 5 рабочих дней со дня поступления");
    assert_eq!(event.kind, Kind::Relative);
}

#[test]
fn a_month_in_brackets_was_of_years_that_are_not_named() {
    let reading = assert_windows(
        "2024-01-01..2026-12-31",
        "2024, 2025 гг. (сентябрь)",
        &["2024-09-01..2024-09-30", "2025-09-01..2025-09-30"],
    );
    let Certainty::Assumed { reasons, .. } = reading.certainty else {
        panic!("certain");
    };
    assert_eq!(reasons, [Reason::Narrowed]);
}

#[test]
fn a_limit_in_brackets_narrowed_the_last_year_only() {
    assert_windows(
        "2024-01-01..2026-12-31",
        "2024, 2025 гг. (до 1 сентября)",
        &["2024-01-01..2024-09-01", "2025-01-01..2025-09-01"],
    );
}

#[test]
fn a_row_in_brackets_narrowed_itself_and_brackets_before_it() {
    assert_windows(
        "2024-01-01..2026-12-31",
        "2024, 2025 гг. (май, октябрь)",
        &[
            "2024-05-01..2024-05-31",
            "2024-10-01..2024-10-31",
            "2025-05-01..2025-05-31",
            "2025-10-01..2025-10-31",
        ],
    );
    assert_windows(
        "2024-01-01..2026-12-31",
        "июнь-июль 2024, 2025 гг. (до 20 июля)",
        &["2024-06-01..2024-07-20", "2025-06-01..2025-07-20"],
    );
    assert_windows(
        "2024-01-01..2026-12-31",
        "I полугодие 2024 (март), II полугодие 2024 (ноябрь)",
        &["2024-03-01..2024-03-31", "2024-11-01..2024-11-30"],
    );
}

#[test]
fn a_row_of_months_with_a_row_of_years_lost_all_but_the_last_month_of_the_later_years() {
    for wording in [
        "август, декабрь 2024, 2025 гг.",
        "август, декабрь (2024, 2025 гг.)",
    ] {
        assert_windows(
            "2024-01-01..2026-12-31",
            wording,
            &[
                "2024-08-01..2024-08-31",
                "2024-12-01..2024-12-31",
                "2025-08-01..2025-08-31",
                "2025-12-01..2025-12-31",
            ],
        );
    }
}

#[test]
fn a_number_of_years_was_a_year() {
    for wording in ["15 лет", "до 18 лет", "до 35 лет", "11 класс", "25 лет"] {
        assert_unread("2015-01-01..2036-12-31", wording);
    }
    let length = reading("P", "в течение 15 лет");
    assert_eq!(length.kind, Kind::Relative);
    assert!(length.windows.is_empty());
    assert_windows("Y", "24 год", &["2024-01-01..2024-12-31"]);
}

#[test]
fn a_day_as_a_spreadsheet_prints_it_was_the_whole_month() {
    for wording in [
        "05.мар",
        "05.мар.24",
        "05-мар-24",
        "5.мар.24",
        "05.мар.2024",
    ] {
        assert_windows("Y", wording, &["2024-03-05"]);
    }
    assert_windows("Y", "05.май", &["2024-05-05"]);
    // March 2024, or the 24th of March.
    assert!(!reading("P", "мар.24").is_certain());
    // A place in a list, and a month.
    assert_windows(
        "Y",
        "1.Май 2024\n2.Июнь 2024",
        &["2024-05-01..2024-05-31", "2024-06-01..2024-06-30"],
    );
}

#[test]
fn the_day_of_a_cited_text_was_a_deadline() {
    for wording in [
        "в соответствии с приказом от 12.03.2024 № 45",
        "согласно распоряжению Минпросвещения России от 12 марта 2024 г. № Р-503",
        "по приказу от 12.03.2024 № 118-о",
        "приказ № 45 от 12.03.2024",
        "письмо от 12.03.2024",
        "протокол от 12.03.2024 № 3, п. 2",
    ] {
        let reading = reading("Y", wording);
        assert!(reading.windows.is_empty(), "{wording:?} {reading:?}");
    }
    let beside = reading("Y", "до 1 сентября 2024 г. (приказ от 12.03.2024 № 45)");
    assert_eq!(lasts(&beside), ["2024-09-01"]);
    let amended = reading("Y", "(в ред. от 10.02.2024) до 01.05.2024");
    assert_eq!(lasts(&amended), ["2024-05-01"]);
    assert_windows(
        "Y",
        "от 12.03.2024 до 15.03.2024",
        &["2024-03-12..2024-03-15"],
    );
}

#[test]
fn a_quarter_and_its_year_after_a_dash_were_a_stretch_to_the_end_of_the_year() {
    assert_windows(
        "2024-01-01..2025-12-31",
        "I квартал – 2024, II квартал – 2025",
        &["2024-01-01..2024-03-31", "2025-04-01..2025-06-30"],
    );
    assert_unread("Y", "15 мая – 2024 год");
}

#[test]
fn a_range_that_ends_before_it_begins_was_nearly_a_year() {
    for wording in [
        "с 10 по 5 мая",
        "с 10 по 5 мая 2024 года",
        "с 10 мая по 5 мая 2024 года",
        "III-I декада мая 2024 г.",
    ] {
        assert_unread("Y", wording);
    }
    assert!(!reading("Y", "с 15 мая по 10 апреля 2024 года").is_certain());
    assert_windows(
        "P",
        "с 15 ноября по 10 января 2024 года",
        &["2023-11-15..2024-01-10"],
    );
}

#[test]
fn a_report_with_a_day_of_its_own_came_beside_the_regular_one() {
    let last_three = |wording: &str| {
        let reading = reading("P", wording);
        assert!(reading.is_certain(), "{wording} {reading:?}");
        let mut lasts = lasts(&reading);
        lasts.split_off(lasts.len() - 3)
    };
    for wording in [
        "ежемесячно до 25 числа, за декабрь – до 20 декабря",
        "ежемесячно до 25 числа, в декабре – до 20 декабря",
        "ежемесячно до 25 числа, за декабрь – до 20 числа",
    ] {
        let wanted = ["2024-10-25", "2024-11-25", "2024-12-20"];
        assert_eq!(last_three(wording), wanted, "{wording}");
        assert_eq!(reading("P", wording).windows.len(), 24, "{wording}");
    }
    let wording =
        "ежеквартально до 25 числа последнего месяца квартала, за IV квартал – до 20 декабря";
    let wanted = ["2024-06-25", "2024-09-25", "2024-12-20"];
    assert_eq!(last_three(wording), wanted);
    assert_eq!(reading("P", wording).windows.len(), 8);
}

#[test]
fn quarters_were_not_read_beside_a_report_on_the_year() {
    let reading = reading("Y", "ежеквартально, за год – до 15 января");
    let mut wanted = vec!["2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31"];
    wanted.insert(1, "2025-01-15");
    assert_eq!(lasts(&reading), wanted);
    assert!(!reading.is_certain());
}

#[test]
fn several_days_a_month_and_one_report_of_its_own_are_not_certain() {
    let wording = "ежемесячно до 10 и 25 числа, за декабрь – до 20 декабря";
    assert!(!reading("Y", wording).is_certain());
}

#[test]
fn the_last_day_of_a_row_of_months_was_that_of_the_first_only() {
    for wording in [
        "до 31 марта, июня, сентября, декабря 2024 года",
        "ежеквартально, до 31 марта, июня, сентября, декабря",
    ] {
        let reading = reading("Y", wording);
        let wanted = ["2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31"];
        assert_eq!(lasts(&reading), wanted, "{wording}");
        assert!(reading.is_certain(), "{wording} {reading:?}");
    }
}

#[test]
fn a_day_that_does_not_exist_was_left_out_in_silence_beside_a_frequency() {
    let reading = reading("Y", "ежегодно до 31 марта, 31 июня");
    assert_eq!(lasts(&reading), ["2024-03-31"]);
    assert!(!reading.is_certain());
    assert_unread("Y", "ежегодно до 31 июня");
}

#[test]
fn nine_months_of_a_year_were_its_ninth_month() {
    for wording in ["9 месяцев 2024 года", "за 9 месяцев 2024 г."] {
        let reading = assert_windows("P", wording, &["2024-01-01..2024-09-30"]);
        assert_eq!(reading.kind, Kind::Windows, "{wording}");
    }
    assert_windows("Y", "9 месяц 2024 года", &["2024-09-01..2024-09-30"]);
}

#[test]
fn the_eve_of_days_off_was_the_days_off() {
    let reading = assert_windows("Y", "накануне выходных и праздничных дней", &[]);
    assert_eq!(reading.kind, Kind::Unscheduled);
}
