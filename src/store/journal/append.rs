//! Writing acts at the end of our own files.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use super::own::Own;
use super::{AppendError, SIZE_LIMIT, encode, file_name};
use crate::domain::operation::Record;
use crate::store::document::{Fingerprint, Growing};
use crate::store::file_system::{FileSystem, OpenFile, Status, parent_of, sync_data, write_all};

/// Knows how long our own files are when whole, and appends to them.
///
/// Files are opened anew for every act: a syncer or an editor may have put another file in the
/// place of the old one, and what is written into a file without a name is lost.
#[derive(Clone, Debug)]
pub struct Appender {
    files: BTreeMap<PathBuf, Tail>,
    /// A file that would be longer is not read any more: another part is begun.
    limit: u64,
}

impl Default for Appender {
    fn default() -> Self {
        Self {
            files: BTreeMap::new(),
            limit: SIZE_LIMIT,
        }
    }
}

/// The end of a file.
#[derive(Clone, Debug)]
enum Tail {
    /// The file is whole.
    Whole(Own),
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
        let own = Own::Read(content);
        self.files.insert(path.to_owned(), Tail::Whole(own));
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
            Tail::Whole(own) => Some((path.as_path(), own.content())),
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
        let path = self.target(directory, first, lines.len());
        self.settle_others(file_system, &path)?;
        let (mut file, before) = match self.files.get(&path).cloned() {
            None | Some(Tail::Closed) => (self.create(file_system, &path)?, Growing::default()),
            Some(tail) => self.reopen(file_system, &path, &tail)?,
        };
        let (content, written) = self.write(file.as_mut(), &path, before, &lines)?;
        // Shares settle how a file stands when it is closed.
        drop(file);
        let status = stands(file_system, &path, written)?;
        let own = Own::Written {
            content,
            status,
            lines,
        };
        self.files.insert(path.clone(), Tail::Whole(own));
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

    /// The file of an act of so many bytes: the first part that was not given up and has room.
    fn target(&self, directory: &Path, record: &Record, bytes: usize) -> PathBuf {
        let has_room = |length: usize| (length + bytes) as u64 <= self.limit;
        let mut part = 1;
        loop {
            let path = directory.join(file_name(record, part));
            let takes = match self.files.get(&path) {
                Some(Tail::Closed) => false,
                Some(Tail::Whole(own)) => has_room(own.content().length()),
                Some(Tail::Torn(content, _)) => has_room(content.length()),
                None => true,
            };
            if takes {
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
        let mut opened = file_system.open_append(path);
        if let (Tail::Whole(own), Ok(file)) = (tail, &mut opened)
            && let Some(content) = own.untouched(file_system, path, file.as_mut())
        {
            return Ok((opened.map_err(failed)?, content));
        }
        let bytes = file_system.read(path, SIZE_LIMIT).map_err(failed)?;
        // What may not be written may be somebody else's: that has to be told first.
        if let (Tail::Whole(own), Err(_)) = (tail, &opened)
            && Fingerprint::of(&bytes) != own.content()
        {
            return Err(changed());
        }
        let mut file = opened.map_err(failed)?;
        if file.status().map_err(failed)?.length != bytes.len() as u64 {
            return Err(changed());
        }
        let mut content = Growing::default();
        match tail {
            Tail::Whole(own) => {
                content.add(&bytes);
                if content.fingerprint() != own.content() {
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

    /// Writes lines behind a content; says what the file holds then, and how it stands.
    fn write(
        &mut self,
        file: &mut dyn OpenFile,
        path: &Path,
        before: Growing,
        lines: &[u8],
    ) -> Result<(Growing, Status), AppendError> {
        let whole = before.length();
        let mut after = before;
        after.add(lines);
        let done = write_all(file, lines)
            .and_then(|()| sync_data(file))
            .and_then(|()| file.status());
        match done {
            Ok(status) if status.length == after.length() => Ok((after, status)),
            // Somebody else writes here too, or the file system wrote somewhere else than at the
            // end: cutting would take what is not ours. The journal has to be read again.
            Ok(_other) => Err(AppendError::ChangedOutside {
                path: path.to_owned(),
            }),
            Err(error) => {
                // Taken back at once, so that no reader counts what was not acknowledged; and
                // again before the next act, for this cut is not synced. Who else writes here has
                // made it longer, and keeps it.
                let is_longer = file.status().is_ok_and(|it| it.length > after.length());
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

/// How the file stands under its name after it was written. Another one may have been put there
/// meanwhile, or none is there any more: then what we wrote has no name, and is lost with the
/// next moment.
fn stands(
    file_system: &dyn FileSystem,
    path: &Path,
    written: Status,
) -> Result<Option<Status>, AppendError> {
    match file_system.status(path) {
        Ok(status) if (status.file, status.length) == (written.file, written.length) => {
            Ok(Some(status))
        }
        Err(error) if error.kind() != io::ErrorKind::NotFound => Ok(None),
        Ok(_) | Err(_) => Err(AppendError::ChangedOutside {
            path: path.to_owned(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::journal::{act_for_tests, read_journal};
    use crate::store::simulated::SimulatedFileSystem;

    #[test]
    fn a_file_never_becomes_longer_than_what_is_read() {
        let disk = SimulatedFileSystem::new();
        let directory = Path::new("/journal");
        disk.create_directory(directory).unwrap();
        let act = |number| act_for_tests("a", number, 1);
        let mut appender = Appender {
            limit: encode(&act(10)).unwrap().len() as u64 * 5 / 2,
            ..Appender::default()
        };
        for number in 10..16 {
            appender.append(&disk, directory, &act(number)).unwrap();
        }
        let lengths: Vec<(String, usize)> = disk
            .files()
            .into_iter()
            .map(|(path, bytes)| {
                let lines = bytes.split(|byte| *byte == b'\n').count() - 1;
                (path.display().to_string(), lines)
            })
            .collect();
        let expected = ["2023-05.a.2.log", "2023-05.a.3.log", "2023-05.a.log"];
        let expected = expected.map(|name| (format!("/journal/{name}"), 2));
        assert_eq!(lengths, expected);
        assert_eq!(read_journal(&disk, directory).records.len(), 6);
    }
}
