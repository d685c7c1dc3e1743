//! What a typed date means before it is put on the calendar.

use chrono::Weekday;

/// What a step forward counts in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Step {
    Days,
    WorkingDays,
    Weeks,
    Months,
    Weekday(Weekday),
}

/// What has an end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum End {
    Week,
    Month,
    Quarter,
    Half,
    Year,
}

/// A typed date before it is put on the calendar.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Word {
    Plan,
    Days(i64),
    Ahead(u32, Step),
    NextWeekday(Weekday),
    NextMeeting,
    End(End, u32),
    Full { year: i32, month: u32, day: u32 },
    DayMonth { month: u32, day: u32 },
    Month { month: u32 },
    MonthOf { year: i32, month: u32 },
    DayOnly { day: u32 },
}
