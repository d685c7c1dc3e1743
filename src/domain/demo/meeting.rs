//! One meeting of the season: who was there, what was said of every item, what was decided.

use super::super::agenda::{AgendaLine, ItemKey, Reason, Section};
use super::super::control::AssignmentState;
use super::super::control::Control;
use super::super::date::Date;
use super::super::deadline::Kind;
use super::super::document::ActivityKey;
use super::super::entry::{EntryContent, EntryKind};
use super::super::mark::Status;
use super::super::meeting::Presence;
use super::super::operation::Operation;
use super::super::subject::SubjectId;
use super::super::workspace::AssignmentView;
use super::super::workspace::{Standing, Timing};
use super::Season;

/// Which meeting of the season was opened again, counted from 0.
const REOPENED: usize = 5;

/// Which one had a slip of the key, taken back at once.
const SLIPPED: usize = 2;

impl Season {
    /// Holds the meeting of a day from its opening to its end.
    pub(super) fn hold(&mut self, day: Date, place: usize) {
        let late = u32::try_from(self.random.below(6)).unwrap_or(0);
        self.set_clock(day, 10, late);
        let agenda = self.workspace.propose_agenda(day).chosen;
        self.act(
            Some(day),
            day,
            vec![Operation::OpenMeeting {
                agenda: agenda.clone(),
            }],
        );
        let attendance = self.attendance();
        self.act(Some(day), day, attendance);
        for (number, line) in agenda.iter().enumerate() {
            // Time runs out towards the end: some items are left for the next time.
            let left = if number + 4 > agenda.len() { 20 } else { 3 };
            if self.random.chance(left) {
                if self.random.chance(25) {
                    let park = Operation::ParkItem {
                        item: line.item,
                        parked: true,
                    };
                    self.act(Some(day), day, vec![park]);
                }
                continue;
            }
            self.deal_with(line, day);
            if place == SLIPPED && number == 1 {
                self.slip(day);
            }
        }
        if self.random.chance(22) {
            self.topic(day);
        }
        self.finish(day);
        if place == REOPENED {
            let reason = self.phrases.reopened.clone();
            self.set_clock(day, 16, 20);
            self.act(Some(day), day, vec![Operation::ReopenMeeting { reason }]);
            self.finish(day);
        }
    }

    fn attendance(&mut self) -> Vec<Operation> {
        let members = self.workspace.settings().members.clone();
        members
            .into_iter()
            .map(|subject| {
                let presence = match self.random.below(100) {
                    0..78 => Presence::Present,
                    78..86 => Presence::Remote,
                    86..89 => Presence::Late,
                    89..93 => Presence::Deputy {
                        name: self.random.one_of(&self.phrases.deputies),
                    },
                    93..99 => Presence::Excused {
                        reason: self.random.one_of(&self.phrases.excuses),
                    },
                    _ => Presence::Absent,
                };
                Operation::SetAttendance {
                    subject,
                    presence: Some(presence),
                }
            })
            .collect()
    }

    fn deal_with(&mut self, line: &AgendaLine, day: Date) {
        for assignment in self.due_assignments(line, day) {
            let word = self.word_on(&assignment, day);
            let control = |control| Operation::SetControl {
                assignment: assignment.id,
                control,
                happened: None,
            };
            self.act(Some(day), day, word.into_iter().map(control).collect());
        }
        let mut troubled = false;
        if let ItemKey::Activity(activity) = line.item {
            // Of what repeats the chair hears the overdue week first, then the one that goes on.
            let meant = self.workspace.standing(activity, day);
            let goes_on = self
                .workspace
                .current_repetition(activity, day)
                .and_then(|index| self.workspace.standing_of(activity, index, day))
                .filter(|it| meant.as_ref().is_some_and(|meant| meant.index < it.index));
            let standings = meant.into_iter().chain(goes_on);
            for standing in standings.collect::<Vec<_>>() {
                let Some(status) = self.status(activity, &standing, day) else {
                    continue;
                };
                troubled = matches!(status, Status::AtRisk | Status::Postponed { .. });
                let mark = Operation::Mark {
                    activity,
                    occurrence: standing.occurrence.window.first,
                    status,
                    happened: None,
                };
                self.act(Some(day), day, vec![mark]);
            }
        }
        self.entries(line.item, day, troubled);
    }

    /// Assignments the line is on the agenda for.
    fn due_assignments(&self, line: &AgendaLine, day: Date) -> Vec<AssignmentView> {
        let called = line.reasons.iter().any(|reason| {
            matches!(
                reason,
                Reason::AssignmentDue { .. } | Reason::ToBeHeard { .. }
            )
        });
        if !called {
            return Vec::new();
        }
        self.workspace
            .assignments_called(day)
            .into_iter()
            .filter(|it| it.item == line.item || ItemKey::Assignment(it.id) == line.item)
            .collect()
    }

