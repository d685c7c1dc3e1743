//! The card of an activity, assignment or topic: wording and reading, who, what was said, what
//! was decided.

use super::super::model::Model;
use super::super::theme::Role;
use super::card_line::{CardLine, plain};
use super::earlier::{self, Card, Earlier};
use super::entries;
use super::paint::{Pieces, labelled, wrapped};
use super::sign;
use crate::domain::agenda::ItemKey;
use crate::domain::deadline::{Certainty, Kind};
use crate::domain::document::{ActivityKey, Document};
use crate::domain::mark::Status;
use crate::domain::subject::Mention;
use crate::domain::workspace::{Settled, Standing, Timing};
use crate::message;
use crate::tui::select::{event as event_select, mark};

/// The card beside the agenda.
pub(super) fn meeting_card(model: &Model, item: Option<ItemKey>, width: usize) -> Card {
    let Some(item) = item else {
        return Card::default();
    };
    let why = reasons(model, item, width);
    let mut lines = if let ItemKey::Activity(id) = item {
        card_with(model, id, width, why)
    } else {
        let mut lines = other_card(model, item, width);
        lines.extend(plain(why));
        lines
    };
    lines.extend(entries::of_item(model, item, width));
    let below = Earlier::on(model, item, width);
    if !below.is_empty() {
        lines.extend(earlier::head(model));
    }
    Card {
        lines,
        earlier: below,
    }
}

/// The title of the card of an activity; a plan may print no numbers, and an order has points.
pub(super) fn title(model: &Model, activity: ActivityKey) -> String {
    let item = ("item", model.workspace.point(activity).into());
    let document = model.workspace.document_of(activity);
    let kind = if document.is_some_and(Document::has_points) {
        "point"
    } else {
        "activity"
    };
    let title = model
        .texts
        .with("card-title", &[item, ("kind", kind.into())]);
    title.trim_end().to_owned()
}

/// The card beside the plan's tree: everything said of the activity, at whatever meeting.
pub(super) fn activity_card(model: &Model, id: ActivityKey, width: usize) -> Vec<CardLine> {
    card_with(model, id, width, Vec::new())
}

/// The card of an activity with why it is on the agenda, before what the document says of it.
fn card_with(model: &Model, id: ActivityKey, width: usize, why: Vec<Pieces>) -> Vec<CardLine> {
    let Some((activity, view)) = model.workspace.activity(id) else {
        return Vec::new();
    };
    let texts = &model.texts;
    let theme = &model.theme;
    let label = theme.style(Role::Dim);
    let text = theme.style(Role::Text);
    let mut lines = wrapped(&activity.title, width, theme.style(Role::Title));
    lines.push(Pieces::new());
    lines.extend(labelled(
        &texts.get("card-term"),
        &format!("«{}»", activity.term),
        width,
        label,
        text,
    ));
    let place = mark::occurrence_of(model, id);
    let standing = place.and_then(|place| model.workspace.standing_of(id, place, model.day()));
    if let Some(standing) = &standing {
        lines.extend(reading_lines(model, view, standing, width));
        let status = match &standing.status {
            Some(status) => texts.status_on(status, standing.happened),
            None if standing.is_closed() => settled(model, id),
            None => texts.get("status-unknown"),
        };
        let (mark, role) = sign(standing.status.as_ref(), false);
        lines.extend(labelled(
            &texts.get("card-status"),
            format!("{mark} {status}").trim_start(),
            width,
            label,
            theme.style(role),
        ));
    }
    if let Some(strip) = trail(model, id) {
        lines.extend(labelled(
            &texts.get("card-trail"),
            &strip,
            width,
            label,
            text,
        ));
    }
    lines.extend(why);
    for (label_id, text_said) in succession(model, id) {
        lines.extend(labelled(
            &texts.get(label_id),
            &text_said,
            width,
            label,
            text,
        ));
    }
    // An order sets no results; a label with nothing behind it would say that one is missing.
    if !activity.result.is_blank() {
        lines.extend(labelled(
            &texts.get("card-result"),
            &activity.result,
            width,
            label,
            text,
        ));
    }
    // An order has no responsible subjects, and many a plan names its people in one column.
    for (label_id, people) in [
        ("card-responsible", &view.responsible),
        ("card-executors", &view.executors),
    ] {
        if !people.is_empty() {
            let names = names(model, people);
            let style = theme.style(Role::Executor);
            lines.extend(labelled(&texts.get(label_id), &names, width, label, style));
        }
    }
    if model.workspace.has_participants(id)
        && let Some(event) = model.workspace.event(id)
    {
        lines.extend(labelled(
            &texts.get("card-participants"),
            &event_select::summary(texts, &event),
            width,
            label,
            text,
        ));
    }
    lines.extend(document_lines(model, id, width));
    plain(lines)
}

