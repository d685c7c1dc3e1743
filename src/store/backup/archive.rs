//! The archive: packed in memory, sealed, read back with all its checksums.

use std::path::{Path, PathBuf};

use zip::CompressionMethod;

use super::{BackupError, Files, SIZE_LIMIT};
use crate::store::file_system::FileSystem;
use crate::store::journal::{parse_file_name, year_of};
use crate::store::zipped::{self, Broken, Unpacked};

/// What the comment of our archives begins with.
const SEAL: &str = "planerka backup 1 ";

/// An archive that was read and is whole.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Archive {
    path: PathBuf,
    files: Files,
    sealed: bool,
}

impl Archive {
    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Its files, by their names in the state directory.
    pub fn files(&self) -> &Files {
        &self.files
    }

    /// Whether it is as the program made it; one packed anew by somebody is not.
    pub fn is_sealed(&self) -> bool {
        self.sealed
    }
}

/// Packs files into an archive. The same files make the same bytes.
pub(super) fn pack(path: &Path, files: &Files) -> Result<Vec<u8>, BackupError> {
    zipped::pack(SEAL, CompressionMethod::Stored, files)
        .map_err(|error| damaged(path, &error.to_string()))
}

fn damaged(path: &Path, what: &str) -> BackupError {
    BackupError::Damaged {
        path: path.to_owned(),
        what: what.to_owned(),
    }
}

/// Reads a whole archive; every file in it has the content its checksum says.
pub fn read_archive(file_system: &dyn FileSystem, path: &Path) -> Result<Archive, BackupError> {
    let bytes = file_system
        .read(path, SIZE_LIMIT)
        .map_err(BackupError::io(path))?;
    let unpacked = zipped::unpack(SEAL, &bytes, SIZE_LIMIT).map_err(|broken| match broken {
        Broken::Damaged(what) => damaged(path, &what),
        Broken::TooLarge => BackupError::TooLarge {
            path: path.to_owned(),
        },
    })?;
    let Unpacked {
        mut files,
        is_sealed,
    } = unpacked;
    if !is_sealed {
        files = without_folder(files);
    }
    let is_known = |name: &String| {
        matches!(name.as_str(), "plan.ron" | "subjects.ron" | "settings.ron")
            || name
                .strip_prefix("journal/")
                .is_some_and(|name| parse_file_name(name).is_some() || year_of(name).is_some())
    };
    if !files.keys().any(is_known) {
        let path = path.to_owned();
        return Err(BackupError::NotABackup { path });
    }
    Ok(Archive {
        path: path.to_owned(),
        files,
        sealed: is_sealed,
    })
}

/// Somebody who packs the directory anew packs the directory, not what is in it.
fn without_folder(files: Files) -> Files {
    let folder = match files.keys().next().and_then(|name| name.split_once('/')) {
        Some((folder, _)) if !matches!(folder, "journal" | "minutes") => format!("{folder}/"),
        _ => return files,
    };
    if !files.keys().all(|name| name.starts_with(&folder)) {
        return files;
    }
    files
        .into_iter()
        .filter_map(|(name, bytes)| Some((name.strip_prefix(&folder)?.to_owned(), bytes)))
        .collect()
}
