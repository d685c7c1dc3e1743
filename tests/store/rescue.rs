//! Backup, restore and mending, on both file systems and through power cuts: what was there
//! before is there afterwards, in its place or as a copy.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use planerka::store::backup::{
    BackupError, OnExisting, Versus, automatic, backup, read_archive, restore,
};
use planerka::store::document::is_temporary_name;
use planerka::store::file_system::FileSystem;
use planerka::store::finding::Severity;
use planerka::store::journal::encode;
use planerka::store::mend::{Documents, MendError, Mended, Orders, Whose, mend};
use planerka::store::simulated::{SimulatedFileSystem, Tears};
use planerka::store::state_directory::OnForeign;

use crate::samples::{EMBEDDED, WRITER, act, act_of, document, options};
use crate::suite::{Place, acts, on_both};

fn archive_of(place: &Place) -> PathBuf {
    place.path.with_file_name("planerka-2023-05-25.zip")
}

/// A directory with a bit of everything, closed.
fn fill(place: &Place) {
    let mut directory = place.open().directory;
    for number in 1..=4 {
        directory.append(&act(number)).unwrap();
    }
    directory
        .write_document("minutes/2023-05-25.ron", &document(1), OnForeign::KeepCopy)
        .unwrap();
}

fn back_up(place: &Place) -> planerka::store::backup::Backup {
    backup(place.file_system.as_ref(), &place.path, &archive_of(place)).unwrap()
}

fn restore_to(
    place: &Place,
    path: &Path,
    on_existing: OnExisting,
) -> Result<planerka::store::backup::Restored, BackupError> {
    let disk = place.file_system.as_ref();
    let archive = read_archive(disk, &archive_of(place))?;
    assert!(archive.is_sealed());
    restore(disk, &archive, path, &options(WRITER).holder, on_existing)
}

#[test]
fn a_backup_brings_everything_back_into_a_new_place() {
    on_both(|place| {
        fill(place);
        let made = back_up(place);
        let names: Vec<&str> = made.files.iter().map(|(name, _)| name.as_str()).collect();
        let expected = [
            ".gitattributes",
            ".gitignore",
            "journal/2023-05.pc1.log",
            "journal/2023-06.pc1.log",
            "minutes/2023-05-25.ron",
            "plan.ron",
            "subjects.ron",
        ];
        assert_eq!(names, expected);
        assert!(made.left_out.is_empty());
        let elsewhere = Place {
            path: place.path.with_file_name("elsewhere"),
            file_system: Arc::clone(&place.file_system),
            _keep: None,
        };
        let restored = restore_to(place, &elsewhere.path, OnExisting::Refuse).unwrap();
        assert_eq!(restored.written, expected);
        assert!(restored.kept.is_empty());
        for name in expected {
            assert_eq!(elsewhere.read(name), place.read(name));
        }
        assert_eq!(acts(&elsewhere.open().records), [1, 2, 3, 4]);
        // Once more changes nothing.
        let again = restore_to(place, &elsewhere.path, OnExisting::Refuse);
        assert!(again.unwrap().written.is_empty());
    });
}

#[test]
fn a_backup_is_made_while_the_program_works_and_never_over_another_file() {
    on_both(|place| {
        fill(place);
        let mut directory = place.open().directory;
        back_up(place);
        // The same content is the same file.
        back_up(place);
        directory.append(&act(5)).unwrap();
        let refused = backup(place.file_system.as_ref(), &place.path, &archive_of(place));
        assert_eq!(
            refused,
            Err(BackupError::Exists {
                path: archive_of(place)
            })
        );
    });
}

