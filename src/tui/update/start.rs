//! The start screen: choosing a Thursday and opening its meeting.

use super::super::model::prompt::Purpose;
use super::super::model::start::StartState;
use super::super::model::{Action, Model, Notice, Screen};
use super::{Act, Effect, Follow, Outside, meeting, moved, page_of, prompt, record};
use crate::domain::date::Date;
use crate::domain::meeting::MeetingState;
use crate::domain::operation::Operation;
use crate::domain::safe_text::SafeText;
use crate::domain::workspace::Workspace;

/// The days that can be chosen and the one to begin with.
pub(super) fn fresh(workspace: &Workspace, today: Date) -> StartState {
    let offered = workspace.meeting_to_offer(today);
    let mut days = workspace.meeting_days();
    days.extend(workspace.ledger().meetings().keys().copied());
    days.push(offered);
    days.sort_unstable();
    days.dedup();
    let selected = days.iter().position(|day| *day == offered).unwrap_or(0);
    StartState {
        days,
        selected,
        offset: 0,
    }
}

/// Looks again when what is on record changed: the next Thursday is offered.
pub(super) fn refresh(model: &mut Model) {
    let today = model.today;
    let new = fresh(&model.workspace, today);
    for screen in &mut model.screens {
        if let Screen::Start(state) = screen {
            let chosen = state.days.get(state.selected).copied();
            let still_free = chosen.filter(|day| model.workspace.ledger().meeting(*day).is_none());
            let selected = still_free
                .and_then(|day| new.days.iter().position(|known| *known == day))
                .unwrap_or(new.selected);
            *state = StartState {
                offset: state.offset,
                selected,
                days: new.days.clone(),
            };
        }
    }
}

pub(super) fn run(
    model: &mut Model,
    action: Action,
    _outside: &mut Outside<'_>,
) -> Option<Vec<Effect>> {
    let page = page_of(model);
    let Some(Screen::Start(state)) = model.screen_mut() else {
        return None;
    };
    if let Some(selected) = moved(action, state.selected, state.days.len(), page) {
        state.selected = selected;
        return Some(Vec::new());
    }
    let date = state.days.get(state.selected).copied()?;
    match action {
        Action::OpenMeeting => Some(open(model, date)),
        Action::SkipMeeting => Some(prompt::open(model, Purpose::SkipDate(date), "")),
        Action::SinceLast => Some(super::since_last::open(model, date)),
        Action::ReopenMeeting => Some(prompt::open(model, Purpose::ReopenReason(date), "")),
        _ => None,
    }
}

/// Opens the meeting of a day, or shows it when it is on record already.
pub(super) fn open(model: &mut Model, date: Date) -> Vec<Effect> {
    match model
        .workspace
        .ledger()
        .meeting(date)
        .map(|meeting| meeting.state.clone())
    {
        Some(MeetingState::Open) => {
            meeting::show(model, date);
            model.notice = Some(Notice::done(model.texts.get("notice-meeting-continued")));
            Vec::new()
        }
        Some(MeetingState::Finished) => {
            meeting::show(model, date);
            model.notice = Some(Notice::warning(model.texts.get("notice-meeting-finished")));
            Vec::new()
        }
        Some(MeetingState::NotHeld { .. }) | None => {
            let proposal = model.workspace.propose_agenda(date);
            let notice = model.texts.with(
                "notice-meeting-opened",
                &[
                    ("n", proposal.chosen.len().into()),
                    ("aside", proposal.aside.len().into()),
                ],
            );
            record(
                model,
                Act {
                    meeting: Some(date),
                    day: date,
                    operations: vec![Operation::OpenMeeting {
                        agenda: proposal.chosen,
                    }],
                    notice: Some(Notice::done(notice)),
                    follow: Follow {
                        show_meeting: Some(date),
                        since_last: Some(date),
                        ..Follow::default()
                    },
                },
            )
        }
    }
}

pub(super) fn reopen(model: &mut Model, date: Date, reason: SafeText) -> Vec<Effect> {
    let finished = model
        .workspace
        .ledger()
        .meeting(date)
        .is_some_and(|meeting| meeting.version > 0 && !meeting.is_open());
    if !finished {
        return prompt::refuse(model, "error-not-finished");
    }
    let notice = model.texts.get("notice-meeting-reopened");
    record(
        model,
        Act {
            meeting: Some(date),
            day: date,
            operations: vec![Operation::ReopenMeeting { reason }],
            notice: Some(Notice::done(notice)),
            follow: Follow {
                close: true,
                show_meeting: Some(date),
                ..Follow::default()
            },
        },
    )
}

pub(super) fn skip(
    model: &mut Model,
    date: Date,
    moved_to: Option<Date>,
    reason: SafeText,
) -> Vec<Effect> {
    if model.workspace.ledger().meeting(date).is_some() {
        return prompt::refuse(model, "error-meeting-exists");
    }
    let day = ("date", model.texts.date_long(date).into());
    let notice = match moved_to {
        Some(to) => {
            let to = ("to", model.texts.date_weekday_full(to).into());
            model.texts.with("notice-meeting-moved", &[day, to])
        }
        None => model.texts.with("notice-meeting-skipped", &[day]),
    };
    record(
        model,
        Act {
            meeting: Some(date),
            day: date,
            operations: vec![Operation::SkipMeeting { moved_to, reason }],
            notice: Some(Notice::done(notice)),
            follow: Follow {
                close: true,
                ..Follow::default()
            },
        },
    )
}
