//! Moments of the wall clock.

use std::fmt;

use chrono::{DateTime, FixedOffset, SecondsFormat, Timelike, Utc};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::date::Date;

/// When an act was recorded by the wall clock: for people to read, never for order.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Moment(DateTime<FixedOffset>);

impl Moment {
    /// A moment, to the second: that is how files keep it.
    pub fn new(time: DateTime<FixedOffset>) -> Self {
        Self(time.with_nanosecond(0).unwrap_or(time))
    }

    /// The same moment in UTC.
    pub fn utc(self) -> DateTime<Utc> {
        self.0.with_timezone(&Utc)
    }

    /// The day, by the clock it was read from.
    pub fn day(self) -> Option<Date> {
        Date::try_from(self.0.date_naive()).ok()
    }

    /// The minutes of the day.
    pub fn minutes_of_day(self) -> u32 {
        self.0.hour() * 60 + self.0.minute()
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_rfc3339_opts(SecondsFormat::Secs, false))
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        DateTime::parse_from_rfc3339(&text)
            .map(Self::new)
            .map_err(|_not_a_moment| {
                D::Error::custom("a moment is written like 2023-05-25T10:03:12+03:00")
            })
    }
}
