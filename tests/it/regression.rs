//! One test for every fault that was found, named after what the user saw.

use crate::harness::Desk;

#[test]
fn an_activity_could_be_postponed_into_the_past() {
    for script in [
        "Enter p «24.05.2023» Enter",
        "Enter e \"мм\" Enter Enter c 3 «24.05.2023» Enter",
        "Enter e \"мм\" Enter Enter c 4 «24.05.2023» Enter",
        "Enter e \"мм\" Enter Enter c 5 «24.05.2023» Enter",
    ] {
        let mut desk = Desk::new();
        desk.press(script);
        desk.assert_shows("24.05.2023");
        desk.assert_shows("Срок раньше дня совещания.");
    }
}

#[test]
fn a_due_date_that_is_no_day_became_part_of_the_text() {
    let mut desk = Desk::new();
    desk.press("Enter v «Отчёт @ММС к 31.06»");
    desk.assert_shows("Такого дня нет: «31.06»");
    desk.press("Enter");
    desk.assert_shows("Отчёт @ММС к 31.06");
    assert_eq!(desk.model().workspace.ledger().entries().count(), 0);
    // What is no date at all stays text.
    desk.press("Esc v «Подготовить к совещанию» Enter");
    let entry = desk.model().workspace.ledger().entries().next().unwrap();
    assert_eq!(entry.content.text.as_str(), "Подготовить к совещанию");
}
