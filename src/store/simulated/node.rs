//! Files and directories of the simulated disk: what they hold now, what of it is durable, and
//! every content a power cut may leave.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub(super) type NodeId = usize;
pub(super) type Names = BTreeMap<String, NodeId>;

/// With more changes in the air than this, only their prefixes are tried, not all subsets.
const MOST_FOR_SUBSETS: usize = 6;

#[derive(Clone, Debug)]
pub(super) enum Node {
    File(File),
    Directory(Directory),
}

/// A file: durable bytes, and writes on top of them.
#[derive(Clone, Debug, Default)]
pub(super) struct File {
    durable: Arc<Vec<u8>>,
    current: Arc<Vec<u8>>,
    log: Vec<Logged>,
}

#[derive(Clone, Debug)]
struct Logged {
    write: Write,
    fate: Fate,
}

#[derive(Clone, Debug)]
enum Write {
    At(usize, Vec<u8>),
    Cut(usize),
}

/// What is known of a write.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Fate {
    /// Not synced: may be there, in part or not at all.
    Pending,
    /// A sync failed over it: the kernel forgot it, no later sync brings it to the disk.
    Doomed,
    /// Synced.
    Durable,
}

impl File {
    pub(super) fn durable(bytes: Vec<u8>) -> Self {
        Self::settled(Arc::new(bytes))
    }

    pub(super) fn settled(bytes: Arc<Vec<u8>>) -> Self {
        Self {
            durable: Arc::clone(&bytes),
            current: bytes,
            log: Vec::new(),
        }
    }

    pub(super) fn current(&self) -> &[u8] {
        &self.current
    }

    pub(super) fn append(&mut self, bytes: &[u8]) {
        self.log(Write::At(self.current.len(), bytes.to_vec()));
    }

    pub(super) fn truncate(&mut self, length: u64) {
        self.log(Write::Cut(usize::try_from(length).unwrap_or(usize::MAX)));
    }

    fn log(&mut self, write: Write) {
        apply(Arc::make_mut(&mut self.current), &write);
        let fate = Fate::Pending;
        self.log.push(Logged { write, fate });
    }

    pub(super) fn sync(&mut self) {
        for logged in &mut self.log {
            if logged.fate == Fate::Pending {
                logged.fate = Fate::Durable;
            }
        }
        let settled = self
            .log
            .iter()
            .take_while(|logged| logged.fate == Fate::Durable)
            .count();
        for logged in self.log.drain(..settled) {
            apply(Arc::make_mut(&mut self.durable), &logged.write);
        }
    }

    pub(super) fn fail_sync(&mut self) {
        for logged in &mut self.log {
            if logged.fate == Fate::Pending {
                logged.fate = Fate::Doomed;
            }
        }
    }

    /// Every content that may be found after a power cut.
    pub(super) fn after_crash(&self, tears: Tears) -> Vec<Arc<Vec<u8>>> {
        let uncertain: Vec<usize> = (0..self.log.len())
            .filter(|index| {
                self.log
                    .get(*index)
                    .is_some_and(|logged| logged.fate != Fate::Durable)
            })
            .collect();
        if uncertain.is_empty() {
            return vec![Arc::clone(&self.current)];
        }
        let mut found = BTreeSet::new();
        for chosen in subsets(uncertain.len()) {
            let present: BTreeSet<usize> = chosen
                .iter()
                .filter_map(|place| uncertain.get(*place).copied())
                .collect();
            let last = present.last().and_then(|index| self.log.get(*index));
            let torn = match last.map(|logged| &logged.write) {
                Some(Write::At(_, bytes)) => tears.of(bytes),
                Some(Write::Cut(_)) | None => vec![Vec::new()],
            };
            for torn in torn {
                found.insert(self.content(&present, torn));
            }
        }
        found.into_iter().map(Arc::new).collect()
    }

