//! The journal: every act that was ever recorded, one line per operation, only ever appended.
//!
//! `journal/2023-05.<writer>.log`: the month is that of the day the act counts for, so that
//! what happened around a meeting is found under its month, whatever the clock of the machine
//! said. One writer, one file: nobody writes into another writer's files, so the union of all
//! files is their merge. When the end of a file cannot be repaired the writer goes on in
//! `2023-05.<writer>.2.log`. The files of a closed year may stand packed in `2023.<hash>.zip`.
//!
//! An act is written with one write and one sync, and each of its lines says how many there are:
//! a reader sees the whole act or nothing of it.

mod append;
mod gather;
mod line;
mod merge;
mod own;
mod pack;
mod read;
mod repair;
mod take_over;

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::domain::operation::{Record, WriterId};

pub use append::{Appended, Appender};
pub use gather::read_journal;
pub use line::encode;
pub(in crate::store) use pack::{Contents, joined, pack, unpack, year_of_file};
pub use pack::{Pack, year_of};
pub use read::{Journal, JournalFile, ParsedFile, parse_file};
pub use repair::{repair, set_aside};
pub use take_over::{TakenOver, take_over};

/// The largest journal file that is read: a century of weekly meetings stays far below.
pub const SIZE_LIMIT: u64 = 256 * 1024 * 1024;

/// Why an act was not recorded. Nothing of it counts.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum AppendError {
    /// A step failed: no space, no right, a broken disk.
    #[error("{path}: {kind}", path = .path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// How.
        kind: io::ErrorKind,
    },
    /// The file is not as this program left it: a file syncer or a hand has changed it. The
    /// state directory has to be read again first.
    #[error("{path}: changed by somebody else", path = .path.display())]
    ChangedOutside {
        /// The file.
        path: PathBuf,
    },
    /// A record does not come back as it was written.
    #[error("a record cannot be stored: {reason}")]
    NotStorable {
        /// Why, in English.
        reason: String,
    },
}

impl AppendError {
    fn io(path: &Path, error: &io::Error) -> Self {
        Self::Io {
            path: path.to_owned(),
            kind: error.kind(),
        }
    }
}

/// The name of the file an act belongs into.
pub(super) fn file_name(record: &Record, part: u32) -> String {
    let WriterId(writer) = &record.writer;
    let month = record.day.format("%Y-%m");
    if part <= 1 {
        format!("{month}.{writer}.log")
    } else {
        format!("{month}.{writer}.{part}.log")
    }
}

/// The writer and the part a file name speaks of, if it is the name of a journal file.
pub fn parse_file_name(name: &str) -> Option<(WriterId, u32)> {
    let mut parts = name.strip_suffix(".log")?.split('.');
    let month = parts.next()?;
    let well_formed = month.len() == 7
        && month.char_indices().all(|(index, character)| match index {
            4 => character == '-',
            _ => character.is_ascii_digit(),
        });
    let writer = parts.next()?;
    let part = match parts.next() {
        Some(part) => part.parse().ok().filter(|part| *part > 1)?,
        None => 1,
    };
    let letters = writer
        .chars()
        .all(|character| character.is_ascii_alphanumeric());
    (well_formed && letters && !writer.is_empty() && parts.next().is_none())
        .then(|| (WriterId(writer.to_owned().into()), part))
}

#[cfg(test)]
mod tests;

#[cfg(test)]
pub(in crate::store) use tests::act as act_for_tests;
