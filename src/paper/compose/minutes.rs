//! The minutes: domain.md 1.1 and 1.6, short or full, classical or federal layout.

use super::super::attendee::attendee;
use super::super::model::{Block, Paper, Part, Point, Role, Row, Run, Table};
use super::super::wording::{
    date, date_long, decision, in_line, in_lines, opinion, people, question, sentence, status,
    status_on, voted,
};
use super::Frame;
use super::head::{approval, seat, signatures, title};
use super::indicators::value_taken;
use super::requisites::{self, registered, restriction};
use crate::domain::fold::fold;
use crate::domain::minutes::{Attendee, Item, MarkRecord, Minutes, Question, Statement};
use crate::domain::russian::roman;
use crate::domain::safe_text::SafeText;
use crate::domain::settings::{MinutesForm, MinutesLayout};

/// The minutes as a paper; `annex` is the part that hangs on them, with its name.
pub(in super::super) fn minutes(
    minutes: &Minutes,
    frame: &Frame,
    annex: Option<(String, Part)>,
) -> Paper {
    let mut part = Part::default();
    let head = &minutes.head;
    restriction(&mut part, frame);
    approval(&mut part, frame);
    title(&mut part, head, "ПРОТОКОЛ", &registered(head, frame));
    part.text_if(
        Role::Flush,
        seat("Председатель", head.chair.as_deref(), &head.chair_post),
    );
    part.text_if(
        Role::Flush,
        seat("Секретарь", head.secretary.as_deref(), &head.secretary_post),
    );
    let list = attendance(&mut part, minutes, frame);
    agenda(&mut part, minutes, frame);
    for (asked, item) in minutes.agenda.iter().zip(&minutes.items) {
        item_blocks(&mut part, asked, item, frame);
    }
    for (label, left) in [
        (
            "Не рассмотрены, переносятся на следующее совещание:",
            &minutes.not_considered,
        ),
        ("Отложены:", &minutes.put_off),
    ] {
        if left.is_empty() {
            continue;
        }
        part.text(Role::Section, label);
        for left in left {
            part.text(Role::Dash, sentence(&question(left)));
        }
    }
    opinions(&mut part, minutes.items.iter());
    let mut sheets = Vec::new();
    let annexes: Vec<(String, Part)> = list.into_iter().chain(annex).collect();
    let several = annexes.len() > 1;
    for (place, (name, mut sheet)) in annexes.into_iter().enumerate() {
        let number = if several {
            format!(" № {}", place + 1)
        } else {
            String::new()
        };
        let counted = requisites::sheets(&sheet, frame);
        // Several annexes are one list.
        let role = if place == 0 { Role::Annex } else { Role::Flush };
        part.text(role, format!("Приложение{number}: {name}{counted}."));
        let corner = vec![
            format!("Приложение{number}"),
            format!("к протоколу от {}", date_long(head.date)),
            super::head::number(head.number),
        ];
        sheet.blocks.insert(0, Block::Corner(corner));
        sheets.push(sheet);
    }
    signatures(&mut part, head);
    requisites::below(&mut part, frame);
    sheets.insert(0, part);
    sheets.extend(requisites::sheets_to_sign(minutes, frame));
    Paper {
        subject: format!(
            "Протокол {} от {} {}",
            head.heading,
            date(head.date),
            super::head::number(head.number)
        ),
        issuer: head.organisation.to_string(),
        parts: sheets,
    }
    .typeset()
}

/// Who was there; a long list goes to an annex of its own.
fn attendance(part: &mut Part, minutes: &Minutes, frame: &Frame) -> Option<(String, Part)> {
    let seats = &minutes.attendance;
    let mut annex = None;
    let is_long = seats.present.len() >= usize::from(frame.papers.list_from.max(1));
    if is_long {
        part.text(
            Role::Body,
            format!(
                "Присутствовали: {} (список прилагается).",
                people(seats.present.len())
            ),
        );
        annex = Some((
            "список присутствовавших".to_owned(),
            attendance_sheet(&seats.present),
        ));
    }
    for (label, list, shown) in [
        ("Присутствовали:", &seats.present, !is_long),
        ("Приглашённые:", &seats.invited, true),
        ("Отсутствовали:", &seats.absent, true),
    ] {
        if list.is_empty() || !shown {
            continue;
        }
        part.text(Role::Section, label);
        for one in list {
            part.text(Role::Line, attendee(one));
        }
    }
    if !seats.not_recorded.is_empty() {
        let names = in_lines(&seats.not_recorded);
        part.text(
            Role::Body,
            format!("Присутствие не отмечено: {}", sentence(&names)),
        );
    }
    annex
}

fn attendance_sheet(present: &[Attendee]) -> Part {
    let mut sheet = Part::default();
    sheet.text(Role::Kind, "СПИСОК ПРИСУТСТВОВАВШИХ");
    let mut table = Table::new(&[("№ п/п", 1), ("Присутствовали", 9)]);
    let mut sorted: Vec<&Attendee> = present.iter().collect();
    sorted.sort_by_key(|one| fold(&one.name));
    for (place, one) in sorted.into_iter().enumerate() {
        table
            .rows
            .push(Row::Cells(vec![(place + 1).to_string(), attendee(one)]));
    }
    sheet.blocks.push(Block::Table(table));
    sheet
}

