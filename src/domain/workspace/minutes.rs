//! From the fold to the minutes.

use super::super::agenda::{AgendaLine, ItemKey, Reason, Section};
use super::super::control::Control;
use super::super::date::Date;
use super::super::entry::EntryKind;
use super::super::fold::fold;
use super::super::ledger::{ControlEntry, Entry};
use super::super::meeting::{Meeting, MeetingState};
use super::super::minutes::{
    Attendance, Attendee, Decision, DecisionKind, Head, Item, MarkRecord, Minutes, MinutesState,
    Question, Statement,
};
use super::super::operation::Operation;
use super::super::safe_text::SafeText;
use super::super::subject::SubjectId;
use super::Workspace;
use super::considered::{is_decision, number};

impl Workspace {
    /// The minutes of a meeting as they stand; `None` when it was never opened.
    pub fn minutes(&self, date: Date) -> Option<Minutes> {
        let meeting = self.ledger().meeting(date)?;
        let considered = self.considered(date);
        let agenda = considered
            .iter()
            .zip(1..)
            .map(|(item, number)| self.question(meeting, *item, number))
            .collect();
        let items = considered
            .iter()
            .enumerate()
            .map(|(index, item)| self.item(meeting, *item, index))
            .collect();
        let not_considered = meeting
            .agenda
            .iter()
            .filter(|line| !considered.contains(&line.item))
            .map(|line| self.question(meeting, line.item, 0))
            .collect();
        Some(Minutes {
            format: 1,
            head: self.head(meeting),
            attendance: self.attendance(meeting),
            agenda,
            items,
            not_considered,
        })
    }

    /// The minutes of a meeting at each time it was finished, oldest first.
    pub fn minutes_versions(&self, date: Date) -> Vec<Minutes> {
        let records = self.ledger().records();
        let finishes = records.iter().enumerate().filter(|(_, record)| {
            record.meeting == Some(date)
                && matches!(record.op, Operation::FinishMeeting { .. })
                && !self.ledger().is_retracted(record.act)
        });
        finishes
            .filter_map(|(place, record)| {
                // The other operations of the finishing act belong to it.
                let rest = records
                    .iter()
                    .skip(place + 1)
                    .take_while(|other| other.act == record.act)
                    .count();
                let until = records.iter().take(place + 1 + rest).cloned();
                self.with_records(until).minutes(date)
            })
            .collect()
    }

    fn head(&self, meeting: &Meeting) -> Head {
        let settings = self.settings();
        let name = |id: &Option<SubjectId>| id.as_ref().map(|id| self.paper_name(id));
        Head {
            stamp: settings.papers.stamp.clone(),
            organisation: settings.organisation.clone(),
            heading: settings.heading.clone(),
            number: meeting.number,
            date: meeting.date,
            place: settings.place.clone(),
            chair: name(&settings.chair),
            secretary: name(&settings.secretary),
            state: match meeting.state {
                MeetingState::Finished => MinutesState::Approved,
                _ => MinutesState::Draft,
            },
            version: meeting.version,
        }
    }

    fn attendance(&self, meeting: &Meeting) -> Attendance {
        let members = &self.settings().members;
        let mut attendance = Attendance {
            members: members.len(),
            present: Vec::new(),
            invited: Vec::new(),
            absent: Vec::new(),
            not_recorded: Vec::new(),
        };
        for (subject, presence) in &meeting.attendance {
            let attendee = Attendee {
                name: self.paper_name(subject),
                presence: presence.clone(),
            };
            match (members.contains(subject), presence.is_present()) {
                (true, true) => attendance.present.push(attendee),
                (false, true) => attendance.invited.push(attendee),
                (_, false) => attendance.absent.push(attendee),
            }
        }
        attendance.not_recorded = members
            .iter()
            .filter(|member| meeting.presence(member).is_none())
            .map(|member| self.paper_name(member))
            .collect();
        for list in [
            &mut attendance.present,
            &mut attendance.invited,
            &mut attendance.absent,
        ] {
            list.sort_by_key(|attendee| (fold(&attendee.name), attendee.name.clone()));
        }
        attendance.not_recorded.sort_by_key(|name| fold(name));
        attendance
    }

