//! Following what others change: a cheap look at the directory, often enough to need no help from
//! the system, which tells nothing of network shares anyway.
//!
//! What is seen: names and stands of journal files, and contents of documents. A document is read at
//! every look until its length and stamp have stayed for longer than one beat of the clock, within
//! which it may be changed under the same stamp, and then only when its turn comes: the times people
//! see are set back by syncers, the stamp is not. Where years lie, their papers and months are looked
//! at in their turn, too. Names are read again where the stamp of their directory differs, and when
//! their turn comes: there are shares whose directories keep theirs.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::{DOCUMENTS, StateDirectory};
use crate::store::document::{Fingerprint, SIZE_LIMIT, is_document_name, is_temporary_name};
use crate::store::file_system::{FileKind, FileSystem, Listed, Status};

/// How a file stood when it was last seen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Stand {
    /// A journal file of this length and stamp.
    Journal(u64, u64),
    /// A document with this content.
    Content(Fingerprint),
    /// A document of this length and stamp, not read yet.
    Unread(u64, u64),
    /// Something that could not be read, and how it failed.
    Unreadable(io::ErrorKind),
}

/// A document that was looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Glance {
    length: u64,
    stamp: u64,
    /// When it was first seen with this length and stamp.
    since: Instant,
    /// What it held when the clock of the file system had gone on for sure: that stays while length
    /// and stamp do.
    settled: Option<Fingerprint>,
}

impl Glance {
    /// A first one.
    fn of(status: &Status) -> Self {
        Self {
            length: status.length,
            stamp: status.stamp,
            since: Instant::now(),
            settled: None,
        }
    }

    fn is_of(&self, status: &Status) -> bool {
        (self.length, self.stamp) == (status.length, status.stamp)
    }
}

/// The names in a directory.
#[derive(Clone, Debug)]
struct Names {
    glance: Glance,
    listed: Arc<[Listed]>,
    /// Whether they were read when the clock of the file system had gone on for sure.
    is_settled: bool,
}

/// No clock of a file system has a coarser beat: this is the one of FAT.
const BEAT: Duration = Duration::from_secs(2);

/// After so many looks one document is read whatever its stamp says, each in its turn.
const TURN: usize = 8;

/// So many papers of a folder, and files of the journal, are looked at every time.
const FEW: usize = 12;

/// What is looked at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Extent {
    /// Every file.
    All,
    /// Every name, and the files somebody most likely changes; all of them when their turn comes.
    Lately,
}

/// By their paths as they are spelled: comparing paths part by part is most of what a look costs.
type Files<T> = BTreeMap<OsString, T>;

/// What the program knows of the directory.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    documents: Files<Stand>,
    journal: Files<Stand>,
    glances: Files<Glance>,
    /// By directory; kept from one look at what was changed lately to the next.
    names: Files<Names>,
    is_lately: bool,
    looks: usize,
}

/// How long the month is that the name of a journal file begins with.
const MONTH: usize = "2023-05".len();

/// The directories whose documents are looked at, whether or not they were read.
const LOOKED: [&str; 3] = [DOCUMENTS, "minutes", "tactical-plans"];

/// Whether a path is of a directory that was listed.
fn is_in_looked(directory: &Path, path: &Path) -> bool {
    let parent = path.parent();
    parent == Some(directory)
        || LOOKED
            .iter()
            .any(|papers| parent == Some(directory.join(papers).as_path()))
}

impl Seen {
    /// Looks at the directory for the first time: no document is read for it.
    pub(super) fn now(file_system: &dyn FileSystem, directory: &Path) -> Self {
        Self::look(file_system, directory, None, Extent::All)
    }

    fn look(
        file_system: &dyn FileSystem,
        directory: &Path,
        before: Option<&Self>,
        extent: Extent,
    ) -> Self {
        let mut seen = Self {
            looks: before.map_or(0, |before| before.looks + 1),
            is_lately: extent == Extent::Lately,
            ..Self::default()
        };
        let is_turn_of_all = extent == Extent::All || seen.looks.is_multiple_of(TURN);
        let old = before.filter(|_| !is_turn_of_all);
        seen.look_at_documents(file_system, directory, before, None);
        for papers in LOOKED {
            let old = old.filter(|_| papers != DOCUMENTS);
            seen.look_at_documents(file_system, &directory.join(papers), before, old);
        }
        // What else was read is followed too: texts of editions lie deeper.
        for path in before.iter().flat_map(|before| before.documents.keys()) {
            let path = Path::new(path);
            let is_seen = seen.documents.contains_key(path.as_os_str());
            if !is_seen && !is_in_looked(directory, path) {
                seen.look_at_document(file_system, path, before);
            }
        }
        seen.look_at_journal(file_system, &directory.join("journal"), before, old);
        seen
    }

