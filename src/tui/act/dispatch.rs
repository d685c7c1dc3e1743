//! Papers of a meeting on their way to those who get them.

use crate::domain::date::Date;
use crate::domain::dispatch::{Handed, Receipt};
use crate::domain::operation::Operation;
use crate::domain::subject::SubjectId;
use crate::tui::act::{Act, Effect, Follow, record};
use crate::tui::model::{Model, Notice};

/// Hands the papers of a meeting over to all who have not got them, as one act.
pub(in crate::tui) fn all(model: &mut Model, date: Date) -> Vec<Effect> {
    let operations = model.workspace.hand_over_all(date);
    if operations.is_empty() {
        model.notice = Some(Notice::done(model.texts.get("dispatch-all-done")));
        return Vec::new();
    }
    let n = ("n", operations.len().into());
    let said = model.texts.with("dispatch-notice-all", &[n]);
    put(model, operations, said)
}

/// One step on: handed over today, then confirmed today.
pub(in crate::tui) fn on(model: &mut Model, date: Date, who: SubjectId) -> Vec<Effect> {
    let known = model.workspace.ledger().handed(date, &who);
    let next = match known.map(Handed::receipt) {
        None => Receipt::Handed,
        Some(Receipt::Handed | Receipt::Confirmed) => Receipt::Confirmed,
    };
    let id = match next {
        Receipt::Handed => "dispatch-notice-handed",
        Receipt::Confirmed => "dispatch-notice-confirmed",
    };
    say(model, date, who, Some(next), id)
}

/// Takes back what was said.
pub(in crate::tui) fn back(model: &mut Model, date: Date, who: SubjectId) -> Vec<Effect> {
    say(model, date, who, None, "dispatch-notice-back")
}

fn say(
    model: &mut Model,
    meeting: Date,
    subject: SubjectId,
    receipt: Option<Receipt>,
    id: &str,
) -> Vec<Effect> {
    let who = model.workspace.short_name(&subject).to_owned();
    let said = model.texts.with(id, &[("who", who.into())]);
    let operation = Operation::HandOver {
        meeting,
        subject,
        receipt,
    };
    put(model, vec![operation], said)
}

fn put(model: &mut Model, operations: Vec<Operation>, said: String) -> Vec<Effect> {
    let day = model.today;
    record(
        model,
        Act {
            meeting: None,
            day,
            operations,
            notice: Some(Notice::done(said)),
            follow: Follow::default(),
        },
    )
}
