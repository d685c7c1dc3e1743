//! A file system in memory that fails on demand and remembers what has not been synced.
//!
//! Clones share one world, as processes share a disk. Not modelled: permissions, symbolic
//! links, hard links, renames between directories.

mod crash;
mod fault;
mod handle;
mod meanwhile;
mod node;
mod world;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::store::file_system::{FileSystem, Listed, LockAttempt, LockGuard, OpenFile, Status};
pub use crash::CrashStates;
pub use fault::{Fault, FaultScope, FaultTimes, WhatFails};
use handle::Handle;
use meanwhile::Meanwhile;
pub use node::Tears;
use node::{Change, Directory, File, Node, NodeId};
use world::{Operation, World, names_of};

/// The simulated file system.
#[derive(Clone, Debug)]
pub struct SimulatedFileSystem {
    world: Arc<Mutex<World>>,
    meanwhile: Meanwhile,
}

const ROOT: NodeId = 0;

impl Default for SimulatedFileSystem {
    fn default() -> Self {
        Self::new()
    }
}

impl SimulatedFileSystem {
    /// An empty disk with a root directory.
    pub fn new() -> Self {
        Self::from_nodes(vec![Node::Directory(Directory::default())])
    }

    fn from_nodes(nodes: Vec<Node>) -> Self {
        let world = World {
            nodes,
            ..World::default()
        };
        Self {
            world: Arc::new(Mutex::new(world)),
            meanwhile: Meanwhile::default(),
        }
    }

    fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Operations asked for since the start or the last [`Self::reset_count`].
    pub fn operations(&self) -> u64 {
        self.world().operations
    }

    /// Bytes of files that were read since the start or the last [`Self::reset_count`].
    pub fn bytes_read(&self) -> u64 {
        self.world().bytes_read
    }

    /// Counts from nothing again.
    pub fn reset_count(&self) {
        let mut world = self.world();
        world.operations = 0;
        world.bytes_read = 0;
    }

    /// Does something before the next sync of a file goes through, on the thread that asked for it:
    /// what others do meanwhile, or nothing for a long time.
    pub fn at_next_sync(&self, hook: impl FnOnce() + Send + 'static) {
        self.meanwhile.set(Box::new(hook));
    }

    /// From now on files have no numbers, as on Windows.
    pub fn take_numbers(&self) {
        self.world().has_no_numbers = true;
    }

    /// Sets a fault, or takes it away.
    pub fn set_fault(&self, fault: Option<Fault>) {
        self.world().fault = fault;
    }

    /// From this operation on (counted from 1) nothing has any effect: the power is off.
    pub fn power_off_at(&self, operation: Option<u64>) {
        self.world().power_off_at = operation;
    }

    /// Puts a file on the disk, durable, with the directories that lead to it.
    pub fn place(&self, path: &Path, bytes: &[u8]) {
        let mut world = self.world();
        let mut directory = ROOT;
        let names = names_of(path).unwrap_or_default();
        let Some((name, parents)) = names.split_last() else {
            return;
        };
        for parent in parents {
            let known = world
                .directory(directory)
                .ok()
                .and_then(|d| d.current().get(parent).copied());
            directory = match known {
                Some(id) => id,
                None => world.attach(directory, parent, Node::Directory(Directory::default())),
            };
        }
        world.attach(directory, name, Node::File(File::durable(bytes.to_vec())));
    }

    /// All that a power cut at this moment may leave on the disk, at most `limit` of them. When
    /// there are more, `seed` decides which.
    pub fn crash_states(&self, tears: Tears, limit: u64, seed: u64) -> CrashStates {
        CrashStates::of(&self.world().nodes, tears, limit, seed)
    }

    /// Every file with its content, for comparison; costs no operation.
    pub fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let world = self.world();
        let mut files = Vec::new();
        let mut open = vec![(PathBuf::from("/"), ROOT)];
        while let Some((path, id)) = open.pop() {
            match world.nodes.get(id) {
                Some(Node::File(file)) => files.push((path, file.current().to_vec())),
                Some(Node::Directory(directory)) => {
                    for (name, id) in directory.current() {
                        open.push((path.join(name), *id));
                    }
                }
                None => {}
            }
        }
        files.sort();
        files
    }
}

impl FileSystem for SimulatedFileSystem {
    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let mut world = self.world();
        world.step(Operation::Read)?;
        let id = world.find(path)?;
        let file = world.file_mut(id)?;
        if file.current().len() as u64 > limit {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let content = file.current().to_vec();
        world.bytes_read += content.len() as u64;
        Ok(content)
    }

    fn read_beginning(&self, path: &Path, count: u64) -> io::Result<Vec<u8>> {
        let mut world = self.world();
        world.step(Operation::Read)?;
        let id = world.find(path)?;
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        let content = world.file_mut(id)?.current();
        let content = content.get(..count).unwrap_or(content).to_vec();
        world.bytes_read += content.len() as u64;
        Ok(content)
    }

