//! Calendar days within the range the program works in. No clock: today comes from outside.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::quick::of_text;

/// A calendar day from 1 January 2000 to 31 December 2199.
///
/// In files a day is written `2023-05-25`: exactly ten characters, nothing looser is accepted
/// (chrono alone would take `26-02-28` as the year 26).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

/// Why a text or a triple of numbers is not a [`Date`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// The text does not have the form `2023-05-25`.
    #[error("a date is written like 2023-05-25")]
    Form,
    /// There is no such day in the calendar, like 30 February.
    #[error("there is no such day in the calendar")]
    NoSuchDay,
    /// The year lies outside 2000–2199.
    #[error("the year lies outside 2000–2199")]
    Year,
}

impl Date {
    /// The first day the program knows.
    pub const MIN: Self = Self(match NaiveDate::from_ymd_opt(2000, 1, 1) {
        Some(day) => day,
        None => NaiveDate::MIN,
    });
    /// The last day the program knows.
    pub const MAX: Self = Self(match NaiveDate::from_ymd_opt(2199, 12, 31) {
        Some(day) => day,
        None => NaiveDate::MAX,
    });

    /// Makes a day from numbers; months and days count from 1.
    pub fn new(year: i32, month: u32, day: u32) -> Result<Self, DateError> {
        if !(2000..=2199).contains(&year) {
            return Err(DateError::Year);
        }
        NaiveDate::from_ymd_opt(year, month, day)
            .map(Self)
            .ok_or(DateError::NoSuchDay)
    }

    /// Moves by a number of days, stopping at the ends of the known range.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        let distance = Days::new(days.unsigned_abs());
        let moved = if days >= 0 {
            self.0.checked_add_days(distance)
        } else {
            self.0.checked_sub_days(distance)
        };
        let limit = if days >= 0 { Self::MAX } else { Self::MIN };
        moved.map_or(limit, |day| Self(day).clamp(Self::MIN, Self::MAX))
    }

    /// The number of days from `earlier` to this day; negative when `earlier` is later.
    pub fn days_since(self, earlier: Self) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }

    /// The last day of this day's month.
    #[must_use]
    pub fn end_of_month(self) -> Self {
        let first_of_next = if self.month() == 12 {
            NaiveDate::from_ymd_opt(self.year() + 1, 1, 1)
        } else {
            NaiveDate::from_ymd_opt(self.year(), self.month() + 1, 1)
        };
        first_of_next
            .and_then(|day| day.pred_opt())
            .map_or(self, Self)
    }

    /// The first day of this day's month.
    #[must_use]
    pub fn start_of_month(self) -> Self {
        self.0.with_day(1).map_or(self, Self)
    }

    /// The Monday of this day's week.
    #[must_use]
    pub fn start_of_week(self) -> Self {
        self.plus_days(-i64::from(self.weekday().num_days_from_monday()))
    }

    /// The nearest day on or after this one that falls on `weekday`.
    #[must_use]
    pub fn on_or_after(self, weekday: Weekday) -> Self {
        self.plus_days(i64::from(weekday.days_since(self.weekday())))
    }

    /// The nearest day on or before this one that falls on `weekday`.
    #[must_use]
    pub fn on_or_before(self, weekday: Weekday) -> Self {
        self.plus_days(-i64::from(self.weekday().days_since(weekday)))
    }
}

impl Deref for Date {
    type Target = NaiveDate;

    fn deref(&self) -> &NaiveDate {
        &self.0
    }
}

impl TryFrom<NaiveDate> for Date {
    type Error = DateError;

    fn try_from(day: NaiveDate) -> Result<Self, DateError> {
        Self::new(day.year(), day.month(), day.day())
    }
}

impl Date {
    /// The day as it is written, `2023-05-25`: years have four digits.
    fn written(self) -> [u8; 10] {
        let year = self.0.year().unsigned_abs();
        let (month, day) = (self.month(), self.day());
        let digit = |number: u32| b'0' + u8::try_from(number % 10).unwrap_or_default();
        [
            digit(year / 1000),
            digit(year / 100),
            digit(year / 10),
            digit(year),
            b'-',
            digit(month / 10),
            digit(month),
            b'-',
            digit(day / 10),
            digit(day),
        ]
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Written some hundred thousand times where a plan goes to another program.
        f.write_str(std::str::from_utf8(&self.written()).unwrap_or_default())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The number some digits are; `None` where something else is among them.
pub(in crate::domain) fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0_u32, |number, digit| {
        let digit = digit.is_ascii_digit().then(|| u32::from(digit - b'0'))?;
        number.checked_mul(10)?.checked_add(digit)
    })
}

