//! The words a date may be typed in, Russian and English; no calendar here.

use chrono::Weekday;

use crate::domain::deadline::lexicon::{self, Lex};
use crate::domain::deadline::reading::weekday;

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
    DayOnly { day: u32 },
}

/// Whole phrases.
const PHRASES: &[(&str, Word)] = &[
    ("сегодня", Word::Days(0)),
    ("сег", Word::Days(0)),
    ("today", Word::Days(0)),
    ("завтра", Word::Days(1)),
    ("зав", Word::Days(1)),
    ("tomorrow", Word::Days(1)),
    ("послезавтра", Word::Days(2)),
    ("day after tomorrow", Word::Days(2)),
    ("вчера", Word::Days(-1)),
    ("yesterday", Word::Days(-1)),
    ("по плану", Word::Plan),
    ("план", Word::Plan),
    ("as planned", Word::Plan),
    ("plan", Word::Plan),
    ("eow", Word::End(End::Week, 0)),
    ("eom", Word::End(End::Month, 0)),
    ("eoq", Word::End(End::Quarter, 0)),
    ("eoy", Word::End(End::Year, 0)),
    ("следующее совещание", Word::NextMeeting),
    ("следующему совещанию", Word::NextMeeting),
    ("след совещание", Word::NextMeeting),
    ("next meeting", Word::NextMeeting),
    ("через неделю", Word::Ahead(1, Step::Weeks)),
    ("через месяц", Word::Ahead(1, Step::Months)),
    ("через квартал", Word::Ahead(3, Step::Months)),
    ("через полгода", Word::Ahead(6, Step::Months)),
    ("через год", Word::Ahead(12, Step::Months)),
    ("через день", Word::Ahead(2, Step::Days)),
    ("in a week", Word::Ahead(1, Step::Weeks)),
    ("in a month", Word::Ahead(1, Step::Months)),
];

/// Small words before a date that change nothing.
const LEADS: &[&str] = &[
    "не позднее ",
    "в срок до ",
    "до ",
    "к ",
    "ко ",
    "в ",
    "во ",
    "на ",
    "by ",
    "on ",
    "until ",
    "till ",
];

const STEPS: &[(&str, Step)] = &[
    ("д день дня дней дн d day days", Step::Days),
    ("рд рабдн wd", Step::WorkingDays),
    (
        "н нед неделя неделю недели недель w week weeks",
        Step::Weeks,
    ),
    ("м мес месяц месяца месяцев m month months", Step::Months),
];

const ENDS: &[(&str, End)] = &[
    ("недели week", End::Week),
    ("месяца мес month", End::Month),
    ("квартала кв quarter", End::Quarter),
    ("полугодия half", End::Half),
    ("года year", End::Year),
];

const ENGLISH_DAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];
const ENGLISH_MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Understands a folded text.
pub(super) fn word(typed: &str) -> Option<Word> {
    exact(typed).or_else(|| {
        let mut rest = typed;
        // «в срок до 15.06», «к концу месяца»
        while let Some(shorter) = LEADS.iter().find_map(|lead| rest.strip_prefix(lead)) {
            rest = shorter;
            if let Some(word) = exact(rest) {
                return Some(word);
            }
        }
        None
    })
}

fn exact(text: &str) -> Option<Word> {
    if let Some((_, word)) = PHRASES.iter().find(|(phrase, _)| *phrase == text) {
        return Some(*word);
    }
    ahead(text)
        .or_else(|| end(text))
        .or_else(|| next(text))
        .or_else(|| day_of_week(text).map(|day| Word::Ahead(1, Step::Weekday(day))))
        .or_else(|| numeric(text))
        .or_else(|| named(text))
}

/// `+7`, `+2чт`, `через 2 недели`, `in 3 days`.
fn ahead(text: &str) -> Option<Word> {
    let rest = ["+", "через ", "in "]
        .iter()
        .find_map(|lead| text.strip_prefix(lead))?
        .trim();
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let (count, unit) = if digits.is_empty() {
        let (number, unit) = rest.split_once(' ').unwrap_or(("", rest));
        let count = match lexicon::look_up(number) {
            Lex::Num { value, digits: 0 } => value,
            _ if number.is_empty() => 1,
            _ => return None,
        };
        (count, unit)
    } else {
        (
            digits.parse().ok()?,
            rest.strip_prefix(digits.as_str())?.trim(),
        )
    };
    if count > 9999 {
        return None;
    }
    if unit.is_empty() {
        return text
            .starts_with('+')
            .then_some(Word::Ahead(count, Step::Days));
    }
    if let Some(day) = day_of_week(unit) {
        return (count > 0).then_some(Word::Ahead(count, Step::Weekday(day)));
    }
    let (unit, working) = unit
        .strip_prefix("рабочих ")
        .or_else(|| unit.strip_prefix("рабочий "))
        .or_else(|| unit.strip_prefix("working "))
        .map_or((unit, false), |unit| (unit, true));
    let step = STEPS
        .iter()
        .find(|(forms, _)| forms.split(' ').any(|form| form == unit))?
        .1;
    match (working, step) {
        (true, Step::Days) => Some(Word::Ahead(count, Step::WorkingDays)),
        (true, _) => None,
        _ => Some(Word::Ahead(count, step)),
    }
}

