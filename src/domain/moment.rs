//! Moments of the wall clock.

use std::fmt;

use chrono::{DateTime, FixedOffset, NaiveDate, SecondsFormat, Timelike, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::date::{Date, number, numbers};
use super::quick::of_text;

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

/// Reads a moment as it is written here; `None` for any other way there is to write one.
fn plain(text: &str) -> Option<Moment> {
    let (date, mut rest) = text.as_bytes().split_first_chunk::<10>()?;
    let (year, month, day) = numbers(date)?;
    let day = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    let (hour, minute) = (two(&mut rest, b'T')?, two(&mut rest, b':')?);
    let time = day.and_hms_opt(hour, minute, two(&mut rest, b':')?)?;
    let sign = *rest.first()?;
    let (hours, minutes) = (two(&mut rest, sign)?, two(&mut rest, b':')?);
    if !rest.is_empty() {
        return None;
    }
    if hours > 23 || minutes > 59 {
        return None;
    }
    let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
    let east = match sign {
        b'+' => FixedOffset::east_opt(seconds)?,
        b'-' => FixedOffset::west_opt(seconds)?,
        _ => return None,
    };
    time.and_local_timezone(east).single().map(Moment)
}

/// The number that two digits after a sign are.
fn two(rest: &mut &[u8], sign: u8) -> Option<u32> {
    let (first, behind) = rest.split_first()?;
    let (digits, behind) = behind.split_first_chunk::<2>()?;
    *rest = behind;
    (*first == sign).then(|| number(digits))?
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        of_text(deserializer, |text| {
            if let Some(moment) = plain(text) {
                return Ok(moment);
            }
            DateTime::parse_from_rfc3339(text)
                .map(Self::new)
                .map_err(|_not_a_moment| "a moment is written like 2023-05-25T10:03:12+03:00")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn by_chrono(text: &str) -> Option<Moment> {
        DateTime::parse_from_rfc3339(text).ok().map(Moment::new)
    }

    proptest! {
        /// What is read quickly is what chrono reads; what this program wrote is read quickly.
        #[test]
        fn a_moment_is_read_as_chrono_reads_it(
            seconds in -70_000_000_000_i64..260_000_000_000,
            minutes in -1439_i32..1440,
            place in any::<prop::sample::Index>(),
            slip in prop::sample::select(vec!['0', '1', '5', '6', '9', '+', '-', ':', 'T', 'Z', ' ', 'я']),
        ) {
            let east = FixedOffset::east_opt(minutes * 60).unwrap();
            let time = DateTime::from_timestamp(seconds, 0).unwrap().with_timezone(&east);
            let text = Moment::new(time).to_string();
            prop_assert_eq!(plain(&text), by_chrono(&text));
            prop_assert_eq!(plain(&text).is_some(), text.len() == 25, "{}", text);
            let mut letters: Vec<char> = text.chars().collect();
            let place = place.index(letters.len());
            letters[place] = slip;
            let text: String = letters.into_iter().collect();
            if let Some(read) = plain(&text) {
                prop_assert_eq!(Some(read), by_chrono(&text), "{}", text);
            }
        }
    }
}
