//! A file of ours as we left it: how we know it again without reading all of it.

use std::path::Path;

use crate::store::document::{Fingerprint, Growing};
use crate::store::file_system::{FileSystem, OpenFile, Status};

/// A file of ours that is whole.
#[derive(Clone, Debug)]
pub(super) enum Left {
    /// It was read at some time and held this.
    Read(Fingerprint),
    /// We have written it to its end.
    Written {
        /// What it holds.
        content: Growing,
        /// How it stood then, if it still did.
        status: Option<Status>,
        /// The lines written last.
        lines: Vec<u8>,
    },
}

impl Left {
    /// A file that was read.
    pub(super) fn read(content: Fingerprint) -> Self {
        Self::Read(content)
    }

    /// A file after an act: what it holds, how it stands, and the lines of the act.
    pub(super) fn written(content: Growing, status: Option<Status>, lines: Vec<u8>) -> Self {
        Self::Written {
            content,
            status,
            lines,
        }
    }

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
            && file.length().ok()? == content.length()
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
            let left = Left::written(content, Some(status), lines.to_vec());
            let mut file = disk.open_append(path).unwrap();
            left.untouched(&disk, path, file.as_mut()) == Some(content)
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
