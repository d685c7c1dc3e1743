//! What the store asks of a file system: few and small steps, each of which can fail.
//!
//! Every access to the state directory goes through [`FileSystem`]. The real one calls `std`;
//! the simulated one fails on demand, knows what has not been synced and shows what a power
//! cut may leave.

mod confined;
mod real;

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

pub use confined::{Confined, LEADS_OUT};
pub use real::RealFileSystem;

/// A file system, real or simulated.
pub trait FileSystem: fmt::Debug + Send + Sync {
    /// Reads a whole regular file; one longer than `limit` bytes is refused with
    /// [`io::ErrorKind::FileTooLarge`] before it is read.
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>>;

    /// Reads the first bytes of a regular file, at most `count`.
    fn read_beginning(&self, path: &Path, count: u64) -> io::Result<Vec<u8>> {
        let mut bytes = self.read(path, u64::MAX)?;
        bytes.truncate(usize::try_from(count).unwrap_or(usize::MAX));
        Ok(bytes)
    }

    /// Lists a directory, sorted by name.
    fn list(&self, directory: &Path) -> io::Result<Vec<Listed>>;

    /// Says what stands at a path, symbolic links followed.
    fn status(&self, path: &Path) -> io::Result<Status>;

    /// The path with symbolic links resolved; it must exist.
    fn resolve(&self, path: &Path) -> io::Result<PathBuf>;

    /// Makes one directory; that it exists already is no error.
    fn create_directory(&self, path: &Path) -> io::Result<()>;

    /// Makes a new file; fails with [`io::ErrorKind::AlreadyExists`] rather than open an old
    /// one. It gets the permissions of `like`, if given, else the default ones.
    fn create_new(&self, path: &Path, like: Option<&Path>) -> io::Result<Box<dyn OpenFile>>;

    /// Opens an existing file for writing at its end.
    fn open_append(&self, path: &Path) -> io::Result<Box<dyn OpenFile>>;

    /// Renames a file within its directory, replacing what has the new name in one step.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Puts one file in the place of another and that one in its place, in one step;
    /// [`io::ErrorKind::Unsupported`] where there is no such step.
    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()>;

    /// Renames a file within its directory, unless something has the new name
    /// ([`io::ErrorKind::AlreadyExists`]); [`io::ErrorKind::Unsupported`] where that is no single
    /// step.
    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Whether a symbolic link stands at a path. Nothing is no link.
    fn is_link(&self, path: &Path) -> bool;

    /// Whether the directory in which a path within `root` stands is, links followed, outside of
    /// `root`. What is not there leads nowhere.
    fn leads_out(&self, root: &Path, path: &Path) -> io::Result<bool> {
        let resolved = |path: &Path| match self.resolve(path) {
            Ok(path) => Ok(Some(path)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        };
        Ok(match (resolved(root)?, resolved(parent_of(path))?) {
            (Some(root), Some(directory)) => !directory.starts_with(root),
            _ => false,
        })
    }

    /// Makes names in a directory durable. Does nothing where directories cannot be synced.
    fn sync_directory(&self, directory: &Path) -> io::Result<()>;

    /// Removes a file. The store removes nothing but its own temporary files.
    fn remove(&self, path: &Path) -> io::Result<()>;

    /// Removes a directory with nothing in it; one that holds anything stays and is an error.
    fn remove_directory(&self, path: &Path) -> io::Result<()>;

    /// Takes an exclusive lock on a file, which is made if it is not there, without waiting.
    fn try_lock(&self, path: &Path) -> io::Result<LockAttempt>;
}

/// A file open for writing.
pub trait OpenFile: Send {
    /// Writes some of the bytes at the end and says how many.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize>;

    /// Makes the content durable, not the name.
    fn sync_data(&mut self) -> io::Result<()>;

    /// How it stands, whatever has its name now.
    fn status(&self) -> io::Result<Status>;

    /// Its last bytes, so many of them as asked for or all there are. What is written next comes
    /// behind them all the same.
    fn end(&mut self, count: usize) -> io::Result<Vec<u8>>;

    /// Cuts the file to a length.
    fn truncate(&mut self, length: u64) -> io::Result<()>;
}

/// Writes all bytes, going on after short writes and interruptions.
pub(crate) fn write_all(file: &mut dyn OpenFile, bytes: &[u8]) -> io::Result<()> {
    let mut rest = bytes;
    while !rest.is_empty() {
        match file.write(rest) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(written) => rest = rest.get(written..).unwrap_or_default(),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Makes the content durable, trying again after interruptions. Any other error is final: after
/// a failed sync a second one that succeeds proves nothing.
pub(crate) fn sync_data(file: &mut dyn OpenFile) -> io::Result<()> {
    loop {
        match file.sync_data() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            result => return result,
        }
    }
}

/// A name in a directory.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Listed {
    /// The whole path.
    pub path: PathBuf,
    /// The last part of it; what is not Unicode is replaced.
    pub name: String,
    /// What it is, links followed.
    pub kind: FileKind,
}

/// What stands at a path.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum FileKind {
    /// A regular file.
    File,
    /// A directory.
    Directory,
    /// Neither: a pipe, a device, a dangling link.
    Other,
}

/// What stands at a path, and signs of its being another one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Status {
    /// What it is.
    pub kind: FileKind,
    /// Length in bytes.
    pub length: u64,
    /// Which file it is: another one under the same name has another number. Always 0 where files
    /// have no numbers.
    pub file: u64,
    /// Another number after every change of the content, as far as the clock of the file system
    /// is fine enough.
    pub stamp: u64,
}

/// What came of asking for a lock.
#[derive(Debug)]
pub enum LockAttempt {
    /// It is ours until the guard is dropped.
    Taken(LockGuard),
    /// Somebody else has it.
    Busy,
    /// This file system knows no locks (some network shares).
    Unsupported,
}

/// A held lock; given back when dropped, by the kernel also on kill -9.
pub struct LockGuard {
    _held: Box<dyn Send + Sync>,
}

impl LockGuard {
    /// Wraps whatever gives the lock back when dropped.
    pub(crate) fn new(held: impl Send + Sync + 'static) -> Self {
        Self {
            _held: Box::new(held),
        }
    }
}

impl fmt::Debug for LockGuard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LockGuard")
    }
}

/// The directory a file stands in; `.` when the path is only a name.
pub(crate) fn parent_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// Makes a directory with all that lead to it; the names are durable afterwards, also that of a
/// directory which is there already: an earlier run may have made it and not lived to sync it.
pub fn create_directories(file_system: &dyn FileSystem, path: &Path) -> io::Result<()> {
    if make_directories(file_system, path)? {
        return Ok(());
    }
    file_system.sync_directory(parent_of(path))
}

/// The same, but the name of a directory which is there already is left as it is; whether it was
/// not.
pub(in crate::store) fn make_directories(
    file_system: &dyn FileSystem,
    path: &Path,
) -> io::Result<bool> {
    let parent = parent_of(path);
    match file_system.status(path) {
        Ok(status) if status.kind == FileKind::Directory => return Ok(false),
        Ok(_) => return Err(io::ErrorKind::NotADirectory.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    if parent != path {
        create_directories(file_system, parent)?;
    }
    file_system.create_directory(path)?;
    file_system.sync_directory(parent)?;
    Ok(true)
}
