//! Reading all files of the journal: one thread reads them, as many as the machine has make
//! records of them, and what comes of it is what one alone would have made. Nothing is changed.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread::{self, Builder, Scope, ScopedJoinHandle};

use super::merge::{Run, merge};
use super::pack::{path_within, unpack};
use super::read::{Journal, JournalFile, parse_file};
use super::{Pack, SIZE_LIMIT, parse_file_name, year_of};
use crate::domain::operation::WriterId;
use crate::store::document::Fingerprint;
use crate::store::file_system::FileSystem;
use crate::store::finding::{Fault, Finding};
use crate::store::place::Place;

/// A journal of fewer bytes is read before another thread would have begun.
const WORTH_A_THREAD: usize = 64 * 1024;

/// More threads would wait for the one that reads the files.
const MOST_THREADS: usize = 8;

/// How many files wait for a thread at most: they are in memory meanwhile.
const WAITING: usize = 4;

/// Reads all journal files of a directory and merges them. A directory that is not there is an
/// empty journal.
pub fn read_journal(file_system: &dyn FileSystem, directory: &Path) -> Journal {
    let threads = || thread::available_parallelism().map_or(1, usize::from);
    read_on(file_system, directory, WORTH_A_THREAD, threads)
}

/// The same, on so many threads once so many bytes were read.
pub(super) fn read_on(
    file_system: &dyn FileSystem,
    directory: &Path,
    worth: usize,
    threads: impl FnOnce() -> usize,
) -> Journal {
    let mut journal = Journal::default();
    let listed = match file_system.list(directory) {
        Ok(listed) => listed,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return journal,
        Err(error) => {
            let fault = Fault::Unreadable(error.kind());
            let place = Place::file(directory);
            journal.findings.push(Finding::new(place, fault));
            return journal;
        }
    };
    let files = listed
        .into_iter()
        .filter_map(|entry| match parse_file_name(&entry.name) {
            Some((writer, _part)) => Some((entry.path, What::File(writer))),
            None => year_of(&entry.name).map(|year| (entry.path, What::Pack(entry.name, year))),
        });
    // Read in one order and from one thread, whoever goes on with it.
    let read = files.map(|(path, what)| File {
        bytes: file_system.read(&path, SIZE_LIMIT),
        path,
        what,
    });
    let mut runs = Vec::new();
    for part in parsed(read, worth, threads) {
        journal.findings.extend(part.findings);
        journal.files.extend(part.file);
        journal.packs.extend(part.pack);
        runs.extend(part.runs);
    }
    merge(runs, &mut journal);
    journal
}

/// A file of the journal, read and not understood yet.
struct File {
    path: PathBuf,
    what: What,
    bytes: io::Result<Vec<u8>>,
}

enum What {
    /// A file of a writer.
    File(WriterId),
    /// A packed year, and the name of its file.
    Pack(String, i32),
}

/// What stands in a file.
#[derive(Default)]
struct Part {
    findings: Vec<Finding>,
    runs: Vec<Run>,
    file: Option<JournalFile>,
    pack: Option<Pack>,
}

/// What stands in the files, in their order.
fn parsed(
    files: impl Iterator<Item = File>,
    worth: usize,
    threads: impl FnOnce() -> usize,
) -> Vec<Part> {
    let (sender, receiver) = sync_channel(WAITING);
    let receiver = Mutex::new(receiver);
    let mut parts: Vec<(usize, Part)> = thread::scope(|scope| {
        let mut threads = Some(threads);
        let mut others = Vec::new();
        let mut parts = Vec::new();
        let mut bytes = 0_usize;
        for (index, file) in files.enumerate() {
            bytes = bytes.saturating_add(file.bytes.as_ref().map_or(0, Vec::len));
            if bytes >= worth
                && let Some(threads) = threads.take()
            {
                others = helpers(scope, &receiver, threads());
            }
            let kept = if others.is_empty() {
                Some((index, file))
            } else {
                hand_over(&sender, (index, file))
            };
            parts.extend(kept.map(|(index, file)| (index, file.parsed())));
        }
        // They end when nothing is left.
        drop(sender);
        parts.extend(work(&receiver));
        for other in others {
            match other.join() {
                Ok(done) => parts.extend(done),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        parts
    });
    parts.sort_unstable_by_key(|(index, _)| *index);
    parts.into_iter().map(|(_, part)| part).collect()
}

type Work = Mutex<Receiver<(usize, File)>>;

/// Threads that parse what is handed over; none where the system has none left.
fn helpers<'scope>(
    scope: &'scope Scope<'scope, '_>,
    work_to_do: &'scope Work,
    threads: usize,
) -> Vec<ScopedJoinHandle<'scope, Vec<(usize, Part)>>> {
    (1..threads.min(MOST_THREADS))
        .map_while(|_| {
            let builder = Builder::new().name("journal".to_owned());
            builder.spawn_scoped(scope, || work(work_to_do)).ok()
        })
        .collect()
}