    fn list(&self, directory: &Path) -> io::Result<Vec<Listed>> {
        let mut world = self.world();
        world.step(Operation::Read)?;
        let id = world.find(directory)?;
        let entries = world.directory(id)?.current();
        Ok(entries
            .iter()
            .map(|(name, id)| Listed {
                path: directory.join(name),
                name: name.clone(),
                kind: world.status(*id).kind,
            })
            .collect())
    }

    fn status(&self, path: &Path) -> io::Result<Status> {
        let mut world = self.world();
        world.step(Operation::Read)?;
        let id = world.find(path)?;
        Ok(world.status(id))
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        let mut world = self.world();
        world.step(Operation::Read)?;
        world.find(path).map(|_id| path.to_owned())
    }

    fn create_directory(&self, path: &Path) -> io::Result<()> {
        let mut world = self.world();
        world.step(Operation::Change)?;
        if let Ok(id) = world.find(path) {
            return world.directory(id).map(|_directory| ());
        }
        let (directory, name) = world.place_of(path)?;
        world.add(directory, &name, Node::Directory(Directory::default()))?;
        Ok(())
    }

    fn create_new(&self, path: &Path, _like: Option<&Path>) -> io::Result<Box<dyn OpenFile>> {
        let mut world = self.world();
        world.step(Operation::Change)?;
        let (directory, name) = world.place_of(path)?;
        if world.directory(directory)?.current().contains_key(&name) {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        let id = world.add(directory, &name, Node::File(File::default()))?;
        Ok(self.handle(id))
    }

    fn open_append(&self, path: &Path) -> io::Result<Box<dyn OpenFile>> {
        let mut world = self.world();
        world.step(Operation::Change)?;
        let id = world.find(path)?;
        world.file_mut(id)?;
        Ok(self.handle(id))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut world = self.world();
        world.step(Operation::Change)?;
        let (directory, from) = world.place_of(from)?;
        let (target, to) = world.place_of(to)?;
        if directory != target {
            return Err(io::ErrorKind::CrossesDevices.into());
        }
        let directory = world.directory_mut(directory)?;
        let node = *directory
            .current()
            .get(&from)
            .ok_or(io::ErrorKind::NotFound)?;
        directory.change(Change::Rename { from, to, node });
        Ok(())
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        let mut world = self.world();
        world.step(Operation::Change)?;
        let (directory, one) = world.place_of(one)?;
        let (target, other) = world.place_of(other)?;
        if directory != target {
            return Err(io::ErrorKind::CrossesDevices.into());
        }
        let directory = world.directory_mut(directory)?;
        let node = |name: &String| directory.current().get(name).copied();
        let nodes = match (node(&one), node(&other)) {
            (Some(first), Some(second)) => (second, first),
            _ => return Err(io::ErrorKind::NotFound.into()),
        };
        directory.change(Change::Exchange { one, other, nodes });
        Ok(())
    }

    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        if self.world().find(to).is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        self.rename(from, to)
    }

    fn is_link(&self, _path: &Path) -> bool {
        false
    }

    /// There are no links here: nothing leads anywhere, and asking costs no operation.
    fn leads_out(&self, _root: &Path, _path: &Path) -> io::Result<bool> {
        Ok(false)
    }

    fn sync_directory(&self, directory: &Path) -> io::Result<()> {
        let mut world = self.world();
        world.step(Operation::Sync)?;
        let id = world.find(directory)?;
        world.directory_mut(id)?.sync();
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut world = self.world();
        world.step(Operation::Change)?;
        let (directory, name) = world.place_of(path)?;
        let directory = world.directory_mut(directory)?;
        if !directory.current().contains_key(&name) {
            return Err(io::ErrorKind::NotFound.into());
        }
        directory.change(Change::Remove { name });
        Ok(())
    }

    fn remove_directory(&self, path: &Path) -> io::Result<()> {
        let mut world = self.world();
        world.step(Operation::Change)?;
        let own = world.find(path)?;
        if !world.directory(own)?.current().is_empty() {
            return Err(io::ErrorKind::DirectoryNotEmpty.into());
        }
        let (directory, name) = world.place_of(path)?;
        let directory = world.directory_mut(directory)?;
        directory.change(Change::Remove { name });
        Ok(())
    }

    fn try_lock(&self, path: &Path) -> io::Result<LockAttempt> {
        let mut world = self.world();
        world.step(Operation::Change)?;
        let id = match world.find(path) {
            Ok(id) => id,
            Err(_absent) => {
                let (directory, name) = world.place_of(path)?;
                world.add(directory, &name, Node::File(File::default()))?
            }
        };
        if !world.locks.insert(id) {
            return Ok(LockAttempt::Busy);
        }
        Ok(LockAttempt::Taken(LockGuard::new(SimulatedLock {
            world: Arc::clone(&self.world),
            id,
        })))
    }
}

impl SimulatedFileSystem {
    fn handle(&self, id: NodeId) -> Box<dyn OpenFile> {
        Box::new(Handle {
            file_system: self.clone(),
            id,
        })
    }
}

struct SimulatedLock {
    world: Arc<Mutex<World>>,
    id: NodeId,
}

impl Drop for SimulatedLock {
    fn drop(&mut self) {
        let mut world = self.world.lock().unwrap_or_else(PoisonError::into_inner);
        world.locks.remove(&self.id);
    }
}
