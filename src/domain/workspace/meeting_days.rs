//! The days meetings are held on, and which of them is next.

use super::super::date::{Date, Span};
use super::super::deadline::conventions::WeekdayOff;
use super::super::document::Document;
use super::super::meeting::MeetingState;
use super::Workspace;

impl Workspace {
    /// The days a meeting can be held on by the plan, from the order's date to the end: its day of
    /// every week, moved off days off as the settings say, and the days the chair moved one to.
    pub fn meeting_days(&self) -> Vec<Date> {
        self.kept
            .meeting_days
            .of((), || self.find_meeting_days())
            .to_vec()
    }

    pub(super) fn find_meeting_days(&self) -> Vec<Date> {
        let document = self.main_document();
        let period = document.map_or_else(|| self.period(), Document::span);
        let begins = document.and_then(Document::begins).unwrap_or(period.first);
        let first = self.first_meeting_day(period.first);
        // Where another plan follows, the meetings go on.
        let plans = self.documents.iter().filter_map(|it| it.period);
        let last = plans
            .map(|it| it.last)
            .fold(period.last.max(begins), Date::max);
        let weekdays = self.weekdays();
        let mut week = first.start_of_week();
        let mut days = Vec::new();
        while week <= last {
            let day = week.on_or_after(weekdays.of_week(week));
            if first <= day && day <= last && self.is_regular(day) {
                days.extend(self.meeting_day_of_week(day));
            }
            week = week.plus_days(7);
        }
        days.extend(
            self.ledger
                .meetings()
                .values()
                .filter_map(|meeting| match meeting.state {
                    MeetingState::NotHeld { moved_to, .. } => moved_to,
                    _ => None,
                }),
        );
        days.sort_unstable();
        days.dedup();
        days
    }

    /// The day from which meetings are held: when the plan that sets them begins to count; where none
    /// sets them, when the first of all documents does, whatever its name.
    fn first_meeting_day(&self, without_documents: Date) -> Date {
        let of = |document: &Document| {
            let first = document.span().first;
            document.begins().map_or(first, |begins| begins.max(first))
        };
        let own = self.settings.meeting_activity;
        own.and_then(|own| self.document_of(own))
            .map(of)
            .or_else(|| self.documents.iter().map(|document| of(document)).min())
            .unwrap_or(without_documents)
    }

    /// Where the meeting of a week goes whose day is off (domain.md 2.6: no norm was found, the
    /// settings decide). A week without a working day keeps its day, to be put on record.
    pub(super) fn meeting_day_of_week(&self, day: Date) -> Option<Date> {
        let week = Span::new(day.start_of_week(), day.start_of_week().plus_days(6))?;
        if self.calendar.is_working_day(day) {
            return Some(day);
        }
        let moved = match self.settings.deadlines.weekday_off {
            WeekdayOff::Preceding => self.calendar.preceding_working_day(day),
            WeekdayOff::Next => self.calendar.next_working_day(day),
            WeekdayOff::Skip => return None,
            WeekdayOff::Keep => None,
        };
        Some(moved.filter(|moved| week.contains(*moved)).unwrap_or(day))
    }

    /// The first day of a meeting by weekday, rhythm and days off, on a day or after it, beyond the
    /// years of the documents too.
    fn by_rule_on_or_after(&self, day: Date) -> Date {
        let mut from = day.start_of_week();
        // More than two months without a day for a meeting there are not.
        for _ in 0..12 {
            let regular = self.regular_on_or_after(from);
            if let Some(held) = self
                .meeting_day_of_week(regular)
                .filter(|held| *held >= day)
            {
                return held;
            }
            from = regular.plus_days(1);
        }
        self.regular_on_or_after(day)
    }

    /// The first day of a meeting after a day.
    pub fn next_meeting_day(&self, after: Date) -> Date {
        let planned = self.kept.meeting_days.of((), || self.find_meeting_days());
        let next = planned.partition_point(|known| *known <= after);
        planned
            .get(next)
            .copied()
            .unwrap_or_else(|| self.by_rule_on_or_after(after.plus_days(1)))
    }

    /// The first day of a meeting on or after a day that is not on record as not held.
    pub fn next_meeting_to_hold(&self, day: Date) -> Date {
        let is_held = |day: &Date| {
            let meeting = self.ledger.meeting(*day);
            meeting.is_none_or(|it| !matches!(it.state, MeetingState::NotHeld { .. }))
        };
        let planned = self.kept.meeting_days.of((), || self.find_meeting_days());
        let before = planned.partition_point(|known| *known < day);
        let planned = planned.iter().skip(before).copied().find(is_held);
        let mut on_record = self.ledger.meetings().range(day..);
        let on_record = on_record.find_map(|(date, _)| is_held(date).then_some(*date));
        let first = planned.into_iter().chain(on_record).min();
        first.unwrap_or_else(|| self.by_rule_on_or_after(day))
    }

    /// The meeting one can still report to on a day: this day's, as long as it is not over, else the
    /// first one after it that is neither over nor on record as not held.
    pub fn next_meeting_ahead(&self, day: Date) -> Date {
        let mut next = self.next_meeting_to_hold(day);
        let meetings = self.ledger.meetings();
        while meetings
            .get(&next)
            .is_some_and(|it| it.state == MeetingState::Finished)
        {
            next = self.next_meeting_to_hold(next.plus_days(1));
        }
        next
    }

    /// The days a meeting answers for: from its own to the eve of the next one. Of a weekly meeting
    /// that is a week, or what the days off and the chair made of it.
    pub fn until_next_meeting(&self, date: Date) -> Span {
        let next = self.next_meeting_to_hold(date.plus_days(1));
        Span::new(date, next.plus_days(-1)).unwrap_or(Span::day(date))
    }

    /// Which meeting to offer on a day: an open one; the one of this day or the next one of the
    /// plan that is not on record yet; before the plan's years the first day of it, after them the
    /// next one by the rule, where the plan was worked with (design.md 5).
    pub fn meeting_to_offer(&self, today: Date) -> Date {
        if let Some(open) = self
            .ledger
            .meetings()
            .values()
            .rev()
            .find(|meeting| meeting.is_open())
        {
            return open.date;
        }
        let free: Vec<Date> = self
            .meeting_days()
            .into_iter()
            .filter(|day| self.ledger.meeting(*day).is_none())
            .collect();
        // After the last plan, of one that was worked with nobody holds the meetings any more that
        // were left out; one that was never begun, as an example, is looked at from its beginning.
        let is_over = free.last().is_none_or(|last| *last < today);
        if is_over && !self.ledger.meetings().is_empty() {
            return self.by_rule_on_or_after(today);
        }
        free.iter()
            .find(|day| **day >= today && self.is_within_plan(today))
            .or_else(|| free.first())
            .copied()
            .unwrap_or_else(|| self.by_rule_on_or_after(today))
    }
}

#[cfg(test)]
mod tests;
