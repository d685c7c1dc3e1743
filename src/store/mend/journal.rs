//! Mending the journal: copies of a syncer are taken over, incomplete ends and damaged lines are
//! set aside.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use super::{MendError, Mended, Orders, Whose};
use crate::domain::operation::Record;
use crate::store::document::{Fingerprint, write_atomic_up_to};
use crate::store::file_system::FileSystem;
use crate::store::finding::{Fault, Finding};
use crate::store::journal::{
    JournalFile, SIZE_LIMIT, encode, joined, parse_file, read_journal, repair, set_aside,
    take_over, unpack,
};

impl Whose {
    fn is_meant(&self, file: &JournalFile) -> bool {
        match self {
            Self::All => true,
            Self::Of(writer) => file.writer == *writer,
        }
    }
}

/// Does what is ordered for the journal, in an order that loses nothing: what a copy has is there
/// before damaged lines go.
pub(super) fn mend(
    file_system: &dyn FileSystem,
    directory: &Path,
    orders: &Orders<'_>,
    found: &[Finding],
) -> Result<Vec<Mended>, MendError> {
    let journal = directory.join("journal");
    let quarantine = directory.join("quarantine");
    let mut done = Vec::new();
    if orders.copies {
        let copies = found.iter().filter(|it| it.fault == Fault::SyncConflict);
        for finding in copies.filter(|it| it.place.path.starts_with(&journal)) {
            let path = &finding.place.path;
            match copy(file_system, &journal, path, &quarantine) {
                // One that cannot be read is told of by what is left, and keeps nothing else from
                // being mended.
                Err(MendError::Io { path: failed, .. }) if failed == *path => {}
                mended => done.push(mended?),
            }
        }
    }
    for file in read_journal(file_system, &journal).files {
        let Some(whole) = file.whole else { continue };
        if orders.tails.is_meant(&file) && whole < file.length {
            let copy = repair(file_system, &file.path, whole, &quarantine);
            let copy = copy.map_err(MendError::io(&file.path))?;
            let path = file.path.clone();
            done.push(Mended::Cut { path, copy });
        }
        if orders
            .lines
            .as_ref()
            .is_some_and(|whose| whose.is_meant(&file))
        {
            done.extend(lines(file_system, &file.path, &quarantine)?);
        }
    }
    if orders.lines == Some(Whose::All) {
        for finding in found {
            if matches!(finding.fault, Fault::DamagedPack { .. }) {
                done.push(pack(
                    file_system,
                    &journal,
                    &finding.place.path,
                    &quarantine,
                )?);
            }
        }
    }
    Ok(done)
}

/// Brings what is whole in a damaged packed year into journal files; then the archive goes to the
/// quarantine as it is.
fn pack(
    file_system: &dyn FileSystem,
    journal: &Path,
    path: &Path,
    quarantine: &Path,
) -> Result<Mended, MendError> {
    let failed = MendError::io;
    let bytes = file_system.read(path, SIZE_LIMIT).map_err(failed(path))?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut acts = 0;
    for (inside, content) in unpack(&name, &bytes).files {
        let parsed = parse_file(path, &content);
        let records: Vec<Record> = parsed.records.into_iter().map(|it| it.1).collect();
        let mut whole = Vec::new();
        for act in records.chunk_by(|one, next| one.act == next.act) {
            // What was read is written as it was, or it is no record of ours.
            whole.extend(encode(act).unwrap_or_default());
            acts += 1;
        }
        let beside = journal.join(&inside);
        let (bytes, known) = match file_system.read(&beside, SIZE_LIMIT) {
            Ok(there) => (joined(&there, &whole), vec![Fingerprint::of(&there)]),
            Err(error) if error.kind() == io::ErrorKind::NotFound => (whole, Vec::new()),
            Err(error) => return Err(failed(&beside)(error)),
        };
        write_atomic_up_to(SIZE_LIMIT, file_system, &beside, &bytes, &known)?;
    }
    let copy = set_aside(file_system, quarantine, &name, &bytes).map_err(failed(path))?;
    file_system.remove(path).map_err(failed(path))?;
    file_system.sync_directory(journal).map_err(failed(path))?;
    let path = path.to_owned();
    Ok(Mended::TakenOver { path, copy, acts })
}

/// Takes over what a syncer's copy has. When all of it was understood the copy goes to the
/// quarantine; one with an incomplete end may still be arriving, and one with lines of a newer
/// program is good for that one, so these stay.
fn copy(
    file_system: &dyn FileSystem,
    journal: &Path,
    path: &Path,
    quarantine: &Path,
) -> Result<Mended, MendError> {
    let failed = MendError::io;
    let path = path.to_owned();
    let mut acts = 0;
    loop {
        let bytes = file_system.read(&path, SIZE_LIMIT).map_err(failed(&path))?;
        let taken = take_over(file_system, journal, &bytes)?;
        acts += taken.acts;
        if taken.left > 0 {
            let left = taken.left;
            return Ok(Mended::Joined { path, acts, left });
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let copy = set_aside(file_system, quarantine, &name, &bytes).map_err(failed(&path))?;
        // It may have changed meanwhile: nothing goes that was not looked at.
        if file_system.read(&path, SIZE_LIMIT).map_err(failed(&path))? != bytes {
            continue;
        }
        file_system.remove(&path).map_err(failed(&path))?;
        file_system.sync_directory(journal).map_err(failed(&path))?;
        return Ok(Mended::TakenOver { path, copy, acts });
    }
}

/// Leaves out the damaged lines of a file; the whole file goes to the quarantine before. A file
/// with lines of a newer program stays as it is: what looks damaged may belong to them.
fn lines(
    file_system: &dyn FileSystem,
    path: &Path,
    quarantine: &Path,
) -> Result<Option<Mended>, MendError> {
    let bytes = file_system
        .read(path, SIZE_LIMIT)
        .map_err(MendError::io(path))?;
    let findings = parse_file(path, &bytes).findings;
    if findings
        .iter()
        .any(|it| matches!(it.fault, Fault::Record(_)))
    {
        return Ok(None);
    }
    let damaged: BTreeSet<usize> = findings
        .iter()
        .filter(|finding| is_damaged_line(&finding.fault))
        .map(|finding| finding.place.line)
        .collect();
    if damaged.is_empty() {
        return Ok(None);
    }
    let kept: Vec<u8> = (1..)
        .zip(bytes.split_inclusive(|byte| *byte == b'\n'))
        .filter(|(number, _)| !damaged.contains(number))
        .flat_map(|(_, line)| line.iter().copied())
        .collect();
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let copy = set_aside(file_system, quarantine, &name, &bytes).map_err(MendError::io(path))?;
    let known = [Fingerprint::of(&bytes)];
    write_atomic_up_to(SIZE_LIMIT, file_system, path, &kept, &known)?;
    Ok(Some(Mended::Cleared {
        path: path.to_owned(),
        copy,
        lines: damaged.len(),
    }))
}

/// Whether a line of the journal does not count because of damage, and setting it aside is a repair.
pub fn is_damaged_line(fault: &Fault) -> bool {
    matches!(
        fault,
        Fault::Checksum | Fault::NotAJournalLine | Fault::UnfinishedAct { .. }
    )
}
