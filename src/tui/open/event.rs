//! The list of an event with participants, and the fields it asks in.

use crate::domain::document::ActivityKey;
use crate::domain::safe_text::SafeText;
use crate::tui::act::Effect;
use crate::tui::model::event::EventState;
use crate::tui::model::prompt::Purpose;
use crate::tui::model::{Model, Notice, Overlay};
use crate::tui::open::prompt;
use crate::tui::select::event::activity_here;

/// Shows the event the point under the cursor leads to.
pub(in crate::tui) fn open(model: &mut Model) -> Vec<Effect> {
    let Some(activity) = activity_here(model) else {
        model.notice = Some(Notice::warning(model.texts.get("notice-event-no-point")));
        return Vec::new();
    };
    let event = model.workspace.event_of(activity);
    if event != activity {
        let point = model.workspace.point_or_dash(event);
        let led = model
            .texts
            .with("notice-event-leads", &[("item", point.into())]);
        model.notice = Some(Notice::done(led));
    }
    model.overlays.push(Overlay::Event(EventState {
        activity: event,
        selected: 0,
        offset: 0,
    }));
    Vec::new()
}

/// Asks whom a body sends, a person a line.
pub(in crate::tui) fn ask_names(
    model: &mut Model,
    activity: ActivityKey,
    body: SafeText,
) -> Vec<Effect> {
    let event = model.workspace.event(activity);
    let known = event.and_then(|event| {
        let found = event.invited.into_iter().find(|one| one.body == body)?;
        found.answer
    });
    let names = known.map(|answer| {
        let names: Vec<String> = answer.names.iter().map(ToString::to_string).collect();
        names.join("\n")
    });
    let text = names.unwrap_or_default();
    prompt::open(model, Purpose::Participants(activity, body), &text)
}

/// Asks for the programme, a step a line.
pub(in crate::tui) fn ask_programme(model: &mut Model, activity: ActivityKey) -> Vec<Effect> {
    let event = model.workspace.event(activity);
    let steps: Vec<String> = event
        .map(|event| event.programme.iter().map(ToString::to_string).collect())
        .unwrap_or_default();
    prompt::open(model, Purpose::Programme(activity), &steps.join("\n"))
}
