//! Merging what the files of the journal hold: the same record may stand in several of them, and
//! each of them is in the order of the fold, or nearly.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::path::PathBuf;
use std::vec::IntoIter;

use super::read::{Journal, tell};
use crate::domain::id::Id;
use crate::domain::operation::Record;
use crate::domain::quick::{QuickMap, QuickSet};
use crate::store::document::{DocumentFault, record_to_text};
use crate::store::finding::{Fault, Finding};
use crate::store::place::Place;

/// The furthest a clock goes ahead at once. It counts operations, one machine after another, so that
/// only a hand or a damage makes it jump; and one that has arrived at the end of its numbers leaves
/// no room for whatever comes after.
const FURTHEST: u64 = 1 << 32;

/// The records of one file, with their lines.
pub(super) struct Run {
    pub(super) path: PathBuf,
    pub(super) records: Vec<(usize, Record)>,
}

/// Which run, and which record in it.
type Spot = (usize, usize);

/// The order of the fold.
type Order = (u64, Id);

fn order(record: &Record) -> Order {
    (record.clock, record.id)
}

/// Puts the records of all files into the journal, in the order of the fold and each once, and
/// leaves out those whose clock is not to be believed.
pub(super) fn merge(mut runs: Vec<Run>, journal: &mut Journal) {
    let left_out = repeated(&runs, &mut journal.findings);
    for (nth, run) in runs.iter_mut().enumerate() {
        if !left_out.is_empty() {
            let mut index = 0_usize;
            run.records.retain(|_| {
                index += 1;
                !left_out.contains(&(nth, index - 1))
            });
        }
        if !run.records.is_sorted_by_key(|(_, record)| order(record)) {
            run.records.sort_by_key(|(_, record)| order(record));
        }
    }
    in_order(runs, journal);
}

/// The records that stand somewhere else too, and do not count here.
fn repeated(runs: &[Run], findings: &mut Vec<Finding>) -> QuickSet<Spot> {
    let mut by_id: QuickMap<Id, Spot> = QuickMap::default();
    by_id.reserve(runs.iter().map(|run| run.records.len()).sum());
    let mut left_out = QuickSet::default();
    for (nth, run) in runs.iter().enumerate() {
        for (index, (line, record)) in run.records.iter().enumerate() {
            let spot = (nth, index);
            let Some(known_spot) = by_id.insert(record.id, spot) else {
                continue;
            };
            let Some((known_place, known)) = at(runs, known_spot) else {
                continue;
            };
            let place = line_place(run, *line);
            // Which one counts must not depend on the names of the files.
            let counts = known != record && as_text(record) < as_text(known);
            let (left, (left_at, other)) = if counts {
                (known_spot, (known_place, place))
            } else {
                by_id.insert(record.id, known_spot);
                (spot, (place, known_place))
            };
            left_out.insert(left);
            if known != record {
                let (id, other) = (record.id, Box::new(other));
                findings.push(Finding::new(left_at, Fault::Contradiction { id, other }));
            }
        }
    }
    left_out
}

fn at(runs: &[Run], (nth, index): Spot) -> Option<(Place, &Record)> {
    let run = runs.get(nth)?;
    let (line, record) = run.records.get(index)?;
    Some((line_place(run, *line), record))
}

/// Goes through the runs as one.
fn in_order(runs: Vec<Run>, journal: &mut Journal) {
    let count = runs.iter().map(|run| run.records.len()).sum();
    journal.records.reserve_exact(count);
    let mut heads = BinaryHeap::new();
    let mut open: Vec<(PathBuf, IntoIter<(usize, Record)>)> = Vec::new();
    for run in runs {
        let records = run.records.into_iter();
        heads.extend(first(&records).map(|order| Reverse((order, open.len()))));
        open.push((run.path, records));
    }
    let mut clock = 0_u64;
    while let Some(Reverse((_, nth))) = heads.pop() {
        let Some((path, records)) = open.get_mut(nth) else {
            continue;
        };
        // One file goes on until another one has something that comes before.
        loop {
            match (first(records), heads.peek()) {
                (None, _) => {
                    *records = Vec::new().into_iter();
                    break;
                }
                (Some(own), Some(Reverse((other, _)))) if *other < own => {
                    heads.push(Reverse((own, nth)));
                    break;
                }
                _ => {}
            }
            let Some((line, record)) = records.next() else {
                break;
            };
            if record.clock.saturating_sub(clock) > FURTHEST {
                let fault = Fault::Record(DocumentFault::OutOfBounds);
                let place = Place::in_line(path, "", line, 1);
                tell(&mut journal.findings, Finding::new(place, fault));
                continue;
            }
            clock = record.clock;
            journal.records.push(record);
        }
    }
}

fn first(records: &IntoIter<(usize, Record)>) -> Option<Order> {
    records.as_slice().first().map(|(_, record)| order(record))
}

fn as_text(record: &Record) -> String {
    record_to_text(record).unwrap_or_default()
}

fn line_place(run: &Run, line: usize) -> Place {
    Place::in_line(&run.path, "", line, 1)
}
