//! «Исполнено до начала учёта»: the question, before a whole range is marked.

use crate::domain::document::ActivityKey;
use crate::domain::operation::Operation;
use crate::tui::act::Effect;
use crate::tui::model::choice::{ConfirmState, Consequence};
use crate::tui::model::{Model, Notice, Overlay};
use crate::tui::open::dialog;

/// Asks whether everything of some activities that was due before the record began, and of which
/// nothing is known, is to be marked as done before it.
pub(in crate::tui) fn ask(model: &mut Model, belongs: impl Fn(ActivityKey) -> bool) -> Vec<Effect> {
    if dialog::refuses_changes(model) {
        return Vec::new();
    }
    let today = model.today;
    let points = model.workspace.points_before_record(today, belongs);
    if points.is_empty() {
        model.notice = Some(Notice::warning(model.texts.get("notice-before-none")));
        return Vec::new();
    }
    let begins = model.workspace.record_begins(today);
    let count = ("n", points.len().into());
    let text = model.texts.with(
        "confirm-before-record",
        &[count.clone(), ("day", model.texts.date_full(begins).into())],
    );
    let notice = model.texts.with("notice-before-record", &[count]);
    model.overlays.push(Overlay::Confirm(ConfirmState {
        text,
        consequence: Consequence::Record(None, vec![Operation::MarkBefore { points }], notice),
    }));
    Vec::new()
}
