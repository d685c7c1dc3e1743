//! Taking over acts that stand in another copy of the journal and not in ours.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::{Journal, SIZE_LIMIT, encode, file_name, parse_file, parse_file_name, read_journal};
use crate::domain::operation::Record;
use crate::store::document::{WriteError, write_atomic_up_to};
use crate::store::file_system::{FileSystem, create_directories};

/// What was taken over.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TakenOver {
    /// How many acts.
    pub acts: usize,
    /// The files they stand in now.
    pub written: Vec<PathBuf>,
}

/// Writes the whole acts of a copy of a journal file that no file of the journal has into further
/// parts of the files they belong to. Nothing that is there changes; what is there already is not
/// written twice, so an interrupted call can be made again.
pub fn take_over(
    file_system: &dyn FileSystem,
    journal: &Path,
    copy: &[u8],
) -> Result<TakenOver, WriteError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |error: std::io::Error| WriteError::Io {
            path,
            kind: error.kind(),
        }
    };
    create_directories(file_system, journal).map_err(failed(journal))?;
    let known = read_journal(file_system, journal);
    let mut taken = TakenOver::default();
    let mut parts: BTreeMap<String, (Record, Vec<u8>)> = BTreeMap::new();
    for act in missing(&known, copy) {
        let (Some(first), Ok(lines)) = (act.first(), encode(&act)) else {
            continue;
        };
        let name = file_name(first, 1);
        // A writer that is no name of one could lead out of the directory.
        if parse_file_name(&name).is_none() {
            continue;
        }
        taken.acts += 1;
        let part = parts.entry(name);
        let part = part.or_insert_with(|| (first.clone(), Vec::new()));
        part.1.extend(lines);
    }
    for (first, lines) in parts.into_values() {
        let path = (2..=u32::MAX)
            .map(|number| journal.join(file_name(&first, number)))
            .find(|path| file_system.status(path).is_err());
        let Some(path) = path else { continue };
        write_atomic_up_to(SIZE_LIMIT, file_system, &path, &lines, &[])?;
        taken.written.push(path);
    }
    Ok(taken)
}

/// The whole acts of a copy of which the journal lacks a line.
fn missing(known: &Journal, copy: &[u8]) -> Vec<Vec<Record>> {
    let parsed = parse_file(Path::new(""), copy);
    let records: Vec<Record> = parsed
        .records
        .into_iter()
        .map(|(_, record)| record)
        .collect();
    records
        .chunk_by(|one, next| one.act == next.act)
        .filter(|act| !act.iter().all(|record| known.records.contains(record)))
        .map(<[Record]>::to_vec)
        .collect()
}
