//! The start screen, and the meeting it opens.

use crate::domain::date::Date;
use crate::domain::meeting::MeetingState;
use crate::domain::operation::Operation;
use crate::tui::act::{Act, Effect, Follow, record};
use crate::tui::model::choice::{ConfirmState, Consequence};
use crate::tui::model::start::StartState;
use crate::tui::model::{Model, Notice, Overlay, Screen};
use crate::tui::open::meeting;
use crate::tui::select::start::fresh;

/// Looks again when what is on record changed: the next meeting is offered.
pub(in crate::tui) fn refresh(model: &mut Model) {
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

/// Asks whether the meeting of a day is to be opened.
pub(in crate::tui) fn ask(model: &mut Model, date: Date) {
    let proposal = model.workspace.propose_agenda(date);
    let text = model.texts.with(
        "confirm-open-meeting",
        &[
            ("date", model.texts.date_weekday_full(date).into()),
            ("n", proposal.chosen.len().into()),
        ],
    );
    model.overlays.push(Overlay::Confirm(ConfirmState {
        text,
        consequence: Consequence::OpenMeeting(date),
    }));
}

/// Opens the meeting of a day, or shows it when it is on record already.
pub(in crate::tui) fn open(model: &mut Model, date: Date) -> Vec<Effect> {
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
