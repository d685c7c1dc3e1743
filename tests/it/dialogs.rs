//! Dialogs: what cannot be recorded is refused before anything is typed, and what was typed is
//! not thrown away.

use crate::harness::{Desk, Setting};

/// A meeting that was finished.
fn approved() -> Desk {
    let mut desk = Desk::new();
    desk.press("Enter A d f Enter");
    desk.assert_shows("Совещание 25.05.2023");
    desk
}

#[test]
fn a_locked_meeting_let_the_chair_type_and_refused_at_enter() {
    for key in ["v", "e", "n", "s", "t", "p", "t"] {
        let mut desk = approved();
        desk.press(key);
        assert_eq!(desk.model().overlays.len(), 0, "{key}");
        assert_eq!(
            desk.notice(),
            "Протокол утверждён и закрыт. Открыть снова — R.",
            "{key}"
        );
    }
    let mut desk = approved();
    desk.press("R");
    desk.assert_shows("Почему");
}

#[test]
fn a_directory_only_to_be_read_let_the_chair_type() {
    let mut first = Desk::new();
    first.press("Enter");
    let mut desk = first.second(Setting::default());
    desk.press("Enter");
    for key in ["v", "e", "t"] {
        desk.press(key);
        assert_eq!(desk.model().overlays.len(), 0, "{key}");
        assert!(desk.notice().starts_with("Только чтение"), "{key}");
    }
}

#[test]
fn reopening_asked_for_a_reason_before_it_refused() {
    let mut desk = Desk::new();
    desk.press("R");
    assert_eq!(desk.model().overlays.len(), 0);
    assert_eq!(
        desk.notice(),
        "Открывать снова можно только утверждённый протокол."
    );
}

#[test]
fn esc_threw_a_long_note_away() {
    let mut desk = Desk::new();
    desk.press("Enter n «Заслушан доклад о готовности школ» Esc");
    assert_eq!(
        desk.notice(),
        "Не записано; набранное вернётся, когда откроете снова."
    );
    // Not on another item, nor in another kind.
    desk.press("j n Esc k v Esc n");
    desk.assert_shows("Заслушан доклад о готовности школ");
    desk.press("Enter");
    let workspace = &desk.model().workspace;
    assert_eq!(workspace.ledger().entries().count(), 1);
    // It was recorded: there is nothing to come back.
    desk.press("k n");
    assert!(desk.model().drafts.is_empty());
    // A word or two go without a word.
    desk.press("«Два слова» Esc");
    assert_eq!(desk.notice(), "");
    assert!(desk.model().drafts.is_empty());
}

#[test]
fn esc_threw_a_half_made_assignment_away() {
    let mut desk = Desk::new();
    desk.press("Enter e \"мм\" Enter «15.0» Esc e «6» Enter");
    assert_eq!(desk.notice(), "1.3.3 → ММС, к чт 15.06");
}

#[test]
fn esc_out_of_an_untouched_entry_keeps_nothing() {
    let mut desk = Desk::new();
    desk.press("Enter v «Утвердить план подготовки школ к 15.06» Enter Tab Enter Esc");
    assert!(desk.model().drafts.is_empty());
    desk.press("Enter «, дошкольных тоже» Esc");
    assert_eq!(desk.model().drafts.len(), 1);
    desk.press("Enter");
    desk.assert_shows("Утвердить план подготовки школ, дошкольных тоже к 15.06.2023");
}
