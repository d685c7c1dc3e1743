//! Minutes and extracts from them as rows: decisions, marks, attendance.

use super::super::attendee::attendee;
use super::super::compose::{self, Reader, said};
use super::super::wording::{by_itself, decision, question, status, status_on};
use super::{Sheet, Value, activity, joined, named};
use crate::domain::date::Date;
use crate::domain::minutes::{Decision, DecisionKind, Item, Minutes, Question};

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

/// What was said of the points of a question, and the value it asked for.
fn mark_rows(asked: &Question, item: &Item) -> Vec<Vec<Value>> {
    let row = |due: Option<Date>, before: String, after: String| {
        vec![
            Value::Number(item.number),
            activity(asked.point()),
            Value::from(&by_itself(&asked.title)),
            Value::from(due),
            Value::from(before),
            Value::from(after),
        ]
    };
    let marks = item.marks.iter().map(|mark| {
        let before = mark.before.as_ref().map(status).unwrap_or_default();
        row(mark.due, before, status_on(&mark.after, mark.happened))
    });
    let value = item.value.iter();
    let value = value.map(|value| row(None, String::new(), compose::value_taken(value)));
    marks.chain(value).collect()
}

/// Decisions, marks, attendance.
pub(in super::super) fn minutes(minutes: &Minutes) -> Vec<Sheet> {
    let pairs = || minutes.agenda.iter().zip(&minutes.items);
    let decisions = pairs()
        .flat_map(|(asked, item)| {
            decision_rows(asked, item, &item.decided.iter().collect::<Vec<_>>())
        })
        .collect();
    let marks = pairs()
        .flat_map(|(asked, item)| mark_rows(asked, item))
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
    // Nobody is told to have been there or not whom nobody asked.
    present.extend(seats.not_recorded.iter().map(|name| {
        let label = "присутствие не отмечено".to_owned();
        vec![Value::Text(label), Value::from(name)]
    }));
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
            columns: named(&[("Участие", 24), ("Кто", 60)]),
            rows: present,
        },
    ]
}

/// The decisions that concern a subject.
pub(in super::super) fn extract(minutes: &Minutes, reader: &Reader) -> Vec<Sheet> {
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
