//! The program or the power goes in the middle of the meeting.

use super::first_meeting::DAY;
use crate::harness::{Desk, date};

const FIRST_HALF: &str = "Enter a a Enter d 5 v «Принять к сведению» Enter";
const SECOND_HALF: &str = "w e \"мм\" Enter Enter d f Enter";

#[test]
fn the_meeting_goes_on_at_the_very_line() {
    let mut desk = Desk::new();
    desk.press(FIRST_HALF);
    let before = desk.model().workspace.minutes(date(DAY)).unwrap();
    desk.crash();
    desk.assert_shows("25 мая 2023 г.");
    desk.press("Enter");
    assert_eq!(desk.notice(), "Продолжаем с того же места.");
    assert_eq!(desk.model().workspace.minutes(date(DAY)), Some(before));
    // Two items are marked, the third has a decision and waits for its mark.
    let item = planerka::tui::select::agenda::selected_item(desk.model());
    let expected = "1.1.3".parse().unwrap();
    assert_eq!(
        item,
        Some(planerka::domain::agenda::ItemKey::Activity(expected))
    );
}

#[test]
fn papers_are_the_same_with_and_without_a_crash() {
    let mut whole = Desk::new();
    whole.press(FIRST_HALF).press(SECOND_HALF);
    let mut broken = Desk::new();
    broken.press(FIRST_HALF);
    broken.crash();
    broken.press("Enter").press(SECOND_HALF);
    assert_eq!(whole.papers(DAY), broken.papers(DAY));
}

#[test]
fn a_power_cut_takes_nothing_that_was_shown_as_recorded() {
    let mut desk = Desk::new();
    desk.press(FIRST_HALF);
    let before = desk.model().workspace.minutes(date(DAY)).unwrap();
    desk.lose_power();
    assert_eq!(desk.model().workspace.minutes(date(DAY)), Some(before));
    desk.press("Enter").press(SECOND_HALF);
    assert_eq!(desk.minutes(DAY).head.version, 1);
}

#[test]
fn text_that_was_being_typed_is_the_only_loss() {
    let mut desk = Desk::new();
    desk.press("Enter d v «Недописанное решение»");
    desk.crash();
    desk.press("Enter");
    let minutes = desk.model().workspace.minutes(date(DAY)).unwrap();
    assert_eq!(minutes.items.len(), 1);
    assert_eq!(minutes.items[0].decided, []);
}
