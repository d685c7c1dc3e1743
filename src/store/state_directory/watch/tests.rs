use std::sync::Arc;

use super::*;
use crate::domain::operation::WriterId;
use crate::store::file_system::write_all;
use crate::store::lock::Holder;
use crate::store::simulated::SimulatedFileSystem;
use crate::store::state_directory::Options;

fn put(disk: &SimulatedFileSystem, text: &str) {
    let path = Path::new("/state/plan.ron");
    let _ = disk.remove(path);
    let mut file = disk.create_new(path, None).unwrap();
    write_all(file.as_mut(), text.as_bytes()).unwrap();
}

fn opened(disk: &SimulatedFileSystem) -> StateDirectory {
    let options = Options {
        writer: WriterId("pc1".into()),
        read_only: true,
        holder: Holder::default(),
        embedded: &[],
    };
    let opened = StateDirectory::open(Arc::new(disk.clone()), Path::new("/state"), &options);
    opened.unwrap().directory
}

/// The clock goes on by more than a beat.
fn pass_a_beat(directory: &mut StateDirectory) {
    let names = directory.seen.names.values_mut();
    let names = names.map(|it| &mut it.glance);
    for glance in directory.seen.glances.values_mut().chain(names) {
        glance.since = glance.since.checked_sub(BEAT).unwrap();
    }
}

/// A directory whose plan stands as it did more than a beat ago.
fn settled(disk: &SimulatedFileSystem) -> StateDirectory {
    let _ = disk.create_directory(Path::new("/state"));
    put(disk, "(format: 1)");
    let mut directory = opened(disk);
    assert!(!directory.changed());
    pass_a_beat(&mut directory);
    assert!(!directory.changed());
    let mut glances = directory.seen.glances.values();
    assert!(glances.all(|it| it.settled.is_some()));
    directory
}

/// A document of six megabytes was read at each of the first three looks, while somebody typed.
#[test]
fn a_document_that_stands_as_it_did_before_the_start_is_read_once() {
    let disk = SimulatedFileSystem::new();
    disk.create_directory(Path::new("/state")).unwrap();
    put(&disk, "(format: 1)");
    let mut directory = opened(&disk);
    let read = |directory: &mut StateDirectory| {
        disk.reset_count();
        assert!(!directory.changed());
        disk.bytes_read()
    };
    // Within the beat it may be changed under the same stamp.
    let length = "(format: 1)".len() as u64;
    assert_eq!(read(&mut directory), length);
    assert_eq!(read(&mut directory), length);
    pass_a_beat(&mut directory);
    assert_eq!(read(&mut directory), length);
    assert_eq!(read(&mut directory), 0);
    put(&disk, "(format: 2)");
    assert!(directory.changed());
}

#[test]
fn a_document_that_was_read_twice_and_is_replaced_by_one_of_its_length_is_noticed() {
    let disk = SimulatedFileSystem::new();
    let mut directory = settled(&disk);
    put(&disk, "(format: 2)");
    assert!(directory.changed());
    assert!(!directory.changed());
}

/// The texts of editions lie in directories of their own: a directory that held one was read as
/// a whole every two seconds.
#[test]
fn a_text_in_a_deeper_directory_is_followed_like_any_other() {
    let disk = SimulatedFileSystem::new();
    let deeper = Path::new("/state/documents/plan");
    disk.create_directory(Path::new("/state")).unwrap();
    disk.create_directory(Path::new("/state/documents"))
        .unwrap();
    disk.create_directory(deeper).unwrap();
    let path = deeper.join("first.ron");
    let write = |text: &str| {
        let _ = disk.remove(&path);
        let mut file = disk.create_new(&path, None).unwrap();
        write_all(file.as_mut(), text.as_bytes()).unwrap();
    };
    write("(format: 1)");
    let mut directory = settled(&disk);
    let content = Fingerprint::of(b"(format: 1)");
    directory.seen.document(&path, content);
    assert!(!directory.changed());
    assert!(!directory.changed());
    write("(format: 2)");
    assert!(directory.changed());
    assert!(!directory.changed());
    disk.remove(&path).unwrap();
    assert!(directory.changed());
    assert!(!directory.changed());
}

/// Papers that were never read were taken for changed at every look, and everything was read again
/// every two seconds.
#[test]
fn papers_of_years_that_nobody_has_read_have_not_changed() {
    let disk = SimulatedFileSystem::new();
    for directory in ["/state", "/state/minutes"] {
        disk.create_directory(Path::new(directory)).unwrap();
    }
    for number in 10..30 {
        let paper = format!("/state/minutes/2023-01-{number}.ron");
        disk.place(Path::new(&paper), b"(format: 1)");
    }
    let mut directory = opened(&disk);
    for look in 1..=3 * TURN {
        assert!(!directory.changed_lately(), "look {look}");
    }
    disk.place(Path::new("/state/minutes/2023-01-10.ron"), b"(format: 1 )");
    assert!((1..=TURN).any(|_| directory.changed_lately()));
}

