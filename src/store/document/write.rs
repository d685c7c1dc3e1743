//! Replacing a document: a reader finds the old text or the new one, never a mixture, and what
//! somebody else wrote in between is not overwritten.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use thiserror::Error;

use super::SIZE_LIMIT;
use crate::store::file_system::{FileSystem, OpenFile, parent_of, sync_data, write_all};

/// Tells one content of a file from another.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Fingerprint {
    length: u64,
    hash: u64,
}

impl Fingerprint {
    /// The fingerprint of some bytes: their number and FNV-1a of 64 bits. It guards against
    /// accidents, not against forgery.
    pub fn of(bytes: &[u8]) -> Self {
        let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self {
            length: bytes.len() as u64,
            hash,
        }
    }

    /// How many bytes they are.
    pub(crate) fn length(self) -> usize {
        usize::try_from(self.length).unwrap_or(usize::MAX)
    }

    /// The hash alone, for names.
    pub(crate) fn hash(self) -> u64 {
        self.hash
    }
}

/// Why a document was not written. The old one is there in either case, unless the last step, the
/// sync of the directory, is what failed: then it may be the new one.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum WriteError {
    /// Somebody else has written the file; theirs stands.
    #[error("{path}: changed by somebody else", path = .path.display())]
    Conflict {
        /// The file.
        path: PathBuf,
    },
    /// A step failed.
    #[error("{path}: {kind}", path = .path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// How.
        kind: io::ErrorKind,
    },
}

/// Numbers the temporary files of this process.
static COUNTER: AtomicU64 = AtomicU64::new(1);

/// Whether a name is that of a temporary file of [`write_atomic`].
pub fn is_temporary_name(name: &str) -> bool {
    name.starts_with('.') && name.ends_with(".planerka-tmp")
}

/// Writes a document: a new file beside it, synced, renamed over it, the directory synced.
///
/// `known` are the contents that may be replaced: what was read, and what earlier tries may have
/// left. With an empty list no file may be there. A file that is gone is made anew. Symbolic links
/// are followed, permissions kept. After any error a later try begins anew, for a sync that succeeds after one that failed
/// proves nothing.
pub fn write_atomic(
    file_system: &dyn FileSystem,
    path: &Path,
    bytes: &[u8],
    known: &[Fingerprint],
) -> Result<Fingerprint, WriteError> {
    write_atomic_up_to(SIZE_LIMIT, file_system, path, bytes, known)
}

/// [`write_atomic`] for files that may be longer than a document: up to `limit` bytes are looked
/// at to tell what may be replaced.
pub(in crate::store) fn write_atomic_up_to(
    limit: u64,
    file_system: &dyn FileSystem,
    path: &Path,
    bytes: &[u8],
    known: &[Fingerprint],
) -> Result<Fingerprint, WriteError> {
    let failed = |error: io::Error| WriteError::Io {
        path: path.to_owned(),
        kind: error.kind(),
    };
    let new = Fingerprint::of(bytes);
    let is_ours = |found: Option<Fingerprint>| {
        found.is_none_or(|found| found == new || known.contains(&found))
    };
    let target = match file_system.resolve(path) {
        Ok(target) => target,
        Err(error) if error.kind() == io::ErrorKind::NotFound => path.to_owned(),
        Err(error) => return Err(failed(error)),
    };
    let conflict = || WriteError::Conflict {
        path: path.to_owned(),
    };
    let found = fingerprint_of_file(file_system, &target, limit).map_err(failed)?;
    if !is_ours(found) {
        return Err(conflict());
    }
    let (temporary, mut file) = create_temporary(file_system, &target).map_err(failed)?;
    let written = write_all(file.as_mut(), bytes).and_then(|()| sync_data(file.as_mut()));
    drop(file);
    let give_up = |error| {
        // What cannot be removed now is swept at the next start.
        let _ = file_system.remove(&temporary);
        error
    };
    written.map_err(failed).map_err(give_up)?;
    // As late as can be: what is written between this look and the rename is lost. No portable
    // call closes that gap.
    let found = fingerprint_of_file(file_system, &target, limit)
        .map_err(failed)
        .map_err(give_up)?;
    if !is_ours(found) {
        return Err(give_up(conflict()));
    }
    file_system
        .rename(&temporary, &target)
        .map_err(failed)
        .map_err(give_up)?;
    file_system
        .sync_directory(parent_of(&target))
        .map_err(failed)?;
    Ok(new)
}

fn fingerprint_of_file(
    file_system: &dyn FileSystem,
    path: &Path,
    limit: u64,
) -> io::Result<Option<Fingerprint>> {
    match file_system.read(path, limit) {
        Ok(bytes) => Ok(Some(Fingerprint::of(&bytes))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

fn create_temporary(
    file_system: &dyn FileSystem,
    target: &Path,
) -> io::Result<(PathBuf, Box<dyn OpenFile>)> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let process = std::process::id();
    // Names are taken only by what earlier processes of the same number have left.
    for _try in 0..100 {
        let number = COUNTER.fetch_add(1, Ordering::Relaxed);
        let temporary = target.with_file_name(format!(".{name}.{process}-{number}.planerka-tmp"));
        match file_system.create_new(&temporary, Some(target)) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Ok(file) => return Ok((temporary, file)),
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}
