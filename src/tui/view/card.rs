//! The card of an activity, assignment or topic: wording and reading, who, what was said, what
//! was decided.

use super::super::model::meeting::Focus;
use super::super::model::{Model, Screen};
use super::super::theme::Role;
use super::super::update;
use super::meeting::sign;
use super::paint::{Pieces, labelled, wrapped};
use crate::domain::agenda::ItemKey;
use crate::domain::assignment::AssignmentView;
use crate::domain::date::Date;
use crate::domain::deadline::{Certainty, Kind};
use crate::domain::entry::EntryKind;
use crate::domain::ledger::Entry;
use crate::domain::mark::Status;
use crate::domain::plan::ActivityId;
use crate::domain::subject::Mention;
use crate::domain::workspace::{Standing, Timing};

/// One line of a card.
pub(super) struct CardLine {
    pub(super) pieces: Pieces,
    /// Whether it is the first line of the entry under the cursor.
    pub(super) is_cursor: bool,
}

fn plain(pieces: Vec<Pieces>) -> Vec<CardLine> {
    pieces
        .into_iter()
        .map(|pieces| CardLine {
            pieces,
            is_cursor: false,
        })
        .collect()
}

/// The card beside the agenda.
pub(super) fn meeting_card(model: &Model, item: Option<ItemKey>, width: usize) -> Vec<CardLine> {
    let Some(item) = item else {
        return Vec::new();
    };
    let mut lines = match item {
        ItemKey::Activity(id) => activity_card(model, id, width),
        _ => other_card(model, item, width),
    };
    lines.extend(reasons(model, item, width));
    lines.extend(entries(model, item, width));
    lines.extend(earlier_assignments(model, item, width));
    lines
}

