//! What was said of one activity, found by its control points and by meetings: after years nobody
//! reads the whole of it for one of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::agenda::ItemKey;
use super::super::date::Date;
use super::super::document::ActivityKey;
use super::super::id::Id;
#[cfg(test)]
use super::super::ledger::Ledger;
use super::super::ledger::MarkEntry;
use super::super::mark::Status;
use super::super::operation::{Operation, Record};
use super::Workspace;
use super::course::replaces_a_move;

/// Where the marks of an activity are, as places among all of them. It grows with them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    /// How many marks are in it.
    read: usize,
    /// By the first day of a control point's window.
    points: BTreeMap<Date, Vec<Word>>,
    /// The last mark at every meeting.
    meetings: BTreeMap<Date, usize>,
    /// The days anything was marked on, in their order.
    days: Vec<Date>,
}

/// A mark of a control point, and how its due date stands after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Word {
    day: Date,
    place: usize,
    moved: Option<Moved>,
}

/// Where the due date of a control point was moved up to a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Moved {
    /// By the first move.
    first: Date,
    /// By the last one.
    last: Date,
    /// Whether any of them went elsewhere than the first.
    differs: bool,
}

impl Moved {
    /// After a mark: `before` is how it stood before it, `at_first` before its meeting.
    fn and(before: Option<Self>, at_first: Option<Self>, mark: &MarkEntry) -> Option<Self> {
        let before = if replaces_a_move(&mark.status) {
            at_first
        } else {
            before
        };
        let to = match &mark.status {
            Status::Postponed { to, .. } if !mark.is_overruled => to,
            _ => return before,
        };
        let begun = before.unwrap_or(Self {
            first: *to,
            last: *to,
            differs: false,
        });
        Some(Self {
            last: *to,
            differs: begun.differs || *to != begun.first,
            ..begun
        })
    }
}

impl Said {
    /// Takes in the marks that are new to it.
    fn extend(&mut self, marks: &[MarkEntry]) {
        for (place, mark) in marks.iter().enumerate().skip(self.read) {
            let words = self.points.entry(mark.occurrence).or_default();
            // Of one day the one recorded last stands last.
            let at = words.partition_point(|word| word.day <= mark.day);
            words.insert(
                at,
                Word {
                    day: mark.day,
                    place,
                    moved: None,
                },
            );
            for place in at..words.len() {
                let (earlier, from_here) = words.split_at_mut(place);
                if let Some(word) = from_here.first_mut()
                    && let Some(mark) = marks.get(word.place)
                {
                    let before = earlier.last().and_then(|it| it.moved);
                    let is_of_meeting = |it: &&Word| {
                        let own = marks.get(it.place).and_then(|it| it.meeting);
                        own.is_some() && own == mark.meeting
                    };
                    let at_first = earlier.iter().rev().find(|it| !is_of_meeting(it));
                    word.moved = Moved::and(before, at_first.and_then(|it| it.moved), mark);
                }
            }
            if let Some(meeting) = mark.meeting {
                self.meetings.insert(meeting, place);
            }
            insert_day(&mut self.days, mark.day);
        }
        self.read = marks.len();
    }

    /// The words on a control point up to and including a day, in their order.
    fn words(&self, point: Date, day: Date) -> &[Word] {
        let words = self.points.get(&point).map_or(&[][..], Vec::as_slice);
        let count = words.partition_point(|word| word.day <= day);
        words.get(..count).unwrap_or_default()
    }
}

/// Puts a day among others in their order, once.
fn insert_day(days: &mut Vec<Date>, day: Date) {
    if let Err(at) = days.binary_search(&day) {
        days.insert(at, day);
    }
}

/// The last of some days in their order up to and including a day.
fn last_of(days: &[Date], day: Date) -> Option<Date> {
    let count = days.partition_point(|known| *known <= day);
    count
        .checked_sub(1)
        .and_then(|last| days.get(last).copied())
}

impl Workspace {
    /// Where the marks of an activity are; nothing while there are none.
    fn said(&self, activity: ActivityKey) -> Option<Arc<Said>> {
        let marks = self.ledger.marks(activity);
        if marks.is_empty() {
            return None;
        }
        let repair = |said: &mut Arc<Said>| {
            if said.read < marks.len() {
                Arc::make_mut(said).extend(marks);
            }
        };
        Some(self.kept.said.repaired(activity, repair))
    }

