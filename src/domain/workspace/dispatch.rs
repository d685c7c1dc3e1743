//! Who gets which papers of a meeting, and what became of it.

use super::super::date::Date;
use super::super::dispatch::{HandedPaper, Receipt, Recipient};
use super::super::operation::Operation;
use super::super::subject::SubjectId;
use super::Workspace;

impl Workspace {
    /// Who gets papers of a meeting: members and guests who were there minutes and tactical plan,
    /// whoever was given something to do an extract. In the order of the settings, guests and
    /// executors behind; empty before the meeting ends.
    pub fn recipients(&self, date: Date) -> Vec<Recipient> {
        let ledger = self.ledger();
        let Some(meeting) = ledger.meeting(date).filter(|it| it.version > 0) else {
            return Vec::new();
        };
        let members = self.settings().members.iter();
        let guests = meeting
            .attendance
            .iter()
            .filter(|(_, presence)| presence.is_present())
            .map(|(subject, _)| subject);
        let given = ledger
            .entries()
            .filter(|entry| entry.meeting() == Some(date))
            .flat_map(|entry| &entry.content.executors);
        let to_all = [HandedPaper::Minutes, HandedPaper::TacticalPlan];
        let mut found: Vec<Recipient> = Vec::new();
        for who in members.chain(guests) {
            add(&mut found, who, &to_all);
        }
        for who in given {
            add(&mut found, who, &[HandedPaper::Extract]);
        }
        for one in &mut found {
            one.handed = ledger.handed(date, &one.subject).cloned();
        }
        found
    }

    /// Who has not confirmed the papers of a meeting. Nobody while none of them was handed over:
    /// then they go another way, and planerka has nothing to say of it.
    pub fn unconfirmed(&self, date: Date) -> Vec<Recipient> {
        let mut all = self.recipients(date);
        if all.iter().all(|it| it.handed.is_none()) {
            return Vec::new();
        }
        all.retain(|it| it.receipt() != Some(Receipt::Confirmed));
        all
    }

    /// What hands the papers of a meeting over to all who have not got them.
    pub fn hand_over_all(&self, date: Date) -> Vec<Operation> {
        let left = self.recipients(date).into_iter();
        left.filter(|it| it.handed.is_none())
            .map(|it| Operation::HandOver {
                meeting: date,
                subject: it.subject,
                receipt: Some(Receipt::Handed),
            })
            .collect()
    }
}

fn add(found: &mut Vec<Recipient>, who: &SubjectId, papers: &[HandedPaper]) {
    let known = found.iter().position(|it| it.subject == *who);
    let place = known.unwrap_or_else(|| {
        found.push(Recipient {
            subject: who.clone(),
            papers: Vec::new(),
            handed: None,
        });
        found.len().saturating_sub(1)
    });
    if let Some(one) = found.get_mut(place) {
        for paper in papers {
            if !one.papers.contains(paper) {
                one.papers.push(*paper);
            }
        }
    }
}