/// The document an activity is of, where several are on control: what it rests on, who controls
/// it, what rests on it.
fn document_lines(model: &Model, id: ActivityKey, width: usize) -> Vec<Pieces> {
    let Some(document) = model.workspace.document_of(id) else {
        return Vec::new();
    };
    if !model.workspace.has_several_documents() {
        return Vec::new();
    }
    let texts = &model.texts;
    let label = model.theme.style(Role::Dim);
    let text = model.theme.style(Role::Text);
    let requisites = &document.requisites;
    let resting: Vec<&str> = model
        .workspace
        .linked_by(document)
        .into_iter()
        .filter_map(|(_, key)| model.workspace.document(key))
        .map(Document::short_name)
        .collect();
    let resting = resting.join(", ");
    [
        ("card-document", document.title()),
        ("card-basis", requisites.basis.as_str()),
        ("card-amends", requisites.amends.as_str()),
        ("card-controller", model.workspace.controller_words(id)),
        ("card-rests-on-it", resting.as_str()),
    ]
    .into_iter()
    .filter(|(_, said)| !said.trim().is_empty())
    .flat_map(|(id, said)| labelled(&texts.get(id), said, width, label, text))
    .collect()
}

fn reading_lines(
    model: &Model,
    view: &crate::domain::workspace::ActivityView,
    standing: &Standing,
    width: usize,
) -> Vec<Pieces> {
    let texts = &model.texts;
    let theme = &model.theme;
    let label = theme.style(Role::Dim);
    if view.reading.kind == Kind::Unread && !view.corrected {
        return wrapped(&texts.get("card-unread"), width, theme.style(Role::Warning));
    }
    let window = standing.occurrence.window;
    let span = if window.first == window.last {
        texts.date_full(window.first)
    } else {
        format!(
            "{} – {}",
            texts.date_full(window.first),
            texts.date_full(window.last)
        )
    };
    let point = texts.with(
        "card-occurrence",
        &[
            ("n", (standing.index + 1).into()),
            ("of", view.occurrences.len().into()),
            ("span", span.into()),
        ],
    );
    let due = match standing.due {
        Some(due) => {
            let near = texts.timing(standing.timing);
            let separator = if near.is_empty() { "" } else { ", " };
            format!("{}{separator}{near}", texts.date_weekday_full(due))
        }
        None => texts.timing(Timing::Undated),
    };
    let role = match standing.timing {
        Timing::Overdue(_) => Role::Overdue,
        Timing::Due(days) if days < 7 => Role::DueSoon,
        _ => Role::Text,
    };
    let due_label = match standing.status {
        Some(Status::Postponed { .. }) => texts.get("card-moved-to"),
        _ => texts.get("card-due"),
    };
    let mut lines = labelled(&due_label, &due, width, label, theme.style(role));
    lines.extend(wrapped(&point, width, label));
    if view.corrected {
        lines.extend(wrapped(&texts.get("card-corrected"), width, label));
    } else if let Certainty::Assumed { reasons, .. } = &view.reading.certainty {
        // A reading that is not sure says so, and why, where it is used.
        let why: Vec<String> = reasons
            .iter()
            .map(|reason| texts.get(&format!("deadline-reason-{}", reason.id())))
            .collect();
        lines.extend(wrapped(
            &texts.with("card-assumed", &[("why", why.join("; ").into())]),
            width,
            theme.style(Role::Warning),
        ));
    }
    if standing.missed > 0 {
        lines.extend(wrapped(
            &texts.with("card-missed", &[("n", standing.missed.into())]),
            width,
            theme.style(Role::Warning),
        ));
    }
    lines
}

