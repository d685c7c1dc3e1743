//! What need not be kept, and what looks as if it need not be: said, never thrown away by planerka.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::store::file_system::{FileKind, FileSystem};
use crate::store::finding::{Fault, Finding};
use crate::store::journal::parse_file_name;
use crate::store::place::Place;

/// From so many months without a record on a writer is named: a machine that was put away.
const QUIET_MONTHS: i32 = 12;

/// What lies in a directory of files that were set aside: none of them is read by the program.
pub(super) fn set_aside(file_system: &dyn FileSystem, directory: &Path) -> Option<Finding> {
    counted(file_system, directory, |_| true)
}

/// Copies of files that were replaced, among the backups. Archives are somebody's, or the program
/// keeps only so many of them.
pub(super) fn copies(file_system: &dyn FileSystem, directory: &Path) -> Option<Finding> {
    counted(file_system, directory, |name| {
        let end = name.rsplit_once('.').map(|(_, end)| end);
        end.is_some_and(|end| !end.is_empty() && end.bytes().all(|it| it.is_ascii_digit()))
    })
}

fn counted(
    file_system: &dyn FileSystem,
    directory: &Path,
    is_meant: impl Fn(&str) -> bool,
) -> Option<Finding> {
    let (mut files, mut bytes) = (0, 0);
    let mut open = vec![directory.to_owned()];
    while let Some(next) = open.pop() {
        for entry in file_system.list(&next).unwrap_or_default() {
            match entry.kind {
                FileKind::Directory if entry.path != next => open.push(entry.path),
                FileKind::File if is_meant(&entry.name) => {
                    files += 1;
                    let status = file_system.status(&entry.path);
                    bytes += status.map_or(0, |status| status.length);
                }
                _ => {}
            }
        }
    }
    (files > 0).then(|| Finding::new(Place::file(directory), Fault::Spare { files, bytes }))
}

/// Writers of whom the journal has had nothing for long, measured by its own last month: their
/// files are part of it, and whoever clears up must not take them for left over.
pub(super) fn quiet_writers(file_system: &dyn FileSystem, journal: &Path) -> Vec<Finding> {
    let mut last: BTreeMap<String, (String, PathBuf)> = BTreeMap::new();
    for entry in file_system.list(journal).unwrap_or_default() {
        let Some((writer, _part)) = parse_file_name(&entry.name) else {
            continue;
        };
        let month = entry.name.split('.').next().unwrap_or_default().to_owned();
        let known = last.entry(writer.0.to_string()).or_default();
        if month > known.0 {
            *known = (month, entry.path);
        }
    }
    let newest = last.values().filter_map(|(month, _)| months(month)).max();
    let Some(newest) = newest else {
        return Vec::new();
    };
    last.into_iter()
        .filter(|(_, (month, _))| months(month).is_some_and(|it| newest - it >= QUIET_MONTHS))
        .map(|(writer, (month, path))| {
            Finding::new(Place::file(&path), Fault::QuietWriter { writer, month })
        })
        .collect()
}

/// «2023-05» as a number of months.
fn months(text: &str) -> Option<i32> {
    let (year, month) = text.split_once('-')?;
    Some(year.parse::<i32>().ok()? * 12 + month.parse::<i32>().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::check::check;
    use crate::store::simulated::SimulatedFileSystem;

    fn faults(files: &[&str]) -> Vec<(String, Fault)> {
        let disk = SimulatedFileSystem::new();
        for name in files {
            disk.place(&Path::new("/state").join(name), b"12345");
        }
        let found = check(&disk, Path::new("/state"), &[]);
        found
            .into_iter()
            .map(|it| (it.place.path.display().to_string(), it.fault))
            .collect()
    }

    #[test]
    fn what_was_set_aside_is_counted_and_may_go() {
        let found = faults(&["quarantine/a.log", "quarantine/b/c.ron", "backups/x.zip"]);
        let said = (
            "/state/quarantine".to_owned(),
            Fault::Spare {
                files: 2,
                bytes: 10,
            },
        );
        assert!(found.contains(&said), "{found:?}");
        let kept = ["backups/x.zip", "backups/planerka-2023-05-25.zip"];
        assert_eq!(faults(&kept), []);
        let copies = ["backups/x.zip", "backups/minutes-2023-05-25.ron.1"];
        let said = Fault::Spare { files: 1, bytes: 5 };
        assert_eq!(faults(&copies), [("/state/backups".to_owned(), said)]);
    }

    #[test]
    fn a_writer_silent_for_a_year_is_named_by_its_last_month() {
        let disk = SimulatedFileSystem::new();
        for name in ["2023-05.old.log", "2024-04.other.log", "2024-05.pc1.log"] {
            disk.place(&Path::new("/journal").join(name), b"");
        }
        let found = quiet_writers(&disk, Path::new("/journal"));
        let [only] = found.as_slice() else {
            panic!("{found:?}");
        };
        assert!(only.place.path.ends_with("2023-05.old.log"));
        let said = Fault::QuietWriter {
            writer: "old".to_owned(),
            month: "2023-05".to_owned(),
        };
        assert_eq!(only.fault, said);
    }
}
