//! Whose attendance is asked for, and how many are there.

use crate::domain::subject::SubjectId;
use crate::tui::model::Model;

/// Members in the order of the settings, then guests in the order they came.
pub fn seats(model: &Model) -> Vec<SubjectId> {
    let mut seats = model.workspace.settings().members.clone();
    let meeting = model
        .meeting_date()
        .and_then(|date| model.workspace.ledger().meeting(date));
    for (subject, _) in meeting.into_iter().flat_map(|meeting| &meeting.attendance) {
        if !seats.contains(subject) {
            seats.push(subject.clone());
        }
    }
    seats
}

/// How many members are present, and how many there are.
pub fn count(model: &Model) -> (usize, usize) {
    let members = &model.workspace.settings().members;
    let present = model
        .meeting_date()
        .and_then(|date| model.workspace.ledger().meeting(date))
        .map_or(0, |meeting| {
            members
                .iter()
                .filter(|member| {
                    meeting
                        .presence(member)
                        .is_some_and(crate::domain::meeting::Presence::is_present)
                })
                .count()
        });
    (present, members.len())
}
