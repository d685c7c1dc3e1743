//! What cannot be taken stays open with its text and says what is wrong.

use crate::harness::Desk;

fn refused(script: &str, text: &str, message: &str) {
    let mut desk = Desk::new();
    desk.press("Enter");
    let before = desk.model().workspace.revision();
    desk.press(script);
    assert_eq!(desk.model().workspace.revision(), before, "{script}");
    desk.assert_shows(text);
    desk.assert_shows(message);
}

#[test]
fn an_unknown_executor_is_named() {
    refused(
        "v «Подготовить отчёт @Неведомский к 15.06» Enter",
        "Подготовить отчёт @Неведомский к 15.06",
        "Нет такого исполнителя: Неведомский",
    );
}

#[test]
fn a_day_that_is_not_in_the_calendar_is_refused() {
    refused(
        "e \"мм\" Enter \"31.06\" Enter",
        "31.06",
        "Такого дня нет: «31.06»",
    );
    refused("p «30.02» Enter", "30.02", "Такого дня нет: «30.02»");
}

#[test]
fn a_due_date_that_is_no_date_is_refused() {
    refused("e \"мм\" Enter \"абв\" Enter", "абв", "не дата");
}

#[test]
fn a_due_date_before_the_meeting_is_refused() {
    refused(
        "e \"мм\" Enter \"24.05.2023\" Enter",
        "24.05.2023",
        "Срок раньше дня совещания.",
    );
    refused(
        "v «Отчёт @ММС к 24.05.2023» Enter",
        "Отчёт @ММС к 24.05.2023",
        "Срок раньше дня совещания.",
    );
}

#[test]
fn an_empty_decision_is_refused() {
    refused("v Enter", "Решили", "Текст пуст");
    refused("v «   » Enter", "Решили", "Текст пуст");
    refused("v «@ММС к 15.06» Enter", "@ММС к 15.06", "Текст пуст");
}

#[test]
fn an_assignment_needs_an_executor_and_a_text() {
    refused("e \"мм\" Enter Tab Home ctrl-k Enter", "ММС", "Текст пуст");
    refused("e \"7\" Enter", "7", "Назовите исполнителя");
}

#[test]
fn a_correction_after_a_refusal_is_taken() {
    let mut desk = Desk::new();
    desk.press("Enter e \"мм\" Enter \"31.06\" Enter");
    desk.assert_shows("Такого дня нет");
    desk.press("Home Right Backspace \"1\"");
    assert!(!desk.frame().contains("Такого дня нет"));
    desk.press("Home Right Backspace \"2\" Enter");
    assert_eq!(desk.notice(), "1.3.3 → ММС, к ср 21.06");
}
