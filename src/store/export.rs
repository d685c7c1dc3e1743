//! Writing papers for others: any bytes, in any directory, whole or not at all; what stood there
//! and was not written by this run is kept in `backups/` beside it.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::document::{Fingerprint, SIZE_LIMIT, WriteError, Written, write_atomic};
use super::file_system::{FileSystem, LEADS_OUT, create_directories, parent_of};
use super::journal::set_aside;

/// Writes papers and remembers which contents are its own.
#[derive(Debug)]
pub struct Exporter {
    file_system: Arc<dyn FileSystem>,
    own: BTreeMap<PathBuf, Fingerprint>,
}

impl Exporter {
    /// An exporter that has written nothing yet.
    pub fn new(file_system: Arc<dyn FileSystem>) -> Self {
        Self {
            file_system,
            own: BTreeMap::new(),
        }
    }

    /// Whether a directory stands at a path.
    pub fn is_directory(&self, path: &Path) -> bool {
        self.file_system
            .status(path)
            .is_ok_and(|status| status.kind == super::file_system::FileKind::Directory)
    }

    /// Whether writing would take the place of something that this run did not write.
    pub fn would_replace(&self, path: &Path, bytes: &[u8]) -> bool {
        if self.file_system.is_link(path) {
            return true;
        }
        let Ok(old) = self.file_system.read(path, SIZE_LIMIT) else {
            return false;
        };
        let found = Fingerprint::of(&old);
        found != Fingerprint::of(bytes) && self.own.get(path) != Some(&found)
    }

    /// Writes a paper. The same bytes are not written twice.
    pub fn write(&mut self, path: &Path, bytes: &[u8]) -> Result<Written, WriteError> {
        let failed = |error: io::Error| WriteError::Io {
            path: path.to_owned(),
            kind: error.kind(),
        };
        let file_system = self.file_system.as_ref();
        create_directories(file_system, parent_of(path)).map_err(failed)?;
        let new = Fingerprint::of(bytes);
        let old = match file_system.read(path, SIZE_LIMIT) {
            // The link goes, what it leads to stays: there is nothing to keep.
            Ok(_) if file_system.is_link(path) => None,
            Ok(old) => Some(old),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(failed(error)),
        };
        let mut kept = None;
        let mut known = Vec::new();
        if let Some(old) = old {
            let found = Fingerprint::of(&old);
            if found == new {
                self.own.insert(path.to_owned(), new);
                return Ok(Written {
                    path: path.to_owned(),
                    kept: None,
                });
            }
            if self.own.get(path) != Some(&found) {
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                let beside = parent_of(path);
                let backups = beside.join("backups");
                let is_outside = file_system.leads_out(beside, &backups.join("any"));
                if is_outside.map_err(failed)? {
                    return Err(failed(LEADS_OUT.into()));
                }
                kept = Some(set_aside(file_system, &backups, &name, &old).map_err(failed)?);
            }
            known.push(found);
        }
        write_atomic(file_system, path, bytes, &known)?;
        self.own.insert(path.to_owned(), new);
        Ok(Written {
            path: path.to_owned(),
            kept,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::file_system::RealFileSystem;

    #[test]
    fn what_somebody_changed_is_kept() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("export/2023-05-25-minutes.txt");
        let new = || Exporter::new(Arc::new(RealFileSystem::private()));
        let mut exporter = new();
        assert_eq!(exporter.write(&path, b"one").unwrap().kept, None);
        assert_eq!(exporter.write(&path, b"two").unwrap().kept, None);
        std::fs::write(&path, b"by hand").unwrap();
        let kept = exporter.write(&path, b"three").unwrap().kept.unwrap();
        assert_eq!(std::fs::read(kept).unwrap(), b"by hand");
        assert_eq!(std::fs::read(&path).unwrap(), b"three");
        assert!(!exporter.would_replace(&path, b"four"));
        assert!(new().would_replace(&path, b"four"));
        assert!(!new().would_replace(&path, b"three"));
        assert_eq!(new().write(&path, b"three").unwrap().kept, None);
        assert!(new().write(&path, b"four").unwrap().kept.is_some());
    }
}
