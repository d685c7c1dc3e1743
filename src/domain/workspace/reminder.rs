//! Reminders: what each executor is told before a meeting: what, since when, by when, and on what
//! it rests. Nothing is sent; the texts are copied, or drafts are written that any mail program
//! opens.

use std::collections::BTreeMap;

use super::super::agenda::ItemKey;
use super::super::date::Date;
use super::super::indicator::topic::asking_for;
use super::super::origin::Origin;
use super::super::safe_text::SafeText;
use super::super::subject::SubjectId;
use super::{Duties, Duty, Groups, Timing, Workspace};

/// Matters due within so many days are reminded of, and all that are overdue.
pub const REMIND_DAYS: i64 = 14;

/// One matter an executor is reminded of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReminderLine {
    /// What it is about.
    pub item: ItemKey,
    /// What is to be done.
    pub what: SafeText,
    /// Since when: the first day of the window, but not before the document was there, or the day
    /// the assignment was given. A window to come is on control since the document was there;
    /// nothing where nobody said when that was.
    pub since: Option<Date>,
    /// By when.
    pub due: Date,
    /// Days over; negative while there are days left.
    pub over: i64,
    /// What it rests on.
    pub basis: ReminderBasis,
}

/// What a matter rests on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReminderBasis {
    /// A point of a document.
    Document {
        /// The document's short name.
        document: SafeText,
        /// What the document prints before the point, if anything.
        point: SafeText,
    },
    /// A decision of minutes.
    Minutes {
        /// Its number.
        number: SafeText,
        /// The meeting's day.
        meeting: Date,
    },
    /// Given between meetings.
    Between(Date),
    /// An indicator of a document, whose value is due.
    Indicator {
        /// The document's short name.
        document: SafeText,
        /// The number of the indicator.
        number: u8,
    },
}

/// All one executor is reminded of, the earliest due date first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reminder {
    /// Who.
    pub subject: SubjectId,
    /// What of.
    pub lines: Vec<ReminderLine>,
}

impl Workspace {
    /// A reminder for every executor who has something overdue on a day or due within
    /// [`REMIND_DAYS`], who has most overdue first.
    pub fn reminders(&self, day: Date) -> Vec<Reminder> {
        let mut found: BTreeMap<SubjectId, Vec<ReminderLine>> = BTreeMap::new();
        for duty in Duties::counted(self, day, Groups::Folded).all() {
            let over = match duty.timing() {
                Timing::Overdue(days) => days,
                Timing::Due(days) if days <= REMIND_DAYS => -days,
                _ => continue,
            };
            let Some((line, who)) = self.reminded_of(duty, over, day) else {
                continue;
            };
            for subject in who {
                found.entry(subject).or_default().push(line.clone());
            }
        }
        for (line, who) in self.reminded_of_values(day) {
            for subject in who {
                found.entry(subject).or_default().push(line.clone());
            }
        }
        let mut reminders: Vec<Reminder> = found
            .into_iter()
            .map(|(subject, mut lines)| {
                lines.sort_by_key(|line| (line.due, line.item));
                Reminder { subject, lines }
            })
            .collect();
        let late = |it: &Reminder| it.lines.iter().filter(|line| line.over > 0).count();
        reminders.sort_by_key(|it| (std::cmp::Reverse(late(it)), it.subject.clone()));
        reminders
    }

    /// The values of indicators that are due, or will be within [`REMIND_DAYS`], with those who
    /// collect them.
    fn reminded_of_values(&self, day: Date) -> Vec<(ReminderLine, Vec<SubjectId>)> {
        let Some(document) = self.indicators_of() else {
            return Vec::new();
        };
        // What will be due is what would be, were it the last day on which one is reminded of it.
        let soon = day.plus_days(REMIND_DAYS + 1);
        let due = self.due_by(soon, self.record_begins(day)).into_iter();
        due.filter_map(|view| {
            let ended = view.due?;
            let line = ReminderLine {
                item: asking_for(view.number, ended),
                what: view.name.clone(),
                since: Some(view.rhythm.stretch(ended).first),
                due: ended,
                over: day.days_since(ended),
                basis: ReminderBasis::Indicator {
                    document: document.own_name().unwrap_or_default().into(),
                    number: view.number,
                },
            };
            Some((line, self.measured_by(view.number)))
        })
        .collect()
    }

    fn reminded_of(
        &self,
        duty: &Duty,
        over: i64,
        day: Date,
    ) -> Option<(ReminderLine, Vec<SubjectId>)> {
        match duty {
            Duty::Activity { activity, standing } => {
                if self.is_meeting_itself(*activity) {
                    return None;
                }
                let item = ItemKey::Activity(*activity);
                let document = self.document_of(*activity)?;
                // «2023 год» begins in January, whenever the order was signed; an event of next
                // week is on control already.
                let first = standing.occurrence.window.first;
                let begun = Some(first).filter(|first| *first <= day);
                let line = ReminderLine {
                    item,
                    what: self.activity_title(*activity),
                    since: begun.max(document.begins()).filter(|since| *since <= day),
                    due: standing.due?,
                    over,
                    basis: ReminderBasis::Document {
                        document: document.own_name().unwrap_or_default().into(),
                        point: self
                            .activity(*activity)
                            .map(|(found, _)| found.number.clone())
                            .unwrap_or_default(),
                    },
                };
                Some((line, self.answers_for(item).into_iter().collect()))
            }
            Duty::Assignment(view) => {
                let basis = match view.origin {
                    Origin::Meeting(meeting) => ReminderBasis::Minutes {
                        number: view.number.clone(),
                        meeting,
                    },
                    Origin::Between(day) => ReminderBasis::Between(day),
                };
                let line = ReminderLine {
                    item: ItemKey::Assignment(view.id),
                    what: view.text.clone(),
                    since: Some(view.origin.day()),
                    due: view.due?,
                    over,
                    basis,
                };
                Some((line, view.executors.clone()))
            }
        }
    }
}
