//! A file system in memory that fails on demand and remembers what has not been synced.
//!
//! Clones share one world, as processes share a disk. Not modelled: permissions, symbolic
//! links, hard links, renames between directories.

mod crash;
mod node;

use std::collections::BTreeSet;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::{FileKind, FileSystem, Listed, LockAttempt, LockGuard, OpenFile, Status};
pub use crash::CrashStates;
pub use node::Tears;
use node::{Change, Directory, File, Node, NodeId};

/// The simulated file system.
#[derive(Clone, Debug)]
pub struct SimulatedFileSystem {
    world: Arc<Mutex<World>>,
}

/// A failure to come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fault {
    /// The first operation that may be hit, counted from 1 since the counter was last reset.
    pub at: u64,
    /// How often it strikes.
    pub times: FaultTimes,
    /// Which operations it can hit.
    pub scope: FaultScope,
    /// What happens.
    pub what: WhatFails,
}

/// How often a fault strikes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FaultTimes {
    /// The first operation it can hit, and no other.
    Once,
    /// Every operation from there on.
    ForEver,
}

/// Which operations a fault can hit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FaultScope {
    /// Every one.
    All,
    /// Those that change something: a full or read-only disk can still be read.
    Changing,
    /// Writes alone.
    Writes,
    /// Syncs of files and directories alone.
    Syncs,
}

/// What a fault does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WhatFails {
    /// The operation has no effect and returns an error.
    Error(io::ErrorKind),
    /// A write takes only half of the bytes and says so.
    ShortWrite,
    /// A write takes half of the bytes and returns an error.
    TornWrite(io::ErrorKind),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Operation {
    Read,
    Change,
    Write,
    Sync,
}

/// What a step that was not refused may do.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Whole,
    Half,
    HalfThenFail(io::ErrorKind),
}