/// Gives a file to whoever is free; gives it back where enough wait already.
fn hand_over(sender: &SyncSender<(usize, File)>, file: (usize, File)) -> Option<(usize, File)> {
    match sender.try_send(file) {
        Ok(()) => None,
        Err(TrySendError::Full(file) | TrySendError::Disconnected(file)) => Some(file),
    }
}

/// Parses what is handed over until nothing more comes.
fn work(work_to_do: &Work) -> Vec<(usize, Part)> {
    let next = || {
        let receiver = work_to_do.lock().unwrap_or_else(PoisonError::into_inner);
        receiver.recv().ok()
    };
    std::iter::from_fn(next)
        .map(|(index, file)| (index, file.parsed()))
        .collect()
}

impl File {
    fn parsed(self) -> Part {
        match self.what {
            What::File(writer) => of_writer(self.path, writer, self.bytes),
            What::Pack(name, year) => of_year(self.path, &name, year, self.bytes),
        }
    }
}

fn of_writer(path: PathBuf, writer: WriterId, bytes: io::Result<Vec<u8>>) -> Part {
    let mut part = Part::default();
    let file = match bytes {
        Ok(bytes) => {
            let whole = part.take(&path, &writer, &bytes);
            JournalFile {
                path,
                writer,
                length: bytes.len() as u64,
                whole: Some(whole),
                content: Fingerprint::of(whole_of(&bytes, whole)),
            }
        }
        Err(error) => {
            part.unreadable(&path, &error);
            JournalFile {
                path,
                writer,
                length: 0,
                whole: None,
                content: Fingerprint::of(&[]),
            }
        }
    };
    part.file = Some(file);
    part
}

/// A packed year, as if its files stood in the directory.
fn of_year(path: PathBuf, name: &str, year: i32, bytes: io::Result<Vec<u8>>) -> Part {
    let mut part = Part::default();
    let files = match bytes {
        Ok(bytes) => {
            let contents = unpack(name, &bytes);
            if !contents.is_whole {
                let finding = Finding::new(Place::file(&path), Fault::DamagedPack { year });
                part.findings.push(finding);
            }
            let mut files = Vec::new();
            for (name, bytes) in contents.files {
                let Some((writer, _part)) = parse_file_name(&name) else {
                    continue;
                };
                let within = path_within(&path, &name);
                let whole = part.take(&within, &writer, &bytes);
                files.push((name, whole));
            }
            Some(files)
        }
        Err(error) => {
            part.unreadable(&path, &error);
            None
        }
    };
    part.pack = Some(Pack { path, year, files });
    part
}

impl Part {
    /// Takes in what a file of a writer holds; its length without an incomplete end.
    fn take(&mut self, path: &Path, writer: &WriterId, bytes: &[u8]) -> u64 {
        let parsed = parse_file(path, bytes);
        self.findings.extend(parsed.findings);
        let foreign = parsed.records.iter().filter(|it| it.1.writer != *writer);
        let foreign = foreign.map(|(line, record)| {
            let WriterId(name) = record.writer.clone();
            let place = Place::in_line(path, "", *line, 1);
            Finding::new(
                place,
                Fault::ForeignWriter {
                    writer: name.to_string(),
                },
            )
        });
        self.findings.extend(foreign);
        self.runs.push(Run {
            path: path.to_owned(),
            records: parsed.records,
        });
        parsed.whole
    }

    fn unreadable(&mut self, path: &Path, error: &io::Error) {
        let fault = Fault::Unreadable(error.kind());
        self.findings.push(Finding::new(Place::file(path), fault));
    }
}

fn whole_of(bytes: &[u8], whole: u64) -> &[u8] {
    let whole = usize::try_from(whole).ok();
    whole.and_then(|whole| bytes.get(..whole)).unwrap_or(bytes)
}

#[cfg(test)]
mod tests;
