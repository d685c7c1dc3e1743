//! A file of ours that is whole: how it is known again without reading all of it.

use std::path::Path;

use crate::store::document::{Fingerprint, Growing};
use crate::store::file_system::{FileSystem, OpenFile, Status};

/// A file of ours that is whole.
#[derive(Clone, Debug)]
pub(super) enum Own {
    /// It was read at some time and held this.
    Read(Fingerprint),
    /// We have written it to its end.
    Written {
        /// What it holds.
        content: Growing,
        /// How it stood then, if that could be asked.
        status: Option<Status>,
        /// The lines written last.
        lines: Vec<u8>,
    },
}

impl Own {
    /// What it holds.
    pub(super) fn content(&self) -> Fingerprint {
        match self {
            Self::Read(content) => *content,
            Self::Written { content, .. } => content.fingerprint(),
        }
    }

    /// What a file holds that stands as it did when we had written it, and ends with what we wrote
    /// last; `None` of one that has to be read to know it. The number and the stamp of a file tell of
    /// another one in its place, its end tells of an older one within one beat of the clock.
    ///
    /// Not told is a change before the last act that keeps the length and happens within that beat,
    /// or while we were writing. It is none of what we write, and is found when the file is read.
    pub(super) fn untouched(
        &self,
        file_system: &dyn FileSystem,
        path: &Path,
        file: &mut dyn OpenFile,
    ) -> Option<Growing> {
        let Self::Written {
            content,
            status: Some(status),
            lines,
        } = self
        else {
            return None;
        };
        let is_same = status.file != 0
            && status.length == content.length()
            && file.status().ok()? == *status
            && file_system.status(path).ok()? == *status
            && file.end(lines.len()).ok()? == *lines;
        is_same.then_some(*content)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::simulated::SimulatedFileSystem;

    #[test]
    fn a_file_is_known_by_how_it_stands_and_what_it_ends_with_both() {
        let disk = SimulatedFileSystem::new();
        let path = Path::new("/2023-05.a.log");
        disk.place(path, b"one\ntwo\n");
        let mut content = Growing::default();
        content.add(b"one\ntwo\n");
        let status = disk.status(path).unwrap();
        let is_known = |status: Status, lines: &[u8]| {
            let own = Own::Written {
                content,
                status: Some(status),
                lines: lines.to_vec(),
            };
            let mut file = disk.open_append(path).unwrap();
            let known = own.untouched(&disk, path, file.as_mut());
            known.map(|it| it.fingerprint()) == Some(content.fingerprint())
        };
        assert!(is_known(status, b"two\n"));
        // Another one within one beat of the clock, under the number of the one before.
        assert!(!is_known(status, b"six\n"));
        // Where files have no numbers another one cannot be told from ours.
        assert!(!is_known(Status { file: 0, ..status }, b"two\n"));
        let stamp = status.stamp ^ 1;
        assert!(!is_known(Status { stamp, ..status }, b"two\n"));
        let file = status.file + 1;
        assert!(!is_known(Status { file, ..status }, b"two\n"));
    }
}
