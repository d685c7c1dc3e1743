//! Dates as the chair types them at the meeting: `чт`, `+2чт`, `конец месяца`, `15.06`, `по плану`.
//! Relative to the meeting; a date without a year is the nearest one not yet past. Nothing is
//! moved off days off here: the flags say so before the date is taken.

mod figures;
mod layout;
mod meaning;
mod table;
mod wording;
mod words;

use chrono::{Datelike, Weekday};

use super::expand::plus_months;
use crate::domain::calendar::Calendar;
use crate::domain::date::{Date, DateError};
use meaning::{End, Step, Word};

/// A date further ahead than this is asked about: it is more likely a slip.
const FAR: i64 = 366;

/// What a date word may refer to besides the meeting.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct DateContext {
    /// The due date of the activity in the plan, for `по плану`.
    pub plan_due: Option<Date>,
    /// Whether a date without a year, or without a month, is the nearest one on either side: for
    /// a meeting that is moved, which may have been held before its day.
    pub around: bool,
    /// Whether a wording that plans use for a stretch («март 2024 г.», «II квартал», «в течение
    /// 3 дней») is no date: where such a wording means more than its last day.
    pub no_stretches: bool,
    /// The weekday the meeting is held on, for `след. совещание`; the meeting's own when absent.
    pub weekday: Option<Weekday>,
}

/// How much typed words look like a date, when they stand where something else may stand too.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Form {
    /// As much like a number, a point or a term: «15», «2.1», «1,5», «в течение 3 дней».
    Doubtful,
    /// As dates are written, and seldom anything else: «15.06».
    Likely,
    /// A date by its own words: «15 июня», «15.06.2023», «чт», «конец месяца».
    Clear,
}

/// A date word, understood.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DateWord {
    /// The day meant.
    pub date: Date,
    /// How much the words look like a date.
    pub form: Form,
    /// It lies before the meeting.
    pub is_past: bool,
    /// It is a day off.
    pub is_day_off: bool,
    /// It lies more than a year ahead.
    pub is_far: bool,
    /// The day itself if worked, else the working day before it.
    pub working: Date,
}

/// Why a date word was not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum DateWordError {
    /// Nothing was typed.
    #[error("nothing was typed")]
    Empty,
    /// The words are not known.
    #[error("not a date")]
    NotUnderstood,
    /// There is no such day: 31.02.
    #[error("there is no such day in the calendar")]
    NoSuchDay,
    /// `по плану` for something the plan gives no date.
    #[error("the plan names no date")]
    NoPlanDue,
    /// Outside the years the program knows.
    #[error("the year lies outside 2000–2199")]
    Year,
}

impl From<DateError> for DateWordError {
    fn from(error: DateError) -> Self {
        match error {
            DateError::Form => Self::NotUnderstood,
            DateError::NoSuchDay => Self::NoSuchDay,
            DateError::Year => Self::Year,
        }
    }
}

/// Understands what was typed, in either keyboard layout.
pub fn parse(
    text: &str,
    meeting: Date,
    context: DateContext,
    calendar: &Calendar,
) -> Result<DateWord, DateWordError> {
    let typed = fold(text);
    if typed.is_empty() {
        return Err(DateWordError::Empty);
    }
    let (date, form) = match day_of(&typed, meeting, context, calendar) {
        Err(DateWordError::NotUnderstood) => elsewhere(&typed, meeting, context, calendar)?,
        found => found?,
    };
    Ok(DateWord {
        date,
        form,
        is_past: date < meeting,
        is_day_off: !calendar.is_working_day(date),
        is_far: date.days_since(meeting) > FAR,
        working: calendar.preceding_working_day(date).unwrap_or(date),
    })
}

/// The date as the chair would type it: `15.06.2023`.
pub fn format(date: Date) -> String {
    format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year())
}

/// What the words of the chair do not have: the other keyboard layout, and the wordings of plans.
fn elsewhere(
    typed: &str,
    meeting: Date,
    context: DateContext,
    calendar: &Calendar,
) -> Result<(Date, Form), DateWordError> {
    let in_plans = |text: &str| {
        let is_taken = !context.no_stretches;
        is_taken.then(|| wording::day(text, meeting, calendar))?
    };
    if let Some(date) = in_plans(typed) {
        return Ok((date, Form::Doubtful));
    }
    let other = layout::other_layout(typed).ok_or(DateWordError::NotUnderstood)?;
    let other = fold(&other);
    match day_of(&other, meeting, context, calendar) {
        Err(DateWordError::NotUnderstood) => in_plans(&other)
            .map(|date| (date, Form::Doubtful))
            .ok_or(DateWordError::NotUnderstood),
        found => found.map(|(date, form)| (date, form.min(Form::Likely))),
    }
}

