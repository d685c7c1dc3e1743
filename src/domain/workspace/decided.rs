//! The decisions of minutes, and whom they are for.

use std::collections::BTreeSet;

use super::super::control::Control;
use super::super::date::Date;
use super::super::entry::EntryKind;
use super::super::ledger::{Entry, is_decision};
use super::super::meeting::Meeting;
use super::super::minutes::{Addressee, Decision, DecisionKind};
use super::super::numbering::Decided;
use super::super::safe_text::SafeText;
use super::super::subject::SubjectId;
use super::Workspace;

impl Workspace {
    /// What stands under a number: the decision as it is, or that there is none any more.
    pub(super) fn decided(
        &self,
        meeting: &Meeting,
        decided: Decided,
        number: SafeText,
    ) -> Decision {
        let found = match decided {
            Decided::Entry(id) => self
                .ledger()
                .entry(id)
                .filter(|entry| entry.meeting() == Some(meeting.date) && is_decision(entry))
                .map(|entry| self.decision(entry, number.clone())),
            Decided::Control(id) => self
                .ledger()
                .last_control_words(meeting.date)
                .into_iter()
                .find(|(assignment, _)| assignment.id == id)
                .map(|(assignment, word)| {
                    self.control_decision(meeting.date, assignment, &word.control, number.clone())
                }),
        };
        found.unwrap_or(Decision {
            number,
            kind: DecisionKind::Dropped,
            text: SafeText::default(),
            executors: Vec::new(),
            controller: None,
            due: None,
        })
    }

    fn decision(&self, entry: &Entry, number: SafeText) -> Decision {
        let content = &entry.content;
        Decision {
            number,
            kind: match content.kind {
                EntryKind::Assignment => DecisionKind::Assignment,
                _ => DecisionKind::Decision,
            },
            text: content.text.capitalised(),
            executors: self.paper_names(&content.executors),
            controller: content.controller.as_ref().map(|id| self.paper_name(id)),
            due: content.due,
        }
    }

    fn control_decision(
        &self,
        date: Date,
        assignment: &Entry,
        control: &Control,
        number: SafeText,
    ) -> Decision {
        let content = &assignment.content;
        Decision {
            number,
            kind: DecisionKind::Control {
                minutes: assignment.meeting(),
                minutes_number: assignment
                    .meeting()
                    .and_then(|date| self.ledger().meeting(date))
                    .and_then(|meeting| meeting.number),
                assignment: self.entry_number(assignment).unwrap_or_default(),
                control: control.clone(),
                given: assignment.meeting().is_none().then_some(assignment.day()),
                was_due: self.due_before(assignment, date),
            },
            text: SafeText::line(&content.text),
            executors: self.paper_names(&content.executors),
            controller: content.controller.as_ref().map(|id| self.paper_name(id)),
            due: match control {
                Control::Kept { until } => Some(*until),
                Control::Extended { to, .. } => Some(*to),
                _ => None,
            },
        }
    }

    /// When an assignment was due before a meeting decided on it.
    fn due_before(&self, assignment: &Entry, date: Date) -> Option<Date> {
        let words = self.ledger().controls(assignment.id).iter();
        words
            .take_while(|word| word.meeting != Some(date))
            .filter_map(|word| match word.control {
                Control::Kept { until } => Some(until),
                Control::Extended { to, .. } => Some(to),
                _ => None,
            })
            .last()
            .or(assignment.content.due)
    }

    /// Whom the decisions of a meeting are for: who is named in them, and who belongs to a group
    /// that is, in the order of the names.
    pub(super) fn addressees(&self, date: Date) -> Vec<Addressee> {
        let numbering = self.numbering(date);
        let words = self.ledger().last_control_words(date);
        let named: BTreeSet<&SubjectId> = numbering
            .questions()
            .iter()
            .flat_map(|question| &question.decisions)
            .filter_map(|decided| match decided {
                Decided::Entry(id) => self.ledger().entry(*id).filter(|entry| is_decision(entry)),
                Decided::Control(id) => words
                    .iter()
                    .find(|(entry, _)| entry.id == *id)
                    .map(|(entry, _)| *entry),
            })
            .flat_map(|entry| {
                entry
                    .content
                    .executors
                    .iter()
                    .chain(&entry.content.controller)
            })
            .collect();
        let mut addressees: Vec<Addressee> = self
            .subjects()
            .iter()
            .filter_map(|subject| {
                let through: Vec<SafeText> = self
                    .subjects()
                    .groups_of(&subject.id)
                    .into_iter()
                    .filter(|group| named.contains(&group.id))
                    .map(|group| self.paper_name(&group.id))
                    .collect();
                let is_meant = named.contains(&subject.id) || !through.is_empty();
                is_meant.then(|| Addressee {
                    subject: subject.id.clone(),
                    name: subject.short.clone(),
                    dative: subject.dative.clone().unwrap_or_default(),
                    through,
                })
            })
            .collect();
        // Somebody only the journal knows has his name for want of a better one.
        for id in named {
            if self.subject(id).is_none() {
                addressees.push(Addressee {
                    subject: id.clone(),
                    name: self.paper_name(id),
                    dative: SafeText::default(),
                    through: Vec::new(),
                });
            }
        }
        addressees.sort_by(|one, other| one.name.cmp(&other.name));
        addressees
    }

    fn paper_names(&self, subjects: &[SubjectId]) -> Vec<SafeText> {
        subjects.iter().map(|id| self.paper_name(id)).collect()
    }
}
