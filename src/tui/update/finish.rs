//! The end of the meeting: what is missing, then number, version, papers.

use super::super::model::finish::{FinishState, Hole};
use super::super::model::{Action, Model, Notice, Overlay};
use super::{
    Act, Effect, Follow, Outside, assign, attendance, control, meeting, moved, page_of, record,
};
use crate::domain::entry::EntryKind;
use crate::domain::mark::Status;
use crate::domain::operation::Operation;

pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    if model.open_meeting().is_none() {
        model.notice = Some(Notice::warning(model.texts.get("notice-meeting-locked")));
        return Vec::new();
    }
    let holes = holes(model);
    model.overlays.push(Overlay::Finish(FinishState {
        holes,
        selected: 0,
        offset: 0,
    }));
    Vec::new()
}

/// What would leave the room with a hole in it.
pub(super) fn holes(model: &Model) -> Vec<Hole> {
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

/// Looks again after something changed.
pub(super) fn refresh(model: &mut Model) {
    let fresh = holes(model);
    if let Some(Overlay::Finish(state)) = model
        .overlays
        .iter_mut()
        .find(|overlay| matches!(overlay, Overlay::Finish(_)))
    {
        state.selected = state.selected.min(fresh.len().saturating_sub(1));
        state.holes = fresh;
    }
}

pub(super) fn run(
    model: &mut Model,
    action: Action,
    _outside: &mut Outside<'_>,
) -> Option<Vec<Effect>> {
    let page = page_of(model);
    let Some(Overlay::Finish(state)) = model.overlays.last_mut() else {
        return None;
    };
    if let Some(selected) = moved(action, state.selected, state.holes.len(), page) {
        state.selected = selected;
        return Some(Vec::new());
    }
    match action {
        Action::Accept => Some(finish(model)),
        Action::MendHole => Some(mend(model)),
        Action::Back => {
            model.overlays.pop();
            Some(Vec::new())
        }
        _ => Some(Vec::new()),
    }
}

/// Goes to what mends the chosen hole.
fn mend(model: &mut Model) -> Vec<Effect> {
    let Some(Overlay::Finish(state)) = model.overlays.last() else {
        return Vec::new();
    };
    match state.holes.get(state.selected).cloned() {
        Some(Hole::Attendance) => attendance::open(model),
        Some(Hole::NoExecutor(_, id) | Hole::NoDue(_, id)) => assign::edit(model, id),
        Some(Hole::Undecided(id, _)) => control::ask(model, id),
        Some(Hole::Unconsidered(item)) => {
            model.overlays.pop();
            meeting::select(model, item);
            Vec::new()
        }
        None => Vec::new(),
    }
}

/// Ends the meeting: one act that locks the minutes under their number and marks the plan's own
/// line of this meeting done.
fn finish(model: &mut Model) -> Vec<Effect> {
    let Some(date) = model.open_meeting() else {
        return Vec::new();
    };
    let number = model.workspace.minutes_number(date);
    let mut operations = vec![Operation::FinishMeeting { number }];
    operations.extend(own_mark(model, date));
    let notice = model.texts.with(
        "notice-meeting-ended",
        &[("number", i64::from(number).into())],
    );
    record(
        model,
        Act {
            meeting: Some(date),
            day: date,
            operations,
            notice: Some(Notice::done(notice)),
            follow: Follow {
                close: true,
                papers: Some(date),
                versions: Some(date),
                ..Follow::default()
            },
        },
    )
}

/// The meeting is an activity of the plan itself: holding it is doing it.
fn own_mark(model: &Model, date: crate::domain::date::Date) -> Option<Operation> {
    let activity = model.workspace.settings().meeting_activity?;
    let (_, view) = model.workspace.activity(activity)?;
    let occurrence = view
        .occurrences
        .iter()
        .find(|occurrence| occurrence.window.contains(date))
        // Held on another day of its week: it is that week's all the same.
        .or_else(|| {
            view.occurrences
                .iter()
                .find(|occurrence| occurrence.window.first.start_of_week() == date.start_of_week())
        })?;
    let first = occurrence.window.first;
    let done = model
        .workspace
        .mark_on(activity, first, date)
        .is_some_and(|mark| mark.status == Status::Done);
    (!done).then_some(Operation::Mark {
        activity,
        occurrence: first,
        status: Status::Done,
        happened: None,
    })
}
