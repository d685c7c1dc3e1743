//! Packing a closed year of the journal into one file, and back.
//!
//! At every moment each act stands in a file that is read: the archive is durable and was read back
//! before a journal file goes, journal files are before the archive goes. Killed in the middle, both
//! are there and count once; the same command goes on.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::{StateDirectory, StoreError};
use crate::domain::operation::Record;
use crate::store::document::{Fingerprint, WriteError, write_atomic_up_to};
use crate::store::file_system::{FileKind, FileSystem, parent_of};
use crate::store::finding::Finding;
use crate::store::journal::{
    AppendError, Contents, Journal, SIZE_LIMIT, joined, pack, parse_file, unpack, year_of_file,
};
use crate::store::lock::settle_note;
use crate::store::zipped::Files;

/// Why a year was not packed or unpacked. Nothing is lost by it, and what was done is no obstacle
/// to doing it again.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum PackError {
    /// The directory does not take it.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There is no journal file of the year to pack, or no archive to unpack.
    #[error("nothing of {year} to do this with")]
    Nothing {
        /// The year.
        year: i32,
    },
    /// Something in the files of the year does not count or cannot be read, and would be hidden in
    /// the archive: it has to be put in order first.
    #[error("not whole: {0:?}")]
    NotWhole(Box<Finding>),
    /// A damaged archive of the year: it is read as far as it goes, and stays as it is.
    #[error("{path}: damaged", path = .path.display())]
    Damaged {
        /// Which.
        path: PathBuf,
    },
    /// The files of the year are too large for an archive that is read.
    #[error("{path}: too large", path = .path.display())]
    TooLarge {
        /// The archive.
        path: PathBuf,
    },
}

/// A year that was packed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Packed {
    /// The archive.
    pub path: PathBuf,
    /// How many journal files are in it.
    pub files: usize,
    /// How many acts.
    pub acts: usize,
    /// How long the files are together.
    pub before: u64,
    /// How long the archive is.
    pub after: u64,
    /// What is in it and stands beside it all the same: it was changed meanwhile, or the disk did not
    /// let it go.
    pub left: Vec<PathBuf>,
}

/// A year that was unpacked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unpacked {
    /// The journal files that were in archives.
    pub files: Vec<PathBuf>,
    /// Archives that the disk did not let go.
    pub left: Vec<PathBuf>,
}

/// What there is of a year.
#[derive(Default)]
struct Year {
    /// Journal files with what they hold.
    files: BTreeMap<PathBuf, Vec<u8>>,
    /// Archives with what they hold.
    archives: BTreeMap<PathBuf, (Fingerprint, Files)>,
}

impl Year {
    /// What all archives of it hold together.
    fn packed(&self) -> Files {
        let mut files = Files::new();
        for (name, bytes) in self.archives.values().flat_map(|(_, files)| files) {
            let known = files.entry(name.clone()).or_default();
            *known = joined(known, bytes);
        }
        files
    }
}

impl StateDirectory {
    /// Whether a year can be packed; changes nothing.
    pub fn can_pack(&mut self, year: i32) -> Result<(), PackError> {
        self.what_to_pack(year).map(drop)
    }

    fn what_to_pack(&mut self, year: i32) -> Result<Year, PackError> {
        self.may_pack()?;
        let found = self.look_at_year(year)?;
        if found.files.is_empty() && found.archives.len() < 2 {
            return Err(PackError::Nothing { year });
        }
        Ok(found)
    }

    /// Packs the journal files of a year that is over, everybody's, together with what earlier
    /// archives of it hold. `act` is recorded as soon as the archive is durable: it says so, and
    /// keeps programs out that know nothing of archives.
    pub fn pack_year(&mut self, year: i32, act: &[Record]) -> Result<Packed, PackError> {
        let found = self.what_to_pack(year)?;
        let journal = self.path.join("journal");
        let mut files = found.packed();
        for (path, bytes) in &found.files {
            if let Some(name) = path.file_name().and_then(|name| name.to_str()) {
                let known = files.entry(name.to_owned()).or_default();
                *known = joined(known, bytes);
            }
        }
        let before: u64 = files.values().map(|bytes| bytes.len() as u64).sum();
        let (name, bytes) = pack(year, &files).map_err(|error| io_error(&journal, &error))?;
        let path = journal.join(&name);
        if before.max(bytes.len() as u64) > SIZE_LIMIT {
            return Err(PackError::TooLarge { path });
        }
        self.unsettled = true;
        let file_system = self.file_system.as_ref();
        write_atomic_up_to(SIZE_LIMIT, file_system, &path, &bytes, &[])
            .map_err(StoreError::from)?;
        // What was written is one thing, what can be read another.
        let back = file_system.read(&path, SIZE_LIMIT);
        let back = back.map_err(|error| io_error(&path, &error))?;
        let read = unpack(&name, &back);
        if !read.is_whole || read.files != files {
            return Err(PackError::Damaged { path });
        }
        let acts = acts_of(&files);
        self.append(act)?;
        let file_system = self.file_system.as_ref();
        let mut left = Vec::new();
        for (beside, bytes) in &found.files {
            // Nothing goes that is not in the archive as it stands.
            if !remove_as_read(file_system, beside, Fingerprint::of(bytes)) {
                left.push(beside.clone());
            }
        }
        for (old, (content, _)) in found.archives.iter().filter(|(old, _)| **old != path) {
            if !remove_as_read(file_system, old, *content) {
                left.push(old.clone());
            }
        }
        // What has gone and comes back with a power cut counts once.
        self.unsettled = file_system.sync_directory(&journal).is_err();
        self.reload();
        Ok(Packed {
            path,
            files: files.len(),
            acts,
            before,
            after: bytes.len() as u64,
            left,
        })
    }

