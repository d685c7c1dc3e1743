//! The words of official deadlines: a table from a lower-case word to what it can mean.
//! Knows nothing of their order.

mod spelling;
mod table;

use super::numeral::{self, Numeral};
pub(super) use spelling::{abbreviated, contracted, is_shortened, is_stump, nearest};
use table::{EXACT, MONTHS, STEMS, TERM_ADJECTIVES, WEEKDAYS, WEEKDAYS_SHORT};

/// A unit of time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unit {
    Hour,
    Day,
    Week,
    Decade,
    Month,
    Quarter,
    /// A part of the school year.
    Term(Terms),
    Half,
    Year,
    SchoolYear,
}

/// What a school year is divided into.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Terms {
    /// «четверть».
    Quarters,
    /// «триместр».
    Trimesters,
    /// «семестр».
    Semesters,
}

impl Terms {
    /// How many of them a school year has.
    pub(super) const fn count(self) -> u32 {
        match self {
            Self::Quarters => 4,
            Self::Trimesters => 3,
            Self::Semesters => 2,
        }
    }
}

/// What a token can mean.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Lex {
    /// Digits, or a number word (`digits` is 0).
    Num {
        value: u32,
        digits: u8,
    },
    Ordinal(u32),
    Roman(u32),
    /// «П», «Ш» before «квартал».
    TypistRoman(u32),
    Month(u32),
    Weekday {
        day: u8,
        plural: bool,
    },
    Unit(Unit),
    /// «ежемесячно».
    Repeatedly(Unit),
    /// «трёхмесячный»: number and unit in one word; bare «месячный» has 1, «дневный» 0.
    TermAdjective {
        count: u32,
        unit: Unit,
    },
    /// «квартальный», «годовой» of a report.
    ReportName(Unit),
    /// «отчёт».
    ReportNoun,
    Season(u32),
    /// «сезон».
    SeasonNoun,
    /// «г.», «гг.».
    YearMark,
    From,
    Along,
    Until,
    Toward,
    In,
    On,
    During,
    Through,
    Starting,
    OutOf,
    After,
    Under,
    Not,
    Later,
    Earlier,
    Than,
    Less,
    More,
    Rarer,
    Course,
    TimeLimit,
    Period,
    Inclusive,
    Start,
    Middle,
    End,
    HalfPart,
    Every,
    Times,
    TimesAdverb(u32),
    Working,
    ByCalendar,
    DayNumber,
    Following,
    PrecedingYear,
    Reporting,
    Planned,
    Current,
    School,
    Whole,
    AtLeast,
    Once,
    Promptly,
    Realisation,
    Standing,
    Schedule,
    Agreement,
    Need,
    Measure,
    EventNoun,
    Completion,
    Moment,
    Stages,
    Stage,
    Further,
    Tentative,
    Undetermined,
    Last,
    Hour,
    Minute,
    Moscow,
    Vacation,
    And,
    Or,
    Except,
    Weekends,
    Weekdays,
    CalendarPlan,
    But,
    Both,
    Dash,
    Dot,
    Comma,
    Semicolon,
    Slash,
    Colon,
    Open,
    Close,
    /// Quotes, footnote stars and the like.
    Mark,
    Unknown,
}

const MONTH_ENDINGS: &[&str] = &["ь", "я", "е", "ю", "ем"];
const MONTH_ENDINGS_HARD: &[&str] = &["", "а", "е", "у", "ом"];
const MAY_ENDINGS: &[&str] = &["й", "я", "е", "ю", "ем"];

/// Looks a lower-case word up («ё» already «е»).
pub(super) fn look_up(word: &str) -> Lex {
    if let Some(month) = month(word) {
        return Lex::Month(month);
    }
    if let Some(lex) = weekday(word) {
        return lex;
    }
    if let Some(exact) = EXACT.iter().find(|(known, _)| *known == word) {
        return exact.1;
    }
    if let Some(value) = numeral::roman(word) {
        return Lex::Roman(value);
    }
    if let Some(value) = numeral::typist_roman(word) {
        return Lex::TypistRoman(value);
    }
    if let Some(adjective) = term_adjective(word) {
        return adjective;
    }
    if let Some(stem) = STEMS.iter().find(|(stem, _)| word.starts_with(stem)) {
        return stem.1;
    }
    if let Some(numeral) = numeral::in_words(word) {
        return match numeral {
            Numeral::Count(value) => Lex::Num { value, digits: 0 },
            Numeral::Order(value) => Lex::Ordinal(value),
        };
    }
    Lex::Unknown
}

fn month(word: &str) -> Option<u32> {
    MONTHS.iter().find_map(|(number, stem, short)| {
        // A short form has four letters at most.
        if word.len() <= 8
            && short
                .split(' ')
                .any(|form| !form.is_empty() && form == word)
        {
            return Some(*number);
        }
        let ending = word.strip_prefix(stem)?;
        let endings = match number {
            3 | 8 => MONTH_ENDINGS_HARD,
            5 => MAY_ENDINGS,
            _ => MONTH_ENDINGS,
        };
        endings.contains(&ending).then_some(*number)
    })
}

fn weekday(word: &str) -> Option<Lex> {
    let number = |index: usize| u8::try_from(index).unwrap_or(0);
    if let Some(index) = WEEKDAYS_SHORT.iter().position(|short| *short == word) {
        return Some(Lex::Weekday {
            day: number(index),
            plural: false,
        });
    }
    WEEKDAYS
        .iter()
        .enumerate()
        .find_map(|(index, (stem, one, many))| {
            let ending = word.strip_prefix(stem)?;
            let plural = many.split(' ').any(|known| known == ending);
            let single = one.split(' ').any(|known| known == ending);
            (single || plural).then(|| Lex::Weekday {
                day: number(index),
                plural,
            })
        })
}

fn term_adjective(word: &str) -> Option<Lex> {
    let unit = |rest: &str| {
        TERM_ADJECTIVES
            .iter()
            .find_map(|(stem, unit)| rest.starts_with(stem).then_some(*unit))
    };
    if let Some(unit) = unit(word) {
        let count = u32::from(!word.starts_with("дневн"));
        return Some(Lex::TermAdjective { count, unit });
    }
    let (count, rest) = numeral::split_prefix(word)?;
    unit(rest).map(|unit| Lex::TermAdjective { count, unit })
}
