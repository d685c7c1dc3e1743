//! Reading the journal: whatever is whole counts, everything else is reported and left out,
//! nothing is changed.

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use super::line::{Line, decode};
use super::pack::{path_within, unpack};
use super::{Pack, SIZE_LIMIT, parse_file_name, year_of};
use crate::domain::id::Id;
use crate::domain::operation::{Record, WriterId};
use crate::store::document::{DocumentFault, Fingerprint, record_to_text};
use crate::store::file_system::FileSystem;
use crate::store::finding::{Fault, Finding};
use crate::store::place::Place;

/// How many findings of one file are told: a foreign file of a name like ours could have millions.
const MOST_FINDINGS: usize = 1_000;

/// The whole journal, merged.
#[derive(Clone, Debug, Default)]
pub struct Journal {
    /// All records that count, in the order of the fold: (clock, id).
    pub records: Vec<Record>,
    /// What was left out, and why.
    pub findings: Vec<Finding>,
    /// The files.
    pub files: Vec<JournalFile>,
    /// The packed years.
    pub packs: Vec<Pack>,
}

/// One file of the journal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct JournalFile {
    /// Where it is.
    pub path: PathBuf,
    /// Whose it is.
    pub writer: WriterId,
    /// Its length in bytes.
    pub length: u64,
    /// The length without an incomplete end; `None` when the file could not be read.
    pub whole: Option<u64>,
    /// What it holds up to there.
    pub content: Fingerprint,
}

/// What a file holds.
#[derive(Debug, Default)]
pub struct ParsedFile {
    /// Its records, with their lines.
    pub records: Vec<(usize, Record)>,
    /// What is left out.
    pub findings: Vec<Finding>,
    /// Length without an incomplete end: the end of the last line of a complete act, or of a
    /// damaged line after it.
    pub whole: u64,
}

/// A line of an act whose last line has not come yet.
struct Pending<'a> {
    line: usize,
    start: usize,
    text: &'a [u8],
    read: Line,
}

/// Reads what one file holds; `bytes` are its content.
pub fn parse_file(path: &Path, bytes: &[u8]) -> ParsedFile {
    let mut parsed = ParsedFile::default();
    let mut pending: Vec<Pending<'_>> = Vec::new();
    let mut start = 0_usize;
    let mut number = 0_usize;
    for raw in bytes.split_inclusive(|byte| *byte == b'\n') {
        let Some(text) = raw.strip_suffix(b"\n") else {
            break;
        };
        number += 1;
        // A hand or a tool may have turned line ends into \r\n; the checksum does not cover them.
        let text = text.strip_suffix(b"\r").unwrap_or(text);
        // So may an editor have put a byte order mark in front.
        let text = match number {
            1 => text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text),
            _ => text,
        };
        match decode(path, text) {
            Ok(read) => {
                let goes_on = match pending.last() {
                    Some(last) => {
                        read.number == last.read.number + 1
                            && read.count == last.read.count
                            && read.record.act == last.read.record.act
                    }
                    None => read.number == 1,
                };
                if !goes_on {
                    leave_out(path, &mut pending, &mut parsed.findings);
                }
                let is_last = read.number == read.count;
                let follows = goes_on || read.number == 1;
                pending.push(Pending {
                    line: number,
                    start,
                    text,
                    read,
                });
                if !follows {
                    leave_out(path, &mut pending, &mut parsed.findings);
                } else if is_last {
                    let act = pending.drain(..);
                    let act = act.map(|line| (line.line, line.read.record));
                    parsed.records.extend(act);
                }
            }
            Err(_) if text.is_empty() => {}
            Err(bad) => {
                leave_out(path, &mut pending, &mut parsed.findings);
                let source = String::from_utf8_lossy(text);
                let place = Place::in_line(path, &source, number, bad.column);
                tell(&mut parsed.findings, Finding::new(place, bad.fault));
            }
        }
        start += raw.len();
    }
    let whole = pending.first().map_or(start, |first| first.start);
    if whole < bytes.len() {
        let line = pending.first().map_or(number + 1, |first| first.line);
        let tail = bytes.get(whole..).unwrap_or_default();
        let first_line = tail.split(|byte| *byte == b'\n').next().unwrap_or_default();
        parsed.findings.push(Finding::new(
            Place::in_line(path, &String::from_utf8_lossy(first_line), line, 1),
            Fault::TornTail {
                bytes: tail.len() as u64,
                set_aside: false,
            },
        ));
    }
    parsed.whole = whole as u64;
    parsed
}

/// Reports the lines of an act that is not whole.
fn leave_out(path: &Path, pending: &mut Vec<Pending<'_>>, findings: &mut Vec<Finding>) {
    for line in pending.drain(..) {
        let source = String::from_utf8_lossy(line.text);
        let fault = Fault::UnfinishedAct {
            act: line.read.record.act,
        };
        let place = Place::in_line(path, &source, line.line, 1);
        tell(findings, Finding::new(place, fault));
    }
}

/// Adds a finding, unless the file has more of them than anybody reads.
fn tell(findings: &mut Vec<Finding>, finding: Finding) {
    if findings.len() < MOST_FINDINGS {
        findings.push(finding);
    }
}

