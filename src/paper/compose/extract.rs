//! An extract (выписка): the head and what concerns one subject, with «Верно» (domain.md 1.3).

use super::super::model::{Block, Paper, Part, Point, Role, Run};
use super::super::wording::{date, decision, question, sentence};
use super::Frame;
use super::head::{seat, signed_in_the_original, title};
use super::minutes::{opinions, votes};
use super::requisites::{certified, present, registered, restriction};
use crate::domain::minutes::{Decision, Item, Minutes, Question};
use crate::domain::safe_text::SafeText;
use crate::domain::subject::SubjectId;
use crate::domain::workspace::Workspace;

/// Somebody an extract is for, under the names the minutes know.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(in super::super) struct Reader {
    /// The name papers print.
    pub(in super::super) name: SafeText,
    /// The names that mean this reader in a decision: the own one and those of groups.
    names: Vec<SafeText>,
}

impl Reader {
    /// Who a subject was when the minutes were made. Files of earlier programs do not tell, and
    /// whom no decision means has no name in them: then it is who the subject is now.
    pub(in super::super) fn of(
        minutes: &Minutes,
        workspace: &Workspace,
        subject: &SubjectId,
    ) -> Self {
        if let Some(known) = minutes.addressee(subject) {
            let mut names = vec![known.name.clone()];
            names.extend(known.through.iter().cloned());
            return Self {
                name: known.name.clone(),
                names,
            };
        }
        let name = workspace.paper_name(subject);
        let mut names = Vec::new();
        if minutes.addressees.is_empty() {
            names.push(name.clone());
            let groups = workspace.subjects().groups_of(subject).into_iter();
            names.extend(groups.map(|group| workspace.paper_name(&group.id)));
        }
        Self { name, names }
    }
}

/// Questions and decisions that name somebody, or a group it belongs to.
pub(in super::super) fn decisions_of<'a>(
    minutes: &'a Minutes,
    reader: &Reader,
) -> Vec<(&'a Question, &'a Item, Vec<&'a Decision>)> {
    minutes
        .agenda
        .iter()
        .zip(&minutes.items)
        .filter_map(|(asked, item)| {
            let own: Vec<&Decision> = item
                .decided
                .iter()
                .filter(|decision| {
                    decision
                        .executors
                        .iter()
                        .chain(&decision.controller)
                        .any(|name| reader.names.contains(name))
                })
                .collect();
            (!own.is_empty()).then_some((asked, item, own))
        })
        .collect()
}

/// The extract as a paper.
pub(in super::super) fn extract(minutes: &Minutes, reader: &Reader, frame: &Frame) -> Paper {
    let head = &minutes.head;
    let name = &reader.name;
    let mut part = Part::default();
    restriction(&mut part, frame);
    title(
        &mut part,
        head,
        "ВЫПИСКА ИЗ ПРОТОКОЛА",
        &registered(head, frame),
    );
    part.text(Role::Flush, format!("Для исполнения: {}", sentence(name)));
    part.text_if(
        Role::Flush,
        seat("Председатель", head.chair.as_deref(), &head.chair_post),
    );
    present(&mut part, minutes, frame);
    let concerned = decisions_of(minutes, reader);
    if concerned.is_empty() {
        part.text(Role::Body, "Поручений в этом протоколе нет.");
    }
    for (asked, item, own) in &concerned {
        part.blocks.push(Block::Point(Point {
            run: Run::Decisions,
            level: 0,
            number: item.number.to_string(),
            text: sentence(&question(asked)),
        }));
        part.text(Role::Section, "РЕШИЛИ:");
        for decided in own {
            part.blocks.push(Block::Point(Point {
                run: Run::Decisions,
                level: 1,
                number: decided.number.to_string(),
                text: decision(decided, frame.dative(decided.executors.first())),
            }));
            votes(&mut part, item, &decided.number);
        }
        votes(&mut part, item, "");
    }
    opinions(&mut part, concerned.iter().map(|(_, item, _)| *item));
    signed_in_the_original(&mut part, head);
    certified(&mut part, head, frame);
    Paper {
        subject: format!(
            "Выписка из протокола от {} {}: {name}",
            date(head.date),
            super::head::number(head.number)
        ),
        issuer: head.organisation.to_string(),
        parts: vec![part],
    }
    .typeset()
}