#[test]
fn nothing_newer_is_replaced_without_asking_and_what_is_replaced_is_kept() {
    on_both(|place| {
        fill(place);
        back_up(place);
        let mut directory = place.open().directory;
        directory.append(&act(5)).unwrap();
        directory.document_text("plan.ron").unwrap();
        directory
            .write_document("plan.ron", &document(2), OnForeign::Refuse)
            .unwrap();
        let held = restore_to(place, &place.path, OnExisting::KeepCopies);
        assert!(matches!(held, Err(BackupError::Held(Some(_)))));
        drop(directory);
        place.put(
            "journal/2023-05.pc2.log",
            &encode(&act_of("pc2", 7)).unwrap(),
        );
        let newer = place.read("journal/2023-05.pc1.log");
        let Err(BackupError::WouldReplace(comparison)) =
            restore_to(place, &place.path, OnExisting::Refuse)
        else {
            panic!("it was not asked for");
        };
        let differing: Vec<(&str, Versus)> = comparison
            .differing
            .iter()
            .map(|file| (file.name.as_str(), file.versus))
            .collect();
        let expected = [
            ("journal/2023-05.pc1.log", Versus::HereIsLonger),
            ("plan.ron", Versus::Apart),
        ];
        assert_eq!(differing, expected);
        assert_eq!(comparison.only_here, ["journal/2023-05.pc2.log"]);
        assert_eq!(acts(&place.open().records), [1, 2, 3, 4, 5, 7]);
        let restored = restore_to(place, &place.path, OnExisting::KeepCopies).unwrap();
        assert_eq!(restored.written, ["journal/2023-05.pc1.log", "plan.ron"]);
        assert_eq!(place.read("backups/journal-2023-05.pc1.log.1"), newer);
        assert_eq!(place.read("backups/plan.ron.1"), document(2).as_bytes());
        assert_eq!(acts(&place.open().records), [1, 2, 3, 4, 7]);
    });
}

#[test]
fn no_turned_bit_in_an_archive_goes_unnoticed() {
    let place = simulated();
    place.open().directory.append(&act(1)).unwrap();
    back_up(&place);
    let path = archive_of(&place);
    let disk = place.file_system.as_ref();
    let whole = read_archive(disk, &path).unwrap();
    let bytes = disk.read(&path, 1 << 24).unwrap();
    let mut harmless = 0;
    for bit in 0..bytes.len() * 8 {
        let mut damaged = bytes.clone();
        damaged[bit / 8] ^= 1 << (bit % 8);
        let disk = SimulatedFileSystem::new();
        disk.place(&path, &damaged);
        if let Ok(archive) = read_archive(&disk, &path) {
            assert_eq!(archive.files(), whole.files(), "bit {bit}");
            harmless += 1;
        }
    }
    for length in 0..bytes.len() {
        let disk = SimulatedFileSystem::new();
        disk.place(&path, &bytes[..length]);
        assert!(read_archive(&disk, &path).is_err(), "cut at {length}");
    }
    println!("{} bits, {harmless} of them mean nothing", bytes.len() * 8);
}

#[test]
fn an_archive_of_something_else_is_not_brought_back() {
    use std::io::Write as _;
    let disk = SimulatedFileSystem::new();
    let path = Path::new("/a.zip");
    let pack = |names: &[&str]| {
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default()
            .compression_method(zip::CompressionMethod::Deflated);
        for name in names {
            writer.start_file(*name, options).unwrap();
            writer.write_all(b"(format: 1)").unwrap();
        }
        writer.finish().unwrap().into_inner()
    };
    for names in [
        &["photo.jpg"][..],
        &["../plan.ron"],
        &["/plan.ron"],
        &["a\\..\\plan.ron"],
        &[],
    ] {
        disk.place(path, &pack(names));
        assert!(read_archive(&disk, path).is_err(), "{names:?}");
    }
    // Packed anew by hand, with the folder and smaller.
    disk.place(
        path,
        &pack(&["state/plan.ron", "state/journal/2023-05.pc1.log"]),
    );
    let archive = read_archive(&disk, path).unwrap();
    assert!(!archive.is_sealed());
    let names: Vec<&String> = archive.files().keys().collect();
    assert_eq!(names, ["journal/2023-05.pc1.log", "plan.ron"]);
}

