//! The disks a power cut may leave, one after another.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::node::{Directory, File, Names, Node, NodeId, Tears};
use super::{ROOT, SimulatedFileSystem};

/// Iterates over the disks a power cut may leave; each is a file system of its own, settled and
/// without faults.
#[derive(Debug)]
pub struct CrashStates {
    certain: Vec<Node>,
    uncertain: Vec<(NodeId, Found)>,
    total: u64,
    limit: u64,
    next: u64,
    random: u64,
}

#[derive(Debug)]
enum Found {
    Files(Vec<Arc<Vec<u8>>>),
    Directories(Vec<Names>),
}

impl Found {
    fn count(&self) -> u64 {
        match self {
            Self::Files(found) => found.len() as u64,
            Self::Directories(found) => found.len() as u64,
        }
    }

    fn node(&self, index: u64) -> Option<Node> {
        let index = usize::try_from(index).ok()?;
        match self {
            Self::Files(found) => found
                .get(index)
                .map(|bytes| Node::File(File::settled(Arc::clone(bytes)))),
            Self::Directories(found) => found
                .get(index)
                .map(|names| Node::Directory(Directory::settled(names.clone()))),
        }
    }
}

impl CrashStates {
    pub(super) fn of(nodes: &[Node], tears: Tears, limit: u64, seed: u64) -> Self {
        let mut certain = Vec::with_capacity(nodes.len());
        let mut uncertain = Vec::new();
        let mut reachable = BTreeSet::from([ROOT]);
        for (id, node) in nodes.iter().enumerate() {
            let (found, settled) = match node {
                Node::File(file) => {
                    let mut found = file.after_crash(tears);
                    let last = found.last().cloned().unwrap_or_default();
                    found.dedup();
                    (Found::Files(found), Node::File(File::settled(last)))
                }
                Node::Directory(directory) => {
                    let found = directory.after_crash();
                    let last = found.last().cloned().unwrap_or_default();
                    (
                        Found::Directories(found),
                        Node::Directory(Directory::settled(last)),
                    )
                }
            };
            if let Found::Directories(found) = &found {
                reachable.extend(found.iter().flat_map(Names::values).copied());
            }
            if found.count() > 1 {
                uncertain.push((id, found));
            }
            certain.push(settled);
        }
        // What happens to a file that no name leads to makes no difference.
        uncertain.retain(|(id, _found)| reachable.contains(id));
        let total = uncertain.iter().fold(1_u64, |total, (_id, found)| {
            total.saturating_mul(found.count())
        });
        Self {
            certain,
            uncertain,
            total,
            limit,
            next: 0,
            random: seed | 1,
        }
    }

    /// How many there are altogether.
    pub fn total(&self) -> u64 {
        self.total
    }

    /// Whether the limit lets all of them through.
    pub fn is_exhaustive(&self) -> bool {
        self.total <= self.limit
    }

    /// Which disk comes next, as a number below `total`.
    fn choose(&mut self) -> u64 {
        if self.is_exhaustive() {
            return self.next;
        }
        // A linear congruential generator (Knuth's MMIX): any spread will do, it must repeat.
        self.random = self
            .random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.random >> 16) % self.total
    }
}

impl Iterator for CrashStates {
    type Item = SimulatedFileSystem;

    fn next(&mut self) -> Option<SimulatedFileSystem> {
        if self.next >= self.total.min(self.limit) {
            return None;
        }
        let mut number = self.choose();
        self.next += 1;
        let mut nodes = self.certain.clone();
        for (id, found) in &self.uncertain {
            if let (Some(place), Some(node)) =
                (nodes.get_mut(*id), found.node(number % found.count()))
            {
                *place = node;
            }
            number /= found.count();
        }
        Some(SimulatedFileSystem::from_nodes(nodes))
    }
}
