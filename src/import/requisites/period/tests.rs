//! Titles, and the stretch each is for.

use super::*;

fn of(title: &str) -> Option<(String, String)> {
    of_title(title, None).map(|(span, _)| (span.first.to_string(), span.last.to_string()))
}

#[track_caller]
fn assert_period(title: &str, first: &str, last: &str) {
    assert_eq!(
        of(title),
        Some((first.to_owned(), last.to_owned())),
        "{title}"
    );
}

#[test]
fn the_years_are_those_of_the_title() {
    assert_period("План на 2024 – 2026 годы", "2024-01-01", "2026-12-31");
    assert_period("План на 2024 и 2025 годы", "2024-01-01", "2025-12-31");
    assert_period("План мероприятий на 2024 г.", "2024-01-01", "2024-12-31");
    assert_period("План работы 2024", "2024-01-01", "2024-12-31");
    assert_period(
        "Комплекс мер на период до 2024 года",
        "2024-01-01",
        "2024-12-31",
    );
    assert_period(
        "Бюджетный план на 2024 год и на плановый период 2025 и 2026 годов",
        "2024-01-01",
        "2026-12-31",
    );
    assert_eq!(of("План мероприятий"), None);
}

#[test]
fn a_shortened_school_year_was_two_years_of_the_calendar() {
    for title in [
        "План на 2024/2025 учебный год",
        "План работы на 2024-2025 уч. год",
        "План работы на 2024-2025 уч.год",
        "План работы на 2024 – 2025 уч. г.",
        "План на 2024/2025 уч. г.",
        "План на 2024-2025 у.г.",
        "План на 2024/25 учебный год",
        "План работы школы (2024-2025 учебный год)",
        "ПЛАН РАБОТЫ НА 2024-2025 УЧЕБНЫЙ ГОД",
    ] {
        assert_period(title, "2024-09-01", "2025-08-31");
    }
    assert_period("План на 2015-16 учебный год", "2015-09-01", "2016-08-31");
}

#[test]
fn a_part_of_a_year_was_the_whole_year() {
    for (title, first, last) in [
        ("План на II квартал 2025 года", "2025-04-01", "2025-06-30"),
        (
            "План работы на 2 квартал 2025 г.",
            "2025-04-01",
            "2025-06-30",
        ),
        (
            "План на III-IV кварталы 2025 года",
            "2025-07-01",
            "2025-12-31",
        ),
        (
            "План на первое полугодие 2024 года",
            "2024-01-01",
            "2024-06-30",
        ),
        (
            "План на 2-е полугодие 2024 года",
            "2024-07-01",
            "2024-12-31",
        ),
        (
            "План на январь – март 2025 года",
            "2025-01-01",
            "2025-03-31",
        ),
        (
            "План на апрель – июнь 2025 года",
            "2025-04-01",
            "2025-06-30",
        ),
        ("План на сентябрь 2024 года", "2024-09-01", "2024-09-30"),
        (
            "План мероприятий (сентябрь 2024 – май 2025 г.)",
            "2024-09-01",
            "2025-05-31",
        ),
        (
            "План на период с 1 сентября 2024 по 31 мая 2025 года",
            "2024-09-01",
            "2025-05-31",
        ),
        (
            "График на период с 01.03.2025 по 15.04.2025",
            "2025-03-01",
            "2025-04-15",
        ),
        (
            "План на I полугодие 2024/2025 учебного года",
            "2024-09-01",
            "2024-12-31",
        ),
    ] {
        assert_period(title, first, last);
    }
}

#[test]
fn the_year_of_a_cited_text_was_a_year_of_the_plan() {
    for title in [
        "План реализации распоряжения от 23.05.2023 № Р-503 на 2024 год",
        "План реализации приказа от 23 мая 2023 г. № 2021-р на 2024 год",
        "План на 2024 год по реализации программы на 2020-2030 годы",
        "План мероприятий на 2024 год по исполнению Стратегии до 2030 года",
        "План 2024 года по исполнению Стратегии до 2030 года",
    ] {
        assert_period(title, "2024-01-01", "2024-12-31");
    }
    assert_eq!(
        years("согласно приказу от 12.03.2019 № 45, май 2024 г."),
        [2024]
    );
}

#[test]
fn the_day_of_an_event_in_a_title_is_no_period() {
    assert_period(
        "План подготовки к 1 сентября 2024 года",
        "2024-01-01",
        "2024-12-31",
    );
    assert_period(
        "План мероприятий, посвящённых 9 мая 2024 года",
        "2024-01-01",
        "2024-12-31",
    );
}

#[test]
fn what_says_the_period_is_told() {
    let day = Date::new(2024, 12, 20).ok();
    let untitled = Requisites::default();
    let signed = Requisites {
        date: day,
        ..Requisites::default()
    };
    let by = |own: &Requisites, terms: &[&str]| super::of(own, terms).map(|(_, by)| by);
    assert_eq!(by(&untitled, &["май", "июнь"]), None);
    assert_eq!(
        by(&untitled, &["май 2024 г."]),
        Some(PeriodBasis::Deadlines)
    );
    assert_eq!(by(&signed, &["май"]), Some(PeriodBasis::Date));
    let titled = Requisites {
        plan_title: Some("План 2024, работы 2027".into()),
        ..Requisites::default()
    };
    assert_eq!(by(&titled, &[]), Some(PeriodBasis::TitleYears));
}
