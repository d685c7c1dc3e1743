//! The one world that the clones of a simulated file system share: what is where, how many
//! operations there were, which one fails.

use std::collections::BTreeSet;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::ROOT;
use super::fault::{Fault, FaultScope, FaultTimes, WhatFails};
use super::node::{Change, Directory, File, Node, NodeId};
use crate::store::document::hash_for_names;
use crate::store::file_system::{FileKind, Status};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Operation {
    Read,
    Change,
    Write,
    Sync,
}

/// What a step that was not refused may do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Whole,
    Half,
    HalfThenFail(io::ErrorKind),
}

#[derive(Debug, Default)]
pub(super) struct World {
    pub(super) nodes: Vec<Node>,
    pub(super) operations: u64,
    pub(super) bytes_read: u64,
    pub(super) has_no_numbers: bool,
    pub(super) fault: Option<Fault>,
    pub(super) power_off_at: Option<u64>,
    pub(super) locks: BTreeSet<NodeId>,
}

impl World {
    /// Counts an operation and lets it through, or not.
    pub(super) fn step(&mut self, operation: Operation) -> io::Result<Step> {
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

    pub(super) fn find(&self, path: &Path) -> io::Result<NodeId> {
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
    pub(super) fn place_of(&self, path: &Path) -> io::Result<(NodeId, String)> {
        let mut names = names_of(path)?;
        let name = names.pop().ok_or(io::ErrorKind::InvalidInput)?;
        Ok((self.find(&names.iter().collect::<PathBuf>())?, name))
    }

    pub(super) fn directory(&self, id: NodeId) -> io::Result<&Directory> {
        match self.nodes.get(id) {
            Some(Node::Directory(directory)) => Ok(directory),
            Some(Node::File(_)) => Err(io::ErrorKind::NotADirectory.into()),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }

    pub(super) fn directory_mut(&mut self, id: NodeId) -> io::Result<&mut Directory> {
        match self.nodes.get_mut(id) {
            Some(Node::Directory(directory)) => Ok(directory),
            Some(Node::File(_)) => Err(io::ErrorKind::NotADirectory.into()),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }

    pub(super) fn file_mut(&mut self, id: NodeId) -> io::Result<&mut File> {
        match self.nodes.get_mut(id) {
            Some(Node::File(file)) => Ok(file),
            Some(Node::Directory(_)) => Err(io::ErrorKind::IsADirectory.into()),
            None => Err(io::ErrorKind::NotFound.into()),
        }
    }

    /// Adds a node under a name, not yet durable.
    pub(super) fn add(&mut self, directory: NodeId, name: &str, node: Node) -> io::Result<NodeId> {
        let id = self.nodes.len();
        self.nodes.push(node);
        let name = name.to_owned();
        self.directory_mut(directory)?
            .change(Change::Set { name, node: id });
        Ok(id)
    }

    /// Adds a node under a name, durable at once.
    pub(super) fn attach(&mut self, directory: NodeId, name: &str, node: Node) -> NodeId {
        let id = self.nodes.len();
        if self.add(directory, name, node).is_ok()
            && let Ok(directory) = self.directory_mut(directory)
        {
            directory.sync();
        }
        id
    }

    pub(super) fn status(&self, id: NodeId) -> Status {
        let names: Vec<u8>;
        let (kind, content): (_, &[u8]) = match self.nodes.get(id) {
            Some(Node::File(file)) => (FileKind::File, file.current()),
            Some(Node::Directory(directory)) => {
                names = format!("{:?}", directory.current()).into_bytes();
                (FileKind::Directory, &names)
            }
            None => (FileKind::Other, &[]),
        };
        let is_file = kind == FileKind::File;
        Status {
            kind,
            length: if is_file { content.len() as u64 } else { 0 },
            // None is 0: that says that there are no numbers.
            file: if self.has_no_numbers {
                0
            } else {
                id as u64 + 1
            },
            stamp: hash_for_names(content),
        }
    }
}

pub(super) fn names_of(path: &Path) -> io::Result<Vec<String>> {
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
