//! Writing acts at the end of our own files.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use super::{AppendError, encode, file_name};
use crate::domain::operation::Record;
use crate::store::file_system::{FileSystem, OpenFile, parent_of, sync_data, write_all};

/// Knows how long our own files are when whole, and appends to them.
///
/// Files are opened anew for every act: a syncer or an editor may have put another file in the
/// place of the old one, and what is written into a file without a name is lost.
#[derive(Clone, Debug, Default)]
pub struct Appender {
    files: BTreeMap<PathBuf, Tail>,
}

/// The end of a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Tail {
    /// The file is whole and this long.
    Whole(u64),
    /// An append failed: what stands beyond this length does not count and has to go first.
    Torn(u64),
    /// The end could not be repaired: another part is begun, this one is left alone.
    Closed,
}

/// Where an act goes.
struct Target {
    path: PathBuf,
    tail: Option<Tail>,
}

impl Appender {
    /// Forgets everything.
    pub fn clear(&mut self) {
        self.files.clear();
    }

    /// Learns that one of our files is whole and this long.
    pub fn know(&mut self, path: &Path, length: u64) {
        self.files.insert(path.to_owned(), Tail::Whole(length));
    }

    /// Our own files that are whole, with their lengths.
    pub fn whole_files(&self) -> impl Iterator<Item = (&Path, u64)> {
        self.files.iter().filter_map(|(path, tail)| match tail {
            Tail::Whole(length) => Some((path.as_path(), *length)),
            Tail::Torn(_) | Tail::Closed => None,
        })
    }

    /// Learns that one of our files has an end that could not be repaired.
    pub fn close(&mut self, path: &Path) {
        self.files.insert(path.to_owned(), Tail::Closed);
    }

    /// Records one act: one write, one sync. After `Ok` it is on the disk; after an error nothing
    /// of it counts, unless the disk refuses to take back what it already has.
    pub fn append(
        &mut self,
        file_system: &dyn FileSystem,
        directory: &Path,
        act: &[Record],
    ) -> Result<(), AppendError> {
        let Some(first) = act.first() else {
            return Ok(());
        };
        if act
            .iter()
            .any(|record| record.act != first.act || record.writer != first.writer)
        {
            return Err(AppendError::NotStorable {
                reason: "records of different acts or writers".to_owned(),
            });
        }
        let lines = encode(act)?;
        let Target { path, tail } = self.target(directory, first);
        let (mut file, whole) = match tail {
            None => (self.create(file_system, &path)?, 0),
            Some(tail) => self.reopen(file_system, &path, tail)?,
        };
        self.write(file.as_mut(), &path, whole, &lines)
    }

    /// The file of the act: the first part that was not given up.
    fn target(&self, directory: &Path, record: &Record) -> Target {
        let mut part = 1;
        loop {
            let path = directory.join(file_name(record, part));
            let tail = self.files.get(&path).copied();
            if tail != Some(Tail::Closed) {
                return Target { path, tail };
            }
            part += 1;
        }
    }

    /// A new file is durable under its name before anything is written into it.
    fn create(
        &mut self,
        file_system: &dyn FileSystem,
        path: &Path,
    ) -> Result<Box<dyn OpenFile>, AppendError> {
        let failed = |error: io::Error| AppendError::io(path, &error);
        let file = file_system.create_new(path, None).map_err(|error| {
            match error.kind() {
                // It was not there when the directory was read.
                io::ErrorKind::AlreadyExists => AppendError::ChangedOutside {
                    path: path.to_owned(),
                },
                _ => failed(error),
            }
        })?;
        match file_system.sync_directory(parent_of(path)) {
            Ok(()) => Ok(file),
            Err(error) => {
                drop(file);
                // Its name may be lost with the next power cut, so nothing is put into it: a
                // later try begins with a new file.
                let _ = file_system.remove(path);
                if file_system.status(path).is_ok() {
                    self.close(path);
                }
                Err(failed(error))
            }
        }
    }

    /// Opens a known file and brings its end into order.
    fn reopen(
        &mut self,
        file_system: &dyn FileSystem,
        path: &Path,
        tail: Tail,
    ) -> Result<(Box<dyn OpenFile>, u64), AppendError> {
        let failed = |error: io::Error| AppendError::io(path, &error);
        let changed = || AppendError::ChangedOutside {
            path: path.to_owned(),
        };
        let mut file = file_system.open_append(path).map_err(|error| {
            if error.kind() == io::ErrorKind::NotFound {
                changed()
            } else {
                failed(error)
            }
        })?;
        let length = file.length().map_err(failed)?;
        match tail {
            Tail::Whole(whole) if length == whole => Ok((file, whole)),
            Tail::Torn(whole) if length >= whole => match file.truncate(whole) {
                Ok(()) => Ok((file, whole)),
                Err(error) => {
                    self.close(path);
                    Err(failed(error))
                }
            },
            Tail::Whole(_) | Tail::Torn(_) | Tail::Closed => Err(changed()),
        }
    }

    fn write(
        &mut self,
        file: &mut dyn OpenFile,
        path: &Path,
        whole: u64,
        lines: &[u8],
    ) -> Result<(), AppendError> {
        let expected = whole + lines.len() as u64;
        let done = write_all(file, lines)
            .and_then(|()| sync_data(file))
            .and_then(|()| match file.length()? {
                length if length == expected => Ok(()),
                // The file system wrote somewhere else than at the end.
                _ => Err(io::ErrorKind::InvalidData.into()),
            });
        match done {
            Ok(()) => {
                self.files.insert(path.to_owned(), Tail::Whole(expected));
                Ok(())
            }
            Err(error) => {
                // Taken back at once, so that no reader counts what was not acknowledged; and
                // again before the next act, for this cut is not synced.
                let _ = file.truncate(whole);
                self.files.insert(path.to_owned(), Tail::Torn(whole));
                Err(AppendError::io(path, &error))
            }
        }
    }
}
