//! The tactical plan: one wide table in groups and a look-ahead (domain.md 4.2).

use super::super::model::{Block, Orientation, Paper, Part, Role, Row, Table};
use super::super::wording::{by_itself, date, date_long, of_minutes, russian, span, status};
use super::Frame;
use super::head::{approval, signature};
use super::indicators::indicators;
use crate::domain::minutes::MinutesState;
use crate::domain::russian::{Case, decline, inside};
use crate::domain::safe_text::SafeText;
use crate::domain::tactical_plan::{
    Basis, GroupKind, Issued, Line, NoResult, PlanWords, TacticalPlan,
};

/// The columns and their shares of the width.
fn columns(point: &str) -> [(&str, u16); 9] {
    [
        ("№ п/п", 6),
        ("Задача", 22),
        (point, 10),
        ("Ответственный субъект", 13),
        ("Исполнитель (соисполнители)", 14),
        ("Срок", 10),
        ("Ожидаемый результат", 16),
        ("Основание", 11),
        ("Отметка об исполнении", 12),
    ]
}

/// What a tactical plan is called where its documents have no word for it.
const KIND: &str = "Тактический план";

/// «Тактический план», and what it is a plan of in the document's words.
fn kind_and_rest(plan: &TacticalPlan) -> (String, String) {
    let words: Vec<&str> = plan.words.name.split_whitespace().collect();
    let kind = words.iter().position(|word| word.to_lowercase() == "план");
    match kind {
        Some(last) => {
            let (kind, rest) = words.split_at(last + 1);
            (kind.join(" "), rest.join(" "))
        }
        None => (KIND.to_owned(), words.join(" ")),
    }
}

/// «тактический план деятельности РС НМС», as other papers speak of it.
pub(in super::super) fn name(plan: &TacticalPlan) -> String {
    let (kind, rest) = kind_and_rest(plan);
    inside(format!("{kind} {rest}").trim())
}

/// «Пункт комплекса мер»
fn point_column(words: &PlanWords) -> String {
    let point = if words.point.is_blank() {
        "Пункт"
    } else {
        words.point.as_str()
    };
    let of = decline(&words.document, Case::Genitive);
    format!("{point} {}", of.as_deref().unwrap_or("документа"))
}

/// The tactical plan as a paper of its own.
pub(in super::super) fn tactical_plan(
    plan: &TacticalPlan,
    issued: &Issued,
    frame: &Frame,
) -> Paper {
    let mut part = sheet(plan);
    let mut head = Part::default();
    approval(&mut head, frame);
    head.blocks.push(Block::Corner(vec![
        "Приложение".to_owned(),
        format!("к протоколу от {}", date_long(plan.minutes.date)),
        super::head::number(plan.minutes.number),
    ]));
    part.blocks.splice(0..0, head.blocks);
    if plan.minutes.state == MinutesState::Draft {
        part.text(Role::State, "Черновик");
    }
    part.blocks
        .push(signature("Председатель", issued.chair.as_deref()));
    Paper {
        subject: format!(
            "{} {}",
            SafeText::from(name(plan)).capitalised(),
            span(plan.period)
        ),
        issuer: issued.organisation.to_string(),
        parts: vec![part],
    }
    .typeset()
}

/// The table with its title, to stand alone or behind the minutes.
pub(in super::super) fn sheet(plan: &TacticalPlan) -> Part {
    let mut part = Part {
        orientation: Orientation::Landscape,
        ..Part::default()
    };
    let (kind, rest) = kind_and_rest(plan);
    part.text(Role::Kind, kind.to_uppercase());
    let heading = format!("{rest} на период {}", span(plan.period));
    part.text(Role::Heading, heading.trim());
    let point = point_column(&plan.words);
    let mut table = Table::new(&columns(&point));
    for group in &plan.groups {
        table.rows.push(Row::Group(group_name(plan, group.kind)));
        for line in &group.lines {
            table.rows.push(row(plan, line));
        }
    }
    if !plan.look_ahead.is_empty() {
        table.rows.push(Row::Group(format!(
            "Перспектива на период {}",
            span(plan.look_ahead_period)
        )));
        for line in &plan.look_ahead {
            table.rows.push(row(plan, line));
        }
    }
    if table.rows.is_empty() {
        part.text(Role::Body, "Задач на этот период нет.");
    } else {
        part.blocks.push(Block::Table(table));
    }
    indicators(&mut part, &plan.indicators);
    part
}

/// What a group is called: the week is one only where the next meeting is a week later.
pub(in super::super) fn group_name(plan: &TacticalPlan, kind: GroupKind) -> String {
    let is_week = plan.period.days() == 7;
    russian().group(kind, is_week)
}

fn row(plan: &TacticalPlan, line: &Line) -> Row {
    let join = |names: &[SafeText]| {
        names
            .iter()
            .map(SafeText::as_str)
            .collect::<Vec<_>>()
            .join(", ")
    };
    let executors = match line.executors.split_first() {
        Some((first, others)) if !others.is_empty() => format!("{first}\n({})", join(others)),
        _ => join(&line.executors),
    };
    let mut due = line.due.map_or_else(|| "без даты".to_owned(), date);
    if let Some(before) = line.due_before {
        due = format!("{due}\n(было: {})", date(before));
    }
    Row::Cells(vec![
        line.number.to_string(),
        by_itself(&line.task).to_string(),
        line.point().to_owned(),
        join(&line.responsible_subject),
        executors,
        due,
        result(line),
        basis(plan, &line.basis),
        mark_text(line),
    ])
}

/// The expected result, or why there is none.
pub(in super::super) fn result(line: &Line) -> String {
    match line.no_result {
        Some(NoResult::OfDocument) => "документом не установлен".to_owned(),
        Some(NoResult::OfAssignment) => "поручением не установлен".to_owned(),
        None => line.result.to_string(),
    }
}

/// «п. 3.1», «п. 2.1 протокола от 18.05.2023 № 1», «комплекс мер».
pub(in super::super) fn basis(plan: &TacticalPlan, basis: &Basis) -> String {
    match basis {
        Basis::Item(number) => format!("п. {number}"),
        Basis::EarlierMinutes { date, number, item } => {
            format!("п. {item} {}", of_minutes(*date, *number))
        }
        Basis::Given { date: given } => format!("поручение от {}", date(*given)),
        Basis::Plan if plan.words.document.is_blank() => "документ на контроле".to_owned(),
        Basis::Plan => plan.words.document.to_string(),
    }
}

/// What stands in the last column: «было: не начато; стало: в работе, 40 %».
pub(in super::super) fn mark_text(line: &Line) -> String {
    match (&line.before, &line.after) {
        (Some(before), Some(after)) if before != after => {
            format!("было: {}\nстало: {}", status(before), status(after))
        }
        (_, Some(after)) => status(after),
        (Some(before), None) => status(before),
        (None, None) => String::new(),
    }
}
