//! The state directory as the program holds it: opened, locked or followed, read, written.

mod approved;
mod document;
mod documents;
mod elsewhere;
mod example;
mod gone;
mod hall;
mod known;
mod open;
mod pack;
mod recover;
mod take_over;
mod version_control;
mod watch;
mod workspace;

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use thiserror::Error;

use super::document::{DocumentError, Fingerprint, WriteError};
use super::file_system::{FileSystem, LockGuard, Status};
use super::finding::Finding;
use super::journal::{AppendError, Appender, Journal, JournalFile, read_journal, repair};
use super::lock::Holder;
use crate::domain::document::Document;
use crate::domain::operation::{Record, WriterId};

pub use document::OnForeign;
pub use documents::{
    DOCUMENTS, DocumentsRead, FIRST_FORM_FILE, first_text_name, key_of, names_a_file, with_keys,
};
use open::newer_record;
pub use open::{Opened, Options};
pub use pack::{PackError, Packed, Unpacked};
use watch::Seen;
pub use workspace::{Loaded, load_what_can_be_used, load_workspace};

/// A state directory.
#[derive(Debug)]
pub struct StateDirectory {
    file_system: Arc<dyn FileSystem>,
    path: PathBuf,
    writer: WriterId,
    access: Access,
    lock: Option<LockGuard>,
    /// Which file was locked: a syncer may put another one in its place.
    lock_file: Option<u64>,
    /// Who we are, for the note beside the lock.
    holder: Holder,
    appender: Appender,
    /// What was acknowledged since the start: should somebody roll our file back, it is written
    /// again.
    session: Vec<Record>,
    /// Contents of documents that may be replaced: what was read, and what was or may have been
    /// written.
    known: BTreeMap<PathBuf, Vec<Fingerprint>>,
    /// Documents that come with the program.
    embedded: Vec<(String, String)>,
    /// Large documents as they were understood, each with the bytes it was read from: who looks
    /// through the directory need not do it again.
    understood: BTreeMap<PathBuf, (Fingerprint, Arc<Document>)>,
    /// The files of the journal as they were read, unless something was wrong with one of them.
    read: Option<BTreeMap<PathBuf, Fingerprint>>,
    /// How the files stood when the program last read them.
    seen: Seen,
    /// Somebody has changed the journal and the program has not been told yet.
    behind: bool,
    /// Acts of `session` that are missing on disk and could not be written again yet.
    lost_acts: Vec<Vec<Record>>,
    /// Journal files that were read, but for our own which this run has begun: those it could
    /// write again.
    present: BTreeMap<PathBuf, gone::Held>,
    /// Our own journal files that were there when the program began.
    inherited: Option<BTreeSet<PathBuf>>,
    /// Names in the journal may not be durable: packing was cut short.
    unsettled: bool,
    /// The last one who wrote here left in order, and nothing was read since.
    is_in_order: bool,
    /// The file that was read and is there no longer, or cannot be read any more.
    gone: Option<AppendError>,
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
    /// A record of the journal belongs to a newer program: what this one would record does not know
    /// of it.
    NewerRecord {
        /// The journal file.
        path: PathBuf,
        /// The line.
        line: usize,
    },
    /// A document cannot be used, and what is made with another one in its place must not be
    /// recorded.
    Damaged {
        /// Which.
        path: PathBuf,
    },
}

