//! How a state directory behaves, on the real and on the simulated file system.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use planerka::domain::operation::Record;
use planerka::store::check::check;
use planerka::store::document::WriteError;
use planerka::store::file_system::{FileSystem, RealFileSystem};
use planerka::store::finding::{Fault, Finding, Severity};
use planerka::store::journal::encode;
use planerka::store::simulated::Fault as SimulatedFault;
use planerka::store::simulated::{FaultScope, FaultTimes, SimulatedFileSystem, WhatFails};
use planerka::store::state_directory::{
    Access, OnForeign, Opened, StateDirectory, StoreError, WhyReadOnly,
};

use crate::samples::{EMBEDDED, WRITER, act, act_of, document, number_of, options};

/// One file system, with a directory that is not there yet.
pub struct Place {
    pub file_system: Arc<dyn FileSystem>,
    pub path: PathBuf,
    pub _keep: Option<tempfile::TempDir>,
}

impl Place {
    pub fn open(&self) -> Opened {
        StateDirectory::open(Arc::clone(&self.file_system), &self.path, &options(WRITER)).unwrap()
    }

    fn open_as(&self, writer: &str) -> Opened {
        StateDirectory::open(Arc::clone(&self.file_system), &self.path, &options(writer)).unwrap()
    }

    /// Puts bytes there as somebody else would.
    pub fn put(&self, name: &str, bytes: &[u8]) {
        let path = self.path.join(name);
        let _ = self.file_system.remove(&path);
        let mut file = self.file_system.create_new(&path, None).unwrap();
        file.write(bytes).unwrap();
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        self.file_system
            .read(&self.path.join(name), 1 << 20)
            .unwrap()
    }
}

pub fn on_both(story: fn(&Place)) {
    story(&Place {
        file_system: Arc::new(SimulatedFileSystem::new()),
        path: PathBuf::from("/home/state"),
        _keep: None,
    });
    let directory = tempfile::tempdir().unwrap();
    story(&Place {
        file_system: Arc::new(RealFileSystem::private()),
        path: directory.path().join("дом").join("state"),
        _keep: Some(directory),
    });
}

pub fn acts(records: &[Record]) -> Vec<u64> {
    let mut numbers: Vec<u64> = records.iter().map(number_of).collect();
    numbers.dedup();
    numbers
}

fn names(findings: &[Finding]) -> Vec<&'static str> {
    findings
        .iter()
        .map(|finding| finding.fault.name())
        .collect()
}

#[test]
fn a_new_directory_is_made_and_filled() {
    on_both(|place| {
        let opened = place.open();
        assert_eq!(*opened.directory.access(), Access::ReadWrite);
        assert_eq!(opened.filled, ["plan.ron", "subjects.ron"]);
        assert!(opened.records.is_empty() && opened.findings.is_empty());
        assert_eq!(place.read("plan.ron"), EMBEDDED[0].1.as_bytes());
        drop(opened);
        assert!(place.open().filled.is_empty());
    });
}

#[test]
fn what_was_appended_is_there_for_the_next_start() {
    on_both(|place| {
        let mut directory = place.open().directory;
        for number in 1..=4 {
            directory.append(&act(number)).unwrap();
        }
        drop(directory);
        let opened = place.open();
        assert_eq!(acts(&opened.records), [1, 2, 3, 4]);
        assert!(opened.findings.is_empty());
        let two_months = ["journal/2023-05.pc1.log", "journal/2023-06.pc1.log"];
        assert!(two_months.iter().all(|name| !place.read(name).is_empty()));
    });
}

#[test]
fn the_second_program_reads_and_says_who_writes() {
    on_both(|place| {
        let mut first = place.open().directory;
        let mut second = place.open_as("pc2").directory;
        let Access::ReadOnly(WhyReadOnly::Held(holder)) = second.access().clone() else {
            panic!("{:?}", second.access());
        };
        assert_eq!(holder, Some(options(WRITER).holder));
        let refused = second.append(&act_of("pc2", 1));
        assert!(matches!(refused, Err(StoreError::ReadOnly(_))));
        first.append(&act(1)).unwrap();
        assert_eq!(acts(&second.reload().records), [1]);
        drop(first);
        let third = place.open_as("pc2").directory;
        assert_eq!(*third.access(), Access::ReadWrite);
    });
}

