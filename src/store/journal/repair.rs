//! Mending the end of our own files, after keeping a copy of what is cut off.

use std::io;
use std::path::{Path, PathBuf};

use super::SIZE_LIMIT;
use crate::store::file_system::{FileSystem, create_directories, parent_of, sync_data, write_all};

/// Keeps bytes of a file under a new name in the quarantine directory, durably, and says where.
/// A copy that is there already is not made twice.
pub fn set_aside(
    file_system: &dyn FileSystem,
    quarantine: &Path,
    name: &str,
    bytes: &[u8],
) -> io::Result<PathBuf> {
    create_directories(file_system, quarantine)?;
    for number in 1_u32.. {
        let copy = quarantine.join(format!("{name}.{number}"));
        match file_system.create_new(&copy, None) {
            Ok(mut file) => {
                write_all(file.as_mut(), bytes)?;
                sync_data(file.as_mut())?;
                file_system.sync_directory(parent_of(&copy))?;
                return Ok(copy);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                let limit = SIZE_LIMIT.max(bytes.len() as u64);
                // The name may come from a try that was cut short: its directory entry is synced
                // again, and a copy that differs is left alone. So is a link: it keeps nothing.
                if !file_system.is_link(&copy)
                    && file_system.read(&copy, limit).is_ok_and(|old| old == bytes)
                {
                    let mut file = file_system.open_append(&copy)?;
                    sync_data(file.as_mut())?;
                    file_system.sync_directory(parent_of(&copy))?;
                    return Ok(copy);
                }
            }
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Cuts the incomplete end off one of our own files, after a copy of it is durable.
pub fn repair(
    file_system: &dyn FileSystem,
    path: &Path,
    whole: u64,
    quarantine: &Path,
) -> io::Result<PathBuf> {
    let bytes = file_system.read(path, SIZE_LIMIT)?;
    let tail = usize::try_from(whole)
        .ok()
        .and_then(|whole| bytes.get(whole..))
        .unwrap_or_default();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let copy = set_aside(file_system, quarantine, &format!("{name}.tail"), tail)?;
    let mut file = file_system.open_append(path)?;
    if file.length()? != bytes.len() as u64 {
        // Somebody has written meanwhile; of theirs there is no copy.
        return Err(io::ErrorKind::ResourceBusy.into());
    }
    file.truncate(whole)?;
    sync_data(file.as_mut())?;
    Ok(copy)
}
