//! Whether an operation would change anything: what changes nothing is not put on record.

use super::super::agenda::AgendaLine;
use super::super::date::Date;
use super::super::dispatch::Handed;
use super::super::meeting::Meeting;
use super::super::operation::Operation;
use super::Ledger;

impl Ledger {
    /// Whether an operation said at a meeting, or between meetings, on a day would change
    /// anything.
    pub fn would_change(&self, op: &Operation, meeting: Option<Date>, day: Date) -> bool {
        let at = meeting.and_then(|date| self.meeting(date));
        match op {
            Operation::SetAttendance { subject, presence } => {
                at.is_none_or(|at| at.presence(subject) != presence.as_ref())
            }
            Operation::AddItem { .. }
            | Operation::DropItem { .. }
            | Operation::MoveItem { .. }
            | Operation::AskForItem { .. }
            | Operation::SetItem { .. } => at.is_none_or(|at| changes_agenda(at, op)),
            Operation::ParkItem { item, parked } => match self.parked.get(item) {
                Some(since) => !parked || *since != day,
                None => *parked,
            },
            // The same words at another meeting, or on another day, are news.
            Operation::Mark {
                activity,
                occurrence,
                status,
                happened,
            } => {
                let marks = self.marks(*activity).iter().rev();
                let mut last = marks.filter(|mark| mark.occurrence == *occurrence);
                last.next().is_none_or(|mark| {
                    (mark.meeting, mark.day, &mark.status, mark.happened)
                        != (meeting, day, status, *happened)
                })
            }
            Operation::SetControl {
                assignment,
                control,
                happened,
            } => self.controls(*assignment).last().is_none_or(|word| {
                (word.meeting, word.day, &word.control, word.happened)
                    != (meeting, day, control, *happened)
            }),
            Operation::SettleControl { assignment } => {
                self.unsettled_controls(*assignment).len() > 1
            }
            Operation::WriteEntry { entry, content, .. } => self
                .entry(*entry)
                .is_none_or(|known| known.content != *content),
            Operation::DeleteEntry { entry } => self.entry(*entry).is_some(),
            Operation::MoveEntry { entry, to } => self.entry(*entry).is_some_and(|known| {
                let order = self.order.get(&(known.meeting(), known.item));
                let order = order.map_or(&[][..], Vec::as_slice);
                let place = order.iter().position(|id| id == entry);
                place != Some((*to).min(order.len().saturating_sub(1)))
            }),
            Operation::WriteSubject { subject } => !self.subjects.contains(subject),
            Operation::MeasureIndicator {
                indicator,
                value,
                source,
                note,
            } => {
                let known = self.measured(*indicator).and_then(|all| all.get(&day));
                let known = known.map(|it| (it.amount, &it.source, &it.note));
                known != value.map(|amount| (amount, source, note))
            }
            Operation::SetEvent { activity, change } => {
                let known = self.event(*activity).cloned().unwrap_or_default();
                known.would_change(change, day)
            }
            Operation::ControlDocument { document, control } => {
                let last = self.document_words(*document).last();
                last.is_none_or(|word| {
                    (word.meeting, word.day, &word.control) != (meeting, day, control)
                })
            }
            Operation::CarryOver { activities, .. } => activities.iter().any(|(from, to)| {
                let known = self.carried_over.get(from);
                known.is_none_or(|known| known.to != *to)
            }),
            Operation::HandOver {
                meeting,
                subject,
                receipt,
            } => {
                let known = self.handed(*meeting, subject);
                known.map(Handed::receipt) != *receipt
            }
            Operation::CorrectReading {
                activity, windows, ..
            } => self.correction(*activity) != windows.as_deref(),
            // Steps of a meeting, and what undo takes back, always count.
            _ => true,
        }
    }
}

