//! Who is there: everybody with one key, exceptions by name.

use super::super::model::attendance::AttendanceState;
use super::super::model::prompt::Purpose;
use super::super::model::{Action, Model, Notice, Overlay};
use super::meeting::act;
use super::{Effect, Follow, Outside, moved, page_of, prompt};
use crate::domain::meeting::Presence;
use crate::domain::operation::Operation;
use crate::domain::subject::SubjectId;

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

pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    if model.workspace.settings().members.is_empty() {
        model.notice = Some(Notice::warning(model.texts.get("notice-no-members")));
    }
    model
        .overlays
        .push(Overlay::Attendance(AttendanceState::default()));
    Vec::new()
}

pub(super) fn run(
    model: &mut Model,
    action: Action,
    _outside: &mut Outside<'_>,
) -> Option<Vec<Effect>> {
    let seats = seats(model);
    let page = page_of(model);
    let Some(Overlay::Attendance(state)) = model.overlays.last_mut() else {
        return None;
    };
    if let Some(selected) = moved(action, state.selected, seats.len(), page) {
        state.selected = selected;
        return Some(Vec::new());
    }
    let who = seats.get(state.selected).cloned();
    let presence = match action {
        Action::Accept | Action::Back | Action::Attendance => {
            model.overlays.pop();
            return Some(Vec::new());
        }
        Action::AllPresent => return Some(all_present(model)),
        Action::Invite => return Some(prompt::open(model, Purpose::Guest, "")),
        Action::MarkExcused => return Some(prompt::open(model, Purpose::Excuse(who?), "")),
        Action::MarkDeputy => return Some(prompt::open(model, Purpose::Deputy(who?), "")),
        Action::MarkPresent => Presence::Present,
        Action::MarkAbsent => Presence::Absent,
        Action::MarkRemote => Presence::Remote,
        Action::MarkLate => Presence::Late,
        Action::MarkLeftEarly => Presence::LeftEarly,
        _ => return None,
    };
    Some(set(model, &who?, presence, false))
}

/// Records somebody's attendance.
pub(super) fn set(
    model: &mut Model,
    who: &SubjectId,
    presence: Presence,
    close: bool,
) -> Vec<Effect> {
    let text = model.texts.with(
        "notice-attendance",
        &[
            ("who", model.workspace.short_name(who).to_owned().into()),
            ("presence", model.texts.presence(&presence).into()),
        ],
    );
    act(
        model,
        vec![Operation::SetAttendance {
            subject: who.clone(),
            presence: Some(presence),
        }],
        Notice::done(text),
        Follow {
            close,
            ..Follow::default()
        },
    )
}

/// Everybody of whom nothing else was said is present: one act.
pub(super) fn all_present(model: &mut Model) -> Vec<Effect> {
    let Some(meeting) = model
        .open_meeting()
        .and_then(|date| model.workspace.ledger().meeting(date))
    else {
        model.notice = Some(Notice::warning(model.texts.get("notice-meeting-locked")));
        return Vec::new();
    };
    let members = &model.workspace.settings().members;
    let operations: Vec<Operation> = members
        .iter()
        .filter(|member| meeting.presence(member).is_none())
        .map(|member| Operation::SetAttendance {
            subject: member.clone(),
            presence: Some(Presence::Present),
        })
        .collect();
    if operations.is_empty() {
        model.notice = Some(Notice::done(model.texts.get("notice-attendance-known")));
        return Vec::new();
    }
    let text = model
        .texts
        .with("notice-all-present", &[("n", operations.len().into())]);
    act(model, operations, Notice::done(text), Follow::default())
}
