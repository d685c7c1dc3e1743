//! Files that somebody puts in the place of ours, takes away or locks, while the program runs.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use planerka::store::backup::{OnExisting, read_archive, restore};
use planerka::store::file_system::{FileSystem as _, RealFileSystem};
use planerka::store::journal::{encode, read_journal};
use planerka::store::simulated::{Fault, FaultScope, FaultTimes, SimulatedFileSystem, WhatFails};
use planerka::store::state_directory::{Access, StateDirectory, StoreError, WhyReadOnly};

use crate::samples::{EMBEDDED, WRITER, act, act_of, document, number_of, options};
use crate::suite::{Place, acts, on_both};

const OURS: &str = "journal/2023-05.pc1.log";

fn lines(numbers: &[u64]) -> Vec<u8> {
    let lines = numbers
        .iter()
        .flat_map(|number| encode(&act(*number)).unwrap());
    lines.collect()
}

fn on_disk(place: &Place) -> Vec<u64> {
    let journal = read_journal(place.file_system.as_ref(), &place.path.join("journal"));
    let mut numbers: Vec<u64> = journal.records.iter().map(number_of).collect();
    numbers.dedup();
    numbers
}

/// A place on a simulated disk.
fn on(disk: &SimulatedFileSystem) -> Place {
    Place {
        file_system: Arc::new(disk.clone()),
        path: PathBuf::from("/home/state"),
        _keep: None,
    }
}

fn open(place: &Place) -> StateDirectory {
    place.open().directory
}

#[test]
fn what_stands_in_the_place_of_a_file_after_a_failed_act_is_not_cut() {
    let disk = SimulatedFileSystem::new();
    let place = on(&disk);
    let mut directory = open(&place);
    directory.append(&act(1)).unwrap();
    disk.reset_count();
    disk.set_fault(Some(Fault {
        at: 1,
        times: FaultTimes::ForEver,
        scope: FaultScope::Writes,
        what: WhatFails::TornWrite(std::io::ErrorKind::StorageFull),
    }));
    directory.append(&act(2)).unwrap_err();
    disk.set_fault(None);
    // A syncer brings another version of our file.
    place.put(OURS, &lines(&[4, 5, 7]));
    directory.append(&act(2)).unwrap();
    assert_eq!(on_disk(&place), [1, 2, 4, 5, 7]);
}

#[test]
fn another_file_of_the_same_length_is_noticed() {
    on_both(|place| {
        let mut directory = open(place);
        directory.append(&act(1)).unwrap();
        let ours = place.read(OURS);
        let theirs = lines(&[4]);
        let theirs = theirs.get(..ours.len()).unwrap_or(&theirs).to_vec();
        assert_eq!(theirs.len(), ours.len(), "the samples are of one length");
        place.put(OURS, &theirs);
        assert!(directory.changed());
        let shown = acts(&directory.reload().records);
        assert!(shown.contains(&1), "{shown:?}");
        // And before an act, without anybody having looked.
        place.put(OURS, &theirs);
        directory.append(&act(2)).unwrap();
        assert!(on_disk(place).starts_with(&[1, 2]), "{:?}", on_disk(place));
    });
}

#[test]
fn a_lock_file_put_in_the_place_of_ours_is_taken_too() {
    on_both(|place| {
        let mut first = open(place);
        place.file_system.remove(&place.path.join(".lock")).unwrap();
        first.changed();
        let second = place.open();
        assert!(matches!(
            second.directory.access(),
            Access::ReadOnly(WhyReadOnly::Held(_))
        ));
        first.append(&act(1)).unwrap();
        assert_eq!(on_disk(place), [1]);
    });
}

#[test]
fn who_has_lost_the_lock_to_another_only_reads() {
    on_both(|place| {
        let mut first = open(place);
        place.file_system.remove(&place.path.join(".lock")).unwrap();
        let mut second = open(place);
        second.append(&act(2)).unwrap();
        first.changed();
        assert!(matches!(
            first.access(),
            Access::ReadOnly(WhyReadOnly::Held(_))
        ));
        assert!(matches!(
            first.append(&act(1)),
            Err(StoreError::ReadOnly(_))
        ));
        assert_eq!(on_disk(place), [2]);
    });
}

#[test]
fn nothing_is_recorded_while_a_file_that_was_read_is_gone() {
    on_both(|place| {
        drop(place.open());
        let old = lines(&[1, 4]);
        place.put(OURS, &old);
        place.put(
            "journal/2023-05.pc2.log",
            &encode(&act_of("pc2", 7)).unwrap(),
        );
        for gone in [OURS, "journal/2023-05.pc2.log"] {
            let mut directory = open(place);
            let bytes = place.read(gone);
            place.file_system.remove(&place.path.join(gone)).unwrap();
            assert!(directory.changed());
            directory.reload();
            assert!(directory.gone().is_some(), "{gone}");
            assert!(directory.append(&act(8)).is_err());
            place.put(gone, &bytes);
            assert!(directory.changed());
            directory.reload();
            assert!(directory.gone().is_none());
            directory.append(&act(8)).unwrap();
            assert_eq!(on_disk(place), [1, 4, 7, 8]);
            place.put(OURS, &old);
        }
    });
}

