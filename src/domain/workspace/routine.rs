//! «Без обсуждения»: lines that need no talk, taken with one act; each gets its mark and its line
//! of the minutes all the same.

use super::super::agenda::{AgendaLine, ItemKey, Reason, Section};
use super::super::date::Date;
use super::super::deadline::Kind;
use super::super::mark::Status;
use super::super::operation::Operation;
use super::{Timing, Workspace};

/// A week that ended so many days ago, and was said to be going on, is taken as done.
const LAST_WEEK: i64 = 7;

/// From this percentage on a line that is due later is well under way.
const WELL_UNDER_WAY: u8 = 50;

impl Workspace {
    /// Whether a line is routine and on track, so that nobody need speak of it: it repeats, or is
    /// well under way, nothing of it was missed or moved, and nothing but its due date brought it
    /// here.
    pub(super) fn is_routine(&self, line: &AgendaLine, date: Date) -> bool {
        let ItemKey::Activity(activity) = line.item else {
            return false;
        };
        let only_due = line
            .reasons
            .iter()
            .all(|reason| matches!(reason, Reason::Due { .. } | Reason::Overdue { .. }));
        if !only_due || line.asked_by.is_some() {
            return false;
        }
        let (Some((_, view)), Some(standing)) =
            (self.activity(activity), self.standing_owed(activity, date))
        else {
            return false;
        };
        let percent = match &standing.status {
            Some(Status::AtRisk | Status::Postponed { .. }) => return false,
            Some(Status::InProgress { percent }) => Some(percent.unwrap_or(0)),
            _ => None,
        };
        let repeats = view.reading.kind == Kind::Recurrence;
        if standing.is_moved || standing.missed > 0 {
            return false;
        }
        match standing.timing {
            Timing::Due(_) if repeats => true,
            Timing::Due(_) => {
                line.section != Section::ThisWeek
                    && percent.is_some_and(|percent| percent >= WELL_UNDER_WAY)
            }
            // What went on without a word last week, and nobody objects.
            Timing::Overdue(days) => repeats && days <= LAST_WEEK && percent.is_some(),
            _ => false,
        }
    }

    /// The items of the block of a meeting that nobody has dealt with yet.
    pub fn routine_left(&self, date: Date) -> Vec<ItemKey> {
        let considered = self.considered(date);
        let agenda = self.ledger().meeting(date).map(|it| it.agenda.as_slice());
        agenda
            .unwrap_or_default()
            .iter()
            .filter(|line| line.section == Section::Routine)
            .map(|line| line.item)
            .filter(|item| !considered.contains(item))
            .collect()
    }

    /// What taking an item of the block says of it: a period that is over is done, anything else
    /// goes on as far as it was.
    pub fn routine_status(&self, date: Date, item: ItemKey) -> Option<(Date, Status)> {
        let ItemKey::Activity(activity) = item else {
            return None;
        };
        let standing = self.standing(activity, date)?;
        let status = match (standing.timing, standing.status) {
            (Timing::Overdue(_), _) => Status::Done,
            (_, Some(Status::InProgress { percent })) => Status::InProgress { percent },
            _ => Status::InProgress { percent: None },
        };
        Some((standing.occurrence.window.first, status))
    }

    /// The operations of the one act that takes the block.
    pub fn take_routine(&self, date: Date) -> Vec<Operation> {
        self.routine_left(date)
            .into_iter()
            .filter_map(|item| {
                let (occurrence, status) = self.routine_status(date, item)?;
                let ItemKey::Activity(activity) = item else {
                    return None;
                };
                Some(Operation::Mark {
                    activity,
                    occurrence,
                    status,
                    happened: None,
                })
            })
            .collect()
    }

    /// The operations that take an item out of the block, to the end of the section it belongs to
    /// by itself; none when it is not in the block.
    pub fn discuss(&self, date: Date, item: ItemKey) -> Vec<Operation> {
        let Some(meeting) = self.ledger().meeting(date) else {
            return Vec::new();
        };
        let Some(line) = meeting
            .line(item)
            .filter(|it| it.section == Section::Routine)
        else {
            return Vec::new();
        };
        let own = match item {
            ItemKey::Activity(activity) => self.own_line(activity, date),
            _ => None,
        };
        let section = own.map_or(Section::Added, |own| own.section);
        let before = |known: &&AgendaLine| known.section <= section;
        let to = meeting.agenda.iter().filter(before).count();
        vec![
            Operation::MoveItem {
                item,
                to,
                section: Some(section),
            },
            Operation::SetItem {
                item,
                speaker: line.speaker.clone(),
                minutes: None,
            },
        ]
    }

    /// The operations that bring all lines of one body that are still to be dealt with together,
    /// behind the line of an item, so that it is heard once on everything; none when it has no
    /// other line.
    pub fn hear_together(&self, date: Date, item: ItemKey) -> Vec<Operation> {
        let (Some(meeting), Some(body)) = (self.ledger().meeting(date), self.answers_for(item))
        else {
            return Vec::new();
        };
        let Some(line) = meeting.line(item) else {
            return Vec::new();
        };
        let considered = self.considered(date);
        let mut agenda: Vec<ItemKey> = meeting.agenda.iter().map(|line| line.item).collect();
        let others: Vec<&AgendaLine> = meeting
            .agenda
            .iter()
            .filter(|other| other.item != item && !considered.contains(&other.item))
            .filter(|other| other.section != Section::Routine)
            .filter(|other| self.answers_for(other.item).as_ref() == Some(&body))
            .collect();
        let mut operations = Vec::new();
        let mut behind = item;
        for other in others {
            agenda.retain(|known| *known != other.item);
            let place = agenda.iter().position(|known| *known == behind);
            let to = place.map_or(agenda.len(), |place| place + 1);
            agenda.insert(to, other.item);
            behind = other.item;
            operations.push(Operation::MoveItem {
                item: other.item,
                to,
                section: Some(line.section),
            });
        }
        operations
    }
}
