//! Opening: make what is missing, take the lock, sweep, read. Whatever cannot be written makes
//! the directory read-only; what cannot be read is reported and the rest is used.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::documents::{DOCUMENTS, FIRST_FORM_FILE};
use super::gone::unreadable;
use super::version_control::describe;
use super::watch::Seen;
use super::{Access, StateDirectory, StoreError, WhyReadOnly};
use crate::domain::operation::{Record, WriterId};
use crate::store::document::{
    DocumentFault, Fingerprint, WriteError, is_document_name, is_temporary_name, newer_form,
    write_atomic,
};
use crate::store::file_system::{
    Confined, FileKind, FileSystem, LockGuard, make_directories, parent_of,
};
use crate::store::finding::{Fault, Finding};
use crate::store::journal::{Appender, Journal, JournalFile};
use crate::store::lock::{Holder, LastRun, Lock, settle_note, take};
use crate::store::place::Place;

/// How to open a state directory.
#[derive(Clone, Debug)]
pub struct Options<'a> {
    /// Who writes; see [`writer_id`](crate::store::location::writer_id).
    pub writer: WriterId,
    /// Only read, even if writing were possible.
    pub read_only: bool,
    /// Who we are, for the note beside the lock.
    pub holder: Holder,
    /// Documents that come with the program, by name: put where they are missing.
    pub embedded: &'a [(&'a str, &'a str)],
}

/// An open state directory and what was found in it.
#[derive(Debug)]
pub struct Opened {
    /// The directory.
    pub directory: StateDirectory,
    /// Every record that counts, in the order of the fold.
    pub records: Vec<Record>,
    /// What is wrong, and what was left out.
    pub findings: Vec<Finding>,
    /// The documents that were missing and have been written.
    pub filled: Vec<String>,
}

impl StateDirectory {
    /// Opens a state directory and reads its journal.
    ///
    /// Only a directory that cannot be read at all is an error; every other trouble ends in
    /// [`Access::ReadOnly`] or in a finding.
    pub fn open(
        file_system: Arc<dyn FileSystem>,
        path: &Path,
        options: &Options<'_>,
    ) -> Result<Opened, StoreError> {
        let file_system: Arc<dyn FileSystem> = Arc::new(Confined::new(file_system, path));
        let mut findings = Vec::new();
        let mut filled = Vec::new();
        let prepared = if options.read_only {
            Err(WhyReadOnly::Asked)
        } else {
            prepare(
                file_system.as_ref(),
                path,
                options,
                &mut findings,
                &mut filled,
            )
        };
        match file_system.list(path) {
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => {
                return Err(StoreError::Directory {
                    path: path.to_owned(),
                    kind: error.kind(),
                });
            }
        }
        let (access, prepared) = match prepared {
            Ok(prepared) => (Access::ReadWrite, prepared),
            Err(why) => (Access::ReadOnly(why), Prepared::default()),
        };
        let embedded = options.embedded.iter();
        let seen = Seen::now(file_system.as_ref(), path);
        let mut directory = Self {
            file_system,
            path: path.to_owned(),
            writer: options.writer.clone(),
            access,
            lock: prepared.lock,
            lock_file: None,
            holder: options.holder.clone(),
            appender: Appender::default(),
            session: Vec::new(),
            known: BTreeMap::new(),
            embedded: embedded
                .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()))
                .collect(),
            understood: BTreeMap::new(),
            read: None,
            seen,
            behind: false,
            lost_acts: Vec::new(),
            present: BTreeMap::new(),
            inherited: None,
            unsettled: prepared.is_in_order,
            is_in_order: prepared.is_in_order,
            gone: None,
        };
        directory.note_lock();
        let journal = directory.read_journal();
        if directory.access == Access::ReadWrite
            && let Some(why) = own_unreadable(&journal, &directory.writer)
        {
            directory.become_read_only(why);
        }
        findings.extend(journal.findings);
        Ok(Opened {
            directory,
            records: journal.records,
            findings,
            filled,
        })
    }

    /// Gives up writing and the lock; goes on reading.
    pub fn become_read_only(&mut self, why: WhyReadOnly) {
        self.access = Access::ReadOnly(why);
        self.lock = None;
    }
}

/// One of our own journal files that cannot be read. What we wrote now would count as older than
/// what stands in it, and be overruled by it as soon as it can be read again.
pub(super) fn own_unreadable(journal: &Journal, writer: &WriterId) -> Option<WhyReadOnly> {
    let own = |file: &&JournalFile| file.writer == *writer && file.whole.is_none();
    let own = journal.files.iter().find(own).map(|file| &file.path);
    // Whose acts stand in a packed year nobody can tell before it is read.
    let packed = journal.packs.iter().find(|pack| pack.files.is_none());
    let path = own.or(packed.map(|pack| &pack.path))?;
    let kind = unreadable(journal, path);
    Some(WhyReadOnly::NotWritable {
        path: path.clone(),
        kind: kind.unwrap_or(io::ErrorKind::Other),
    })
}

/// The first record that only a newer program can have written: its checksum holds, and a word or a
/// field in it is not known.
pub(super) fn newer_record(journal: &Journal) -> Option<WhyReadOnly> {
    let newer = journal.findings.iter().find(|finding| {
        matches!(
            finding.fault,
            Fault::Record(DocumentFault::UnknownWord { .. } | DocumentFault::UnknownField { .. })
        )
    })?;
    Some(WhyReadOnly::NewerRecord {
        path: newer.place.path.clone(),
        line: newer.place.line,
    })
}

