//! What an import has to say: what it took, what it left, what it repaired, what it asks.

use super::source::{Format, Remark};
use super::spot::Spot;
use crate::domain::subject::SubjectId;

/// What was done with a row or a cell without asking.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Done {
    /// An activity cut by a page break was put together.
    Joined {
        /// The row of the second part.
        row: usize,
        /// The activity's title.
        title: String,
    },
    /// A word parted at the end of a line was put together.
    Hyphen {
        /// The word as put together.
        word: String,
    },
    /// A number that a spreadsheet had turned into a date or cut was brought back.
    Number {
        /// The row.
        row: usize,
        /// As it stood.
        from: String,
        /// As it is taken.
        to: String,
    },
    /// A note on editions was not taken for a heading.
    EditionNote {
        /// The row.
        row: usize,
        /// The note.
        text: String,
    },
    /// A line below the table, or a total, was not taken for an activity.
    Aside {
        /// The row.
        row: usize,
        /// The line.
        text: String,
    },
    /// Two columns made one deadline.
    StartAndEnd {
        /// How many deadlines.
        count: usize,
    },
    /// Heads of columns with a mark made the deadline.
    Marks {
        /// How many deadlines.
        count: usize,
    },
    /// Cells that say “as above” were filled with the cell above.
    Repeated {
        /// How many cells.
        count: usize,
    },
    /// The deadline was parted from the people of one cell.
    BesidePeople {
        /// How many deadlines.
        count: usize,
    },
    /// A cell of a column of marks is neither a mark nor a day: it says nothing of when.
    NoMark {
        /// The row.
        row: usize,
        /// The head of the column.
        column: String,
        /// The cell.
        text: String,
    },
    /// The deadline is read together with the heading it stands under.
    ReadWithHeading {
        /// The row.
        row: usize,
        /// The wording.
        term: String,
        /// As it is read.
        reading: String,
    },
    /// A day stands behind the word for a deadline: it is its limit, and not the day of an event.
    ReadAsLimit {
        /// The row.
        row: usize,
        /// The wording.
        term: String,
        /// As it is read.
        reading: String,
    },
    /// A deadline of an order names no year: it is of the first one after the order's own day.
    ReadWithYear {
        /// The row.
        row: usize,
        /// The wording.
        term: String,
        /// As it is read.
        reading: String,
    },
    /// A column without anything in it was not taken.
    EmptyColumn(String),
    /// A column was left as a person decided.
    LeftColumn(String),
    /// A column that has no place of its own is kept under its name.
    OtherColumn(String),
    /// Headings have cells of their own.
    HeadingCells {
        /// How many headings.
        count: usize,
    },
    /// A goal under a heading was parted from its title.
    Goal {
        /// The row.
        row: usize,
        /// The goal.
        text: String,
    },
}

/// What a person should look at. The suggested answer is what the draft already holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Question {
    /// The cells of a row stand under the wrong columns and were put in their places.
    Shifted {
        /// The row.
        row: usize,
        /// The activity's title as taken.
        title: String,
    },
    /// A row with a number and a title only: taken for a heading, or for an activity.
    HeadingOrActivity {
        /// The row.
        row: usize,
        /// Its text.
        text: String,
        /// Whether it was taken for a heading.
        as_heading: bool,
    },
    /// Several matters stand in one cell.
    SeveralInOne {
        /// The row.
        row: usize,
        /// The cell.
        title: String,
        /// Into how many activities it was parted; none where they were left together.
        parts: usize,
    },
    /// A column was told by its cells alone.
    ColumnByContent {
        /// Which, from one.
        column: usize,
        /// The role's name.
        role: &'static str,
    },
    /// A running text without a number.
    NoNumber,
    /// A running text without a day.
    NoDate,
    /// A task with nobody to do it.
    NobodyNamed {
        /// The line.
        row: usize,
        /// The task.
        text: String,
    },
    /// A deadline that had passed when the text was signed.
    TermBeforeDate {
        /// The line.
        row: usize,
        /// Its wording.
        term: String,
    },
    /// Another table looks like the same plan and was left.
    AnotherTable {
        /// Its name or number.
        name: String,
    },
    /// A name that is nearly a known one, and was taken for it.
    Alike {
        /// The name as the plan uses it.
        name: String,
        /// Who was taken for it.
        subject: SubjectId,
    },
}