fn agenda(part: &mut Part, minutes: &Minutes, frame: &Frame) {
    if minutes.agenda.is_empty() || frame.papers.layout == MinutesLayout::Federal {
        return;
    }
    part.text(Role::Section, "ПОВЕСТКА ДНЯ:");
    for asked in &minutes.agenda {
        let speaker = asked
            .speaker
            .as_ref()
            .map(|name| format!(" Докладчик: {}", sentence(&in_line(name))))
            .unwrap_or_default();
        part.blocks.push(Block::Point(Point {
            run: Run::Agenda,
            level: 0,
            number: asked.number.to_string(),
            text: if asked.dropped {
                "Вопрос исключён.".to_owned()
            } else {
                format!("{}{speaker}", sentence(&question(asked)))
            },
        }));
    }
}

fn item_blocks(part: &mut Part, asked: &Question, item: &Item, frame: &Frame) {
    let is_federal = frame.papers.layout == MinutesLayout::Federal;
    let is_full = frame.papers.form == MinutesForm::Full;
    part.blocks.push(Block::Point(Point {
        run: Run::Decisions,
        level: 0,
        number: if is_federal {
            roman(item.number)
        } else {
            item.number.to_string()
        },
        text: if asked.dropped {
            "Вопрос исключён.".to_owned()
        } else {
            sentence(&question(asked))
        },
    }));
    if asked.dropped {
        return;
    }
    if is_federal {
        part.text_if(Role::Heading, speakers(asked, item));
    }
    for mark in &item.marks {
        part.text(Role::Remark, mark_text(mark));
    }
    if let Some(value) = &item.value {
        let said = format!("Показатель: {}", value_taken(value));
        part.text(Role::Remark, sentence(&said));
    }
    if is_full {
        for (label, statements) in [("СЛУШАЛИ", &item.heard), ("ВЫСТУПИЛИ", &item.spoke)]
        {
            for statement in statements {
                part.text(Role::Body, format!("{label}: {}", said(statement)));
            }
        }
    }
    if !item.decided.is_empty() && !is_federal {
        part.text(Role::Section, "РЕШИЛИ:");
    }
    for decided in &item.decided {
        part.blocks.push(Block::Point(Point {
            run: Run::Decisions,
            level: 1,
            number: decided.number.to_string(),
            text: decision(decided, frame.dative(decided.executors.first())),
        }));
        votes(part, item, &decided.number);
    }
    votes(part, item, "");
    if item.put_off {
        part.text(Role::Remark, "Вопрос отложен.");
    }
}

/// The votes that stand behind a decision; behind all of them without a number.
pub(super) fn votes(part: &mut Part, item: &Item, number: &str) {
    for vote in item.votes.iter().filter(|vote| *vote.after == *number) {
        part.text(Role::Body, voted(vote));
    }
}

/// Who differs, under the questions they differ on (domain.md 1.1, row 14).
pub(super) fn opinions<'a>(part: &mut Part, items: impl Iterator<Item = &'a Item>) {
    let mut differing = items
        .flat_map(|item| item.opinions.iter().map(move |one| (item.number, one)))
        .peekable();
    if differing.peek().is_some() {
        part.text(Role::Section, "Особое мнение:");
    }
    for (number, one) in differing {
        part.text(Role::Body, opinion(number, &said(one)));
    }
}

/// «(Иванова М.И., ЦНППМ АСОУ)»: who spoke, as the federal form has it under the question.
fn speakers(asked: &Question, item: &Item) -> Option<String> {
    let mut names: Vec<&SafeText> = Vec::new();
    let said = item.heard.iter().chain(&item.spoke);
    let spoke = said.filter_map(|statement| statement.speaker.as_ref());
    for name in asked.speaker.iter().chain(spoke) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| format!("({})", in_lines(names)))
}

/// «Иванова М.И. – доложила …»: nominative and dash need no declension.
pub(in super::super) fn said(statement: &Statement) -> String {
    match &statement.speaker {
        Some(name) => format!("{name} – {}", sentence(&statement.text)),
        None => sentence(&statement.text),
    }
}

/// «Отметка об исполнении (срок 31.05.2023): в работе, 40 %; ранее: не начато.»
pub(super) fn mark_text(mark: &MarkRecord) -> String {
    let due = mark
        .due
        .map(|due| format!(" (срок {})", date(due)))
        .unwrap_or_default();
    let before = mark
        .before
        .as_ref()
        .filter(|before| **before != mark.after)
        .map(|before| format!("; ранее: {}", status(before)))
        .unwrap_or_default();
    format!(
        "Отметка об исполнении{due}: {}{before}.",
        status_on(&mark.after, mark.happened)
    )
}
