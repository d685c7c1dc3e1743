//! `planerka backup` and `planerka restore`: the whole state directory in one file and back.
//!
//! The file is a ZIP archive, which every system opens by itself; the files in it are stored as
//! they are. Its comment seals names, lengths and checksums of all files, so that a damaged
//! archive is told from a whole one; an archive that somebody has packed anew has no seal and is
//! held to the checksums of its files alone.
//!
//! Nothing is written over without being asked for, and what is written over is kept.

mod archive;
pub mod automatic;
mod restore;

use std::io;
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::document::{Fingerprint, WriteError, is_temporary_name, write_atomic_up_to};
use super::file_system::{FileKind, FileSystem, Listed};
use super::lock::Holder;
pub use archive::{Archive, read_archive};
pub use restore::{Comparison, Differing, OnExisting, Restored, Versus, restore};

/// The largest archive, and the largest sum of the files in one: decades of meetings stay far
/// below.
pub const SIZE_LIMIT: u64 = 512 * 1024 * 1024;

/// The deepest directory that is saved; the program itself makes one level.
const DEPTH: usize = 4;

/// Why a backup was not made or not brought back.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum BackupError {
    /// A file or directory cannot be read or written.
    #[error("{path}: {kind}", path = .path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// How it failed.
        kind: io::ErrorKind,
    },
    /// The directory holds nothing to be saved.
    #[error("{path}: nothing to save", path = .path.display())]
    Nothing {
        /// The directory.
        path: PathBuf,
    },
    /// There is another file where the archive should go.
    #[error("{path}: there is a file already", path = .path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// The files are too large to be handled.
    #[error("{path}: more than {SIZE_LIMIT} bytes", path = .path.display())]
    TooLarge {
        /// Which.
        path: PathBuf,
    },
    /// The archive does not hold what it should: it is damaged.
    #[error("{path}: damaged: {what}", path = .path.display())]
    Damaged {
        /// The archive.
        path: PathBuf,
        /// The file in it, or what the reader of archives says.
        what: String,
    },
    /// The archive holds no state directory.
    #[error("{path}: no backup of a state directory", path = .path.display())]
    NotABackup {
        /// The archive.
        path: PathBuf,
    },
    /// Files of the directory would be replaced; see [`OnExisting`].
    #[error("{} files would be replaced", .0.differing.len())]
    WouldReplace(Box<Comparison>),
    /// Another program works in the directory.
    #[error("another program works in the directory")]
    Held(Option<Holder>),
}

impl BackupError {
    fn io(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |error| match error.kind() {
            io::ErrorKind::FileTooLarge => Self::TooLarge { path },
            kind => Self::Io { path, kind },
        }
    }

    fn write(error: WriteError) -> Self {
        match error {
            WriteError::Conflict { path } => Self::Exists { path },
            WriteError::Io { path, kind } => Self::Io { path, kind },
        }
    }
}

/// A backup that was made, read back and found whole.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Backup {
    /// Where it is.
    pub path: PathBuf,
    /// Its length in bytes.
    pub length: u64,
    /// The files in it, by their names in the state directory, with their lengths.
    pub files: Vec<(String, u64)>,
    /// What is in the directory and could not be saved, and why.
    pub left_out: Vec<(PathBuf, io::ErrorKind)>,
}

/// Saves a state directory into a new file. It may be open in the program: documents are saved in
/// their old or new text, the journal up to an act.
///
/// An archive with the very same content is no obstacle, any other file at the place is.
pub fn backup(
    file_system: &dyn FileSystem,
    directory: &Path,
    path: &Path,
) -> Result<Backup, BackupError> {
    let (files, left_out) = files_of(file_system, directory, Some(path))?;
    save(file_system, directory, path, files, left_out)
}

fn save(
    file_system: &dyn FileSystem,
    directory: &Path,
    path: &Path,
    files: Files,
    left_out: LeftOut,
) -> Result<Backup, BackupError> {
    if files.is_empty() {
        let path = directory.to_owned();
        return Err(BackupError::Nothing { path });
    }
    let bytes = archive::pack(path, &files)?;
    let known: &[Fingerprint] = &[];
    write_atomic_up_to(SIZE_LIMIT, file_system, path, &bytes, known).map_err(BackupError::write)?;
    // What was written is one thing, what can be read another.
    let back = read_archive(file_system, path)?;
    if back.files() != &files {
        return Err(BackupError::Damaged {
            path: path.to_owned(),
            what: "it reads differently".to_owned(),
        });
    }
    let lengths = files.into_iter();
    Ok(Backup {
        path: path.to_owned(),
        length: bytes.len() as u64,
        files: lengths
            .map(|(name, bytes)| (name, bytes.len() as u64))
            .collect(),
        left_out,
    })
}

/// Contents of files by their names in the state directory.
type Files = super::zipped::Files;
type LeftOut = Vec<(PathBuf, io::ErrorKind)>;

/// All files of a directory but what belongs to running programs and other tools.
fn files_of(
    file_system: &dyn FileSystem,
    directory: &Path,
    except: Option<&Path>,
) -> Result<(Files, LeftOut), BackupError> {
    let (mut files, mut left_out) = (Files::new(), LeftOut::new());
    let mut total = 0_u64;
    let listed = file_system
        .list(directory)
        .map_err(BackupError::io(directory))?;
    let mut open: Vec<(String, usize, Listed)> = listed
        .into_iter()
        .map(|entry| (String::new(), 0, entry))
        .collect();
    while let Some((prefix, depth, entry)) = open.pop() {
        let name = format!("{prefix}{}", entry.name);
        match entry.kind {
            _ if is_passing(&entry.name) || Some(entry.path.as_path()) == except => {}
            // A backup of backups would double with each.
            FileKind::File if prefix == "backups/" && automatic::is_automatic(&entry.name) => {}
            FileKind::Directory if depth < DEPTH => match file_system.list(&entry.path) {
                Ok(listed) => {
                    let inside = format!("{name}/");
                    let deeper = |entry| (inside.clone(), depth + 1, entry);
                    open.extend(listed.into_iter().map(deeper));
                }
                Err(error) => left_out.push((entry.path, error.kind())),
            },
            FileKind::File => match file_system.read(&entry.path, SIZE_LIMIT) {
                Ok(bytes) => {
                    total = total.saturating_add(bytes.len() as u64);
                    if total > SIZE_LIMIT {
                        return Err(BackupError::TooLarge { path: entry.path });
                    }
                    files.insert(name, bytes);
                }
                // Removed in this moment.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => left_out.push((entry.path, error.kind())),
            },
            FileKind::Directory | FileKind::Other => {
                left_out.push((entry.path, io::ErrorKind::Unsupported));
            }
        }
    }
    Ok((files, left_out))
}

/// Whether a name belongs to a running program or to another tool, not to the data.
fn is_passing(name: &str) -> bool {
    is_temporary_name(name)
        || (name.starts_with('.') && !matches!(name, ".gitignore" | ".gitattributes"))
}