impl Question {
    /// What it is about, in words that stay the same in the next edition of the document: the
    /// place may be another one.
    pub fn mark(&self) -> String {
        match self {
            Self::Shifted { title, .. } => format!("shifted: {title}"),
            Self::HeadingOrActivity { text, .. } => format!("heading: {text}"),
            Self::SeveralInOne { title, .. } => format!("several: {title}"),
            Self::ColumnByContent { column, role } => format!("column {column}: {role}"),
            Self::NoNumber => "no number".to_owned(),
            Self::NoDate => "no date".to_owned(),
            Self::NobodyNamed { text, .. } => format!("nobody: {text}"),
            Self::TermBeforeDate { term, .. } => format!("before: {term}"),
            Self::AnotherTable { name } => format!("table: {name}"),
            Self::Alike { name, subject } => format!("alike: {name}: {subject}"),
        }
    }
}

/// A deadline that is read otherwise than its own words say, as a person decided.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Corrected {
    /// Where it stands.
    pub spot: Spot,
    /// The number or the title of the activity.
    pub name: String,
    /// The wording, which stays.
    pub term: String,
    /// What is read in its place.
    pub reading: String,
}

/// A table that was left.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LeftTable {
    /// The sheet's name, if it is on one.
    pub sheet: Option<String>,
    /// Which table of the file it is, from one.
    pub number: usize,
    /// What stands in its first row.
    pub head: String,
    /// How many rows it has.
    pub rows: usize,
}

/// What says for which stretch of time a plan is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PeriodBasis {
    /// Its title, surely.
    Title,
    /// The years its title names; which part of them is meant was not understood.
    TitleYears,
    /// The years its deadlines name, and that of its day.
    Deadlines,
    /// The year of its day alone.
    Date,
    /// Nothing: deadlines are read in the year it is taken on control, and the next.
    Nothing,
}

impl PeriodBasis {
    /// Its name for other programs.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::TitleYears => "title-years",
            Self::Deadlines => "deadlines",
            Self::Date => "date",
            Self::Nothing => "nothing",
        }
    }
}

/// The report.
#[derive(Clone, PartialEq, Debug)]
pub struct Report {
    /// The kind of file.
    pub format: Format,
    /// The encoding of a text.
    pub encoding: Option<&'static str>,
    /// The sheets or tables taken.
    pub taken: Vec<String>,
    /// How many tables make the plan.
    pub tables: usize,
    /// What stands in the first row of the table taken.
    pub first_row: Option<String>,
    /// Tables that were left.
    pub left: Vec<LeftTable>,
    /// What readers left out or changed.
    pub remarks: Vec<Remark>,
    /// What was done without asking.
    pub done: Vec<Done>,
    /// What is to be asked.
    pub questions: Vec<Question>,
    /// What says the plan's period.
    pub period_by: PeriodBasis,
    /// By level from the outside in: how many headings.
    pub headings: Vec<usize>,
    /// How many activities.
    pub activities: usize,
    /// How many of them have no number in the source.
    pub without_number: usize,
    /// Deadlines nobody could read: row, number or title, wording.
    pub unread: Vec<(Spot, String, String)>,
    /// Deadlines whose reading assumes something.
    pub assumed: Vec<(Spot, String, String)>,
    /// Deadlines that are read as a person said.
    pub corrected: Vec<Corrected>,
    /// Questions that were answered, now or with the edition before.
    pub answered: Vec<Question>,
}
