//! Where an activity stands on a day: which occurrence is meant, what was said of it, how near
//! its due date is.

use super::super::agenda::ItemKey;
use super::super::date::Date;
use super::super::deadline::{Kind, Occurrence};
use super::super::document::ActivityKey;
use super::super::entry::EntryKind;
use super::super::ledger::{Entry, MarkEntry};
use super::super::mark::Status;
use super::super::meeting::MeetingState;
use super::{Course, Workspace};

/// How near the due date is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Timing {
    /// The due date passed this many days ago and nothing closed it.
    Overdue(i64),
    /// Due in this many days; 0 is today.
    Due(i64),
    /// The due date passed before the first meeting on record, and nobody has said anything since.
    Unrecorded,
    /// No due date: a week without working days, an unread deadline.
    Undated,
    /// Done or cancelled, or a meeting on record as not held.
    Closed,
}

/// Where an activity stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Standing {
    /// The occurrence that is meant.
    pub occurrence: Occurrence,
    /// Its place among the activity's occurrences, counted from 0.
    pub index: usize,
    /// What was said of it last.
    pub status: Option<Status>,
    /// The day that really happened on, where that is not the day it was said.
    pub happened: Option<Date>,
    /// Its due date, moved if the chair moved it.
    pub due: Option<Date>,
    /// Whether the chair moved it.
    pub is_moved: bool,
    /// How near that is.
    pub timing: Timing,
    /// Earlier occurrences that nobody closed.
    pub missed: usize,
    /// The last day anything was said of the activity.
    pub last_news: Option<Date>,
}

impl Standing {
    /// Whether nothing more is owed for the occurrence.
    pub fn is_closed(&self) -> bool {
        self.timing == Timing::Closed
    }
}

impl Workspace {
    /// The occurrence that a word about the activity means on a day.
    ///
    /// One that was marked at the meeting of this very day stays meant, so that a second key
    /// corrects the first; otherwise it is the one that is owed.
    pub fn occurrence_meant(&self, activity: ActivityKey, day: Date) -> Option<usize> {
        let view = self.views.get(&activity)?;
        self.mark_at(activity, day)
            .and_then(|mark| {
                view.occurrences
                    .iter()
                    .position(|occurrence| occurrence.window.first == mark.occurrence)
            })
            .or_else(|| self.occurrence_owed(activity, day))
    }

    /// The occurrence that is owed on a day: what agenda, counts and lists of what is due speak of.
    ///
    /// Of something that repeats it is the one that ended last, as long as it is overdue, and then
    /// the one the day lies in; of anything else the earliest one nobody has closed.
    fn occurrence_owed(&self, activity: ActivityKey, day: Date) -> Option<usize> {
        let view = self.views.get(&activity)?;
        if view.reading.kind == Kind::Recurrence {
            return self
                .overdue_repetition(activity, day)
                .or_else(|| self.current_repetition(activity, day));
        }
        let occurrences = &view.occurrences;
        let is_off = self.is_off_control(activity, day);
        let is_open =
            |occurrence: &Occurrence| !is_off && !self.is_closed(activity, occurrence, day);
        let owed = occurrences.iter().position(|occurrence| {
            is_open(occurrence) && !self.is_before_record(activity, occurrence, day)
        });
        // Of what lies before the record all is alike; the last of it is spoken of.
        let known = owed.or_else(|| occurrences.iter().rposition(is_open));
        Some(known.unwrap_or(occurrences.len().saturating_sub(1)))
    }

    /// The occurrence of something that repeats that the day lies in, or the first one.
    pub fn current_repetition(&self, activity: ActivityKey, day: Date) -> Option<usize> {
        let view = self.views.get(&activity)?;
        let started = view
            .occurrences
            .iter()
            .rposition(|occurrence| occurrence.window.first <= day);
        (view.reading.kind == Kind::Recurrence).then_some(started.unwrap_or(0))
    }

