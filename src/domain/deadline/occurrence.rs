//! Dated windows of a deadline and the day each is due.

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use super::conventions::{Conventions, EmptyWeek, Shift, UnitEnd, WeekdayOff};
use super::reading::{Cadence, Note, Reading};
use super::{Kind, resolve};
use crate::domain::calendar::Calendar;
use crate::domain::date::{Date, Span};

/// One dated window of a deadline; progress belongs to it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Occurrence {
    /// The window as the wording has it.
    pub window: Span,
    /// The day it is due, moved off days off; none in a week without a working day.
    pub due: Option<Date>,
}

/// The occurrences of a reading. Windows of a recurrence that ended before `from` (the day the
/// order was signed) are left out.
///
/// ```
/// use planerka_domain::domain::calendar::Calendar;
/// use planerka_domain::domain::date::{Date, Span};
/// use planerka_domain::domain::deadline::{Conventions, occurrences, read};
///
/// let plan = Span::new(Date::new(2023, 1, 1)?, Date::new(2024, 12, 31)?).ok_or("empty")?;
/// let conventions = Conventions::default();
/// let reading = read("Декабрь 2023 г.", plan, &conventions);
/// let [one] = occurrences(&reading, plan.first, &conventions, &Calendar::default())[..] else {
///     return Err("one window".into());
/// };
/// // 31 December is a Sunday: an assignment is due on the working day before it.
/// assert_eq!(one.due, Some(Date::new(2023, 12, 29)?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn occurrences(
    reading: &Reading,
    from: Date,
    conventions: &Conventions,
    calendar: &Calendar,
) -> Vec<Occurrence> {
    reading
        .windows
        .iter()
        .filter(|window| reading.kind != Kind::Recurrence || window.last >= from)
        .map(|window| Occurrence {
            window: *window,
            due: due(reading, *window, conventions, calendar),
        })
        .collect()
}

/// The occurrences as control points: each is known by its first day, so that no two have the same.
pub fn control_points(
    reading: &Reading,
    from: Date,
    conventions: &Conventions,
    calendar: &Calendar,
) -> Vec<Occurrence> {
    let mut points = occurrences(reading, from, conventions, calendar);
    let mut before: Option<Span> = None;
    for point in &mut points {
        point.window = after_the_one_before(point.window, before);
        before = Some(point.window);
    }
    points
}

/// «до 25 марта, до 20 декабря»: both limits begin with the plan; the second point begins where the
/// first one ended.
fn after_the_one_before(window: Span, before: Option<Span>) -> Span {
    before
        .filter(|before| window.first <= before.first)
        .and_then(|before| Span::new(before.last.plus_days(1), window.last))
        .unwrap_or(window)
}

fn due(
    reading: &Reading,
    window: Span,
    conventions: &Conventions,
    calendar: &Calendar,
) -> Option<Date> {
    match (reading.kind, reading.cadence) {
        (Kind::Event, _) => Some(window.last),
        (Kind::Recurrence, Some(Cadence::Daily)) => {
            calendar.is_working_day(window.last).then_some(window.last)
        }
        (Kind::Recurrence, Some(Cadence::Weekdays)) if window.first == window.last => {
            weekday_due(window.last, conventions, calendar)
        }
        (Kind::Recurrence, Some(Cadence::Weekly | Cadence::Weekdays)) => {
            weekly_due(window, conventions, calendar)
        }
        (Kind::Recurrence, _) => {
            let reported = conventions
                .report_day
                .filter(|_| is_unit_end(window) && window.first.day() == 1)
                .and_then(|day| {
                    let month = window.last.plus_days(1);
                    resolve::day_or_last(month.year(), month.month(), day)
                });
            Some(shifted(
                reported.unwrap_or(window.last),
                conventions,
                calendar,
            ))
        }
        (Kind::Continuous, _) if reading.notes.contains(&Note::Standing) => {
            let reported = conventions
                .standing_report
                .and_then(|day| resolve::day_or_last(window.last.year() + 1, day.month, day.day));
            Some(shifted(
                reported.unwrap_or(window.last),
                conventions,
                calendar,
            ))
        }
        _ => Some(shifted(window.last, conventions, calendar)),
    }
}

fn is_unit_end(window: Span) -> bool {
    window.last == window.last.end_of_month()
}

/// Moves a due date off a day off. Where no working day is near, the date stays.
fn shifted(day: Date, conventions: &Conventions, calendar: &Calendar) -> Date {
    if conventions.unit_end == UnitEnd::Calendar && day == day.end_of_month() {
        return day;
    }
    let moved = match conventions.shift {
        Shift::Preceding => calendar.preceding_working_day(day),
        Shift::Next => calendar.next_working_day(day),
        Shift::None => Some(day),
    };
    moved.unwrap_or(day)
}

fn week_of(day: Date) -> Span {
    let monday = day.start_of_week();
    Span {
        first: monday,
        last: monday.plus_days(6),
    }
}

fn weekday_due(day: Date, conventions: &Conventions, calendar: &Calendar) -> Option<Date> {
    if calendar.is_working_day(day) {
        return Some(day);
    }
    let week = week_of(day);
    match conventions.weekday_off {
        WeekdayOff::Keep => Some(day),
        WeekdayOff::Skip => None,
        WeekdayOff::Preceding => calendar
            .preceding_working_day(day)
            .filter(|moved| week.contains(*moved)),
        WeekdayOff::Next => calendar
            .next_working_day(day)
            .filter(|moved| week.contains(*moved)),
    }
}

fn weekly_due(window: Span, conventions: &Conventions, calendar: &Calendar) -> Option<Date> {
    if conventions.shift == Shift::None {
        return Some(window.last);
    }
    calendar
        .last_working_day(window)
        .or_else(|| match conventions.empty_week {
            EmptyWeek::NoDue => None,
            EmptyWeek::Preceding => calendar.preceding_working_day(window.first),
            EmptyWeek::Next => calendar.next_working_day(window.last),
        })
}
