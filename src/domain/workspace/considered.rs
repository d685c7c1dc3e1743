//! Which items a meeting dealt with, how they are called and numbered.

use std::sync::Arc;

use chrono::Datelike;

use super::super::agenda::ItemKey;
use super::super::date::Date;
use super::super::document::ActivityKey;
use super::super::entry::EntryKind;
use super::super::id::Id;
use super::super::ledger::{Entry, is_decision};
use super::super::meeting::Meeting;
use super::super::numbering::{Decided, Numbering, Places};
use super::super::safe_text::SafeText;
use super::Workspace;
use super::kept::Each;

/// What was dealt with at a meeting, and under which numbers.
#[derive(Clone, Debug, Default)]
pub(super) struct Considered {
    /// The items, in the order of their numbers.
    pub(super) items: Vec<ItemKey>,
    /// The numbers, also of what was dropped since they were given.
    pub(super) numbering: Numbering,
    /// The same, to be looked up.
    places: Places,
}

impl Workspace {
    /// Forgets what all meetings dealt with.
    pub(super) fn consider_all(&mut self) {
        self.considered = Each::default();
    }

    /// Forgets what a meeting dealt with.
    pub(super) fn consider(&mut self, date: Date) {
        self.considered.forget(&date);
    }

    /// What a meeting dealt with, found when it is first asked for; nothing where there was none.
    fn considered_at(&self, date: Date) -> Option<Arc<Considered>> {
        self.ledger().meeting(date)?;
        let find = || Arc::new(self.find_considered(date));
        Some(self.considered.of(date, find))
    }

    /// The items dealt with at a meeting, in the order of their numbers: that of the agenda, then
    /// those outside it. Dealt with is what got a mark, an entry for the papers, a word on
    /// control, or the value it asks for.
    pub fn considered(&self, date: Date) -> Vec<ItemKey> {
        let known = self.considered_at(date);
        known.map(|it| it.items.clone()).unwrap_or_default()
    }

    /// Whether an item was dealt with at a meeting.
    pub fn is_considered(&self, date: Date, item: ItemKey) -> bool {
        let known = self.considered_at(date);
        known.is_some_and(|it| it.items.contains(&item))
    }

    /// Finds what [`Workspace::considered`] and [`Workspace::numbering`] keep.
    pub(super) fn find_considered(&self, date: Date) -> Considered {
        let own = self.meeting_itself();
        let is_known = |item: ItemKey| match item {
            ItemKey::Activity(id) => self.activity_ever(id).is_some(),
            _ => true,
        };
        let mut dealt = self.ledger().dealt_with(date, &own);
        dealt.retain(|question| is_known(question.item));
        let mut items: Vec<ItemKey> = dealt.iter().map(|question| question.item).collect();
        let numbering = self.ledger().numbers_given(date).extended(dealt);
        // What was numbered keeps its place, whatever became of the agenda since.
        let places = numbering.places();
        items.sort_by_key(|item| places.question(*item));
        Considered {
            items,
            numbering,
            places,
        }
    }

    /// What has which number in the minutes of a meeting: what an approved version numbered keeps
    /// its number for ever.
    pub fn numbering(&self, date: Date) -> Numbering {
        let known = self.considered_at(date);
        known.map(|it| it.numbering.clone()).unwrap_or_default()
    }

    /// The agenda item under which an assignment of earlier minutes is dealt with.
    pub fn item_of_assignment(&self, meeting: &Meeting, assignment: &Entry) -> ItemKey {
        self.ledger.item_of_assignment(meeting, assignment)
    }

    /// The number of a decision or assignment in the minutes of its meeting: «2.1».
    pub fn entry_number(&self, entry: &Entry) -> Option<SafeText> {
        if !is_decision(entry) {
            return None;
        }
        let known = self.considered_at(entry.meeting()?)?;
        known.places.decision(Decided::Entry(entry.id))
    }

    /// The number of an item's question in the minutes, from 1; `None` when it was not dealt with.
    pub fn question_number(&self, date: Date, item: ItemKey) -> Option<usize> {
        let known = self.considered_at(date)?;
        let number = known.places.question(item)?;
        known.items.contains(&item).then_some(number)
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
        self.next_free_number(date)
    }

    /// The first number behind all those of a day's calendar year.
    pub fn next_free_number(&self, date: Date) -> u32 {
        self.ledger()
            .meetings()
            .values()
            .filter(|meeting| meeting.date.year() == date.year())
            .filter_map(|meeting| meeting.number)
            .max()
            .unwrap_or(0)
            .saturating_add(1)
            .max(self.settings().first_number(date.year()))
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
            ItemKey::Activity(id) => self.activity_title(id),
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

    /// The activity an item is about: itself, or what an assignment was given on.
    pub fn item_activity(&self, item: ItemKey) -> Option<ActivityKey> {
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
