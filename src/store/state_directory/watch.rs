//! Following what others change: a cheap look at the directory, often enough to need no help from
//! the system, which tells nothing of network shares anyway.
//!
//! What is seen: names and stands of journal files, and contents of documents. A document whose length
//! and stamp stay is read a second time, in case it was changed within one beat of the clock, and then
//! only when its turn comes: the times people see are set back by syncers, the stamp is not.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use super::StateDirectory;
use crate::store::document::{Fingerprint, SIZE_LIMIT, is_document_name, is_temporary_name};
use crate::store::file_system::{FileKind, FileSystem, Status};

/// How a file stood when it was last seen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Stand {
    /// A journal file of this length and stamp.
    Journal(u64, u64),
    /// A document with this content.
    Content(Fingerprint),
    /// A document of this length and stamp, not read yet.
    Unread(u64, u64),
    /// Something that could not be read, and how it failed.
    Unreadable(io::ErrorKind),
}

/// A document that was read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Glance {
    length: u64,
    stamp: u64,
    content: Fingerprint,
    /// When it was first read with this length, stamp and content.
    since: Instant,
    /// Whether it was read again when the clock of the file system had gone on for sure.
    is_settled: bool,
}

impl Glance {
    fn is_of(&self, status: &Status) -> bool {
        (self.length, self.stamp) == (status.length, status.stamp)
    }
}

/// No clock of a file system has a coarser beat, but that of FAT, which is none of those whose files
/// have numbers.
const BEAT: Duration = Duration::from_secs(1);

/// After so many looks one document is read whatever its stamp says, each in its turn.
const TURN: usize = 8;

/// By their paths as they are spelled: comparing paths part by part is most of what a look costs.
type Files<T> = BTreeMap<OsString, T>;

/// What the program knows of the directory.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    documents: Files<Stand>,
    journal: Files<Stand>,
    glances: Files<Glance>,
    looks: usize,
}

/// The directories whose documents are looked at, whether or not they were read.
const LOOKED: [&str; 3] = ["documents", "minutes", "tactical-plans"];

/// Whether a path is of a directory that was listed.
fn is_in_looked(directory: &Path, path: &Path) -> bool {
    let parent = path.parent();
    parent == Some(directory)
        || LOOKED
            .iter()
            .any(|papers| parent == Some(directory.join(papers).as_path()))
}

impl Seen {
    /// Looks at the directory for the first time: no document is read for it.
    pub(super) fn now(file_system: &dyn FileSystem, directory: &Path) -> Self {
        Self::look(file_system, directory, None)
    }

    fn look(file_system: &dyn FileSystem, directory: &Path, before: Option<&Self>) -> Self {
        let mut seen = Self {
            looks: before.map_or(0, |before| before.looks + 1),
            ..Self::default()
        };
        seen.look_at_documents(file_system, directory, before);
        for papers in LOOKED {
            seen.look_at_documents(file_system, &directory.join(papers), before);
        }
        // What else was read is followed too: texts of editions lie deeper.
        for path in before.iter().flat_map(|before| before.documents.keys()) {
            let path = Path::new(path);
            let is_seen = seen.documents.contains_key(path.as_os_str());
            if !is_seen && !is_in_looked(directory, path) {
                seen.look_at_document(file_system, path, before);
            }
        }
        seen.look_at_journal(file_system, &directory.join("journal"));
        seen
    }

    /// Whether something stands otherwise than before.
    fn differs_from(&self, before: &Self) -> bool {
        let is_same = |path: &OsString, now: &Stand| match before.documents.get(path) {
            Some(Stand::Unread(length, stamp)) => {
                let glance = self.glances.get(path);
                glance.is_some_and(|it| (it.length, it.stamp) == (*length, *stamp))
            }
            known => known == Some(now),
        };
        self.journal != before.journal
            || self.documents.len() != before.documents.len()
            || !self.documents.iter().all(|(path, now)| is_same(path, now))
    }

    fn look_at_documents(
        &mut self,
        file_system: &dyn FileSystem,
        directory: &Path,
        before: Option<&Self>,
    ) {
        let listed = match file_system.list(directory) {
            Ok(listed) => listed,
            Err(error) => return unreadable(&mut self.documents, directory, &error),
        };
        for entry in listed {
            if entry.kind == FileKind::Directory
                || !is_document_name(&entry.name)
                || is_temporary_name(&entry.name)
            {
                continue;
            }
            self.look_at_document(file_system, &entry.path, before);
        }
    }