/// What came of preparing a directory that may be written.
#[derive(Debug, Default)]
pub(super) struct Prepared {
    pub(super) lock: Option<LockGuard>,
    /// Whether the last one who wrote here left in order: what lies here is durable, but for what
    /// somebody else has put here.
    pub(super) is_in_order: bool,
}

/// Everything that writes before the journal is read. The lock comes as soon as there is a
/// directory to put it in.
pub(super) fn prepare(
    file_system: &dyn FileSystem,
    path: &Path,
    options: &Options<'_>,
    findings: &mut Vec<Finding>,
    filled: &mut Vec<String>,
) -> Result<Prepared, WhyReadOnly> {
    let refused = |path: &Path| {
        let path = path.to_owned();
        move |error: io::Error| WhyReadOnly::NotWritable {
            path,
            kind: error.kind(),
        }
    };
    make_directories(file_system, path).map_err(refused(path))?;
    let mut is_in_order = false;
    let lock = match take(file_system, path, &options.holder).map_err(refused(path))? {
        Lock::Taken(guard, last) => {
            is_in_order = last == LastRun::Left;
            Some(guard)
        }
        Lock::Held(holder) => return Err(WhyReadOnly::Held(holder)),
        Lock::Unsupported => {
            findings.push(Finding::new(Place::file(path), Fault::NoLocks));
            None
        }
    };
    refuse_newer(file_system, path)?;
    let journal = path.join("journal");
    make_directories(file_system, &journal).map_err(refused(&journal))?;
    if !is_in_order {
        settle_note(file_system, path);
        settle(file_system, parent_of(path)).map_err(refused(path))?;
    }
    fill(file_system, path, options.embedded, filled)?;
    describe(file_system, path);
    for directory in [
        path.to_owned(),
        journal,
        path.join("minutes"),
        path.join("tactical-plans"),
        path.join(crate::store::approved::DIRECTORY),
        path.join(DOCUMENTS),
    ] {
        sweep(file_system, &directory).map_err(refused(&directory))?;
        if !is_in_order {
            settle(file_system, &directory).map_err(refused(&directory))?;
        }
    }
    Ok(Prepared { lock, is_in_order })
}

/// A document of a newer form: an old program would lose what it does not know.
fn refuse_newer(file_system: &dyn FileSystem, path: &Path) -> Result<(), WhyReadOnly> {
    let documents = file_system.list(&path.join(DOCUMENTS)).unwrap_or_default();
    let own = file_system.list(path).unwrap_or_default();
    for entry in own.into_iter().chain(documents) {
        if entry.kind != FileKind::File || !is_document_name(&entry.name) {
            continue;
        }
        if let Some(found) = newer_form(file_system, &entry.path) {
            let path = entry.path;
            return Err(WhyReadOnly::NewerFormat { path, found });
        }
    }
    Ok(())
}

/// Writes the documents that are missing.
fn fill(
    file_system: &dyn FileSystem,
    path: &Path,
    embedded: &[(&str, &str)],
    filled: &mut Vec<String>,
) -> Result<(), WhyReadOnly> {
    let listed = file_system.list(path).map_err(|error| {
        let path = path.to_owned();
        let kind = error.kind();
        WhyReadOnly::NotWritable { path, kind }
    })?;
    let has_documents = file_system
        .list(&path.join(DOCUMENTS))
        .is_ok_and(|documents| documents.iter().any(|entry| is_document_name(&entry.name)));
    for (name, text) in embedded {
        let target = path.join(name);
        // Somebody else's documents want no plan of ours beside them.
        if *name == FIRST_FORM_FILE && has_documents {
            continue;
        }
        // A link that leads nowhere is there too: what it leads to may come back.
        if listed.iter().any(|entry| entry.name == *name) {
            continue;
        }
        let known: &[Fingerprint] = &[];
        match write_atomic(file_system, &target, text.as_bytes(), known) {
            // Somebody put one there in this moment: theirs it is.
            Err(WriteError::Conflict { .. }) => {}
            Err(WriteError::Io { path, kind }) => {
                return Err(WhyReadOnly::NotWritable { path, kind });
            }
            Ok(_) => filled.push((*name).to_owned()),
        }
    }
    Ok(())
}

/// Removes temporary files that earlier runs left.
fn sweep(file_system: &dyn FileSystem, directory: &Path) -> io::Result<()> {
    let listed = match file_system.list(directory) {
        Ok(listed) => listed,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
    };
    for entry in listed {
        if entry.kind == FileKind::File && is_temporary_name(&entry.name) {
            file_system.remove(&entry.path)?;
        }
    }
    Ok(())
}

/// Makes the names in a directory durable: an earlier run may have been killed before it could.
fn settle(file_system: &dyn FileSystem, directory: &Path) -> io::Result<()> {
    match file_system.sync_directory(directory) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        result => result,
    }
}

/// Notes that the torn end of a file is in quarantine now.
pub(super) fn mark_set_aside(findings: &mut [Finding], path: &PathBuf) {
    for finding in findings {
        if let Fault::TornTail { set_aside, .. } = &mut finding.fault
            && finding.place.path == *path
        {
            *set_aside = true;
        }
    }
}

#[cfg(test)]
mod tests;
