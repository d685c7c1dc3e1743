//! Links in a state directory that came from somebody else: what the program writes by itself
//! replaces them, never what they lead to, and never leaves the directory.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use planerka::store::backup::{OnExisting, backup, read_archive, restore};
use planerka::store::check::check;
use planerka::store::export::Exporter;
use planerka::store::file_system::{FileSystem, LEADS_OUT, RealFileSystem};
use planerka::store::finding::Fault;
use planerka::store::lock::Holder;
use planerka::store::mend::{Documents, Orders, Whose, mend};
use planerka::store::state_directory::{
    Access, OnForeign, Opened, StateDirectory, StoreError, WhyReadOnly,
};

use crate::samples::{EMBEDDED, WRITER, act, document, options};

/// A state directory that was opened once, and beside it something that is somebody's.
struct Ground {
    keep: tempfile::TempDir,
    state: PathBuf,
    /// A file outside.
    letter: PathBuf,
    /// A directory outside.
    home: PathBuf,
}

const LETTER: &str = "export PATH\n";

impl Ground {
    fn new() -> Self {
        let keep = tempfile::tempdir().unwrap();
        let ground = Self {
            state: keep.path().join("state"),
            letter: keep.path().join("home/.profile"),
            home: keep.path().join("home"),
            keep,
        };
        fs::create_dir(&ground.home).unwrap();
        fs::write(&ground.letter, LETTER).unwrap();
        ground.open().directory.append(&act(1)).unwrap();
        ground
    }

    fn disk() -> Arc<dyn FileSystem> {
        Arc::new(RealFileSystem::private())
    }

    fn open(&self) -> Opened {
        StateDirectory::open(Self::disk(), &self.state, &options(WRITER)).unwrap()
    }

    /// Puts a link into the state directory, in the place of what is there.
    fn link(&self, name: &str, target: &Path) {
        let path = self.state.join(name);
        if path.is_dir() {
            fs::remove_dir_all(&path).unwrap();
        } else {
            let _ = fs::remove_file(&path);
        }
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        symlink(target, path).unwrap();
    }

    /// Nothing outside of the state directory is other than it was.
    fn nothing_outside_changed(&self) {
        let mut names: Vec<String> = fs::read_dir(&self.home)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        assert_eq!(names, [".profile"]);
        assert_eq!(fs::read_to_string(&self.letter).unwrap(), LETTER);
        let kept = self.state.join("backups");
        let copies = (!kept.is_symlink()).then(|| fs::read_dir(kept));
        for copy in copies.into_iter().flatten().flatten() {
            let copy = fs::read(copy.unwrap().path()).unwrap();
            let copy = String::from_utf8_lossy(&copy);
            assert!(!copy.contains(LETTER), "somebody's file is not spread");
        }
    }

    fn orders() -> Orders<'static> {
        Orders {
            holder: Holder::default(),
            embedded: EMBEDDED,
            documents: Documents::Unusable,
            tails: Whose::All,
            lines: Some(Whose::All),
            copies: true,
        }
    }
}

#[test]
fn the_note_beside_the_lock_replaces_a_link() {
    let ground = Ground::new();
    ground.link(".holder", &ground.letter);
    let opened = ground.open();
    assert_eq!(*opened.directory.access(), Access::ReadWrite);
    let note = ground.state.join(".holder");
    assert!(!note.is_symlink() && fs::read_to_string(note).unwrap().contains('@'));
    ground.nothing_outside_changed();
}

#[test]
fn the_lock_is_never_taken_through_a_link() {
    for target in ["home/.profile", "home/new"] {
        let ground = Ground::new();
        ground.link(".lock", &ground.keep.path().join(target));
        let first = ground.open();
        assert!(!ground.state.join(".lock").is_symlink());
        let second = ground.open();
        assert!(matches!(
            second.directory.access(),
            Access::ReadOnly(WhyReadOnly::Held(_))
        ));
        drop(first);
        ground.nothing_outside_changed();
    }
}

#[test]
fn a_paper_replaces_a_link() {
    for target in ["home/.profile", "home/new"] {
        let ground = Ground::new();
        let name = "minutes/2023-05-25.ron";
        ground.link(name, &ground.keep.path().join(target));
        let mut directory = ground.open().directory;
        let written = directory.write_document(name, &document(2), OnForeign::KeepCopy);
        assert_eq!(written.unwrap().kept, None);
        let paper = ground.state.join(name);
        assert!(!paper.is_symlink());
        assert_eq!(fs::read_to_string(paper).unwrap(), document(2));
        ground.nothing_outside_changed();
    }
}

#[test]
fn a_journal_file_that_is_a_link_out_of_the_directory_is_read_and_not_written() {
    let ground = Ground::new();
    let name = "journal/2023-05.pc1.log";
    let away = ground.keep.path().join("away.log");
    fs::rename(ground.state.join(name), &away).unwrap();
    fs::write(&away, [fs::read(&away).unwrap(), b"torn".to_vec()].concat()).unwrap();
    let before = fs::read(&away).unwrap();
    ground.link(name, &away);
    let mut opened = ground.open();
    assert_eq!(opened.records.len(), act(1).len());
    opened.directory.append(&act(2)).unwrap();
    assert_eq!(fs::read(&away).unwrap(), before);
    assert!(ground.state.join("journal/2023-05.pc1.2.log").exists());
    drop(opened);
    // Nor is its torn end cut off by putting things in order.
    let _refused = mend(
        Ground::disk().as_ref(),
        &ground.state,
        &Ground::orders(),
        &[],
    );
    assert!(
        fs::read(&away)
            .unwrap()
            .starts_with(&before[..before.len() - 4])
    );
    assert!(fs::read(&away).unwrap().ends_with(b"torn"));
}

