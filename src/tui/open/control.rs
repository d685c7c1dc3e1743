//! The choice of what is decided on an assignment.

use crate::domain::agenda::ItemKey;
use crate::domain::id::Id;
use crate::domain::workspace::AssignmentView;
use crate::tui::act::Effect;
use crate::tui::model::choice::{Choose, Line};
use crate::tui::model::prompt::{ControlKind, Purpose};
use crate::tui::model::{Model, Notice};
use crate::tui::open::dialog;
use crate::tui::open::prompt;
use crate::tui::select::control::assignments_of;

/// Place of «снять с контроля» among the choices.
pub(in crate::tui) const LIFT: usize = 0;

/// Place of «продлить срок» among the choices.
pub(in crate::tui) const EXTEND: usize = 2;

/// The lines of the choice, in order: what each number means.
const CHOICES: [&str; 6] = [
    "control-choice-lift",
    "control-choice-reported",
    "control-choice-extend",
    "control-choice-keep",
    "control-choice-hear",
    "control-choice-drop",
];

/// Asks what is decided on an item's assignment; of several, which one first.
pub(in crate::tui) fn open(model: &mut Model, item: ItemKey) -> Vec<Effect> {
    let open: Vec<AssignmentView> = assignments_of(model, item)
        .into_iter()
        .filter(|assignment| !assignment.state.is_closed())
        .collect();
    match open.as_slice() {
        [] => {
            model.notice = Some(Notice::warning(model.texts.get("notice-no-assignment")));
            Vec::new()
        }
        [only] => {
            let id = only.id;
            ask(model, id)
        }
        several => {
            let lines = several
                .iter()
                .map(|assignment| Line {
                    text: format!(
                        "{} {}",
                        model
                            .texts
                            .assignment_number(&assignment.number, assignment.origin.day()),
                        assignment.text
                    ),
                    detail: assignment
                        .due
                        .map(|due| model.texts.date_short(due))
                        .unwrap_or_default(),
                    choose: Choose::Assignment(assignment.id),
                    value: 0,
                })
                .collect();
            let title = model.texts.get("choice-assignment");
            dialog::choose(model, title, lines);
            Vec::new()
        }
    }
}

/// Asks what is decided on one assignment.
pub(in crate::tui) fn ask(model: &mut Model, assignment: Id) -> Vec<Effect> {
    let Some(view) = model.workspace.assignment(assignment, model.day()) else {
        return Vec::new();
    };
    let lines = CHOICES
        .iter()
        .enumerate()
        .map(|(value, id)| Line {
            text: model.texts.get(id),
            detail: String::new(),
            choose: Choose::Control(assignment),
            value,
        })
        .collect();
    let title = model.texts.with(
        "choice-control",
        &[
            (
                "number",
                model
                    .texts
                    .assignment_number(&view.number, view.origin.day())
                    .into(),
            ),
            ("text", view.text.to_string().into()),
        ],
    );
    dialog::choose(model, title, lines);
    Vec::new()
}

pub(in crate::tui) fn ask_date(
    model: &mut Model,
    assignment: Id,
    kind: ControlKind,
) -> Vec<Effect> {
    model.overlays.pop();
    prompt::open(model, Purpose::ControlDate(assignment, kind), "")
}