    /// Whether something stands otherwise than before.
    fn differs_from(&self, before: &Self) -> bool {
        let is_same = |path: &OsString, now: &Stand| match before.documents.get(path) {
            // One that is not read yet, and was not looked at this time either.
            known if known == Some(now) => true,
            Some(Stand::Unread(length, stamp)) => {
                let glance = self.glances.get(path);
                glance.is_some_and(|it| (it.length, it.stamp) == (*length, *stamp))
            }
            _ => false,
        };
        self.journal != before.journal
            || self.documents.len() != before.documents.len()
            || !self.documents.iter().all(|(path, now)| is_same(path, now))
    }

    fn look_at_documents(
        &mut self,
        file_system: &dyn FileSystem,
        directory: &Path,
        before: Option<&Self>,
        old: Option<&Self>,
    ) {
        let listed = match self.names_in(file_system, directory, before) {
            Ok(listed) => listed,
            Err(error) => return unreadable(&mut self.documents, directory, &error),
        };
        let old = old.filter(|_| listed.len() > FEW);
        for entry in listed.iter() {
            if entry.kind == FileKind::Directory
                || !is_document_name(&entry.name)
                || is_temporary_name(&entry.name)
            {
                continue;
            }
            let path = entry.path.as_os_str();
            if let Some(old) = old
                && let Some(stand) = old.documents.get(path)
            {
                self.documents.insert(path.into(), *stand);
                self.glances
                    .extend(old.glances.get(path).map(|it| (path.into(), *it)));
                continue;
            }
            self.look_at_document(file_system, &entry.path, before);
        }
    }

    /// The names in a directory: for who asks all the time those that were read before, as long as it
    /// has its stamp and until its turn comes.
    fn names_in(
        &mut self,
        file_system: &dyn FileSystem,
        directory: &Path,
        before: Option<&Self>,
    ) -> io::Result<Arc<[Listed]>> {
        if !self.is_lately {
            return file_system.list(directory).map(Into::into);
        }
        // Looked at before it is read: what changes meanwhile is seen the next time.
        let status = file_system.status(directory)?;
        let known = before.and_then(|before| before.names.get(directory.as_os_str()));
        let known = known.filter(|it| it.glance.is_of(&status));
        let is_turn = self.looks.is_multiple_of(TURN) || status.file == 0;
        let names = if let Some(names) = known.filter(|it| it.is_settled && !is_turn) {
            names.clone()
        } else {
            let glance = known.map_or_else(|| Glance::of(&status), |it| it.glance);
            Names {
                glance,
                is_settled: glance.since.elapsed() >= BEAT,
                listed: file_system.list(directory)?.into(),
            }
        };
        let listed = Arc::clone(&names.listed);
        self.names.insert(directory.into(), names);
        Ok(listed)
    }

    fn look_at_document(
        &mut self,
        file_system: &dyn FileSystem,
        path: &Path,
        before: Option<&Self>,
    ) {
        // Looked at before it is read: what changes meanwhile is seen the next time.
        let status = match file_system.status(path) {
            Ok(status) => status,
            Err(error) => return unreadable(&mut self.documents, path, &error),
        };
        let Some(before) = before else {
            let stand = Stand::Unread(status.length, status.stamp);
            self.documents.insert(path.into(), stand);
            self.glances.insert(path.into(), Glance::of(&status));
            return;
        };
        let known = before.glances.get(path.as_os_str());
        let known = known.filter(|it| it.is_of(&status)).copied();
        let glance = known.unwrap_or_else(|| Glance::of(&status));
        let place = self.documents.len();
        let is_its_turn = self.looks.is_multiple_of(TURN)
            && place == (self.looks / TURN) % before.documents.len().max(1);
        if let Some(content) = glance.settled
            && status.file != 0
            && !is_its_turn
            && before.documents.get(path.as_os_str()) == Some(&Stand::Content(content))
        {
            self.glances.insert(path.into(), glance);
            return self.document(path, content);
        }
        let is_settled = glance.since.elapsed() >= BEAT;
        match file_system.read(path, SIZE_LIMIT) {
            Ok(bytes) => {
                let content = Fingerprint::of(&bytes);
                let settled = is_settled.then_some(content);
                self.glances
                    .insert(path.into(), Glance { settled, ..glance });
                self.document(path, content);
            }
            Err(error) => unreadable(&mut self.documents, path, &error),
        }
    }