fn changes_agenda(meeting: &Meeting, op: &Operation) -> bool {
    let agenda = &meeting.agenda;
    let line = |item| agenda.iter().find(|line: &&AgendaLine| line.item == item);
    match op {
        Operation::AddItem { line: added } => line(added.item).is_none(),
        Operation::DropItem { item } => line(*item).is_some(),
        Operation::MoveItem { item, to, section } => {
            let place = agenda.iter().position(|line| line.item == *item);
            let last = agenda.len().saturating_sub(1);
            place.is_some_and(|place| place != (*to).min(last))
                || line(*item).is_some_and(|line| section.is_some_and(|new| new != line.section))
        }
        Operation::AskForItem { item, subject } => {
            line(*item).is_some_and(|line| line.asked_by != *subject)
        }
        Operation::SetItem {
            item,
            speaker,
            minutes,
        } => line(*item).is_some_and(|line| (&line.speaker, line.minutes) != (speaker, *minutes)),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use ulid::Ulid;

    use super::*;
    use crate::domain::agenda::{ItemKey, Reason, Section};
    use crate::domain::control::{Control, DocumentControl};
    use crate::domain::entry::{EntryContent, EntryKind};
    use crate::domain::event::EventChange;
    use crate::domain::id::Id;
    use crate::domain::mark::Status;
    use crate::domain::meeting::Presence;
    use crate::domain::moment::Moment;
    use crate::domain::operation::{Record, WriterId};
    use crate::domain::safe_text::SafeText;
    use crate::domain::subject::SubjectId;

    const DAY: &str = "2023-05-25";

    fn day() -> Date {
        DAY.parse().unwrap()
    }

    fn id(number: u64) -> Id {
        Id(Ulid::from_parts(number, 0))
    }

    fn line(number: u64, section: Section) -> AgendaLine {
        AgendaLine::new(ItemKey::Topic(id(number)), section, Reason::ByHand)
    }

    /// A meeting with three lines in two sections, and what is given recorded in it.
    fn ledger(operations: Vec<Operation>) -> Ledger {
        let agenda = vec![
            line(1, Section::Overdue),
            line(2, Section::Overdue),
            line(3, Section::Added),
        ];
        let at = chrono::DateTime::parse_from_rfc3339("2023-05-25T10:00:00+03:00").unwrap();
        let all = [Operation::OpenMeeting { agenda }]
            .into_iter()
            .chain(operations);
        Ledger::fold(all.zip(100_u64..).map(|(op, clock)| Record {
            id: id(clock),
            clock,
            at: Moment::new(at),
            writer: WriterId("w".to_owned().into()),
            act: id(clock),
            day: day(),
            meeting: Some(day()),
            op,
        }))
    }

    fn would_change(ledger: &Ledger, op: &Operation) -> bool {
        ledger.would_change(op, Some(day()), day())
    }

    #[test]
    fn every_operation_said_twice_changes_nothing_the_second_time() {
        let item = ItemKey::Topic(id(1));
        let activity = "1.1.1".parse().unwrap();
        let subject = SubjectId("a".to_owned());
        for op in [
            Operation::SetAttendance {
                subject: subject.clone(),
                presence: Some(Presence::Present),
            },
            Operation::AddItem {
                line: line(4, Section::Added).into(),
            },
            Operation::DropItem { item },
            Operation::MoveItem {
                item,
                to: 2,
                section: Some(Section::Added),
            },
            Operation::SetItem {
                item,
                speaker: Some(subject),
                minutes: Some(5),
            },
            Operation::ParkItem { item, parked: true },
            Operation::Mark {
                activity,
                occurrence: day(),
                status: Status::Done,
                happened: None,
            },
            Operation::WriteEntry {
                entry: id(7),
                item,
                content: EntryContent::plain(EntryKind::Decision, "решение".into()).into(),
            },
            Operation::SetControl {
                assignment: id(7),
                control: Control::Lifted,
                happened: None,
            },
            Operation::MeasureIndicator {
                indicator: 1,
                value: Some("12".parse().unwrap()),
                source: "отчёт (пример)".into(),
                note: SafeText::default(),
            },
            Operation::SetEvent {
                activity,
                change: EventChange::Answer {
                    body: "ИРО (пример)".into(),
                    names: vec!["Примеров П.П.".into()],
                },
            },
            Operation::ControlDocument {
                document: "r-325".parse().unwrap(),
                control: DocumentControl::Lifted,
            },
            Operation::CarryOver {
                document: "r-325".parse().unwrap(),
                to: "r-326".parse().unwrap(),
                activities: vec![(activity, "9.9".parse().unwrap())],
            },
            Operation::CorrectReading {
                activity,
                windows: Some(Vec::new()),
                moved: Vec::new(),
            },
        ] {
            assert!(would_change(&ledger(Vec::new()), &op), "{op:?}");
            let said = ledger(vec![op.clone()]);
            assert!(!would_change(&said, &op), "{op:?}");
        }
    }

    #[test]
    fn a_move_beyond_the_edge_changes_nothing() {
        let ledger = ledger(vec![Operation::WriteEntry {
            entry: id(7),
            item: ItemKey::Topic(id(1)),
            content: EntryContent::plain(EntryKind::Decision, "решение".into()).into(),
        }]);
        let last = ItemKey::Topic(id(3));
        let move_to = |to, section| Operation::MoveItem {
            item: last,
            to,
            section,
        };
        assert!(!would_change(&ledger, &move_to(3, None)));
        assert!(!would_change(&ledger, &move_to(2, Some(Section::Added))));
        assert!(would_change(&ledger, &move_to(2, Some(Section::Overdue))));
        assert!(would_change(&ledger, &move_to(1, None)));
        assert!(!would_change(
            &ledger,
            &Operation::MoveEntry {
                entry: id(7),
                to: 1
            }
        ));
    }

    #[test]
    fn the_same_words_on_another_day_are_news() {
        let mark = Operation::Mark {
            activity: "1.1.1".parse().unwrap(),
            occurrence: day(),
            status: Status::AtRisk,
            happened: None,
        };
        let said = ledger(vec![mark.clone()]);
        let next = day().plus_days(7);
        assert!(said.would_change(&mark, Some(next), next));
        assert!(said.would_change(&mark, None, day()));
    }

    #[test]
    fn a_line_moved_within_its_section_stays_in_it() {
        let item = ItemKey::Topic(id(1));
        let moved = ledger(vec![Operation::MoveItem {
            item,
            to: 1,
            section: Some(Section::Overdue),
        }]);
        let meeting = moved.meeting(day()).unwrap();
        assert_eq!(meeting.line(item).unwrap().section, Section::Overdue);
        // Journals of before do not say the section: it is that of the line it comes before.
        let old = ledger(vec![Operation::MoveItem {
            item,
            to: 1,
            section: None,
        }]);
        let meeting = old.meeting(day()).unwrap();
        assert_eq!(meeting.line(item).unwrap().section, Section::Added);
    }
}