/// What is mended without being asked for.
pub fn orders() -> Orders<'static> {
    Orders {
        holder: options(WRITER).holder,
        embedded: EMBEDDED,
        documents: Documents::Destroyed,
        tails: Whose::Of(options(WRITER).writer),
        lines: None,
        copies: true,
    }
}

#[test]
fn mending_puts_in_order_what_it_can_and_keeps_what_it_replaces() {
    on_both(|place| {
        fill(place);
        let torn = &encode(&act(7)).unwrap()[..40];
        let whole = place.read("journal/2023-05.pc1.log");
        place.put("journal/2023-05.pc1.log", &[&whole, torn].concat());
        place.put("journal/2023-05.pc2.log", torn);
        place.put("plan.ron", &[0; 300]);
        place.put("subjects.ron", b"(format: 1");
        place
            .file_system
            .remove(&place.path.join("minutes/2023-05-25.ron"))
            .unwrap();
        let disk = place.file_system.as_ref();
        let path = |name: &str| place.path.join(name);
        let mending = mend(disk, &place.path, &orders(), EXAMINE).unwrap();
        let replaced = |name: &str| Mended::Replaced {
            path: path(name),
            copy: path(&format!("quarantine/{name}.1")),
        };
        let cut = Mended::Cut {
            path: path("journal/2023-05.pc1.log"),
            copy: path("quarantine/2023-05.pc1.log.tail.1"),
        };
        assert_eq!(mending.done, [replaced("plan.ron"), cut]);
        assert_eq!(place.read("quarantine/plan.ron.1"), [0; 300]);
        assert_eq!(place.read("quarantine/2023-05.pc1.log.tail.1"), torn);
        assert_eq!(place.read("journal/2023-05.pc1.log"), whole);
        assert_eq!(place.read("plan.ron"), EMBEDDED[0].1.as_bytes());
        // A slip is for people to mend, and another writer's end may still be on its way.
        assert_eq!(place.read("subjects.ron"), b"(format: 1");
        let left: Vec<&str> = mending
            .left
            .iter()
            .map(|finding| finding.fault.name())
            .collect();
        assert_eq!(left, ["torn-tail", "ends-too-early"]);
        place.file_system.remove(&path("plan.ron")).unwrap();
        let all = Orders {
            documents: Documents::Unusable,
            tails: Whose::All,
            ..orders()
        };
        let mending = mend(disk, &place.path, &all, EXAMINE).unwrap();
        let written = Mended::Written {
            path: path("plan.ron"),
        };
        assert_eq!(mending.done[..2], [written, replaced("subjects.ron")]);
        assert_eq!(mending.done.len(), 3);
        assert!(
            mending
                .left
                .iter()
                .all(|finding| finding.severity() < Severity::Error)
        );
        assert!(
            mend(disk, &place.path, &all, EXAMINE)
                .unwrap()
                .done
                .is_empty()
        );
    });
}