#[test]
fn a_file_of_this_run_that_is_taken_away_is_written_again() {
    on_both(|place| {
        let mut directory = open(place);
        directory.append(&act(1)).unwrap();
        place.file_system.remove(&place.path.join(OURS)).unwrap();
        directory.append(&act(2)).unwrap();
        assert_eq!(on_disk(place), [1, 2]);
    });
}

#[test]
fn a_clock_beyond_reason_is_no_record() {
    on_both(|place| {
        drop(place.open());
        let mut far = act(1);
        far[0].clock = u64::MAX;
        assert!(encode(&far).is_err());
        let text = format!(" {}", ron::to_string(&far[0]).unwrap());
        let line = format!("{:08x}{text}\n", crc32fast::hash(text.as_bytes()));
        place.put(OURS, line.as_bytes());
        let opened = place.open();
        assert_eq!(opened.records, []);
        assert_eq!(opened.findings[0].fault.name(), "out-of-bounds");
    });
}

#[test]
fn a_directory_called_like_a_journal_file_is_told_of() {
    on_both(|place| {
        drop(place.open());
        place
            .file_system
            .create_directory(&place.path.join(OURS))
            .unwrap();
        let opened = place.open();
        assert_eq!(opened.findings[0].fault.name(), "unreadable");
        assert_ne!(*opened.directory.access(), Access::ReadWrite);
    });
}

