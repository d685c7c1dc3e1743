//! The production calendar: which days are worked. Official data come from `holidays-ru`; a user
//! adds days of the region or the organisation. Knows nothing of deadlines.

use std::collections::BTreeSet;

use chrono::{Datelike, Weekday};
use holidays_ru::Federal;
use serde::{Deserialize, Serialize};

use super::date::{Date, Span};

/// No row of days off is longer than this; a search gives up beyond it.
const LONGEST_REST: i64 = 31;

/// Where the knowledge about a year comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Source {
    /// A government decree has set the transfers of days off.
    Decreed,
    /// No decree is known: computed from article 112 of the Labour Code; say so to the reader.
    Predicted,
    /// Beyond the known years: Saturdays and Sundays only.
    Weekends,
}

/// The working calendar: the federal one and what the user adds to it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Calendar {
    /// Days off beyond the federal ones: of the region, of the organisation.
    pub extra_off: BTreeSet<Date>,
    /// Days worked although the federal calendar has them off. Stronger than `extra_off`.
    pub extra_working: BTreeSet<Date>,
}

impl Calendar {
    /// Whether the day is worked.
    pub fn is_working_day(&self, day: Date) -> bool {
        if self.extra_working.contains(&day) {
            return true;
        }
        !self.extra_off.contains(&day) && federal(day)
    }

    /// How far a year can be relied upon.
    pub fn source(&self, year: i32) -> Source {
        match holidays_ru::is_working_day_ymd::<Federal>(year, 1, 1) {
            Some(holidays_ru::Resolved::Fact(_)) => Source::Decreed,
            Some(holidays_ru::Resolved::Predict(_)) => Source::Predicted,
            None => Source::Weekends,
        }
    }

    /// The day itself if worked, else the nearest worked day before it.
    pub fn preceding_working_day(&self, day: Date) -> Option<Date> {
        (0..=LONGEST_REST)
            .map(|back| day.plus_days(-back))
            .find(|day| self.is_working_day(*day))
    }

    /// The day itself if worked, else the nearest worked day after it.
    pub fn next_working_day(&self, day: Date) -> Option<Date> {
        (0..=LONGEST_REST)
            .map(|ahead| day.plus_days(ahead))
            .find(|day| self.is_working_day(*day))
    }

    /// The last worked day of a span, if it has one.
    pub fn last_working_day(&self, span: Span) -> Option<Date> {
        self.preceding_working_day(span.last)
            .filter(|day| *day >= span.first)
    }

    /// The first worked day of a span, if it has one.
    pub fn first_working_day(&self, span: Span) -> Option<Date> {
        self.next_working_day(span.first)
            .filter(|day| *day <= span.last)
    }

    /// The day on which a term of `count` working days ends; the day of the event is not counted.
    pub fn after_working_days(&self, event: Date, count: u32) -> Date {
        let mut day = event;
        let mut left = count;
        while left > 0 && day < Date::MAX {
            day = day.plus_days(1);
            if self.is_working_day(day) {
                left -= 1;
            }
        }
        day
    }
}

fn federal(day: Date) -> bool {
    let number = |value: u32| u8::try_from(value).unwrap_or(1);
    let known = holidays_ru::is_working_day_ymd::<Federal>(
        day.year(),
        number(day.month()),
        number(day.day()),
    );
    known.map_or_else(
        || !matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
        holidays_ru::Resolved::value,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn working_days(year: i32) -> usize {
        let first = Date::new(year, 1, 1).unwrap();
        let calendar = Calendar::default();
        (0..365 + i64::from(year % 4 == 0))
            .filter(|n| calendar.is_working_day(first.plus_days(*n)))
            .count()
    }

    #[test]
    fn decreed_years_have_the_published_number_of_working_days() {
        for (year, days) in [
            (2023, 247),
            (2024, 248),
            (2025, 247),
            (2026, 247),
            (2027, 247),
        ] {
            assert_eq!(working_days(year), days, "{year}");
            assert_eq!(Calendar::default().source(year), Source::Decreed);
        }
        assert_eq!(Calendar::default().source(2030), Source::Predicted);
        assert_eq!(Calendar::default().source(2150), Source::Weekends);
    }

    #[test]
    fn transferred_days_lead_to_working_saturdays() {
        let calendar = Calendar::default();
        for (due, control) in [
            ("2024-12-31", "2024-12-28"),
            ("2024-04-30", "2024-04-27"),
            ("2023-12-31", "2023-12-29"),
            ("2023-04-01", "2023-03-31"),
            ("2023-05-31", "2023-05-31"),
        ] {
            assert_eq!(calendar.preceding_working_day(day(due)), Some(day(control)));
        }
        assert_eq!(
            calendar.next_working_day(day("2023-04-01")),
            Some(day("2023-04-03"))
        );
        let holidays = Span::new(day("2024-01-01"), day("2024-01-07")).unwrap();
        assert_eq!(calendar.last_working_day(holidays), None);
    }

    #[test]
    fn terms_in_working_days_do_not_count_the_event() {
        let calendar = Calendar::default();
        for (event, due) in [
            ("2023-05-23", "2023-05-30"),
            ("2024-05-03", "2024-05-14"),
            ("2024-12-28", "2025-01-15"),
        ] {
            assert_eq!(calendar.after_working_days(day(event), 5), day(due));
        }
    }

    #[test]
    fn the_user_has_the_last_word() {
        let mut calendar = Calendar::default();
        calendar.extra_off.insert(day("2023-05-25"));
        calendar.extra_working.insert(day("2023-05-27"));
        assert!(!calendar.is_working_day(day("2023-05-25")));
        assert!(calendar.is_working_day(day("2023-05-27")));
    }
}