/// Years of papers and months were looked at one by one every two seconds.
#[test]
fn of_what_was_written_long_ago_a_change_is_noticed_when_its_turn_comes() {
    let disk = SimulatedFileSystem::new();
    for directory in ["/state", "/state/minutes", "/state/journal"] {
        disk.create_directory(Path::new(directory)).unwrap();
    }
    for number in 10..30 {
        let paper = format!("/state/minutes/2023-01-{number}.ron");
        disk.place(Path::new(&paper), b"(format: 1)");
        let month = format!("/state/journal/20{number}-01.b.log");
        disk.place(Path::new(&month), b"");
    }
    let mut directory = settled(&disk);
    let looks_until_noticed = |directory: &mut StateDirectory| {
        let looks = (1..=TURN).find(|_| directory.changed_lately());
        assert!(!directory.changed_lately());
        looks
    };
    assert_eq!(looks_until_noticed(&mut directory), None);
    let old = ["minutes/2023-01-10.ron", "journal/2010-01.b.log"];
    for name in old {
        let path = Path::new("/state").join(name);
        disk.place(&path, b"(format: 1 )");
        assert!(looks_until_noticed(&mut directory).is_some(), "{name}");
        disk.place(&path, b"(format: 1  )");
        assert!(directory.changed(), "{name}");
    }
    // What is new, what is gone and what is of these days is noticed at once.
    let at_once = |directory: &mut StateDirectory| {
        let first = looks_until_noticed(directory) == Some(1);
        first && !directory.changed()
    };
    for name in ["journal/2029-01.b.log", "journal/2028-01.b.log", "plan.ron"] {
        disk.place(&Path::new("/state").join(name), b"(format: 1   )");
        assert!(at_once(&mut directory), "{name}");
    }
    for name in ["minutes/2024-01-10.ron", "journal/2001-01.b.log"] {
        let path = Path::new("/state").join(name);
        disk.place(&path, b"");
        assert!(at_once(&mut directory), "{name} comes");
        disk.remove(&path).unwrap();
        assert!(at_once(&mut directory), "{name} goes");
    }
}

#[test]
fn a_change_that_no_stamp_tells_of_is_noticed_when_its_turn_comes() {
    let disk = SimulatedFileSystem::new();
    let mut directory = settled(&disk);
    put(&disk, "(format: 2)");
    let status = disk.status(Path::new("/state/plan.ron")).unwrap();
    for glance in directory.seen.glances.values_mut() {
        glance.stamp = status.stamp;
    }
    let looks = (0..2 * TURN).position(|_| directory.changed());
    assert!(looks.is_some_and(|it| it > 0), "{looks:?}");
}

/// Five directories were read every two seconds, which is most of what idling cost.
#[test]
fn names_are_read_again_where_a_directory_has_another_stamp_or_its_turn_has_come() {
    let disk = SimulatedFileSystem::new();
    for directory in ["/state", "/state/minutes"] {
        disk.create_directory(Path::new(directory)).unwrap();
    }
    let mut directory = settled(&disk);
    assert!(!directory.changed_lately());
    pass_a_beat(&mut directory);
    let minutes = Path::new("/state/minutes");
    let names = |directory: &StateDirectory| {
        let names = directory.seen.names.get(minutes.as_os_str());
        Arc::clone(&names.unwrap().listed)
    };
    // This one is the first that was read after the clock had gone on.
    assert!(!directory.changed_lately());
    let read = names(&directory);
    assert!(!directory.changed_lately());
    assert!(Arc::ptr_eq(&read, &names(&directory)));
    disk.place(&minutes.join("2023-05-25.ron"), b"(format: 1)");
    assert!(directory.changed_lately());
    pass_a_beat(&mut directory);
    // Its turn has just come.
    while {
        assert!(!directory.changed_lately());
        !directory.seen.looks.is_multiple_of(TURN)
    } {}
    disk.place(&minutes.join("2023-06-01.ron"), b"(format: 1)");
    let stamp = disk.status(minutes).unwrap().stamp;
    let known = directory.seen.names.get_mut(minutes.as_os_str());
    known.unwrap().glance.stamp = stamp;
    let looks = (1..=TURN).find(|_| directory.changed_lately());
    assert!(looks.is_some_and(|it| it > 1), "{looks:?}");
}
