//! The report of execution discipline over a period (domain.md 1.7): what was due, what of it was
//! done in time, late or not at all, what was moved, by subject and by direction.

mod count;

use super::super::model::{Block, Paper, Part, Role, Table};
use super::super::wording::{date, span};
use super::head::signature;
use crate::domain::date::Span;
use crate::domain::workspace::Workspace;

pub(in super::super) use count::{Counts, Outcome, Report, Task};

/// The report as a paper.
pub(in super::super) fn report(workspace: &Workspace, period: Span) -> Paper {
    let report = Report::over(workspace, period);
    let settings = workspace.settings();
    let mut part = Part::default();
    if !settings.organisation.is_empty() {
        part.text(Role::Organisation, settings.organisation.as_str());
    }
    part.text(Role::Kind, "СПРАВКА");
    part.text(
        Role::Heading,
        format!("об исполнительской дисциплине за период {}", span(period)),
    );
    part.text(
        Role::Body,
        format!(
            "По состоянию на {}. Учтены контрольные точки комплекса мер и поручения, срок \
             которых приходится на этот период.",
            date(period.last)
        ),
    );
    let total = report.total();
    for (label, count) in labelled(&total) {
        part.text(Role::Line, format!("{label}: {count}"));
    }
    for (heading, column, rows) in [
        ("По исполнителям", "Исполнитель", report.by_subject()),
        (
            "По направлениям",
            "Направление",
            report.by_direction(workspace),
        ),
    ] {
        if !rows.is_empty() {
            part.text(Role::Section, heading);
            part.blocks.push(Block::Table(counts_table(column, &rows)));
        }
    }
    let mut late = Table::new(&[
        ("№ п/п", 8),
        ("Что", 36),
        ("Исполнитель", 20),
        ("Срок", 14),
        ("Состояние", 22),
    ]);
    let unfinished = report
        .tasks
        .iter()
        .filter(|task| matches!(task.outcome, Outcome::Overdue | Outcome::Late));
    for (place, task) in unfinished.enumerate() {
        late.push([
            (place + 1).to_string(),
            format!("{} {}", task.number, task.text),
            task.executor.to_string(),
            date(task.due),
            outcome(task),
        ]);
    }
    if late.rows.is_empty() {
        part.text(Role::Body, "Не исполненного в срок нет.");
    } else {
        part.text(Role::Section, "Не исполнено в срок");
        part.blocks.push(Block::Table(late));
    }
    let secretary = settings
        .secretary
        .as_ref()
        .map(|id| workspace.paper_name(id));
    part.blocks
        .push(signature("Секретарь", secretary.as_deref()));
    Paper {
        subject: format!("Справка об исполнительской дисциплине {}", span(period)),
        issuer: settings.organisation.to_string(),
        parts: vec![part],
    }
    .typeset()
}

/// «исполнено 02.06.2023, с опозданием на 2 дн.»
pub(in super::super) fn outcome(task: &Task) -> String {
    let moved = if task.moved > 0 {
        format!("; срок переносился: {}", task.moved)
    } else {
        String::new()
    };
    let words = match (task.outcome, task.done) {
        (Outcome::OnTime, Some(done)) => format!("исполнено {}", date(done)),
        (Outcome::Late, Some(done)) => format!(
            "исполнено {}, с опозданием на {} дн.",
            date(done),
            done.days_since(task.due)
        ),
        (Outcome::OnTime | Outcome::Late, None) => "исполнено".to_owned(),
        (Outcome::Overdue, _) => "не исполнено".to_owned(),
        (Outcome::Pending, _) => "срок не истёк".to_owned(),
        (Outcome::Dropped, _) => "снято как утратившее актуальность".to_owned(),
    };
    words + &moved
}

fn labelled(total: &Counts) -> [(&'static str, String); 7] {
    [
        ("Всего со сроком в этом периоде", total.all.to_string()),
        ("Исполнено в срок", total.on_time.to_string()),
        ("Исполнено с нарушением срока", total.late.to_string()),
        ("Не исполнено", total.overdue.to_string()),
        ("Срок не истёк", total.pending.to_string()),
        ("Срок переносился", total.moved.to_string()),
        ("Доля исполненного в срок", total.share()),
    ]
}

fn counts_table(first: &str, rows: &[(String, Counts)]) -> Table {
    let mut table = Table::new(&[
        (first, 28),
        ("Всего", 8),
        ("В срок", 9),
        ("С опозданием", 15),
        ("Не исполнено", 15),
        ("Перенесено", 15),
        ("Доля в срок", 10),
    ]);
    for (name, counts) in rows {
        table.push([
            name.clone(),
            counts.all.to_string(),
            counts.on_time.to_string(),
            counts.late.to_string(),
            counts.overdue.to_string(),
            counts.moved.to_string(),
            counts.share(),
        ]);
    }
    table
}
