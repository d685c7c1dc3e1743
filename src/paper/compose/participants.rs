//! «Список участников»: whom the invited bodies send to an event, against their quotas, and who has
//! not answered.

use super::super::model::{Block, Paper, Part, Role, Row, Table};
use super::super::wording::{by_itself, date, russian, sentence};
use super::execution::official;
use super::head::issuer;
use crate::domain::date::Date;
use crate::domain::document::ActivityKey;
use crate::domain::event::Quota;
use crate::domain::workspace::{BodyStanding, Event, InvitedBody, Workspace};

/// The columns of the list, with their widths.
pub(in super::super) const PARTICIPANTS: [(&str, u16); 4] = [
    ("№ п/п", 1),
    ("Участник", 6),
    ("Организация", 5),
    ("Квота", 2),
];

/// The same on paper: a body stands over its people, and beside each is room to sign in.
const SIGNED: [(&str, u16); 3] = [("№ п/п", 1), ("Участник", 8), ("Подпись", 3)];

/// «10», «2–3», «до 5», «не менее 5».
pub(in super::super) fn quota_text(quota: Option<Quota>) -> String {
    let Some(Quota { least, most }) = quota else {
        return String::new();
    };
    let numbers = [("least", least.into()), ("most", most.into())];
    match (least, most) {
        (0, _) => russian().with("event-quota-most", &numbers),
        (_, Quota::UNBOUNDED) => russian().with("event-quota-least", &numbers),
        _ if least == most => least.to_string(),
        _ => format!("{least}–{most}"),
    }
}

/// What stands in place of names, or beside them, where a body has not named as many as it may.
fn wanting(body: &InvitedBody) -> Option<String> {
    Some(match body.standing() {
        BodyStanding::Silent => "ответа нет".to_owned(),
        BodyStanding::Nobody => "участников не направляет".to_owned(),
        BodyStanding::Short(n) => format!("не хватает: {n}"),
        BodyStanding::Beyond(n) => format!("сверх квоты: {n}"),
        BodyStanding::Full => return None,
    })
}

/// «ГБУ ДПО ЧИРО (квота 10, названо 9, не хватает: 1)».
fn body_line(body: &InvitedBody) -> String {
    let quota = quota_text(body.quota);
    let mut said = Vec::new();
    if !quota.is_empty() {
        said.push(format!("квота: {quota}"));
    }
    if body.named() > 0 {
        said.push(format!("названо: {}", body.named()));
    }
    said.extend(wanting(body));
    if said.is_empty() {
        return body.body.to_string();
    }
    format!("{} ({})", body.body, said.join(", "))
}

/// A row a person; a body without people has a row that says why.
pub(in super::super) fn participant_rows(event: &Event) -> Vec<[String; 4]> {
    let mut rows = Vec::new();
    let mut number = 0;
    for body in &event.invited {
        let names = body.answer.iter().flat_map(|answer| &answer.names);
        for name in names {
            number += 1;
            rows.push([
                number.to_string(),
                name.to_string(),
                body.body.to_string(),
                quota_text(body.quota),
            ]);
        }
        if body.named() == 0 {
            rows.push([
                String::new(),
                wanting(body).unwrap_or_default(),
                body.body.to_string(),
                quota_text(body.quota),
            ]);
        }
    }
    rows
}

/// «Список участников»; `None` when nobody knows the point.
pub(in super::super) fn participants(
    workspace: &Workspace,
    key: ActivityKey,
    day: Date,
) -> Option<Paper> {
    let event = workspace.event(key)?;
    let (activity, _) = workspace.activity(event.activity)?;
    let document = workspace.document_of(event.activity)?;
    let mut part = Part::default();
    issuer(&mut part, workspace);
    part.text(Role::Kind, "СПИСОК");
    part.text(Role::Heading, "участников мероприятия");
    part.text(Role::Body, sentence(&by_itself(&activity.title)));
    if !activity.term.is_blank() {
        part.text(Role::Body, sentence(&format!("Срок: {}", activity.term)));
    }
    part.text(
        Role::Body,
        sentence(&format!("Основание: {}", official(document))),
    );
    part.text(Role::Body, format!("По состоянию на {}.", date(day)));
    if !event.programme.is_empty() {
        part.text(Role::Section, "ПРОГРАММА:");
        for step in &event.programme {
            part.text(Role::Dash, sentence(&by_itself(step)));
        }
    }
    let mut table = Table::new(&SIGNED);
    let mut number = 0;
    for body in &event.invited {
        table.rows.push(Row::Group(body_line(body)));
        let names = body.answer.iter().flat_map(|answer| &answer.names);
        for name in names {
            number += 1;
            table.push([number.to_string(), name.to_string(), String::new()]);
        }
    }
    part.blocks.push(Block::Table(table));
    let quota = quota_text(event.quota());
    let of = if quota.is_empty() {
        String::new()
    } else {
        format!(" из {quota}")
    };
    part.text(
        Role::Body,
        format!("Названо участников: {}{of}.", event.named()),
    );
    let silent: Vec<&str> = event.silent().map(|body| body.body.as_str()).collect();
    if !silent.is_empty() {
        part.text(
            Role::Body,
            sentence(&format!("Ответа нет: {}", silent.join(", "))),
        );
    }
    Some(
        Paper {
            subject: format!("Список участников мероприятия на {}", date(day)),
            issuer: workspace.settings().organisation.to_string(),
            parts: vec![part],
        }
        .typeset(),
    )
}
