//! A journal cut at every byte, filled up with zeros from every byte, and with every bit turned.

use std::path::Path;

use planerka::domain::operation::Record;
use planerka::store::journal::{encode, parse_file};

use crate::oracle::none;
use crate::samples::{act, number_of};

/// What was tried and what went wrong.
#[derive(Debug, Default)]
pub struct Outcome {
    pub files: u64,
    pub violations: Vec<String>,
}

/// Damages a journal of `acts` acts in every way.
pub fn explore(acts: u64) -> Outcome {
    let all: Vec<Vec<Record>> = (1..=acts).map(act).collect();
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
            if found != (1..=expected as u64).collect::<Vec<_>>() {
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
        let hit = ends.iter().position(|end| *end > bit / 8).unwrap() as u64;
        let found = numbers(&damaged, &all, &mut outcome);
        let rest_is_there = (1..=acts)
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
        let known = all.get(number as usize - 1);
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

#[test]
fn no_damage_to_a_journal_makes_a_wrong_record_or_hides_a_right_one() {
    let outcome = explore(4);
    println!("{} files", outcome.files);
    assert!(outcome.files > 10_000);
    none(&outcome.violations);
}