    fn look_at_journal(
        &mut self,
        file_system: &dyn FileSystem,
        directory: &Path,
        before: Option<&Self>,
        old: Option<&Self>,
    ) {
        let listed = match self.names_in(file_system, directory, before) {
            Ok(listed) => listed,
            Err(error) => return unreadable(&mut self.journal, directory, &error),
        };
        let old = old.filter(|_| listed.len() > FEW);
        // Names begin with their months.
        let month = |name: &str| name.get(..MONTH).map(str::to_owned);
        let months: BTreeSet<String> = listed.iter().filter_map(|it| month(&it.name)).collect();
        let since = months.iter().nth_back(1).or(months.first()).cloned();
        for entry in listed.iter() {
            if entry.kind == FileKind::Directory || is_temporary_name(&entry.name) {
                continue;
            }
            let path = entry.path.as_os_str();
            if let Some(old) = old.filter(|_| month(&entry.name) < since)
                && let Some(stand) = old.journal.get(path)
            {
                self.journal.insert(path.into(), *stand);
                continue;
            }
            match file_system.status(&entry.path) {
                Ok(status) => self.journal(&entry.path, status),
                Err(error) => unreadable(&mut self.journal, &entry.path, &error),
            }
        }
    }

    /// Looks at the journal, before it is read: what changes meanwhile is seen the next time.
    pub(super) fn look_at_journal_anew(&mut self, file_system: &dyn FileSystem, directory: &Path) {
        self.journal.clear();
        self.is_lately = false;
        self.look_at_journal(file_system, directory, None, None);
    }

    /// Learns the content of a document that was read or written.
    pub(super) fn document(&mut self, path: &Path, content: Fingerprint) {
        let stand = Stand::Content(content);
        self.documents.insert(path.into(), stand);
    }

    /// Learns that a document is not there.
    pub(super) fn no_document(&mut self, path: &Path) {
        self.documents.remove(path.as_os_str());
    }

    /// Learns the stand of a journal file that was read or written.
    pub(super) fn journal(&mut self, path: &Path, status: Status) {
        let stand = Stand::Journal(status.length, status.stamp);
        self.journal.insert(path.into(), stand);
    }
}

fn unreadable(files: &mut Files<Stand>, path: &Path, error: &io::Error) {
    // A directory that is not there holds nothing: no more is to be said.
    if error.kind() != io::ErrorKind::NotFound {
        files.insert(path.into(), Stand::Unreadable(error.kind()));
    }
}

impl StateDirectory {
    /// Whether somebody else has changed something since the last call, or since the directory
    /// was opened. What this program reads and writes itself is no change.
    ///
    /// Meant to be asked once a second. After `true` the journal wants [`Self::reload`], and the
    /// documents want to be read again.
    pub fn changed(&mut self) -> bool {
        self.look_for_changes(Extent::All)
    }

    /// The same at less cost, for who asks all the time: of what was written long ago a change is
    /// noticed when its turn comes, at the eighth look at the latest.
    pub fn changed_lately(&mut self) -> bool {
        self.look_for_changes(Extent::Lately)
    }

    fn look_for_changes(&mut self, extent: Extent) -> bool {
        self.keep_lock();
        let before = Some(&self.seen);
        let now = Seen::look(self.file_system.as_ref(), &self.path, before, extent);
        let changed = self.behind || now.differs_from(&self.seen);
        self.seen = now;
        self.behind = false;
        changed
    }
}

#[cfg(test)]
mod tests;
