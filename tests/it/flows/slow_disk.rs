//! The disk takes long: the screen says so, nothing is shown as recorded that is not, and what was
//! pressed meanwhile follows.

use std::cell::RefCell;
use std::io::ErrorKind;
use std::rc::Rc;
use std::sync::mpsc::channel;
use std::thread::{ThreadId, current};
use std::time::Duration;

use planerka::locale::Language;
use planerka::store::simulated::{Fault, FaultScope, FaultTimes, WhatFails};

use crate::harness::{Desk, Setting};

/// A disk that is never let go on fails the test instead of stopping it.
const LONGEST: Duration = Duration::from_secs(60);

/// What the screen said while a disk was waited for, and how many records it showed then.
type Said = Vec<(String, usize)>;

/// Does something at a disk that goes on when the screen has said so often that it is slow; what it
/// said, and which thread asked the disk.
fn at_a_slow_disk(desk: &mut Desk, times: usize, work: impl FnOnce(&mut Desk)) -> (Said, ThreadId) {
    at_a_slow_disk_that_then(desk, times, None, work)
}

/// The same at a disk that has this fault when it goes on.
fn at_a_slow_disk_that_then(
    desk: &mut Desk,
    times: usize,
    fault: Option<Fault>,
    work: impl FnOnce(&mut Desk),
) -> (Said, ThreadId) {
    let said = Rc::new(RefCell::new(Vec::new()));
    let heard = Rc::clone(&said);
    let (go_on, is_over) = channel();
    let (tell, told) = channel();
    let files = desk.files.clone();
    desk.files.at_next_sync(move || {
        tell.send(current().id()).unwrap();
        is_over.recv_timeout(LONGEST).expect("the screen says it");
        files.set_fault(fault);
    });
    desk.draw_while_waiting(move |model| {
        let notice = model.notice.as_ref().map(|notice| notice.text.clone());
        let shown = model.workspace.ledger().records().len();
        let mut heard = heard.borrow_mut();
        heard.push((notice.unwrap_or_default(), shown));
        if heard.len() == times {
            go_on.send(()).unwrap();
        }
    });
    work(desk);
    let thread = told.recv_timeout(LONGEST).expect("a file is synced");
    (said.take(), thread)
}

#[test]
fn a_slow_disk_stopped_the_screen_without_a_word() {
    let mut desk = Desk::new();
    desk.press("Enter");
    let before = desk.model().workspace.ledger().records().len();
    let (said, _) = at_a_slow_disk(&mut desk, 3, |desk| {
        desk.press("d");
    });
    assert!(said.len() >= 3, "{said:?}");
    for (notice, shown) in &said {
        assert!(notice.starts_with("Диск пишет уже "), "{notice}");
        assert!(
            notice.ends_with(" … нажатое запоминается и выполнится следом"),
            "{notice}"
        );
        // Not before the disk has it.
        assert_eq!(*shown, before);
    }
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
    let (said, _) = at_a_slow_disk(&mut desk, 1, |desk| {
        desk.press("n \"a note\" Enter");
    });
    let (notice, _) = said.first().unwrap();
    assert!(
        notice.starts_with("The disk has been writing for "),
        "{notice}"
    );
    assert!(
        notice.ends_with(" … what you type is kept and follows"),
        "{notice}"
    );
}

#[test]
fn an_act_was_synced_by_the_thread_that_reads_the_keys() {
    let mut desk = Desk::new();
    desk.press("Enter");
    let (_, thread) = at_a_slow_disk(&mut desk, 1, |desk| {
        desk.press("d");
    });
    assert_ne!(thread, current().id());
}

#[test]
fn papers_are_waited_for_like_acts_and_nothing_is_promised_to_follow_the_end() {
    let mut desk = Desk::new();
    desk.press("Enter d");
    let (said, thread) = at_a_slow_disk(&mut desk, 1, Desk::leave);
    let (notice, _) = said.first().unwrap();
    assert!(
        notice.ends_with(" … программа закроется, когда он закончит"),
        "{notice}"
    );
    assert_ne!(thread, current().id());
}

fn failing(at: u64, scope: FaultScope) -> Fault {
    Fault {
        at,
        times: FaultTimes::ForEver,
        scope,
        what: WhatFails::Error(ErrorKind::StorageFull),
    }
}

#[test]
fn what_was_said_of_a_slow_disk_stayed_when_nothing_had_come_of_it() {
    // The disk takes the end of the meeting and not its papers.
    let told = (1..40).find_map(|at| {
        let mut desk = Desk::new();
        desk.press("Enter d f");
        desk.files.reset_count();
        desk.files
            .set_fault(Some(failing(at, FaultScope::Changing)));
        desk.press("Enter");
        let is_told = desk.notice().starts_with("Документы не записаны");
        is_told.then_some(desk)
    });
    let mut desk = told.expect("no write of a paper fails");
    let before = desk.notice();
    let seen = desk.seen();
    // Papers that are owed are tried again at every tick, without a word.
    desk.files.set_fault(None);
    let full = Some(failing(1, FaultScope::Changing));
    let (said, _) = at_a_slow_disk_that_then(&mut desk, 1, full, Desk::tick);
    assert!(!said.is_empty());
    assert_eq!(desk.notice(), before);
    assert_ne!(desk.seen(), seen, "the screen has to be drawn again");
}
