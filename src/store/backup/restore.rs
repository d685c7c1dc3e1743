//! Bringing a backup back: first what would change, then the change, with copies of what is
//! replaced. Nothing is ever removed.

use std::io;
use std::path::{Path, PathBuf};

use super::{Archive, BackupError, SIZE_LIMIT, automatic, files_of, is_passing};
use crate::store::document::{Fingerprint, write_atomic_up_to};
use crate::store::file_system::{Confined, FileSystem, create_directories, parent_of};
use crate::store::journal::{parse_file_name, set_aside, take_over, unpack, year_of};
use crate::store::lock::{Holder, Lock, take};

/// How many backups stay after one that a restore makes: settings may be what is brought back.
const KEPT: usize = 10;

/// How a directory and an archive differ.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Comparison {
    /// Files that the directory lacks.
    pub missing: Vec<String>,
    /// Files that are the same in both.
    pub same: Vec<String>,
    /// Files that would be replaced.
    pub differing: Vec<Differing>,
    /// Files that only the directory has; they stay. Acts in journal files among them go on to
    /// count.
    pub only_here: Vec<String>,
}

/// A file that is not the same here and in the archive.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Differing {
    /// Its name in the state directory.
    pub name: String,
    /// How they differ.
    pub versus: Versus,
}

/// How the file here and the one in the archive differ.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Versus {
    /// The one here goes on where the one in the archive ends: it is newer, and going back loses
    /// acts.
    HereIsLonger,
    /// The one in the archive goes on where the one here ends: nothing is lost.
    ArchiveIsLonger,
    /// Each has something that the other lacks.
    Apart,
}

/// What to do with files that would be replaced.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum OnExisting {
    /// Change nothing at all and say which they are.
    Refuse,
    /// Keep copies of them in `backups/`, then replace them: somebody was asked.
    KeepCopies,
    /// Leave them as they are; acts that the archive has and the journal lacks are added.
    Add,
}

/// What was brought back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Restored {
    /// The files that were written.
    pub written: Vec<String>,
    /// Copies of those that were replaced.
    pub kept: Vec<PathBuf>,
    /// How many acts of the journal were added.
    pub acts: usize,
    /// How many lines of the archive's journal were not taken: damaged, of a newer program, or
    /// contradicting the journal here.
    pub lines: usize,
    /// Files that differ and stayed as they were.
    pub left: Vec<String>,
    /// How directory and archive differed before.
    pub comparison: Comparison,
}

impl Archive {
    /// Says what bringing the archive back would change. Reads only.
    pub fn compare(
        &self,
        file_system: &dyn FileSystem,
        directory: &Path,
    ) -> Result<Comparison, BackupError> {
        let here = match file_system.status(directory) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => super::Files::new(),
            _ => files_of(file_system, directory, None)?.0,
        };
        let mut comparison = Comparison::default();
        for (name, theirs) in self.files() {
            // An archive packed by hand may hold what belongs to other tools, and to the program
            // that runs: `.git`, `.lock`.
            if name.split('/').any(is_passing) {
                continue;
            }
            let name = name.clone();
            let versus = match here.get(&name) {
                None => {
                    comparison.missing.push(name);
                    continue;
                }
                Some(ours) if ours == theirs => {
                    comparison.same.push(name);
                    continue;
                }
                Some(ours) if ours.starts_with(theirs) => Versus::HereIsLonger,
                Some(ours) if theirs.starts_with(ours) => Versus::ArchiveIsLonger,
                Some(_) => Versus::Apart,
            };
            comparison.differing.push(Differing { name, versus });
        }
        let only_here = here
            .into_keys()
            .filter(|name| !self.files().contains_key(name));
        comparison.only_here = only_here.collect();
        Ok(comparison)
    }
}

/// Brings an archive back into a directory, which nobody else may work in meanwhile.
///
/// Interrupted, it can be begun anew: files already written are the same then.
pub fn restore(
    file_system: &dyn FileSystem,
    archive: &Archive,
    directory: &Path,
    holder: &Holder,
    on_existing: OnExisting,
) -> Result<Restored, BackupError> {
    let file_system = &Confined::new(file_system, directory);
    create_directories(file_system, directory).map_err(BackupError::io(directory))?;
    let _lock = match take(file_system, directory, holder).map_err(BackupError::io(directory))? {
        Lock::Held(holder) => return Err(BackupError::Held(holder)),
        Lock::Taken(guard, _last) => Some(guard),
        Lock::Unsupported => None,
    };
    let comparison = archive.compare(file_system, directory)?;
    if on_existing == OnExisting::Refuse && !comparison.differing.is_empty() {
        return Err(BackupError::WouldReplace(Box::new(comparison)));
    }
    if !comparison.differing.is_empty() || !comparison.missing.is_empty() {
        automatic::make(file_system, directory, "before-restore", KEPT)?;
    }
    let mut restored = Restored {
        written: Vec::new(),
        kept: Vec::new(),
        acts: 0,
        lines: 0,
        left: Vec::new(),
        comparison,
    };
    let differing = restored.comparison.differing.iter().map(|file| &file.name);
    let mut names: Vec<String> = restored.comparison.missing.clone();
    if on_existing == OnExisting::Add {
        restored.left = differing.cloned().collect();
    } else {
        names.splice(0..0, differing.cloned());
    }
    for name in names {
        let path = directory.join(&name);
        let failed = BackupError::io;
        create_directories(file_system, parent_of(&path)).map_err(failed(&path))?;
        // What was not there a moment ago is not replaced: nobody was asked.
        let is_missing = restored.comparison.missing.contains(&name);
        let known = match file_system.read(&path, SIZE_LIMIT) {
            Ok(_) if is_missing => Vec::new(),
            // The link goes, what it leads to stays: there is nothing to keep.
            Ok(_) if file_system.is_link(&path) => Vec::new(),
            Ok(bytes) => {
                let backups = directory.join("backups");
                let copy = set_aside(file_system, &backups, &name.replace('/', "-"), &bytes);
                restored.kept.push(copy.map_err(failed(&path))?);
                vec![Fingerprint::of(&bytes)]
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(failed(&path)(error)),
        };
        if let Some(bytes) = archive.files().get(&name) {
            write_atomic_up_to(SIZE_LIMIT, file_system, &path, bytes, &known)
                .map_err(BackupError::write)?;
            restored.written.push(name);
        }
    }
    let journal = directory.join("journal");
    for name in &restored.left {
        let copies = archive.files().get(name).and_then(|it| lines_of(name, it));
        for copy in copies.into_iter().flatten() {
            let taken = take_over(file_system, &journal, &copy).map_err(BackupError::write)?;
            restored.acts += taken.acts;
            restored.lines += taken.left;
        }
    }
    restored.left.retain(|name| lines_of(name, &[]).is_none());
    Ok(restored)
}

/// The lines of a journal file, or of every one in a packed year; `None` of any other file.
fn lines_of(name: &str, bytes: &[u8]) -> Option<Vec<Vec<u8>>> {
    let name = name.strip_prefix("journal/")?;
    if parse_file_name(name).is_some() {
        return Some(vec![bytes.to_vec()]);
    }
    year_of(name)?;
    Some(unpack(name, bytes).files.into_values().collect())
}
