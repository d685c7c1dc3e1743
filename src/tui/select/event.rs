//! The lines of an event with participants.

use crate::domain::document::ActivityKey;
use crate::domain::event::Quota;
use crate::domain::safe_text::SafeText;
use crate::domain::workspace::{BodyStanding, Event, InvitedBody};
use crate::locale::Texts;
use crate::tui::model::event::EventState;
use crate::tui::model::{Model, Overlay, Screen};
use crate::tui::select::{agenda, mark, plan};

/// What a line of the list speaks of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Subject {
    /// The event itself.
    Whole,
    /// Its programme.
    Programme,
    /// A body that is invited.
    Body(SafeText),
}

/// How a line is seen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Look {
    /// The head of what follows.
    Head,
    /// Something to read.
    Plain,
    /// A name.
    Name,
    /// A body that has named as many as it may.
    Full,
    /// A body that has not, or has named others than it may.
    Wanting,
    /// A body that sends nobody.
    Nobody,
}

/// A line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EventLine {
    /// What it speaks of.
    pub subject: Subject,
    /// How it is seen.
    pub look: Look,
    /// What it says.
    pub text: String,
    /// What it says at its right end.
    pub detail: String,
}

/// The activity a key on this screen means.
pub(in crate::tui) fn activity_here(model: &Model) -> Option<ActivityKey> {
    match model.screen()? {
        Screen::Meeting(_) => mark::activity_of(model, agenda::selected_item(model)?),
        Screen::Plan(_) => plan::selected_activity(model),
        _ => None,
    }
}

/// The state of the list, if it is on top.
pub(in crate::tui) fn state(model: &Model) -> Option<EventState> {
    match model.overlays.last() {
        Some(Overlay::Event(state)) => Some(*state),
        _ => None,
    }
}

/// «10», «2–3», «до 5», «не менее 5»; nothing where nothing is said.
pub fn quota_text(texts: &Texts, quota: Option<Quota>) -> String {
    let Some(Quota { least, most }) = quota else {
        return String::new();
    };
    let numbers = [("least", least.into()), ("most", most.into())];
    match (least, most) {
        (0, _) => texts.with("event-quota-most", &numbers),
        (_, Quota::UNBOUNDED) => texts.with("event-quota-least", &numbers),
        _ if least == most => least.to_string(),
        _ => format!("{least}–{most}"),
    }
}

/// How many a body has named, of how many.
fn count(texts: &Texts, body: &InvitedBody) -> String {
    let quota = quota_text(texts, body.quota);
    let named = [
        ("named", body.named().into()),
        ("quota", quota.clone().into()),
    ];
    let id = if quota.is_empty() {
        "event-named"
    } else {
        "event-named-of"
    };
    let count = texts.with(id, &named);
    let more = match body.standing() {
        BodyStanding::Silent => texts.get("event-silent"),
        BodyStanding::Nobody => texts.get("event-nobody"),
        BodyStanding::Short(n) => texts.with("event-short", &[("n", n.into())]),
        BodyStanding::Beyond(n) => texts.with("event-beyond", &[("n", n.into())]),
        BodyStanding::Full => return count,
    };
    format!("{count}, {more}")
}

/// What an event comes to: «названо 12 из 22–23, не ответили: 1».
pub fn summary(texts: &Texts, event: &Event) -> String {
    let quota = quota_text(texts, event.quota());
    let id = if quota.is_empty() {
        "event-named"
    } else {
        "event-named-of"
    };
    let named = [("named", event.named().into()), ("quota", quota.into())];
    let mut parts = vec![texts.with(id, &named)];
    let silent = event.silent().count();
    if silent > 0 {
        parts.push(texts.with("event-silent-count", &[("n", silent.into())]));
    }
    parts.join(" · ")
}

/// All lines of an event.
pub fn lines(model: &Model, activity: ActivityKey) -> Vec<EventLine> {
    let Some(event) = model.workspace.event(activity) else {
        return Vec::new();
    };
    let texts = &model.texts;
    let line = |subject: &Subject, look, text: String| EventLine {
        subject: subject.clone(),
        look,
        text,
        detail: String::new(),
    };
    let title = model.workspace.activity_title(event.activity);
    let mut lines = vec![EventLine {
        detail: summary(texts, &event),
        ..line(&Subject::Whole, Look::Head, title.to_string())
    }];
    let term = model
        .workspace
        .activity(event.activity)
        .map(|(activity, _)| activity.term.to_string());
    if let Some(term) = term.filter(|term| !term.trim().is_empty()) {
        lines.push(line(&Subject::Whole, Look::Plain, term));
    }
    lines.push(line(
        &Subject::Programme,
        Look::Head,
        texts.get("event-programme"),
    ));
    if event.programme.is_empty() {
        let none = texts.get("event-programme-none");
        lines.push(line(&Subject::Programme, Look::Plain, none));
    }
    for step in &event.programme {
        lines.push(line(&Subject::Programme, Look::Plain, step.to_string()));
    }
    if event.invited.is_empty() {
        let none = texts.get("event-invited-none");
        lines.push(line(&Subject::Whole, Look::Plain, none));
    }
    for body in &event.invited {
        let subject = Subject::Body(body.body.clone());
        let look = match body.standing() {
            BodyStanding::Full => Look::Full,
            BodyStanding::Nobody => Look::Nobody,
            _ => Look::Wanting,
        };
        lines.push(EventLine {
            detail: count(texts, body),
            ..line(&subject, look, body.body.to_string())
        });
        let names = body.answer.iter().flat_map(|answer| &answer.names);
        lines.extend(names.map(|name| line(&subject, Look::Name, name.to_string())));
    }
    lines
}

/// What the line under the cursor speaks of.
pub(in crate::tui) fn chosen(model: &Model) -> Option<Subject> {
    let state = state(model)?;
    let lines = lines(model, state.activity);
    lines
        .get(state.selected)
        .or_else(|| lines.last())
        .map(|line| line.subject.clone())
}
