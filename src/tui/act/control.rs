//! Control of assignments: снять, оставить до, продлить, заслушать.

use crate::domain::control::Control;
use crate::domain::id::Id;
use crate::domain::operation::Operation;
use crate::tui::act::{Act, Effect, Follow, record};
use crate::tui::model::{Model, Notice, Screen};

/// Records a decision on control: at the open meeting, or between meetings.
pub(in crate::tui) fn set(model: &mut Model, assignment: Id, control: Control) -> Vec<Effect> {
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
    let act = Act::at_current_meeting(model, operations, notice, follow);
    record(model, act)
}
