//! The phrases a deadline is made of, as said: years not yet inherited, nothing yet on a calendar.

use std::ops::Range;

use super::lexicon::{Terms, Unit};
use super::reading::{Direction, Relative, TimeRange};

/// A named stretch of the calendar, without its year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// A number that takes its meaning from the part to its right («10» of «10-13 октября»).
    Bare(u32),
    Day {
        month: u32,
        day: u32,
    },
    Month(u32),
    Quarter(u32),
    Half(u32),
    /// The first so many months of a year: «за 9 месяцев».
    FirstMonths(u32),
    /// The n-th part of a school year.
    Term(Terms, u32),
    /// Ten days of a month: 1–3.
    Third {
        month: u32,
        n: u32,
    },
    HalfMonth {
        month: u32,
        n: u32,
    },
    /// A week of a month; −1 is the last.
    Week {
        month: u32,
        n: i32,
    },
    /// «вторая суббота марта»; −1 is the last.
    Weekday {
        month: u32,
        n: i32,
        weekday: u8,
    },
    Season(u32),
    LongVacation,
    Year,
    SchoolYear,
    Period,
}

impl Shape {
    /// The month it is, or lies in; nothing for what is longer, and for what waits for a month.
    pub(super) fn month(self) -> Option<u32> {
        match self {
            Self::Day { month, .. }
            | Self::Month(month)
            | Self::Third { month, .. }
            | Self::HalfMonth { month, .. }
            | Self::Week { month, .. }
            | Self::Weekday { month, .. } => Some(month),
            _ => None,
        }
    }
}

/// Which part of a stretch.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Edge {
    Start,
    Middle,
    End,
}

/// The year said with a part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Years {
    None,
    One(i32),
    Each(i32, i32),
    /// The school year that begins in this year.
    School(i32),
    /// So many years after the plan's last one.
    AfterPlan(i32),
}

/// A stretch with its year and edge.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Part {
    pub(super) shape: Shape,
    pub(super) years: Years,
    pub(super) edge: Option<Edge>,
    /// The weekday said with the day.
    pub(super) weekday: Option<u8>,
    /// A month in the genitive after a comma: it may share the day of the month before it
    /// («10 апреля, июля»).
    pub(super) in_row: bool,
}

impl Part {
    pub(super) fn new(shape: Shape) -> Self {
        Self {
            shape,
            years: Years::None,
            edge: None,
            weekday: None,
            in_row: false,
        }
    }
}

/// How an end is named.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Limit {
    /// «до», «в срок до».
    Until,
    /// «не позднее», «по»: inclusive by itself.
    NotLater,
    /// «к».
    Toward,
}

/// A dated phrase.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Item {
    /// From … to …, or one part.
    Stretch {
        from: Part,
        to: Option<Part>,
        /// «в течение» was said.
        within: bool,
    },
    Until {
        part: Part,
        limit: Limit,
    },
    Since {
        part: Part,
    },
    /// «в течение года», «в течение месяца» without saying which.
    Within(Unit),
}

/// The unit a report is on, as said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Reported {
    Unit(Unit),
    /// «за отчетным периодом».
    Period,
    /// «за отчетным».
    Bare,
    /// «следующего месяца».
    NextMonth,
}

/// What a monthly day reports on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Report {
    pub(super) reported: Reported,
    /// «месяца» is missing.
    pub(super) missing: bool,
    /// Which month after the unit, from 1.
    pub(super) month: u32,
}

/// What an ordinal or a day is counted in: each month, each quarter, the last month of each quarter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Of {
    pub(super) unit: Unit,
    /// Which of its months; −1 is the last.
    pub(super) month: Option<i32>,
}

impl Of {
    pub(super) fn each(unit: Unit) -> Self {
        Self { unit, month: None }
    }
}