/// Lower case, «е» for «ё», single spaces, no dot at the end, without the remark that the day
/// itself is included, which it always is.
fn fold(text: &str) -> String {
    let lower = text.to_lowercase().replace('ё', "е").replace('\u{a0}', " ");
    let words: Vec<&str> = lower.split_whitespace().collect();
    let joined = words.join(" ");
    let bare = joined.trim_end_matches(['.', ',', ';', ')']);
    [
        " (включительно",
        " включительно",
        " (вкл",
        " вкл",
        " inclusive",
    ]
    .iter()
    .find_map(|remark| bare.strip_suffix(remark))
    .unwrap_or(bare)
    .trim_end_matches(['.', ',', ';'])
    .to_owned()
}

fn day_of(
    typed: &str,
    meeting: Date,
    context: DateContext,
    calendar: &Calendar,
) -> Result<(Date, Form), DateWordError> {
    let (word, form) = words::word(typed).ok_or(DateWordError::NotUnderstood)?;
    date_of(word, meeting, context, calendar).map(|date| (date, form))
}

fn date_of(
    word: Word,
    meeting: Date,
    context: DateContext,
    calendar: &Calendar,
) -> Result<Date, DateWordError> {
    let own_day = context.weekday.unwrap_or(meeting.weekday());
    let after = meeting.plus_days(1);
    Ok(match word {
        Word::Plan => return context.plan_due.ok_or(DateWordError::NoPlanDue),
        Word::Days(days) => meeting.plus_days(days),
        Word::Ahead(count, Step::Days) => meeting.plus_days(i64::from(count)),
        Word::Ahead(count, Step::WorkingDays) => calendar.after_working_days(meeting, count),
        Word::Ahead(count, Step::Weeks) => meeting.plus_days(7 * i64::from(count)),
        Word::Ahead(count, Step::Months) => plus_months(meeting, count),
        Word::Ahead(count, Step::Weekday(day)) => after
            .on_or_after(day)
            .plus_days(7 * (i64::from(count.max(1)) - 1)),
        Word::NextWeekday(day) => {
            let monday = meeting.start_of_week().plus_days(7);
            monday.on_or_after(day)
        }
        Word::NextMeeting => after.on_or_after(own_day),
        Word::End(end, further) => end_of(end, further, meeting),
        Word::Full { year, month, day } => Date::new(year, month, day)?,
        Word::DayMonth { month, day } => nearest(meeting, context.around, |offset| {
            Date::new(meeting.year() + offset, month, day)
        })?,
        Word::Month { month } => nearest(meeting, context.around, |offset| {
            Date::new(meeting.year() + offset, month, 1).map(Date::end_of_month)
        })?,
        Word::MonthOf { .. } if context.no_stretches => {
            return Err(DateWordError::NotUnderstood);
        }
        Word::MonthOf { year, month } => Date::new(year, month, 1)?.end_of_month(),
        Word::DayOnly { day } => nearest(meeting, context.around, |offset| {
            let first = meeting.start_of_month();
            let month = match u32::try_from(offset) {
                Ok(months) => plus_months(first, months),
                Err(_before) => first.plus_days(-1).start_of_month(),
            };
            Date::new(month.year(), month.month(), day)
        })?,
    })
}

/// The first of a row of dates that exists and is not past. A leap day is at most eight years off.
/// With `around` the nearest of those before, in and after the meeting's year or month.
fn nearest(
    meeting: Date,
    around: bool,
    candidate: impl Fn(i32) -> Result<Date, DateError>,
) -> Result<Date, DateWordError> {
    let mut fault = DateWordError::NoSuchDay;
    if around {
        let existing = (-1..=1).filter_map(|offset| candidate(offset).ok());
        if let Some(date) = existing.min_by_key(|date| date.days_since(meeting).abs()) {
            return Ok(date);
        }
    }
    for offset in 0..=8 {
        match candidate(offset) {
            Ok(date) if date >= meeting => return Ok(date),
            Ok(_past) => {}
            Err(DateError::Year) => fault = DateWordError::Year,
            Err(_no_such_day) => {}
        }
    }
    Err(fault)
}

/// The end of a week (its Friday), month, quarter, half-year or year; `further` units on.
fn end_of(end: End, further: u32, meeting: Date) -> Date {
    let in_months = |months: u32| {
        let first = Date::new(
            meeting.year(),
            (meeting.month() - 1) / months * months + 1,
            1,
        )
        .unwrap_or(meeting);
        plus_months(first, months * (further + 1) - 1).end_of_month()
    };
    match end {
        End::Week => {
            let friday = meeting.start_of_week().plus_days(4);
            let past = i64::from(friday < meeting);
            friday.plus_days(7 * (i64::from(further) + past))
        }
        End::Month => in_months(1),
        End::Quarter => in_months(3),
        End::Half => in_months(6),
        End::Year => in_months(12),
    }
}
