//! The card of one activity: what the order says of it, and its trail over all meetings.

use super::super::model::{Block, Paper, Part, Role, Row, Table};
use super::super::wording::{by_itself, date, russian, sentence, status_on};
use super::standing::{days, stands};
use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::domain::document::{ActivityKey, Document};
use crate::domain::entry::EntryKind;
use crate::domain::workspace::Workspace;

/// The card as a paper; `None` when the plan has no such activity.
pub(in super::super) fn card(workspace: &Workspace, id: ActivityKey, day: Date) -> Option<Paper> {
    let (activity, view) = workspace.activity(id)?;
    let mut part = Part::default();
    let is_point = workspace.document_of(id).is_some_and(Document::has_points);
    let kind = if is_point {
        "Пункт"
    } else {
        "Мероприятие"
    };
    let point = workspace.printed_point(id);
    part.text(
        Role::Kind,
        format!("{} {point}", kind.to_uppercase()).trim_end(),
    );
    part.text(Role::Heading, by_itself(&activity.title).as_str());
    part.text(Role::Body, format!("По состоянию на {}.", date(day)));
    let mut requisites = Table::new(&[("Реквизит", 3), ("Содержание", 7)]);
    for (name, text) in [
        (
            "Ответственный субъект",
            activity.responsible_subject.as_str(),
        ),
        ("Исполнитель (соисполнители)", activity.executors.as_str()),
        ("Срок", activity.term.as_str()),
        ("Ожидаемый результат", activity.result.as_str()),
    ] {
        // An order has no responsible subjects and sets no results.
        if !text.trim().is_empty() {
            requisites.push([name.to_owned(), text.to_owned()]);
        }
    }
    part.blocks.push(Block::Table(requisites));
    let mut points = Table::new(&[("Контрольная точка", 4), ("Срок", 2), ("Отметка", 4)]);
    for index in 0..view.occurrences.len() {
        let Some(standing) = workspace.standing_of(id, index, day) else {
            continue;
        };
        let window = standing.occurrence.window;
        // Of what repeats every week, only what was spoken of or has come.
        if view.occurrences.len() > 12 && standing.status.is_none() && window.first > day {
            continue;
        }
        points.push([
            days(window),
            standing.due.map(date).unwrap_or_default(),
            stands(workspace, id, &standing, day),
        ]);
    }
    part.text(Role::Section, "Контрольные точки");
    part.blocks.push(Block::Table(points));
    let trail = trail_table(workspace, id, day);
    part.text(Role::Section, "След");
    if trail.rows.is_empty() {
        part.text(Role::Body, "Отметок и поручений пока нет.");
    } else {
        part.blocks.push(Block::Table(trail));
    }
    Some(
        Paper {
            subject: format!(
                "{kind} {point} на {}: {}",
                date(day),
                by_itself(&activity.title)
            ),
            issuer: workspace.settings().organisation.to_string(),
            parts: vec![part],
        }
        .typeset(),
    )
}

/// Everything said of an activity up to a day, oldest first: marks with the control point they are
/// of, entries, decisions on the control of its assignments.
pub(in super::super) fn trail(
    workspace: &Workspace,
    id: ActivityKey,
    day: Date,
) -> Vec<(Date, &'static str, String)> {
    let item = ItemKey::Activity(id);
    let mut lines: Vec<(Date, &str, String)> = workspace
        .ledger()
        .marks(id)
        .iter()
        .map(|mark| {
            let point = control_point(workspace, id, mark.occurrence);
            (
                mark.day,
                "Отметка",
                format!("{point}{}", status_on(&mark.status, mark.happened)),
            )
        })
        .collect();
    let entries = workspace
        .ledger()
        .entries()
        .filter(|entry| entry.item == item && entry.content.kind != EntryKind::Private);
    for entry in entries {
        let own = workspace.entry_number(entry);
        let number = own
            .as_ref()
            .map(|number| format!("{number}. "))
            .unwrap_or_default();
        let kind = match entry.content.kind {
            EntryKind::Heard => "Слушали",
            EntryKind::Spoke => "Выступили",
            EntryKind::Assignment => "Поручение",
            EntryKind::Vote => "Голосовали",
            EntryKind::Opinion => "Особое мнение",
            EntryKind::Decision | EntryKind::Private => "Решение",
        };
        let due = entry
            .content
            .due
            .map(|due| format!(" Срок: {}.", super::super::wording::until(due)))
            .unwrap_or_default();
        let speaker = entry.content.speaker.as_ref();
        let speaker =
            speaker.map_or_else(String::new, |id| format!("{} – ", workspace.paper_name(id)));
        let text = format!("{speaker}{}", sentence(&entry.content.text));
        let mut said = format!("{number}{text}{due}");
        // A working paper: minutes and extracts, which are signed, have no labels.
        if !entry.content.labels.is_empty() {
            said = format!("{said} {}", entry.content.label_words());
        }
        lines.push((entry.day(), kind, said));
        let name = russian().assignment_name(&own.unwrap_or_default(), entry.day());
        for word in workspace.ledger().standing_controls(entry.id) {
            let control = russian().control_on(&word.control, word.happened);
            lines.push((
                word.day,
                "Контроль",
                sentence(&format!("{name}: {control}")),
            ));
        }
    }
    lines.retain(|(said, _, _)| *said <= day);
    lines.sort_by_key(|(said, _, _)| *said);
    lines
}

/// «25.12.2023 – 31.12.2023: », where an activity has several control points.
fn control_point(workspace: &Workspace, id: ActivityKey, first: Date) -> String {
    let Some((_, view)) = workspace.activity(id) else {
        return String::new();
    };
    let known = view
        .occurrences
        .iter()
        .find(|one| one.window.first == first);
    match known {
        Some(one) if view.occurrences.len() > 1 => {
            format!("{}: ", days(one.window))
        }
        _ => String::new(),
    }
}

fn trail_table(workspace: &Workspace, id: ActivityKey, day: Date) -> Table {
    let mut table = Table::new(&[("Дата", 2), ("Что", 2), ("Запись", 8)]);
    for (said, kind, text) in trail(workspace, id, day) {
        table
            .rows
            .push(Row::Cells(vec![date(said), kind.to_owned(), text]));
    }
    table
}
