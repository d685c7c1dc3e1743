//! What a wording was read as: windows, how sure, and what every word was taken for.

use std::ops::Range;

use chrono::Weekday;
use serde::{Deserialize, Serialize};

use super::Kind;
use crate::domain::date::Span;

/// The reading of one wording.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reading {
    /// What sort of deadline it is.
    pub kind: Kind,
    /// All windows, before any shift for days off, sorted, without repeats.
    pub windows: Vec<Span>,
    /// Time of day, if the wording names one.
    pub time: Option<TimeRange>,
    /// How sure the reading is.
    pub certainty: Certainty,
    /// What else the wording says.
    pub notes: Vec<Note>,
    /// For [`Kind::Relative`]: what it counts and from where.
    pub relative: Option<Relative>,
    /// For [`Kind::Recurrence`]: the beat, which decides how due dates move.
    pub cadence: Option<Cadence>,
    /// What each part of the wording was taken for; together they are the whole wording.
    pub words: Vec<Understood>,
}

impl Reading {
    /// Whether the wording admits only this reading.
    pub fn is_certain(&self) -> bool {
        matches!(self.certainty, Certainty::Exact)
    }

    /// The parts of the wording nobody understood.
    pub fn unread(&self) -> impl Iterator<Item = Range<usize>> {
        self.words
            .iter()
            .filter(|word| word.role == Role::Unread)
            .map(|word| word.span.clone())
    }
}

/// How sure a reading is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Certainty {
    /// The wording says this and nothing else.
    Exact,
    /// Something was decided that the wording leaves open.
    Assumed {
        /// What was decided; never empty.
        reasons: Vec<Reason>,
        /// The other honest readings, as far as they can be worked out.
        alternatives: Vec<Alternative>,
    },
    /// Could not be read; a date must be asked for.
    Unread,
}

/// Another honest reading of the same wording.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Alternative {
    /// What sort of deadline it would be.
    pub kind: Kind,
    /// Its windows.
    pub windows: Vec<Span>,
}

macro_rules! named {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident = $id:literal,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$doc])* $variant,)* }

        impl $name {
            /// All values, for tables of texts.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The stable name, as texts and files know it.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }
        }
    };
}

named! {
    /// Why a reading is assumed and not exact.
    Reason {
        /// No year is named and the plan has several: read as every year.
        EveryPlanYear = "every-plan-year",
        /// The plan's period cuts off a part of the named stretch.
        CutByPeriod = "cut-by-period",
        /// The named dates lie outside the plan's period.
        OutsidePeriod = "outside-period",
        /// The list is not in the order of time and names no years.
        UnsortedList = "unsorted-list",
        /// Two dates stand side by side without a comma or a dash.
        NoSeparator = "no-separator",
        /// Only days are named; the month is the plan's own.
        MonthOfPlan = "month-of-plan",
        /// «до мая», «к 2024 году»: whether the named stretch itself is included.
        NamedStretchIncluded = "named-stretch-included",
        /// «к 1 сентября»: whether the day itself is included.
        Toward = "toward",
        /// A beginning without an end: read to the end of the period.
        OpenEnd = "open-end",
        /// «начало», «середина», «конец» of something.
        VaguePart = "vague-part",
        /// «2 раза в год»: the year is split into equal parts.
        EqualParts = "equal-parts",
        /// The cycle's first day is not named: counted from the start of the period.
        CycleStart = "cycle-start",
        /// «за отчетным» does not say which unit is reported on.
        ReportingUnit = "reporting-unit",
        /// A word is missing that the phrase needs.
        MissingWord = "missing-word",
        /// Dates are set by another timetable, plan or agreement.
        OtherSchedule = "other-schedule",
        /// A part of the wording was not understood.
        UnreadPart = "unread-part",
        /// A misprint was read as the nearest word.
        Misprint = "misprint",
        /// School terms and holidays differ from school to school.
        SchoolCalendar = "school-calendar",
        /// Half-years and years of a school plan: of the school year or of the calendar.
        SchoolOrCalendar = "school-or-calendar",
        /// The weekday named does not fall on the date named.
        WeekdayMismatch = "weekday-mismatch",
        /// Which years are «planned» is not in the wording.
        PlannedYear = "planned-year",
        /// Bound to an event whose date is not in the wording.
        EventBound = "event-bound",
        /// «в течение года», «до конца месяца»: which of several.
        WhichUnit = "which-unit",
        /// «каждый второй вторник»: every other one, or the second of the month.
        EveryOther = "every-other",
        /// A remark in brackets narrows the stretch.
        Narrowed = "narrowed",
        /// The wording itself says it is tentative.
        Tentative = "tentative",
        /// Numbers were taken for months.
        NumbersAsMonths = "numbers-as-months",
        /// Two readings are joined by «или».
        Either = "either",
        /// A recurrence implied by the phrase but not said.
        ImpliedRepeat = "implied-repeat",
        /// The wording names several deadlines of different kinds.
        MixedKinds = "mixed-kinds",
        /// The weeks of a month can be counted in more than one way.
        WeekOfMonth = "week-of-month",
        /// The year was taken from a neighbour or from the order of the list.
        YearFromNeighbour = "year-from-neighbour",
        /// «в течение 3 лет, с 2015 по 2019 год»: the length and the stretch disagree.
        CountMismatch = "count-mismatch",
        /// «не ранее чем за месяц до …»: how late is not said.
        LowerBound = "lower-bound",
    }
}

