//! Two programs on one directory: the second reads, and says who writes.

use super::first_meeting::DAY;
use crate::harness::{Desk, Setting};

#[test]
fn the_second_reads_and_says_who_holds_the_directory() {
    let mut first = Desk::new();
    first.press("Enter d");
    let mut second = first.second(Setting {
        writer: "pc2",
        ..Setting::default()
    });
    second.assert_shows("anna");
    let files = first.files.files();
    second.press("Enter d");
    assert!(second.notice().contains("anna"), "{}", second.notice());
    assert!(second.notice().contains("pc1"), "{}", second.notice());
    second.press("v");
    assert!(second.notice().contains("anna"), "{}", second.notice());
    second.press("q Enter");
    second.leave();
    assert_eq!(files, first.files.files(), "the second wrote something");
    first.press("d f Enter");
    assert_eq!(first.minutes(DAY).items.len(), 2);
}

#[test]
fn when_the_first_leaves_the_next_one_writes() {
    let mut first = Desk::new();
    first.press("Enter d");
    first.leave();
    let mut second = first.second(Setting {
        writer: "pc2",
        ..Setting::default()
    });
    second.press("Enter d f Enter");
    assert_eq!(second.minutes(DAY).items.len(), 2);
    let journals = second.names();
    let journals: Vec<_> = journals
        .iter()
        .filter(|name| name.starts_with("journal/"))
        .collect();
    assert_eq!(
        journals,
        ["journal/2023-05.pc1.log", "journal/2023-05.pc2.log"]
    );
}

#[test]
fn the_second_follows_live_and_writes_when_the_first_is_gone_and_it_is_told_to() {
    let mut first = Desk::new();
    first.press("Enter d");
    let mut second = first.second(Setting {
        writer: "pc2",
        ..Setting::default()
    });
    second.press("Enter");
    first.press("d");
    second.tick();
    assert_eq!(
        second.model().workspace.ledger().records(),
        first.model().workspace.ledger().records()
    );
    second.press("W");
    assert!(second.notice().contains("anna@pc1"), "{}", second.notice());
    first.press("d");
    first.leave();
    let files = second.files.files();
    second.tick();
    second.assert_shows("другая копия закрыта; W — писать здесь");
    second.press("d");
    assert_eq!(
        second.notice(),
        "Только чтение: другая копия закрыта; W — писать здесь"
    );
    assert_eq!(second.files.files(), files, "nobody has told it to write");
    second.press("W");
    assert_eq!(second.notice(), "Теперь пишет эта копия программы.");
    second.press("m d f Enter");
    assert_eq!(second.minutes(DAY).items.len(), 4);
    // And the first one, started again, is the one that reads.
    let mut third = second.second(Setting::default());
    third.press("W");
    assert!(third.notice().contains("anna@pc2"), "{}", third.notice());
}
