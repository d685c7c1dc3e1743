//! Files of the journal that were read and are not there any more.

use std::io;
use std::path::{Path, PathBuf};

use super::StateDirectory;
use crate::store::finding::Fault;
use crate::store::journal::{AppendError, Journal, JournalFile};

impl StateDirectory {
    /// The journal file that was read and is gone, or cannot be read any more: the directory was
    /// moved, a stick pulled out, another branch checked out. What is left must not be taken for
    /// the whole: what is recorded on top of it would be overruled as soon as the rest is back.
    /// Nothing is appended until then.
    pub fn gone(&self) -> Option<&AppendError> {
        self.gone.as_ref()
    }

    /// Whether everything that was read is there still.
    pub(super) fn stands(&self) -> Result<(), AppendError> {
        self.gone.clone().map_or(Ok(()), Err)
    }

    /// Looks whether everything that was read is still there.
    pub(super) fn look_for_gone(&mut self, journal: &Journal) {
        let is_there = |path: &PathBuf| {
            let mut files = journal.files.iter();
            files.any(|file| file.path == *path && file.whole.is_some())
        };
        self.gone = self
            .present
            .iter()
            .find(|path| !is_there(path))
            .map(|path| {
                let kind = unreadable(journal, path).unwrap_or(io::ErrorKind::NotFound);
                let path = path.clone();
                AppendError::Io { path, kind }
            });
        if self.gone.is_some() {
            return;
        }
        let own = |file: &&JournalFile| file.writer == self.writer;
        let inherited = self.inherited.get_or_insert_with(|| {
            let own = journal.files.iter().filter(own);
            own.map(|file| file.path.clone()).collect()
        });
        let files = journal.files.iter().filter(|file| file.length > 0);
        self.present = files
            .filter(|file| file.writer != self.writer || inherited.contains(&file.path))
            .map(|file| file.path.clone())
            .collect();
    }
}

/// Why a journal file could not be read.
pub(super) fn unreadable(journal: &Journal, path: &Path) -> Option<io::ErrorKind> {
    journal.findings.iter().find_map(|finding| {
        let is_it = finding.place.path == *path;
        match finding.fault {
            Fault::Unreadable(kind) if is_it => Some(kind),
            _ => None,
        }
    })
}