    /// The last thing said of an occurrence up to and including a day.
    pub fn mark_on(
        &self,
        activity: ActivityKey,
        occurrence: Date,
        day: Date,
    ) -> Option<&MarkEntry> {
        let said = self.said(activity)?;
        let word = said.words(occurrence, day).last()?;
        self.ledger.marks(activity).get(word.place)
    }

    /// The last thing said of an occurrence before the meeting of a day.
    pub fn mark_before(
        &self,
        activity: ActivityKey,
        occurrence: Date,
        meeting: Date,
    ) -> Option<&MarkEntry> {
        let said = self.said(activity)?;
        let marks = self.ledger.marks(activity);
        let words = said.words(occurrence, meeting).iter().rev();
        words
            .filter_map(|word| marks.get(word.place))
            .find(|mark| mark.meeting != Some(meeting))
    }

    /// What was said of the activity at a meeting: the last mark of it there.
    pub fn mark_at(&self, activity: ActivityKey, meeting: Date) -> Option<&MarkEntry> {
        let said = self.said(activity)?;
        let place = said.meetings.get(&meeting)?;
        self.ledger.marks(activity).get(*place)
    }

    /// Every mark of an occurrence, by day, of one day as they were recorded.
    pub(super) fn marks_of(
        &self,
        activity: ActivityKey,
        occurrence: Date,
    ) -> impl Iterator<Item = &MarkEntry> {
        let said = self.said(activity);
        let words = said.as_ref().and_then(|said| said.points.get(&occurrence));
        let places: Vec<usize> = words.into_iter().flatten().map(|it| it.place).collect();
        let marks = self.ledger.marks(activity);
        places.into_iter().filter_map(|place| marks.get(place))
    }

    /// The due date of an occurrence that is first due on `due`, and whether it was moved, by what
    /// was said of it up to and including a day: as [`super::Course`] has it.
    pub(super) fn due_after_moves(
        &self,
        activity: ActivityKey,
        occurrence: Date,
        due: Option<Date>,
        day: Date,
    ) -> (Option<Date>, bool) {
        let said = self.said(activity);
        let words = said.as_ref().map(|said| said.words(occurrence, day));
        match words.and_then(<[Word]>::last).and_then(|word| word.moved) {
            None => (due, false),
            Some(moved) => {
                let is_moved = moved.differs || due.is_some_and(|due| due != moved.first);
                (Some(moved.last), is_moved)
            }
        }
    }

    /// The last day up to `day` on which anything was said of an activity: a mark, an entry, a
    /// word on the control of one of its assignments. The chair's own notes are no news.
    pub fn last_news(&self, activity: ActivityKey, day: Date) -> Option<Date> {
        let said = self.said(activity);
        let marked = said.and_then(|said| last_of(&said.days, day));
        let item = ItemKey::Activity(activity);
        let written = self.kept.news.of(item, || {
            let mut days: Vec<Date> = self
                .ledger
                .entries_on(item)
                .flat_map(|entry| self.news_of_entry(entry))
                .collect();
            days.sort_unstable();
            days.dedup();
            days.into()
        });
        marked.max(last_of(&written, day))
    }

    /// The items whose news an operation changes that comes after all known ones.
    pub(super) fn items_with_news(&self, record: &Record) -> Vec<ItemKey> {
        let of_entry = |entry: &Id| self.ledger.entry(*entry).map(|entry| entry.item);
        match &record.op {
            Operation::WriteEntry { entry, item, .. } => {
                of_entry(entry).into_iter().chain([*item]).collect()
            }
            Operation::DeleteEntry { entry } => of_entry(entry).into_iter().collect(),
            Operation::SetControl { assignment, .. } => of_entry(assignment).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// The same places, looked for from nothing.
    #[cfg(test)]
    pub(super) fn is_said_as_found(&self, ledger: &Ledger, activity: ActivityKey) -> bool {
        let mut fresh = Said::default();
        fresh.extend(ledger.marks(activity));
        let marks = ledger.marks(activity);
        self.said(activity)
            .map_or(marks.is_empty(), |it| *it == fresh)
    }
}
