//! Papers as rows of typed values: what CSV, XLSX and JSON are made from.

mod document;
mod edition;
mod execution;
mod indicators;
mod report;

use std::borrow::Cow;

use crate::domain::date::Date;
use crate::domain::document::ActivityKey;
use crate::domain::minutes::{Decision, DecisionKind, Item, Minutes, Question};
use crate::domain::safe_text::SafeText;
use crate::domain::tactical_plan::TacticalPlan;
use crate::domain::workspace::Workspace;

use super::compose::{self, Reader, agenda_questions, basis, group_name, mark_text, said};
use super::typography::typeset;
use super::wording::{attendee, by_itself, decision, question, russian, status};
pub(super) use document::document;
pub(super) use edition::edition;
pub(super) use execution::{control, duties, execution, participants};
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

const DECISIONS: &[(&str, u16)] = &[
    ("Пункт", 8),
    ("Вид", 14),
    ("Решение", 60),
    ("Ответственный", 26),
    ("Соисполнители", 26),
    ("Срок", 12),
    ("Контроль", 22),
    ("Мероприятие", 12),
    ("Вопрос", 50),
];

fn decision_row(asked: &Question, decided: &Decision) -> Vec<Value> {
    let kind = match decided.kind {
        DecisionKind::Decision => "решение",
        DecisionKind::Assignment => "поручение",
        DecisionKind::Control { .. } => "контроль",
        DecisionKind::Dropped => "исключён",
    };
    let text = match decided.kind {
        DecisionKind::Control { .. } | DecisionKind::Dropped => decision(decided, None),
        _ => decided.text.to_string(),
    };
    let (first, others) = match decided.executors.split_first() {
        Some((first, others)) => (Value::from(first), joined(others)),
        None => (Value::Empty, Value::Empty),
    };
    vec![
        Value::Point(decided.number.to_string()),
        Value::Text(kind.to_owned()),
        Value::from(text),
        first,
        others,
        Value::from(decided.due),
        Value::from(decided.controller.as_ref()),
        activity(asked.point()),
        Value::from(question(asked)),
    ]
}

/// Decisions of a question with the votes behind them, then who differs.
fn decision_rows(asked: &Question, item: &Item, decided: &[&Decision]) -> Vec<Vec<Value>> {
    let plain = |number: &str, kind: &str, text: String| {
        let mut row = vec![Value::Empty; DECISIONS.len()];
        let known = [
            Value::Point(number.to_owned()),
            Value::Text(kind.to_owned()),
            Value::from(text),
        ];
        for (cell, value) in row.iter_mut().zip(known) {
            *cell = value;
        }
        let about = [activity(asked.point()), Value::from(question(asked))];
        for (cell, value) in row
            .iter_mut()
            .skip(DECISIONS.len() - about.len())
            .zip(about)
        {
            *cell = value;
        }
        row
    };
    let question_number = item.number.to_string();
    let votes = |after: &str, number: &str| -> Vec<Vec<Value>> {
        let votes = item.votes.iter().filter(|vote| *vote.after == *after);
        votes
            .map(|vote| plain(number, "голосование", vote.count().to_string()))
            .collect()
    };
    let mut rows = Vec::new();
    for one in decided {
        rows.push(decision_row(asked, one));
        rows.extend(votes(&one.number, &one.number));
    }
    rows.extend(votes("", &question_number));
    let opinions = item.opinions.iter();
    rows.extend(opinions.map(|one| plain(&question_number, "особое мнение", said(one))));
    rows
}

/// Decisions, marks, attendance.
pub(super) fn minutes(minutes: &Minutes) -> Vec<Sheet> {
    let pairs = || minutes.agenda.iter().zip(&minutes.items);
    let decisions = pairs()
        .flat_map(|(asked, item)| {
            decision_rows(asked, item, &item.decided.iter().collect::<Vec<_>>())
        })
        .collect();
    let marks = pairs()
        .flat_map(|(asked, item)| {
            item.marks.iter().map(|mark| {
                vec![
                    Value::Number(item.number),
                    activity(asked.point()),
                    Value::from(&by_itself(&asked.title)),
                    Value::from(mark.due),
                    Value::from(mark.before.as_ref().map(status).unwrap_or_default()),
                    Value::from(status(&mark.after)),
                ]
            })
        })
        .collect();
    let seats = &minutes.attendance;
    let mut present = Vec::new();
    for (label, list) in [
        ("присутствовали", &seats.present),
        ("приглашённые", &seats.invited),
        ("отсутствовали", &seats.absent),
    ] {
        for one in list {
            present.push(vec![
                Value::Text(label.to_owned()),
                Value::from(attendee(one)),
            ]);
        }
    }
    vec![
        Sheet {
            name: "Решения",
            columns: named(DECISIONS),
            rows: decisions,
        },
        Sheet {
            name: "Отметки",
            columns: named(&[
                ("Вопрос", 8),
                ("Мероприятие", 12),
                ("Наименование", 60),
                ("Срок", 12),
                ("Было", 26),
                ("Стало", 26),
            ]),
            rows: marks,
        },
        Sheet {
            name: "Присутствие",
            columns: named(&[("Участие", 18), ("Кто", 60)]),
            rows: present,
        },
    ]
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

/// The decisions that concern a subject.
pub(super) fn extract(minutes: &Minutes, reader: &Reader) -> Vec<Sheet> {
    let rows = compose::decisions_of(minutes, reader)
        .into_iter()
        .flat_map(|(asked, item, own)| decision_rows(asked, item, &own))
        .collect();
    vec![Sheet {
        name: "Выписка",
        columns: named(DECISIONS),
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
