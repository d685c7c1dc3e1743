//! A file system that writes down what is asked of another one.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::Log;
use crate::store::file_system::{FileSystem, Listed, LockAttempt, OpenFile, Status};

/// Passes everything on and logs every change and every failure but «not found», which is how the
/// store asks whether something is there.
#[derive(Debug)]
pub struct LoggedFileSystem {
    within: Arc<dyn FileSystem>,
    log: Log,
    root: PathBuf,
}

impl LoggedFileSystem {
    /// Wraps a file system; names of files in `root` are logged without it, as a path to a home
    /// directory names a person.
    pub fn new(within: Arc<dyn FileSystem>, log: Log, root: PathBuf) -> Self {
        Self { within, log, root }
    }

    fn name(&self, path: &Path) -> String {
        let inside = path.strip_prefix(&self.root).ok();
        let name = inside.or_else(|| path.file_name().map(Path::new));
        match name {
            Some(name) if name.as_os_str().is_empty() => ".".to_owned(),
            Some(name) => name.display().to_string(),
            None => "?".to_owned(),
        }
    }

    fn change<T>(
        &self,
        what: &str,
        path: &Path,
        done: impl FnOnce() -> io::Result<T>,
    ) -> io::Result<T> {
        let name = self.name(path);
        logged(&self.log, format_args!("{what} {name}"), done())
    }

    fn look<T>(&self, what: &str, path: &Path, found: io::Result<T>) -> io::Result<T> {
        if let Err(error) = &found
            && error.kind() != io::ErrorKind::NotFound
        {
            let name = self.name(path);
            self.log
                .line(format_args!("{what} {name}: {}", error.kind()));
        }
        found
    }

    fn file(&self, path: &Path, file: Box<dyn OpenFile>) -> Box<dyn OpenFile> {
        Box::new(LoggedFile {
            within: file,
            log: self.log.clone(),
            name: self.name(path),
        })
    }
}

/// Writes down how a step ended.
fn logged<T>(log: &Log, what: fmt::Arguments<'_>, ended: io::Result<T>) -> io::Result<T> {
    match &ended {
        Ok(_) => log.line(format_args!("{what}: done")),
        Err(error) => log.line(format_args!("{what}: {}", error.kind())),
    }
    ended
}

impl FileSystem for LoggedFileSystem {
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.look("read", path, self.within.read(path, limit))
    }

    fn read_beginning(&self, path: &Path, count: u64) -> io::Result<Vec<u8>> {
        let read = self.within.read_beginning(path, count);
        self.look("read the beginning", path, read)
    }

    fn list(&self, directory: &Path) -> io::Result<Vec<Listed>> {
        self.look("list", directory, self.within.list(directory))
    }

    fn status(&self, path: &Path) -> io::Result<Status> {
        self.look("status", path, self.within.status(path))
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.look("resolve", path, self.within.resolve(path))
    }

    fn create_directory(&self, path: &Path) -> io::Result<()> {
        self.change("create directory", path, || {
            self.within.create_directory(path)
        })
    }

    fn create_new(&self, path: &Path, like: Option<&Path>) -> io::Result<Box<dyn OpenFile>> {
        let file = self.change("create", path, || self.within.create_new(path, like))?;
        Ok(self.file(path, file))
    }

    fn open_append(&self, path: &Path) -> io::Result<Box<dyn OpenFile>> {
        let file = self.look("open", path, self.within.open_append(path))?;
        Ok(self.file(path, file))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.change("rename to", to, || self.within.rename(from, to))
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        self.change("exchange with", other, || self.within.exchange(one, other))
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.change("rename to new", to, || self.within.rename_new(from, to))
    }

    fn is_link(&self, path: &Path) -> bool {
        self.within.is_link(path)
    }

    fn sync_directory(&self, directory: &Path) -> io::Result<()> {
        self.change("sync directory", directory, || {
            self.within.sync_directory(directory)
        })
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.change("remove", path, || self.within.remove(path))
    }

    fn remove_directory(&self, path: &Path) -> io::Result<()> {
        self.change("remove", path, || self.within.remove_directory(path))
    }

    fn try_lock(&self, path: &Path) -> io::Result<LockAttempt> {
        let attempt = self.look("lock", path, self.within.try_lock(path))?;
        let name = self.name(path);
        let answer = match &attempt {
            LockAttempt::Taken(_) => "taken",
            LockAttempt::Busy => "busy",
            LockAttempt::Unsupported => "no locks here",
        };
        self.log.line(format_args!("lock {name}: {answer}"));
        Ok(attempt)
    }
}

struct LoggedFile {
    within: Box<dyn OpenFile>,
    log: Log,
    name: String,
}

impl LoggedFile {
    fn look<T>(&self, what: &str, found: io::Result<T>) -> io::Result<T> {
        if let Err(error) = &found {
            let name = &self.name;
            self.log
                .line(format_args!("{what} {name}: {}", error.kind()));
        }
        found
    }
}

impl OpenFile for LoggedFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.within.write(bytes);
        let (name, asked) = (&self.name, bytes.len());
        match &written {
            Ok(count) => self
                .log
                .line(format_args!("write {name}: {count} of {asked} bytes")),
            Err(error) => self
                .log
                .line(format_args!("write {name}: {}", error.kind())),
        }
        written
    }

    fn sync_data(&mut self) -> io::Result<()> {
        let synced = self.within.sync_data();
        logged(&self.log, format_args!("sync {}", self.name), synced)
    }

    fn status(&self) -> io::Result<Status> {
        self.look("status", self.within.status())
    }

    fn end(&mut self, count: usize) -> io::Result<Vec<u8>> {
        let end = self.within.end(count);
        self.look("end", end)
    }

    fn truncate(&mut self, length: u64) -> io::Result<()> {
        let cut = self.within.truncate(length);
        logged(
            &self.log,
            format_args!("cut {} to {length}", self.name),
            cut,
        )
    }
}
