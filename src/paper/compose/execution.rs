//! How documents on control are carried out: «Справка об исполнении документа» and «Перечень
//! документов на контроле» (domain.md 1.7: a document is on control until every point of it is
//! really done, and only the chair removes it).

use super::super::model::{Block, Orientation, Paper, Part, Role, Table};
use super::super::wording::{by_itself, date, in_line, quoted, russian, sentence};
use super::head::{issuer, signed_by_secretary};
use super::standing::said;
use crate::domain::control::DocumentControl;
use crate::domain::date::Date;
use crate::domain::document::{Activity, ActivityKey, Document, DocumentKey};
use crate::domain::workspace::{Closing, Standing, Workspace, document_controllers};

/// The columns of the points of a document, with their widths.
pub(in super::super) const POINTS: [(&str, u16); 6] = [
    ("Пункт", 3),
    ("Содержание", 13),
    ("Исполнитель", 9),
    ("Срок", 6),
    ("Отметка", 5),
    ("Последние сведения", 5),
];

/// The columns of the documents on control, with their widths.
pub(in super::super) const CONTROL: [(&str, u16); 6] = [
    ("Документ", 15),
    ("Контролёр", 7),
    ("Контрольных точек", 5),
    ("Исполнено", 4),
    ("Просрочено", 4),
    ("Предложение", 6),
];

/// How a point stands: the control point that is owed, else the last one.
fn standing(
    workspace: &Workspace,
    document: &Document,
    place: usize,
    day: Date,
) -> Option<Standing> {
    let activity = document.activities().nth(place)?;
    workspace
        .standing_owed(activity.key, day)
        .or_else(|| workspace.standing(activity.key, day))
}

/// «2. 1)»: a sub-point is told with the point it is of.
pub(super) fn number_of(workspace: &Workspace, activity: &Activity) -> String {
    let path = workspace.path(activity.key);
    let numbers: Vec<&str> = path
        .iter()
        .map(|heading| heading.number.as_str())
        .filter(|number| !number.is_empty() && !activity.number.starts_with(*number))
        .chain([activity.number.as_str()])
        .collect();
    numbers.join(" ").trim().to_owned()
}

/// A row a point: what it is called, what is to be done, by whom, by when, what was said and when.
pub(in super::super) fn point_rows(
    workspace: &Workspace,
    document: &Document,
    day: Date,
) -> Vec<[String; 6]> {
    document
        .activities()
        .enumerate()
        .map(|(place, activity)| {
            let standing = standing(workspace, document, place, day);
            let news = workspace.last_news(activity.key, day);
            [
                number_of(workspace, activity),
                by_itself(&activity.title).to_string(),
                activity.carried_out_by().to_string(),
                if activity.term.is_blank() {
                    "не установлен".to_owned()
                } else {
                    activity.term.to_string()
                },
                standing
                    .as_ref()
                    .map(|it| said(workspace, activity.key, it, day))
                    .unwrap_or_default(),
                news.map(date).unwrap_or_default(),
            ]
        })
        .collect()
}

/// What is proposed to the chair of a document, or what the chair has said of it.
fn proposal(workspace: &Workspace, document: &Document, day: Date) -> String {
    if let Some(word) = workspace.off_control(document, day) {
        let said = format!("снят с контроля {}", date(word.day));
        return match word.control.reason() {
            Some(reason) if !reason.is_blank() => format!("{said}: {reason}"),
            _ => said,
        };
    }
    if workspace.is_carried_out(document, day) {
        "предлагается снять с контроля решением председательствующего".to_owned()
    } else {
        "остаётся на контроле".to_owned()
    }
}

/// What the chair decides on open matters that go on in another document, as the minutes put it.
pub fn carried_over_decision(
    workspace: &Workspace,
    document: DocumentKey,
    to: DocumentKey,
    activities: &[(ActivityKey, ActivityKey)],
) -> String {
    let name = |key| workspace.document(key).map(official).unwrap_or_default();
    let pairs: Vec<String> = activities
        .iter()
        .map(|(from, to)| {
            let (from, to) = (workspace.point_or_dash(*from), workspace.point_or_dash(*to));
            format!("{from} – в {to}")
        })
        .collect();
    format!(
        "Продолжить исполнение открытых мероприятий документа: {}, в рамках документа: {}: {}.",
        name(document),
        name(to),
        pairs.join("; ")
    )
}

