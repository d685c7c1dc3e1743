//! Open matters of a document whose time is over go on in another one, as one act.

use crate::domain::agenda::ItemKey;
use crate::domain::document::{ActivityKey, DocumentKey};
use crate::domain::entry::{EntryContent, EntryKind};
use crate::domain::id::Id;
use crate::domain::operation::Operation;
use crate::paper::carried_over_decision;
use crate::tui::act::{Act, Effect, Follow, record};
use crate::tui::model::{Model, Notice};

/// Hands the chosen activities over. At an open meeting the decision is written under the item it
/// was said at, in the words of the papers.
pub(in crate::tui) fn over(
    model: &mut Model,
    document: DocumentKey,
    to: DocumentKey,
    activities: Vec<(ActivityKey, ActivityKey)>,
    decision: Option<(Id, ItemKey)>,
) -> Vec<Effect> {
    if activities.is_empty() {
        model.notice = Some(Notice::warning(model.texts.get("carry-nothing")));
        return Vec::new();
    }
    let workspace = &model.workspace;
    let name = |key| {
        let known = workspace.document(key);
        known.map_or_else(String::new, |it| it.short_name().to_owned())
    };
    let said = [
        ("n", activities.len().into()),
        ("document", name(document).into()),
        ("to", name(to).into()),
    ];
    let notice = model.texts.with("notice-carried-over", &said);
    let decision = decision.filter(|_| model.open_meeting().is_some());
    let written = decision.map(|(entry, item)| Operation::WriteEntry {
        entry,
        item,
        content: EntryContent::plain(
            EntryKind::Decision,
            carried_over_decision(workspace, document, to, &activities).into(),
        )
        .into(),
    });
    let operations = std::iter::once(Operation::CarryOver {
        document,
        to,
        activities,
    });
    let operations = operations.chain(written).collect();
    let follow = Follow {
        close: true,
        ..Follow::default()
    };
    let act = Act::at_current_meeting(model, operations, notice, follow);
    record(model, act)
}
