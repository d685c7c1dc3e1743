//! Mending the end of our own files, after keeping a copy of what is cut off.

use std::io;
use std::path::{Path, PathBuf};

use super::SIZE_LIMIT;
use crate::store::file_system::{
    FileSystem, Listed, create_directories, parent_of, sync_data, write_all,
};

/// How many copies of one name stay: a file that went wrong this often has no secrets in its
/// first copies, and a directory nobody looks into must not grow for ever.
const MOST_COPIES: usize = 100;

/// Keeps bytes of a file under a new name, `NAME.1`, `NAME.2` …, in the quarantine or among the
/// backups, durably, and says where. A copy that is there already is not made twice. The oldest
/// beyond a hundred of one name goes, once the new one is there.
pub fn set_aside(
    file_system: &dyn FileSystem,
    quarantine: &Path,
    name: &str,
    bytes: &[u8],
) -> io::Result<PathBuf> {
    create_directories(file_system, quarantine)?;
    let copy_of = |number: u32| quarantine.join(format!("{name}.{number}"));
    let numbers = numbers(&file_system.list(quarantine)?, name);
    for copy in numbers.iter().copied().map(copy_of) {
        let limit = SIZE_LIMIT.max(bytes.len() as u64);
        // The name may come from a try that was cut short: its directory entry is synced again,
        // and a copy that differs is left alone. So is a link: it keeps nothing.
        if !file_system.is_link(&copy)
            && file_system.read(&copy, limit).is_ok_and(|old| old == bytes)
        {
            let mut file = file_system.open_append(&copy)?;
            sync_data(file.as_mut())?;
            file_system.sync_directory(parent_of(&copy))?;
            return Ok(copy);
        }
    }
    let first_free = numbers.last().map_or(1, |last| last.saturating_add(1));
    for copy in (first_free..).map(copy_of) {
        match file_system.create_new(&copy, None) {
            Ok(mut file) => {
                write_all(file.as_mut(), bytes)?;
                sync_data(file.as_mut())?;
                file_system.sync_directory(parent_of(&copy))?;
                let surplus = (numbers.len() + 1).saturating_sub(MOST_COPIES);
                for old in numbers.into_iter().take(surplus).map(copy_of) {
                    // One that stays is in nobody's way: what matters is that the new one is there.
                    drop(file_system.remove(&old));
                }
                return Ok(copy);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// The numbers of the copies of a name among the files of a directory, in order.
fn numbers(listed: &[Listed], name: &str) -> Vec<u32> {
    let mut numbers: Vec<u32> = listed
        .iter()
        .filter_map(|entry| {
            entry
                .name
                .strip_prefix(name)?
                .strip_prefix('.')?
                .parse()
                .ok()
        })
        .collect();
    numbers.sort_unstable();
    numbers
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
    if file.status()?.length != bytes.len() as u64 {
        // Somebody has written meanwhile; of theirs there is no copy.
        return Err(io::ErrorKind::ResourceBusy.into());
    }
    file.truncate(whole)?;
    sync_data(file.as_mut())?;
    Ok(copy)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::simulated::SimulatedFileSystem;

    #[test]
    fn of_one_name_the_newest_hundred_copies_stay() {
        let disk = SimulatedFileSystem::new();
        let quarantine = Path::new("/state/quarantine");
        let keep = |name: &str, bytes: &[u8]| set_aside(&disk, quarantine, name, bytes).unwrap();
        let other = keep("plan.ron", b"of another name");
        for number in 1..=MOST_COPIES + 3 {
            let copy = keep("a.log.tail", format!("tail {number}").as_bytes());
            assert_eq!(copy, quarantine.join(format!("a.log.tail.{number}")));
        }
        // One that is there is not made again, and nothing goes for it.
        assert_eq!(
            keep("a.log.tail", b"tail 50"),
            quarantine.join("a.log.tail.50")
        );
        let numbers = numbers(&disk.list(quarantine).unwrap(), "a.log.tail");
        assert_eq!(numbers, (4..=103).collect::<Vec<u32>>());
        assert_eq!(disk.read(&other, 100).unwrap(), b"of another name");
    }
}
