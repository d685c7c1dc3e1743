//! The block without discussion, and the lines of one body together.

use crate::domain::agenda::ItemKey;
use crate::tui::act::{Effect, Follow, record_at_meeting};
use crate::tui::model::{Model, Notice};
use crate::tui::select::agenda::{item_name, selected_item, state};

/// Takes the block without discussion: each line gets its mark, all as one act.
pub(in crate::tui) fn take(model: &mut Model) -> Vec<Effect> {
    let Some(date) = state(model).map(|state| state.date) else {
        return Vec::new();
    };
    let operations = model.workspace.take_routine(date);
    if operations.is_empty() {
        model.notice = Some(Notice::warning(model.texts.get("notice-routine-none")));
        return Vec::new();
    }
    let notice = model
        .texts
        .with("notice-routine-taken", &[("n", operations.len().into())]);
    let follow = Follow {
        step_from: selected_item(model).filter(|item| {
            let left = model.workspace.routine_left(date);
            left.contains(item)
        }),
        ..Follow::default()
    };
    record_at_meeting(model, operations, Notice::done(notice), follow)
}

/// Takes one line out of the block, to be discussed.
pub(in crate::tui) fn discuss(model: &mut Model, item: ItemKey) -> Vec<Effect> {
    let Some(date) = state(model).map(|state| state.date) else {
        return Vec::new();
    };
    let operations = model.workspace.discuss(date, item);
    if operations.is_empty() {
        model.notice = Some(Notice::warning(model.texts.get("notice-not-routine")));
        return Vec::new();
    }
    let notice = model
        .texts
        .with("notice-discuss", &[("item", item_name(model, item).into())]);
    let follow = Follow {
        select: Some(item),
        ..Follow::default()
    };
    record_at_meeting(model, operations, Notice::done(notice), follow)
}

/// Brings the lines of one body together, behind the one the cursor is on.
pub(in crate::tui) fn hear_together(model: &mut Model, item: ItemKey) -> Vec<Effect> {
    let Some(date) = state(model).map(|state| state.date) else {
        return Vec::new();
    };
    let operations = model.workspace.hear_together(date, item);
    let Some(body) = model
        .workspace
        .answers_for(item)
        .filter(|_| !operations.is_empty())
    else {
        model.notice = Some(Notice::warning(model.texts.get("notice-heard-alone")));
        return Vec::new();
    };
    let notice = model.texts.with(
        "notice-heard-together",
        &[
            ("who", model.workspace.short_name(&body).to_owned().into()),
            ("n", (operations.len() + 1).into()),
        ],
    );
    let follow = Follow {
        select: Some(item),
        ..Follow::default()
    };
    record_at_meeting(model, operations, Notice::done(notice), follow)
}
