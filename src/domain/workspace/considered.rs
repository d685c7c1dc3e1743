//! Which items a meeting dealt with, how they are called and numbered.

use chrono::Datelike;

use super::super::agenda::ItemKey;
use super::super::date::Date;
use super::super::entry::EntryKind;
use super::super::id::Id;
use super::super::ledger::{ControlEntry, Entry};
use super::super::meeting::Meeting;
use super::super::plan::ActivityId;
use super::super::safe_text::SafeText;
use super::Workspace;

impl Workspace {
    /// Finds what [`Workspace::considered`] keeps.
    pub(super) fn find_considered(&self, date: Date) -> Vec<ItemKey> {
        let Some(meeting) = self.ledger().meeting(date) else {
            return Vec::new();
        };
        let mut dealt: Vec<ItemKey> = self
            .activities()
            .filter(|(activity, _)| {
                Some(activity.id) != self.settings().meeting_activity
                    && self.mark_at(activity.id, date).is_some()
            })
            .map(|(activity, _)| ItemKey::Activity(activity.id))
            .collect();
        dealt.extend(
            self.ledger()
                .entries()
                .filter(|entry| {
                    entry.meeting() == Some(date) && entry.content.kind != EntryKind::Private
                })
                .map(|entry| entry.item),
        );
        dealt.extend(
            self.control_words(date)
                .map(|(assignment, _)| self.item_of_assignment(meeting, assignment)),
        );
        let mut items: Vec<ItemKey> = meeting
            .agenda
            .iter()
            .map(|line| line.item)
            .filter(|item| dealt.contains(item))
            .collect();
        let mut outside: Vec<ItemKey> = dealt
            .into_iter()
            .filter(|item| !items.contains(item))
            .collect();
        outside.sort();
        outside.dedup();
        items.extend(outside);
        items
    }

    /// What was decided on control at a meeting.
    pub(super) fn control_words(
        &self,
        date: Date,
    ) -> impl Iterator<Item = (&Entry, &ControlEntry)> {
        self.ledger()
            .entries()
            .filter(|entry| entry.content.kind == EntryKind::Assignment)
            .flat_map(move |entry| {
                self.ledger()
                    .controls(entry.id)
                    .iter()
                    .filter(move |word| word.meeting == Some(date))
                    .map(move |word| (entry, word))
            })
    }

    /// The agenda item under which an assignment of earlier minutes is dealt with.
    pub fn item_of_assignment(&self, meeting: &Meeting, assignment: &Entry) -> ItemKey {
        let own = ItemKey::Assignment(assignment.id);
        match assignment.item {
            ItemKey::Activity(_) if meeting.line(own).is_none() => assignment.item,
            _ if assignment.meeting() == Some(meeting.date) => assignment.item,
            _ => own,
        }
    }

    /// The number of a decision or assignment in the minutes of its meeting: «2.1».
    pub fn entry_number(&self, entry: &Entry) -> Option<SafeText> {
        let date = entry.meeting()?;
        let question = self
            .considered(date)
            .iter()
            .position(|item| *item == entry.item)?;
        let place = self
            .ledger()
            .entries_of(Some(date), entry.item)
            .filter(|other| is_decision(other))
            .position(|other| other.id == entry.id)?;
        Some(number(question, place))
    }

    /// The number of an item's question in the minutes, from 1; `None` when it was not dealt with.
    pub fn question_number(&self, date: Date, item: ItemKey) -> Option<usize> {
        self.considered(date)
            .iter()
            .position(|known| *known == item)
            .map(|index| index + 1)
    }

    /// The number the minutes of a meeting get, or have: ordinal within the calendar year
    /// (domain.md 1.1, line 6).
    pub fn minutes_number(&self, date: Date) -> u32 {
        if let Some(number) = self
            .ledger()
            .meeting(date)
            .and_then(|meeting| meeting.number)
        {
            return number;
        }
        self.ledger()
            .meetings()
            .values()
            .filter(|meeting| meeting.date.year() == date.year())
            .filter_map(|meeting| meeting.number)
            .max()
            .unwrap_or(0)
            + 1
    }

    /// Earlier meetings of the calendar year that go on and have no number yet.
    pub fn unnumbered_before(&self, date: Date) -> Vec<Date> {
        self.ledger()
            .meetings()
            .range(..date)
            .filter(|(day, meeting)| {
                day.year() == date.year() && meeting.is_open() && meeting.number.is_none()
            })
            .map(|(day, _)| *day)
            .collect()
    }

    /// The number to show while a meeting goes on: the one its minutes will have when the earlier
    /// ones are finished before it. What is recorded is [`Workspace::minutes_number`].
    pub fn expected_number(&self, date: Date) -> u32 {
        let number = self.minutes_number(date);
        if self
            .ledger()
            .meeting(date)
            .is_some_and(|it| it.number.is_some())
        {
            return number;
        }
        let before = u32::try_from(self.unnumbered_before(date).len()).unwrap_or(0);
        number.saturating_add(before)
    }

    /// What an agenda item is called.
    pub fn item_title(&self, date: Date, item: ItemKey) -> SafeText {
        match item {
            ItemKey::Activity(id) => self
                .plan()
                .activity(id)
                .map(|activity| activity.title.clone())
                .unwrap_or_default(),
            ItemKey::Assignment(id) => self
                .ledger()
                .entry(id)
                .map(|entry| SafeText::line(&entry.content.text))
                .unwrap_or_default(),
            ItemKey::Topic(_) => self
                .ledger()
                .meeting(date)
                .and_then(|meeting| meeting.line(item))
                .and_then(|line| line.title.clone())
                .or_else(|| self.topic_title(item))
                .unwrap_or_default(),
        }
    }

    pub(super) fn item_activity(&self, item: ItemKey) -> Option<ActivityId> {
        match item {
            ItemKey::Activity(id) => Some(id),
            ItemKey::Assignment(id) => match self.ledger().entry(id)?.item {
                ItemKey::Activity(id) => Some(id),
                _ => None,
            },
            ItemKey::Topic(_) => None,
        }
    }

    /// The entry of an id, when it is an assignment.
    pub fn assignment_entry(&self, id: Id) -> Option<&Entry> {
        self.ledger()
            .entry(id)
            .filter(|entry| entry.content.kind == EntryKind::Assignment)
    }
}

/// Whether an entry is numbered among what was decided.
pub(super) fn is_decision(entry: &Entry) -> bool {
    matches!(
        entry.content.kind,
        EntryKind::Decision | EntryKind::Assignment
    )
}

/// The number of a decision by the places of its question and its own.
pub(super) fn number(question: usize, place: usize) -> SafeText {
    SafeText::from(format!("{}.{}", question + 1, place + 1))
}