    /// Whether an occurrence of what is on control is accounted for.
    fn is_closed(&self, activity: ActivityKey, occurrence: &Occurrence, day: Date) -> bool {
        self.mark_on(activity, occurrence.window.first, day)
            .is_some_and(|mark| mark.status.is_closed())
            || self.is_on_record_as_not_held(activity, occurrence, day)
    }

    /// Whether the chair has put on record, with the reason, that the meeting of an occurrence did
    /// not take place up to a day: it is accounted for, and nobody forgot it.
    pub(super) fn is_on_record_as_not_held(
        &self,
        activity: ActivityKey,
        occurrence: &Occurrence,
        day: Date,
    ) -> bool {
        let window = occurrence.window;
        window.first <= day
            && self.is_meeting_itself(activity)
            && self
                .ledger
                .meetings()
                .range(window.first..=window.last.min(day))
                .any(|(_, meeting)| matches!(meeting.state, MeetingState::NotHeld { .. }))
    }

    /// Where an activity stands on a day.
    pub fn standing(&self, activity: ActivityKey, day: Date) -> Option<Standing> {
        self.kept.standings.of((day, activity), || {
            let index = self.occurrence_meant(activity, day)?;
            self.standing_of(activity, index, day)
        })
    }

    /// Where the occurrence of an activity stands that is owed on a day.
    pub fn standing_owed(&self, activity: ActivityKey, day: Date) -> Option<Standing> {
        self.kept.owed.of((day, activity), || {
            let index = self.occurrence_owed(activity, day)?;
            self.standing_of(activity, index, day)
        })
    }

    /// Where one occurrence of an activity stands on a day.
    pub fn standing_of(&self, activity: ActivityKey, index: usize, day: Date) -> Option<Standing> {
        let view = self.views.get(&activity)?;
        let occurrence = *view.occurrences.get(index)?;
        let first = occurrence.window.first;
        let mark = self.mark_on(activity, first, day);
        let (due, is_moved) = self.due_after_moves(activity, first, occurrence.due, day);
        let is_off = self.is_off_control(activity, day);
        let timing = self.timing_on(activity, &occurrence, day);
        // What is off control was missed by nobody.
        let earlier = if is_off { 0 } else { index };
        let missed = view
            .occurrences
            .iter()
            .take(earlier)
            .filter(|earlier| self.is_missed(activity, earlier, day))
            .count();
        Some(Standing {
            occurrence,
            index,
            status: mark.and_then(MarkEntry::standing_status).cloned(),
            happened: mark.and_then(|mark| mark.happened),
            due,
            is_moved,
            timing,
            missed,
            last_news: self.last_news(activity, day),
        })
    }

    /// How near an occurrence is, of what is on control or was.
    pub fn timing_on(&self, activity: ActivityKey, occurrence: &Occurrence, day: Date) -> Timing {
        if self.is_off_control(activity, day) {
            return Timing::Closed;
        }
        let first = occurrence.window.first;
        let (due, _) = self.due_after_moves(activity, first, occurrence.due, day);
        self.timing_of(activity, occurrence, due, day)
    }

    /// How near an occurrence of what is on control is, with its due date after all moves.
    fn timing_of(
        &self,
        activity: ActivityKey,
        occurrence: &Occurrence,
        due: Option<Date>,
        day: Date,
    ) -> Timing {
        match due {
            _ if self.is_closed(activity, occurrence, day) => Timing::Closed,
            None => Timing::Undated,
            _ if self.is_before_record(activity, occurrence, day) => Timing::Unrecorded,
            Some(due) if due < day => Timing::Overdue(day.days_since(due)),
            Some(due) => Timing::Due(due.days_since(day)),
        }
    }