/// What the chair decides on the control of a document, as the minutes put it.
pub fn document_decision(document: &Document, control: &DocumentControl) -> String {
    let name = official(document);
    match control {
        DocumentControl::Lifted => format!("Снять с контроля: {name}."),
        DocumentControl::Dropped { reason } => {
            format!("Снять с контроля: {name}. Основание: {reason}")
        }
        DocumentControl::Returned { reason } => {
            format!("Вернуть на контроль: {name}. Основание: {reason}")
        }
    }
}

/// A row a document: its name, who controls it, its control points, and what is proposed.
pub(in super::super) fn control_rows(workspace: &Workspace, day: Date) -> Vec<[String; 6]> {
    workspace
        .documents()
        .iter()
        .map(|document| {
            let carried = workspace.carried(document, day);
            [
                official(document),
                document_controllers(document).join("; "),
                carried.all.to_string(),
                carried.done.to_string(),
                carried.overdue.to_string(),
                proposal(workspace, document, day),
            ]
        })
        .collect()
}

/// «Распоряжение от 30.03.2023 № Р-325 «Об организации …»».
pub(super) fn official(document: &Document) -> String {
    let own = &document.requisites;
    // A list cuts a title that stands for a name; a paper does not.
    let is_titled_alone = document.short.is_blank() && own.number.is_blank();
    let mut name = if own.kind.is_blank() && document.own_name().is_none() {
        "Документ без названия".to_owned()
    } else if own.kind.is_blank() && is_titled_alone {
        document.title().to_owned()
    } else if own.kind.is_blank() {
        document.short_name().to_owned()
    } else {
        own.kind.to_string()
    };
    if let Some(signed) = own.date {
        name = format!("{name} от {}", date(signed));
    }
    if !own.number.is_blank() {
        name = format!("{name} № {}", own.number);
    }
    if !own.title.is_blank() {
        name = format!("{name} «{}»", own.title);
    }
    name
}

/// «Справка об исполнении документа»; `None` when no document has the key.
pub(in super::super) fn execution(
    workspace: &Workspace,
    key: DocumentKey,
    day: Date,
) -> Option<Paper> {
    let document = workspace.document(key)?;
    let mut part = Part::default();
    issuer(&mut part, workspace);
    part.text(Role::Kind, "СПРАВКА");
    let closing = workspace.closing(key, day);
    let heading = if closing.is_some() {
        "об итогах исполнения документа"
    } else {
        "об исполнении документа"
    };
    part.text(Role::Heading, heading);
    part.text(Role::Body, sentence(&official(document)));
    part.text(Role::Body, format!("По состоянию на {}.", date(day)));
    for (label, said) in [
        ("Основание документа", document.requisites.basis.as_str()),
        ("Контроль", in_line(&document.controller).as_str()),
    ] {
        if !said.is_empty() {
            part.text(Role::Body, sentence(&format!("{label}: {said}")));
        }
    }
    let carried = workspace.carried(document, day);
    part.text(
        Role::Body,
        format!(
            "Контрольных точек: {}, исполнено: {}, просрочено: {}.",
            carried.all, carried.done, carried.overdue
        ),
    );
    if let Some(closing) = &closing {
        end(&mut part, workspace, closing);
    }
    let mut points = Table::new(&POINTS);
    for row in point_rows(workspace, document, day) {
        points.push(row);
    }
    part.blocks.push(Block::Table(points));
    part.text(
        Role::Body,
        sentence(&format!(
            "Предложение: {}",
            proposal(workspace, document, day)
        )),
    );
    signed_by_secretary(&mut part, workspace);
    Some(
        Paper {
            subject: format!(
                "Справка об исполнении документа на {}: {}",
                date(day),
                document.short_name()
            ),
            issuer: workspace.settings().organisation.to_string(),
            parts: vec![part],
        }
        .typeset(),
    )
}

