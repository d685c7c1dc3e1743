//! The report of execution discipline over a period (domain.md 1.7): what was due, what of it was
//! done in time, late or not at all, what was moved, by subject and by direction.

use std::sync::Arc;

use super::super::model::{Block, Orientation, Paper, Part, Role, Table};
use super::super::wording::{date, sentence, span};
use super::head::{issuer, signed_by_secretary};
use super::indicators::indicators;
use crate::domain::date::Span;
use crate::domain::document::{Document, Heading};
use crate::domain::fold::fold;
use crate::domain::russian::{Case, decline, inside};
use crate::domain::workspace::Workspace;
use crate::domain::workspace::discipline::{
    AsOf, Concern, Counts, Matter, Moved, Outcome, Report, Task,
};

/// One figure of the counts.
type Counted = fn(&Counts) -> usize;

/// The counts in the order they are printed: what becomes of a task, and together all tasks.
pub(in super::super) const COUNTED: [(&str, Counted); 8] = [
    ("Всего", |it| it.all),
    ("В срок", |it| it.in_time),
    ("С опозданием", |it| it.late),
    ("Не исполнено", |it| it.missed),
    ("Срок не истёк", |it| it.pending),
    ("Снято", |it| it.dropped),
    ("После переноса", |it| it.after_move),
    ("Переносов", |it| it.moves),
];

/// What the row of all together is called.
pub(in super::super) const TOTAL: &str = "Итого";

/// The report as a paper.
pub(in super::super) fn report(workspace: &Workspace, period: Span, as_of: AsOf) -> Paper {
    let report = Report::over(workspace, period, as_of);
    let settings = workspace.settings();
    // Ten columns stand upright only with torn words.
    let mut part = Part {
        orientation: Orientation::Landscape,
        ..Part::default()
    };
    issuer(&mut part, workspace);
    part.text(Role::Kind, "СПРАВКА");
    part.text(
        Role::Heading,
        format!("об исполнительской дисциплине за период {}", span(period)),
    );
    part.text(
        Role::Body,
        format!(
            "По состоянию на {}. Учтены контрольные точки {} и поручения, срок которых, с учётом \
             переносов, приходится на этот период; перенос учтён в периоде, на который \
             приходился перенесённый срок.",
            date(as_of.day),
            of_documents(workspace)
        ),
    );
    for (label, count) in labelled(&report.total()) {
        part.text(Role::Line, format!("{label}: {count}"));
    }
    let level = outermost_level(workspace);
    let by_level = decline(&level, Case::DativePlural).map_or_else(
        || format!("По разделам ({level})"),
        |name| format!("По {}", inside(&name)),
    );
    for (heading, column, rows) in [
        ("По исполнителям", "Исполнитель", by_subject(&report)),
        (
            by_level.as_str(),
            level.as_str(),
            by_direction(&report, workspace),
        ),
    ] {
        if !rows.is_empty() {
            part.text(Role::Section, heading);
            let table = counts_table(column, rows, &report.total());
            part.blocks.push(Block::Table(table));
        }
    }
    let late = late_table(&report);
    if late.rows.is_empty() {
        part.text(Role::Body, "Не исполненного в срок нет.");
    } else {
        part.text(Role::Section, "Не исполнено в срок");
        part.blocks.push(Block::Table(late));
    }
    if !report.moved.is_empty() {
        part.text(Role::Section, "Перенесённые сроки");
        part.blocks.push(Block::Table(moved_table(&report)));
    }
    indicators(&mut part, &workspace.indicator_table(as_of.day));
    signed_by_secretary(&mut part, workspace);
    Paper {
        subject: format!("Справка об исполнительской дисциплине {}", span(period)),
        issuer: settings.organisation.to_string(),
        parts: vec![part],
    }
    .typeset()
}

/// «комплекса мер», «документов на контроле»
fn of_documents(workspace: &Workspace) -> String {
    let kind = match workspace.documents() {
        [only] => only.kind_in(Case::Genitive),
        _ => None,
    };
    kind.unwrap_or_else(|| "документов на контроле".to_owned())
}

/// What the documents call their outermost headings, where they have one word for them.
fn outermost_level(workspace: &Workspace) -> String {
    let with_headings = |it: &&Arc<Document>| it.headings().next().is_some();
    let mut names = workspace
        .documents()
        .iter()
        .filter(with_headings)
        .map(|it| it.level(0));
    let first = names.next().flatten();
    let name = first.filter(|first| names.all(|other| other == Some(first)));
    name.unwrap_or("Раздел").to_owned()
}

/// «1.2.3» for a control point, «п. 2.1 от 25.05.2023» or «поручение от 24.05.2023».
pub(in super::super) fn number(concern: &Concern) -> String {
    match &concern.matter {
        Matter::Point { point, .. } => point.to_string(),
        Matter::Assignment { number, origin, .. } if number.is_blank() => {
            format!("поручение от {}", date(origin.day()))
        }
        Matter::Assignment { number, origin, .. } => {
            format!("п. {number} от {}", date(origin.day()))
        }
    }
}

