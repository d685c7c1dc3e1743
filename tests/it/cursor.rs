//! The terminal's own cursor stands where the work is, shown or not, so that braille displays and
//! screen readers can follow.

use crate::harness::Desk;

/// The line the cursor rests on has the sign of the cursor in a margin and these words.
fn assert_rests_on(desk: &Desk, words: &str, after: &str) {
    let line = desk.resting_line().unwrap_or_default();
    let shown = line.contains('▌') && line.contains(words);
    assert!(
        shown,
        "after {after}: «{line}», wanted {words}\n{}",
        desk.frame()
    );
}

#[test]
fn the_cursor_rests_on_the_chosen_row_of_every_screen() {
    let mut desk = Desk::new();
    assert_rests_on(&desk, "25", "start");
    for (script, words) in [
        ("Enter", "1.3.3"),
        ("j", "1.1.1"),
        ("k", "1.3.3"),
        ("F3", "1"),
        ("F4", "ЦНППМ"),
        ("F2 e \"мм\" Enter Enter F5", "ММС"),
        ("O", ""),
    ] {
        desk.press(script);
        assert_rests_on(&desk, words, script);
    }
    let before = desk.press("F3").resting_line();
    assert_ne!(desk.press("j").resting_line(), before);
}

#[test]
fn the_cursor_rests_in_the_list_on_top() {
    let mut desk = Desk::new();
    desk.press("Enter a");
    let first = desk.resting_line();
    assert!(first.is_some(), "{}", desk.frame());
    assert_ne!(desk.press("j").resting_line(), first);
    // A text field has the cursor, and shows it.
    desk.press("Esc v");
    assert_eq!(desk.resting_line(), None);
    // Back in the agenda.
    desk.press("Esc");
    assert_rests_on(&desk, "1.3.3", "Esc");
}

#[test]
fn the_mark_of_the_resting_place_is_not_drawn() {
    let mut desk = Desk::new();
    desk.press("Enter a");
    let blinks = ratatui::style::Modifier::RAPID_BLINK;
    let buffer = desk.buffer();
    assert!(
        buffer
            .content
            .iter()
            .all(|cell| !cell.modifier.contains(blinks))
    );
}
