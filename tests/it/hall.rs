//! The hall follows the chair through the state directory.

use std::path::Path;
use std::sync::Arc;

use planerka::domain::operation::WriterId;
use planerka::locale::{Language, Texts};
use planerka::store::embedded;
use planerka::store::lock::Holder;
use planerka::store::state_directory::load_workspace;
use planerka::store::state_directory::{Options, StateDirectory};
use planerka::tui::hall::{Hall, draw, follow, look};
use planerka::tui::program::System;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::harness::{Desk, STATE, theme};

/// A hall on the disk of a desk.
fn hall_of(desk: &Desk) -> (Hall, StateDirectory) {
    let opened = StateDirectory::open(
        Arc::new(desk.files.clone()),
        Path::new(STATE),
        &Options {
            writer: WriterId("hall".into()),
            read_only: true,
            holder: Holder {
                user: "hall".to_owned(),
                host: "hall".to_owned(),
                process: 8,
                since: String::new(),
            },
            embedded: embedded::ALL,
        },
    )
    .unwrap();
    let mut directory = opened.directory;
    let workspace = load_workspace(&mut directory, opened.records).unwrap();
    let hall = Hall {
        workspace,
        today: desk.setting.today,
        clock: String::new(),
        at: None,
        texts: Texts::new(Language::Ru),
        theme: theme("dark"),
        ascii: false,
    };
    (hall, directory)
}

/// What the room sees in a window of this size.
fn seen(hall: &Hall, width: u16, height: u16) -> String {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    draw(hall, &mut buffer);
    let row = |y: u16| -> String { (0..width).map(|x| buffer[(x, y)].symbol()).collect() };
    (0..height).map(|y| row(y) + "\n").collect()
}

#[test]
fn the_room_sees_the_question_the_cursor_is_on_who_answers_until_when_and_the_clock() {
    let mut desk = Desk::new();
    desk.press("Enter");
    let (mut hall, mut directory) = hall_of(&desk);
    directory.begin_hall();
    let clock = System::new(Some(desk.setting.today));
    desk.press("j j");
    follow(&mut hall, &mut directory);
    look(&mut hall, &directory, &clock);
    let shown = seen(&hall, 80, 24);
    assert!(shown.contains("Исполняет: ИРО АСОУ"), "{shown}");
    assert!(shown.contains("Срок: «"), "{shown}");
    assert!(shown.contains("рассмотрено 0 из"), "{shown}");
    let time = shown.lines().next().unwrap().trim_end();
    assert!(
        time.ends_with(&hall.clock) && hall.clock.len() == 5,
        "{time}"
    );
    let before = hall.at;
    assert!(before.is_some());
    // A note of the chair is nothing for the room.
    desk.press("N «Никому не показывать» Enter j");
    follow(&mut hall, &mut directory);
    look(&mut hall, &directory, &clock);
    assert_ne!(hall.at, before);
    assert!(!seen(&hall, 80, 24).contains("Никому"));
    // The chair's program goes and comes back: the room goes on by itself.
    desk.crash();
    desk.press("Enter k");
    follow(&mut hall, &mut directory);
    look(&mut hall, &directory, &clock);
    assert_eq!(
        hall.at.map(|(_, item)| item),
        planerka::tui::select::agenda::selected_item(desk.model())
    );
    // Nobody looks on: nothing more is written.
    directory.end_hall();
    desk.press("j");
    assert_eq!(directory.said_in_hall(), None);
}

#[test]
fn the_room_sees_new_acts_and_settings_and_keeps_them_while_a_file_is_damaged() {
    let mut desk = Desk::new();
    desk.press("Enter");
    let (mut hall, mut directory) = hall_of(&desk);
    let acts = |hall: &Hall| hall.workspace.ledger().records().len();
    let before = acts(&hall);
    follow(&mut hall, &mut directory);
    assert_eq!(acts(&hall), before);

    desk.press("d");
    follow(&mut hall, &mut directory);
    assert_eq!(acts(&hall), before + 1);

    let settings = Path::new(STATE).join("settings.ron");
    let good = desk.read("settings.ron").unwrap();
    let other = good.replace("duration: 60", "duration: 30");
    desk.files.place(&settings, other.as_bytes());
    follow(&mut hall, &mut directory);
    assert_eq!(hall.workspace.settings().duration, 30);

    desk.files.place(&settings, b"(format: 1");
    follow(&mut hall, &mut directory);
    assert_eq!(hall.workspace.settings().duration, 30);
    assert_eq!(acts(&hall), before + 1);
}
