//! The disk is full: nothing is shown as recorded, nothing typed is lost.

use std::io::ErrorKind;

use planerka::store::file_system::{Fault, FaultScope, FaultTimes, WhatFails};

use super::first_meeting::DAY;
use crate::harness::{Desk, date};

fn full() -> Fault {
    Fault {
        at: 1,
        times: FaultTimes::ForEver,
        scope: FaultScope::Changing,
        what: WhatFails::Error(ErrorKind::StorageFull),
    }
}

#[test]
fn an_act_that_was_not_written_is_not_shown() {
    let mut desk = Desk::new();
    desk.press("Enter d");
    let before = desk.model().workspace.minutes(date(DAY));
    desk.files.set_fault(Some(full()));
    desk.press("d");
    assert!(
        desk.notice().starts_with("НЕ ЗАПИСАНО"),
        "{}",
        desk.notice()
    );
    assert_eq!(desk.model().workspace.minutes(date(DAY)), before);
    desk.files.set_fault(None);
    desk.press("d");
    assert_eq!(desk.notice(), "1.1.1: исполнено");
    desk.crash();
    let minutes = desk.model().workspace.minutes(date(DAY)).unwrap();
    assert_eq!(minutes.items.len(), 2);
}

#[test]
fn a_typed_decision_stays_in_its_field() {
    let mut desk = Desk::new();
    desk.press("Enter v «Важное решение, долго набиралось»");
    desk.files.set_fault(Some(full()));
    desk.press("Enter");
    assert!(
        desk.notice().starts_with("НЕ ЗАПИСАНО"),
        "{}",
        desk.notice()
    );
    desk.assert_shows("Важное решение, долго набиралось");
    desk.files.set_fault(None);
    desk.press("Enter f Enter");
    let decided = &desk.minutes(DAY).items[0].decided;
    assert_eq!(decided[0].text.as_str(), "Важное решение, долго набиралось");
    assert_eq!(decided.len(), 1);
}

#[test]
fn an_assignment_stays_in_its_form() {
    let mut desk = Desk::new();
    desk.press("Enter e \"мм\" Enter \"15.06\"");
    desk.files.set_fault(Some(full()));
    desk.press("Enter");
    assert!(
        desk.notice().starts_with("НЕ ЗАПИСАНО"),
        "{}",
        desk.notice()
    );
    desk.assert_shows("15.06");
    desk.files.set_fault(None);
    desk.press("Enter");
    assert!(desk.notice().contains("ММС"), "{}", desk.notice());
}

#[test]
fn an_end_whose_papers_cannot_be_written_says_so() {
    let mut desk = Desk::new();
    desk.press("Enter d f");
    desk.files.reset_count();
    // The act itself goes through, the first paper does not.
    desk.files.set_fault(Some(Fault { at: 6, ..full() }));
    desk.press("Enter");
    let notice = desk.notice();
    assert!(
        notice.starts_with("Документы не записаны") || notice.starts_with("НЕ ЗАПИСАНО"),
        "{notice}"
    );
    assert_eq!(desk.read("minutes/2023-05-25.ron"), None);
}
