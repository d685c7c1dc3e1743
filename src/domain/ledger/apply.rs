//! What one operation does to the state.

use super::super::agenda::AgendaLine;
use super::super::approved::{ApprovedPapers, Version};
use super::super::date::Date;
use super::super::document::ActivityKey;
use super::super::edition::{Cell, Change, Edition};
use super::super::indicator::Measured;
use super::super::mark::Status;
use super::super::meeting::{Meeting, MeetingState};
use super::super::numbering::Numbering;
use super::super::operation::{Operation, Record};
use super::super::subject::Subject;
use super::points::Reread;
use super::{ControlEntry, DocumentWord, Ledger, MarkEntry};
use crate::domain::agenda::ItemKey;

impl Ledger {
    /// Applies an operation that counts. What it names and is not there (a meeting that was
    /// never opened, an entry that was deleted) is passed over: with several writers it can
    /// have gone on the other machine.
    #[expect(clippy::too_many_lines, reason = "one table, an arm an operation")]
    pub(super) fn apply(&mut self, record: &Record) {
        if matches!(
            record.op,
            Operation::OpenMeeting { .. } | Operation::Mark { .. }
        ) {
            self.begins = Some(self.begins.map_or(record.day, |day| day.min(record.day)));
        }
        match &record.op {
            // Two were seen to before anything was applied, the third says nothing of the matter.
            Operation::Retract { .. }
            | Operation::IdentifySubject { .. }
            | Operation::PackYear { .. } => {}
            Operation::OpenMeeting { .. }
            | Operation::FinishMeeting { .. }
            | Operation::ApprovePapers { .. }
            | Operation::ReopenMeeting { .. }
            | Operation::SkipMeeting { .. }
            | Operation::SetAttendance { .. } => self.apply_to_meeting(record),
            Operation::AddItem { .. }
            | Operation::DropItem { .. }
            | Operation::MoveItem { .. }
            | Operation::AskForItem { .. }
            | Operation::SetItem { .. } => self.apply_to_agenda(record),
            Operation::ParkItem { item, parked } => self.park(*item, *parked, record),
            Operation::Mark {
                activity,
                occurrence,
                status,
                happened,
            } => {
                self.spoken.mark(record.meeting, *activity, record.act);
                self.marks.entry(*activity).or_default().push(MarkEntry {
                    day: record.day,
                    meeting: record.meeting,
                    occurrence: *occurrence,
                    said_of: *occurrence,
                    is_overruled: false,
                    clock: record.clock,
                    status: status.clone(),
                    happened: *happened,
                    act: record.act,
                    before_record: false,
                });
            }
            Operation::MarkBefore { points } => self.mark_before(points, record),
            Operation::WriteEntry {
                entry,
                item,
                content,
            } => self.write_entry(*entry, *item, record, content),
            Operation::DeleteEntry { entry } => self.delete_entry(*entry),
            Operation::MoveEntry { entry, to } => self.move_entry(*entry, *to),
            Operation::SetControl {
                assignment,
                control,
                happened,
            } => {
                self.spoken.control(record.meeting, *assignment);
                let words = self.controls.entry(*assignment).or_default();
                words.push(ControlEntry {
                    day: record.day,
                    meeting: record.meeting,
                    control: control.clone(),
                    happened: *happened,
                    writer: record.writer.clone(),
                });
            }
            Operation::SettleControl { assignment } => {
                // The word that settles is the last one.
                let said = self.controls(*assignment).len();
                self.settled.insert(*assignment, said.saturating_sub(1));
            }
            Operation::WriteSubject { subject } => {
                match self
                    .subjects
                    .iter_mut()
                    .find(|known| known.id == subject.id)
                {
                    Some(known) => known.clone_from(subject),
                    None => self.subjects.push(Subject::clone(subject)),
                }
            }
            Operation::MeasureIndicator {
                indicator,
                value,
                source,
                note,
            } => {
                let is_taken = value.is_some();
                self.spoken.value(record.meeting, *indicator, is_taken);
                let values = self.measured.entry(*indicator).or_default();
                match value {
                    Some(amount) => values.insert(
                        record.day,
                        Measured {
                            amount: *amount,
                            source: source.clone(),
                            note: note.clone(),
                        },
                    ),
                    None => values.remove(&record.day),
                };
            }
            Operation::SetEvent { activity, change } => {
                let event = self.events.entry(*activity).or_default();
                event.take(change, record.day);
            }
            Operation::ControlDocument { document, control } => {
                let words = self.document_words.entry(*document).or_default();
                words.push(DocumentWord {
                    day: record.day,
                    meeting: record.meeting,
                    control: control.clone(),
                });
            }
            Operation::CarryOver { to, activities, .. } => self.carry_over(*to, activities, record),
            Operation::HandOver {
                meeting,
                subject,
                receipt,
            } => self.hand_over((*meeting, subject.clone()), *receipt, record),
            Operation::AdoptEdition { .. }
            | Operation::AmendDocument { .. }
            | Operation::CorrectReading { .. } => self.apply_to_documents(record),
        }
    }

