//! Minutes as plain text in the short official form (domain.md 1.6), declension-free.

use std::fmt::Write;

use crate::domain::assignment::Control;
use crate::domain::date::Date;
use crate::domain::mark::Status;
use crate::domain::meeting::Presence;
use crate::domain::minutes::{Attendee, Decision, DecisionKind, Minutes, MinutesState};
use crate::locale::{Language, Texts};

/// The text of minutes, one requisite a line.
pub fn minutes(minutes: &Minutes) -> String {
    let texts = Texts::new(Language::Ru);
    let head = &minutes.head;
    let mut text = String::new();
    let mut line = |content: &str| {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{content}");
    };
    line(&head.organisation);
    line("ПРОТОКОЛ");
    line(&head.heading);
    let number = head.number.map_or_else(
        || "№\u{a0}___".to_owned(),
        |number| format!("№\u{a0}{number}"),
    );
    line(&format!(
        "{}   {}   {number}",
        texts.date_long(head.date),
        head.place
    ));
    match head.state {
        MinutesState::Draft => line("Черновик"),
        MinutesState::Approved => line(&format!("Версия {}", head.version)),
    }
    if let Some(chair) = &head.chair {
        line(&format!("Председатель – {chair}"));
    }
    if let Some(secretary) = &head.secretary {
        line(&format!("Секретарь – {secretary}"));
    }
    for (label, list) in [
        ("Присутствовали", &minutes.attendance.present),
        ("Приглашённые", &minutes.attendance.invited),
        ("Отсутствовали", &minutes.attendance.absent),
    ] {
        if !list.is_empty() {
            line(&format!("{label}:"));
            for attendee in list {
                line(&format!("  {}", attendee_text(attendee)));
            }
        }
    }
    line("ПОВЕСТКА ДНЯ:");
    for question in &minutes.agenda {
        let activity = question
            .activity
            .map(|id| format!(" (мероприятие {id})"))
            .unwrap_or_default();
        line(&format!(
            "{}. {}{activity}",
            question.number, question.title
        ));
    }
    for (question, item) in minutes.agenda.iter().zip(&minutes.items) {
        line(&format!("{}. {}", item.number, question.title));
        for mark in &item.marks {
            let before = mark
                .before
                .as_ref()
                .map_or_else(|| "отметки не было".to_owned(), |it| status(&texts, it));
            line(&format!(
                "   Отметка: {} (было: {before})",
                status(&texts, &mark.after)
            ));
        }
        for (label, statements) in [("СЛУШАЛИ", &item.heard), ("ВЫСТУПИЛИ", &item.spoke)]
        {
            for statement in statements {
                let speaker = statement
                    .speaker
                    .as_ref()
                    .map(|name| format!("{name} – "))
                    .unwrap_or_default();
                line(&format!("   {label}: {speaker}{}", statement.text));
            }
        }
        if !item.decided.is_empty() {
            line("   РЕШИЛИ:");
        }
        for decision in &item.decided {
            line(&format!("   {}", decision_text(&texts, decision)));
        }
    }
    for question in &minutes.not_considered {
        line(&format!("Не рассмотрено, перенесено: {}", question.title));
    }
    text
}

fn attendee_text(attendee: &Attendee) -> String {
    match &attendee.presence {
        Presence::Present | Presence::Absent => attendee.name.to_string(),
        Presence::Remote => format!("{} (дистанционно)", attendee.name),
        Presence::Late => format!("{} (с опозданием)", attendee.name),
        Presence::LeftEarly => format!("{} (не до конца)", attendee.name),
        Presence::Deputy { name } => format!("{} (замещает {name})", attendee.name),
        Presence::Excused { reason } => format!("{} ({reason})", attendee.name),
    }
}

fn status(texts: &Texts, status: &Status) -> String {
    match status {
        Status::Postponed { reason, .. } | Status::Cancelled { reason } if !reason.is_empty() => {
            format!("{} – {reason}", texts.status(status))
        }
        _ => texts.status(status),
    }
}

/// A decision with its executors and date: «ЦНППМ АСОУ: … Срок: до 15.06.2023 (включительно)».
fn decision_text(texts: &Texts, decision: &Decision) -> String {
    let mut text = format!("{}. ", decision.number);
    match &decision.kind {
        DecisionKind::Control {
            minutes,
            minutes_number,
            assignment,
            control,
        } => text.push_str(&control_text(
            texts,
            *minutes,
            *minutes_number,
            assignment,
            control,
        )),
        _ => text.push_str(&decision.text),
    }
    let mut names = decision.executors.iter();
    if let Some(first) = names.next() {
        text.push_str(&format!(" Ответственный: {first}."));
        let others: Vec<&str> = names
            .map(super::super::domain::safe_text::SafeText::as_str)
            .collect();
        if !others.is_empty() {
            text.push_str(&format!(" Соисполнители: {}.", others.join(", ")));
        }
    }
    if let (Some(due), DecisionKind::Assignment) = (decision.due, &decision.kind) {
        text.push_str(&format!(
            " Срок: до {} (включительно).",
            texts.date_full(due)
        ));
    }
    if let Some(controller) = &decision.controller {
        text.push_str(&format!(" Контроль: {controller}."));
    }
    text
}

fn control_text(
    texts: &Texts,
    minutes: Option<Date>,
    number: Option<u32>,
    assignment: &str,
    control: &Control,
) -> String {
    let from = minutes
        .map(|date| format!(" протокола от {}", texts.date_full(date)))
        .unwrap_or_default();
    let number = number
        .map(|number| format!(" №\u{a0}{number}"))
        .unwrap_or_default();
    let point = format!("пункт {assignment}{from}{number}");
    match control {
        Control::Reported => format!("Исполнение: {point}."),
        Control::Lifted => format!("Снять с контроля {point}."),
        Control::Dropped { reason } => {
            format!("Снять с контроля как утративший актуальность {point}: {reason}.")
        }
        Control::Kept { until } => format!(
            "Оставить на контроле до {} (включительно) {point}.",
            texts.date_full(*until)
        ),
        Control::Extended { to, reason } => format!(
            "Продлить срок до {} (включительно): {point}. Обоснование: {reason}.",
            texts.date_full(*to)
        ),
        Control::HearOn { meeting } => format!(
            "Заслушать на совещании {}: {point}.",
            texts.date_full(*meeting)
        ),
    }
}
