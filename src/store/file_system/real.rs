//! The file system of the machine, through `std` alone.

mod status;

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use super::{FileKind, FileSystem, Listed, LockAttempt, LockGuard, OpenFile, Status};
use status::{kind_of, status_of};

/// The real file system.
#[derive(Clone, Copy, Debug)]
pub struct RealFileSystem {
    shared: bool,
}

impl RealFileSystem {
    /// New files and directories are for their owner only (0600, 0700).
    pub fn private() -> Self {
        Self { shared: false }
    }

    /// New files and directories follow the umask: for folders a group works in.
    pub fn shared() -> Self {
        Self { shared: true }
    }
}

/// The length of a regular file: a named pipe called plan.ron would hold the program for ever.
fn length_of_file(path: &Path) -> io::Result<u64> {
    let metadata = fs::metadata(path)?;
    if metadata.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !metadata.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    Ok(metadata.len())
}

impl FileSystem for RealFileSystem {
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        // One byte more than there is, so that its end is seen without asking for more room.
        let room = length_of_file(path)?.min(limit).saturating_add(1);
        let mut bytes = Vec::with_capacity(usize::try_from(room).unwrap_or_default());
        File::open(path)?
            .take(limit.saturating_add(1))
            .read_to_end(&mut bytes)?;
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(bytes)
    }

    fn read_beginning(&self, path: &Path, count: u64) -> io::Result<Vec<u8>> {
        length_of_file(path)?;
        let mut bytes = Vec::new();
        File::open(path)?.take(count).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn list(&self, directory: &Path) -> io::Result<Vec<Listed>> {
        let mut listed = Vec::new();
        for entry in fs::read_dir(directory)? {
            let entry = entry?;
            let path = entry.path();
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            // The directory says what most of its entries are; where a link leads it does not.
            let kind = match entry.file_type() {
                Ok(kind) if kind.is_file() => FileKind::File,
                Ok(kind) if kind.is_dir() => FileKind::Directory,
                _ => fs::metadata(&path).map_or(FileKind::Other, |metadata| kind_of(&metadata)),
            };
            listed.push((entry.file_name(), Listed { path, name, kind }));
        }
        // That is the order of their paths, which are alike but for the last part.
        listed.sort_unstable_by(|one, other| one.0.cmp(&other.0));
        Ok(listed.into_iter().map(|(_, entry)| entry).collect())
    }

    fn status(&self, path: &Path) -> io::Result<Status> {
        fs::metadata(path).map(|metadata| status_of(&metadata))
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    fn create_directory(&self, path: &Path) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        if !self.shared {
            private_directory(&mut builder);
        }
        match builder.create(path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
            result => result,
        }
    }

    fn create_new(&self, path: &Path, like: Option<&Path>) -> io::Result<Box<dyn OpenFile>> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create_new(true);
        if !self.shared {
            private_file(&mut options);
        }
        let file = options.open(path)?;
        if let Some(metadata) = like.and_then(|like| fs::metadata(like).ok())
            && (cfg!(unix) || !metadata.permissions().readonly())
        {
            file.set_permissions(metadata.permissions())?;
        }
        Ok(Box::new(RealFile(file)))
    }

    fn open_append(&self, path: &Path) -> io::Result<Box<dyn OpenFile>> {
        let mut options = OpenOptions::new();
        options.read(true);
        // On Windows a handle that may only append cannot cut the file.
        if cfg!(windows) {
            options.write(true);
        } else {
            options.append(true);
        }
        let mut file = options.open(path)?;
        // Some file systems ignore the append flag: stand at the end in any case.
        file.seek(SeekFrom::End(0))?;
        Ok(Box::new(RealFile(file)))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        rename_patiently(from, to)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        renames::exchange(one, other)
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        renames::rename_new(from, to)
    }

    fn is_link(&self, path: &Path) -> bool {
        fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink())
    }

    fn sync_directory(&self, directory: &Path) -> io::Result<()> {
        // Windows has no such call; NTFS keeps names in its own log.
        if cfg!(unix) {
            let directory = match File::open(directory) {
                // A directory that may be written and not read cannot be synced.
                Err(error) if error.kind() == io::ErrorKind::PermissionDenied => return Ok(()),
                result => result?,
            };
            match directory.sync_all() {
                // FUSE and some network shares cannot sync directories and say so.
                Err(error)
                    if matches!(
                        error.kind(),
                        io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported
                    ) =>
                {
                    Ok(())
                }
                result => result,
            }
        } else {
            Ok(())
        }
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_directory(&self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    fn try_lock(&self, path: &Path) -> io::Result<LockAttempt> {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        if !self.shared {
            private_file(&mut options);
        }
        // What it leads to is somebody else's file, and not the one that others lock.
        if self.is_link(path) {
            fs::remove_file(path)?;
        }
        never_through_a_link(&mut options);
        let file = options.open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(LockAttempt::Taken(LockGuard::new(Locked(file)))),
            Err(TryLockError::WouldBlock) => Ok(LockAttempt::Busy),
            Err(TryLockError::Error(error)) => match error.kind() {
                io::ErrorKind::Unsupported => Ok(LockAttempt::Unsupported),
                // ENOLCK has no kind of its own.
                _ if error.raw_os_error() == Some(ENOLCK) => Ok(LockAttempt::Unsupported),
                _ => Err(error),
            },
        }
    }
}

