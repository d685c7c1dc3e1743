//! The agenda to send before a meeting: as it stands when the meeting is open or over, as the
//! program proposes it before that.

use super::super::model::{Block, Paper, Part, Point, Role, Run};
use super::super::wording::{date, in_line, question, russian, sentence};
use super::head::{issuer, seat, when};
use crate::domain::agenda::{AgendaLine, ItemKey, Section};
use crate::domain::date::Date;
use crate::domain::minutes::Question;
use crate::domain::workspace::Workspace;

/// The lines of an agenda as questions, numbered from 1, with planned minutes.
pub(in super::super) fn agenda_questions(workspace: &Workspace, day: Date) -> Vec<(Question, u16)> {
    let lines: Vec<AgendaLine> = match workspace.ledger().meeting(day) {
        Some(meeting) => meeting.agenda.clone(),
        None => workspace.propose_agenda(day).chosen,
    };
    let settings = workspace.settings();
    lines
        .into_iter()
        .zip(1..)
        .map(|(line, number)| {
            let minutes = line.minutes.unwrap_or(settings.item_minutes);
            let title = match &line.title {
                Some(title) => title.clone(),
                None => workspace.item_title(day, line.item),
            };
            let activity = match line.item {
                ItemKey::Activity(id) => Some(id),
                _ => None,
            };
            let asked = Question {
                number,
                title,
                activity,
                point: activity.and_then(|key| workspace.paper_point(key)),
                about: activity.and_then(|key| workspace.about_point(key)),
                section: line.section,
                speaker: line.speaker.as_ref().map(|id| workspace.paper_name(id)),
                reasons: line.reasons,
                dropped: false,
            };
            (asked, minutes)
        })
        .collect()
}

/// Why it is on the agenda, and for how long; what nobody will speak of takes no time.
fn remark(reasons: &[String], minutes: u16) -> String {
    let reasons = reasons.join("; ");
    match minutes {
        0 => reasons,
        _ => format!("{reasons}; {minutes} мин"),
    }
}

/// The agenda as a paper.
pub(in super::super) fn agenda(workspace: &Workspace, day: Date) -> Paper {
    let settings = workspace.settings();
    let mut part = Part::default();
    issuer(&mut part, workspace);
    part.text(Role::Kind, "ПОВЕСТКА ДНЯ");
    if !settings.heading.is_blank() {
        part.text(Role::Heading, settings.heading.as_str());
    }
    part.blocks.push(Block::Requisites([
        when(day, &settings.time),
        String::new(),
        settings.place.to_string(),
    ]));
    let chair = settings.chair.as_ref().map(|id| workspace.paper_name(id));
    let chair_post = workspace.post_of(settings.chair.as_ref());
    part.text_if(
        Role::Flush,
        seat("Председатель", chair.as_deref(), &chair_post),
    );
    let questions = agenda_questions(workspace, day);
    let total: u32 = questions
        .iter()
        .map(|(_, minutes)| u32::from(*minutes))
        .sum();
    let mut section: Option<Section> = None;
    for (asked, minutes) in &questions {
        if section != Some(asked.section) {
            part.text(
                Role::Section,
                format!("{}:", russian().section(asked.section)),
            );
            section = Some(asked.section);
        }
        let mut text = sentence(&question(asked));
        if let Some(speaker) = &asked.speaker {
            text = format!("{text} Докладчик: {}", sentence(&in_line(speaker)));
        }
        let reasons: Vec<String> = asked
            .reasons
            .iter()
            .map(|reason| russian().reason_of_paper(reason))
            .collect();
        part.blocks.push(Block::Point(Point {
            run: Run::Agenda,
            level: 0,
            number: asked.number.to_string(),
            text,
        }));
        part.text(Role::Remark, remark(&reasons, *minutes));
    }
    if questions.is_empty() {
        part.text(Role::Body, "Вопросов нет.");
    } else {
        part.text(Role::Body, format!("Всего по плану: {total} мин."));
    }
    Paper {
        subject: format!("Повестка дня {} {}", settings.heading, date(day)),
        issuer: settings.organisation.to_string(),
        parts: vec![part],
    }
    .typeset()
}