fn names(model: &Model, mentions: &[Mention]) -> String {
    mentions
        .iter()
        .map(|mention| {
            let name = mention.subject.as_ref().map_or_else(
                || mention.text.to_string(),
                |id| model.workspace.short_name(id).to_owned(),
            );
            match &mention.qualifier {
                Some(qualifier) => format!("{name} ({qualifier})"),
                None => name,
            }
        })
        .collect::<Vec<_>>()
        .join(", ")
}

/// The trail of an activity over the meetings held so far: a sign a meeting, `·` where nothing
/// was said. `None` before the first meeting.
pub fn trail(model: &Model, id: ActivityKey) -> Option<String> {
    let meetings = model.workspace.ledger().meetings();
    let strip: String = meetings
        .keys()
        .map(|date| match model.workspace.mark_at(id, *date) {
            Some(mark) => sign(Some(&mark.status), true).0,
            None => "·",
        })
        .collect();
    let first = meetings.keys().next()?;
    let last = meetings.keys().next_back()?;
    let from = model.texts.date_short(*first);
    if first == last {
        return Some(format!("{from} {strip}"));
    }
    Some(format!("{from} {strip} {}", model.texts.date_short(*last)))
}

fn other_card(model: &Model, item: ItemKey, width: usize) -> Vec<CardLine> {
    let title = model.workspace.item_title(model.day(), item);
    plain(wrapped(&title, width, model.theme.style(Role::Title)))
}

/// Why the item is on the agenda, in full.
fn reasons(model: &Model, item: ItemKey, width: usize) -> Vec<Pieces> {
    let texts = &model.texts;
    let date = model.meeting_date();
    let line = date
        .and_then(|date| model.workspace.ledger().meeting(date))
        .and_then(|meeting| meeting.line(item));
    let speaker = line.and_then(|line| line.speaker.as_ref());
    let reasons = line.zip(date).map(|(line, date)| {
        let weight = model.workspace.weight_of(date, item);
        message::why(texts, &model.workspace, line, &weight)
    });
    let reasons = reasons.unwrap_or_default();
    let label = model.theme.style(Role::Dim);
    let mut lines = Vec::new();
    if let Some(who) = speaker {
        lines.extend(labelled(
            &texts.get("card-speaker"),
            model.workspace.short_name(who),
            width,
            label,
            model.theme.style(Role::Executor),
        ));
    }
    if !reasons.is_empty() {
        lines.extend(labelled(
            &texts.get("card-why"),
            &reasons.join("; "),
            width,
            label,
            model.theme.style(Role::Text),
        ));
    }
    lines
}

/// Where an activity's matters have gone, and which it goes on with.
fn succession(model: &Model, id: ActivityKey) -> Vec<(&'static str, String)> {
    let (workspace, day) = (&model.workspace, model.day());
    let ledger = workspace.ledger();
    let gone = ledger.carried_over(id, day).map(|it| {
        let day = model.texts.date_full(it.day);
        (
            "card-carried-over",
            format!("{} ({day})", workspace.named(it.to)),
        )
    });
    let before = ledger.carried_from(id, day).into_iter();
    let before = before.map(|from| ("card-carried-from", workspace.named(from)));
    gone.into_iter().chain(before).collect()
}

/// Why nothing is owed of an activity nobody marked.
fn settled(model: &Model, id: ActivityKey) -> String {
    let texts = &model.texts;
    match model.workspace.settled(id, model.day()) {
        Settled::CarriedOver(document) => {
            let known = model.workspace.document(document);
            let name = known
                .map_or(document.as_str(), |it| it.short_name())
                .to_owned();
            texts.with("agenda-carried-over", &[("document", name.into())])
        }
        Settled::OffControl => texts.get("agenda-off-control"),
        Settled::NotHeld => texts.get("agenda-not-held"),
    }
}
