//! A line: `9a3f01c2 (id:…)`. Eight digits of CRC-32 over all that follows them, a sign, and the
//! record as compact RON. The sign is a space in the last line of an act and `+` in the others.

use std::path::Path;

use super::AppendError;
use crate::domain::operation::Record;
use crate::store::document::{DocumentFault, parse_record, record_to_text};
use crate::store::finding::Fault;

const DIGITS: usize = 8;

/// What a line says.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) record: Record,
    /// Whether the act is complete with this line.
    pub(super) ends_act: bool,
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
    let last = act.len().saturating_sub(1);
    for (index, record) in act.iter().enumerate() {
        let sign = if index == last { ' ' } else { '+' };
        let refused = |reason: String| AppendError::NotStorable { reason };
        let text = record_to_text(record).map_err(|error| refused(error.to_string()))?;
        let body = format!("{sign}{text}");
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
    let ends_act = match body.first() {
        Some(b' ') => true,
        Some(b'+') => false,
        _ => return Err(bad(DIGITS + 1, Fault::NotAJournalLine)),
    };
    let text = body
        .get(1..)
        .and_then(|bytes| std::str::from_utf8(bytes).ok())
        .ok_or_else(|| bad(DIGITS + 1, Fault::Record(DocumentFault::NotUtf8)))?;
    let record = parse_record(path, text)
        .map_err(|error| bad(error.place.column + DIGITS + 1, Fault::Record(error.fault)))?;
    Ok(Line { record, ends_act })
}
