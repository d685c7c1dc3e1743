//! The files of the journal are gone while the program runs: a stick was pulled out, a directory
//! moved, another branch checked out.

use std::path::Path;

use planerka::store::file_system::FileSystem;

use super::first_meeting::DAY;
use crate::harness::{Desk, STATE};

const OURS: &str = "journal/2023-05.pc1.log";

#[test]
fn what_was_read_stays_on_the_screen_and_what_is_new_waits_for_the_files() {
    let mut desk = Desk::new();
    desk.press("Enter d d");
    desk.crash();
    desk.press("Enter");
    let journal = desk.read(OURS).unwrap();
    desk.files.remove(&Path::new(STATE).join(OURS)).unwrap();
    desk.tick();
    assert!(
        desk.notice().contains("Показано прочитанное раньше"),
        "{}",
        desk.notice()
    );
    assert_eq!(desk.minutes_so_far(DAY).items.len(), 2);
    desk.press("w");
    assert_eq!(desk.minutes_so_far(DAY).items.len(), 3);
    desk.assert_shows("НЕ ЗАПИСАНО: 1 действие");
    assert_eq!(desk.read(OURS), None);
    let clocks: Vec<u64> = desk
        .model()
        .workspace
        .ledger()
        .records()
        .iter()
        .map(|record| record.clock)
        .collect();
    assert!(clocks.is_sorted(), "{clocks:?}");

    desk.place(OURS, &journal);
    desk.tick();
    desk.tick();
    assert_eq!(desk.model().unrecorded, None);
    assert_eq!(desk.minutes_so_far(DAY).items.len(), 3);
    desk.crash();
    assert_eq!(desk.minutes_so_far(DAY).items.len(), 3);
}

#[test]
fn leaving_while_the_files_are_gone_asks_for_what_waits() {
    let mut desk = Desk::new();
    desk.press("Enter d");
    desk.crash();
    desk.press("Enter");
    desk.files.remove(&Path::new(STATE).join(OURS)).unwrap();
    desk.tick();
    desk.press("d q");
    assert!(!desk.is_leaving());
}
