//! Acts the state directory does not take go into a file at another place: the same lines, under
//! a name the journal reads. Put into `journal/` later it is a part of the journal like any other.

use std::io;
use std::path::{Path, PathBuf};

use super::{StateDirectory, StoreError};
use crate::domain::operation::Record;
use crate::store::document::WriteError;
use crate::store::file_system::{FileKind, parent_of, sync_data, write_all};
use crate::store::journal::{encode, file_name};

/// Where in `2023-05-25T10:03:12+03:00`, its digits alone, day, hour and minute stand.
const DAY_AND_TIME: std::ops::Range<usize> = 6..12;

impl StateDirectory {
    /// The name of a file for acts that are written elsewhere: of the part of the journal named
    /// after the day and the time of the first one, so that it meets no other one there.
    pub fn name_elsewhere(acts: &[Vec<Record>]) -> Option<String> {
        let first = acts.iter().flatten().next()?;
        let digits: String = first.at.to_string();
        let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
        let part = digits.get(DAY_AND_TIME)?.parse().ok()?;
        Some(file_name(first, part))
    }

    /// Writes acts into a new file, durably, and says which; a directory gets one of
    /// [`Self::name_elsewhere`]. A file that is there already is left alone.
    pub fn write_elsewhere(
        &self,
        path: &Path,
        acts: &[Vec<Record>],
    ) -> Result<PathBuf, StoreError> {
        let file_system = self.file_system.as_ref();
        let is_directory = file_system
            .status(path)
            .is_ok_and(|status| status.kind == FileKind::Directory);
        let path = match Self::name_elsewhere(acts) {
            Some(name) if is_directory => path.join(name),
            _ => path.to_owned(),
        };
        let mut lines = Vec::new();
        for act in acts {
            lines.extend(encode(act)?);
        }
        let write = || -> io::Result<()> {
            let mut file = file_system.create_new(&path, None)?;
            let written = write_all(file.as_mut(), &lines).and_then(|()| sync_data(file.as_mut()));
            if written.is_err() {
                // Ours and not whole: it would only be in the way of the next try.
                let _ = file_system.remove(&path);
            }
            written?;
            file_system.sync_directory(parent_of(&path))
        };
        match write() {
            Ok(()) => Ok(path),
            Err(error) => Err(WriteError::Io {
                path,
                kind: error.kind(),
            }
            .into()),
        }
    }
}