#[test]
fn asked_to_read_only_it_makes_nothing() {
    on_both(|place| {
        let mut only_read = options(WRITER);
        only_read.read_only = true;
        let open = || {
            StateDirectory::open(Arc::clone(&place.file_system), &place.path, &only_read).unwrap()
        };
        let mut directory = open().directory;
        assert!(place.file_system.status(&place.path).is_err());
        let plan = directory.document_text("plan.ron").unwrap();
        assert_eq!(plan, EMBEDDED[0].1);
        place.open().directory.append(&act(1)).unwrap();
        assert_eq!(acts(&open().records), [1]);
    });
}

#[test]
fn a_torn_end_is_cut_off_and_a_copy_of_it_kept() {
    on_both(|place| {
        place.open().directory.append(&act(1)).unwrap();
        let whole = place.read("journal/2023-05.pc1.log");
        let torn = &encode(&act(4)).unwrap()[..50];
        place.put("journal/2023-05.pc1.log", &[&whole[..], torn].concat());
        let opened = place.open();
        assert_eq!(acts(&opened.records), [1]);
        assert_eq!(names(&opened.findings), ["torn-tail"]);
        assert_eq!(place.read("journal/2023-05.pc1.log"), whole);
        assert_eq!(place.read("quarantine/2023-05.pc1.log.tail.1"), torn);
        drop(opened);
        let mut opened = place.open();
        assert!(opened.findings.is_empty());
        opened.directory.append(&act(5)).unwrap();
        assert_eq!(acts(&opened.directory.reload().records), [1, 5]);
    });
}

#[test]
fn the_torn_end_of_another_writer_is_left_alone() {
    on_both(|place| {
        drop(place.open());
        let bytes = &encode(&act_of("pc2", 1)).unwrap()[..60];
        place.put("journal/2023-05.pc2.log", bytes);
        let opened = place.open();
        assert_eq!(names(&opened.findings), ["torn-tail"]);
        assert_eq!(place.read("journal/2023-05.pc2.log"), bytes);
    });
}

#[test]
fn two_machines_and_a_file_syncer_lose_nothing() {
    on_both(|place| {
        let mut directory = place.open().directory;
        directory.append(&act(1)).unwrap();
        // The other machine's files arrive beside ours.
        place.put(
            "journal/2023-05.pc2.log",
            &[
                encode(&act_of("pc2", 2)).unwrap(),
                encode(&act_of("pc2", 5)).unwrap(),
            ]
            .concat(),
        );
        directory.append(&act(4)).unwrap();
        assert_eq!(acts(&directory.reload().records), [1, 2, 4, 5]);
    });
}

#[test]
fn what_a_syncer_rolled_back_is_written_again() {
    on_both(|place| {
        let mut directory = place.open().directory;
        directory.append(&act(1)).unwrap();
        let old = place.read("journal/2023-05.pc1.log");
        directory.append(&act(2)).unwrap();
        directory.append(&act(3)).unwrap();
        place.put("journal/2023-05.pc1.log", &old);
        directory.append(&act(4)).unwrap();
        drop(directory);
        assert_eq!(acts(&place.open().records), [1, 2, 3, 4]);
    });
}

#[test]
fn an_edited_document_is_not_overwritten() {
    on_both(|place| {
        let mut directory = place.open().directory;
        directory.document_text("plan.ron").unwrap();
        place.put("plan.ron", b"(format: 1, theirs: true)");
        let refused = directory.write_document("plan.ron", &document(1), OnForeign::Refuse);
        assert!(matches!(
            refused,
            Err(StoreError::Write(WriteError::Conflict { .. }))
        ));
        assert_eq!(place.read("plan.ron"), b"(format: 1, theirs: true)");
        directory.document_text("plan.ron").unwrap();
        directory
            .write_document("plan.ron", &document(1), OnForeign::Refuse)
            .unwrap();
        assert_eq!(place.read("plan.ron"), document(1).as_bytes());
    });
}