    fn word_on(&mut self, assignment: &AssignmentView, day: Date) -> Vec<Control> {
        let done = 55 + 10 * u64::try_from(assignment.extensions).unwrap_or(0);
        let roll = self.random.below(100);
        if assignment.state == AssignmentState::Reported || roll < done {
            vec![Control::Reported, Control::Lifted]
        } else if roll < 78 {
            vec![Control::Extended {
                to: self.working_day(day.plus_days(14)),
                reason: self.random.one_of(&self.phrases.extended),
            }]
        } else if roll < 90 {
            vec![Control::Kept {
                until: self.working_day(day.plus_days(7)),
            }]
        } else {
            vec![Control::HearOn {
                meeting: self.workspace.next_meeting_day(day),
            }]
        }
    }

    /// What is said of an occurrence.
    fn status(&mut self, activity: ActivityKey, standing: &Standing, day: Date) -> Option<Status> {
        let kind = self.workspace.activity(activity)?.1.reading.kind;
        if standing.is_closed() {
            return None;
        }
        let roll = self.random.below(100);
        let begun = standing.occurrence.window.first <= day;
        let status = match (kind, standing.timing) {
            (Kind::Event, _) if begun => Status::Done,
            // What repeats is done, or goes on; nobody moves a week.
            (Kind::Recurrence, Timing::Overdue(_)) if roll < 94 => Status::Done,
            (Kind::Recurrence, _) if begun && roll < 72 => Status::Done,
            (Kind::Event | Kind::Recurrence, _) => self.on_the_way(standing, day),
            (_, Timing::Overdue(_)) => match roll {
                0..50 => Status::Done,
                50..64 => Status::AtRisk,
                64..98 => self.postponed(day),
                _ => Status::Cancelled {
                    reason: self.random.one_of(&self.phrases.cancelled),
                },
            },
            (_, Timing::Due(days)) if days < 7 => match roll {
                0..52 => Status::Done,
                52..68 => self.on_the_way(standing, day),
                68..80 => Status::AtRisk,
                _ => self.postponed(day),
            },
            (_, Timing::Due(days)) if days < 31 => match roll {
                0..14 => Status::Done,
                14..22 => Status::AtRisk,
                _ => self.on_the_way(standing, day),
            },
            _ if roll < 8 => Status::AtRisk,
            _ => self.on_the_way(standing, day),
        };
        Some(status)
    }

    /// As far as the time that has gone by, a little before or behind.
    fn on_the_way(&mut self, standing: &Standing, day: Date) -> Status {
        let window = standing.occurrence.window;
        let gone = day.days_since(window.first).max(0);
        let share = gone.saturating_mul(100) / window.days().max(1);
        let luck = i64::try_from(self.random.below(30)).unwrap_or(0) - 10;
        let percent = (share + luck).clamp(10, 90) / 10 * 10;
        Status::InProgress {
            percent: u8::try_from(percent).ok(),
        }
    }

    fn postponed(&mut self, day: Date) -> Status {
        let weeks = 1 + i64::try_from(self.random.below(4)).unwrap_or(0);
        Status::Postponed {
            to: self.working_day(day.plus_days(7 * weeks)),
            reason: self.random.one_of(&self.phrases.postponed),
        }
    }

    fn working_day(&self, day: Date) -> Date {
        let calendar = self.workspace.calendar();
        calendar.preceding_working_day(day).unwrap_or(day)
    }

    fn entries(&mut self, item: ItemKey, day: Date, troubled: bool) {
        if self.random.chance(35) {
            let text = self.random.one_of(&self.phrases.heard);
            let mut content = EntryContent::plain(EntryKind::Heard, text);
            content.speaker = self.executors(item).first().cloned();
            self.entry(item, day, content);
        }
        if self.random.chance(8) {
            let text = self.random.one_of(&self.phrases.spoke);
            let mut content = EntryContent::plain(EntryKind::Spoke, text);
            content.speaker = self.member();
            self.entry(item, day, content);
        }
        if self.random.chance(12) {
            let text = self.random.one_of(&self.phrases.decisions);
            self.entry(item, day, EntryContent::plain(EntryKind::Decision, text));
        }
        if self.random.chance(if troubled { 55 } else { 9 }) {
            self.assignment(item, day);
        }
        if self.random.chance(3) {
            let text = self.random.one_of(&self.phrases.private);
            self.entry(item, day, EntryContent::plain(EntryKind::Private, text));
        }
    }

