//! Reading a file of the journal: whatever is whole counts, everything else is reported and left
//! out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use memchr::memchr;

use super::Pack;
use super::line::{Line, decode};
use crate::domain::operation::{Record, WriterId};
use crate::store::document::Fingerprint;
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

impl Journal {
    /// The files and what each of them holds, where nothing is wrong with any: whoever finds the
    /// same files need not understand them again. Packed years are always looked into.
    pub(in crate::store) fn as_read(&self) -> Option<BTreeMap<PathBuf, Fingerprint>> {
        let is_fine = self.findings.is_empty() && self.packs.is_empty();
        is_fine.then(|| {
            let files = self.files.iter();
            files
                .map(|file| (file.path.clone(), file.content))
                .collect()
        })
    }
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
    let mut rest = bytes;
    while let Some((text, behind)) =
        memchr(b'\n', rest).and_then(|length| Some((rest.get(..length)?, rest.get(length + 1..)?)))
    {
        let length = text.len() + 1;
        rest = behind;
        number += 1;
        // A hand or a tool may have turned line ends into \r\n; the checksum does not cover them.
        let text = text.strip_suffix(b"\r").unwrap_or(text);
        // So may an editor have put a byte order mark in front.
        let text = match number {
            1 => text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text),
            _ => text,
        };
        match decode(path, text) {
            // Most acts have one line.
            Ok(read) if read.count == 1 => {
                leave_out(path, &mut pending, &mut parsed.findings);
                parsed.records.push((number, read.record));
            }
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
        start += length;
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
pub(super) fn tell(findings: &mut Vec<Finding>, finding: Finding) {
    if findings.len() < MOST_FINDINGS {
        findings.push(finding);
    }
}