#[test]
fn edited_minutes_are_kept_when_new_ones_are_written() {
    on_both(|place| {
        let name = "minutes/2023-05-25.ron";
        let mut directory = place.open().directory;
        let mut write = |version| {
            directory
                .write_document(name, &document(version), OnForeign::KeepCopy)
                .unwrap()
                .kept
        };
        assert_eq!(write(1), None);
        assert_eq!(write(2), None);
        place.put(name, b"(format: 1, theirs: true)");
        let kept = write(3).unwrap();
        assert_eq!(kept, place.path.join("backups/minutes-2023-05-25.ron.1"));
        assert_eq!(
            place.read("backups/minutes-2023-05-25.ron.1"),
            b"(format: 1, theirs: true)"
        );
        assert_eq!(place.read(name), document(3).as_bytes());
    });
}

#[test]
fn what_does_not_parse_is_not_written_and_no_name_leads_out() {
    on_both(|place| {
        let mut directory = place.open().directory;
        let mut write = |name, text| directory.write_document(name, text, OnForeign::KeepCopy);
        assert!(matches!(
            write("a.ron", "(format: 1"),
            Err(StoreError::Document(_))
        ));
        for name in ["../a.ron", "/a.ron", "", "minutes/../../a.ron"] {
            assert!(
                matches!(write(name, "(format: 1)"), Err(StoreError::BadName(_))),
                "{name}"
            );
        }
    });
}

#[test]
fn a_document_of_a_newer_form_makes_the_directory_read_only() {
    on_both(|place| {
        drop(place.open());
        place.put("settings.ron", b"(format: 7, new: Thing(1))");
        let opened = place.open();
        assert_eq!(
            *opened.directory.access(),
            Access::ReadOnly(WhyReadOnly::NewerFormat {
                path: place.path.join("settings.ron"),
                found: 7,
            })
        );
    });
}

#[test]
fn a_damaged_document_is_reported_and_the_rest_is_used() {
    on_both(|place| {
        place.open().directory.append(&act(1)).unwrap();
        place.put("plan.ron", b"(\n    format: 1\n    name: \"\"\n)");
        let mut opened = place.open();
        assert_eq!(*opened.directory.access(), Access::ReadWrite);
        assert_eq!(acts(&opened.records), [1]);
        let error = opened.directory.document_text("plan.ron").map(|text| {
            planerka::store::document::parse_any(Path::new("plan.ron"), &text).unwrap_err()
        });
        assert_eq!(error.unwrap().fault.name(), "missing-comma");
        assert_eq!(
            place.read("plan.ron"),
            b"(\n    format: 1\n    name: \"\"\n)"
        );
    });
}

#[test]
fn leftovers_of_an_earlier_run_are_swept() {
    on_both(|place| {
        drop(place.open());
        place.put(".plan.ron.1-1.planerka-tmp", b"(form");
        drop(place.open());
        let listed = place.file_system.list(&place.path).unwrap();
        assert!(listed.iter().all(|entry| !entry.name.ends_with("-tmp")));
    });
}

