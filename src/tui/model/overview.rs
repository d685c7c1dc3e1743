//! The pictures: numbers, calendar, timeline, coverage.

use super::context;
use super::surface::Surface;
use std::collections::BTreeMap;

use super::Action;

use crate::domain::date::{Date, Span};
use crate::domain::document::HeadingKey;
use crate::domain::workspace::{DueOn, Numbers};

/// Which picture.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Tab {
    /// The numbers of the day, with bars.
    #[default]
    Numbers,
    /// The year with meetings, days off and windows.
    Calendar,
    /// Activities by month.
    Timeline,
    /// Measures by week: touched or silent.
    Coverage,
    /// Indicators with their values.
    Indicators,
    /// A week, day by day, with what is due.
    Week,
}

impl Tab {
    /// All, in the order they are shown.
    pub const ALL: [Self; 6] = [
        Self::Numbers,
        Self::Calendar,
        Self::Timeline,
        Self::Coverage,
        Self::Indicators,
        Self::Week,
    ];

    /// The command that shows it.
    pub fn action(self) -> Action {
        match self {
            Self::Numbers => Action::ShowNumbers,
            Self::Calendar => Action::ShowCalendar,
            Self::Timeline => Action::ShowTimeline,
            Self::Coverage => Action::ShowCoverage,
            Self::Indicators => Action::ShowIndicators,
            Self::Week => Action::ShowWeek,
        }
    }

    /// Its name in texts.
    pub fn name(self) -> &'static str {
        match self {
            Self::Numbers => "overview-numbers",
            Self::Calendar => "overview-calendar",
            Self::Timeline => "overview-timeline",
            Self::Coverage => "overview-coverage",
            Self::Indicators => "overview-indicators",
            Self::Week => "overview-week",
        }
    }
}

/// State of the pictures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OverviewState {
    /// Which one is seen.
    pub tab: Tab,
    /// The row under the cursor, counted from 0: of the bars, the timeline, the coverage.
    pub row: usize,
    /// First visible row.
    pub offset: usize,
    /// The activity whose windows the calendar shows, by its place in the plan.
    pub activity: usize,
    /// The year of the calendar; the day's until somebody turns the page.
    pub year: Option<i32>,
    /// How many weeks the coverage is moved back.
    pub back: usize,
    /// The Monday of the week that is seen; the day's until somebody turns the page.
    pub monday: Option<Date>,
    /// What is due in it.
    pub due: Option<Box<DueWeek>>,
    /// What was counted last.
    pub counted: Option<Box<Counted>>,
}

impl Surface for OverviewState {
    fn context(&self) -> &'static str {
        context::OVERVIEW
    }

    fn line_mut(&mut self) -> Option<&mut usize> {
        Some(&mut self.row)
    }
}

/// What is due in a week, found once a change and not once a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueWeek {
    /// At which revision of the workspace.
    pub revision: u64,
    /// Seen from which day.
    pub day: Date,
    /// Its Monday.
    pub monday: Date,
    /// By date.
    pub lines: Vec<DueOn>,
}

/// Numbers that are counted once a change and not once a frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// At which revision of the workspace.
    pub revision: u64,
    /// For which day.
    pub day: Date,
    /// The numbers of the day.
    pub now: Numbers,
    /// Those of a week before.
    pub before: Numbers,
    /// The weeks of the meetings.
    pub weeks: Vec<Span>,
    /// What was touched in them.
    pub coverage: BTreeMap<HeadingKey, Vec<usize>>,
}
