//! Replacing a document: a reader finds the old text or the new one, never a mixture, and what
//! somebody else wrote in between is not overwritten.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use thiserror::Error;

use super::{Fingerprint, SIZE_LIMIT};
use crate::store::file_system::{FileKind, FileSystem, OpenFile, parent_of, sync_data, write_all};

/// What writing a document did.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Written {
    /// Where it is.
    pub path: PathBuf,
    /// Where a copy of the foreign content is, if there was one.
    pub kept: Option<PathBuf>,
}

/// What names are made of, the same for ever: FNV-1a of 64 bits.
pub(in crate::store) fn hash_for_names(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
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

/// Writes a document: a new file beside it, synced, put in its place, the directory synced.
///
/// `known` are the contents that may be replaced: what was read, and what earlier tries may have
/// left. With an empty list no file may be there. A file that is gone is made anew. A symbolic link
/// is replaced, and what it leads to is not touched; permissions are kept. After any error a later
/// try begins anew, for a sync that succeeds after one that failed proves nothing.
pub fn write_atomic(
    file_system: &dyn FileSystem,
    path: &Path,
    bytes: &[u8],
    known: &[Fingerprint],
) -> Result<Fingerprint, WriteError> {
    write_atomic_up_to(SIZE_LIMIT, file_system, path, bytes, known)
}

/// [`write_atomic`] for a document that is the user's to keep where he likes: what a link leads to
/// is written, and the link stays.
pub(in crate::store) fn write_through_link(
    file_system: &dyn FileSystem,
    path: &Path,
    bytes: &[u8],
    known: &[Fingerprint],
) -> Result<Fingerprint, WriteError> {
    let target = match file_system.resolve(path) {
        Ok(target) => target,
        Err(error) if error.kind() == io::ErrorKind::NotFound => path.to_owned(),
        Err(error) => return Err(failed(path)(error)),
    };
    write_atomic(file_system, &target, bytes, known).map_err(|error| match error {
        WriteError::Conflict { .. } => WriteError::Conflict {
            path: path.to_owned(),
        },
        WriteError::Io { kind, .. } => WriteError::Io {
            path: path.to_owned(),
            kind,
        },
    })
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
    let new = Fingerprint::of(bytes);
    let replacement = Replacement {
        file_system,
        path,
        limit,
        new,
        known,
    };
    replacement.look(path)?;
    let (temporary, mut file) = create_temporary(file_system, path).map_err(failed(path))?;
    let written = write_all(file.as_mut(), bytes).and_then(|()| sync_data(file.as_mut()));
    drop(file);
    let placed = written
        .map_err(failed(path))
        .and_then(|()| replacement.place(&temporary));
    match placed {
        Ok(()) => Ok(new),
        Err(error) => {
            // What cannot be removed now is swept at the next start.
            let _ = file_system.remove(&temporary);
            Err(error)
        }
    }
}

/// Replaces a note nobody relies on, in one step and without waiting for the disk.
pub(in crate::store) fn write_note(
    file_system: &dyn FileSystem,
    path: &Path,
    bytes: &[u8],
) -> io::Result<()> {
    let (temporary, mut file) = create_temporary(file_system, path)?;
    let written = write_all(file.as_mut(), bytes);
    drop(file);
    let placed = written.and_then(|()| file_system.rename(&temporary, path));
    placed.inspect_err(|_error| {
        // What cannot be removed now is swept at the next start.
        let _ = file_system.remove(&temporary);
    })
}

fn failed(path: &Path) -> impl Fn(io::Error) -> WriteError {
    let path = path.to_owned();
    move |error| WriteError::Io {
        path: path.clone(),
        kind: error.kind(),
    }
}

/// A file about to be replaced.
#[derive(Clone, Copy)]
struct Replacement<'r> {
    file_system: &'r dyn FileSystem,
    path: &'r Path,
    limit: u64,
    new: Fingerprint,
    known: &'r [Fingerprint],
}

impl Replacement<'_> {
    fn conflict(&self) -> WriteError {
        WriteError::Conflict {
            path: self.path.to_owned(),
        }
    }

    fn fingerprint(&self, path: &Path) -> Result<Option<Fingerprint>, WriteError> {
        fingerprint_of_file(self.file_system, path, self.limit).map_err(failed(self.path))
    }

    fn is_ours(&self, found: Fingerprint) -> bool {
        found == self.new || self.known.contains(&found)
    }

    /// Looks whether what stands at a path may go, and says whether anything does.
    fn look(&self, path: &Path) -> Result<bool, WriteError> {
        if self.file_system.is_link(path) {
            // A link to a device or a directory has its reasons; one to a file, or to nothing, goes
            // without what it leads to being read.
            return match self.file_system.status(path) {
                Ok(status) if status.kind != FileKind::File => {
                    Err(failed(self.path)(io::ErrorKind::InvalidInput.into()))
                }
                _ => Ok(true),
            };
        }
        match self.fingerprint(path)? {
            Some(found) if !self.is_ours(found) => Err(self.conflict()),
            found => Ok(found.is_some()),
        }
    }

    /// Puts the new file in the place of the old one, after a second look: as late as can be.
    ///
    /// What somebody saves between that look and the rename comes out of the exchange and is put
    /// back. Where files cannot be exchanged it is lost: no portable call closes that gap.
    fn place(&self, temporary: &Path) -> Result<(), WriteError> {
        let failed = failed(self.path);
        let file_system = self.file_system;
        let replaced = self.look(self.path)?;
        let step = if replaced {
            file_system.exchange(temporary, self.path)
        } else {
            file_system.rename_new(temporary, self.path)
        };
        let is_exchanged = match step {
            Ok(()) => replaced,
            Err(error) if !replaced && error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(self.conflict());
            }
            Err(error)
                if error.kind() == io::ErrorKind::Unsupported
                    // Taken away in this moment: it is made anew.
                    || (replaced && error.kind() == io::ErrorKind::NotFound) =>
            {
                file_system.rename(temporary, self.path).map_err(&failed)?;
                false
            }
            Err(error) => return Err(failed(error)),
        };
        if is_exchanged {
            self.look_after(temporary)?;
        }
        file_system
            .sync_directory(parent_of(self.path))
            .map_err(&failed)?;
        if is_exchanged {
            // Who had the old file open may have gone on writing into it until now.
            self.look_after(temporary)?;
            // One that stays is swept at the next start.
            let _ = file_system.remove(temporary);
        }
        Ok(())
    }

    /// Looks at what came out of the exchange. What is not ours to replace was saved by somebody
    /// after the look before: it goes back.
    fn look_after(&self, temporary: &Path) -> Result<(), WriteError> {
        let Err(conflict) = self.look(temporary) else {
            return Ok(());
        };
        let back = || self.file_system.exchange(temporary, self.path);
        back().map_err(failed(self.path))?;
        // Saved once more meanwhile: the newest stands.
        if self.fingerprint(temporary)? != Some(self.new) {
            back().map_err(failed(self.path))?;
        }
        Err(conflict)
    }
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
    // What a link leads to is no model for what takes its place.
    let like = (!file_system.is_link(target)).then_some(target);
    let process = std::process::id();
    // Names are taken only by what earlier processes of the same number have left.
    for _try in 0..100 {
        let number = COUNTER.fetch_add(1, Ordering::Relaxed);
        let temporary = target.with_file_name(format!(".{name}.{process}-{number}.planerka-tmp"));
        match file_system.create_new(&temporary, like) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Ok(file) => return Ok((temporary, file)),
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}