/// The number and the title of an activity; its document is named above.
fn own_name(workspace: &Workspace, key: ActivityKey) -> String {
    let known = workspace.activity(key);
    let said = known.map(|(it, _)| format!("{} {}", it.number, by_itself(&it.title)));
    said.unwrap_or_default().trim().to_owned()
}

/// What a document whose time is over comes to: figures, what is left, and where it goes on.
fn end(part: &mut Part, workspace: &Workspace, closing: &Closing) {
    let counts = &closing.counts;
    part.text(
        Role::Body,
        format!(
            "Срок действия документа истёк {}. Исполнено в срок: {}, с опозданием: {}, не \
             исполнено: {}, снято как утратившее актуальность: {}; переносов срока: {}.",
            date(closing.ended),
            counts.in_time,
            counts.late,
            counts.missed + counts.pending,
            counts.dropped,
            counts.moves,
        ),
    );
    for (activity, next) in &closing.carried {
        let day = workspace.ledger().carried_over(*activity, Date::MAX);
        let said = format!(
            "{}: перенесено {} – {}",
            own_name(workspace, *activity),
            day.map(|it| date(it.day)).unwrap_or_default(),
            workspace.named(*next)
        );
        part.text(Role::Body, sentence(&said));
    }
    if closing.open.is_empty() && closing.assignments.is_empty() {
        part.text(Role::Body, "Открытых вопросов не осталось.");
        return;
    }
    part.text(
        Role::Body,
        format!(
            "Остались открытыми: мероприятий – {}, поручений – {}.",
            closing.open.len(),
            closing.assignments.len()
        ),
    );
    let successor = closing.successor.and_then(|key| workspace.document(key));
    let (with, without): (Vec<_>, Vec<_>) = closing
        .open
        .iter()
        .partition(|(_, goes_on)| goes_on.is_some());
    if let Some(next) = successor.filter(|_| !with.is_empty()) {
        let heading = format!("Продолжаются в документе «{}»:", next.short_name());
        part.text(Role::Body, sentence(&heading));
        for (activity, goes_on) in with {
            let goes_on = goes_on.map(|next| own_name(workspace, next));
            let said = format!(
                "{} – {}",
                own_name(workspace, activity),
                goes_on.unwrap_or_default()
            );
            part.text(Role::Dash, sentence(&said));
        }
    }
    if !without.is_empty() {
        let heading = match successor {
            Some(next) => format!(
                "Не найдены в документе «{}», требуется решение председательствующего:",
                next.short_name()
            ),
            None => "Требуется решение председательствующего:".to_owned(),
        };
        part.text(Role::Body, sentence(&heading));
        for (activity, _) in without {
            part.text(Role::Dash, sentence(&own_name(workspace, activity)));
        }
    }
    for view in &closing.assignments {
        let said = format!(
            "{} {} – остаётся на контроле",
            russian().assignment_name(&view.number, view.origin.day()),
            quoted(&view.text)
        );
        part.text(Role::Dash, sentence(&said));
    }
}

/// «Перечень документов на контроле».
pub(in super::super) fn control(workspace: &Workspace, day: Date) -> Paper {
    // Upright, the names of documents would stand in a column of single words.
    let mut part = Part {
        orientation: Orientation::Landscape,
        ..Part::default()
    };
    issuer(&mut part, workspace);
    part.text(Role::Kind, "ПЕРЕЧЕНЬ");
    part.text(Role::Heading, "документов на контроле");
    part.text(Role::Body, format!("По состоянию на {}.", date(day)));
    let mut documents = Table::new(&CONTROL);
    for row in control_rows(workspace, day) {
        documents.push(row);
    }
    part.blocks.push(Block::Table(documents));
    signed_by_secretary(&mut part, workspace);
    Paper {
        subject: format!("Перечень документов на контроле на {}", date(day)),
        issuer: workspace.settings().organisation.to_string(),
        parts: vec![part],
    }
    .typeset()
}