    fn question(&self, meeting: &Meeting, item: ItemKey, number: u32) -> Question {
        let by_hand = AgendaLine::new(item, Section::Added, Reason::ByHand);
        let line = meeting.line(item).unwrap_or(&by_hand);
        Question {
            number,
            title: self.item_title(meeting.date, item),
            activity: self.item_activity(item),
            section: line.section,
            reasons: line.reasons.clone(),
            speaker: line.speaker.as_ref().map(|id| self.paper_name(id)),
        }
    }

    fn item(&self, meeting: &Meeting, item: ItemKey, index: usize) -> Item {
        let entries: Vec<&Entry> = self.ledger().entries_of(Some(meeting.date), item).collect();
        let statements = |kind: EntryKind| {
            entries
                .iter()
                .filter(|entry| entry.content.kind == kind)
                .map(|entry| Statement {
                    speaker: entry.content.speaker.as_ref().map(|id| self.paper_name(id)),
                    text: entry.content.text.clone(),
                })
                .collect()
        };
        let mut decided: Vec<Decision> = entries
            .iter()
            .filter(|entry| is_decision(entry))
            .enumerate()
            .map(|(place, entry)| self.decision(entry, number(index, place)))
            .collect();
        for (assignment, word) in self.last_control_words(meeting.date) {
            if self.item_of_assignment(meeting, assignment) == item {
                let place = decided.len();
                decided.push(self.control_decision(
                    assignment,
                    &word.control,
                    number(index, place),
                ));
            }
        }
        Item {
            number: u32::try_from(index + 1).unwrap_or(u32::MAX),
            marks: self.mark_records(meeting.date, item),
            heard: statements(EntryKind::Heard),
            spoke: statements(EntryKind::Spoke),
            decided,
        }
    }

    /// The words on control that stand at the end of a meeting: of several on one assignment the
    /// last. What the executor reported is not a decision.
    fn last_control_words(&self, date: Date) -> Vec<(&Entry, &ControlEntry)> {
        let mut last: Vec<(&Entry, &ControlEntry)> = Vec::new();
        for (entry, word) in self.control_words(date) {
            if word.control == Control::Reported {
                continue;
            }
            match last.iter_mut().find(|(known, _)| known.id == entry.id) {
                Some(known) => known.1 = word,
                None => last.push((entry, word)),
            }
        }
        last
    }

    fn decision(&self, entry: &Entry, number: SafeText) -> Decision {
        let content = &entry.content;
        Decision {
            number,
            kind: match content.kind {
                EntryKind::Assignment => DecisionKind::Assignment,
                _ => DecisionKind::Decision,
            },
            text: content.text.clone(),
            executors: content
                .executors
                .iter()
                .map(|id| self.paper_name(id))
                .collect(),
            controller: content.controller.as_ref().map(|id| self.paper_name(id)),
            due: content.due,
        }
    }

    fn control_decision(
        &self,
        assignment: &Entry,
        control: &Control,
        number: SafeText,
    ) -> Decision {
        let due = match control {
            Control::Kept { until } => Some(*until),
            Control::Extended { to, .. } => Some(*to),
            _ => None,
        };
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
            },
            text: SafeText::default(),
            executors: Vec::new(),
            controller: None,
            due,
        }
    }

    fn mark_records(&self, date: Date, item: ItemKey) -> Vec<MarkRecord> {
        let ItemKey::Activity(id) = item else {
            return Vec::new();
        };
        let Some((_, view)) = self.activity(id) else {
            return Vec::new();
        };
        view.occurrences
            .iter()
            .filter_map(|occurrence| {
                let first = occurrence.window.first;
                let after = self
                    .ledger()
                    .marks(id)
                    .iter()
                    .rev()
                    .find(|mark| mark.meeting == Some(date) && mark.occurrence == first)?;
                Some(MarkRecord {
                    occurrence: occurrence.window,
                    due: occurrence.due,
                    before: self
                        .mark_before(id, first, date)
                        .map(|mark| mark.status.clone()),
                    after: after.status.clone(),
                })
            })
            .collect()
    }

    /// The name papers print for a subject.
    pub fn paper_name(&self, id: &SubjectId) -> SafeText {
        self.subject(id).map_or_else(
            || SafeText::from(id.0.as_str()),
            |subject| subject.short.clone(),
        )
    }
}