    /// The days on which an entry was news: when it was written, unless it is the chair's own
    /// note, and with every word on its control.
    pub(super) fn news_of_entry<'a>(&'a self, entry: &'a Entry) -> impl Iterator<Item = Date> + 'a {
        let is_public = entry.content.kind != EntryKind::Private;
        let words = self.ledger.controls(entry.id).iter().map(|word| word.day);
        is_public.then(|| entry.day()).into_iter().chain(words)
    }

    /// Everything that was said and is news, with the item it is about and its day: marks, entries
    /// but for the chair's own notes, words on the control of assignments.
    pub(super) fn news(&self) -> impl Iterator<Item = (ItemKey, Date)> {
        let marked = self.ledger.all_marks();
        let said = self.ledger.entries().flat_map(|entry| {
            let days = self.news_of_entry(entry);
            days.map(|day| (entry.item, day))
        });
        marked
            .map(|(activity, mark)| (ItemKey::Activity(activity), mark.day))
            .chain(said)
    }

    /// How an occurrence went, by what was said of it up to and including a day.
    pub fn course(&self, activity: ActivityKey, occurrence: &Occurrence, day: Date) -> Course {
        let first = occurrence.window.first;
        let marks = self.marks_of(activity, first);
        Course::of_marks(occurrence.due, marks.filter(|mark| mark.day <= day))
    }

    /// How an occurrence went, by what was said of it before the meeting of a day.
    pub fn course_before(
        &self,
        activity: ActivityKey,
        occurrence: &Occurrence,
        meeting: Date,
    ) -> Course {
        let first = occurrence.window.first;
        let marks = self.marks_of(activity, first);
        Course::of_marks(
            occurrence.due,
            marks.filter(|mark| mark.day <= meeting && mark.meeting != Some(meeting)),
        )
    }

    fn is_missed(&self, activity: ActivityKey, occurrence: &Occurrence, day: Date) -> bool {
        !self.is_closed(activity, occurrence, day)
            && !self.is_before_record(activity, occurrence, day)
            && self
                .due_after_moves(activity, occurrence.window.first, occurrence.due, day)
                .0
                .is_some_and(|due| due < day)
    }

    /// Every open occurrence of an activity that has begun and is due before the next meeting: what one word closes when all that was missed is there.
    pub fn owed_up_to(&self, activity: ActivityKey, day: Date) -> Vec<Standing> {
        let count = self
            .views
            .get(&activity)
            .map_or(0, |view| view.occurrences.len());
        let until = self.until_next_meeting(day).last;
        (0..count)
            .filter_map(|index| self.standing_of(activity, index, day))
            .filter(|standing| !standing.is_closed() && standing.occurrence.window.first <= day)
            .filter(|standing| standing.due.is_some_and(|due| due <= until))
            .collect()
    }

    /// The last occurrence of something that repeats to have ended with something owed, while it
    /// is overdue: it is owed before the one that goes on, whatever was said of that one. A week
    /// without a working day owes nothing and hides nothing. Those before it are in
    /// [`Standing::missed`].
    fn overdue_repetition(&self, activity: ActivityKey, day: Date) -> Option<usize> {
        let current = self.current_repetition(activity, day)?;
        let occurrences = &self.views.get(&activity)?.occurrences;
        if self.is_off_control(activity, day) {
            return None;
        }
        // One that is a single day («по пятницам») is over on the next, before another begins.
        let is_over = |it: &Occurrence| it.window.last < day;
        let begun = current + usize::from(occurrences.get(current).is_some_and(is_over));
        let earlier = occurrences.iter().enumerate().take(begun).rev();
        let timings = earlier.map(|(index, occurrence)| {
            let first = occurrence.window.first;
            let (due, _) = self.due_after_moves(activity, first, occurrence.due, day);
            (index, self.timing_of(activity, occurrence, due, day))
        });
        let mut ended = timings.filter(|(_, it)| matches!(it, Timing::Overdue(_) | Timing::Closed));
        let (index, last) = ended.next()?;
        matches!(last, Timing::Overdue(_)).then_some(index)
    }
}
