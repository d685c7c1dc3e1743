//! Reports of executors between meetings, put on record together.

use crate::domain::control::Control;
use crate::domain::entry::{EntryContent, EntryKind};
use crate::domain::mark::Status;
use crate::domain::operation::Operation;
use crate::domain::safe_text::SafeText;
use crate::domain::workspace::MarkTarget;
use crate::tui::act::{Act, Effect, Follow, Outside, record};
use crate::tui::model::Model;
use crate::tui::select::answers::Answer;

/// Records all of them as one act: an assignment is reported and waits for the chair, a control
/// point is done; what shows it is heard.
pub(in crate::tui) fn take(
    model: &mut Model,
    answers: &[Answer],
    outside: &mut Outside<'_>,
) -> Vec<Effect> {
    let mut operations = Vec::new();
    for answer in answers {
        let happened = answer.happened.filter(|day| *day != model.day());
        operations.push(match answer.target {
            MarkTarget::Assignment(assignment) => Operation::SetControl {
                assignment,
                control: Control::Reported,
                happened,
            },
            MarkTarget::Point {
                activity,
                occurrence,
            } => Operation::Mark {
                activity,
                occurrence,
                status: Status::Done,
                happened,
            },
        });
        if !answer.evidence.is_empty() {
            operations.push(Operation::WriteEntry {
                entry: (outside.new_id)(),
                item: answer.item,
                content: EntryContent::plain(EntryKind::Heard, SafeText::line(&answer.evidence))
                    .into(),
            });
        }
    }
    let notice = model
        .texts
        .with("answers-taken", &[("n", answers.len().into())]);
    let follow = Follow {
        close: true,
        ..Follow::default()
    };
    let act = Act::at_current_meeting(model, operations, notice, follow);
    record(model, act)
}
