//! Adopting an edition, and taking what it changed into the minutes.

use crate::domain::agenda::{AgendaLine, ItemKey, Reason, Section};
use crate::domain::date::Date;
use crate::domain::entry::{EntryContent, EntryKind};
use crate::domain::id::Id;
use crate::domain::operation::Operation;
use crate::domain::safe_text::SafeText;
use crate::paper::plain::{edition_note, edition_title, exclusion_reason};
use crate::tui::act::{Act, Effect, Follow, record, record_at_meeting};
use crate::tui::model::{Action, Model, Notice};
use crate::tui::select::edition::{document_name, key, state_below};

/// Adopts the text that is looked over: one act, one undo.
pub(in crate::tui) fn adopt(model: &mut Model, from: Date, basis: SafeText) -> Vec<Effect> {
    let Some(state) = state_below(model) else {
        return Vec::new();
    };
    let Some(proposal) = state.proposal() else {
        return Vec::new();
    };
    let reason = SafeText::from(exclusion_reason(&basis));
    let operations = model
        .workspace
        .adoption(&proposal.pending, from, basis, &reason);
    let notice = model.texts.with(
        "edition-adopted-notice",
        &[
            ("document", document_name(model, &state.shown).into()),
            ("from", model.texts.date_full(from).into()),
            ("undo", key(model, Action::Undo).into()),
        ],
    );
    let beside = proposal.beside.clone();
    let follow = Follow {
        close: true,
        close_edition: true,
        beside: (!beside.is_empty()).then(|| Box::new(beside)),
        ..Follow::default()
    };
    let act = Act::at_current_meeting(model, operations, notice, follow);
    record(model, act)
}

/// Puts what an edition changed on the agenda of the open meeting, with the decision on it.
pub(in crate::tui) fn take(model: &mut Model, act: Id, entry: Id) -> Vec<Effect> {
    let Some(date) = model.open_meeting() else {
        model.notice = Some(Notice::warning(model.texts.get("notice-meeting-locked")));
        return Vec::new();
    };
    // The act that adopted it is what the topic is about: taken twice it is one topic.
    let item = ItemKey::Topic(act);
    let meeting = model.workspace.ledger().meeting(date);
    if meeting.is_some_and(|it| it.line(item).is_some()) {
        model.notice = Some(Notice::done(model.texts.get("edition-taken-already")));
        return Vec::new();
    }
    let title = SafeText::from(edition_title(&model.workspace, act));
    let note = SafeText::from(edition_note(&model.workspace, act));
    let notice = model
        .texts
        .with("edition-taken", &[("title", title.to_string().into())]);
    let mut line = AgendaLine::new(item, Section::Added, Reason::ByHand);
    line.title = Some(title);
    let content = EntryContent::plain(EntryKind::Decision, note);
    record_at_meeting(
        model,
        vec![
            Operation::AddItem { line: line.into() },
            Operation::WriteEntry {
                entry,
                item,
                content: content.into(),
            },
        ],
        Notice::done(notice),
        Follow {
            close: true,
            select: Some(item),
            ..Follow::default()
        },
    )
}
