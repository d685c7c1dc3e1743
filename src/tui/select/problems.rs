//! The chosen problem of the state directory, and the way out of it.

use crate::domain::date::Date;
use crate::domain::subject::SubjectId;
use crate::store::document::DocumentFault;
use crate::store::embedded;
use crate::store::finding::Fault;
use crate::store::journal::parse_file_name;
use crate::store::mend::{Repair, is_damaged_line};
use crate::tui::model::problems::{Problem, WayOut};
use crate::tui::model::{Model, Overlay};

/// What the program itself can do about a problem. What a newer program wrote is good for that one,
/// what cannot be read cannot be copied before it is replaced, and the journal files of other
/// machines are theirs.
pub fn way_out(model: &Model, problem: &Problem) -> Option<WayOut> {
    if let Some(unknown) = &problem.unknown {
        return Some(WayOut::Identify(unknown.clone()));
    }
    let name = model.problems.name_of(&problem.report.place.path);
    let in_journal = name.strip_prefix("journal/");
    match problem.fault.as_ref()? {
        Fault::SyncConflict => in_journal.map(|_| WayOut::Mend(Repair::Copies)),
        fault if is_damaged_line(fault) => {
            let (writer, _part) = parse_file_name(in_journal?)?;
            (writer == model.writer).then_some(WayOut::Mend(Repair::Lines))
        }
        Fault::ApprovedMissing { date, .. } | Fault::ApprovedAltered { date, .. } => {
            Some(WayOut::Papers(*date))
        }
        Fault::SameNumber { date, other, .. } => Some(WayOut::Renumber {
            date: *date,
            other: *other,
        }),
        Fault::HeldTwice { date } => Some(WayOut::Join(*date)),
        Fault::Document(DocumentFault::NewerFormat { .. } | DocumentFault::Unreadable(_)) => None,
        Fault::Document(_) if embedded::ALL.iter().any(|(known, _)| *known == name) => {
            Some(WayOut::Mend(Repair::Embedded(name)))
        }
        Fault::Document(_) => {
            let day: Date = ["minutes/", "tactical-plans/"]
                .iter()
                .find_map(|folder| name.strip_prefix(folder)?.strip_suffix(".ron"))?
                .parse()
                .ok()?;
            let is_on_record = model.workspace.ledger().meeting(day).is_some();
            is_on_record.then_some(WayOut::Papers(day))
        }
        _ => None,
    }
}

/// The chosen problem.
pub fn selected(model: &Model) -> Option<&Problem> {
    match model.overlays.last() {
        Some(Overlay::Problems(state)) => model.problems.findings.get(state.selected),
        _ => None,
    }
}

/// The unknown subject of the problem that lies below the topmost overlay.
pub fn unknown_below(model: &Model) -> Option<SubjectId> {
    model
        .overlays
        .iter()
        .rev()
        .find_map(|overlay| match overlay {
            Overlay::Problems(state) => {
                model.problems.findings.get(state.selected)?.unknown.clone()
            }
            _ => None,
        })
}
