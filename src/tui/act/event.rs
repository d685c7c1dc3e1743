//! What is recorded of an event with participants.

use crate::domain::document::ActivityKey;
use crate::domain::event::{EventChange, typed};
use crate::domain::operation::Operation;
use crate::domain::safe_text::SafeText;
use crate::tui::act::{Act, Effect, Follow, record, refuse};
use crate::tui::model::Model;

/// Lines of a field: one each, blank ones left out; a semicolon parts too.
fn lines_of(raw: &str) -> Vec<SafeText> {
    raw.split(['\n', ';'])
        .map(SafeText::line)
        .filter(|line| !line.is_blank())
        .collect()
}

fn set(
    model: &mut Model,
    activity: ActivityKey,
    changes: Vec<EventChange>,
    notice: String,
    close: bool,
) -> Vec<Effect> {
    let change = |change| Operation::SetEvent { activity, change };
    let operations = changes.into_iter().map(change).collect();
    let follow = Follow {
        close,
        ..Follow::default()
    };
    let act = Act::at_current_meeting(model, operations, notice, follow);
    record(model, act)
}

/// Puts on record whom a body sends; nothing typed takes its answer away.
pub(in crate::tui) fn name(
    model: &mut Model,
    activity: ActivityKey,
    body: &SafeText,
    raw: &str,
) -> Vec<Effect> {
    let names = lines_of(raw);
    let body_word = ("body", body.to_string().into());
    if names.is_empty() {
        let notice = model.texts.with("notice-event-no-answer", &[body_word]);
        let change = EventChange::NoAnswer { body: body.clone() };
        return set(model, activity, vec![change], notice, true);
    }
    let notice = model.texts.with(
        "notice-event-named",
        &[body_word, ("n", names.len().into())],
    );
    let change = EventChange::Answer {
        body: body.clone(),
        names,
    };
    set(model, activity, vec![change], notice, true)
}

/// Puts on record that a body sends nobody.
pub(in crate::tui) fn nobody(
    model: &mut Model,
    activity: ActivityKey,
    body: &SafeText,
) -> Vec<Effect> {
    let notice = model
        .texts
        .with("notice-event-nobody", &[("body", body.to_string().into())]);
    let change = EventChange::Answer {
        body: body.clone(),
        names: Vec::new(),
    };
    set(model, activity, vec![change], notice, false)
}

/// Invites whom a typed line names, or says anew how many.
pub(in crate::tui) fn invite(model: &mut Model, activity: ActivityKey, text: &str) -> Vec<Effect> {
    let Ok(found) = typed(text) else {
        return refuse(model, "error-event-invite");
    };
    let names: Vec<&str> = found.iter().map(|one| one.body.as_str()).collect();
    let notice = model
        .texts
        .with("notice-event-invited", &[("body", names.join(", ").into())]);
    let changes = found
        .into_iter()
        .map(|one| EventChange::Invite {
            body: one.body,
            quota: one.quota,
        })
        .collect();
    set(model, activity, changes, notice, true)
}

/// Takes an invitation back, and with it whom the body named.
pub(in crate::tui) fn uninvite(
    model: &mut Model,
    activity: ActivityKey,
    body: &SafeText,
) -> Vec<Effect> {
    let notice = model.texts.with(
        "notice-event-uninvited",
        &[("body", body.to_string().into())],
    );
    let change = EventChange::Uninvite { body: body.clone() };
    set(model, activity, vec![change], notice, false)
}

/// Sets the programme, a step a line.
pub(in crate::tui) fn programme(
    model: &mut Model,
    activity: ActivityKey,
    raw: &str,
) -> Vec<Effect> {
    let steps: Vec<SafeText> = raw
        .lines()
        .map(SafeText::line)
        .filter(|line| !line.is_blank())
        .collect();
    let notice = model
        .texts
        .with("notice-event-programme", &[("n", steps.len().into())]);
    let change = EventChange::Programme { steps };
    set(model, activity, vec![change], notice, true)
}
