//! Taking over acts that stand in another copy of the journal and not in ours.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::{Journal, SIZE_LIMIT, encode, file_name, parse_file, parse_file_name, read_journal};
use crate::domain::id::Id;
use crate::domain::operation::Record;
use crate::store::document::{WriteError, hash_for_names, write_atomic_up_to};
use crate::store::file_system::{FileSystem, create_directories};

/// What was taken over.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TakenOver {
    /// How many acts.
    pub acts: usize,
    /// The files they stand in now.
    pub written: Vec<PathBuf>,
    /// How many lines of the copy were not taken: damaged, incomplete, of a newer program, or
    /// saying something else under an id the journal has.
    pub left: usize,
}

/// Writes the whole acts of a copy of a journal file that no file of the journal has into further
/// parts of the files they belong to. Nothing that is there changes; what is there already is not
/// written twice, so an interrupted call can be made again.
pub fn take_over(
    file_system: &dyn FileSystem,
    journal: &Path,
    copy: &[u8],
) -> Result<TakenOver, WriteError> {
    create_directories(file_system, journal).map_err(|error| WriteError::Io {
        path: journal.to_owned(),
        kind: error.kind(),
    })?;
    let known = read_journal(file_system, journal);
    let (acts, left) = missing(&known, copy);
    let mut taken = TakenOver {
        left,
        ..TakenOver::default()
    };
    let mut parts: BTreeMap<String, (Record, Vec<u8>)> = BTreeMap::new();
    for act in acts {
        let lines = encode(&act);
        // A writer that is no name of one could lead out of the directory.
        let name = act.first().map(|first| (first, file_name(first, 1)));
        let name = name.filter(|(_, name)| parse_file_name(name).is_some());
        let (Some((first, name)), Ok(lines)) = (name, lines) else {
            taken.left += act.len();
            continue;
        };
        taken.acts += 1;
        let part = parts.entry(name);
        let part = part.or_insert_with(|| (first.clone(), Vec::new()));
        part.1.extend(lines);
    }
    for (first, lines) in parts.into_values() {
        // Two machines that take over the same copy write the same file, and other acts another:
        // no syncer has to choose between them.
        let number = 1_000 + u32::try_from(hash_for_names(&lines) % 1_000_000).unwrap_or(0);
        let path = (number..=u32::MAX)
            .map(|number| journal.join(file_name(&first, number)))
            .find(|path| file_system.status(path).is_err());
        let Some(path) = path else { continue };
        write_atomic_up_to(SIZE_LIMIT, file_system, &path, &lines, &[])?;
        taken.written.push(path);
    }
    Ok(taken)
}

/// The whole acts of a copy of which the journal lacks a line, and how many lines are no part of
/// them and not known either.
fn missing(known: &Journal, copy: &[u8]) -> (Vec<Vec<Record>>, usize) {
    let by_id: BTreeMap<Id, &Record> = known.records.iter().map(|it| (it.id, it)).collect();
    let parsed = parse_file(Path::new(""), copy);
    let mut left = parsed.findings.len();
    let records: Vec<Record> = parsed.records.into_iter().map(|it| it.1).collect();
    let mut acts = Vec::new();
    for act in records.chunk_by(|one, next| one.act == next.act) {
        let ours: Vec<_> = act.iter().map(|it| by_id.get(&it.id).copied()).collect();
        let is_known = ours.iter().zip(act).all(|(ours, it)| *ours == Some(it));
        let contradicts = ours
            .iter()
            .zip(act)
            .any(|(ours, it)| ours.is_some_and(|ours| ours != it));
        if contradicts {
            // Which one counts would be decided by chance.
            left += act.len();
        } else if !is_known {
            acts.push(act.to_vec());
        }
    }
    (acts, left)
}
