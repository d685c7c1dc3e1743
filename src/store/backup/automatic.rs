//! Backups the program makes by itself: before what changes much at once, and on days it was told
//! to. They stand in `backups/`, and only so many of them.

use std::io;
use std::path::{Path, PathBuf};

use super::{BackupError, files_of, save};
use crate::store::file_system::{FileKind, FileSystem, create_directories};

/// The directory they stand in.
const DIRECTORY: &str = "backups";

/// Whether a file of `backups/` is one of them.
pub(super) fn is_automatic(name: &str) -> bool {
    name.strip_prefix("planerka-")
        .is_some_and(|rest| rest.strip_suffix(".zip").is_some())
}

/// Saves the directory into `backups/planerka-LABEL.zip`, with a number where there is one of that
/// name, and removes the oldest beyond `keep`. `None` where there is nothing to save yet. With
/// `keep` 0 none is made.
pub fn make(
    file_system: &dyn FileSystem,
    directory: &Path,
    label: &str,
    keep: usize,
) -> Result<Option<PathBuf>, BackupError> {
    if keep == 0 {
        return Ok(None);
    }
    let backups = directory.join(DIRECTORY);
    create_directories(file_system, &backups).map_err(BackupError::io(&backups))?;
    let (mut files, _left_out) = files_of(file_system, directory, None)?;
    // Nobody asked for it, so what a link leads to is not copied: it is kept elsewhere.
    files.retain(|name, _| {
        let path = directory.join(name);
        let mut on_the_way = path.ancestors().take_while(|it| *it != directory);
        !on_the_way.any(|it| file_system.is_link(it))
    });
    let mut number = 1;
    let made = loop {
        let name = match number {
            1 => format!("planerka-{label}.zip"),
            _ => format!("planerka-{label}-{number}.zip"),
        };
        let path = backups.join(name);
        match save(file_system, directory, &path, files.clone(), Vec::new()) {
            Ok(made) => break made.path,
            Err(BackupError::Exists { .. }) => number += 1,
            Err(BackupError::Nothing { .. }) => return Ok(None),
            Err(error) => return Err(error),
        }
    };
    prune(file_system, &backups, keep, &made)?;
    Ok(Some(made))
}

/// Whether there is one of a label already.
pub fn has(file_system: &dyn FileSystem, directory: &Path, label: &str) -> bool {
    let name = format!("planerka-{label}.zip");
    file_system
        .status(&directory.join(DIRECTORY).join(name))
        .is_ok()
}

/// Removes the oldest; never the one that was just made.
fn prune(
    file_system: &dyn FileSystem,
    backups: &Path,
    keep: usize,
    newest: &Path,
) -> Result<(), BackupError> {
    let listed = file_system
        .list(backups)
        .map_err(BackupError::io(backups))?;
    let mut own: Vec<(u64, PathBuf)> = listed
        .into_iter()
        .filter(|entry| entry.kind == FileKind::File && is_automatic(&entry.name))
        .filter(|entry| entry.path != newest)
        .filter_map(|entry| Some((file_system.status(&entry.path).ok()?.stamp, entry.path)))
        .collect();
    own.sort();
    let surplus = (own.len() + 1).saturating_sub(keep);
    for (_, path) in own.into_iter().take(surplus) {
        match file_system.remove(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                return Err(BackupError::io(&path)(error));
            }
            Ok(()) | Err(_) => {}
        }
    }
    Ok(())
}
