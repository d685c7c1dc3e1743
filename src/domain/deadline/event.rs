//! A deadline that waits for the date of its event: «в течение 5 рабочих дней со дня регистрации».

use super::reading::{Direction, Relative};
use crate::domain::calendar::Calendar;
use crate::domain::date::{Date, Span};

use chrono::{Datelike, Months};

/// The stretch from an event to the end of the term counted from it; of a term before the event,
/// from that day to the event. `None` when nothing is counted.
///
/// The day of the event itself is not counted (ГК РФ ст. 191).
pub fn from_event(relative: &Relative, event: Date, calendar: &Calendar) -> Option<Span> {
    let days = relative
        .days
        .map(i64::from)
        .or_else(|| relative.hours.map(|hours| i64::from(hours.div_ceil(24))));
    let months = relative.months.unwrap_or(0);
    if days.is_none() && months == 0 {
        return None;
    }
    let days = days.unwrap_or(0);
    let is_after = relative.direction == Direction::After;
    let other = if relative.working && is_after {
        calendar.after_working_days(event, u32::try_from(days).ok()?)
    } else if relative.working {
        let mut day = event;
        for _ in 0..days.min(1_000) {
            day = calendar.preceding_working_day(day.plus_days(-1))?;
        }
        day
    } else {
        moved(event, months, is_after)?.plus_days(if is_after { days } else { -days })
    };
    Span::new(event.min(other), event.max(other))
}

/// The same day of another month, or its last one (ГК РФ ст. 192 п. 3).
fn moved(day: Date, months: u32, is_after: bool) -> Option<Date> {
    let plain = chrono::NaiveDate::from_ymd_opt(day.year(), day.month(), day.day())?;
    let moved = if is_after {
        plain.checked_add_months(Months::new(months))?
    } else {
        plain.checked_sub_months(Months::new(months))?
    };
    Date::new(moved.year(), moved.month(), moved.day()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::deadline::{Conventions, read};

    fn last(wording: &str, event: &str) -> String {
        let years =
            Span::new("2023-01-01".parse().unwrap(), "2024-12-31".parse().unwrap()).unwrap();
        let relative = read(wording, years, &Conventions::default())
            .relative
            .unwrap();
        from_event(&relative, event.parse().unwrap(), &Calendar::default())
            .unwrap()
            .last
            .to_string()
    }

    #[test]
    fn a_term_is_counted_from_the_date_of_its_event() {
        assert_eq!(
            last("в течение 5 рабочих дней со дня регистрации", "2023-05-23"),
            "2023-05-30"
        );
        assert_eq!(
            last(
                "в 7-дневный срок после дня первого официального опубликования",
                "2023-05-25"
            ),
            "2023-06-01"
        );
        assert_eq!(
            last("в течение месяца со дня получения", "2023-01-31"),
            "2023-02-28"
        );
    }
}