/// Year, month and day of a text like `2023-05-25`.
pub(in crate::domain) fn numbers(text: &[u8]) -> Option<(u32, u32, u32)> {
    let (year, rest) = text.split_first_chunk::<4>()?;
    let (month, rest) = rest.strip_prefix(b"-")?.split_first_chunk::<2>()?;
    let (day, rest) = rest.strip_prefix(b"-")?.split_first_chunk::<2>()?;
    let numbers = (number(year)?, number(month)?, number(day)?);
    rest.is_empty().then_some(numbers)
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let (year, month, day) = numbers(text.as_bytes()).ok_or(DateError::Form)?;
        let year = i32::try_from(year).map_err(|_too_large| DateError::Year)?;
        Self::new(year, month, day)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(std::str::from_utf8(&self.written()).unwrap_or_default())
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        of_text(deserializer, str::parse)
    }
}

/// A stretch of days, both ends included. `first` is never after `last`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "RawSpan")]
pub struct Span {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSpan {
    first: Date,
    last: Date,
}

impl TryFrom<RawSpan> for Span {
    type Error = &'static str;

    fn try_from(raw: RawSpan) -> Result<Self, &'static str> {
        Self::new(raw.first, raw.last).ok_or("the first day lies after the last one")
    }
}

impl Span {
    /// Makes a span; `None` when `first` lies after `last`.
    pub fn new(first: Date, last: Date) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// A span of one day.
    pub fn day(day: Date) -> Self {
        Self {
            first: day,
            last: day,
        }
    }

    /// Whether the day lies inside.
    pub fn contains(self, day: Date) -> bool {
        self.first <= day && day <= self.last
    }

    /// The part two spans share, if any.
    #[must_use]
    pub fn intersection(self, other: Self) -> Option<Self> {
        Self::new(self.first.max(other.first), self.last.min(other.last))
    }

    /// The number of days, at least 1.
    pub fn days(self) -> i64 {
        self.last.days_since(self.first) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_is_written_with_four_digits_two_and_two_and_read_again() {
        let mut day = Date::MIN;
        while day < Date::MAX {
            let (year, month) = (day.year(), day.month());
            let written = format!("{year:04}-{month:02}-{:02}", day.day());
            assert_eq!(day.to_string(), written);
            assert_eq!(ron::to_string(&day).unwrap(), format!("\"{written}\""));
            assert_eq!(written.parse(), Ok(day));
            day = day.plus_days(1);
        }
    }

    #[test]
    fn only_the_ten_character_form_is_a_date() {
        assert_eq!(
            "2023-05-25".parse::<Date>().unwrap().to_string(),
            "2023-05-25"
        );
        for (text, error) in [
            ("23-05-25", DateError::Form),
            ("2023-5-25", DateError::Form),
            (" 2023-05-25", DateError::Form),
            ("+023-05-25", DateError::Form),
            ("2023-02-30", DateError::NoSuchDay),
            ("1999-12-31", DateError::Year),
            ("2200-01-01", DateError::Year),
        ] {
            assert_eq!(text.parse::<Date>(), Err(error), "{text}");
        }
    }

    #[test]
    fn moving_stops_at_the_ends_of_the_range() {
        assert_eq!(Date::MAX.plus_days(1), Date::MAX);
        assert_eq!(Date::MIN.plus_days(-1), Date::MIN);
        assert_eq!(Date::MIN.plus_days(i64::MAX), Date::MAX);
        assert_eq!(Date::MAX.plus_days(i64::MIN), Date::MIN);
    }

    #[test]
    fn months_and_weeks_have_their_ends() {
        let day = Date::new(2024, 2, 15).unwrap();
        assert_eq!(day.end_of_month(), Date::new(2024, 2, 29).unwrap());
        assert_eq!(day.start_of_month(), Date::new(2024, 2, 1).unwrap());
        assert_eq!(day.start_of_week(), Date::new(2024, 2, 12).unwrap());
        assert_eq!(day.on_or_after(Weekday::Thu), day);
        assert_eq!(
            day.on_or_before(Weekday::Wed),
            Date::new(2024, 2, 14).unwrap()
        );
    }
}