    /// The content when of all that is uncertain only `present` reached the disk, the last of it
    /// as `torn`.
    fn content(&self, present: &BTreeSet<usize>, torn: Vec<u8>) -> Vec<u8> {
        let mut bytes = self.durable.to_vec();
        let last = present.last().copied();
        let mut torn = Some(torn);
        for (index, logged) in self.log.iter().enumerate() {
            if logged.fate != Fate::Durable && !present.contains(&index) {
                continue;
            }
            match &logged.write {
                Write::At(at, _) if Some(index) == last => {
                    let torn = torn.take().unwrap_or_default();
                    apply(&mut bytes, &Write::At(*at, torn));
                }
                write => apply(&mut bytes, write),
            }
        }
        bytes
    }
}

fn apply(bytes: &mut Vec<u8>, write: &Write) {
    match write {
        Write::At(at, new) => {
            let end = at.saturating_add(new.len());
            if bytes.len() < end {
                bytes.resize(end, 0);
            }
            if let Some(place) = bytes.get_mut(*at..end) {
                place.copy_from_slice(new);
            }
        }
        Write::Cut(length) => bytes.resize(*length, 0),
    }
}

/// How finely torn writes are tried.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tears {
    /// At the first byte, in the middle, at the last byte.
    Few,
    /// At every byte.
    EveryByte,
}

impl Tears {
    /// What may become of the last write that reached the disk: a part of it; the length without
    /// the bytes; later bytes without the earlier ones.
    fn of(self, bytes: &[u8]) -> Vec<Vec<u8>> {
        let length = bytes.len();
        let places: Vec<usize> = match self {
            Self::Few => vec![1, length / 2, length.saturating_sub(1)],
            Self::EveryByte => (1..length).collect(),
        };
        let mut torn = vec![bytes.to_vec(), vec![0; length]];
        for place in places {
            let (left, right) = bytes.split_at(place.min(length));
            torn.push(left.to_vec());
            torn.push([left, &vec![0; right.len()]].concat());
            torn.push([&vec![0; left.len()], right].concat());
        }
        torn
    }
}

/// A directory: durable names, and changes on top of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Directory {
    durable: Names,
    current: Names,
    log: Vec<Change>,
}

/// A change of names; each is atomic by itself.
#[derive(Clone, Debug)]
pub(super) enum Change {
    Set {
        name: String,
        node: NodeId,
    },
    Remove {
        name: String,
    },
    Rename {
        from: String,
        to: String,
        node: NodeId,
    },
    Exchange {
        one: String,
        other: String,
        /// What they have afterwards.
        nodes: (NodeId, NodeId),
    },
}

impl Directory {
    pub(super) fn settled(names: Names) -> Self {
        Self {
            durable: names.clone(),
            current: names,
            log: Vec::new(),
        }
    }

    pub(super) fn current(&self) -> &Names {
        &self.current
    }

    pub(super) fn change(&mut self, change: Change) {
        change.apply(&mut self.current);
        self.log.push(change);
    }

    pub(super) fn sync(&mut self) {
        self.durable.clone_from(&self.current);
        self.log.clear();
    }

    /// Every set of names that may be found after a power cut.
    pub(super) fn after_crash(&self) -> Vec<Names> {
        let mut found = BTreeSet::new();
        for chosen in subsets(self.log.len()) {
            let mut names = self.durable.clone();
            for change in chosen.iter().filter_map(|index| self.log.get(*index)) {
                change.apply(&mut names);
            }
            found.insert(names);
        }
        found.into_iter().collect()
    }
}

impl Change {
    fn apply(&self, names: &mut Names) {
        match self {
            Self::Set { name, node } => {
                names.insert(name.clone(), *node);
            }
            Self::Remove { name } => {
                names.remove(name);
            }
            Self::Rename { from, to, node } => {
                names.remove(from);
                names.insert(to.clone(), *node);
            }
            Self::Exchange { one, other, nodes } => {
                names.insert(one.clone(), nodes.0);
                names.insert(other.clone(), nodes.1);
            }
        }
    }
}

/// Which of `count` changes in the air reach the disk: every choice, or every prefix when there
/// are too many.
fn subsets(count: usize) -> Vec<Vec<usize>> {
    if count > MOST_FOR_SUBSETS {
        return (0..=count).map(|length| (0..length).collect()).collect();
    }
    (0..1_usize << count)
        .map(|mask| {
            (0..count)
                .filter(|index| mask & (1 << index) != 0)
                .collect()
        })
        .collect()
}