#[test]
fn a_directory_that_is_a_link_out_makes_the_state_directory_read_only() {
    for name in ["journal", "minutes", "tactical-plans"] {
        let ground = Ground::new();
        fs::write(ground.home.join(".x.planerka-tmp"), "theirs").unwrap();
        ground.link(name, &ground.home);
        let mut directory = ground.open().directory;
        let why = WhyReadOnly::NotWritable {
            path: ground.state.join(name),
            kind: LEADS_OUT,
        };
        assert_eq!(*directory.access(), Access::ReadOnly(why.clone()), "{name}");
        assert_eq!(
            directory.append(&act(2)),
            Err(StoreError::ReadOnly(why)),
            "{name}"
        );
        // Not even what looks like a temporary file of ours is swept there.
        fs::remove_file(ground.home.join(".x.planerka-tmp")).unwrap();
        ground.nothing_outside_changed();
        let found = check(Ground::disk().as_ref(), &ground.state, &[]);
        assert!(
            found
                .iter()
                .any(|it| it.fault == Fault::LeadsOut && it.place.path == ground.state.join(name)),
            "{name}: {found:?}"
        );
    }
}

#[test]
fn a_directory_that_is_a_link_within_the_state_directory_is_fine() {
    let ground = Ground::new();
    fs::create_dir(ground.state.join("papers")).unwrap();
    ground.link("minutes", &ground.state.join("papers"));
    let mut directory = ground.open().directory;
    let name = "minutes/2023-05-25.ron";
    directory
        .write_document(name, &document(2), OnForeign::KeepCopy)
        .unwrap();
    assert!(ground.state.join("papers/2023-05-25.ron").exists());
}

#[test]
fn the_state_directory_itself_may_be_a_link() {
    let ground = Ground::new();
    let link = ground.keep.path().join("link");
    symlink(&ground.state, &link).unwrap();
    let mut opened = StateDirectory::open(Ground::disk(), &link, &options(WRITER)).unwrap();
    opened.directory.append(&act(2)).unwrap();
    assert_eq!(*opened.directory.access(), Access::ReadWrite);
}

#[test]
fn what_is_set_aside_does_not_leave_the_directory() {
    for name in ["quarantine", "backups"] {
        let ground = Ground::new();
        ground.link(name, &ground.home);
        let paper = ground.state.join("minutes/2023-05-25.ron");
        fs::create_dir_all(paper.parent().unwrap()).unwrap();
        fs::write(&paper, document(7)).unwrap();
        fs::write(ground.state.join("plan.ron"), "").unwrap();
        let mended = mend(
            Ground::disk().as_ref(),
            &ground.state,
            &Ground::orders(),
            &[],
        );
        assert_eq!(mended.is_err(), name == "quarantine", "{name}");
        let written = ground.open().directory.write_document(
            "minutes/2023-05-25.ron",
            &document(2),
            OnForeign::KeepCopy,
        );
        assert_eq!(written.is_err(), name == "backups", "{name}");
        ground.nothing_outside_changed();
    }
}

#[test]
fn an_export_replaces_a_link_and_keeps_its_copies_beside_it() {
    let ground = Ground::new();
    let folder = ground.keep.path().join("export");
    fs::create_dir(&folder).unwrap();
    let path = folder.join("2023-05-25-minutes.txt");
    symlink(&ground.letter, &path).unwrap();
    let mut exporter = Exporter::new(Ground::disk());
    assert!(exporter.would_replace(&path, b"minutes"));
    assert_eq!(exporter.write(&path, b"minutes").unwrap().kept, None);
    assert!(!path.is_symlink());
    fs::write(&path, "by hand").unwrap();
    symlink(&ground.home, folder.join("backups")).unwrap();
    Exporter::new(Ground::disk())
        .write(&path, b"minutes again")
        .unwrap_err();
    assert_eq!(fs::read_to_string(&path).unwrap(), "by hand");
    ground.nothing_outside_changed();
}

#[test]
fn a_backup_is_brought_back_within_the_directory() {
    let ground = Ground::new();
    let templates = ground.state.join("templates");
    fs::create_dir(&templates).unwrap();
    fs::write(templates.join(".bashrc"), "passed over").unwrap();
    fs::write(templates.join("paper.md"), "a template").unwrap();
    fs::write(ground.state.join("plan.ron"), document(5)).unwrap();
    let archive = ground.keep.path().join("copy.zip");
    let disk = Ground::disk();
    backup(disk.as_ref(), &ground.state, &archive).unwrap();
    let archive = read_archive(disk.as_ref(), &archive).unwrap();
    let again = || {
        let (state, holder) = (&ground.state, Holder::default());
        restore(
            disk.as_ref(),
            &archive,
            state,
            &holder,
            OnExisting::KeepCopies,
        )
    };
    ground.link("plan.ron", &ground.letter);
    again().unwrap();
    assert!(!ground.state.join("plan.ron").is_symlink());
    ground.nothing_outside_changed();
    ground.link("templates", &ground.home);
    again().unwrap_err();
    ground.nothing_outside_changed();
}
