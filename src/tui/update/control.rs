//! Control of assignments: снять, оставить до, продлить, заслушать.

use super::super::model::choice::{ChoiceState, Choose, Line};
use super::super::model::prompt::{ControlKind, Purpose};
use super::super::model::{Model, Notice, Overlay, Screen};
use super::{Act, Effect, Follow, prompt, record};
use crate::domain::agenda::ItemKey;
use crate::domain::control::Control;
use crate::domain::id::Id;
use crate::domain::operation::Operation;
use crate::domain::workspace::AssignmentView;

/// Place of «снять с контроля» among the choices.
pub(super) const LIFT: usize = 0;

/// Place of «продлить срок» among the choices.
pub(super) const EXTEND: usize = 2;

/// The lines of the choice, in order: what each number means.
const CHOICES: [&str; 6] = [
    "control-choice-lift",
    "control-choice-reported",
    "control-choice-extend",
    "control-choice-keep",
    "control-choice-hear",
    "control-choice-drop",
];

/// Open assignments that belong to an agenda item.
pub fn assignments_of(model: &Model, item: ItemKey) -> Vec<AssignmentView> {
    model
        .workspace
        .assignments(model.day())
        .into_iter()
        .filter(|assignment| assignment.item == item || item == ItemKey::Assignment(assignment.id))
        .collect()
}

/// Asks what is decided on an item's assignment; of several, which one first.
pub(super) fn open(model: &mut Model, item: ItemKey) -> Vec<Effect> {
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
            model.overlays.push(Overlay::Choice(ChoiceState {
                title: model.texts.get("choice-assignment"),
                lines,
                selected: 0,
                offset: 0,
            }));
            Vec::new()
        }
    }
}

/// Asks what is decided on one assignment.
pub(super) fn ask(model: &mut Model, assignment: Id) -> Vec<Effect> {
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
    model.overlays.push(Overlay::Choice(ChoiceState {
        title,
        lines,
        selected: 0,
        offset: 0,
    }));
    Vec::new()
}

/// What a chosen line of [`ask`] does.
pub(super) fn chosen(model: &mut Model, assignment: Id, value: usize) -> Vec<Effect> {
    match value {
        LIFT => set(model, assignment, Control::Lifted),
        1 => set(model, assignment, Control::Reported),
        EXTEND => ask_date(model, assignment, ControlKind::Extend),
        3 => ask_date(model, assignment, ControlKind::Keep),
        4 => ask_date(model, assignment, ControlKind::Hear),
        _ => {
            model.overlays.pop();
            prompt::open(
                model,
                Purpose::ControlReason(assignment, ControlKind::Drop, None),
                "",
            )
        }
    }
}

fn ask_date(model: &mut Model, assignment: Id, kind: ControlKind) -> Vec<Effect> {
    model.overlays.pop();
    prompt::open(model, Purpose::ControlDate(assignment, kind), "")
}

/// Records a decision on control: at the open meeting, or between meetings.
pub(super) fn set(model: &mut Model, assignment: Id, control: Control) -> Vec<Effect> {
    if matches!(model.screen(), Some(Screen::Meeting(_))) && model.open_meeting().is_none() {
        model.notice = Some(Notice::warning(model.texts.get("notice-meeting-locked")));
        return Vec::new();
    }
    let number = model
        .workspace
        .assignment(assignment, model.day())
        .map(|view| {
            model
                .texts
                .assignment_number(&view.number, view.origin.day())
        })
        .unwrap_or_default();
    let notice = model.texts.with(
        "notice-control",
        &[
            ("number", number.into()),
            ("control", model.texts.control(&control).into()),
        ],
    );
    let operations = vec![Operation::SetControl {
        assignment,
        control,
        happened: None,
    }];
    let follow = Follow {
        close: true,
        ..Follow::default()
    };
    let act = Act::of_now(model, operations, notice, follow);
    record(model, act)
}
