//! The disk takes long: the screen says so, nothing is shown as recorded that is not, and what was
//! pressed meanwhile follows.

use std::cell::RefCell;
use std::rc::Rc;
use std::thread::current;

use planerka::locale::Language;

use crate::harness::{Desk, Setting};

/// Does something at a disk that goes on when the screen has said so often that it is slow; what it
/// said, and how many records it showed then.
fn at_a_slow_disk(
    desk: &mut Desk,
    times: usize,
    work: impl FnOnce(&mut Desk),
) -> Vec<(String, usize)> {
    let said = Rc::new(RefCell::new(Vec::new()));
    let heard = Rc::clone(&said);
    let mut held = Some(desk.files.hold_syncs());
    desk.draw_while_waiting(move |model| {
        let notice = model.notice.as_ref().map(|notice| notice.text.clone());
        let shown = model.workspace.ledger().records().len();
        heard.borrow_mut().push((notice.unwrap_or_default(), shown));
        if heard.borrow().len() >= times {
            drop(held.take());
        }
    });
    work(desk);
    said.take()
}

#[test]
fn a_slow_disk_stopped_the_screen_without_a_word() {
    let mut desk = Desk::new();
    desk.press("Enter");
    let before = desk.model().workspace.ledger().records().len();
    let said = at_a_slow_disk(&mut desk, 3, |desk| {
        desk.press("d");
    });
    let [first, _, third] = said.as_slice() else {
        panic!("{said:?}");
    };
    assert_eq!(
        first.0,
        "Диск пишет уже полсекунды … нажатое запоминается и выполнится следом"
    );
    assert!(third.0.starts_with("Диск пишет уже 1 секунду"), "{third:?}");
    // Not before the disk has it.
    assert!(said.iter().all(|(_, shown)| *shown == before), "{said:?}");
    assert!(desk.model().workspace.ledger().records().len() > before);
    assert!(!desk.notice().contains("Диск"), "{}", desk.notice());
}

#[test]
fn a_slow_disk_is_spoken_of_in_english_too() {
    let mut desk = Desk::with(Setting {
        language: Language::En,
        ..Setting::default()
    });
    desk.press("Enter");
    let said = at_a_slow_disk(&mut desk, 1, |desk| {
        desk.press("n \"a note\" Enter");
    });
    assert_eq!(
        said.first().unwrap().0,
        "The disk has been writing for less than a second … what you type is kept and follows"
    );
}

#[test]
fn an_act_was_synced_by_the_thread_that_reads_the_keys() {
    let mut desk = Desk::new();
    desk.press("Enter d");
    let last = desk.files.last_to_sync();
    assert!(last.is_some_and(|thread| thread != current().id()));
}

#[test]
fn papers_are_waited_for_like_acts() {
    let mut desk = Desk::new();
    desk.press("Enter d");
    let said = at_a_slow_disk(&mut desk, 1, Desk::leave);
    let told = said.first().map(|(notice, _)| notice.as_str());
    assert!(told.is_some_and(|it| it.starts_with("Диск пишет")));
}