#[test]
fn an_archive_packed_by_hand_replaces_nothing_of_other_tools() {
    on_both(|place| {
        drop(place.open());
        let file = place.path.with_file_name("hand.zip");
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let plain = zip::write::SimpleFileOptions::default();
        for (name, text) in [
            ("plan.ron", EMBEDDED[0].1),
            (".git/HEAD", "old"),
            (".lock", ""),
            ("minutes/2023-05-25.ron", &document(1)),
        ] {
            zip.start_file(name, plain).unwrap();
            std::io::Write::write_all(&mut zip, text.as_bytes()).unwrap();
        }
        let bytes = zip.finish().unwrap().into_inner();
        let disk = place.file_system.as_ref();
        let mut packed = disk.create_new(&file, None).unwrap();
        packed.write(&bytes).unwrap();
        drop(packed);
        disk.create_directory(&place.path.join(".git")).unwrap();
        place.put(".git/HEAD", b"new");
        let archive = read_archive(disk, &file).unwrap();
        let holder = options(WRITER).holder;
        let restored = restore(disk, &archive, &place.path, &holder, OnExisting::Add).unwrap();
        assert_eq!(restored.written, ["minutes/2023-05-25.ron"]);
        assert_eq!(place.read(".git/HEAD"), b"new");
    });
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_not_replaced_by_the_document_of_the_program() {
    let root = tempfile::tempdir().unwrap();
    let state = root.path().join("state");
    std::fs::create_dir(&state).unwrap();
    let link = state.join("plan.ron");
    std::os::unix::fs::symlink(root.path().join("away/plan.ron"), &link).unwrap();
    let disk = Arc::new(planerka::store::file_system::RealFileSystem::private());
    let mut opened = StateDirectory::open(disk, &state, &options(WRITER)).unwrap();
    assert!(link.is_symlink());
    assert!(opened.directory.document_text("plan.ron").is_err());
    assert!(!Path::new(&root.path().join("away")).exists());
}

#[test]
fn a_line_whose_clock_is_not_to_be_believed_keeps_nobody_from_recording() {
    on_both(|place| {
        let mut directory = open(place);
        directory.append(&act(1)).unwrap();
        drop(directory);
        for clock in [1 << 53, (1 << 53) - 1, 1 << 40] {
            let mut far = act_of("pc7", 10);
            for record in &mut far {
                record.clock = clock;
            }
            place.put("journal/2023-05.pc7.log", &encode(&far).unwrap());
            let mut opened = place.open();
            assert_eq!(acts(&opened.records), [1], "{clock}");
            let named = |finding: &planerka::store::finding::Finding| {
                finding.place.path.ends_with("2023-05.pc7.log") && finding.place.line == 1
            };
            assert!(opened.findings.iter().any(named), "{clock}");
            let next = opened.records.last().unwrap().clock + 1;
            let mut more = act(2);
            for (clock, record) in (next..).zip(&mut more) {
                record.clock = clock;
            }
            opened.directory.append(&more).unwrap();
            assert_eq!(acts(&opened.directory.reload().records), [1, 2]);
            drop(opened);
            let path = place.path.join(OURS);
            place.file_system.remove(&path).unwrap();
            place.put(OURS, &lines(&[1]));
        }
    });
}

/// The real disk, on which somebody saves a file in the very moment in which it is exchanged.
#[derive(Debug)]
struct Racing {
    real: planerka::store::file_system::RealFileSystem,
    /// What they save before the exchanges to come, the last first.
    saves: std::sync::Mutex<Vec<&'static str>>,
    /// What they save as soon as there is a temporary file, on a disk that cannot exchange files.
    early: Option<&'static str>,
}

impl Racing {
    /// As editors do it: a new file, renamed over the old one.
    fn save(path: &Path, text: &str) -> std::io::Result<()> {
        let new = path.with_extension("new");
        std::fs::write(&new, text)?;
        std::fs::rename(new, path)
    }
}

impl planerka::store::file_system::FileSystem for Racing {
    fn exchange(&self, one: &Path, other: &Path) -> std::io::Result<()> {
        if self.early.is_some() {
            return Err(std::io::ErrorKind::Unsupported.into());
        }
        if let Some(text) = self.saves.lock().unwrap().pop() {
            Self::save(other, text)?;
        }
        self.real.exchange(one, other)
    }

    fn read(&self, path: &Path, limit: u64) -> std::io::Result<Vec<u8>> {
        self.real.read(path, limit)
    }

    fn list(&self, path: &Path) -> std::io::Result<Vec<planerka::store::file_system::Listed>> {
        self.real.list(path)
    }

    fn status(&self, path: &Path) -> std::io::Result<planerka::store::file_system::Status> {
        self.real.status(path)
    }

    fn resolve(&self, path: &Path) -> std::io::Result<PathBuf> {
        self.real.resolve(path)
    }

    fn create_directory(&self, path: &Path) -> std::io::Result<()> {
        self.real.create_directory(path)
    }

    fn create_new(
        &self,
        path: &Path,
        like: Option<&Path>,
    ) -> std::io::Result<Box<dyn planerka::store::file_system::OpenFile>> {
        if let Some(text) = self.early {
            Self::save(&path.with_file_name("plan.ron"), text)?;
        }
        self.real.create_new(path, like)
    }

    fn open_append(
        &self,
        path: &Path,
    ) -> std::io::Result<Box<dyn planerka::store::file_system::OpenFile>> {
        self.real.open_append(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> std::io::Result<()> {
        self.real.rename(from, to)
    }

    fn rename_new(&self, from: &Path, to: &Path) -> std::io::Result<()> {
        self.real.rename_new(from, to)
    }

    fn is_link(&self, path: &Path) -> bool {
        self.real.is_link(path)
    }

    fn sync_directory(&self, directory: &Path) -> std::io::Result<()> {
        self.real.sync_directory(directory)
    }

    fn remove(&self, path: &Path) -> std::io::Result<()> {
        self.real.remove(path)
    }

    fn remove_directory(&self, path: &Path) -> std::io::Result<()> {
        self.real.remove_directory(path)
    }

    fn try_lock(&self, path: &Path) -> std::io::Result<planerka::store::file_system::LockAttempt> {
        self.real.try_lock(path)
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_an_editor_saves_between_the_last_look_and_the_rename_stands() {
    use planerka::store::document::{Fingerprint, WriteError, write_atomic};

    for (saves, stands) in [
        (vec![], "new"),
        (vec!["theirs"], "theirs"),
        (vec!["newest", "theirs"], "newest"),
    ] {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("plan.ron");
        std::fs::write(&path, "old").unwrap();
        let disk = Racing {
            real: planerka::store::file_system::RealFileSystem::private(),
            saves: std::sync::Mutex::new(saves.clone()),
            early: None,
        };
        let written = write_atomic(&disk, &path, b"new", &[Fingerprint::of(b"old")]);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), stands, "{saves:?}");
        match stands {
            "new" => assert_eq!(written, Ok(Fingerprint::of(b"new"))),
            _ => assert_eq!(written, Err(WriteError::Conflict { path: path.clone() })),
        }
        assert_eq!(std::fs::read_dir(directory.path()).unwrap().count(), 1);
    }
}

#[test]
fn what_an_editor_saves_while_the_new_file_is_written_stands_where_files_cannot_be_exchanged() {
    use planerka::store::document::{Fingerprint, WriteError, write_atomic};

    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("plan.ron");
    std::fs::write(&path, "old").unwrap();
    let disk = Racing {
        real: planerka::store::file_system::RealFileSystem::private(),
        saves: std::sync::Mutex::default(),
        early: Some("theirs"),
    };
    let written = write_atomic(&disk, &path, b"new", &[Fingerprint::of(b"old")]);
    assert_eq!(written, Err(WriteError::Conflict { path: path.clone() }));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "theirs");
}

#[test]
fn what_an_earlier_run_did_not_live_to_sync_is_durable_as_soon_as_it_is_shown() {
    use planerka::store::simulated::Tears;

    let disk = SimulatedFileSystem::new();
    let place = on(&disk);
    drop(open(&place));
    // Written and not synced: the program was killed in between.
    place.put(OURS, &lines(&[1]));
    disk.sync_directory(&place.path.join("journal")).unwrap();
    let opened = place.open();
    assert_eq!(acts(&opened.records), [1]);
    for left in disk.crash_states(Tears::Few, 1_000, 7) {
        let journal = read_journal(&left, &place.path.join("journal"));
        assert_eq!(acts(&journal.records), [1]);
    }
}

#[test]
fn another_journal_file_of_the_same_length_is_not_added_to() {
    on_both(|place| {
        let mut directory = open(place);
        directory.append(&act(1)).unwrap();
        let ours = place.read(OURS);
        // A syncer puts another version there: as long, and not what we left.
        let mut theirs = lines(&[4]);
        theirs.resize(ours.len(), b'#');
        *theirs.last_mut().unwrap() = b'\n';
        let mut appender = planerka::store::journal::Appender::default();
        let path = place.path.join(OURS);
        appender.know(&path, planerka::store::document::Fingerprint::of(&ours));
        place.put(OURS, &theirs);
        let journal = place.path.join("journal");
        let added = appender.append(place.file_system.as_ref(), &journal, &act(2));
        assert!(added.is_err(), "{added:?}");
        assert_eq!(place.read(OURS), theirs);
    });
}

/// What a syncer does to our file in one step, between an act of ours and the next.
fn is_noticed_before_the_next_act(place: &Place, change: impl Fn(&Place, Vec<u8>)) {
    let mut directory = open(place);
    for number in 1..4 {
        directory.append(&act(number)).unwrap();
    }
    change(place, place.read(OURS));
    directory.append(&act(4)).unwrap();
    directory.leave().unwrap();
    assert_eq!(on_disk(place), [1, 2, 3, 4]);
}

/// Another file of the same length under the name.
fn put_another(place: &Place, mut bytes: Vec<u8>) {
    let first = bytes.iter().position(|byte| *byte == b'\n').unwrap();
    bytes[first - 1] ^= 1;
    let beside = place.path.join("journal/theirs");
    place.put("journal/theirs", &bytes);
    let ours = place.path.join(OURS);
    place.file_system.rename(&beside, &ours).unwrap();
}

#[test]
fn of_acts_of_this_run_none_is_lost_with_another_file_of_the_same_length() {
    on_both(|place| is_noticed_before_the_next_act(place, put_another));
}

#[test]
fn where_files_have_no_numbers_the_whole_file_is_looked_at_before_an_act() {
    let disk = SimulatedFileSystem::new();
    disk.take_numbers();
    let place = on(&disk);
    is_noticed_before_the_next_act(&place, put_another);
}

#[test]
fn on_a_disk_with_a_line_changed_in_place_no_act_of_this_run_is_lost() {
    let keep = tempfile::tempdir().unwrap();
    let place = Place {
        file_system: Arc::new(RealFileSystem::private()),
        path: keep.path().join("state"),
        _keep: Some(keep),
    };
    is_noticed_before_the_next_act(&place, |place, mut bytes| {
        use std::io::{Seek as _, SeekFrom, Write as _};
        let first = bytes.iter().position(|byte| *byte == b'\n').unwrap();
        bytes[first - 1] ^= 1;
        let mut options = std::fs::OpenOptions::new();
        let mut file = options.write(true).open(place.path.join(OURS)).unwrap();
        // Until the clock of the file system has gone on.
        let before = place.file_system.status(&place.path.join(OURS)).unwrap();
        while place.file_system.status(&place.path.join(OURS)).unwrap() == before {
            file.seek(SeekFrom::Start(0)).unwrap();
            file.write_all(&bytes).unwrap();
        }
    });
}

#[test]
fn an_act_was_acknowledged_into_a_file_that_had_lost_its_name_meanwhile() {
    for is_replaced in [true, false] {
        let disk = SimulatedFileSystem::new();
        let place = on(&disk);
        let mut directory = open(&place);
        directory.append(&act(1)).unwrap();
        let (syncer, path) = (disk.clone(), place.path.join(OURS));
        disk.at_next_sync(move || {
            if is_replaced {
                syncer.place(&path, &lines(&[1]));
            } else {
                syncer.remove(&path).unwrap();
            }
        });
        directory.append(&act(2)).unwrap();
        directory.leave().unwrap();
        assert_eq!(on_disk(&place), [1, 2], "replaced: {is_replaced}");
    }
}
