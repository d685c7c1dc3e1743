//! Commands that work on every screen.

use super::super::model::assignments::AssignmentsState;
use super::super::model::choice::{ConfirmState, Consequence, ReaderState};
use super::super::model::overview::OverviewState;
use super::super::model::papers::PapersState;
use super::super::model::start::StartState;
use super::super::model::subjects::SubjectsState;
use super::super::model::{Action, Model, Notice, Overlay, Screen};
use super::{
    Act, Effect, Follow, Outside, describe_act, help, meeting, plan, pointer, problems, record,
    search, themes, tour, unrecorded,
};
use crate::domain::id::Id;
use crate::domain::operation::Operation;
use crate::locale::Texts;
use crate::tui::preference::Preference;

pub(super) fn run(model: &mut Model, action: Action, outside: &mut Outside<'_>) -> Vec<Effect> {
    match action {
        Action::Help => help::open(model),
        Action::Search => search::open(model),
        Action::Palette => search::open_palette(model),
        Action::Problems => problems::open(model),
        Action::TakeOver => vec![Effect::TakeOver],
        Action::Undo => undo(model),
        Action::Redo => redo(model),
        Action::History => history(model),
        Action::Quit => quit(model),
        Action::Back => back(model),
        Action::GoStart => {
            model.screens.truncate(1);
            Vec::new()
        }
        Action::GoMeeting | Action::OpenMeeting => go_meeting(model, outside),
        Action::GoPlan => go_plan(model),
        Action::GoOverview => go(
            model,
            |screen| matches!(screen, Screen::Overview(_)),
            |_| Screen::Overview(OverviewState::default()),
        ),
        Action::GoSubjects => go(
            model,
            |screen| matches!(screen, Screen::Subjects(_)),
            |_| Screen::Subjects(SubjectsState::default()),
        ),
        Action::GoAssignments => go(
            model,
            |screen| matches!(screen, Screen::Assignments(_)),
            |_| Screen::Assignments(AssignmentsState::default()),
        ),
        Action::GoPapers => go_papers(model),
        Action::SwitchLanguage => {
            let other = model.texts.language().other();
            model.texts = Texts::new(other);
            vec![Effect::Prefer(Preference::Language(other))]
        }
        Action::SwitchTheme => themes::open(model),
        Action::ToggleMouse => pointer::toggle(model),
        Action::Tour => tour::run(model),
        _ => {
            model.notice = Some(Notice::warning(model.texts.get("notice-not-here")));
            Vec::new()
        }
    }
}

pub(super) fn go_plan(model: &mut Model) -> Vec<Effect> {
    go(
        model,
        |screen| matches!(screen, Screen::Plan(_)),
        |model| Screen::Plan(plan::fresh(model)),
    )
}

/// Brings a screen of a kind to the top: the one in the stack, or a new one.
fn go(
    model: &mut Model,
    is_it: impl Fn(&Screen) -> bool,
    make: impl FnOnce(&Model) -> Screen,
) -> Vec<Effect> {
    model.overlays.clear();
    let screen = match model.screens.iter().position(is_it) {
        Some(place) => model.screens.remove(place),
        None => make(model),
    };
    model.screens.push(screen);
    Vec::new()
}

/// From the plan the card of the activity under the cursor is the first paper.
fn go_papers(model: &mut Model) -> Vec<Effect> {
    let card = match model.screen() {
        Some(Screen::Plan(_)) => plan::selected_activity(model),
        _ => None,
    };
    let effects = go(
        model,
        |screen| matches!(screen, Screen::Papers(_)),
        |model| {
            Screen::Papers(PapersState {
                selected: model.meeting_date(),
                ..PapersState::default()
            })
        },
    );
    if let (Some(Screen::Papers(state)), Some(card)) = (model.screen_mut(), card) {
        state.card = Some(card);
        state.paper = 0;
        state.scroll = 0;
    }
    effects
}

fn go_meeting(model: &mut Model, outside: &mut Outside<'_>) -> Vec<Effect> {
    let open = model
        .workspace
        .ledger()
        .meetings()
        .values()
        .rev()
        .find(|meeting| meeting.is_open())
        .map(|meeting| meeting.date);
    if let Some(date) = open.or_else(|| model.meeting_date()) {
        meeting::show(model, date);
        return Vec::new();
    }
    let date = model.workspace.meeting_to_offer(outside.today);
    super::start::open(model, date)
}

fn back(model: &mut Model) -> Vec<Effect> {
    if model.overlays.pop().is_some() {
        return Vec::new();
    }
    if model.screens.len() > 1 {
        model.screens.pop();
        return Vec::new();
    }
    quit(model)
}

