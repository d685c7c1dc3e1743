//! The tactical plan (тактический план): who does what by when until the next meeting. Of the
//! order Р-503 it is the expected result of the weekly meeting itself (measure 1.2, third activity).
//! Columns and groups: domain.md 4.2.

mod words;

use serde::{Deserialize, Serialize};

use super::date::{Date, Span};
use super::document::ActivityKey;
use super::indicator::Amount;
use super::mark::Status;
use super::minutes::MinutesState;
use super::safe_text::SafeText;
use super::settings::PaperSettings;

pub use words::PlanWords;

/// The tactical plan after one meeting: `tactical-plans/2023-05-25.ron`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TacticalPlan {
    /// Version of the file's form.
    pub format: u32,
    /// What is stamped on all papers («ДЕМОНСТРАЦИЯ»); usually nothing, and then not in the file.
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub stamp: SafeText,
    /// From this meeting's day to the eve of the next: of a meeting every Thursday, to Wednesday.
    pub period: Span,
    /// What the documents call it and themselves; missing in files of earlier programs.
    #[serde(
        default = "PlanWords::first",
        skip_serializing_if = "PlanWords::are_first"
    )]
    pub words: PlanWords,
    /// The minutes it is an annex to.
    pub minutes: MinutesReference,
    /// What is to be done in the period, in groups; empty groups are left out.
    pub groups: Vec<Group>,
    /// The weeks after the period that the look-ahead covers.
    pub look_ahead_period: Span,
    /// What falls due in them.
    pub look_ahead: Vec<Line>,
    /// The indicators of the document of the meeting as they stand on its day; none while nothing
    /// was measured and nothing is due, and in files of earlier programs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<IndicatorLine>,
    /// Who issues it, who signs it and how it looks; missing in files of earlier programs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued: Option<Issued>,
}

/// An indicator as it stands on the day of a meeting.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndicatorLine {
    /// Its number in the document.
    pub number: u8,
    /// What is measured.
    pub name: SafeText,
    /// What is to be reached, in the words of the document.
    pub target: SafeText,
    /// What is counted: «%», «человек»; empty where the target does not say.
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub unit: SafeText,
    /// The last value and its day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<(Date, Amount)>,
    /// How it differs from the one before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<Amount>,
    /// What is missing to the target; zero when it is reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub missing: Option<Amount>,
    /// Where the value comes from.
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub source: SafeText,
    /// What else was said of it.
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub note: SafeText,
    /// The end of the stretch whose value nobody has taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
}

/// What stands around the table of a tactical plan.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Issued {
    /// Full official name of the organisation.
    pub organisation: SafeText,
    /// The chair, who signs.
    pub chair: Option<SafeText>,
    /// Day and number of the document whose tasks these are: its part of the names calendars know
    /// the tasks by.
    pub document: (Date, SafeText),
    /// How the papers of that day look.
    pub look: PaperSettings,
}

/// Which minutes a plan belongs to.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinutesReference {
    /// The day of the meeting.
    pub date: Date,
    /// Number of the minutes; `None` in a draft that never had one.
    pub number: Option<u32>,
    /// Draft or approved.
    pub state: MinutesState,
    /// Version of the minutes.
    pub version: u32,
}

/// The groups, in the order they are printed (domain.md 4.2).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum GroupKind {
    /// 1. Overdue, or moved to another date at this meeting.
    OverdueOrMoved,
    /// 2. Due in the period.
    DueThisWeek,
    /// 3. Begins in the period.
    Starting,
    /// 4. Assigned at this meeting with a date after the period; files of earlier programs have
    ///    it among what goes on.
    Later,
    /// 5. Goes on: spoken of at this meeting, or assigned without a date.
    Continuing,
    /// 6. Events that take place in the period.
    Events,
}

/// One group.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Which.
    pub kind: GroupKind,
    /// Its lines, by due date.
    pub lines: Vec<Line>,
}

/// One line.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// № п/п, through all groups and the look-ahead.
    pub number: u32,
    /// What is to be done: the activity's title or the assignment's text, verbatim.
    pub task: SafeText,
    /// The activity of the plan it serves.
    pub activity: Option<ActivityKey>,
    /// What the activity is called by in its document, where that is not its key: documents of the
    /// first form know their activities by their numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<SafeText>,
    /// The responsible subjects of the plan (column 4 of the order).
    pub responsible_subject: Vec<SafeText>,
    /// Who does it; the first is responsible, the others are co-executors.
    pub executors: Vec<SafeText>,
    /// Until when, the day included.
    pub due: Option<Date>,
    /// The expected result (column 7 of the order).
    pub result: SafeText,
    /// Why there is none, where there is none; missing in files of earlier programs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_result: Option<NoResult>,
    /// What the line rests on.
    pub basis: Basis,
    /// What had been said before the meeting («было»).
    pub before: Option<Status>,
    /// What stands after it («стало»).
    pub after: Option<Status>,
    /// The due date before the meeting, where it was moved.
    pub due_before: Option<Date>,
    /// The control point of the activity, by its window.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occurrence: Option<Span>,
}

/// Why a line has no expected result.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum NoResult {
    /// The document names none for its activity.
    OfDocument,
    /// It is an assignment that serves no activity: the minutes name none.
    OfAssignment,
}

/// What a line rests on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Basis {
    /// A question or decision of these minutes: «3» or «3.1».
    Item(SafeText),
    /// A decision of earlier minutes.
    EarlierMinutes {
        /// The day of that meeting.
        date: Date,
        /// The number of those minutes.
        number: Option<u32>,
        /// The decision: «2.1».
        item: SafeText,
    },
    /// Work given between meetings.
    Given {
        /// When.
        date: Date,
    },
    /// The plan alone.
    Plan,
}

impl TacticalPlan {
    /// All lines in the order they are printed.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        self.groups
            .iter()
            .flat_map(|group| &group.lines)
            .chain(&self.look_ahead)
    }
}

impl Line {
    /// What the activity it is about is called by; empty for anything else.
    pub fn point(&self) -> &str {
        match (&self.point, self.activity) {
            (Some(point), _) => point,
            (None, Some(activity)) => activity.as_str(),
            (None, None) => "",
        }
    }
}
