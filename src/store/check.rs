//! `planerka check`: every file of a state directory, what is wrong with it and where. Reads
//! only.

mod examine;
mod spare;

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::document::{
    self, DocumentError, DocumentFault, Fingerprint, is_document_name, is_temporary_name,
    read_bytes, read_text, text_in,
};
use super::file_system::{FileKind, FileSystem, Listed};
use super::finding::{Fault, Finding};
use super::journal::{SIZE_LIMIT, parse_file, parse_file_name, read_journal, year_of};
use super::place::Place;
use super::template::{DIRECTORY, is_letterhead_name, is_template_name};
use crate::domain::document::Document;
use crate::domain::ledger::Ledger;
use crate::domain::operation::Record;

/// Looks through one document: its path and its text.
pub type Examine<'a> = &'a dyn Fn(&Path, &str) -> Vec<Finding>;

/// Looks through every file. `examine` names documents to be looked through in another way than
/// this room does: by their whole name (`settings.ron`) or by their directory (`minutes/`). What
/// nobody knows has to be RON with a known form at least.
pub fn check(
    file_system: &dyn FileSystem,
    path: &Path,
    examine: &[(&str, Examine<'_>)],
) -> Vec<Finding> {
    look_through(file_system, path, examine, &BTreeMap::new()).findings
}

/// What whoever has a directory looked through has understood of it already.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// What its journal means.
    pub ledger: Option<Arc<Ledger>>,
    /// Documents that have all their keys, by what they were read from.
    pub documents: Vec<(Fingerprint, Arc<Document>)>,
    /// The files of the journal the ledger was made of and what each of them held; empty where
    /// something was wrong with one of them.
    pub journal: BTreeMap<PathBuf, Fingerprint>,
}

/// What came of looking through a state directory.
#[derive(Clone, Debug, Default)]
pub struct LookedThrough {
    /// What is wrong in it.
    pub findings: Vec<Finding>,
    /// The records of its journal that count, in the order of the fold: who wants to know what they
    /// mean need not read them again. `None` where every file holds what it was known to hold.
    pub records: Option<Vec<Record>>,
}

/// Does what [`check`] does, and hands on the journal that was read for it.
pub fn look_through(
    file_system: &dyn FileSystem,
    path: &Path,
    examine: &[(&str, Examine<'_>)],
    known: &BTreeMap<PathBuf, Fingerprint>,
) -> LookedThrough {
    let mut findings = Vec::new();
    let mut records = Some(Vec::new());
    let listed = match file_system.list(path) {
        Ok(listed) => listed,
        Err(error) => {
            return LookedThrough {
                findings: vec![unreadable(path, &error)],
                records,
            };
        }
    };
    for entry in listed {
        if is_written(&entry) && leads_out(file_system, path, &entry.path) {
            findings.push(Finding::new(Place::file(&entry.path), Fault::LeadsOut));
        }
        match (entry.kind, entry.name.as_str()) {
            (FileKind::Directory, "journal") => {
                records = if is_as_known(file_system, &entry.path, known) {
                    None
                } else {
                    let journal = read_journal(file_system, &entry.path);
                    findings.extend(journal.findings);
                    Some(journal.records)
                };
                findings.extend(strangers_of_journal(file_system, &entry.path));
                findings.extend(spare::quiet_writers(file_system, &entry.path));
            }
            (
                FileKind::Directory,
                "minutes" | "tactical-plans" | "themes" | "approved" | "documents",
            ) => {
                let prefix = format!("{}/", entry.name);
                match file_system.list(&entry.path) {
                    Ok(listed) => {
                        let listed = listed.into_iter().flat_map(|found| match found.kind {
                            // The text a document is known by.
                            FileKind::Directory if entry.name == "documents" => {
                                file_system.list(&found.path).unwrap_or_default()
                            }
                            _ => vec![found],
                        });
                        let listed: Vec<Listed> = listed.collect();
                        findings.extend(listed.iter().flat_map(|document| {
                            check_file(file_system, document, &prefix, examine)
                        }));
                    }
                    Err(error) => findings.push(unreadable(&entry.path, &error)),
                }
            }
            (FileKind::Directory, DIRECTORY) => {
                findings.extend(strangers_of_templates(file_system, &entry.path));
            }
            (FileKind::Directory, "quarantine") => {
                findings.extend(spare::set_aside(file_system, &entry.path));
            }
            (FileKind::Directory, "backups") => {
                findings.extend(spare::copies(file_system, &entry.path));
            }
            // Papers for people, and how files were read; nothing is checked in them.
            (FileKind::Directory, "export" | "imports")
            | (FileKind::File, ".lock" | ".holder" | ".hall" | ".gitignore" | ".gitattributes") => {
            }
            (FileKind::Directory, name) if name.starts_with('.') => {}
            // What stands in the place of a document keeps the program from reading it.
            (FileKind::Directory | FileKind::Other, name) if is_document_name(name) => {
                findings.extend(read_text(file_system, &entry.path).err().map(as_finding));
            }
            (FileKind::Directory | FileKind::Other, _) => {
                findings.push(Finding::new(Place::file(&entry.path), Fault::Unknown));
            }
            (FileKind::File, _) => findings.extend(check_file(file_system, &entry, "", examine)),
        }
    }
    LookedThrough { findings, records }
}

/// Whether the journal has the files that are known, every one with what it is known to hold.
fn is_as_known(
    file_system: &dyn FileSystem,
    directory: &Path,
    known: &BTreeMap<PathBuf, Fingerprint>,
) -> bool {
    let listed = file_system.list(directory).unwrap_or_default();
    let files: Vec<&Listed> = listed
        .iter()
        .filter(|it| parse_file_name(&it.name).is_some() || year_of(&it.name).is_some())
        .collect();
    let holds = |file: &&Listed| {
        let read = file_system.read(&file.path, SIZE_LIMIT);
        let content = read.map(|bytes| Fingerprint::of(&bytes));
        known.get(&file.path).copied() == content.ok()
    };
    !known.is_empty() && files.len() == known.len() && files.iter().all(holds)
}

/// Whether the program writes into a directory by itself.
fn is_written(entry: &Listed) -> bool {
    let name = entry.name.as_str();
    let known = [
        "journal",
        "minutes",
        "tactical-plans",
        "quarantine",
        "backups",
        "export",
        "imports",
    ];
    entry.kind == FileKind::Directory && known.contains(&name)
}

fn leads_out(file_system: &dyn FileSystem, root: &Path, directory: &Path) -> bool {
    let inside = directory.join("any");
    file_system.leads_out(root, &inside).unwrap_or(false)
}

/// A document for itself: nothing the program would write beside it, and what it holds.
fn check_file(
    file_system: &dyn FileSystem,
    entry: &Listed,
    prefix: &str,
    examine: &[(&str, Examine<'_>)],
) -> Vec<Finding> {
    if let Some(fault) = stranger(&entry.name) {
        return vec![Finding::new(Place::file(&entry.path), fault)];
    }
    if entry.kind != FileKind::File || !is_document_name(&entry.name) {
        return vec![Finding::new(Place::file(&entry.path), Fault::Unknown)];
    }
    let bytes = match read_bytes(file_system, &entry.path, document::SIZE_LIMIT) {
        Ok(bytes) => bytes,
        Err(error) => return vec![as_finding(error)],
    };
    let text = match text_in(&entry.path, &bytes) {
        Ok(text) => text,
        Err(error) => return vec![as_finding(error)],
    };
    let name = format!("{prefix}{}", entry.name);
    let wanted = |known: &str| known == name || (!prefix.is_empty() && known == prefix);
    match examine.iter().find(|(known, _)| wanted(known)) {
        Some((_, examine)) => examine(&entry.path, text),
        None => examine::document(&name, &entry.path, text),
    }
}

/// A document that does not parse, as a finding.
pub fn as_finding(error: DocumentError) -> Finding {
    Finding::new(*error.place, Fault::Document(error.fault))
}

fn unreadable(path: &Path, error: &io::Error) -> Finding {
    Finding::new(
        Place::file(path),
        Fault::Document(DocumentFault::Unreadable(error.kind())),
    )
}

fn strangers_of_journal(file_system: &dyn FileSystem, directory: &Path) -> Vec<Finding> {
    let listed = file_system.list(directory).unwrap_or_default();
    listed
        .into_iter()
        .filter(|entry| parse_file_name(&entry.name).is_none() && year_of(&entry.name).is_none())
        .map(|entry| {
            let fault = match stranger(&entry.name) {
                Some(fault) => fault,
                // Syncers have many names for a copy; what is in it tells.
                None if has_records(file_system, &entry) => Fault::SyncConflict,
                None => Fault::Unknown,
            };
            Finding::new(Place::file(&entry.path), fault)
        })
        .collect()
}

/// Whether a file holds at least one act.
fn has_records(file_system: &dyn FileSystem, entry: &Listed) -> bool {
    let bytes = file_system.read(&entry.path, SIZE_LIMIT);
    bytes.is_ok_and(|bytes| !parse_file(&entry.path, &bytes).records.is_empty())
}

/// What a template is, is looked at by those who fill it; here only that it can be one.
fn strangers_of_templates(file_system: &dyn FileSystem, directory: &Path) -> Vec<Finding> {
    let listed = file_system.list(directory).unwrap_or_default();
    let found = listed.into_iter().filter_map(|entry| {
        // What is wrong with a letterhead, those who fill it say.
        if is_letterhead_name(&entry.name) {
            return None;
        }
        if !is_template_name(&entry.name) {
            let fault = stranger(&entry.name).unwrap_or(Fault::Unknown);
            return Some(Finding::new(Place::file(&entry.path), fault));
        }
        read_text(file_system, &entry.path).err().map(as_finding)
    });
    found.collect()
}

/// Names that file syncers, editors and merges give to what they leave behind.
fn stranger(name: &str) -> Option<Fault> {
    let lower = name.to_lowercase();
    let conflict = [".sync-conflict-", "conflicted copy", "конфликтующая копия"];
    if conflict.iter().any(|mark| lower.contains(mark)) || is_numbered_copy(&lower) {
        return Some(Fault::SyncConflict);
    }
    let left = [".orig", ".rej", ".bak", ".tmp", ".swp", "~"]
        .iter()
        .any(|end| lower.ends_with(end));
    let left =
        left || lower.starts_with(".#") || lower.starts_with(".~") || is_temporary_name(name);
    left.then_some(Fault::Leftover)
}

/// `plan (1).ron`, `plan - Copy.ron`: what syncers, browsers and file managers call a second file of
/// a name.
fn is_numbered_copy(lower: &str) -> bool {
    let Some((stem, _end)) = lower.rsplit_once('.') else {
        return false;
    };
    let is_number =
        |inside: &str| !inside.is_empty() && inside.bytes().all(|it| it.is_ascii_digit());
    let numbered = stem
        .strip_suffix(')')
        .and_then(|stem| stem.rsplit_once('('));
    let words = ["copy", "копия"];
    let copied = words.iter().any(|word| {
        let before = stem.strip_suffix(word);
        before.is_some_and(|before| before.ends_with([' ', '-', '_']))
    });
    copied || numbered.is_some_and(|(before, inside)| !before.is_empty() && is_number(inside))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::operation::WriterId;
    use crate::store::file_system::create_directories;
    use crate::store::journal::{act_for_tests as act, encode};
    use crate::store::lock::Holder;
    use crate::store::simulated::SimulatedFileSystem;
    use crate::store::state_directory::{Options, StateDirectory};

    const OTHER: &str = "/state/journal/2023-05.b.log";

    /// A directory with an act of somebody else's, open.
    fn opened(other: &[u8]) -> (SimulatedFileSystem, StateDirectory) {
        let disk = SimulatedFileSystem::new();
        create_directories(&disk, Path::new("/state/journal")).unwrap();
        disk.place(Path::new(OTHER), other);
        let options = Options {
            writer: WriterId("a".into()),
            read_only: false,
            holder: Holder::default(),
            embedded: &[],
        };
        let files = Arc::new(disk.clone());
        let opened = StateDirectory::open(files, Path::new("/state"), &options).unwrap();
        (disk, opened.directory)
    }

    fn records(disk: &SimulatedFileSystem, directory: &StateDirectory) -> Option<usize> {
        let known = directory.known().journal;
        let looked = look_through(disk, Path::new("/state"), &[], &known);
        looked.records.map(|records| records.len())
    }

    #[test]
    fn a_journal_that_is_as_it_was_read_and_written_is_not_understood_again() {
        let other = encode(&act("b", 1, 1)).unwrap();
        let (disk, mut directory) = opened(&other);
        assert_eq!(records(&disk, &directory), None);
        // What was recorded since is known, in an old file and in a new one.
        directory.append(&act("a", 2, 2)).unwrap();
        assert_eq!(records(&disk, &directory), None);
        directory.append(&act("a", 3, 1)).unwrap();
        assert_eq!(records(&disk, &directory), None);
        // A letter of somebody else's is changed, a file comes, a file goes.
        let more = [other.clone(), encode(&act("b", 4, 1)).unwrap()].concat();
        disk.place(Path::new(OTHER), &more);
        assert_eq!(records(&disk, &directory), Some(5));
        disk.place(Path::new(OTHER), &other);
        let third = Path::new("/state/journal/2023-06.c.log");
        disk.place(third, &encode(&act("c", 5, 1)).unwrap());
        assert_eq!(records(&disk, &directory), Some(5));
        disk.remove(third).unwrap();
        assert_eq!(records(&disk, &directory), None);
        disk.remove(Path::new(OTHER)).unwrap();
        assert_eq!(records(&disk, &directory), Some(3));
    }

    #[test]
    fn what_is_wrong_with_a_journal_is_said_every_time() {
        let mut other = encode(&act("b", 1, 1)).unwrap();
        other[12] ^= 1;
        let (disk, mut directory) = opened(&other);
        directory.append(&act("a", 2, 1)).unwrap();
        let known = directory.known().journal;
        assert!(known.is_empty(), "{known:?}");
        let looked = look_through(&disk, Path::new("/state"), &[], &known);
        let damaged = |it: &Finding| it.place.path == Path::new(OTHER);
        assert!(looked.findings.iter().any(damaged), "{looked:?}");
    }

    #[test]
    fn copies_of_syncers_and_file_managers_are_known_by_their_names() {
        for name in [
            "plan (1).ron",
            "plan(12).ron",
            "plan - Copy.ron",
            "plan — копия.ron",
            "plan.sync-conflict-20230525-101112-ABCDEFG.ron",
            "plan (Anna's conflicted copy 2023-05-25).ron",
        ] {
            assert_eq!(stranger(name), Some(Fault::SyncConflict), "{name}");
        }
        for name in [
            "plan.ron",
            "photocopy.ron",
            "copy.ron",
            "(1).ron",
            "plan (a).ron",
        ] {
            assert_eq!(stranger(name), None, "{name}");
        }
    }
}