    fn apply_to_documents(&mut self, record: &Record) {
        match &record.op {
            Operation::CorrectReading {
                activity,
                windows,
                moved,
            } => {
                match windows {
                    Some(windows) => self.corrections.insert(*activity, windows.clone()),
                    None => self.corrections.remove(activity),
                };
                self.reread.push(Reread {
                    activity: *activity,
                    day: record.day,
                    clock: record.clock,
                    moved: moved.clone(),
                });
            }
            Operation::AdoptEdition {
                document,
                from,
                basis,
                source,
            } => {
                self.editions.push(Edition {
                    act: record.act,
                    document: *document,
                    from: *from,
                    basis: basis.clone(),
                    source: *source,
                    clock: record.clock,
                    day: record.day,
                    changes: Vec::new(),
                });
                self.editions.sort_by_key(|it| (it.from, it.clock));
            }
            Operation::AmendDocument { change } => {
                let own = self.editions.iter_mut().find(|it| it.act == record.act);
                if let Some(edition) = own {
                    edition.changes.push(Change::clone(change));
                }
                // Days set by hand were a reading of the old wording.
                if let Change::Amend {
                    key,
                    cell: Cell::Term,
                    ..
                } = change.as_ref()
                {
                    self.corrections.remove(key);
                }
            }
            _ => {}
        }
    }

    fn mark_before(&mut self, points: &[(ActivityKey, Date)], record: &Record) {
        for (activity, occurrence) in points {
            self.marks.entry(*activity).or_default().push(MarkEntry {
                day: record.day,
                meeting: None,
                occurrence: *occurrence,
                said_of: *occurrence,
                is_overruled: false,
                clock: record.clock,
                status: Status::Done,
                happened: None,
                act: record.act,
                before_record: true,
            });
        }
    }

    fn park(&mut self, item: ItemKey, parked: bool, record: &Record) {
        if parked {
            self.parked.insert(item, record.day);
        } else {
            self.parked.remove(&item);
        }
        if let Some(meeting) = self.meeting_mut(record.meeting) {
            if parked {
                meeting.put_off.insert(item);
            } else {
                meeting.put_off.remove(&item);
            }
        }
    }

    fn meeting_mut(&mut self, date: Option<Date>) -> Option<&mut Meeting> {
        self.meetings.get_mut(&date?)
    }