    fn assignment(&mut self, item: ItemKey, day: Date) {
        let executors = self.executors(item);
        if executors.is_empty() {
            return;
        }
        let kept = if self.random.chance(40) { 2 } else { 1 };
        let weeks = 1 + i64::try_from(self.random.below(4)).unwrap_or(0);
        let mut content = EntryContent::plain(
            EntryKind::Assignment,
            self.random.one_of(&self.phrases.assignments),
        );
        content.executors = executors.into_iter().take(kept).collect();
        content.due = Some(self.working_day(day.plus_days(7 * weeks)));
        self.entry(item, day, content);
    }

    /// Who is to do something: the activity's executors, else the table.
    fn executors(&mut self, item: ItemKey) -> Vec<SubjectId> {
        let named: Vec<SubjectId> = match item {
            ItemKey::Activity(activity) => self
                .workspace
                .activity(activity)
                .into_iter()
                .flat_map(|(_, view)| view.executors.iter())
                .filter_map(|mention| mention.subject.clone())
                .collect(),
            ItemKey::Assignment(_) | ItemKey::Topic(_) => Vec::new(),
        };
        if named.is_empty() {
            return self.member().into_iter().collect();
        }
        named
    }

    /// Somebody at the table.
    fn member(&mut self) -> Option<SubjectId> {
        let members = &self.workspace.settings().members;
        let place = self.random.below(u64::try_from(members.len()).ok()?);
        members.get(usize::try_from(place).ok()?).cloned()
    }

    fn entry(&mut self, item: ItemKey, day: Date, content: EntryContent) {
        let write = Operation::WriteEntry {
            entry: self.id(),
            item,
            content: content.into(),
        };
        self.act(Some(day), day, vec![write]);
    }

    /// Something nobody planned.
    fn topic(&mut self, day: Date) {
        let item = ItemKey::Topic(self.id());
        let mut line = AgendaLine::new(item, Section::Added, Reason::ByHand);
        line.title = Some(self.random.one_of(&self.phrases.topics));
        self.act(
            Some(day),
            day,
            vec![Operation::AddItem {
                line: Box::new(line),
            }],
        );
        let text = self.random.one_of(&self.phrases.decisions);
        self.entry(item, day, EntryContent::plain(EntryKind::Decision, text));
        if self.random.chance(60) {
            self.assignment(item, day);
        }
    }

    /// Takes the last act back.
    fn slip(&mut self, day: Date) {
        if let Some(act) = self.workspace.ledger().undo_target(&self.writer) {
            self.act(Some(day), day, vec![Operation::Retract { act }]);
        }
    }

    fn finish(&mut self, day: Date) {
        let number = self.workspace.minutes_number(day);
        let mut operations = vec![Operation::FinishMeeting { number }];
        operations.extend(self.own_mark(day));
        self.end(day, operations);
    }

    /// The meeting is a line of the plan: holding it is doing it.
    fn own_mark(&self, day: Date) -> Option<Operation> {
        let activity = self.workspace.settings().meeting_activity?;
        let (_, view) = self.workspace.activity(activity)?;
        let week = day.start_of_week();
        let occurrence = view
            .occurrences
            .iter()
            .find(|occurrence| occurrence.window.first.start_of_week() == week)?
            .window
            .first;
        let known = self.workspace.mark_on(activity, occurrence, day);
        known
            .is_none_or(|mark| mark.status != Status::Done)
            .then_some(Operation::Mark {
                activity,
                occurrence,
                status: Status::Done,
                happened: None,
            })
    }

    /// A word or two between the meetings: somebody reported by telephone.
    pub(super) fn between(&mut self, day: Date) {
        if !self.random.chance(35) {
            return;
        }
        self.set_clock(day, 11, 30);
        let ready = self.workspace.activities().find_map(|(activity, view)| {
            let standing = self.workspace.standing(activity.key, day)?;
            let nearly = matches!(standing.timing, Timing::Due(days) if days < 10);
            let begun = standing.status.is_some();
            (nearly && begun && view.reading.kind == Kind::Windows)
                .then_some((activity.key, standing.occurrence.window.first))
        });
        if let Some((activity, occurrence)) = ready {
            let status = Status::Done;
            let mark = Operation::Mark {
                activity,
                occurrence,
                status,
                happened: None,
            };
            self.act(None, day, vec![mark]);
        }
        let open = self.workspace.assignments(day).into_iter().find(|it| {
            it.state == AssignmentState::Open && it.due.is_some_and(|due| due <= day.plus_days(7))
        });
        if let Some(assignment) = open {
            let report = Operation::SetControl {
                assignment: assignment.id,
                control: Control::Reported,
                happened: None,
            };
            self.act(None, day, vec![report]);
        }
    }
}