/// Why something could not be done with the state directory.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
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

    /// The file system it is on.
    pub fn file_system(&self) -> &dyn FileSystem {
        self.file_system.as_ref()
    }

    /// The same, for a thread of its own.
    pub fn shared_file_system(&self) -> Arc<dyn FileSystem> {
        Arc::clone(&self.file_system)
    }

    /// Writes papers for others through the same file system.
    pub fn exporter(&self) -> super::export::Exporter {
        super::export::Exporter::new(Arc::clone(&self.file_system))
    }

    /// The user's templates of papers, as they stand now.
    pub fn templates(&self) -> super::template::TemplateFiles {
        super::template::read_templates(self.file_system.as_ref(), &self.path)
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
        self.stands()?;
        self.settle_names()?;
        self.rewrite_lost()?;
        match self.append_once(act) {
            Err(AppendError::ChangedOutside { .. }) => {
                self.behind = true;
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
        let appended = self
            .appender
            .append(self.file_system.as_ref(), &journal, act)?;
        if let Some(appended) = appended {
            self.see(&appended.path, appended.status);
        }
        Ok(())
    }

    /// What we have written ourselves is no change.
    fn see(&mut self, path: &Path, status: Option<Status>) {
        match status {
            Some(status) => self.seen.journal(path, status),
            None => self.behind = true,
        }
    }

    /// Reads the journal and writes once more what was acknowledged and is no longer there.
    fn recover_session(&mut self) -> Result<Journal, AppendError> {
        let journal = self.read_journal();
        self.lost_acts = self.missing_from(&journal);
        if self.lost_acts.is_empty() {
            return Ok(journal);
        }
        while let Some(act) = self.lost_acts.first().cloned() {
            self.append_once(&act)?;
            self.lost_acts.remove(0);
        }
        Ok(self.read_journal())
    }

    /// Acts of this run that the journal lacks.
    fn missing_from(&self, journal: &Journal) -> Vec<Vec<Record>> {
        acts(&self.session)
            .into_iter()
            .filter(|act| !act.iter().all(|record| holds(&journal.records, record)))
            .collect()
    }

    /// Acts that were acknowledged, were taken from the disk by somebody else since, and could
    /// not be written again yet.
    pub fn lost_acts(&self) -> &[Vec<Record>] {
        &self.lost_acts
    }

    /// Writes again what [`Self::lost_acts`] tells of.
    pub fn rewrite_lost(&mut self) -> Result<(), StoreError> {
        if !self.lost_acts.is_empty() {
            self.may_write()?;
            self.stands()?;
            self.settle_names()?;
            self.recover_session()?;
        }
        Ok(())
    }

    /// Reads the journal again: what other writers have added, what a syncer has brought. What
    /// was acknowledged and is gone is written once more; if that fails it is among the records
    /// all the same, [`Self::lost_acts`] tells of it, and the next append or reload tries again.
    pub fn reload(&mut self) -> Journal {
        if self.access != Access::ReadWrite {
            return self.read_journal();
        }
        let journal = read_journal(self.file_system.as_ref(), &self.path.join("journal"));
        self.look_for_gone(&journal);
        if self.gone.is_some() {
            self.lost_acts = self.missing_from(&journal);
            return self.read_journal();
        }
        match self.recover_session() {
            Ok(journal) => journal,
            Err(_not_yet) => {
                self.behind = true;
                let mut journal = self.read_journal();
                let owed = self.lost_acts.iter().flatten();
                let missing: Vec<Record> = owed
                    .filter(|record| !holds(&journal.records, record))
                    .cloned()
                    .collect();
                journal.records.extend(missing);
                journal
                    .records
                    .sort_by_key(|record| (record.clock, record.id));
                journal
            }
        }
    }

    fn may_write(&self) -> Result<(), StoreError> {
        match &self.access {
            Access::ReadWrite => Ok(()),
            Access::ReadOnly(why) => Err(StoreError::ReadOnly(why.clone())),
        }
    }

    /// Reads the journal; when we may write, puts the ends of our own files in order.
    fn read_journal(&mut self) -> Journal {
        let directory = self.path.join("journal");
        self.seen
            .look_at_journal_anew(self.file_system.as_ref(), &directory);
        let mut journal = read_journal(self.file_system.as_ref(), &directory);
        self.read = journal.as_read();
        self.look_for_gone(&journal);
        if self.access == Access::ReadWrite
            && let Some(why) = newer_record(&journal)
        {
            self.become_read_only(why);
        }
        if self.access != Access::ReadWrite || self.gone.is_some() {
            return journal;
        }
        self.appender.clear();
        let is_durable = std::mem::take(&mut self.is_in_order);
        let own: Vec<JournalFile> = journal
            .files
            .iter()
            .filter(|file| file.writer == self.writer)
            .cloned()
            .collect();
        for file in own {
            self.adopt(&file, is_durable, &mut journal.findings);
        }
        journal
    }

    /// Makes one of our files ready for appending.
    fn adopt(&mut self, file: &JournalFile, is_durable: bool, findings: &mut [Finding]) {
        let file_system = self.file_system.as_ref();
        let mended = match file.whole {
            None => Err(io::ErrorKind::Other.into()),
            Some(whole) if whole == file.length && is_durable => Ok(()),
            // What an earlier run wrote and did not live to sync is shown as recorded now, so it
            // has to be durable.
            Some(whole) if whole == file.length => file_system
                .open_append(&file.path)
                .and_then(|mut open| super::file_system::sync_data(open.as_mut())),
            Some(whole) => {
                let quarantine = self.path.join("quarantine");
                repair(file_system, &file.path, whole, &quarantine).map(|_copy| {
                    open::mark_set_aside(findings, &file.path);
                })
            }
        };
        match mended {
            Ok(()) => {
                self.appender.know(&file.path, file.content);
                let status = self.file_system.status(&file.path);
                self.see(&file.path, status.ok());
            }
            Err(_refused) => self.appender.close(&file.path),
        }
    }
}

/// Records in a row that belong to one act each.
fn acts(records: &[Record]) -> Vec<Vec<Record>> {
    records
        .chunk_by(|one, next| one.act == next.act)
        .map(<[Record]>::to_vec)
        .collect()
}

/// Whether a record stands among others, which are in the order of the fold.
fn holds(records: &[Record], wanted: &Record) -> bool {
    let order = |record: &Record| (record.clock, record.id);
    records
        .binary_search_by_key(&order(wanted), order)
        .is_ok_and(|index| records.get(index) == Some(wanted))
}
