//! On which day of the week the meeting was and will be held: another day in the settings concerns
//! the future only.

use chrono::{Datelike, Weekday};

use super::super::date::Date;
use super::super::deadline::conventions::WeekdayOff;
use super::super::document::Document;
use super::super::meeting::MeetingState;
use super::super::settings::Rhythm;
use super::Workspace;

/// The day of the week of every week.
pub(super) struct Weekdays {
    /// That of the settings.
    now: Weekday,
    /// Those that are on record, by the first day of their week.
    held: Vec<(Date, Weekday)>,
}

impl Weekdays {
    /// The day of a week: up to the last meeting on record that of the meetings before it, after it
    /// that of the settings.
    pub(super) fn of_week(&self, week: Date) -> Weekday {
        match self.held.last() {
            Some((last, _)) if week <= *last => {}
            _ => return self.now,
        }
        let before = self.held.iter().rev().find(|(known, _)| *known <= week);
        let known = before.or(self.held.first());
        known.map_or(self.now, |(_, weekday)| *weekday)
    }
}

impl Workspace {
    /// The day meetings of every second week are counted from: the first on record that was not
    /// put off, else where the document begins.
    fn counted_from(&self) -> Date {
        let held = self.ledger.meetings().values();
        let first = held
            .filter(|it| !matches!(it.state, MeetingState::NotHeld { .. }))
            .map(|it| it.date)
            .min();
        first
            .or_else(|| self.main_document().and_then(Document::begins))
            .map_or(Date::MIN, |day| self.settings.meeting_on_or_after(day))
    }

    /// Whether a day of the meeting's weekday is one of its rhythm.
    pub fn is_regular(&self, day: Date) -> bool {
        self.settings.rhythm == Rhythm::Weekly || self.settings.rhythm.has(day, self.counted_from())
    }

    /// The day of a meeting by weekday and rhythm alone, on a day or after it.
    pub(super) fn regular_on_or_after(&self, day: Date) -> Date {
        let mut day = self.settings.meeting_on_or_after(day);
        // A month has at most five such days.
        for _ in 0..5 {
            if self.is_regular(day) {
                break;
            }
            day = day.plus_days(7);
        }
        day
    }

    /// What the meetings on record tell of their day of the week. One that was moved, by the chair
    /// or by the calendar, tells nothing.
    pub(super) fn weekdays(&self) -> Weekdays {
        let now = Weekday::from(self.settings().weekday);
        let meetings = self.ledger().meetings();
        let moved: Vec<Date> = meetings
            .values()
            .filter_map(|meeting| match meeting.state {
                MeetingState::NotHeld { moved_to, .. } => moved_to,
                _ => None,
            })
            .collect();
        let held = meetings
            .keys()
            .filter(|date| !moved.contains(date))
            .map(|date| (date.start_of_week(), date.weekday()))
            .filter(|(week, weekday)| {
                let regular = week.on_or_after(now);
                *weekday == now || self.calendar().is_working_day(regular)
            })
            .collect();
        Weekdays { now, held }
    }

    /// Whether nothing can be held on a day: it is a day off in a week without a working day, and
    /// nobody has put a meeting of it on record.
    pub fn is_day_off_for_meeting(&self, day: Date) -> bool {
        let is_kept = self.settings().deadlines.weekday_off == WeekdayOff::Keep;
        !is_kept && !self.calendar().is_working_day(day) && self.ledger().meeting(day).is_none()
    }
}