/// The card beside the plan's tree: everything said of the activity, at whatever meeting.
pub(super) fn activity_card(model: &Model, id: ActivityId, width: usize) -> Vec<CardLine> {
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
    let place = update::occurrence_of(model, id);
    let standing = place.and_then(|place| model.workspace.standing_of(id, place, model.day()));
    if let Some(standing) = &standing {
        lines.extend(reading_lines(model, view, standing, width));
        let status = match &standing.status {
            Some(status) => texts.status(status),
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
    lines.extend(labelled(
        &texts.get("card-result"),
        &activity.result,
        width,
        label,
        text,
    ));
    lines.extend(labelled(
        &texts.get("card-responsible"),
        &names(model, &view.responsible),
        width,
        label,
        theme.style(Role::Executor),
    ));
    lines.extend(labelled(
        &texts.get("card-executors"),
        &names(model, &view.executors),
        width,
        label,
        theme.style(Role::Executor),
    ));
    plain(lines)
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

/// The trail of an activity over the meetings held so far: a sign a Thursday, `·` where nothing
/// was said. `None` before the first meeting.
pub fn trail(model: &Model, id: ActivityId) -> Option<String> {
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
fn reasons(model: &Model, item: ItemKey, width: usize) -> Vec<CardLine> {
    let texts = &model.texts;
    let line = model
        .meeting_date()
        .and_then(|date| model.workspace.ledger().meeting(date))
        .and_then(|meeting| meeting.line(item));
    let speaker = line.and_then(|line| line.speaker.as_ref());
    let reasons: Vec<String> = line
        .into_iter()
        .flat_map(|line| &line.reasons)
        .map(|reason| texts.reason(reason))
        .collect();
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
    plain(lines)
}

/// What was written on an item at this meeting.
fn entries(model: &Model, item: ItemKey, width: usize) -> Vec<CardLine> {
    let Some(date) = model.meeting_date() else {
        return Vec::new();
    };
    let selected = update::selected_entry(model);
    let in_card =
        matches!(model.screen(), Some(Screen::Meeting(state)) if state.focus == Focus::Card);
    let entries: Vec<&Entry> = model
        .workspace
        .ledger()
        .entries_of(Some(date), item)
        .collect();
    if entries.is_empty() {
        return Vec::new();
    }
    let mut lines = plain(vec![
        Pieces::new(),
        Pieces::new().and(
            model.texts.get("card-entries"),
            model.theme.style(Role::Section),
        ),
    ]);
    for entry in entries {
        let of_entry = entry_lines(model, entry, width.saturating_sub(2));
        for (place, pieces) in of_entry.into_iter().enumerate() {
            let mut indented = Pieces::new().and("  ", model.theme.style(Role::Text));
            indented.0.extend(pieces.0);
            lines.push(CardLine {
                pieces: indented,
                is_cursor: in_card && place == 0 && Some(entry.id) == selected,
            });
        }
    }
    lines
}

fn entry_lines(model: &Model, entry: &Entry, width: usize) -> Vec<Pieces> {
    let texts = &model.texts;
    let theme = &model.theme;
    let role = match entry.content.kind {
        EntryKind::Decision | EntryKind::Assignment => Role::Decision,
        EntryKind::Private => Role::Private,
        _ => Role::Dim,
    };
    let number = model
        .workspace
        .entry_number(entry)
        .filter(|_| {
            matches!(
                entry.content.kind,
                EntryKind::Decision | EntryKind::Assignment
            )
        })
        .map(|number| format!("{number} "))
        .unwrap_or_default();
    let label = format!("{number}{}:", texts.entry_kind(entry.content.kind));
    let speaker = entry
        .content
        .speaker
        .as_ref()
        .map(|id| format!("{} – ", model.workspace.short_name(id)))
        .unwrap_or_default();
    let mut lines = labelled(
        &label,
        &format!("{speaker}{}", entry.content.text),
        width,
        theme.style(role),
        theme.style(Role::Text),
    );
    if entry.content.kind == EntryKind::Assignment {
        let who: Vec<&str> = entry
            .content
            .executors
            .iter()
            .map(|id| model.workspace.short_name(id))
            .collect();
        let who = if who.is_empty() {
            texts.get("card-no-executor")
        } else {
            who.join(", ")
        };
        let due = entry
            .content
            .due
            .map_or_else(|| texts.get("timing-undated"), |due| texts.date_full(due));
        lines.extend(wrapped(
            &texts.with("card-who-due", &[("who", who.into()), ("due", due.into())]),
            width,
            theme.style(Role::Executor),
        ));
    }
    lines
}

/// Assignments of earlier meetings on the same item that are still under control.
fn earlier_assignments(model: &Model, item: ItemKey, width: usize) -> Vec<CardLine> {
    let date = model.meeting_date();
    let earlier: Vec<AssignmentView> = update::assignments_of(model, item)
        .into_iter()
        .filter(|assignment| assignment.minutes != date)
        .collect();
    if earlier.is_empty() {
        return Vec::new();
    }
    let theme = &model.theme;
    let mut lines = vec![
        Pieces::new(),
        Pieces::new().and(model.texts.get("card-earlier"), theme.style(Role::Section)),
    ];
    for assignment in earlier {
        lines.extend(assignment_lines(model, &assignment, width));
    }
    plain(lines)
}

/// An assignment in a card or list: number, text, who, due, where it stands.
pub(super) fn assignment_lines(
    model: &Model,
    assignment: &AssignmentView,
    width: usize,
) -> Vec<Pieces> {
    let texts = &model.texts;
    let theme = &model.theme;
    let from = assignment
        .minutes
        .map(|date: Date| texts.date_short(date))
        .unwrap_or_default();
    let label = texts.with(
        "card-assignment",
        &[
            ("number", assignment.number.to_string().into()),
            ("from", from.into()),
        ],
    );
    let mut lines = labelled(
        &label,
        &assignment.text,
        width,
        theme.style(Role::Decision),
        theme.style(Role::Text),
    );
    let who: Vec<&str> = assignment
        .executors
        .iter()
        .map(|id| model.workspace.short_name(id))
        .collect();
    let due = assignment
        .due
        .map_or_else(|| texts.get("timing-undated"), |due| texts.date_full(due));
    let mut state = texts.assignment_state(assignment.state);
    if assignment.extensions > 0 {
        state.push_str(", ");
        state.push_str(&texts.with("card-extensions", &[("n", assignment.extensions.into())]));
    }
    let line = texts.with(
        "card-who-due-state",
        &[
            ("who", who.join(", ").into()),
            ("due", due.into()),
            ("state", state.into()),
        ],
    );
    let role = match assignment.timing {
        Timing::Overdue(_) => Role::Overdue,
        _ => Role::Executor,
    };
    lines.extend(wrapped(&line, width, theme.style(role)));
    lines
}