#[test]
fn check_names_every_file_that_does_not_belong() {
    on_both(|place| {
        let mut directory = place.open().directory;
        directory.append(&act(1)).unwrap();
        directory
            .write_document(
                "minutes/2023-05-25.ron",
                include_str!("../damaged/minutes.whole.ron"),
                OnForeign::KeepCopy,
            )
            .unwrap();
        place.put("plan.ron", b"(format: 1");
        place.put("plan.sync-conflict-20230525-100000-ABCDEFG.ron", b"");
        place.put("plan (Anna's conflicted copy 2023-05-25).ron", b"");
        place.put("subjects.ron.orig", b"");
        place.put("notes.txt", b"");
        place.put(
            "journal/2023-05.pc1.sync-conflict-20230525-100000-ABCDEFG.log",
            b"",
        );
        place.put("minutes/2023-06-01.ron", b"(format: 1, a: \xff)");
        let findings = check(place.file_system.as_ref(), &place.path, &[]);
        let mut found: Vec<(String, &str, Severity)> = findings
            .iter()
            .map(|finding| {
                let path = finding.place.path.strip_prefix(&place.path).unwrap();
                let name = path.display().to_string().replace('\\', "/");
                (name, finding.fault.name(), finding.severity())
            })
            .collect();
        found.sort();
        let found: Vec<(&str, &str)> = found.iter().map(|(p, n, _)| (p.as_str(), *n)).collect();
        assert_eq!(
            found,
            [
                (
                    "journal/2023-05.pc1.sync-conflict-20230525-100000-ABCDEFG.log",
                    "sync-conflict"
                ),
                ("minutes/2023-06-01.ron", "not-utf-8"),
                ("notes.txt", "unknown-file"),
                (
                    "plan (Anna's conflicted copy 2023-05-25).ron",
                    "sync-conflict"
                ),
                ("plan.ron", "ends-too-early"),
                (
                    "plan.sync-conflict-20230525-100000-ABCDEFG.ron",
                    "sync-conflict"
                ),
                ("subjects.ron.orig", "leftover"),
            ]
        );
    });
}

#[test]
fn what_others_change_is_noticed_once_and_what_we_change_is_not() {
    on_both(|place| {
        let mut directory = place.open().directory;
        assert!(!directory.changed());
        directory.append(&act(1)).unwrap();
        directory.append(&act(3)).unwrap();
        directory.document_text("plan.ron").unwrap();
        directory
            .write_document("plan.ron", &document(1), OnForeign::Refuse)
            .unwrap();
        directory
            .write_document("minutes/2023-05-25.ron", &document(1), OnForeign::KeepCopy)
            .unwrap();
        assert!(!directory.changed());
        let mut by_somebody = |name: &str, bytes: &[u8]| {
            place.put(name, bytes);
            assert!(directory.changed(), "{name}");
            assert!(!directory.changed(), "{name} again");
        };
        by_somebody(
            "journal/2023-05.pc2.log",
            &encode(&act_of("pc2", 2)).unwrap(),
        );
        by_somebody("plan.ron", document(2).as_bytes());
        // The same length: a digit is another.
        by_somebody("plan.ron", document(3).as_bytes());
        by_somebody("minutes/2023-05-25.ron", b"(format: 1, theirs: true)");
        by_somebody("settings.ron", b"(format: 1)");
        by_somebody("plan.sync-conflict-20230525-100000-ABCDEFG.ron", b"");
        place
            .file_system
            .remove(&place.path.join("settings.ron"))
            .unwrap();
        assert!(directory.changed());
        // What is none of ours is none of our business.
        place.put(".plan.ron.1-1.planerka-tmp", b"(form");
        place.put("notes.txt", b"");
        assert!(!directory.changed());
        assert_eq!(acts(&directory.reload().records), [1, 2, 3]);
    });
}

#[test]
fn one_who_only_reads_follows_live() {
    on_both(|place| {
        let mut writer = place.open().directory;
        let mut reader = place.open_as("pc2").directory;
        assert!(!reader.changed());
        for number in 1..=4 {
            writer.append(&act(number)).unwrap();
            assert!(reader.changed());
            assert_eq!(acts(&reader.reload().records).last(), Some(&number));
            assert!(!reader.changed());
        }
        writer.document_text("plan.ron").unwrap();
        writer
            .write_document("plan.ron", &document(1), OnForeign::Refuse)
            .unwrap();
        assert!(reader.changed());
        assert_eq!(reader.document_text("plan.ron").unwrap(), document(1));
        assert!(!reader.changed() && !writer.changed());
    });
}

#[test]
fn what_was_rolled_back_is_written_again_also_when_it_is_noticed_before_the_next_act() {
    on_both(|place| {
        let mut directory = place.open().directory;
        directory.append(&act(1)).unwrap();
        let old = place.read("journal/2023-05.pc1.log");
        directory.append(&act(2)).unwrap();
        place.put("journal/2023-05.pc1.log", &old);
        assert!(directory.changed());
        assert_eq!(acts(&directory.reload().records), [1, 2]);
        assert!(!directory.changed());
        drop(directory);
        assert_eq!(acts(&place.open().records), [1, 2]);
    });
}