#[derive(Debug, Default)]
struct World {
    nodes: Vec<Node>,
    operations: u64,
    fault: Option<Fault>,
    power_off_at: Option<u64>,
    locks: BTreeSet<NodeId>,
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
        }
    }

    fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Operations asked for since the start or the last [`Self::reset_count`].
    pub fn operations(&self) -> u64 {
        self.world().operations
    }

    /// Counts from nothing again.
    pub fn reset_count(&self) {
        self.world().operations = 0;
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

impl World {
    /// Counts an operation and lets it through, or not.
    fn step(&mut self, operation: Operation) -> io::Result<Step> {
        self.operations += 1;
        if self.power_off_at.is_some_and(|at| self.operations >= at) {
            return Err(io::Error::other("the power is off"));
        }
        let Some(fault) = self.fault else {
            return Ok(Step::Whole);
        };
        let in_scope = match fault.scope {
            FaultScope::All => true,
            FaultScope::Changing => operation != Operation::Read,
            FaultScope::Writes => operation == Operation::Write,
            FaultScope::Syncs => operation == Operation::Sync,
        };
        let fits = matches!(fault.what, WhatFails::Error(_)) || operation == Operation::Write;
        if self.operations < fault.at || !in_scope || !fits {
            return Ok(Step::Whole);
        }
        if fault.times == FaultTimes::Once {
            self.fault = None;
        }
        match fault.what {
            WhatFails::Error(kind) => Err(kind.into()),
            WhatFails::ShortWrite => Ok(Step::Half),
            WhatFails::TornWrite(kind) => Ok(Step::HalfThenFail(kind)),
        }
    }

    fn find(&self, path: &Path) -> io::Result<NodeId> {
        let mut id = ROOT;
        for name in names_of(path)? {
            id = *self
                .directory(id)?
                .current()
                .get(&name)
                .ok_or(io::ErrorKind::NotFound)?;
        }
        Ok(id)
    }

    /// The directory of a path and the name in it.
    fn place_of(&self, path: &Path) -> io::Result<(NodeId, String)> {
        let mut names = names_of(path)?;
        let name = names.pop().ok_or(io::ErrorKind::InvalidInput)?;
        Ok((self.find(&names.iter().collect::<PathBuf>())?, name))
    }

    fn directory(&self, id: NodeId) -> io::Result<&Directory> {
        match self.nodes.get(id) {
            Some(Node::Directory(directory)) => Ok(directory),
            Some(Node::File(_)) => Err(io::ErrorKind::NotADirectory.into()),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }

    fn directory_mut(&mut self, id: NodeId) -> io::Result<&mut Directory> {
        match self.nodes.get_mut(id) {
            Some(Node::Directory(directory)) => Ok(directory),
            Some(Node::File(_)) => Err(io::ErrorKind::NotADirectory.into()),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }

    fn file_mut(&mut self, id: NodeId) -> io::Result<&mut File> {
        match self.nodes.get_mut(id) {
            Some(Node::File(file)) => Ok(file),
            Some(Node::Directory(_)) => Err(io::ErrorKind::IsADirectory.into()),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }

    /// Adds a node under a name, not yet durable.
    fn add(&mut self, directory: NodeId, name: &str, node: Node) -> io::Result<NodeId> {
        let id = self.nodes.len();
        self.nodes.push(node);
        let name = name.to_owned();
        self.directory_mut(directory)?
            .change(Change::Set { name, node: id });
        Ok(id)
    }

    /// Adds a node under a name, durable at once.
    fn attach(&mut self, directory: NodeId, name: &str, node: Node) -> NodeId {
        let id = self.nodes.len();
        if self.add(directory, name, node).is_ok()
            && let Ok(directory) = self.directory_mut(directory)
        {
            directory.sync();
        }
        id
    }

    fn status(&self, id: NodeId) -> Status {
        match self.nodes.get(id) {
            Some(Node::File(file)) => Status {
                kind: FileKind::File,
                length: file.current().len() as u64,
            },
            Some(Node::Directory(_)) => Status {
                kind: FileKind::Directory,
                length: 0,
            },
            None => Status {
                kind: FileKind::Other,
                length: 0,
            },
        }
    }
}

fn names_of(path: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for component in path.components() {
        match component {
            Component::Normal(name) => names.push(name.to_string_lossy().into_owned()),
            Component::RootDir | Component::CurDir | Component::Prefix(_) => {}
            Component::ParentDir => return Err(io::ErrorKind::InvalidInput.into()),
        }
    }
    Ok(names)
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
        Ok(file.current().to_vec())
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

struct Handle {
    file_system: SimulatedFileSystem,
    id: NodeId,
}

impl OpenFile for Handle {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut world = self.file_system.world();
        let step = world.step(Operation::Write)?;
        let count = match step {
            Step::Whole => bytes.len(),
            Step::Half | Step::HalfThenFail(_) => bytes.len().div_ceil(2),
        };
        let taken = bytes.get(..count).unwrap_or_default();
        world.file_mut(self.id)?.append(taken);
        match step {
            Step::HalfThenFail(kind) => Err(kind.into()),
            Step::Whole | Step::Half => Ok(count),
        }
    }

    fn sync_data(&mut self) -> io::Result<()> {
        let mut world = self.file_system.world();
        match world.step(Operation::Sync) {
            Ok(_step) => {
                world.file_mut(self.id)?.sync();
                Ok(())
            }
            Err(error) => {
                if error.kind() != io::ErrorKind::Interrupted && world.power_off_at.is_none() {
                    world.file_mut(self.id)?.fail_sync();
                }
                Err(error)
            }
        }
    }

    fn length(&self) -> io::Result<u64> {
        let mut world = self.file_system.world();
        world.step(Operation::Read)?;
        Ok(world.status(self.id).length)
    }

    fn truncate(&mut self, length: u64) -> io::Result<()> {
        let mut world = self.file_system.world();
        world.step(Operation::Change)?;
        world.file_mut(self.id)?.truncate(length);
        Ok(())
    }
}
