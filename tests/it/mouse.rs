//! The mouse: off until it is asked for; a click, the wheel, the dragged border.

use planerka::tui::model::overview::Tab;
use planerka::tui::model::{Screen, Size};
use planerka::tui::update::Message;
use ratatui::crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use crate::harness::{Desk, Setting};

const LEFT: MouseButton = MouseButton::Left;

fn mouse(desk: &mut Desk, kind: MouseEventKind, column: u16, row: u16) {
    desk.handle(Message::Mouse(MouseEvent {
        kind,
        column,
        row,
        modifiers: KeyModifiers::NONE,
    }));
}

/// Clicks on the first place of the frame that shows a text.
fn click(desk: &mut Desk, text: &str) {
    let frame = desk.frame();
    let found = frame.lines().zip(0..).find_map(|(line, row)| {
        let before = line.split_once(text)?.0;
        Some((u16::try_from(before.chars().count()).unwrap(), row))
    });
    let (column, row) = found.unwrap_or_else(|| panic!("«{text}» is not on\n{frame}"));
    mouse(desk, MouseEventKind::Down(LEFT), column, row);
    mouse(desk, MouseEventKind::Up(LEFT), column, row);
}

fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.press("alt-m");
    desk
}

/// The lines a cursor stands on: of the box, and of the screen below it.
fn cursor(desk: &Desk) -> String {
    let frame = desk.frame();
    let lines: Vec<&str> = frame.lines().filter(|line| line.contains('▌')).collect();
    assert!(!lines.is_empty(), "no cursor on\n{frame}");
    lines.join("\n")
}

#[test]
fn it_is_off_until_asked_for_and_stays_on_for_the_next_start() {
    let mut desk = Desk::new();
    let before = desk.frame();
    mouse(&mut desk, MouseEventKind::ScrollDown, 5, 9);
    mouse(&mut desk, MouseEventKind::Down(LEFT), 5, 12);
    assert_eq!(desk.frame(), before);
    desk.press("alt-m");
    assert!(desk.model().pointer.is_captured);
    assert!(desk.read("settings.ron").unwrap().contains("mouse: true"));
    desk.press("alt-m");
    assert!(desk.read("settings.ron").unwrap().contains("mouse: false"));
}

#[test]
fn a_click_chooses_and_a_click_on_the_chosen_line_opens() {
    let mut desk = desk();
    click(&mut desk, "8 июня 2023");
    assert!(cursor(&desk).contains("8 июня 2023"));
    click(&mut desk, "8 июня 2023");
    assert!(matches!(desk.model().screen(), Some(Screen::Meeting(_))));
}

#[test]
fn lines_of_every_list_are_found_where_they_are_drawn() {
    for (keys, text) in [
        ("Enter", "1.2.2"),
        ("F3", "1.1.5"),
        ("F4", "ММС"),
        (
            "Enter e \"мм\" Enter \"чт\" Enter e \"иро\" Enter \"+2чт\" Enter F5",
            "ИРО АСОУ",
        ),
        ("F10", "25.05.2023"),
        ("O", "1.2 "),
        ("O 3", "1.1.5"),
        ("O 4", "1.2 "),
        ("Enter P", "координацию"),
        ("/ \"мониторинг\"", "1.3.6"),
        ("Enter a", "ИРО АСОУ"),
        ("F7", "warm"),
    ] {
        for (width, height) in [(80, 24), (120, 40)] {
            let mut desk = Desk::with(Setting {
                size: Size { width, height },
                ..Setting::default()
            });
            desk.press("alt-m").press(keys);
            click(&mut desk, text);
            let cursor = cursor(&desk);
            assert!(cursor.contains(text), "{keys}: {cursor}\n{}", desk.frame());
        }
    }
}

#[test]
fn hints_and_tabs_are_commands() {
    let mut desk = desk();
    desk.press("O");
    click(&mut desk, "Календарь");
    let Some(Screen::Overview(state)) = desk.model().screen() else {
        panic!("no overview");
    };
    assert_eq!(state.tab, Tab::Calendar);
    click(&mut desk, "справка");
    desk.assert_shows("Клавиши");
}

#[test]
fn the_wheel_moves_the_cursor() {
    let mut desk = desk();
    desk.press("F3");
    let before = cursor(&desk);
    mouse(&mut desk, MouseEventKind::ScrollDown, 5, 9);
    assert_ne!(cursor(&desk), before);
    mouse(&mut desk, MouseEventKind::ScrollUp, 5, 9);
    assert_eq!(cursor(&desk), before);
}

#[test]
fn the_border_between_list_and_card_is_dragged_and_only_it() {
    let mut desk = desk();
    desk.press("Enter");
    let border = |desk: &Desk| {
        let frame = desk.frame();
        let line = frame.lines().nth(1).unwrap();
        line.chars().position(|sign| sign == '┓').unwrap()
    };
    let before = border(&desk);
    let column = u16::try_from(before).unwrap();
    mouse(&mut desk, MouseEventKind::Drag(LEFT), 40, 9);
    assert_eq!(border(&desk), before);
    mouse(&mut desk, MouseEventKind::Down(LEFT), column, 9);
    mouse(&mut desk, MouseEventKind::Drag(LEFT), 59, 9);
    assert_eq!(border(&desk), 59);
    mouse(&mut desk, MouseEventKind::Drag(LEFT), 3, 9);
    assert_eq!(border(&desk), 35);
    mouse(&mut desk, MouseEventKind::Up(LEFT), 3, 9);
    mouse(&mut desk, MouseEventKind::Drag(LEFT), 80, 9);
    assert_eq!(border(&desk), 35);
}
