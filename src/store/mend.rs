//! `planerka check --repair`: puts in order what can be put in order without a loss. It only ever
//! adds: what it replaces or cuts off stands in `quarantine/` before.
//!
//! It does not judge what people wrote: a document with a slip in it is theirs to mend, unless
//! they ask for the one that comes with the program.

mod journal;

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::check::{Examine, check};
use super::document::{DocumentFault, Fingerprint, SIZE_LIMIT, WriteError, write_atomic};
use super::file_system::{Confined, FileSystem, create_directories};
use super::finding::{Fault, Finding};
use super::journal::set_aside;
use super::lock::{Holder, Lock, take};
use crate::domain::operation::WriterId;

pub use journal::is_damaged_line;

/// What may be mended.
#[derive(Clone, Debug)]
pub struct Orders<'a> {
    /// Who we are, for the note beside the lock.
    pub holder: Holder,
    /// Documents that come with the program, by name.
    pub embedded: &'a [(&'a str, &'a str)],
    /// Which of them are put in the place of damaged ones.
    pub documents: Documents,
    /// Whose journal files lose incomplete ends.
    pub tails: Whose,
    /// Whose journal files lose damaged lines in their midst, if anybody's. What a backup or
    /// another machine still has should be taken over before.
    pub lines: Option<Whose>,
    /// Whether copies of journal files that a syncer made are taken over.
    pub copies: bool,
}

/// One thing that can be asked for while the program runs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Repair {
    /// This document that comes with the program takes the place of one that cannot be used.
    Embedded(String),
    /// What copies of journal files have and the journal lacks is taken over.
    Copies,
    /// Damaged lines of our own journal files are set aside.
    Lines,
}

/// Which damaged documents are replaced by those that come with the program.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Documents {
    /// Those of which nothing can be read: empty, or filled with zeros.
    Destroyed,
    /// All that cannot be used, also for a slip that somebody could mend.
    Unusable,
}

/// Whose journal files are meant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Whose {
    /// One writer's. What others have written may still be on its way to us.
    Of(WriterId),
    /// Everybody's: no syncer is at work.
    All,
}

/// One thing that was done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Mended {
    /// A document was missing; the one that comes with the program was written.
    Written {
        /// The document.
        path: PathBuf,
    },
    /// An approved paper was missing; it is there again as it was approved.
    PaperRestored {
        /// The paper.
        path: PathBuf,
    },
    /// A paper was a merge of two versions, an old draft or nothing that can be read; it says again
    /// what was approved.
    PaperFollowed {
        /// The paper.
        path: PathBuf,
        /// What stood there, where it may be somebody's.
        copy: Option<PathBuf>,
    },
    /// A document could not be used; the one that comes with the program stands in its place.
    Replaced {
        /// The document.
        path: PathBuf,
        /// What stood there.
        copy: PathBuf,
    },
    /// A journal file ended in an incomplete act, which was cut off.
    Cut {
        /// The file.
        path: PathBuf,
        /// What was cut off.
        copy: PathBuf,
    },
    /// Acts of a copy that a syncer made of a journal file were taken over.
    TakenOver {
        /// The copy.
        path: PathBuf,
        /// Where it stands now.
        copy: PathBuf,
        /// How many acts the journal lacked.
        acts: usize,
    },
    /// Acts of such a copy were taken over, but it has lines that were not understood, and stays.
    Joined {
        /// The copy.
        path: PathBuf,
        /// How many acts the journal lacked.
        acts: usize,
        /// How many lines were not understood.
        left: usize,
    },
    /// Damaged lines of a journal file were left out.
    Cleared {
        /// The file.
        path: PathBuf,
        /// The whole file as it was.
        copy: PathBuf,
        /// How many lines.
        lines: usize,
    },
}

/// What was done and what is left.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Mending {
    /// What was done, in this order.
    pub done: Vec<Mended>,
    /// What [`check`] still finds.
    pub left: Vec<Finding>,
}

/// Why mending stopped. What was done before is done.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum MendError {
    /// Another program works in the directory.
    #[error("another program works in the directory")]
    Held(Option<Holder>),
    /// A step failed.
    #[error("{path}: {kind}", path = .path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// How.
        kind: io::ErrorKind,
    },
    /// Somebody has changed a file in this moment; theirs stands.
    #[error("{path}: changed by somebody else", path = .path.display())]
    Changed {
        /// The file.
        path: PathBuf,
    },
}

impl MendError {
    fn io(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::Io {
            path,
            kind: error.kind(),
        }
    }
}

impl From<WriteError> for MendError {
    fn from(error: WriteError) -> Self {
        match error {
            WriteError::Conflict { path } => Self::Changed { path },
            WriteError::Io { path, kind } => Self::Io { path, kind },
        }
    }
}

/// Puts a state directory in order. Call it again after an error: it goes on.
pub fn mend(
    file_system: &dyn FileSystem,
    directory: &Path,
    orders: &Orders<'_>,
    examine: &[(&str, Examine<'_>)],
) -> Result<Mending, MendError> {
    let file_system = &Confined::new(file_system, directory);
    create_directories(file_system, directory).map_err(MendError::io(directory))?;
    let lock = take(file_system, directory, &orders.holder).map_err(MendError::io(directory))?;
    if let Lock::Held(holder) = &lock {
        return Err(MendError::Held(holder.clone()));
    }
    mend_held(file_system, directory, orders, examine)
}

/// The same by who holds the lock already.
pub(in crate::store) fn mend_held(
    file_system: &dyn FileSystem,
    directory: &Path,
    orders: &Orders<'_>,
    examine: &[(&str, Examine<'_>)],
) -> Result<Mending, MendError> {
    let mut done = Vec::new();
    let found = check(file_system, directory, examine);
    for (name, text) in orders.embedded {
        let path = directory.join(name);
        done.extend(mend_document(file_system, &path, text, &found, orders)?);
    }
    done.extend(journal::mend(file_system, directory, orders, &found)?);
    let mut left = check(file_system, directory, examine);
    left.retain(|finding| !finding.fault.is_notice());
    Ok(Mending { done, left })
}

fn mend_document(
    file_system: &dyn FileSystem,
    path: &Path,
    text: &str,
    found: &[Finding],
    orders: &Orders<'_>,
) -> Result<Option<Mended>, MendError> {
    let bytes = match file_system.read(path, SIZE_LIMIT) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let known: &[Fingerprint] = &[];
            write_atomic(file_system, path, text.as_bytes(), known)?;
            let path = path.to_owned();
            return Ok(Some(Mended::Written { path }));
        }
        // What cannot be read cannot be copied, so it stays; check tells of it.
        Err(_unreadable) => return Ok(None),
    };
    let is_meant = |finding: &Finding| match &finding.fault {
        Fault::Document(DocumentFault::Empty | DocumentFault::Zeros) => true,
        // What a newer program wrote is good for that one.
        Fault::Document(DocumentFault::NewerFormat { .. }) => false,
        Fault::Document(_) => orders.documents == Documents::Unusable,
        _ => false,
    };
    if !found
        .iter()
        .any(|finding| finding.place.path == path && is_meant(finding))
    {
        return Ok(None);
    }
    let quarantine = path.with_file_name("quarantine");
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let copy = set_aside(file_system, &quarantine, &name, &bytes).map_err(MendError::io(path))?;
    let known = [Fingerprint::of(&bytes)];
    write_atomic(file_system, path, text.as_bytes(), &known)?;
    let path = path.to_owned();
    Ok(Some(Mended::Replaced { path, copy }))
}
