use crate::store::journal::act_for_tests as act;
use crate::store::simulated::Fault as DiskFault;
use crate::store::simulated::{FaultScope, FaultTimes, SimulatedFileSystem, WhatFails};

use super::*;

/// Nothing can be made durable.
const NO_SYNC: DiskFault = DiskFault {
    at: 1,
    times: FaultTimes::ForEver,
    scope: FaultScope::Syncs,
    what: WhatFails::Error(io::ErrorKind::Other),
};

fn start(disk: &SimulatedFileSystem) -> StateDirectory {
    let options = Options {
        writer: WriterId("a".into()),
        read_only: false,
        holder: Holder::default(),
        embedded: &[("settings.ron", "(format: 1)")],
    };
    let opened = StateDirectory::open(Arc::new(disk.clone()), Path::new("/any/state"), &options);
    opened.unwrap().directory
}

/// Whether a start waits for the disk: with one that makes nothing durable it would not write.
fn waits_for_the_disk(disk: &SimulatedFileSystem) -> bool {
    disk.reset_count();
    disk.set_fault(Some(NO_SYNC));
    let started = start(disk);
    disk.set_fault(None);
    *started.access() != Access::ReadWrite
}

#[test]
fn a_start_after_a_run_that_left_waits_for_no_disk_and_one_after_a_kill_does() {
    let disk = SimulatedFileSystem::new();
    disk.create_directory(Path::new("/any")).unwrap();
    let mut first = start(&disk);
    first.append(&act("a", 1, 1)).unwrap();
    first.append(&act("a", 2, 2)).unwrap();
    first.leave().unwrap();
    drop(first);
    assert!(!waits_for_the_disk(&disk));
    // That one was killed: its note is there still.
    assert!(waits_for_the_disk(&disk));
    let mut second = start(&disk);
    second.append(&act("a", 3, 1)).unwrap();
    drop(second);
    assert!(waits_for_the_disk(&disk));
    start(&disk).leave().unwrap();
    assert!(!waits_for_the_disk(&disk));
}

#[test]
fn who_leaves_with_something_refused_leaves_its_note() {
    let disk = SimulatedFileSystem::new();
    disk.create_directory(Path::new("/any")).unwrap();
    let mut first = start(&disk);
    first.append(&act("a", 1, 1)).unwrap();
    disk.reset_count();
    disk.set_fault(Some(NO_SYNC));
    assert!(first.append(&act("a", 2, 1)).is_err());
    disk.set_fault(None);
    first.leave().unwrap();
    drop(first);
    assert!(waits_for_the_disk(&disk));
}

/// A document of megabytes was read as a whole to learn its form, and once more to be understood.
#[test]
fn the_form_of_a_document_is_learnt_from_its_beginning() {
    let disk = SimulatedFileSystem::new();
    for directory in ["/any", "/any/state"] {
        disk.create_directory(Path::new(directory)).unwrap();
    }
    let plan = format!("(format: 1, content: [{}])", " ".repeat(100_000));
    disk.place(Path::new("/any/state/plan.ron"), plan.as_bytes());
    disk.reset_count();
    let started = start(&disk);
    assert_eq!(*started.access(), Access::ReadWrite);
    assert!(disk.bytes_read() < 10_000, "{}", disk.bytes_read());
    drop(started);
    // Where the beginning does not tell, the rest is read, as ever.
    let newer = format!("(content: [{}], format: 99)", " ".repeat(100_000));
    disk.place(Path::new("/any/state/plan.ron"), newer.as_bytes());
    let started = start(&disk);
    let is_newer = |why: &Access| {
        matches!(
            why,
            Access::ReadOnly(WhyReadOnly::NewerFormat { found: 99, .. })
        )
    };
    assert!(is_newer(started.access()), "{:?}", started.access());
}
