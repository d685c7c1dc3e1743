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
        self.gone = self
            .present
            .iter()
            .find(|(path, held)| !is_there(journal, path, held))
            .map(|(path, held)| {
                let path = held.pack.as_ref().unwrap_or(path).clone();
                let kind = unreadable(journal, &path).unwrap_or(io::ErrorKind::NotFound);
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
        let files = files
            .filter(|file| file.writer != self.writer || inherited.contains(&file.path))
            .map(|file| {
                let length = file.whole.unwrap_or(file.length);
                (file.path.clone(), Held { length, pack: None })
            });
        let packed = journal.packs.iter().flat_map(|pack| {
            let files = pack.files.iter().flatten();
            files.map(|(name, length)| {
                let path = self.path.join("journal").join(name);
                let pack = Some(pack.path.clone());
                (
                    path,
                    Held {
                        length: *length,
                        pack,
                    },
                )
            })
        });
        // Of a file that stands in both, the one in the packed year is what must not go.
        self.present = files.chain(packed).collect();
    }
}

/// What was read of a journal file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Held {
    /// How long it was, without an incomplete end.
    length: u64,
    /// The packed year it stood in.
    pack: Option<PathBuf>,
}

/// Whether a journal file is there: by itself, or with all that was read of it in a packed year.
/// Beside a packed year one of the same name may have been begun, with other acts.
fn is_there(journal: &Journal, path: &Path, held: &Held) -> bool {
    let by_itself = journal.files.iter().any(|file| {
        let is_all = |whole: u64| held.pack.is_none() || whole >= held.length;
        file.path == *path && file.whole.is_some_and(is_all)
    });
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut packed = journal.packs.iter().flat_map(|pack| &pack.files).flatten();
    by_itself || packed.any(|(known, whole)| *known == name && *whole >= held.length)
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