/// `конец месяца`, `конца следующей недели`, `конец июня`, `end of quarter`.
fn end(text: &str) -> Option<Word> {
    let rest = ["конец ", "конца ", "концу ", "конце ", "end of "]
        .iter()
        .find_map(|lead| text.strip_prefix(lead))?;
    let (rest, further) = ["следующего ", "следующей ", "след ", "след. ", "next "]
        .iter()
        .find_map(|lead| rest.strip_prefix(lead))
        .map_or((rest, 0), |rest| (rest, 1));
    let rest = ["этого ", "этой ", "текущего ", "текущей ", "the ", "this "]
        .iter()
        .find_map(|lead| rest.strip_prefix(lead))
        .unwrap_or(rest);
    let unit = ENDS
        .iter()
        .find(|(forms, _)| forms.split(' ').any(|form| form == rest));
    if let Some((_, end)) = unit {
        return Some(Word::End(*end, further));
    }
    (further == 0)
        .then(|| month(rest).map(|month| Word::Month { month }))
        .flatten()
}

/// `следующий чт`, `next thursday`, `следующая неделя`.
fn next(text: &str) -> Option<Word> {
    if let Some(rest) = ["этот ", "эту ", "это ", "ближайший ", "ближайшую ", "this "]
        .iter()
        .find_map(|lead| text.strip_prefix(lead))
    {
        return day_of_week(rest).map(|day| Word::Ahead(1, Step::Weekday(day)));
    }
    let rest = [
        "следующий ",
        "следующую ",
        "следующее ",
        "следующей ",
        "следующая ",
        "след. ",
        "след ",
        "next ",
    ]
    .iter()
    .find_map(|lead| text.strip_prefix(lead))?;
    if let Some(day) = day_of_week(rest) {
        return Some(Word::NextWeekday(day));
    }
    match rest {
        "неделя" | "неделе" | "неделю" | "week" => Some(Word::End(End::Week, 1)),
        "месяц" | "month" => Some(Word::End(End::Month, 1)),
        _ => None,
    }
}

fn day_of_week(text: &str) -> Option<Weekday> {
    if let Lex::Weekday { day, .. } = lexicon::look_up(text) {
        return Some(weekday(day));
    }
    let place = english(text, ENGLISH_DAYS)?;
    u8::try_from(place).ok().map(weekday)
}

/// A full English name or its first three letters.
fn english(text: &str, names: &[&str]) -> Option<usize> {
    names
        .iter()
        .position(|name| *name == text || (text.len() == 3 && name.starts_with(text)))
}

fn month(text: &str) -> Option<u32> {
    if let Lex::Month(month) = lexicon::look_up(text.trim_end_matches('.')) {
        return Some(month);
    }
    english(text, ENGLISH_MONTHS).and_then(|place| u32::try_from(place + 1).ok())
}

/// `15`, `15.06`, `15.06.23`, `15/06/2023`, `2023-06-15`.
fn numeric(text: &str) -> Option<Word> {
    let text = text
        .strip_suffix(" г")
        .or_else(|| text.strip_suffix("г"))
        .unwrap_or(text);
    let iso: Vec<&str> = text.split('-').collect();
    if let [year, month, day] = iso.as_slice()
        && year.len() == 4
    {
        return Some(Word::Full {
            year: number(year)?.try_into().ok()?,
            month: number(month)?,
            day: number(day)?,
        });
    }
    let parts: Vec<&str> = text.split(['.', '/']).collect();
    match parts.as_slice() {
        [day] => Some(Word::DayOnly { day: short(day)? }),
        [day, month] => Some(Word::DayMonth {
            month: short(month)?,
            day: short(day)?,
        }),
        [day, month, year] => Some(Word::Full {
            year: full_year(year)?,
            month: short(month)?,
            day: short(day)?,
        }),
        _ => None,
    }
}

fn number(text: &str) -> Option<u32> {
    (!text.is_empty() && text.len() <= 4 && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

fn short(text: &str) -> Option<u32> {
    number(text).filter(|_| text.len() <= 2)
}

fn full_year(text: &str) -> Option<i32> {
    let year = i32::try_from(number(text)?).ok()?;
    match text.len() {
        2 => Some(2000 + year),
        4 => Some(year),
        _ => None,
    }
}

/// `15 июня`, `15-го`, `15 июня 2023 г.`, `june 15`, `июнь`.
fn named(text: &str) -> Option<Word> {
    let words: Vec<&str> = text.split(' ').collect();
    let day = |word: &str| {
        let bare = ["-го", "го", "-е", "th", "st", "nd", "rd"]
            .iter()
            .find_map(|ending| word.strip_suffix(ending))
            .unwrap_or(word);
        short(bare)
    };
    match words.as_slice() {
        [one] => match month(one) {
            Some(month) => Some(Word::Month { month }),
            None => day(one).map(|day| Word::DayOnly { day }),
        },
        [first, "числа" | "число" | "числу"] => {
            Some(Word::DayOnly { day: day(first)? })
        }
        [first, second] => {
            if let Some(month) = month(second) {
                return Some(Word::DayMonth {
                    month,
                    day: day(first)?,
                });
            }
            Some(Word::DayMonth {
                month: month(first)?,
                day: day(second)?,
            })
        }
        [first, second, year] | [first, second, year, "г" | "года"] => Some(Word::Full {
            year: full_year(year.trim_end_matches('г'))?,
            month: month(second)?,
            day: day(first)?,
        }),
        _ => None,
    }
}
