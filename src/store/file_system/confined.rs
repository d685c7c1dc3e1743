//! A file system in which nothing changes outside of one directory by way of a link in it.
//!
//! A state directory may come from anybody: cloned, unpacked, shared. A link among its directories
//! would lead what the program writes by itself to where nobody expects it.

use std::fmt;
use std::io;
use std::ops::Deref;
use std::path::{Path, PathBuf};

use super::{FileSystem, Listed, LockAttempt, OpenFile, Status};

/// How a change is refused that a link would lead out of the directory. The standard library has no
/// kind for it, and no file of the program has so many links that this one would be met otherwise.
pub const LEADS_OUT: io::ErrorKind = io::ErrorKind::TooManyLinks;

/// Passes everything on, but for changes below `root` that a link would lead out of it: those fail
/// with [`LEADS_OUT`]. What is named by a path outside of `root` is nobody's concern here, nor is
/// the root itself, which may well be a link.
#[derive(Debug)]
pub struct Confined<F> {
    within: F,
    root: PathBuf,
}

impl<F> Confined<F> {
    /// Keeps changes below `root` within it.
    pub fn new(within: F, root: &Path) -> Self {
        let root = root.to_owned();
        Self { within, root }
    }
}

impl<'f, F> Confined<F>
where
    F: Deref<Target = dyn FileSystem + 'f>,
{
    /// Whether what stands at the path may change: the directory it stands in is within the root.
    fn may_change(&self, path: &Path) -> io::Result<()> {
        let is_below = path.starts_with(&self.root) && path != self.root;
        if is_below && self.within.leads_out(&self.root, path)? {
            return Err(LEADS_OUT.into());
        }
        Ok(())
    }
}

impl<'f, F> FileSystem for Confined<F>
where
    F: Deref<Target = dyn FileSystem + 'f> + fmt::Debug + Send + Sync,
{
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.within.read(path, limit)
    }

    fn read_beginning(&self, path: &Path, count: u64) -> io::Result<Vec<u8>> {
        self.within.read_beginning(path, count)
    }

    fn list(&self, directory: &Path) -> io::Result<Vec<Listed>> {
        self.within.list(directory)
    }

    fn status(&self, path: &Path) -> io::Result<Status> {
        self.within.status(path)
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.within.resolve(path)
    }

    fn create_directory(&self, path: &Path) -> io::Result<()> {
        self.may_change(path)?;
        self.within.create_directory(path)
    }

    fn create_new(&self, path: &Path, like: Option<&Path>) -> io::Result<Box<dyn OpenFile>> {
        self.may_change(path)?;
        self.within.create_new(path, like)
    }

    fn open_append(&self, path: &Path) -> io::Result<Box<dyn OpenFile>> {
        self.may_change(path)?;
        // The one change that goes through a link at the path itself.
        if path.starts_with(&self.root) && self.within.is_link(path) {
            let target = self.within.resolve(path)?;
            if !target.starts_with(self.within.resolve(&self.root)?) {
                return Err(LEADS_OUT.into());
            }
        }
        self.within.open_append(path)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.may_change(to)?;
        self.within.rename(from, to)
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        self.may_change(other)?;
        self.within.exchange(one, other)
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.may_change(to)?;
        self.within.rename_new(from, to)
    }

    fn is_link(&self, path: &Path) -> bool {
        self.within.is_link(path)
    }

    fn leads_out(&self, root: &Path, path: &Path) -> io::Result<bool> {
        self.within.leads_out(root, path)
    }

    fn sync_directory(&self, directory: &Path) -> io::Result<()> {
        // A directory that is no longer within is told of where it is put in order, though syncing
        // changes nothing.
        self.may_change(&directory.join("any"))?;
        self.within.sync_directory(directory)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.may_change(path)?;
        self.within.remove(path)
    }

    fn remove_directory(&self, path: &Path) -> io::Result<()> {
        self.may_change(path)?;
        self.within.remove_directory(path)
    }

    fn try_lock(&self, path: &Path) -> io::Result<LockAttempt> {
        self.may_change(path)?;
        self.within.try_lock(path)
    }
}