/// The documents of these tests are no real plans.
pub const EXAMINE: &[(&str, planerka::store::check::Examine<'_>)] =
    &[("plan.ron", &examine), ("subjects.ron", &examine)];

fn examine(path: &Path, text: &str) -> Vec<planerka::store::finding::Finding> {
    let parsed = planerka::store::document::parse_any(path, text);
    parsed
        .err()
        .map(planerka::store::check::as_finding)
        .into_iter()
        .collect()
}

#[test]
fn nobody_mends_while_the_program_works() {
    on_both(|place| {
        let _open = place.open();
        let refused = mend(place.file_system.as_ref(), &place.path, &orders(), EXAMINE);
        assert!(matches!(refused, Err(MendError::Held(Some(_)))));
    });
}

fn simulated() -> Place {
    Place {
        file_system: Arc::new(SimulatedFileSystem::new()),
        path: PathBuf::from("/home/state"),
        _keep: None,
    }
}

/// Cuts the power before every operation of an action and looks whether everything that was there
/// is there: how many disks were looked at.
pub fn cut_everywhere(prepare: fn(&SimulatedFileSystem), action: fn(&SimulatedFileSystem)) -> u64 {
    let mut states = 0;
    for cut in 1.. {
        let disk = SimulatedFileSystem::new();
        prepare(&disk);
        let settled = disk.crash_states(Tears::Few, 1, 1).next().unwrap();
        let before = settled.files();
        settled.power_off_at(Some(cut));
        action(&settled);
        for state in settled.crash_states(Tears::Few, 200, cut) {
            states += 1;
            let contents: Vec<Vec<u8>> =
                state.files().into_iter().map(|(_, bytes)| bytes).collect();
            for (path, bytes) in &before {
                let name = path.file_name().unwrap().to_string_lossy();
                let matters = !name.starts_with('.') && !is_temporary_name(&name);
                // An end that was cut off stands by itself.
                let is_there = contents.iter().any(|found| found == bytes)
                    || contents.iter().any(|head| {
                        bytes.strip_prefix(head.as_slice()).is_some_and(|tail| {
                            !head.is_empty() && contents.iter().any(|found| found == tail)
                        })
                    });
                assert!(
                    !matters || is_there,
                    "cut at {cut}: {} is lost",
                    path.display()
                );
            }
            // Begun anew it comes to its end.
            action(&state);
            let plan = state.read(Path::new("/home/state/plan.ron"), 1 << 20);
            assert_eq!(plan.unwrap(), EMBEDDED[0].1.as_bytes(), "cut at {cut}");
        }
        if settled.operations() < cut {
            break;
        }
    }
    states
}

fn spoil(disk: &SimulatedFileSystem) {
    let place = |name: &str, bytes: &[u8]| disk.place(&Path::new("/home/state").join(name), bytes);
    place("plan.ron", b"\0\0\0\0\0\0\0\0\0\0");
    place("subjects.ron", EMBEDDED[1].1.as_bytes());
    let acts = [encode(&act(1)).unwrap(), encode(&act(4)).unwrap()].concat();
    place("journal/2023-05.pc1.log", &acts[..acts.len() - 9]);
}

#[test]
fn mending_loses_nothing_when_the_power_goes_off() {
    let states = cut_everywhere(spoil, |disk| {
        drop(mend(disk, Path::new("/home/state"), &orders(), EXAMINE));
    });
    println!("{states} states");
    assert!(states > 100);
}

#[test]
fn restoring_loses_nothing_when_the_power_goes_off() {
    let with_archive = |disk: &SimulatedFileSystem| {
        let good = Path::new("/good");
        disk.place(&good.join("plan.ron"), EMBEDDED[0].1.as_bytes());
        disk.place(
            &good.join("journal/2023-05.pc1.log"),
            &encode(&act(1)).unwrap(),
        );
        disk.place(&good.join("minutes/2023-05-25.ron"), document(1).as_bytes());
        backup(disk, good, Path::new("/good.zip")).unwrap();
        spoil(disk);
    };
    let states = cut_everywhere(with_archive, |disk| {
        let Ok(archive) = read_archive(disk, Path::new("/good.zip")) else {
            return;
        };
        let (path, holder) = (Path::new("/home/state"), options(WRITER).holder);
        drop(restore(
            disk,
            &archive,
            path,
            &holder,
            OnExisting::KeepCopies,
        ));
    });
    println!("{states} states");
    assert!(states > 100);
}

#[test]
fn an_archive_with_two_entries_of_one_name_is_refused() {
    use std::io::Write as _;

    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("two.zip");
    let disk = planerka::store::file_system::RealFileSystem::private();
    for (names, is_fine) in [
        (["plan.ron", "subjects.ron"], true),
        (["plan.ron", "plan.rom"], false),
        (["journal/a.ron", "journal//a.ron"], false),
    ] {
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default()
            .compression_method(zip::CompressionMethod::Stored);
        for name in names {
            writer.start_file(name, options).unwrap();
            writer.write_all(b"(format: 1)").unwrap();
        }
        let mut bytes = writer.finish().unwrap().into_inner();
        // The writer refuses what somebody else makes by hand.
        while let Some(at) = bytes.windows(8).position(|it| it == b"plan.rom") {
            bytes[at + 7] = b'n';
        }
        std::fs::write(&path, bytes).unwrap();
        let read = planerka::store::backup::read_archive(&disk, &path);
        assert_eq!(read.is_ok(), is_fine, "{names:?}: {read:?}");
    }
}

#[test]
fn a_restore_replaces_nothing_of_which_it_could_not_keep_a_copy() {
    use planerka::store::simulated::{Fault, FaultScope, FaultTimes, WhatFails};

    let disk = SimulatedFileSystem::new();
    let place = Place {
        file_system: Arc::new(disk.clone()),
        path: PathBuf::from("/home/state"),
        _keep: None,
    };
    fill(&place);
    back_up(&place);
    place.put("plan.ron", document(9).as_bytes());
    let mine = document(9).into_bytes();
    let mut failed = 0;
    for at in 1.. {
        let files = SimulatedFileSystem::new();
        for (path, bytes) in disk.files() {
            files.place(&path, &bytes);
        }
        files.set_fault(Some(Fault {
            at,
            times: FaultTimes::Once,
            scope: FaultScope::Changing,
            what: WhatFails::Error(std::io::ErrorKind::StorageFull),
        }));
        let there = Place {
            file_system: Arc::new(files.clone()),
            path: place.path.clone(),
            _keep: None,
        };
        let result = restore_to(&there, &place.path, OnExisting::KeepCopies);
        failed += u64::from(result.is_err());
        let is_kept = files.files().iter().any(|(_, bytes)| *bytes == mine);
        assert!(is_kept, "nothing of it is left after a failure at {at}");
        if files.operations() < at {
            break;
        }
    }
    assert!(failed > 5);
}

#[test]
fn backups_the_program_makes_by_itself_stay_few_and_hold_no_backups() {
    on_both(|place| {
        fill(place);
        let disk = place.file_system.as_ref();
        let mut lengths = Vec::new();
        for _ in 0..5 {
            let made = automatic::make(disk, &place.path, "2023-05-25", 3).unwrap();
            let bytes = disk.read(&made.unwrap(), 1 << 24).unwrap();
            lengths.push(bytes.len());
            // The next one says something else, else it is the same file.
            place.put(
                "subjects.ron",
                format!("(format: 1) // {}", lengths.len()).as_bytes(),
            );
        }
        let kept = disk.list(&place.path.join("backups")).unwrap();
        assert_eq!(kept.len(), 3, "{kept:?}");
        assert!(lengths.iter().max().unwrap() < &(2 * lengths.iter().min().unwrap()));
        assert!(
            automatic::make(disk, &place.path, "x", 0)
                .unwrap()
                .is_none()
        );
        for entry in kept {
            read_archive(disk, &entry.path).unwrap();
        }
    });
}

#[test]
fn a_restore_leaves_a_backup_of_what_it_changes() {
    on_both(|place| {
        fill(place);
        back_up(place);
        place.put("subjects.ron", b"(format: 1) // later");
        restore_to(place, &place.path, OnExisting::KeepCopies).unwrap();
        let disk = place.file_system.as_ref();
        let made = place.path.join("backups/planerka-before-restore.zip");
        let archive = read_archive(disk, &made).unwrap();
        let before = archive.files().get("subjects.ron").unwrap();
        assert!(String::from_utf8_lossy(before).contains("later"));
    });
}
