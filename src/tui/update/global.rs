//! Commands that work on every screen.

use crate::domain::operation::Operation;
use crate::locale::Texts;
use crate::tui::act::Effect;
use crate::tui::act::undo::{redo, take_back};
use crate::tui::model::choice::{ConfirmState, Consequence};
use crate::tui::model::form::Form;
use crate::tui::model::prompt::Purpose;
use crate::tui::model::{Action, Model, Notice, Overlay};
use crate::tui::open::screens::{
    go_assignments, go_meeting, go_overview, go_papers, go_plan, go_subjects,
};
use crate::tui::open::{self, help, problems, search, themes};
use crate::tui::preference::Preference;
use crate::tui::update::tour;

pub(super) fn run(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Help => help::open(model),
        Action::Search => search::open(model),
        Action::Palette => search::open_palette(model),
        Action::Problems => problems::open(model),
        Action::Editions => open::edition::open(model),
        Action::TakeOver => vec![Effect::TakeOver],
        Action::Undo => undo(model),
        Action::Redo => redo(model),
        Action::History => open::history::open(model),
        Action::Quit => quit(model),
        Action::Back => back(model),
        Action::GoStart => {
            model.screens.truncate(1);
            Vec::new()
        }
        Action::GoMeeting | Action::OpenMeeting => go_meeting(model),
        Action::GoPlan => go_plan(model),
        Action::GoOverview => go_overview(model),
        Action::GoSubjects => go_subjects(model),
        Action::GoAssignments => go_assignments(model),
        Action::GoPapers => go_papers(model),
        Action::SwitchLanguage => {
            let other = model.texts.language().other();
            model.texts = Texts::new(other);
            vec![Effect::Prefer(Preference::Language(other))]
        }
        Action::SwitchTheme => themes::open(model),
        Action::ImportPlan => open::prompt::open(model, Purpose::ImportFile, ""),
        Action::Settings => open::form::open(model, Form::Settings),
        Action::Copy => open::copy::run(model),
        Action::Suspend => vec![Effect::Suspend],
        Action::ToggleMouse => toggle_mouse(model),
        Action::Tour => tour::run(model),
        Action::Words => open::glossary::here(model),
        Action::Bookmark => open::hands::mark(model),
        Action::Bookmarks => open::hands::bookmarks(model),
        Action::SaveFilter => open::hands::ask_name(model),
        Action::Filters => open::hands::filters(model),
        _ => {
            model.notice = Some(Notice::warning(model.texts.get("notice-not-here")));
            Vec::new()
        }
    }
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

/// The mouse on or off, now and at the next start.
fn toggle_mouse(model: &mut Model) -> Vec<Effect> {
    model.pointer.is_captured = !model.pointer.is_captured;
    model.pointer.is_dragging = false;
    vec![Effect::Prefer(Preference::Mouse(model.pointer.is_captured))]
}
