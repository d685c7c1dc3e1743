//! The state directory as the program holds it: opened, locked or followed, read, written.

mod document;
mod open;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use thiserror::Error;

use super::document::{DocumentError, Fingerprint, WriteError};
use super::file_system::{FileSystem, LockGuard};
use super::finding::Finding;
use super::journal::{AppendError, Appender, Journal, JournalFile, read_journal, repair};
use super::lock::Holder;
use crate::domain::operation::{Record, WriterId};

pub use document::{OnForeign, Written};
pub use open::{Opened, Options};

/// A state directory.
#[derive(Debug)]
pub struct StateDirectory {
    file_system: Arc<dyn FileSystem>,
    path: PathBuf,
    writer: WriterId,
    access: Access,
    lock: Option<LockGuard>,
    appender: Appender,
    /// What was acknowledged since the start: should somebody roll our file back, it is written
    /// again.
    session: Vec<Record>,
    /// Contents of documents that may be replaced: what was read, and what was or may have been
    /// written.
    known: BTreeMap<PathBuf, Vec<Fingerprint>>,
    /// Documents that come with the program.
    embedded: Vec<(String, String)>,
}

/// Whether the directory may be written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Access {
    /// Yes, and by nobody else.
    ReadWrite,
    /// No; it can be read and followed.
    ReadOnly(WhyReadOnly),
}

/// Why the directory may not be written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum WhyReadOnly {
    /// It was asked for.
    Asked,
    /// Another program has the lock.
    Held(Option<Holder>),
    /// The directory cannot be written: no right, a read-only medium, no space.
    NotWritable {
        /// What could not be written.
        path: PathBuf,
        /// How it failed.
        kind: io::ErrorKind,
    },
    /// A document belongs to a newer program.
    NewerFormat {
        /// Which.
        path: PathBuf,
        /// What it says.
        found: u32,
    },
}

/// Why something could not be done with the state directory.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[non_exhaustive]
pub enum StoreError {
    /// It is open for reading only.
    #[error("the state directory is open for reading only")]
    ReadOnly(WhyReadOnly),
    /// The state directory itself cannot be read.
    #[error("{path}: {kind}", path = .path.display())]
    Directory {
        /// Its path.
        path: PathBuf,
        /// How it failed.
        kind: io::ErrorKind,
    },
    /// An act was not recorded.
    #[error(transparent)]
    Append(#[from] AppendError),
    /// A document was not written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// A document cannot be used.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// The name of a document leads out of the directory.
    #[error("{0}: not a name within the state directory")]
    BadName(String),
}

impl StateDirectory {
    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes papers for others through the same file system.
    pub fn exporter(&self) -> super::export::Exporter {
        super::export::Exporter::new(Arc::clone(&self.file_system))
    }

    /// Whether it may be written.
    pub fn access(&self) -> &Access {
        &self.access
    }

    /// Who writes.
    pub fn writer(&self) -> &WriterId {
        &self.writer
    }

    /// Records one act: all of it is on the disk when this returns `Ok`, and nothing of it counts
    /// otherwise.
    ///
    /// All records carry one `act` and this directory's writer. After an error the same records
    /// may be offered again.
    pub fn append(&mut self, act: &[Record]) -> Result<(), StoreError> {
        self.may_write()?;
        if act.iter().any(|record| record.writer != self.writer) {
            let reason = "the record names another writer".to_owned();
            return Err(AppendError::NotStorable { reason }.into());
        }
        match self.append_once(act) {
            Err(AppendError::ChangedOutside { .. }) => {
                self.recover_session()?;
                self.append_once(act)?;
            }
            result => result?,
        }
        self.session.extend_from_slice(act);
        Ok(())
    }

    fn append_once(&mut self, act: &[Record]) -> Result<(), AppendError> {
        let journal = self.path.join("journal");
        self.appender
            .append(self.file_system.as_ref(), &journal, act)
    }

    /// Reads our files again after somebody changed them, and writes once more what was
    /// acknowledged and is no longer there.
    fn recover_session(&mut self) -> Result<(), AppendError> {
        let journal = self.read_journal();
        let mut rest = self.session.as_slice();
        let mut missing: Vec<Vec<Record>> = Vec::new();
        while let Some(first) = rest.first() {
            let length = rest.iter().take_while(|r| r.act == first.act).count();
            let (act, later) = rest.split_at(length);
            let is_there = |record: &Record| journal.records.contains(record);
            if !act.iter().all(is_there) {
                missing.push(act.to_vec());
            }
            rest = later;
        }
        missing.iter().try_for_each(|act| self.append_once(act))
    }

    /// Reads the journal again: what other writers have added, what a syncer has brought.
    pub fn reload(&mut self) -> Journal {
        self.read_journal()
    }

    fn may_write(&self) -> Result<(), StoreError> {
        match &self.access {
            Access::ReadWrite => Ok(()),
            Access::ReadOnly(why) => Err(StoreError::ReadOnly(why.clone())),
        }
    }

    /// Reads the journal; when we may write, puts the ends of our own files in order.
    fn read_journal(&mut self) -> Journal {
        let mut journal = read_journal(self.file_system.as_ref(), &self.path.join("journal"));
        if self.access != Access::ReadWrite {
            return journal;
        }
        self.appender.clear();
        let own: Vec<JournalFile> = journal
            .files
            .iter()
            .filter(|file| file.writer == self.writer)
            .cloned()
            .collect();
        for file in own {
            self.adopt(&file, &mut journal.findings);
        }
        journal
    }

    /// Makes one of our files ready for appending.
    fn adopt(&mut self, file: &JournalFile, findings: &mut [Finding]) {
        let file_system = self.file_system.as_ref();
        let adopted = match file.whole {
            None => Err(io::ErrorKind::Other.into()),
            // What an earlier run wrote and did not live to sync is shown as recorded now, so it
            // has to be durable.
            Some(whole) if whole == file.length => file_system
                .open_append(&file.path)
                .and_then(|mut open| super::file_system::sync_data(open.as_mut()))
                .map(|()| whole),
            Some(whole) => {
                let quarantine = self.path.join("quarantine");
                repair(file_system, &file.path, whole, &quarantine).map(|_copy| {
                    open::mark_set_aside(findings, &file.path);
                    whole
                })
            }
        };
        match adopted {
            Ok(whole) => self.appender.know(&file.path, whole),
            Err(_refused) => self.appender.close(&file.path),
        }
    }
}
