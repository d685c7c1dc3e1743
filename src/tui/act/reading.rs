//! The reading of a deadline set by hand: a date, or another wording. The order's own wording is
//! never changed.

use crate::domain::date::Span;
use crate::domain::document::ActivityKey;
use crate::domain::operation::Operation;
use crate::tui::act::{Act, Effect, Follow, record};
use crate::tui::model::Model;
use crate::tui::select::names;

/// Records the reading: one act, undone like any other.
pub(in crate::tui) fn correct(
    model: &mut Model,
    activity: ActivityKey,
    windows: Option<Vec<Span>>,
) -> Vec<Effect> {
    let all = model
        .workspace
        .moved_by_reading(activity, windows.as_deref());
    let moved = all
        .into_iter()
        .filter_map(|(from, to)| Some((from, to?)))
        .collect();
    let notice = model.texts.with(
        "notice-reading-corrected",
        &[("item", names::activity_name(model, activity).into())],
    );
    let follow = Follow {
        close: true,
        ..Follow::default()
    };
    let act = Act::at_current_meeting(
        model,
        vec![Operation::CorrectReading {
            activity,
            windows,
            moved,
        }],
        notice,
        follow,
    );
    record(model, act)
}
