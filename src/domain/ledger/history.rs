//! Undo and redo as records: which acts live, which one comes next.

use super::super::id::Id;
use super::super::operation::{Operation, Record, WriterId};
use super::super::quick::QuickSet;

/// The acts that do not count, from records sorted by the order of the fold.
///
/// Read from the end: a retraction counts unless a later living one retracts it.
pub(super) fn retracted(records: &[Record]) -> QuickSet<Id> {
    let mut retracted = QuickSet::default();
    for record in records.iter().rev() {
        if let Operation::Retract { act } = record.op
            && !retracted.contains(&record.act)
        {
            retracted.insert(act);
        }
    }
    retracted
}

/// The last living act of the writer that is not itself a retraction.
pub(super) fn undo_target(
    records: &[Record],
    retracted: &QuickSet<Id>,
    writer: &WriterId,
) -> Option<Id> {
    records
        .iter()
        .rev()
        .find(|record| {
            record.writer == *writer
                && !record.op.is_retraction()
                && !record.op.is_of_files()
                && !retracted.contains(&record.act)
        })
        .map(|record| record.act)
}

/// The last living retraction of the writer, unless something new was done after it.
pub(super) fn redo_target(
    records: &[Record],
    retracted: &QuickSet<Id>,
    writer: &WriterId,
) -> Option<Id> {
    records
        .iter()
        .rev()
        .filter(|record| record.writer == *writer && !record.op.is_of_files())
        .take_while(|record| record.op.is_retraction())
        .find(|record| {
            !retracted.contains(&record.act)
                && matches!(record.op, Operation::Retract { act } if !is_retraction_act(records, act))
        })
        .map(|record| record.act)
}

fn is_retraction_act(records: &[Record], act: Id) -> bool {
    records
        .iter()
        .any(|record| record.act == act && record.op.is_retraction())
}
