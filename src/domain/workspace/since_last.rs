//! What happened since the last meeting: read aloud in the first two minutes (design.md 5.1).

use super::super::agenda::ItemKey;
use super::super::control::AssignmentState;
use super::super::control::Control;
use super::super::date::Date;
use super::super::edition::Edition;
use super::super::id::Id;
use super::super::ledger::ControlEntry;
use super::super::mark::Status;
use super::super::meeting::MeetingState;
use super::super::origin::Origin;
use super::super::safe_text::SafeText;
use super::super::subject::SubjectId;
use super::{Timing, Workspace};

/// What sort of news it is; in the order it is read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum News {
    /// Done or cancelled, at the last meeting or since.
    Closed {
        /// When it was said.
        day: Date,
        /// What was said.
        status: Status,
        /// The day it really happened, where that is another one.
        happened: Option<Date>,
    },
    /// Control of an assignment was lifted.
    Lifted {
        /// When.
        day: Date,
        /// Where it was given.
        origin: Origin,
        /// Its number; empty for one given between meetings.
        number: SafeText,
    },
    /// An assignment got another due date.
    Extended {
        /// When it was said.
        day: Date,
        /// Where it was given.
        origin: Origin,
        /// Its number; empty for one given between meetings.
        number: SafeText,
        /// The new due date.
        to: Date,
    },
    /// Moved to another day.
    Moved {
        /// When it was said.
        day: Date,
        /// The new due date.
        to: Date,
    },
    /// Something was said between the meetings.
    Between {
        /// When.
        day: Date,
        /// What.
        status: Status,
    },
    /// Its due date passed since.
    BecameOverdue {
        /// When it was due.
        due: Date,
    },
    /// Nobody has reported for too long.
    Silent {
        /// Whole weeks.
        weeks: i64,
    },
    /// A document was amended; the item is the topic of the act that adopted the edition.
    Amended {
        /// The act.
        act: Id,
        /// From when it counts.
        from: Date,
    },
    /// Papers of the last meeting whose receipt was not confirmed; the item is the topic of the act
    /// that handed them over last.
    Unconfirmed {
        /// The meeting.
        meeting: Date,
        /// Who has not confirmed, or not got them; never empty.
        subjects: Vec<SubjectId>,
    },
    /// Minutes of two meetings of a year have one number.
    SameNumber {
        /// The number.
        number: u32,
        /// The later of the meetings.
        date: Date,
        /// The other one.
        other: Date,
    },
    /// Two computers held the meeting of a day.
    HeldTwice {
        /// The day.
        date: Date,
    },
    /// Two computers opened finished minutes again, and they are open still.
    ReopenedTwice {
        /// The day of the meeting.
        date: Date,
        /// Why, as each said.
        reasons: Vec<SafeText>,
    },
    /// On one computer control of an assignment was lifted, on another it went on.
    ControlApart {
        /// The assignment.
        assignment: Id,
        /// Where it was given.
        origin: Origin,
        /// Its number; empty for one given between meetings.
        number: SafeText,
        /// The word that holds: the last one.
        holds: ControlEntry,
        /// The other one.
        other: ControlEntry,
    },
    /// An assignment promised for this meeting or before it.
    Promised {
        /// Where it was given.
        origin: Origin,
        /// Its number; empty for one given between meetings.
        number: SafeText,
        /// Its due date.
        due: Date,
        /// Whether the executor has reported it done.
        reported: bool,
    },
}

/// News with the item they lead to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewsLine {
    /// The item.
    pub item: ItemKey,
    /// The news.
    pub news: News,
}

impl Workspace {
    /// The last meeting that was held before a day.
    pub fn meeting_before(&self, date: Date) -> Option<Date> {
        self.ledger()
            .meetings()
            .range(..date)
            .rev()
            .find(|(_, meeting)| !matches!(meeting.state, MeetingState::NotHeld { .. }))
            .map(|(date, _)| *date)
    }

    /// What happened from the last meeting up to the meeting of a day; empty before the first.
    pub fn since_last(&self, date: Date) -> Vec<NewsLine> {
        let Some(previous) = self.meeting_before(date) else {
            return Vec::new();
        };
        let mut lines = self.news_of_collisions(previous, date);
        lines.extend(self.news_of_marks(previous, date));
        lines.extend(self.news_of_control(previous, date));
        lines.extend(self.news_of_time(previous, date));
        lines.extend(self.promises(date));
        lines.extend(self.editions_since_last(date).into_iter().map(|edition| {
            let (act, from) = (edition.act, edition.from);
            NewsLine {
                item: ItemKey::Topic(act),
                news: News::Amended { act, from },
            }
        }));
        lines.extend(self.news_of_papers(previous));
        lines.sort_by_key(|line| rank(&line.news));
        lines
    }

    /// The editions adopted from the meeting before that of a day up to that day, or that came into
    /// force meanwhile.
    pub fn editions_since_last(&self, date: Date) -> Vec<&Edition> {
        let previous = self.meeting_before(date).unwrap_or(Date::MIN);
        let mut editions = self.adopted();
        editions.retain(|edition| {
            let is_said = previous <= edition.day && edition.day <= date;
            let begins = previous < edition.from && edition.from <= date;
            is_said || (begins && edition.day <= date)
        });
        editions
    }

