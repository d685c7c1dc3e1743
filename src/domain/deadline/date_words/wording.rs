//! A date typed in the words of plans: «в течение 3 дней», «до 15 февраля включительно», «первая
//! декада марта». The reader of deadlines knows them; here they count from the meeting.

use crate::domain::calendar::Calendar;
use crate::domain::date::{Date, Span};
use crate::domain::deadline::expand::plus_months;
use crate::domain::deadline::reading::Direction;
use crate::domain::deadline::{Conventions, Kind, read};

/// Longer texts are no date anybody types.
const LONGEST: usize = 200;

/// The day a wording ends on, seen from the meeting; `None` when it is not one wording of one
/// deadline, understood whole.
pub(super) fn day(typed: &str, meeting: Date, calendar: &Calendar) -> Option<Date> {
    if typed.len() > LONGEST || !typed.contains(char::is_alphabetic) {
        return None;
    }
    let period = Span::new(meeting, plus_months(meeting, 12).plus_days(-1))?;
    let reading = read(typed, period, &Conventions::default());
    if reading.unread().next().is_some() {
        return None;
    }
    match reading.kind {
        Kind::Windows | Kind::Event => match reading.windows.as_slice() {
            [only] => Some(only.last).filter(|last| *last >= meeting),
            _ => None,
        },
        Kind::Relative => {
            let term = reading.relative?;
            if term.direction != Direction::After || term.anchor.is_some() {
                return None;
            }
            match (term.days, term.months) {
                (Some(days), None) if term.working => {
                    Some(calendar.after_working_days(meeting, days))
                }
                (Some(days), None) => Some(meeting.plus_days(i64::from(days))),
                (None, Some(months)) => Some(plus_months(meeting, months)),
                _ => None,
            }
        }
        _ => None,
    }
}
