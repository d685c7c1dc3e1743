//! The report of execution discipline as tables.

use super::super::compose::{self, COUNTED, number, outcome};
use super::indicators::indicators;
use super::{Sheet, Value, count, named};
use crate::domain::date::Span;
use crate::domain::workspace::Workspace;
use crate::domain::workspace::discipline::{AsOf, Concern, Counts, Matter, Report};

/// What was due, what was moved, and the counts.
pub(in super::super) fn report(workspace: &Workspace, period: Span, as_of: AsOf) -> Vec<Sheet> {
    let report = Report::over(workspace, period, as_of);
    let direction = |concern: &Concern| {
        let path = concern
            .activity()
            .map(|activity| workspace.path(activity))
            .unwrap_or_default();
        let Some(outermost) = path.first() else {
            return Value::Empty;
        };
        let number = outermost.number.trim().trim_end_matches('.');
        number
            .parse()
            .map_or_else(|_text| Value::from(&outermost.number), Value::Number)
    };
    let tasks = report
        .tasks
        .iter()
        .map(|task| {
            vec![
                point(&task.concern),
                Value::from(&task.concern.text),
                Value::from(&task.concern.executor),
                direction(&task.concern),
                Value::Day(task.due),
                Value::from(task.done),
                count(task.moves),
                Value::from(outcome(task)),
            ]
        })
        .collect();
    let moved = report
        .moved
        .iter()
        .map(|moved| {
            vec![
                point(&moved.concern),
                Value::from(&moved.concern.text),
                Value::from(&moved.concern.executor),
                direction(&moved.concern),
                Value::Day(moved.step.from),
                Value::Day(moved.step.to),
                Value::Day(moved.step.said),
                Value::from(&moved.step.reason),
            ]
        })
        .collect();
    let apart = |by: &'static str, rows: Vec<(String, Counts)>| {
        let total = (compose::TOTAL.to_owned(), report.total());
        rows.into_iter().chain([total]).map(move |(name, counts)| {
            let mut cells = vec![Value::Text(by.to_owned()), Value::from(name)];
            cells.extend(COUNTED.map(|(_, counted)| count(counted(&counts))));
            cells
        })
    };
    let mut columns = named(&[("Разрез", 14), ("Кто или что", 50)]);
    columns.extend(named(&COUNTED.map(|(name, _)| (name, 14))));
    let mut sheets = vec![
        Sheet {
            name: "Срок в периоде",
            columns: named(&[
                ("Пункт", 22),
                ("Что", 60),
                ("Исполнитель", 26),
                ("Раздел", 12),
                ("Срок", 12),
                ("Исполнено", 12),
                ("Переносов", 11),
                ("Состояние", 40),
            ]),
            rows: tasks,
        },
        Sheet {
            name: "Перенесённые сроки",
            columns: named(&[
                ("Пункт", 22),
                ("Что", 60),
                ("Исполнитель", 26),
                ("Раздел", 12),
                ("Было", 12),
                ("Стало", 12),
                ("Когда решено", 12),
                ("Обоснование", 40),
            ]),
            rows: moved,
        },
        Sheet {
            name: "Итоги",
            columns,
            rows: apart("исполнитель", compose::by_subject(&report))
                .chain(apart("раздел", compose::by_direction(&report, workspace)))
                .collect(),
        },
    ];
    sheets.extend(indicators(&workspace.indicator_table(as_of.day)));
    sheets
}

/// «1.2.3» is the number of a point; an assignment is named.
fn point(concern: &Concern) -> Value {
    match concern.matter {
        Matter::Point { .. } => Value::Point(number(concern)),
        Matter::Assignment { .. } => Value::from(number(concern)),
    }
}