#[test]
fn what_was_rolled_back_last_is_written_again_when_the_program_leaves() {
    on_both(|place| {
        let mut directory = place.open().directory;
        directory.append(&act(1)).unwrap();
        let old = place.read("journal/2023-05.pc1.log");
        directory.append(&act(2)).unwrap();
        place.put("journal/2023-05.pc1.log", &old);
        directory.leave().unwrap();
        assert_eq!(acts(&place.open().records), [1, 2]);
    });
}

#[test]
fn an_act_that_met_a_foreign_change_lets_the_program_know_of_it() {
    on_both(|place| {
        let mut directory = place.open().directory;
        directory.append(&act(1)).unwrap();
        let own = place.read("journal/2023-05.pc1.log");
        let theirs = encode(&act(2)).unwrap();
        place.put("journal/2023-05.pc1.log", &[own, theirs].concat());
        directory.append(&act(4)).unwrap();
        assert!(directory.changed());
        assert_eq!(acts(&directory.reload().records), [1, 2, 4]);
        assert!(!directory.changed());
    });
}

#[cfg(unix)]
#[test]
fn links_and_modes_are_kept_and_new_files_are_private() {
    use std::fs;
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("state");
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let disk: Arc<dyn FileSystem> = Arc::new(RealFileSystem::private());
    let open = || StateDirectory::open(Arc::clone(&disk), &path, &options(WRITER)).unwrap();
    open().directory.append(&act(1)).unwrap();
    assert_eq!(mode(&path), 0o700);
    assert_eq!(mode(&path.join("plan.ron")), 0o600);
    assert_eq!(mode(&path.join("journal/2023-05.pc1.log")), 0o600);
    let elsewhere = directory.path().join("elsewhere.ron");
    fs::rename(path.join("plan.ron"), &elsewhere).unwrap();
    fs::set_permissions(&elsewhere, fs::Permissions::from_mode(0o640)).unwrap();
    symlink(&elsewhere, path.join("plan.ron")).unwrap();
    let mut state = open().directory;
    state.document_text("plan.ron").unwrap();
    state
        .write_document("plan.ron", &document(2), OnForeign::Refuse)
        .unwrap();
    assert!(
        fs::symlink_metadata(path.join("plan.ron"))
            .unwrap()
            .is_symlink()
    );
    assert_eq!(fs::read_to_string(&elsewhere).unwrap(), document(2));
    assert_eq!(mode(&elsewhere), 0o640);
}

#[test]
fn what_was_recorded_beside_an_unreadable_journal_counted_as_older_than_it() {
    let files = SimulatedFileSystem::new();
    let open = || {
        let file_system: Arc<dyn FileSystem> = Arc::new(files.clone());
        StateDirectory::open(file_system, Path::new("/state"), &options(WRITER))
    };
    let mut directory = open().unwrap().directory;
    directory.append(&act(1)).unwrap();
    drop(directory);
    let mut hit = 0;
    for at in 1..200 {
        files.reset_count();
        files.set_fault(Some(SimulatedFault {
            at,
            times: FaultTimes::Once,
            scope: FaultScope::All,
            what: WhatFails::Error(io::ErrorKind::Other),
        }));
        let opened = open();
        files.set_fault(None);
        // A directory that cannot be listed is another matter.
        let Ok(opened) = opened else { continue };
        let is_own = |finding: &&Finding| {
            finding.place.path.ends_with("2023-05.pc1.log")
                && matches!(finding.fault, Fault::Unreadable(_))
        };
        if opened.findings.iter().any(|finding| is_own(&finding)) {
            hit += 1;
            let access = opened.directory.access();
            assert!(
                matches!(access, Access::ReadOnly(WhyReadOnly::NotWritable { path, .. })
                    if path.ends_with("2023-05.pc1.log")),
                "{access:?}"
            );
        }
    }
    assert!(hit > 0, "no fault hit the reading of the journal");
}