/// A length of time counted from an edge of a unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct UnitTerm {
    /// Days or, with `months`, months.
    pub(super) count: u32,
    pub(super) months: bool,
    /// Only working days are counted.
    pub(super) working: bool,
    pub(super) edge: Edge,
    pub(super) direction: Direction,
}

/// A repeating phrase.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Beat {
    Every {
        unit: Unit,
        step: u32,
        times: u32,
        at_least: bool,
        /// «1 раз в месяц»: how often is said in figures.
        counted: bool,
    },
    /// Bits from Monday; `sure` when said as a recurrence.
    Weekdays {
        days: u8,
        sure: bool,
    },
    /// The n-th weekdays of a unit.
    NthWeekday {
        ns: Vec<i32>,
        days: u8,
        of: Option<Of>,
        every: bool,
    },
    /// The n-th weeks, ten days, months … of a unit, from … to.
    NthUnit {
        unit: Unit,
        ns: Vec<(i32, i32)>,
        of: Option<Of>,
    },
    /// The n-th to m-th (working) day of a unit, or of the month after one reported on.
    NthDay {
        ns: (i32, i32),
        of: Option<Of>,
        working: bool,
        until: bool,
        report: Option<Report>,
    },
    /// Days of each month, or of a month of a larger unit.
    MonthDays {
        spans: Vec<(u32, u32)>,
        of: Option<Of>,
    },
    UntilMonthDay {
        days: Vec<u32>,
        report: Option<Report>,
        of: Option<Of>,
    },
    /// A day of so many years after (−1: before) each year.
    YearDay {
        month: u32,
        day: u32,
        offset: i32,
        until: bool,
    },
    /// «за I квартал – до 10 апреля»: a stretch and the day its report is due.
    ReportDay {
        on: Shape,
        month: u32,
        day: u32,
        /// «следующего года» is said.
        next_year: bool,
    },
    UntilWeekday {
        weekday: u8,
    },
    /// «в течение 10 рабочих дней после окончания квартала»: a term counted from the beginning or
    /// the end of each unit.
    UnitTerm {
        term: UnitTerm,
        of: Unit,
    },
    EdgeOf {
        edge: Edge,
        unit: Unit,
        until: bool,
        every: bool,
    },
}

/// Words that set no date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Vague {
    /// «постоянно».
    Standing,
    /// «по мере необходимости».
    AsNeeded,
    /// «по отдельному графику».
    Schedule,
    /// «по согласованию».
    Agreement,
    /// «осенние каникулы»; the season, if named.
    Vacation(Option<u32>),
    /// «в ходе проведения …».
    Event,
    /// «дата уточняется».
    Undetermined,
    /// «однократно».
    Once,
}

/// Small words that colour the whole.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Flag {
    Label,
    Stages,
    Inclusive,
    Tentative,
    Further,
    Except,
    Either,
    Misprint,
    /// A term is counted from a quarter, a year: its date could be worked out in several ways.
    LooseAnchor,
    /// «не ранее чем за месяц до …»: only the earliest time is named.
    LowerBound,
    /// «не ранее чем за 10 и не позднее чем за 3 дня до …»: the earliest time beside the latest.
    EarliestToo,
    /// «после 15 числа»: how long after is not said.
    OpenEnd,
}

/// One phrase.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Phrase {
    Item(Item),
    Beat(Beat),
    Term(Relative),
    /// «(9 календарных дней)» after a stretch.
    Length(Relative),
    Vague(Vague),
    /// «в декабре – до 15» beside a day of each month.
    OwnDay {
        month: u32,
        day: u32,
    },
    Time(TimeRange),
    Flag(Flag),
    Separator,
    Open,
    Close,
    /// Not understood; `number` when figures are among it.
    Unread {
        number: bool,
    },
}

/// A phrase and the tokens it was read from.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Placed {
    pub(super) phrase: Phrase,
    pub(super) tokens: Range<usize>,
    /// A line break stands before it.
    pub(super) breaks: bool,
}