/// «исполнено 02.06.2023, с опозданием на 2 дн.»
pub(in super::super) fn outcome(task: &Task) -> String {
    let moved = if task.moves > 0 {
        format!("; срок переносился: {}", task.moves)
    } else {
        String::new()
    };
    let words = match (task.outcome, task.done) {
        (Outcome::InTime, Some(done)) => format!("исполнено {}", date(done)),
        (Outcome::Late, Some(done)) => format!(
            "исполнено {}, с опозданием на {} дн.",
            date(done),
            done.days_since(task.due)
        ),
        (Outcome::InTime | Outcome::Late, None) => "исполнено".to_owned(),
        (Outcome::Missed, _) => "не исполнено".to_owned(),
        (Outcome::Pending, _) => "срок не истёк".to_owned(),
        (Outcome::Dropped, _) => match task.concern.matter {
            Matter::Point { .. } => "отменено".to_owned(),
            Matter::Assignment { .. } => "снято как утратившее актуальность".to_owned(),
        },
    };
    words + &moved
}

/// Counted by the first executor, alphabetically.
pub(in super::super) fn by_subject(report: &Report) -> Vec<(String, Counts)> {
    let counts = report.counts_by(|it| (fold(&it.executor), it.executor.clone()));
    counts
        .into_iter()
        .map(|((_, name), counts)| {
            let name = if name.is_blank() {
                "Исполнитель не назван".to_owned()
            } else {
                name.to_string()
            };
            (name, counts)
        })
        .collect()
}

/// Counted by outermost heading, in the order of the documents; what serves none comes last.
pub(in super::super) fn by_direction(
    report: &Report,
    workspace: &Workspace,
) -> Vec<(String, Counts)> {
    let headings: Vec<(&Document, &Heading)> = workspace
        .documents()
        .iter()
        .flat_map(|document| document.headings().map(|heading| (&**document, heading)))
        .collect();
    let place = |concern: &Concern| {
        let path = concern
            .activity()
            .map(|activity| workspace.path(activity))
            .unwrap_or_default();
        let outermost = path.first().map(|heading| heading.key);
        headings
            .iter()
            .position(|(_, heading)| Some(heading.key) == outermost)
            .unwrap_or(usize::MAX)
    };
    let counts = report.counts_by(place);
    // Every document has a section 1.
    let mut documents = counts.keys().filter_map(|place| headings.get(*place));
    let first = documents.next().map(|(document, _)| document.key);
    let are_several = documents.any(|(document, _)| Some(document.key) != first);
    let title = |place: usize| match headings.get(place) {
        Some((document, heading)) if are_several => {
            let document = document.own_name().into_iter().map(str::to_owned);
            let parts: Vec<String> = document.chain([heading.name()]).collect();
            parts.join(", ")
        }
        Some((_, heading)) => heading.name(),
        None => "Вне разделов документов".to_owned(),
    };
    counts
        .into_iter()
        .map(|(place, counts)| (title(place), counts))
        .collect()
}

/// The share done in time of all that is decided: «75 %», or a dash.
fn share(counts: &Counts) -> String {
    counts
        .in_time_percent()
        .map_or_else(|| "–".to_owned(), |percent| format!("{percent} %"))
}

fn labelled(total: &Counts) -> [(&'static str, String); 9] {
    [
        ("Всего со сроком в этом периоде", total.all.to_string()),
        ("Исполнено в срок", total.in_time.to_string()),
        ("Исполнено с нарушением срока", total.late.to_string()),
        ("Не исполнено", total.missed.to_string()),
        ("Срок не истёк", total.pending.to_string()),
        (
            "Отменено или снято как утратившее актуальность",
            total.dropped.to_string(),
        ),
        ("Доля исполненного в срок", share(total)),
        (
            "Из всех: со сроком, который переносился",
            total.after_move.to_string(),
        ),
        (
            "Переносов сроков, приходившихся на этот период",
            total.moves.to_string(),
        ),
    ]
}

fn counts_table(first: &str, rows: Vec<(String, Counts)>, total: &Counts) -> Table {
    let mut columns = vec![(first, 26)];
    columns.extend(COUNTED.map(|(name, _)| (name, 8)));
    columns.push(("Доля в срок", 8));
    let mut table = Table::new(&columns);
    for (name, counts) in rows.into_iter().chain([(TOTAL.to_owned(), *total)]) {
        let mut cells = vec![name];
        cells.extend(COUNTED.map(|(_, count)| count(&counts).to_string()));
        cells.push(share(&counts));
        table.push(cells);
    }
    table
}

fn late_table(report: &Report) -> Table {
    let mut table = Table::new(&[
        ("№ п/п", 8),
        ("Что", 36),
        ("Исполнитель", 20),
        ("Срок", 14),
        ("Состояние", 22),
    ]);
    let unfinished = report
        .tasks
        .iter()
        .filter(|task| matches!(task.outcome, Outcome::Missed | Outcome::Late));
    for (place, task) in unfinished.enumerate() {
        table.push([
            (place + 1).to_string(),
            what(&task.concern),
            task.concern.executor.to_string(),
            date(task.due),
            outcome(task),
        ]);
    }
    table
}

fn moved_table(report: &Report) -> Table {
    let mut table = Table::new(&[
        ("№ п/п", 8),
        ("Что", 36),
        ("Исполнитель", 20),
        ("Было", 12),
        ("Стало", 12),
        ("Обоснование", 12),
    ]);
    for (place, Moved { concern, step }) in report.moved.iter().enumerate() {
        table.push([
            (place + 1).to_string(),
            what(concern),
            concern.executor.to_string(),
            date(step.from),
            date(step.to),
            sentence(&step.reason),
        ]);
    }
    table
}

fn what(concern: &Concern) -> String {
    format!("{} {}", number(concern), concern.text)
}
