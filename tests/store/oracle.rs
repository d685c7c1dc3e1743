//! What has to hold after anything: one judge for all harnesses.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use planerka::domain::operation::Record;
use planerka::store::check::check;
use planerka::store::document::is_temporary_name;
use planerka::store::file_system::FileSystem;
use planerka::store::state_directory::{Access, Opened, StateDirectory};

use crate::samples::{EMBEDDED, WRITER, act, document, number_of, options};
use crate::script::Promised;

/// A number no script uses.
const LATER: u64 = 900;

/// Opens the directory as a fresh process would and compares with what was promised.
pub fn judge(
    file_system: &Arc<dyn FileSystem>,
    path: &Path,
    promised: &Promised,
) -> Result<(), String> {
    let Opened {
        mut directory,
        records,
        ..
    } = open(file_system, path)?;
    judge_acts(&records, promised)?;
    judge_documents(&mut directory, promised)?;
    judge_leftovers(file_system.as_ref(), path)?;
    // Work goes on, and what is acknowledged now is seen by the next reader.
    directory
        .append(&act(LATER))
        .map_err(|error| format!("no append after recovery: {error}"))?;
    drop(directory);
    let again = open(file_system, path)?;
    let mut with_later = promised.clone();
    with_later.acts.push(LATER);
    judge_acts(&again.records, &with_later)?;
    let _ = check(file_system.as_ref(), path, &[]);
    Ok(())
}

fn open(file_system: &Arc<dyn FileSystem>, path: &Path) -> Result<Opened, String> {
    let opened = StateDirectory::open(Arc::clone(file_system), path, &options(WRITER))
        .map_err(|error| format!("does not open: {error}"))?;
    match opened.directory.access() {
        Access::ReadWrite => Ok(opened),
        Access::ReadOnly(why) => Err(format!("opens for reading only: {why:?}")),
    }
}

/// Every acknowledged act is there and whole; at most one more is, and it is whole too.
fn judge_acts(records: &[Record], promised: &Promised) -> Result<(), String> {
    let mut found: BTreeMap<u64, Vec<Record>> = BTreeMap::new();
    for record in records {
        let acts = found.entry(number_of(record)).or_default();
        acts.push(record.clone());
    }
    for (number, records) in &found {
        if *records != act(*number) {
            return Err(format!("act {number} is not as it was said"));
        }
    }
    for number in &promised.acts {
        if !found.contains_key(number) {
            return Err(format!("act {number} was acknowledged and is lost"));
        }
    }
    let more: Vec<&u64> = found
        .keys()
        .filter(|number| !promised.acts.contains(number))
        .collect();
    if more.len() > 1 {
        return Err(format!("acts {more:?} were refused and count"));
    }
    match more
        .iter()
        .find(|number| !promised.failed_acts.contains(number))
    {
        Some(number) => Err(format!("act {number} was never said")),
        None => Ok(()),
    }
}

/// A document is the one acknowledged last, or one tried since.
fn judge_documents(directory: &mut StateDirectory, promised: &Promised) -> Result<(), String> {
    for (name, (acknowledged, tried)) in &promised.documents {
        let text = directory.document_text(name);
        let embedded = EMBEDDED.iter().find(|(known, _)| known == name);
        let fits = match &text {
            Ok(text) => {
                acknowledged
                    .iter()
                    .chain(tried)
                    .any(|version| document(*version) == *text)
                    || (acknowledged.is_none() && embedded.is_some_and(|(_, e)| e == text))
            }
            Err(_) => acknowledged.is_none() && embedded.is_none(),
        };
        if !fits {
            return Err(format!(
                "{name}: {text:?} instead of {acknowledged:?} or {tried:?}"
            ));
        }
    }
    Ok(())
}

fn judge_leftovers(file_system: &dyn FileSystem, path: &Path) -> Result<(), String> {
    for directory in [path.to_owned(), path.join("minutes")] {
        for entry in file_system.list(&directory).unwrap_or_default() {
            if is_temporary_name(&entry.name) {
                return Err(format!("{} is left over", entry.path.display()));
            }
        }
    }
    Ok(())
}

/// Fails with the first of the violations, if there are any.
pub fn none(violations: &[String]) {
    if let Some(first) = violations.first() {
        panic!("{} violations, the first: {first}", violations.len());
    }
}
