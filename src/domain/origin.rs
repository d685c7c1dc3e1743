//! Where something that was said comes from: a meeting, or a day between meetings.

use super::date::Date;
use super::operation::Record;

/// Where an entry of the record comes from. Work given between meetings is work like any other.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Origin {
    /// The meeting of a day.
    Meeting(Date),
    /// A day between meetings.
    Between(Date),
}

impl Origin {
    /// Where a record of the journal was made.
    pub fn of(record: &Record) -> Self {
        match record.meeting {
            Some(date) => Self::Meeting(date),
            None => Self::Between(record.day),
        }
    }

    /// The day it counts for.
    pub fn day(self) -> Date {
        match self {
            Self::Meeting(date) | Self::Between(date) => date,
        }
    }

    /// The meeting, where it was one.
    pub fn meeting(self) -> Option<Date> {
        match self {
            Self::Meeting(date) => Some(date),
            Self::Between(_) => None,
        }
    }

    /// Whether it was there before the meeting of a day began.
    pub fn is_before_meeting(self, date: Date) -> bool {
        match self {
            Self::Meeting(day) => day < date,
            Self::Between(day) => day <= date,
        }
    }
}
