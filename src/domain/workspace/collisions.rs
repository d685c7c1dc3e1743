//! What two computers did that knew nothing of each other, where it cannot hold side by side: said
//! once, on every computer alike, until somebody settles it.

use super::super::agenda::ItemKey;
use super::super::control::Control;
use super::super::date::Date;
use super::super::id::Id;
use super::super::ledger::ControlEntry;
use super::super::meeting::Meeting;
use super::Workspace;
use super::since_last::{News, NewsLine, item_of};

impl Workspace {
    /// What stands against each other on the day of a meeting, the last one before it being that
    /// of `previous`.
    pub(super) fn news_of_collisions(&self, previous: Date, date: Date) -> Vec<NewsLine> {
        let meetings = self.ledger().meetings();
        let mut lines: Vec<NewsLine> = meetings.range(..date).filter_map(of_meeting).collect();
        lines.extend(self.numbers_given_twice(date));
        for assignment in self.assignments_on(date.plus_days(-1)).all() {
            if let Some((holds, other)) = self.control_apart(assignment.id, previous, date) {
                lines.push(NewsLine {
                    item: item_of(&assignment.item, assignment.id),
                    news: News::ControlApart {
                        assignment: assignment.id,
                        origin: assignment.origin,
                        number: assignment.number.clone(),
                        holds: holds.clone(),
                        other: other.clone(),
                    },
                });
            }
        }
        lines
    }

    /// Finished minutes of one year with one number, as news before the meeting of a day.
    fn numbers_given_twice(&self, date: Date) -> Vec<NewsLine> {
        let twice = self.ledger().numbers_given_twice().into_iter();
        twice
            .filter(|(_, later, _)| *later < date)
            .filter_map(|(number, later, other)| {
                let news = News::SameNumber {
                    number,
                    date: later,
                    other,
                };
                topic(self.ledger().meeting(later)?, news)
            })
            .collect()
    }

    /// Whether two words on the control of an assignment wait to be settled, whenever they were said.
    pub fn is_control_apart(&self, assignment: Id) -> bool {
        self.control_apart(assignment, Date::MIN, Date::MAX)
            .is_some()
    }

    /// Two words on the control of an assignment, said on two computers up to the meeting of a day,
    /// of which one ends control and the other goes on with it: the one that holds first.
    ///
    /// The program gives no word on an assignment whose control has ended, so one after it shows that
    /// its computer knew nothing of the end, and is said until somebody settles it. The other way
    /// round it may be the course of things; it is said when both were said since the last meeting.
    pub fn control_apart(
        &self,
        assignment: Id,
        previous: Date,
        date: Date,
    ) -> Option<(&ControlEntry, &ControlEntry)> {
        let words = self.ledger().unsettled_controls(assignment);
        let decides = |word: &&ControlEntry| word.day < date && ends(&word.control).is_some();
        let mut words: Vec<&ControlEntry> = words.iter().filter(decides).collect();
        // As they count: see `Course::of_control`.
        words.sort_by_key(|word| word.day);
        let (holds, before) = words.split_last()?;
        let is_apart = |word: &&&ControlEntry| {
            word.writer != holds.writer && ends(&word.control) != ends(&holds.control)
        };
        let other = before.iter().rev().find(is_apart)?;
        let is_new = holds.day >= previous && other.day >= previous;
        (ends(&other.control) == Some(true) || is_new).then_some((*holds, *other))
    }
}

/// Whether a word ends control; `None` of one that decides nothing.
fn ends(control: &Control) -> Option<bool> {
    match control {
        Control::Lifted | Control::Dropped { .. } => Some(true),
        Control::Extended { .. } | Control::Kept { .. } => Some(false),
        Control::Reported | Control::HearOn { .. } => None,
    }
}

fn of_meeting((date, meeting): (&Date, &Meeting)) -> Option<NewsLine> {
    let news = if meeting.is_held_twice() {
        News::HeldTwice { date: *date }
    } else if meeting.is_open() && meeting.is_reopened_beside {
        News::ReopenedTwice {
            date: *date,
            reasons: meeting.reopened.clone(),
        }
    } else {
        return None;
    };
    topic(meeting, news)
}

/// News of a meeting lead to its minutes; they hang on the act that ended it last.
fn topic(meeting: &Meeting, news: News) -> Option<NewsLine> {
    let item = ItemKey::Topic(meeting.last_version()?.act);
    Some(NewsLine { item, news })
}

#[cfg(test)]
mod tests;