    fn apply_to_meeting(&mut self, record: &Record) {
        let Some(date) = record.meeting else { return };
        match &record.op {
            Operation::OpenMeeting { agenda } => {
                for line in agenda {
                    self.parked.remove(&line.item);
                }
                let meeting = self
                    .meetings
                    .entry(date)
                    .or_insert_with(|| Meeting::new(date, record.at));
                if meeting.agenda.is_empty() {
                    meeting.agenda.clone_from(agenda);
                }
                meeting.state = MeetingState::Open;
            }
            Operation::SkipMeeting { moved_to, reason } => {
                let meeting = self
                    .meetings
                    .entry(date)
                    .or_insert_with(|| Meeting::new(date, record.at));
                meeting.state = MeetingState::NotHeld {
                    moved_to: *moved_to,
                    reason: reason.clone(),
                };
            }
            Operation::FinishMeeting { number } => {
                if let Some(meeting) = self.meetings.get_mut(&date) {
                    meeting.versions.push(Version {
                        act: record.act,
                        number: *number,
                        approved: None,
                        numbering: None,
                        beside: meeting.state == MeetingState::Finished,
                    });
                    meeting.state = MeetingState::Finished;
                    meeting.number = Some(*number);
                    meeting.version += 1;
                }
            }
            Operation::ApprovePapers { papers } => {
                let meeting = self.meetings.get_mut(&date);
                let mut versions = meeting.into_iter().flat_map(|it| &mut it.versions);
                if let Some(version) = versions.find(|it| it.act == record.act) {
                    version.numbering = Some(papers.numbering.clone());
                    version.approved = Some(ApprovedPapers::clone(papers));
                }
            }
            Operation::ReopenMeeting { reason } => {
                self.keep_numbers(date);
                if let Some(meeting) = self.meetings.get_mut(&date) {
                    meeting.is_reopened_beside = meeting.state == MeetingState::Open;
                    meeting.state = MeetingState::Open;
                    meeting.reopened.push(reason.clone());
                }
            }
            Operation::SetAttendance { subject, presence } => {
                if let Some(meeting) = self.meetings.get_mut(&date) {
                    meeting.attendance.retain(|(known, _)| known != subject);
                    if let Some(presence) = presence {
                        meeting.attendance.push((subject.clone(), presence.clone()));
                    }
                }
            }
            _ => {}
        }
    }

    /// The numbers an earlier program approved and did not put on record, until minutes are reopened.
    fn keep_numbers(&mut self, date: Date) {
        let last = self.meeting(date).and_then(Meeting::last_version);
        if last.is_none_or(|version| version.numbering.is_some()) {
            return;
        }
        let numbers = Numbering::default().extended(self.dealt_with(date, &[]));
        if let Some(meeting) = self.meetings.get_mut(&date)
            && let Some(version) = meeting.versions.last_mut()
        {
            version.numbering = Some(numbers);
        }
    }

    fn apply_to_agenda(&mut self, record: &Record) {
        let Some(meeting) = self.meeting_mut(record.meeting) else {
            return;
        };
        let place = |agenda: &[AgendaLine], item: &ItemKey| {
            agenda.iter().position(|line| line.item == *item)
        };
        match &record.op {
            Operation::AddItem { line } => {
                meeting.dropped.retain(|dropped| dropped.item != line.item);
                if place(&meeting.agenda, &line.item).is_none() {
                    meeting.agenda.push(AgendaLine::clone(line));
                }
            }
            Operation::DropItem { item } => {
                if let Some(index) = place(&meeting.agenda, item) {
                    let line = meeting.agenda.remove(index);
                    meeting.dropped.push(line);
                }
            }
            Operation::MoveItem { item, to, section } => {
                if let Some(index) = place(&meeting.agenda, item) {
                    let mut line = meeting.agenda.remove(index);
                    let to = (*to).min(meeting.agenda.len());
                    // Older journals do not say the section: it joined the one it was moved into,
                    // so that headings stay whole.
                    let neighbour = meeting.agenda.get(to).or_else(|| meeting.agenda.last());
                    if let Some(section) = section.or(neighbour.map(|line| line.section)) {
                        line.section = section;
                    }
                    meeting.agenda.insert(to, line);
                }
            }
            Operation::AskForItem { item, subject } => {
                if let Some(line) = meeting.agenda.iter_mut().find(|line| line.item == *item) {
                    line.asked_by.clone_from(subject);
                }
            }
            Operation::SetItem {
                item,
                speaker,
                minutes,
            } => {
                if let Some(line) = meeting.agenda.iter_mut().find(|line| line.item == *item) {
                    line.speaker.clone_from(speaker);
                    line.minutes = *minutes;
                }
            }
            _ => {}
        }
    }
}