named! {
    /// What else a wording says beside its dates.
    Note {
        /// «поэтапно»: several marks inside the window.
        Stages = "stages",
        /// «не реже»: the frequency is a minimum.
        AtLeast = "at-least",
        /// «по мере необходимости» beside a date.
        AsNeeded = "as-needed",
        /// «включительно» is said.
        Inclusive = "inclusive",
        /// The windows reach beyond the plan's period.
        OutsidePeriod = "outside-period",
        /// Days in brackets name the weekday.
        WeekdayNamed = "weekday-named",
        /// «постоянно».
        Standing = "standing",
        /// «далее ежегодно».
        Further = "further",
        /// The first or last report lies at the edge of the period and is not counted.
        EdgeReports = "edge-reports",
        /// The day of the event itself is not counted.
        EventDayNotCounted = "event-day-not-counted",
        /// Some units are left out («кроме июля»).
        Except = "except",
        /// Repeats every year.
        Yearly = "yearly",
        /// A working day is asked for («последний рабочий день месяца»).
        WorkingDay = "working-day",
        /// No date by its own words.
        NoDate = "no-date",
        /// A month without that day, or a year without 29 February, has its last day instead
        /// (ГК РФ ст. 192 п. 3).
        NoSuchDay = "no-such-day",
        /// «не ранее чем за 10 и не позднее чем за 3 дня до …»: the earliest time is named too.
        EarliestToo = "earliest-too",
    }
}

named! {
    /// What a part of a wording was taken for.
    Role {
        /// A day of the month.
        Day = "day",
        /// A month.
        Month = "month",
        /// A year or the mark «г.».
        Year = "year",
        /// A quarter, half-year, week, ten days, school year.
        Unit = "unit",
        /// A day of the week.
        Weekday = "weekday",
        /// A number or ordinal of something.
        Number = "number",
        /// «с», «по», «до», «не позднее», «в срок».
        Boundary = "boundary",
        /// «ежемесячно», «раз в», «каждый».
        Repeat = "repeat",
        /// Time of day.
        Time = "time",
        /// «рабочих дней», «в 7-дневный срок».
        Term = "term",
        /// The event a term is counted from.
        Anchor = "anchor",
        /// «по графику», «по согласованию».
        Unscheduled = "unscheduled",
        /// «поэтапно», «включительно», «срок:».
        Remark = "remark",
        /// Commas, dashes, brackets, spaces, footnote marks.
        Separator = "separator",
        /// Not understood.
        Unread = "unread",
    }
}

/// A part of the wording and what it was taken for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Understood {
    /// Bytes of the original wording.
    pub span: Range<usize>,
    /// What it was taken for.
    pub role: Role,
}

/// A time of day to the minute.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct ClockTime {
    /// 0–23.
    pub hour: u8,
    /// 0–59.
    pub minute: u8,
}

impl std::fmt::Display for ClockTime {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

/// From when to when on each day of the deadline.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TimeRange {
    /// The beginning; none for «до 15:00».
    pub from: Option<ClockTime>,
    /// The end, if said.
    pub to: Option<ClockTime>,
    /// Whether «МСК» is said.
    pub moscow: bool,
}

/// Which way a term is counted from its event.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// So long after the event.
    After,
    /// So long before it.
    Before,
}

/// A term counted from an event.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Relative {
    /// Days (weeks are sevens); none when counted in months or not counted at all.
    pub days: Option<u32>,
    /// Whether working days are meant; calendar days unless said.
    pub working: bool,
    /// Months (years are twelves).
    pub months: Option<u32>,
    /// Hours, when the term is given in hours.
    pub hours: Option<u32>,
    /// The event in the words of the wording, if named.
    pub anchor: Option<String>,
    /// After or before it.
    pub direction: Direction,
}

impl Relative {
    /// Bound to an event without a length.
    pub(super) fn unmeasured(anchor: String, direction: Direction) -> Self {
        Self {
            days: None,
            working: false,
            months: None,
            hours: None,
            anchor: Some(anchor),
            direction,
        }
    }
}

/// The beat of a recurrence.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Cadence {
    /// Every day.
    Daily,
    /// Given days of the week.
    Weekdays,
    /// Once a week, any day.
    Weekly,
    /// Anything longer; due dates move by the common rule.
    Longer,
}

/// Number of a weekday from Monday = 0, as the lexicon keeps it.
pub(super) fn weekday(number: u8) -> Weekday {
    match number {
        0 => Weekday::Mon,
        1 => Weekday::Tue,
        2 => Weekday::Wed,
        3 => Weekday::Thu,
        4 => Weekday::Fri,
        5 => Weekday::Sat,
        _ => Weekday::Sun,
    }
}
