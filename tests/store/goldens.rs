//! Damaged files and what is said of each: its fault by name and where to look. The table
//! `tests/damaged/expected.txt` and the files beside it are held to each other both ways.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use planerka::store::check::check;
use planerka::store::embedded;
use planerka::store::simulated::SimulatedFileSystem;

/// What stands in the table instead of faults when there are none.
const FINE: &str = "fine";

fn directory() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/damaged")
}

/// All damaged files, by name.
pub fn files() -> BTreeMap<String, Vec<u8>> {
    let listed = fs::read_dir(directory()).unwrap().map(Result::unwrap);
    listed
        .map(|entry| (entry.file_name().into_string().unwrap(), entry.path()))
        .filter(|(name, _)| name != "expected.txt" && !name.starts_with('.'))
        .map(|(name, path)| (name, fs::read(path).unwrap()))
        .collect()
}

/// Where in a state directory a golden stands: its first word says of what it is a copy.
pub fn place_of(name: &str) -> &'static str {
    match name.split('.').next() {
        Some("plan") => "plan.ron",
        Some("subjects") => "subjects.ron",
        Some("settings") => "settings.ron",
        Some("minutes") => "minutes/2023-05-25.ron",
        Some("tactical-plan") => "tactical-plans/2023-05-25.ron",
        Some("journal") => "journal/2023-05.pc1.log",
        _ => panic!("{name}: a copy of what?"),
    }
}

/// What is found in a state directory with this file in it: `fault line:column`.
fn found_in(name: &str, bytes: &[u8]) -> Vec<String> {
    let state = Path::new("/state");
    let disk = SimulatedFileSystem::new();
    for (document, text) in embedded::ALL {
        disk.place(&state.join(document), text.as_bytes());
    }
    disk.place(&state.join(place_of(name)), bytes);
    let findings = check(&disk, state, &[]);
    let said = findings.iter().map(|finding| {
        assert_eq!(finding.place.path, state.join(place_of(name)), "{name}");
        let (line, column) = (finding.place.line, finding.place.column);
        format!("{} {line}:{column}", finding.fault.name())
    });
    said.collect()
}

/// Holds files and table to each other: how many files are damaged, and what differs.
pub fn compare() -> (u64, Vec<String>) {
    let mut found = Vec::new();
    for (name, bytes) in files() {
        let faults = found_in(&name, &bytes);
        let faults = if faults.is_empty() {
            FINE.to_owned()
        } else {
            faults.join(", ")
        };
        found.push(format!("{name}\t{faults}"));
    }
    let found = found.join("\n");
    let expected = fs::read_to_string(directory().join("expected.txt")).unwrap_or_default();
    let expected = expected.replace("\r\n", "\n");
    let missing = |how: &str, one: &str, other: &str| -> Vec<String> {
        let is_missing = |line: &&str| !other.lines().any(|known| known == *line);
        let lines = one.lines().filter(is_missing);
        lines.map(|line| format!("{how}: {line}")).collect()
    };
    let mut differences = missing("found", &found, &expected);
    differences.extend(missing("expected", &expected, &found));
    let is_damaged = |line: &&str| !line.ends_with(FINE);
    let damaged = expected.lines().filter(is_damaged).count() as u64;
    (damaged, differences)
}

#[test]
fn every_damaged_file_is_named_by_its_fault_and_place() {
    let (damaged, differences) = compare();
    println!("{damaged} damaged files");
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert!(damaged >= 60, "{damaged}");
}

#[test]
fn the_documents_of_the_program_are_fine() {
    for (name, text) in embedded::ALL {
        assert_eq!(found_in(name, text.as_bytes()), Vec::<String>::new());
    }
}