/// «No locks available»: a network share without a lock service.
const ENOLCK: i32 = if cfg!(target_os = "linux") { 37 } else { 77 };

/// Gives the lock back by name: a program we have just started holds our open files until it is
/// itself, so that closing ours would leave the directory locked for a moment.
struct Locked(File);

impl Drop for Locked {
    fn drop(&mut self) {
        // What cannot be given back is given back by the kernel when the file is closed.
        let _ = self.0.unlock();
    }
}

struct RealFile(File);

impl OpenFile for RealFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn sync_data(&mut self) -> io::Result<()> {
        self.0.sync_data()
    }

    fn status(&self) -> io::Result<Status> {
        self.0.metadata().map(|metadata| status_of(&metadata))
    }

    fn end(&mut self, count: usize) -> io::Result<Vec<u8>> {
        let length = self.0.metadata()?.len();
        self.0
            .seek(SeekFrom::Start(length.saturating_sub(count as u64)))?;
        let mut bytes = Vec::with_capacity(count);
        let read = self.0.read_to_end(&mut bytes);
        // Also where reading failed: some file systems ignore the append flag.
        self.0.seek(SeekFrom::End(0))?;
        read.map(|_count| bytes)
    }

    fn truncate(&mut self, length: u64) -> io::Result<()> {
        self.0.set_len(length)?;
        self.0.seek(SeekFrom::End(0)).map(|_end| ())
    }
}

#[cfg(unix)]
fn private_file(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt as _;
    options.mode(0o600);
}

#[cfg(not(unix))]
fn private_file(_options: &mut OpenOptions) {}

#[cfg(unix)]
fn private_directory(builder: &mut fs::DirBuilder) {
    use std::os::unix::fs::DirBuilderExt as _;
    builder.mode(0o700);
}

#[cfg(not(unix))]
fn private_directory(_builder: &mut fs::DirBuilder) {}

/// Should a link be put there in this moment, opening fails.
#[cfg(unix)]
fn never_through_a_link(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt as _;
    let flags = rustix::fs::OFlags::NOFOLLOW.bits();
    options.custom_flags(flags.cast_signed());
}

#[cfg(not(unix))]
fn never_through_a_link(_options: &mut OpenOptions) {}

/// Renames that only some systems can do in one step.
#[cfg(any(target_os = "linux", target_os = "android"))]
mod renames {
    use std::io;
    use std::path::Path;

    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;

    pub(super) fn exchange(one: &Path, other: &Path) -> io::Result<()> {
        rename(one, other, RenameFlags::EXCHANGE)
    }

    pub(super) fn rename_new(from: &Path, to: &Path) -> io::Result<()> {
        rename(from, to, RenameFlags::NOREPLACE)
    }

    fn rename(from: &Path, to: &Path, flags: RenameFlags) -> io::Result<()> {
        renameat_with(CWD, from, CWD, to, flags).map_err(|error| match error {
            // An old kernel, or a file system that cannot.
            Errno::INVAL | Errno::NOSYS | Errno::NOTSUP => io::ErrorKind::Unsupported.into(),
            error => error.into(),
        })
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android")))]
mod renames {
    use std::io;
    use std::path::Path;

    pub(super) fn exchange(_one: &Path, _other: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    pub(super) fn rename_new(_from: &Path, _to: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

#[cfg(not(windows))]
fn rename_patiently(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)
}

/// Virus scanners and indexers hold a file for moments after it was written; `SQLite` waits for
/// them in the same way.
#[cfg(windows)]
fn rename_patiently(from: &Path, to: &Path) -> io::Result<()> {
    const TRIES: u64 = 10;
    for attempt in 1..TRIES {
        match fs::rename(from, to) {
            Err(error)
                if matches!(
                    error.kind(),
                    io::ErrorKind::PermissionDenied | io::ErrorKind::ResourceBusy
                ) || error.raw_os_error() == Some(32) =>
            {
                std::thread::sleep(std::time::Duration::from_millis(25 * attempt));
            }
            result => return result,
        }
    }
    fs::rename(from, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_after_a_look_at_the_end_comes_behind_it() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("a.log");
        fs::write(&path, "one\ntwo\n").unwrap();
        let mut file = RealFileSystem::private().open_append(&path).unwrap();
        assert_eq!(file.end(4).unwrap(), b"two\n");
        assert_eq!(file.end(100).unwrap(), b"one\ntwo\n");
        file.write(b"three\n").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "one\ntwo\nthree\n");
        let of_path = RealFileSystem::private().status(&path).unwrap();
        assert_eq!(file.status().unwrap(), of_path);
    }

    #[test]
    fn a_second_program_found_the_lock_held_while_a_third_was_being_started() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join(".lock");
        let file = File::create(&path).unwrap();
        file.try_lock().unwrap();
        // What a process shares with the one that starts it, until it is a program of its own.
        let inherited = file.try_clone().unwrap();
        drop(Locked(file));
        let again = RealFileSystem::private().try_lock(&path).unwrap();
        assert!(matches!(again, LockAttempt::Taken(_)));
        drop(inherited);
    }
}
