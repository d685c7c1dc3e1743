//! The week with what is due on every day, over all documents.

use planerka::domain::date::Span;
use planerka::domain::workspace::Timing;

use crate::harness::{Desk, date};

#[test]
fn a_week_shows_what_is_due_on_every_day_and_leads_there() {
    let mut desk = Desk::new();
    desk.press("O 6");
    desk.assert_shows("Неделя 22.05.2023 – 28.05.2023");
    // The last of May is in the week after.
    desk.press("Right");
    desk.assert_shows("Неделя 29.05.2023 – 04.06.2023");
    desk.assert_shows("ср 31.05.2023");
    desk.assert_shows("сб 03.06.2023 · нерабочий день");
    let due = desk.model().workspace.due_within(
        Span::new(date("2023-05-29"), date("2023-06-04")).unwrap(),
        date("2023-05-25"),
    );
    assert!(due.len() > 10, "{due:?}");
    assert!(due.iter().all(|it| it.timing != Timing::Undated));
    desk.press("Enter");
    assert!(matches!(
        desk.model().screen(),
        Some(planerka::tui::model::Screen::Plan(_))
    ));
}

#[test]
fn holidays_and_moved_days_of_a_week_are_named() {
    let mut desk = Desk::new();
    // The week of 12 June 2023, and the Saturday of April 2024 that was worked.
    desk.press("O 6 Right Right Right");
    desk.assert_shows("пн 12.06.2023 · нерабочий день");
    desk.come_back_on("2024-04-25");
    desk.press("O 6");
    desk.assert_shows("сб 27.04.2024 · рабочий день (перенос)");
}

#[test]
fn what_was_moved_stands_on_its_new_day_and_an_assignment_on_its_own() {
    let mut desk = Desk::new();
    desk.press("Enter j p «07.06» Enter «нет площадки» Enter");
    desk.press("e \"мм\" Enter «08.06» Enter O 6 Right Right");
    desk.assert_shows("Неделя 05.06.2023 – 11.06.2023");
    desk.assert_shows("перенесено");
    let week = Span::new(date("2023-06-05"), date("2023-06-11")).unwrap();
    let due = desk.model().workspace.due_within(week, date("2023-05-25"));
    let moved = due.iter().find(|it| it.is_moved).unwrap();
    assert_eq!(moved.due, date("2023-06-07"));
    assert!(due.iter().any(|it| it.due == date("2023-06-08")));
}

#[test]
fn a_draft_is_not_called_held_in_the_year() {
    let mut desk = Desk::new();
    desk.press("Enter O 2");
    desk.assert_shows("◐ черновик");
    let line = desk.frame();
    assert!(line.contains("25◐") || line.contains('◐'), "{line}");
}

/// What a line of bars shows in a window of so many columns: where its title ends and the last bar.
fn reach(width: u16) -> (usize, usize) {
    let mut desk = Desk::new();
    desk.resize(width, 40);
    desk.press("O 3");
    let frame = desk.frame();
    let line = frame.lines().find(|line| line.contains("1.1.1 ")).unwrap();
    let signs: Vec<char> = line.chars().collect();
    let is_bar = |sign: &char| "█▓░▒‼▬".contains(*sign);
    let title = signs.iter().position(is_bar).unwrap_or(signs.len());
    let line = frame.lines().filter(|line| line.contains(is_bar_sign));
    let last = line.filter_map(|line| line.chars().collect::<Vec<_>>().iter().rposition(is_bar));
    (title, last.max().unwrap())
}

fn is_bar_sign(sign: char) -> bool {
    "█▓░▒‼▬".contains(sign)
}

#[test]
fn bars_and_names_use_the_width() {
    let (title, last) = reach(120);
    let (wide_title, wide_last) = reach(200);
    assert!(last >= 112, "{last}");
    assert!(wide_last >= 190, "{wide_last}");
    assert!(wide_title > title + 20, "{wide_title} {title}");
}