    fn look_at_document(
        &mut self,
        file_system: &dyn FileSystem,
        path: &Path,
        before: Option<&Self>,
    ) {
        // Looked at before it is read: what changes meanwhile is seen the next time.
        let status = match file_system.status(path) {
            Ok(status) => status,
            Err(error) => return unreadable(&mut self.documents, path, &error),
        };
        let Some(before) = before else {
            let stand = Stand::Unread(status.length, status.stamp);
            self.documents.insert(path.into(), stand);
            return;
        };
        let glance = before.glances.get(path.as_os_str());
        let glance = glance.filter(|it| it.is_of(&status));
        let place = self.documents.len();
        let is_its_turn = self.looks.is_multiple_of(TURN)
            && place == (self.looks / TURN) % before.documents.len().max(1);
        if let Some(glance) = glance
            && glance.is_settled
            && status.file != 0
            && !is_its_turn
            && before.documents.get(path.as_os_str()) == Some(&Stand::Content(glance.content))
        {
            self.glances.insert(path.into(), *glance);
            return self.document(path, glance.content);
        }
        match file_system.read(path, SIZE_LIMIT) {
            Ok(bytes) => {
                let content = Fingerprint::of(&bytes);
                let again = glance.filter(|it| it.content == content);
                let glance = Glance {
                    length: status.length,
                    stamp: status.stamp,
                    content,
                    since: again.map_or_else(Instant::now, |it| it.since),
                    is_settled: again.is_some_and(|it| it.since.elapsed() >= BEAT),
                };
                self.glances.insert(path.into(), glance);
                self.document(path, content);
            }
            Err(error) => unreadable(&mut self.documents, path, &error),
        }
    }

    fn look_at_journal(&mut self, file_system: &dyn FileSystem, directory: &Path) {
        let listed = match file_system.list(directory) {
            Ok(listed) => listed,
            Err(error) => return unreadable(&mut self.journal, directory, &error),
        };
        for entry in listed {
            if entry.kind == FileKind::Directory || is_temporary_name(&entry.name) {
                continue;
            }
            match file_system.status(&entry.path) {
                Ok(status) => self.journal(&entry.path, status),
                Err(error) => unreadable(&mut self.journal, &entry.path, &error),
            }
        }
    }

    /// Looks at the journal, before it is read: what changes meanwhile is seen the next time.
    pub(super) fn look_at_journal_anew(&mut self, file_system: &dyn FileSystem, directory: &Path) {
        self.journal.clear();
        self.look_at_journal(file_system, directory);
    }

    /// Learns the content of a document that was read or written.
    pub(super) fn document(&mut self, path: &Path, content: Fingerprint) {
        let stand = Stand::Content(content);
        self.documents.insert(path.into(), stand);
    }

    /// Learns that a document is not there.
    pub(super) fn no_document(&mut self, path: &Path) {
        self.documents.remove(path.as_os_str());
    }

    /// Learns the stand of a journal file that was read or written.
    pub(super) fn journal(&mut self, path: &Path, status: Status) {
        let stand = Stand::Journal(status.length, status.stamp);
        self.journal.insert(path.into(), stand);
    }
}

fn unreadable(files: &mut Files<Stand>, path: &Path, error: &io::Error) {
    // A directory that is not there holds nothing: no more is to be said.
    if error.kind() != io::ErrorKind::NotFound {
        files.insert(path.into(), Stand::Unreadable(error.kind()));
    }
}

impl StateDirectory {
    /// Whether somebody else has changed something since the last call, or since the directory
    /// was opened. What this program reads and writes itself is no change.
    ///
    /// Meant to be asked once a second. After `true` the journal wants [`Self::reload`], and the
    /// documents want to be read again.
    pub fn changed(&mut self) -> bool {
        self.keep_lock();
        let now = Seen::look(self.file_system.as_ref(), &self.path, Some(&self.seen));
        let changed = self.behind || now.differs_from(&self.seen);
        self.seen = now;
        self.behind = false;
        changed
    }
}

#[cfg(test)]
mod tests {
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

    /// A directory whose plan was read twice, a beat apart.
    fn settled(disk: &SimulatedFileSystem) -> StateDirectory {
        let _ = disk.create_directory(Path::new("/state"));
        put(disk, "(format: 1)");
        let options = Options {
            writer: WriterId("pc1".into()),
            read_only: true,
            holder: Holder::default(),
            embedded: &[],
        };
        let opened = StateDirectory::open(Arc::new(disk.clone()), Path::new("/state"), &options);
        let mut directory = opened.unwrap().directory;
        assert!(!directory.changed());
        for glance in directory.seen.glances.values_mut() {
            glance.is_settled = true;
        }
        assert!(!directory.changed());
        assert!(directory.seen.glances.values().all(|it| it.is_settled));
        directory
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
}
