//! Control of assignments: снять, оставить до, продлить, заслушать.

use crate::domain::agenda::ItemKey;
use crate::domain::control::{Control, DocumentControl};
use crate::domain::document::DocumentKey;
use crate::domain::entry::{EntryContent, EntryKind};
use crate::domain::id::Id;
use crate::domain::operation::Operation;
use crate::paper::document_decision;
use crate::tui::act::{Act, Effect, Follow, record};
use crate::tui::model::{Model, Notice, Overlay, Screen};

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
    let mut operations = vec![Operation::SetControl {
        assignment,
        control,
        happened: None,
    }];
    // What two computers said apart is settled by this word.
    if model.workspace.is_control_apart(assignment) {
        operations.push(Operation::SettleControl { assignment });
    }
    let follow = Follow {
        close: true,
        ..Follow::default()
    };
    let act = Act::at_current_meeting(model, operations, notice, follow);
    record(model, act)
}

/// Records what the chair says of the control of a document. At an open meeting the decision is
/// written under the item it was said at, in the words of the papers.
pub(in crate::tui) fn of_document(
    model: &mut Model,
    document: DocumentKey,
    control: DocumentControl,
    decision: Option<(Id, ItemKey)>,
) -> Vec<Effect> {
    let Some(known) = model.workspace.document(document) else {
        return Vec::new();
    };
    let name = known.short_name().to_owned();
    let notice = model.texts.with(
        "notice-document-control",
        &[
            ("document", name.into()),
            ("control", model.texts.document_control(&control).into()),
        ],
    );
    let decision = decision.filter(|_| model.open_meeting().is_some());
    let mut operations = Vec::new();
    if let Some((entry, item)) = decision {
        let text = document_decision(known, &control);
        operations.push(Operation::WriteEntry {
            entry,
            item,
            content: EntryContent::plain(EntryKind::Decision, text.into()).into(),
        });
    }
    operations.insert(0, Operation::ControlDocument { document, control });
    let follow = Follow {
        close: matches!(model.overlays.last(), Some(Overlay::Prompt(_))),
        ..Follow::default()
    };
    let act = Act::at_current_meeting(model, operations, notice, follow);
    record(model, act)
}
