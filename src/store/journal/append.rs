//! Writing acts at the end of our own files.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use super::left::Left;
use super::{AppendError, SIZE_LIMIT, encode, file_name};
use crate::domain::operation::Record;
use crate::store::document::{Fingerprint, Growing};
use crate::store::file_system::{FileSystem, OpenFile, Status, parent_of, sync_data, write_all};

/// Knows how long our own files are when whole, and appends to them.
///
/// Files are opened anew for every act: a syncer or an editor may have put another file in the
/// place of the old one, and what is written into a file without a name is lost.
#[derive(Clone, Debug, Default)]
pub struct Appender {
    files: BTreeMap<PathBuf, Tail>,
}

/// The end of a file.
#[derive(Clone, Debug)]
enum Tail {
    /// The file is whole, as we left it.
    Whole(Left),
    /// An append of these lines to this content failed: what of them stands there does not count
    /// and has to go first.
    Torn(Fingerprint, Vec<u8>),
    /// The end could not be repaired: another part is begun, this one is left alone.
    Closed,
}

/// An act that was recorded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Appended {
    /// In which file.
    pub path: PathBuf,
    /// How the file stands now, if it still does.
    pub status: Option<Status>,
}

impl Appender {
    /// Forgets everything.
    pub fn clear(&mut self) {
        self.files.clear();
    }

    /// Learns that one of our files is whole and holds this.
    pub fn know(&mut self, path: &Path, content: Fingerprint) {
        let read = Left::read(content);
        self.files.insert(path.to_owned(), Tail::Whole(read));
    }

    /// Whether nothing that was refused stands in one of our files.
    pub(in crate::store) fn is_whole(&self) -> bool {
        self.files
            .values()
            .all(|tail| matches!(tail, Tail::Whole(_)))
    }

    /// Our files that are whole, and what each of them holds.
    pub(in crate::store) fn whole(&self) -> impl Iterator<Item = (&Path, Fingerprint)> {
        self.files.iter().filter_map(|(path, tail)| match tail {
            Tail::Whole(left) => Some((path.as_path(), left.content())),
            Tail::Torn(..) | Tail::Closed => None,
        })
    }

    /// Learns that one of our files has an end that could not be repaired.
    pub fn close(&mut self, path: &Path) {
        self.files.insert(path.to_owned(), Tail::Closed);
    }

    /// Records one act, one write and one sync, and says in which file, if there is anything to
    /// record. After `Ok` it is on the disk; after an error nothing of it counts, unless the disk
    /// refuses to take back what it already has.
    pub fn append(
        &mut self,
        file_system: &dyn FileSystem,
        directory: &Path,
        act: &[Record],
    ) -> Result<Option<Appended>, AppendError> {
        let Some(first) = act.first() else {
            return Ok(None);
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
        let path = self.target(directory, first);
        self.settle_others(file_system, &path)?;
        let (mut file, before) = match self.files.get(&path).cloned() {
            None | Some(Tail::Closed) => (self.create(file_system, &path)?, Growing::default()),
            Some(tail) => self.reopen(file_system, &path, &tail)?,
        };
        let after = self.write(file.as_mut(), &path, before, &lines)?;
        drop(file);
        let status = file_system.status(&path).ok();
        let left = Left::written(after, status, lines);
        self.files.insert(path.clone(), Tail::Whole(left));
        Ok(Some(Appended { path, status }))
    }

    /// Takes back for sure, in files of other months, what was refused there: of two refused acts a
    /// power cut could bring both back.
    fn settle_others(
        &mut self,
        file_system: &dyn FileSystem,
        target: &Path,
    ) -> Result<(), AppendError> {
        let is_torn = |tail: &Tail| matches!(tail, Tail::Torn(..));
        let others = self.files.iter().filter(|(path, _)| *path != target);
        let torn: Vec<(PathBuf, Tail)> = others
            .filter(|(_, tail)| is_torn(tail))
            .map(|(path, tail)| (path.clone(), tail.clone()))
            .collect();
        for (path, tail) in torn {
            let (mut file, content) = self.reopen(file_system, &path, &tail)?;
            sync_data(file.as_mut()).map_err(|error| AppendError::io(&path, &error))?;
            self.know(&path, content.fingerprint());
        }
        Ok(())
    }

    /// The file of the act: the first part that was not given up.
    fn target(&self, directory: &Path, record: &Record) -> PathBuf {
        let mut part = 1;
        loop {
            let path = directory.join(file_name(record, part));
            if !matches!(self.files.get(&path), Some(Tail::Closed)) {
                return path;
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

    /// Opens a known file and brings its end into order; says what it holds. A file that is not
    /// what we left is not touched, even when it has the same length: a syncer may have put
    /// another one in its place.
    fn reopen(
        &mut self,
        file_system: &dyn FileSystem,
        path: &Path,
        tail: &Tail,
    ) -> Result<(Box<dyn OpenFile>, Growing), AppendError> {
        let changed = || AppendError::ChangedOutside {
            path: path.to_owned(),
        };
        let failed = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => changed(),
            _ => AppendError::io(path, &error),
        };
        let mut file = file_system.open_append(path).map_err(failed)?;
        if let Tail::Whole(left) = tail
            && let Some(content) = left.untouched(file_system, path, file.as_mut())
        {
            return Ok((file, content));
        }
        let bytes = file_system.read(path, SIZE_LIMIT).map_err(failed)?;
        if file.length().map_err(failed)? != bytes.len() as u64 {
            return Err(changed());
        }
        let mut content = Growing::default();
        match tail {
            Tail::Whole(left) => {
                content.add(&bytes);
                if content.fingerprint() != left.content() {
                    return Err(changed());
                }
            }
            Tail::Torn(whole, tried) => {
                let Some((head, rest)) = bytes.split_at_checked(whole.length()) else {
                    return Err(changed());
                };
                content.add(head);
                if content.fingerprint() != *whole || !tried.starts_with(rest) {
                    return Err(changed());
                }
                if let Err(error) = file.truncate(content.length()) {
                    self.close(path);
                    return Err(failed(error));
                }
            }
            Tail::Closed => return Err(changed()),
        }
        Ok((file, content))
    }

    /// Writes lines behind a content; says what the file holds then.
    fn write(
        &mut self,
        file: &mut dyn OpenFile,
        path: &Path,
        before: Growing,
        lines: &[u8],
    ) -> Result<Growing, AppendError> {
        let whole = before.length();
        let mut after = before;
        after.add(lines);
        let done = write_all(file, lines)
            .and_then(|()| sync_data(file))
            .and_then(|()| file.length());
        match done {
            Ok(length) if length == after.length() => Ok(after),
            // Somebody else writes here too, or the file system wrote somewhere else than at the
            // end: cutting would take what is not ours. The journal has to be read again.
            Ok(_other) => Err(AppendError::ChangedOutside {
                path: path.to_owned(),
            }),
            Err(error) => {
                // Taken back at once, so that no reader counts what was not acknowledged; and
                // again before the next act, for this cut is not synced. Who else writes here has
                // made it longer, and keeps it.
                let is_longer = file.length().is_ok_and(|length| length > after.length());
                if !is_longer {
                    let _ = file.truncate(whole);
                }
                let torn = Tail::Torn(before.fingerprint(), lines.to_vec());
                self.files.insert(path.to_owned(), torn);
                Err(AppendError::io(path, &error))
            }
        }
    }
}
