//! What a meeting lacks before it ends.

use crate::domain::entry::EntryKind;
use crate::tui::model::Model;
use crate::tui::model::finish::Hole;

/// What would leave the room with a hole in it.
pub(in crate::tui) fn holes(model: &Model) -> Vec<Hole> {
    let Some(date) = model.open_meeting() else {
        return Vec::new();
    };
    let ledger = model.workspace.ledger();
    let Some(meeting) = ledger.meeting(date) else {
        return Vec::new();
    };
    let mut holes = Vec::new();
    let members = &model.workspace.settings().members;
    if members
        .iter()
        .any(|member| meeting.presence(member).is_none())
    {
        holes.push(Hole::Attendance);
    }
    for entry in ledger.entries() {
        if entry.meeting() != Some(date) || entry.content.kind != EntryKind::Assignment {
            continue;
        }
        if entry.content.executors.is_empty() {
            holes.push(Hole::NoExecutor(entry.item, entry.id));
        }
        if entry.content.due.is_none() {
            holes.push(Hole::NoDue(entry.item, entry.id));
        }
    }
    let undecided = model.workspace.undecided_assignments(date).into_iter();
    holes.extend(undecided.map(|it| {
        let number = model.texts.assignment_number(&it.number, it.origin.day());
        Hole::Undecided(it.id, number.into())
    }));
    let considered = model.workspace.considered(date);
    holes.extend(
        meeting
            .agenda
            .iter()
            .filter(|line| !considered.contains(&line.item))
            .map(|line| Hole::Unconsidered(line.item)),
    );
    holes
}
