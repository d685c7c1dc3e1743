//! A line: `9a3f01c2 (id:…)` is an act of one operation, `9a3f01c2 2/3 (id:…)` the second
//! operation of an act of three. Eight digits of CRC-32 over all that follows them, a space,
//! which line of how many, and the record as compact RON.

use std::path::Path;

use super::AppendError;
use crate::domain::operation::Record;
use crate::store::document::{DocumentFault, parse_record, record_to_text};
use crate::store::finding::Fault;

const DIGITS: usize = 8;

/// The highest logical clock that is read: a line beyond it would leave no room for what comes
/// after, and no program gets there by counting.
const HIGHEST_CLOCK: u64 = 1 << 53;

/// What a line says.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) record: Record,
    /// Which line of its act it is, from 1.
    pub(super) number: usize,
    /// How many lines the act has.
    pub(super) count: usize,
}

/// A line that is left out, and the column to look at.
#[derive(Debug)]
pub(super) struct BadLine {
    pub(super) column: usize,
    pub(super) fault: Fault,
}

/// Writes the lines of one act. They are read back and compared before anybody relies on them.
pub fn encode(act: &[Record]) -> Result<Vec<u8>, AppendError> {
    let mut lines = Vec::new();
    for (index, record) in act.iter().enumerate() {
        let refused = |reason: String| AppendError::NotStorable { reason };
        let text = record_to_text(record).map_err(|error| refused(error.to_string()))?;
        let body = match act.len() {
            1 => format!(" {text}"),
            count => format!(" {}/{count} {text}", index + 1),
        };
        let line = format!("{:08x}{body}", crc32fast::hash(body.as_bytes()));
        match decode(Path::new(""), line.as_bytes()) {
            Ok(read) if read.record == *record && !line.contains('\n') => {}
            Ok(_) => return Err(refused("it reads differently".to_owned())),
            Err(bad) => return Err(refused(bad.fault.name().to_owned())),
        }
        lines.extend_from_slice(line.as_bytes());
        lines.push(b'\n');
    }
    Ok(lines)
}

/// Reads a line without its line end.
pub(super) fn decode(path: &Path, line: &[u8]) -> Result<Line, BadLine> {
    let bad = |column, fault| BadLine { column, fault };
    let (checksum, body) = line
        .split_at_checked(DIGITS)
        .ok_or_else(|| bad(1, Fault::NotAJournalLine))?;
    let checksum = std::str::from_utf8(checksum)
        .ok()
        .filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
        .and_then(|digits| u32::from_str_radix(digits, 16).ok())
        .ok_or_else(|| bad(1, Fault::NotAJournalLine))?;
    if crc32fast::hash(body) != checksum {
        return Err(bad(1, Fault::Checksum));
    }
    let text = simdutf8::basic::from_utf8(body)
        .ok()
        .and_then(|text| text.strip_prefix(' '))
        .ok_or_else(|| bad(DIGITS + 1, Fault::NotAJournalLine))?;
    let is_one_of_many = text.starts_with(|c: char| c.is_ascii_digit());
    let (number, count, record) = match is_one_of_many.then(|| text.split_once(' ')).flatten() {
        None => (1, 1, text),
        Some((place, record)) => place
            .split_once('/')
            .and_then(|(number, count)| Some((number.parse().ok()?, count.parse().ok()?)))
            .filter(|(number, count)| 1 <= *number && number <= count)
            .map(|(number, count)| (number, count, record))
            .ok_or_else(|| bad(DIGITS + 2, Fault::NotAJournalLine))?,
    };
    let before = || DIGITS + 1 + (text.chars().count() - record.chars().count());
    let read = parse_record(path, record)
        .map_err(|error| bad(error.place.column + before(), Fault::Record(error.fault)))?;
    if read.clock > HIGHEST_CLOCK {
        let fault = Fault::Record(DocumentFault::OutOfBounds);
        return Err(bad(before() + 1, fault));
    }
    Ok(Line {
        record: read,
        number,
        count,
    })
}
