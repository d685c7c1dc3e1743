//! Following what others change: a cheap look at the directory, often enough to need no help from
//! the system, which tells nothing of network shares anyway.
//!
//! What is seen: names and stands of journal files, and contents of documents, which are small. The
//! times of documents are not looked at: a syncer sets them back, a fast editor does not move them.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

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
    /// Something that could not be read, and how it failed.
    Unreadable(io::ErrorKind),
}

/// What the program knows of the directory.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Seen {
    documents: BTreeMap<PathBuf, Stand>,
    journal: BTreeMap<PathBuf, Stand>,
}

impl Seen {
    /// Looks at the directory.
    pub(super) fn now(file_system: &dyn FileSystem, directory: &Path) -> Self {
        let mut seen = Self::default();
        seen.look_at_documents(file_system, directory);
        for papers in ["documents", "minutes", "tactical-plans"] {
            seen.look_at_documents(file_system, &directory.join(papers));
        }
        seen.look_at_journal(file_system, &directory.join("journal"));
        seen
    }

    fn look_at_documents(&mut self, file_system: &dyn FileSystem, directory: &Path) {
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
            match file_system.read(&entry.path, SIZE_LIMIT) {
                Ok(bytes) => self.document(&entry.path, Fingerprint::of(&bytes)),
                Err(error) => unreadable(&mut self.documents, &entry.path, &error),
            }
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
        self.documents.insert(path.to_owned(), stand);
    }

    /// Learns that a document is not there.
    pub(super) fn no_document(&mut self, path: &Path) {
        self.documents.remove(path);
    }

    /// Learns the stand of a journal file that was read or written.
    pub(super) fn journal(&mut self, path: &Path, status: Status) {
        let stand = Stand::Journal(status.length, status.stamp);
        self.journal.insert(path.to_owned(), stand);
    }
}

fn unreadable(files: &mut BTreeMap<PathBuf, Stand>, path: &Path, error: &io::Error) {
    // A directory that is not there holds nothing: no more is to be said.
    if error.kind() != io::ErrorKind::NotFound {
        files.insert(path.to_owned(), Stand::Unreadable(error.kind()));
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
        let now = Seen::now(self.file_system.as_ref(), &self.path);
        let changed = self.behind || now != self.seen;
        self.seen = now;
        self.behind = false;
        changed
    }
}
