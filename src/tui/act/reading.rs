//! The reading of a deadline set by hand: a date, or another wording. The order's own wording is
//! never changed.

use crate::domain::date::Span;
use crate::domain::document::ActivityKey;
use crate::domain::operation::Operation;
use crate::tui::act::{Act, Effect, Follow, record};
use crate::tui::model::Model;

/// Records the reading: one act, undone like any other.
pub(in crate::tui) fn correct(
    model: &mut Model,
    activity: ActivityKey,
    windows: Option<Vec<Span>>,
) -> Vec<Effect> {
    let notice = model.texts.with(
        "notice-reading-corrected",
        &[("item", activity.to_string().into())],
    );
    let follow = Follow {
        close: true,
        ..Follow::default()
    };
    let act = Act::at_current_meeting(
        model,
        vec![Operation::CorrectReading { activity, windows }],
        notice,
        follow,
    );
    record(model, act)
}
