//! What the room may see of a meeting: the question that is spoken of, and what is for everybody.
//! The chair's own notes are not among it, and writing one moves nothing.

use super::super::agenda::ItemKey;
use super::super::control::Control;
use super::super::date::Date;
use super::super::entry::EntryKind;
use super::super::id::Id;
use super::super::ledger::Entry;
use super::super::meeting::MeetingState;
use super::super::operation::{Operation, Record};
use super::Workspace;

impl Workspace {
    /// The meeting a room looks at: the one that goes on, else the last one held.
    pub fn meeting_to_show(&self) -> Option<Date> {
        let meetings = self.ledger().meetings().values().rev();
        let open = meetings.clone().find(|meeting| meeting.is_open());
        open.or_else(|| {
            meetings
                .clone()
                .find(|meeting| meeting.state == MeetingState::Finished)
        })
        .map(|meeting| meeting.date)
    }

    /// The question that is spoken of: the one something was last said of, else the first one
    /// nobody has dealt with.
    pub fn item_spoken_of(&self, date: Date) -> Option<ItemKey> {
        let meeting = self.ledger().meeting(date)?;
        let touched = self
            .ledger()
            .records()
            .iter()
            .rev()
            .filter(|record| record.meeting == Some(date))
            .filter(|record| !self.ledger().is_retracted(record.act))
            .find_map(|record| self.item_touched(record));
        touched.or_else(|| {
            let dealt = self.considered(date);
            let lines = || meeting.agenda.iter().map(|line| line.item);
            lines()
                .find(|item| !dealt.contains(item))
                .or_else(|| lines().next())
        })
    }

    fn item_touched(&self, record: &Record) -> Option<ItemKey> {
        match &record.op {
            // Ending a meeting marks its own line of the plan; nobody speaks of that.
            Operation::Mark { activity, .. } if !self.is_meeting_itself(*activity) => {
                Some(ItemKey::Activity(*activity))
            }
            Operation::WriteEntry { item, content, .. } if content.kind != EntryKind::Private => {
                Some(*item)
            }
            Operation::AddItem { line } => Some(line.item),
            Operation::SetControl { assignment, .. } => {
                let entry = self.ledger().entry(*assignment)?;
                Some(match entry.item {
                    ItemKey::Activity(_) => entry.item,
                    _ => ItemKey::Assignment(*assignment),
                })
            }
            _ => None,
        }
    }

    /// The entries of a question that the room may see.
    pub fn entries_for_all(&self, date: Date, item: ItemKey) -> Vec<&Entry> {
        self.ledger()
            .entries_of(Some(date), item)
            .filter(|entry| entry.content.kind != EntryKind::Private)
            .collect()
    }

    /// What was said at a meeting on the control of a question's assignments.
    pub fn control_said(&self, date: Date, item: ItemKey) -> Vec<(Id, &Control)> {
        self.ledger()
            .control_words(date)
            .filter(|(entry, _)| entry.item == item || ItemKey::Assignment(entry.id) == item)
            .map(|(entry, word)| (entry.id, &word.control))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use ulid::Ulid;

    use super::*;
    use crate::domain::calendar::Calendar;
    use crate::domain::entry::EntryContent;
    use crate::domain::mark::Status;
    use crate::domain::moment::Moment;
    use crate::domain::operation::WriterId;
    use crate::domain::plan::Plan;

    fn day() -> Date {
        "2023-05-25".parse().unwrap()
    }

    fn record(clock: u64, op: Operation) -> Record {
        let at = chrono::DateTime::parse_from_rfc3339("2023-05-25T10:00:00+03:00").unwrap();
        Record {
            id: Id(Ulid::from_parts(clock, 0)),
            clock,
            at: Moment::new(at),
            writer: WriterId("w".to_owned().into()),
            act: Id(Ulid::from_parts(clock, 1)),
            day: day(),
            meeting: Some(day()),
            op,
        }
    }

    fn workspace() -> Workspace {
        let read = |name: &str| {
            std::fs::read_to_string(format!(
                "{}/src/store/embedded/{name}",
                concat!(env!("CARGO_MANIFEST_DIR"), "/../..")
            ))
            .unwrap()
        };
        let empty = Workspace::new(
            vec![ron::from_str::<Plan>(&read("plan.ron")).unwrap().into()],
            ron::from_str(&read("subjects.ron")).unwrap(),
            ron::from_str(&read("settings.ron")).unwrap(),
            Calendar::default(),
            Vec::new(),
        );
        let agenda = empty.propose_agenda(day()).chosen;
        empty.with_records([record(1, Operation::OpenMeeting { agenda })])
    }

    fn entry(id: u64, item: ItemKey, kind: EntryKind) -> Operation {
        Operation::WriteEntry {
            entry: Id(Ulid::from_parts(id, 7)),
            item,
            content: EntryContent::plain(kind, "слово".into()).into(),
        }
    }

    #[test]
    fn a_private_note_neither_shows_nor_moves_anything() {
        let mut hall = workspace();
        let first = hall.item_spoken_of(day()).unwrap();
        let lines = hall.ledger().meeting(day()).unwrap().agenda.clone();
        assert_eq!(first, lines[0].item);
        let other = lines[3].item;
        hall.apply([record(2, entry(2, other, EntryKind::Private))]);
        assert_eq!(hall.item_spoken_of(day()), Some(first));
        assert!(hall.entries_for_all(day(), other).is_empty());
        hall.apply([record(3, entry(3, other, EntryKind::Decision))]);
        assert_eq!(hall.item_spoken_of(day()), Some(other));
        assert_eq!(hall.entries_for_all(day(), other).len(), 1);
    }

    #[test]
    fn what_was_taken_back_is_not_spoken_of() {
        let mut hall = workspace();
        let first = hall.item_spoken_of(day());
        let mark = Operation::Mark {
            activity: "1.2.1".parse().unwrap(),
            occurrence: "2023-05-01".parse().unwrap(),
            status: Status::Done,
            happened: None,
        };
        let marked = record(2, mark);
        let act = marked.act;
        hall.apply([marked]);
        assert_eq!(
            hall.item_spoken_of(day()),
            Some(ItemKey::Activity("1.2.1".parse().unwrap()))
        );
        hall.apply([record(3, Operation::Retract { act })]);
        assert_eq!(hall.item_spoken_of(day()), first);
        assert_eq!(hall.meeting_to_show(), Some(day()));
    }
}