    /// Brings the journal files of a packed year back as they were; what was recorded beside the
    /// archive since stays in them.
    pub fn unpack_year(&mut self, year: i32) -> Result<Unpacked, PackError> {
        self.may_pack()?;
        let found = self.look_at_year(year)?;
        if found.archives.is_empty() {
            return Err(PackError::Nothing { year });
        }
        let journal = self.path.join("journal");
        self.unsettled = true;
        let file_system = self.file_system.as_ref();
        let mut unpacked = Unpacked {
            files: Vec::new(),
            left: Vec::new(),
        };
        for (name, bytes) in found.packed() {
            let path = journal.join(name);
            let (bytes, known) = match found.files.get(&path) {
                Some(beside) => (joined(beside, &bytes), vec![Fingerprint::of(beside)]),
                None => (bytes, Vec::new()),
            };
            write_atomic_up_to(SIZE_LIMIT, file_system, &path, &bytes, &known)
                .map_err(StoreError::from)?;
            unpacked.files.push(path);
        }
        for (path, (content, _)) in &found.archives {
            if !remove_as_read(file_system, path, *content) {
                unpacked.left.push(path.clone());
            }
        }
        self.unsettled = file_system.sync_directory(&journal).is_err();
        self.reload();
        Ok(unpacked)
    }

    fn may_pack(&mut self) -> Result<(), StoreError> {
        self.may_write()?;
        self.stands()?;
        self.settle_names()?;
        self.rewrite_lost()
    }

    /// Makes the names in the journal durable, and those that lead there, where that is not sure: what
    /// is written into a file without a name is lost.
    pub(super) fn settle_names(&mut self) -> Result<(), AppendError> {
        if !self.unsettled {
            return Ok(());
        }
        settle_note(self.file_system.as_ref(), &self.path);
        let journal = self.path.join("journal");
        for directory in [parent_of(&self.path), &self.path, &journal] {
            let settled = self.file_system.sync_directory(directory);
            settled.map_err(|error| AppendError::Io {
                path: directory.to_owned(),
                kind: error.kind(),
            })?;
        }
        self.unsettled = false;
        Ok(())
    }

    /// Reads what there is of a year; all of it has to be whole.
    fn look_at_year(&mut self, year: i32) -> Result<Year, PackError> {
        let mut read: Journal = self.read_journal();
        self.stands().map_err(StoreError::from)?;
        // What was rolled back since is written once more: afterwards nothing would tell of it, for
        // what was read now is what our files are known to hold.
        self.lost_acts = self.missing_from(&read);
        if !self.lost_acts.is_empty() {
            read = self.recover_session().map_err(StoreError::from)?;
        }
        let file_system = self.file_system.as_ref();
        let is_of_year = |path: &Path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            year_of_file(&name) == Some(year)
        };
        let archives = read.packs.iter().filter(|pack| pack.year == year);
        let mut found = Year::default();
        for archive in archives {
            let path = archive.path.clone();
            let bytes = file_system.read(&path, SIZE_LIMIT);
            let bytes = bytes.map_err(|error| io_error(&path, &error))?;
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let Contents { files, is_whole } = unpack(&name, &bytes);
            if !is_whole {
                return Err(PackError::Damaged { path });
            }
            let content = Fingerprint::of(&bytes);
            found.archives.insert(path, (content, files));
        }
        for file in read.files.into_iter().filter(|it| is_of_year(&it.path)) {
            // What a link leads to is kept elsewhere, and read there.
            if file_system.is_link(&file.path) {
                continue;
            }
            let bytes = file_system.read(&file.path, SIZE_LIMIT);
            let bytes = bytes.map_err(|error| io_error(&file.path, &error))?;
            // It may have grown since; what came is looked at like the rest.
            let parsed = parse_file(&file.path, &bytes);
            if let Some(finding) = parsed.findings.into_iter().next() {
                return Err(PackError::NotWhole(Box::new(finding)));
            }
            found.files.insert(file.path, bytes);
        }
        Ok(found)
    }
}

fn io_error(path: &Path, error: &io::Error) -> StoreError {
    StoreError::Write(WriteError::Io {
        path: path.to_owned(),
        kind: error.kind(),
    })
}

fn acts_of(files: &Files) -> usize {
    let records = files
        .iter()
        .flat_map(|(name, bytes)| parse_file(Path::new(name), bytes).records);
    let acts: std::collections::BTreeSet<_> = records.map(|(_, record)| record.act).collect();
    acts.len()
}

/// Removes a file that still holds what was read, and says whether it is gone.
fn remove_as_read(file_system: &dyn FileSystem, path: &Path, content: Fingerprint) -> bool {
    let is_as_read = file_system
        .status(path)
        .is_ok_and(|status| status.kind == FileKind::File)
        && file_system
            .read(path, SIZE_LIMIT)
            .is_ok_and(|bytes| Fingerprint::of(&bytes) == content);
    is_as_read && file_system.remove(path).is_ok()
}
