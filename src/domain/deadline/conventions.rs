//! What is agreed where the language leaves a choice: settings, each with its source.

use serde::{Deserialize, Serialize};

/// Where a due date goes that falls on a day off.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Shift {
    /// To the preceding working day: the rule for assignments of the executive
    /// (e.g. п. 5.3.2 of the rules at consultant.ru `LAW_305378`; Свердловск 453106005 п. 17).
    #[default]
    Preceding,
    /// To the next working day: civil and labour law (ГК ст. 193, ТК ст. 14).
    Next,
    /// Nowhere.
    None,
}

/// What becomes of a weekly day that is off («по четвергам», and the Thursday is 9 May).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum WeekdayOff {
    /// The preceding working day of the same week; none there: no due date. No norm was found;
    /// this follows the rule for assignments.
    #[default]
    Preceding,
    /// The next working day of the same week.
    Next,
    /// The time is skipped: no due date.
    Skip,
    /// Stays on the day off.
    Keep,
}

/// What becomes of a week without a working day (1–7 January 2024).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum EmptyWeek {
    /// No due date. No norm was found; nothing can be demanded in such a week.
    #[default]
    NoDue,
    /// The last working day before it.
    Preceding,
    /// The first working day after it.
    Next,
}

/// Whether the end of a month, quarter, half-year or year is its last day or its last working day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum UnitEnd {
    /// The last day, moved by [`Shift`]: under the default rule the last working day.
    #[default]
    Working,
    /// The last calendar day, not moved.
    Calendar,
}

/// A day of the year without the year.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MonthDay {
    /// 1–12.
    pub month: u32,
    /// 1–31.
    pub day: u32,
}

/// A school term («четверть», «триместр»), from … to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchoolTerm {
    /// Its first day; from August on it lies in the year the school year begins in.
    pub first: MonthDay,
    /// Its last day.
    pub last: MonthDay,
}

/// The agreed choices a reading rests on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Conventions {
    /// Where a due date goes that falls on a day off. Never applied to events.
    pub shift: Shift,
    /// Whether «до 15 июня» includes 15 June. Default yes: the language does not decide
    /// (gramota.ru), the field «Плановая дата» of document systems includes the day.
    pub until_inclusive: bool,
    /// Last or last working day of a month, quarter and the like.
    pub unit_end: UnitEnd,
    /// What becomes of a weekly day that is off.
    pub weekday_off: WeekdayOff,
    /// What becomes of a week without a working day.
    pub empty_week: EmptyWeek,
    /// The last day of a school year; it begins on 1 September (п. 22 Порядка, приказ
    /// Минпросвещения № 115) and ends by the curriculum. Default 31 August: planning windows;
    /// 31 May and 30 June are the other usual choices.
    pub school_year_end: MonthDay,
    /// The terms of the school year in their order. Default none are known: a reading that needs
    /// them takes the usual ones and says so. The holidays lie between them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub school_terms: Vec<SchoolTerm>,
    /// «ежемесячно», «ежеквартально» without a day: report by this day of the month after the
    /// unit. The only norm found says 10 (Свердловск 453106005 п. 16); default none: the unit's
    /// own last working day.
    pub report_day: Option<u32>,
    /// «постоянно»: report by this day of the next year. The same norm says 20 January; default
    /// none: the end of the window.
    pub standing_report: Option<MonthDay>,
}

impl Default for Conventions {
    fn default() -> Self {
        Self {
            shift: Shift::default(),
            until_inclusive: true,
            unit_end: UnitEnd::default(),
            weekday_off: WeekdayOff::default(),
            empty_week: EmptyWeek::default(),
            school_year_end: MonthDay { month: 8, day: 31 },
            school_terms: Vec::new(),
            report_day: None,
            standing_report: None,
        }
    }
}

impl Conventions {
    /// The preset of the Sverdlovsk rules: reports by the 10th, standing work by 20 January.
    pub fn reporting_by_the_tenth() -> Self {
        Self {
            report_day: Some(10),
            standing_report: Some(MonthDay { month: 1, day: 20 }),
            ..Self::default()
        }
    }
}
