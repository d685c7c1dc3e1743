//! Papers as rows of typed values: what CSV, XLSX and JSON are made from.

mod document;
mod edition;
mod execution;
mod indicators;
mod minutes;
mod report;

use std::borrow::Cow;

use crate::domain::date::Date;
use crate::domain::document::ActivityKey;
use crate::domain::safe_text::SafeText;
use crate::domain::tactical_plan::TacticalPlan;
use crate::domain::workspace::Workspace;

use super::compose::{self, agenda_questions, basis, group_name, mark_text};
use super::typography::typeset;
use super::wording::{by_itself, russian};
pub(super) use document::document;
pub(super) use edition::edition;
pub(super) use execution::{control, duties, execution, participants};
pub(super) use minutes::{extract, minutes};
pub(super) use report::report;

/// A sheet of rows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Sheet {
    /// Its name; at most 31 characters, as XLSX wants.
    pub(super) name: &'static str,
    /// Headings with widths in characters.
    pub(super) columns: Vec<(Cow<'static, str>, u16)>,
    /// The rows, one value a column.
    pub(super) rows: Vec<Vec<Value>>,
}

impl Sheet {
    /// The sheet with its texts set as those of the other papers.
    #[must_use]
    pub(super) fn typeset(mut self) -> Self {
        for value in self.rows.iter_mut().flatten() {
            if let Value::Text(text) | Value::Heading(text) = value {
                *text = typeset(text);
            }
        }
        self
    }

    /// The sheet with a column that says in every row what is stamped on the papers.
    #[must_use]
    pub(super) fn stamped(mut self, stamp: &str) -> Self {
        self.columns.push(("Пометка".into(), 18));
        for row in &mut self.rows {
            row.push(Value::Text(stamp.to_owned()));
        }
        self
    }
}

/// Columns whose headings are known beforehand.
fn named(columns: &[(&'static str, u16)]) -> Vec<(Cow<'static, str>, u16)> {
    columns
        .iter()
        .map(|(heading, width)| (Cow::Borrowed(*heading), *width))
        .collect()
}

/// A value of a cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Value {
    /// Nothing.
    Empty,
    /// Text; never a formula, whatever it begins with.
    Text(String),
    /// A heading over the rows that follow, as wide as the sheet.
    Heading(String),
    /// The number of a point: «2.1», «1.2.3». It is never a date.
    Point(String),
    /// A number.
    Number(u32),
    /// A day.
    Day(Date),
}

impl From<Option<Date>> for Value {
    fn from(day: Option<Date>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }
}

impl From<&SafeText> for Value {
    fn from(text: &SafeText) -> Self {
        Self::from(text.to_string())
    }
}

impl From<Option<&SafeText>> for Value {
    fn from(text: Option<&SafeText>) -> Self {
        text.map_or(Self::Empty, Self::from)
    }
}

fn count(number: usize) -> Value {
    Value::Number(u32::try_from(number).unwrap_or(u32::MAX))
}

fn joined(names: &[SafeText]) -> Value {
    let names: Vec<&str> = names.iter().map(SafeText::as_str).collect();
    Value::from(names.join(", "))
}

fn activity(point: &str) -> Value {
    if point.is_empty() {
        Value::Empty
    } else {
        Value::Point(point.to_owned())
    }
}

/// The lines of a tactical plan, with the group of each as a column to filter by.
pub(super) fn tactical_plan(plan: &TacticalPlan) -> Vec<Sheet> {
    let ahead = plan
        .look_ahead
        .iter()
        .map(|line| ("Перспектива".to_owned(), line));
    let rows = plan
        .groups
        .iter()
        .flat_map(|group| {
            let name = group_name(plan, group.kind);
            group.lines.iter().map(move |line| (name.clone(), line))
        })
        .chain(ahead)
        .map(|(group, line)| {
            let (first, others) = match line.executors.split_first() {
                Some((first, others)) => (Value::from(first), joined(others)),
                None => (Value::Empty, Value::Empty),
            };
            vec![
                Value::Number(line.number),
                Value::Text(group),
                Value::from(&by_itself(&line.task)),
                activity(line.point()),
                joined(&line.responsible_subject),
                first,
                others,
                Value::from(line.due),
                Value::from(line.due_before),
                Value::from(compose::tactical_plan_result(line)),
                Value::from(basis(plan, &line.basis)),
                Value::from(mark_text(line)),
            ]
        })
        .collect();
    let tasks = Sheet {
        name: "Тактический план",
        columns: named(&[
            ("№ п/п", 7),
            ("Группа", 24),
            ("Задача", 60),
            ("Мероприятие", 12),
            ("Ответственный субъект", 30),
            ("Исполнитель", 26),
            ("Соисполнители", 26),
            ("Срок", 12),
            ("Прежний срок", 13),
            ("Ожидаемый результат", 40),
            ("Основание", 24),
            ("Отметка об исполнении", 30),
        ]),
        rows,
    };
    std::iter::once(tasks)
        .chain(indicators::indicators(&plan.indicators))
        .collect()
}

/// The questions of an agenda.
pub(super) fn agenda(workspace: &Workspace, day: Date) -> Vec<Sheet> {
    let rows = agenda_questions(workspace, day)
        .iter()
        .map(|(asked, minutes)| {
            let reasons: Vec<String> = asked
                .reasons
                .iter()
                .map(|reason| russian().reason_of_paper(reason))
                .collect();
            vec![
                Value::Number(asked.number),
                Value::Text(russian().section(asked.section)),
                activity(asked.point()),
                Value::from(&by_itself(&asked.title)),
                Value::from(asked.speaker.as_ref()),
                Value::from(reasons.join("; ")),
                Value::Number(u32::from(*minutes)),
            ]
        })
        .collect();
    vec![Sheet {
        name: "Повестка",
        columns: named(&[
            ("№", 6),
            ("Раздел", 26),
            ("Мероприятие", 12),
            ("Вопрос", 70),
            ("Докладчик", 26),
            ("Почему", 44),
            ("Минут", 8),
        ]),
        rows,
    }]
}

/// The trail of an activity.
pub(super) fn card(workspace: &Workspace, id: ActivityKey, day: Date) -> Vec<Sheet> {
    let rows = compose::trail(workspace, id, day)
        .into_iter()
        .map(|(said, kind, text)| {
            vec![
                Value::Day(said),
                Value::Text(kind.to_owned()),
                Value::from(text),
            ]
        })
        .collect();
    vec![Sheet {
        name: "След",
        columns: named(&[("Дата", 12), ("Что", 16), ("Запись", 80)]),
        rows,
    }]
}