fn quit(model: &mut Model) -> Vec<Effect> {
    // What is not recorded outweighs a meeting that goes on, of which nothing is lost.
    if model.unrecorded.is_some() {
        return vec![Effect::Quit];
    }
    let open = model
        .workspace
        .ledger()
        .meetings()
        .values()
        .rev()
        .find(|meeting| meeting.is_open())
        .map(|meeting| meeting.date);
    match open {
        Some(date) => {
            let text = model.texts.with(
                "confirm-quit-open",
                &[("date", model.texts.date_long(date).into())],
            );
            model.overlays.push(Overlay::Confirm(ConfirmState {
                text,
                consequence: Consequence::Quit,
            }));
            Vec::new()
        }
        None => vec![Effect::Quit],
    }
}

fn undo(model: &mut Model) -> Vec<Effect> {
    let Some(act) = model.workspace.ledger().undo_target(&model.writer) else {
        model.notice = Some(Notice::warning(model.texts.get("notice-nothing-to-undo")));
        return Vec::new();
    };
    // The approval of minutes goes back only on purpose: changes after it have their own way, with
    // a reason and a version of their own.
    let approval = model
        .workspace
        .ledger()
        .act(act)
        .find_map(|record| match record.op {
            Operation::FinishMeeting { number } => Some((number, record.day)),
            _ => None,
        });
    let Some((number, date)) = approval else {
        return take_back(model, act);
    };
    let text = model.texts.with(
        "confirm-undo-approval",
        &[
            ("number", i64::from(number).into()),
            ("date", model.texts.date_full(date).into()),
        ],
    );
    model.overlays.push(Overlay::Confirm(ConfirmState {
        text,
        consequence: Consequence::Undo(act),
    }));
    Vec::new()
}

/// Takes an act back, and says which.
pub(super) fn take_back(model: &mut Model, act: Id) -> Vec<Effect> {
    let text = describe_act(model, act);
    let (meeting, day, papers) = place_of(model, act);
    let notice = model.texts.with("notice-undone", &[("what", text.into())]);
    record(
        model,
        Act {
            meeting,
            day,
            operations: vec![Operation::Retract { act }],
            notice: Some(Notice::done(notice).staying()),
            follow: Follow {
                papers,
                ..Follow::default()
            },
        },
    )
}

fn redo(model: &mut Model) -> Vec<Effect> {
    let target = model.workspace.ledger().redo_target(&model.writer);
    let undone = target.and_then(|retraction| {
        model
            .workspace
            .ledger()
            .act(retraction)
            .find_map(|record| match record.op {
                Operation::Retract { act } => Some((retraction, act)),
                _ => None,
            })
    });
    let Some((retraction, act)) = undone else {
        model.notice = Some(Notice::warning(model.texts.get("notice-nothing-to-redo")));
        return Vec::new();
    };
    let text = describe_act(model, act);
    let (meeting, day, papers) = place_of(model, act);
    let notice = model.texts.with("notice-redone", &[("what", text.into())]);
    record(
        model,
        Act {
            meeting,
            day,
            operations: vec![Operation::Retract { act: retraction }],
            notice: Some(Notice::done(notice).staying()),
            follow: Follow {
                papers,
                ..Follow::default()
            },
        },
    )
}

/// The meeting and day an act belongs to, and whether its papers change with it.
fn place_of(
    model: &Model,
    act: Id,
) -> (
    Option<crate::domain::date::Date>,
    crate::domain::date::Date,
    Option<crate::domain::date::Date>,
) {
    let mut meeting = None;
    let mut day = model.day();
    let mut papers = None;
    for record in model.workspace.ledger().act(act) {
        meeting = record.meeting;
        day = record.day;
        if matches!(
            record.op,
            Operation::FinishMeeting { .. } | Operation::ReopenMeeting { .. }
        ) {
            papers = record.meeting;
        }
    }
    (meeting, day, papers)
}

fn history(model: &mut Model) -> Vec<Effect> {
    let ledger = model.workspace.ledger();
    let mut lines: Vec<String> = Vec::new();
    for act in ledger.acts().into_iter().rev() {
        let Some(record) = ledger.act(act).next() else {
            continue;
        };
        if record.op.is_retraction() {
            continue;
        }
        let id = if ledger.is_retracted(act) {
            "history-undone"
        } else if unrecorded::is_unrecorded(model, act) {
            "history-unrecorded"
        } else {
            "history-line"
        };
        lines.push(model.texts.with(
            id,
            &[
                ("day", model.texts.date_full(record.day).into()),
                ("what", describe_act(model, act).into()),
            ],
        ));
    }
    if lines.is_empty() {
        lines.push(model.texts.get("history-empty"));
    }
    model.overlays.push(Overlay::Reader(ReaderState {
        title: model.texts.get("history-title"),
        lines,
        offset: 0,
        selected: 0,
    }));
    Vec::new()
}

/// The start screen for a day.
pub fn start_screen(
    workspace: &crate::domain::workspace::Workspace,
    today: crate::domain::date::Date,
) -> StartState {
    super::start::fresh(workspace, today)
}
