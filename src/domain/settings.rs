//! What a user sets once: when and where the meeting is held, who sits at the table, how dates
//! are read, what the program looks like. `settings.ron`.

mod agenda;
mod check;
mod hands;
mod papers;
mod requisites;

use std::collections::BTreeMap;

use chrono::Weekday;
use serde::{Deserialize, Serialize};

use super::calendar::Calendar;
use super::date::Date;
use super::deadline::Conventions;
use super::document::ActivityKey;
use super::safe_text::SafeText;
use super::subject::SubjectId;

pub use agenda::{AgendaSettings, Weights};
pub use check::SettingsProblem;
pub use hands::{Bookmark, FilteredList, Hands, SavedFilter};
pub use papers::{Approval, MinutesForm, MinutesLayout, PaperSettings};
pub use requisites::Requisites;

/// All settings. A field that is missing in the file has its default.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "switches of a file, each with a name of its own"
)]
pub struct Settings {
    /// Version of the file's form.
    pub format: u32,
    /// Full official name of the organisation that holds the meeting: first line of the minutes.
    pub organisation: SafeText,
    /// The heading of the minutes, in the genitive: «еженедельного совещания по …» (domain.md 1.1).
    pub heading: SafeText,
    /// Where the minutes are dated: «г. Мытищи».
    pub place: SafeText,
    /// When it begins: «10:00».
    pub time: SafeText,
    /// The day of the week of the meeting.
    pub weekday: MeetingDay,
    /// How often it is held.
    #[serde(skip_serializing_if = "Rhythm::is_weekly")]
    pub rhythm: Rhythm,
    /// How long the meeting may last, in minutes.
    pub duration: u16,
    /// How long one item may take unless it says otherwise, in minutes.
    pub item_minutes: u16,
    /// The activity of the plan that this meeting itself is; marked done when it ends.
    pub meeting_activity: Option<ActivityKey>,
    /// Who chairs.
    pub chair: Option<SubjectId>,
    /// Who keeps the minutes.
    pub secretary: Option<SubjectId>,
    /// Who sits at the table every week.
    pub members: Vec<SubjectId>,
    /// The number of the first minutes of a year, where it is not 1: `{ 2024: 15 }` for who has
    /// fourteen on paper already.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub numbering: BTreeMap<i32, u32>,
    /// A continuous activity is on the agenda after this many weeks without news.
    pub silent_weeks: u16,
    /// How far the look-ahead of agenda and tactical plan reaches, in weeks.
    pub look_ahead_weeks: u16,
    /// What the agenda thinks is important.
    #[serde(skip_serializing_if = "AgendaSettings::is_default")]
    pub agenda: AgendaSettings,
    /// How deadlines are read and moved.
    pub deadlines: Conventions,
    /// Days off and working days of the region or the organisation, beside the federal ones.
    pub calendar: Calendar,
    /// What the papers look like.
    pub papers: PaperSettings,
    /// Backups the program makes by itself.
    #[serde(skip_serializing_if = "BackupSettings::is_default")]
    pub backups: BackupSettings,
    /// `ru` or `en`; `None` takes the language of the environment, Russian for a Russian plan.
    pub language: Option<SafeText>,
    /// Name of a theme.
    pub theme: SafeText,
    /// Whether lines, bars and signs are drawn in plain ASCII.
    pub ascii: bool,
    /// Whether the program takes the mouse; without it the terminal selects text as ever.
    pub mouse: bool,
    /// Whether a group works in the state directory: new files then have the rights the system
    /// gives by itself, else they are for their owner alone (0600, 0700). Means nothing on Windows.
    pub shared: bool,
    /// Whether the tour of the first start has been seen or left.
    pub tour_seen: bool,
    /// Lines that are marked to be found again.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bookmarks: Vec<Bookmark>,
    /// Filters that have a name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<SavedFilter>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            format: 1,
            organisation: SafeText::default(),
            heading: SafeText::default(),
            place: SafeText::default(),
            time: SafeText::from("10:00"),
            weekday: MeetingDay::Thursday,
            rhythm: Rhythm::Weekly,
            duration: 60,
            item_minutes: 2,
            meeting_activity: None,
            chair: None,
            secretary: None,
            members: Vec::new(),
            numbering: BTreeMap::new(),
            silent_weeks: 4,
            look_ahead_weeks: 4,
            agenda: AgendaSettings::default(),
            deadlines: Conventions::default(),
            calendar: Calendar::default(),
            papers: PaperSettings::default(),
            backups: BackupSettings::default(),
            language: None,
            theme: SafeText::from("dark"),
            ascii: false,
            mouse: false,
            shared: false,
            tour_seen: false,
            bookmarks: Vec::new(),
            filters: Vec::new(),
        }
    }
}

/// How often the meeting is held.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Rhythm {
    /// Every week.
    #[default]
    Weekly,
    /// Every second week, counted from the first meeting on record, without one from the first
    /// day of the document.
    Fortnightly,
    /// On the first such day of every month.
    Monthly,
}

impl Rhythm {
    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks by reference")]
    fn is_weekly(&self) -> bool {
        *self == Self::Weekly
    }

    /// Whether a meeting is held on this day of the meeting's weekday, `first` being one of them.
    pub fn has(self, day: Date, first: Date) -> bool {
        match self {
            Self::Weekly => true,
            Self::Fortnightly => {
                let days = day.start_of_week().days_since(first.start_of_week());
                days.rem_euclid(14) == 0
            }
            Self::Monthly => day.days_since(day.start_of_month()) < 7,
        }
    }
}

/// Backups the program makes by itself, in `backups/` of the state directory.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BackupSettings {
    /// How many of them stay, the oldest go first; with 0 none is made.
    pub keep: u16,
    /// Whether one is made at the end of every day the program was used. Before an import, the
    /// adoption of an edition and a restore there is one in any case.
    pub daily: bool,
}

impl Default for BackupSettings {
    fn default() -> Self {
        Self {
            keep: 10,
            daily: false,
        }
    }
}

impl BackupSettings {
    #[allow(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde calls it with a reference"
    )]
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// A day of the week, by its English name in files.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names say it")]
pub enum MeetingDay {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

impl From<MeetingDay> for Weekday {
    fn from(day: MeetingDay) -> Self {
        match day {
            MeetingDay::Monday => Self::Mon,
            MeetingDay::Tuesday => Self::Tue,
            MeetingDay::Wednesday => Self::Wed,
            MeetingDay::Thursday => Self::Thu,
            MeetingDay::Friday => Self::Fri,
            MeetingDay::Saturday => Self::Sat,
            MeetingDay::Sunday => Self::Sun,
        }
    }
}

impl Settings {
    /// The number of the first minutes of a year.
    pub fn first_number(&self, year: i32) -> u32 {
        self.numbering.get(&year).copied().unwrap_or(1).max(1)
    }

    /// The day of the meeting that falls on `day` or comes next.
    pub fn meeting_on_or_after(&self, day: Date) -> Date {
        day.on_or_after(self.weekday.into())
    }
}