    fn news_of_marks(&self, previous: Date, date: Date) -> Vec<NewsLine> {
        let mut lines = Vec::new();
        for (activity, view) in self.activities() {
            if self.is_meeting_itself(activity.key) {
                continue;
            }
            for occurrence in view.occurrences.iter() {
                let Some(mark) = self.mark_before(activity.key, occurrence.window.first, date)
                else {
                    continue;
                };
                if mark.day < previous {
                    continue;
                }
                let news = match &mark.status {
                    status if status.is_closed() => News::Closed {
                        day: mark.day,
                        status: status.clone(),
                        happened: mark.happened,
                    },
                    Status::Postponed { to, .. } => News::Moved {
                        day: mark.day,
                        to: *to,
                    },
                    status if mark.meeting.is_none() => News::Between {
                        day: mark.day,
                        status: status.clone(),
                    },
                    _ => continue,
                };
                lines.push(NewsLine {
                    item: ItemKey::Activity(activity.key),
                    news,
                });
            }
        }
        lines
    }

    fn news_of_control(&self, previous: Date, date: Date) -> Vec<NewsLine> {
        let mut lines = Vec::new();
        for assignment in self.assignments_on(date.plus_days(-1)).all() {
            let item = item_of(&assignment.item, assignment.id);
            // Both words are said together.
            let apart = self.control_apart(assignment.id, previous, date);
            for word in self.ledger().standing_controls(assignment.id) {
                if word.day < previous || word.day >= date {
                    continue;
                }
                if apart.is_some_and(|(holds, other)| word == holds || word == other) {
                    continue;
                }
                let news = match &word.control {
                    Control::Lifted | Control::Dropped { .. } => News::Lifted {
                        day: word.day,
                        origin: assignment.origin,
                        number: assignment.number.clone(),
                    },
                    Control::Extended { to, .. } => News::Extended {
                        day: word.day,
                        origin: assignment.origin,
                        number: assignment.number.clone(),
                        to: *to,
                    },
                    _ => continue,
                };
                lines.push(NewsLine { item, news });
            }
        }
        lines
    }

    fn news_of_time(&self, previous: Date, date: Date) -> Vec<NewsLine> {
        let mut lines = Vec::new();
        for (activity, _) in self.activities() {
            if self.is_meeting_itself(activity.key) {
                continue;
            }
            let Some(standing) = self.standing_owed(activity.key, date) else {
                continue;
            };
            let item = ItemKey::Activity(activity.key);
            if let (Timing::Overdue(_), Some(due)) = (standing.timing, standing.due) {
                if due >= previous {
                    lines.push(NewsLine {
                        item,
                        news: News::BecameOverdue { due },
                    });
                }
            } else if let Some(weeks) = self.silence(activity.key, &standing, date) {
                lines.push(NewsLine {
                    item,
                    news: News::Silent { weeks },
                });
            }
        }
        lines
    }

    /// Who has not confirmed the papers of the last meeting.
    fn news_of_papers(&self, previous: Date) -> Option<NewsLine> {
        let all = self.recipients(previous);
        let act = all
            .iter()
            .filter_map(|it| Some(it.handed.as_ref()?.act))
            .max()?;
        let left = self.unconfirmed(previous).into_iter();
        let subjects: Vec<SubjectId> = left.map(|it| it.subject).collect();
        (!subjects.is_empty()).then_some(NewsLine {
            item: ItemKey::Topic(act),
            news: News::Unconfirmed {
                meeting: previous,
                subjects,
            },
        })
    }

    fn promises(&self, date: Date) -> Vec<NewsLine> {
        self.assignments_on(date.plus_days(-1))
            .all()
            .iter()
            .filter(|assignment| !assignment.state.is_closed())
            .filter_map(|assignment| {
                let due = assignment.due.filter(|due| *due <= date)?;
                Some(NewsLine {
                    item: item_of(&assignment.item, assignment.id),
                    news: News::Promised {
                        origin: assignment.origin,
                        number: assignment.number.clone(),
                        due,
                        reported: assignment.state == AssignmentState::Reported,
                    },
                })
            })
            .collect()
    }
}

/// The agenda item an assignment is dealt with under.
pub(super) fn item_of(item: &ItemKey, assignment: super::super::id::Id) -> ItemKey {
    match item {
        ItemKey::Activity(_) => *item,
        _ => ItemKey::Assignment(assignment),
    }
}

impl News {
    /// Whether it is what two computers did that knew nothing of each other.
    pub fn is_collision(&self) -> bool {
        rank(self) == 0
    }
}

fn rank(news: &News) -> u8 {
    match news {
        News::SameNumber { .. }
        | News::HeldTwice { .. }
        | News::ReopenedTwice { .. }
        | News::ControlApart { .. } => 0,
        News::Amended { .. } | News::Closed { .. } => 1,
        News::Lifted { .. } => 2,
        News::Moved { .. } | News::Extended { .. } => 3,
        News::Between { .. } | News::Unconfirmed { .. } => 4,
        News::BecameOverdue { .. } => 5,
        News::Promised { .. } => 6,
        News::Silent { .. } => 7,
    }
}