/// Reads all journal files of a directory and merges them. A directory that is not there is an
/// empty journal.
pub fn read_journal(file_system: &dyn FileSystem, directory: &Path) -> Journal {
    let mut journal = Journal::default();
    let mut merged = Merge::default();
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
    for entry in listed {
        let Some((writer, _part)) = parse_file_name(&entry.name) else {
            if let Some(year) = year_of(&entry.name) {
                let pack = (entry.path, entry.name.as_str(), year);
                read_pack(file_system, pack, &mut journal, &mut merged);
            }
            continue;
        };
        let bytes = match file_system.read(&entry.path, SIZE_LIMIT) {
            Ok(bytes) => bytes,
            Err(error) => {
                let fault = Fault::Unreadable(error.kind());
                let place = Place::file(&entry.path);
                journal.findings.push(Finding::new(place, fault));
                journal.files.push(JournalFile {
                    path: entry.path,
                    writer,
                    length: 0,
                    whole: None,
                    content: Fingerprint::of(&[]),
                });
                continue;
            }
        };
        let whole = take(&entry.path, &writer, &bytes, &mut journal, &mut merged);
        journal.files.push(JournalFile {
            path: entry.path,
            writer,
            length: bytes.len() as u64,
            whole: Some(whole),
            content: Fingerprint::of(whole_of(&bytes, whole)),
        });
    }
    journal.findings.append(&mut merged.findings);
    merged.in_order(&mut journal);
    journal
}

/// Takes in what a file of a writer holds; its length without an incomplete end.
fn take(
    path: &Path,
    writer: &WriterId,
    bytes: &[u8],
    journal: &mut Journal,
    merged: &mut Merge,
) -> u64 {
    let parsed = parse_file(path, bytes);
    journal.findings.extend(parsed.findings);
    for (line, record) in parsed.records {
        if record.writer != *writer {
            let WriterId(name) = record.writer.clone();
            journal.findings.push(Finding::new(
                line_place(path, line),
                Fault::ForeignWriter { writer: name },
            ));
        }
        merged.add(path, line, record);
    }
    parsed.whole
}

/// Takes in a packed year as if its files stood in the directory.
fn read_pack(
    file_system: &dyn FileSystem,
    (path, name, year): (PathBuf, &str, i32),
    journal: &mut Journal,
    merged: &mut Merge,
) {
    let files = match file_system.read(&path, SIZE_LIMIT) {
        Ok(bytes) => {
            let contents = unpack(name, &bytes);
            if !contents.is_whole {
                let finding = Finding::new(Place::file(&path), Fault::DamagedPack { year });
                journal.findings.push(finding);
            }
            let mut files = Vec::new();
            for (name, bytes) in contents.files {
                let Some((writer, _part)) = parse_file_name(&name) else {
                    continue;
                };
                let within = path_within(&path, &name);
                let whole = take(&within, &writer, &bytes, journal, merged);
                files.push((name, whole));
            }
            Some(files)
        }
        Err(error) => {
            let fault = Fault::Unreadable(error.kind());
            journal
                .findings
                .push(Finding::new(Place::file(&path), fault));
            None
        }
    };
    journal.packs.push(Pack { path, year, files });
}

fn whole_of(bytes: &[u8], whole: u64) -> &[u8] {
    let whole = usize::try_from(whole).ok();
    whole.and_then(|whole| bytes.get(..whole)).unwrap_or(bytes)
}

/// Records in the order they are found; the same one may stand in several files.
#[derive(Default)]
struct Merge {
    found: Vec<Found>,
    by_id: HashMap<Id, usize>,
    findings: Vec<Finding>,
}

/// A record and where it stands.
struct Found {
    path: Rc<Path>,
    line: usize,
    record: Record,
}

impl Found {
    fn place(&self) -> Place {
        line_place(&self.path, self.line)
    }
}

impl Merge {
    fn add(&mut self, path: &Path, line: usize, record: Record) {
        // One path for all lines of a file.
        let path = match self.found.last() {
            Some(last) if *last.path == *path => Rc::clone(&last.path),
            _ => Rc::from(path),
        };
        let mut found = Found { path, line, record };
        let Some(known) = self.by_id.get(&found.record.id) else {
            self.by_id.insert(found.record.id, self.found.len());
            self.found.push(found);
            return;
        };
        let Some(known) = self.found.get_mut(*known) else {
            return;
        };
        if known.record == found.record {
            return;
        }
        // Which one counts must not depend on the names of the files.
        if as_text(&found.record) < as_text(&known.record) {
            std::mem::swap(known, &mut found);
        }
        self.findings.push(Finding::new(
            found.place(),
            Fault::Contradiction {
                id: found.record.id,
                other: Box::new(known.place()),
            },
        ));
    }
}

/// The furthest a clock goes ahead at once. It counts operations, one machine after another, so that
/// only a hand or a damage makes it jump; and one that has arrived at the end of its numbers leaves
/// no room for whatever comes after.
const FURTHEST: u64 = 1 << 32;

impl Merge {
    /// Puts the records in the order of the fold, and leaves out those whose clock is not to be
    /// believed.
    fn in_order(mut self, journal: &mut Journal) {
        // Those of one writer are in order already.
        self.found
            .sort_by_key(|found| (found.record.clock, found.record.id));
        journal.records.reserve(self.found.len());
        let mut clock = 0_u64;
        for found in self.found {
            if found.record.clock.saturating_sub(clock) > FURTHEST {
                let fault = Fault::Record(DocumentFault::OutOfBounds);
                tell(&mut journal.findings, Finding::new(found.place(), fault));
                continue;
            }
            clock = found.record.clock;
            journal.records.push(found.record);
        }
    }
}

fn as_text(record: &Record) -> String {
    record_to_text(record).unwrap_or_default()
}

fn line_place(path: &Path, line: usize) -> Place {
    Place::in_line(path, "", line, 1)
}
