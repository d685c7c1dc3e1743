//! What was said and given on an item, as lines of its card.

use super::super::model::Model;
use super::super::model::Screen;
use super::super::model::meeting::Focus;
use super::super::theme::Role;
use super::card_line::{CardLine, plain};
use super::paint::{Pieces, labelled, wrapped};
use crate::domain::agenda::ItemKey;
use crate::domain::entry::EntryKind;
use crate::domain::ledger::Entry;
use crate::domain::workspace::AssignmentView;
use crate::domain::workspace::Timing;
use crate::tui::select::entry;

/// What was written on an item at this meeting.
pub(super) fn of_item(model: &Model, item: ItemKey, width: usize) -> Vec<CardLine> {
    let Some(date) = model.meeting_date() else {
        return Vec::new();
    };
    let selected = entry::selected_entry(model);
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
    if entry.content.kind == EntryKind::Decision
        && let Some(due) = entry.content.due
    {
        let due = texts.with("prompt-due", &[("due", texts.date_full(due).into())]);
        lines.extend(wrapped(&due, width, theme.style(Role::Executor)));
    }
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
    if !entry.content.labels.is_empty() {
        let labels = entry.content.label_words();
        lines.extend(wrapped(&labels, width, theme.style(Role::Dim)));
    }
    lines
}

/// An assignment in a card or list: number, text, who, due, where it stands.
pub(super) fn assignment_lines(
    model: &Model,
    assignment: &AssignmentView,
    width: usize,
) -> Vec<Pieces> {
    let texts = &model.texts;
    let theme = &model.theme;
    let name = texts.assignment_name(&assignment.number, assignment.origin.day());
    let label = format!("{name}:");
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
