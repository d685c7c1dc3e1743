//! Files cut at every byte, filled up with zeros from every byte, and with every bit turned.

use std::path::Path;

use planerka::domain::operation::Record;
use planerka::store::check::check;
use planerka::store::embedded;
use planerka::store::journal::{encode, parse_file};
use planerka::store::simulated::SimulatedFileSystem;

use crate::samples::{act, number_of};

/// What was tried and what went wrong.
#[derive(Debug, Default)]
pub struct Outcome {
    pub files: u64,
    pub violations: Vec<String>,
}

/// Damages a journal of `acts` acts, the first of which has this number, in every way.
pub fn explore(first: u64, acts: u64) -> Outcome {
    let all: Vec<Vec<Record>> = (first..first + acts).map(act).collect();
    let mut whole = Vec::new();
    let mut ends = vec![0];
    for act in &all {
        whole.extend(encode(act).unwrap());
        ends.push(whole.len());
    }
    let mut outcome = Outcome::default();
    for length in 0..=whole.len() {
        // Exactly the acts that are whole.
        let expected = ends.iter().filter(|end| **end <= length).count() - 1;
        let cut = whole[..length].to_vec();
        let mut zeros = whole.clone();
        zeros[length..].fill(0);
        for (how, bytes) in [("cut", cut), ("zeros", zeros)] {
            let found = numbers(&bytes, &all, &mut outcome);
            if found != (first..first + expected as u64).collect::<Vec<_>>() {
                outcome
                    .violations
                    .push(format!("{how} at {length}: {found:?}"));
            }
        }
    }
    let mut damaged = whole.clone();
    for bit in 0..whole.len() * 8 {
        damaged[bit / 8] ^= 1 << (bit % 8);
        // The act with the bit may suffer, and the next one if the bit was in a line end.
        let hit = first - 1 + ends.iter().position(|end| *end > bit / 8).unwrap() as u64;
        let found = numbers(&damaged, &all, &mut outcome);
        let rest_is_there = (first..first + acts)
            .filter(|number| *number != hit && *number != hit + 1)
            .all(|number| found.contains(&number));
        if !rest_is_there {
            outcome
                .violations
                .push(format!("bit {bit}: only {found:?}"));
        }
        damaged[bit / 8] ^= 1 << (bit % 8);
    }
    outcome
}

/// The acts found in a file; a record nobody wrote is a violation, and so is a loss without a
/// word.
fn numbers(bytes: &[u8], all: &[Vec<Record>], outcome: &mut Outcome) -> Vec<u64> {
    outcome.files += 1;
    let parsed = parse_file(Path::new("2023-05.pc1.log"), bytes);
    let mut found = Vec::new();
    for (_line, record) in &parsed.records {
        let number = number_of(record);
        let known = all.iter().find(|act| number_of(&act[0]) == number);
        if !known.is_some_and(|act| act.contains(record)) {
            outcome
                .violations
                .push(format!("{record:?} was never said"));
        }
        if found.last() != Some(&number) {
            found.push(number);
        }
    }
    if parsed.whole > bytes.len() as u64 {
        outcome.violations.push("longer than the file".to_owned());
    }
    let count: usize = all.iter().map(Vec::len).sum();
    let lost = bytes.len() >= all.len() && parsed.records.len() < count;
    let ends_cleanly = bytes.last().is_none_or(|last| *last == b'\n');
    if lost && !ends_cleanly && parsed.findings.is_empty() {
        outcome.violations.push("lost without a word".to_owned());
    }
    found
}

/// Damages a document in every way, or in every `stride`-th. What is cut short or filled up with
/// zeros is never taken for a document; what is said of a file points into it.
pub fn explore_document(name: &str, text: &[u8], stride: usize) -> Outcome {
    let mut outcome = Outcome::default();
    let written = text.trim_ascii_end().len();
    for length in (0..text.len()).step_by(stride) {
        let cut = text[..length].to_vec();
        let mut zeros = text.to_vec();
        zeros[length..].fill(0);
        if length < written && examine(name, &cut, &mut outcome) {
            outcome
                .violations
                .push(format!("{name} cut at {length} is accepted"));
        }
        if examine(name, &zeros, &mut outcome) {
            outcome
                .violations
                .push(format!("{name} with zeros from {length} is accepted"));
        }
    }
    let mut damaged = text.to_vec();
    for bit in (0..text.len() * 8).step_by(stride) {
        damaged[bit / 8] ^= 1 << (bit % 8);
        // A letter turned into another letter is a document, too: documents have no checksum.
        examine(name, &damaged, &mut outcome);
        damaged[bit / 8] ^= 1 << (bit % 8);
    }
    outcome
}

/// Whether nothing is found wrong with a document.
fn examine(name: &str, bytes: &[u8], outcome: &mut Outcome) -> bool {
    outcome.files += 1;
    let disk = SimulatedFileSystem::new();
    let state = Path::new("/state");
    disk.place(&state.join(name), bytes);
    let findings = check(&disk, state, &[]);
    let lines = bytes.split(|byte| *byte == b'\n').count();
    if let Some(finding) = findings.iter().find(|finding| finding.place.line > lines) {
        let place = &finding.place;
        outcome
            .violations
            .push(format!("{place} is beyond {lines} lines"));
    }
    findings.is_empty()
}

/// The documents that the long run damages: small ones of each sort, and a real one.
pub const DOCUMENTS: &[(&str, &str)] = &[
    ("settings.ron", embedded::SETTINGS),
    ("subjects.ron", embedded::SUBJECTS),
    ("plan.ron", include_str!("../damaged/plan.whole.ron")),
    (
        "minutes/2023-05-25.ron",
        include_str!("../damaged/minutes.whole.ron"),
    ),
    (
        "tactical-plans/2023-05-25.ron",
        include_str!("../damaged/tactical-plan.whole.ron"),
    ),
];

#[test]
fn no_damaged_document_is_taken_for_a_whole_one() {
    let mut files = 0;
    for (name, text) in DOCUMENTS {
        let outcome = explore_document(name, text.as_bytes(), text.len() / 100);
        files += outcome.files;
        crate::oracle::none(&outcome.violations);
    }
    println!("{files} files");
    assert!(files > 4_000);
}

#[test]
fn no_damage_to_a_journal_makes_a_wrong_record_or_hides_a_right_one() {
    let outcome = explore(1, 4);
    println!("{} files", outcome.files);
    assert!(outcome.files > 10_000);
    crate::oracle::none(&outcome.violations);
}
