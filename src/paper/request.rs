//! What can be asked for: which paper, of which day, in which format, under which file name.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::domain::date::{Date, Span};
use crate::domain::document::{ActivityKey, DocumentKey};
use crate::domain::id::Id;
use crate::domain::subject::SubjectId;
use crate::domain::workspace::discipline::AsOf;

/// A paper to make.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Request {
    /// The minutes of a meeting.
    Minutes(Date),
    /// The tactical plan after a meeting.
    TacticalPlan(Date),
    /// The minutes of a meeting in one of their approved versions.
    MinutesVersion(Date, u32),
    /// The tactical plan of one of the approved versions.
    TacticalPlanVersion(Date, u32),
    /// What a version of the minutes says otherwise than the one before.
    Changes(Date, u32),
    /// The agenda of a meeting, held or not.
    Agenda(Date),
    /// What the minutes of a meeting say to one subject.
    Extract(Date, SubjectId),
    /// Execution discipline over a period, as of a day.
    Report(Span, AsOf),
    /// One activity with its trail, as it stands on a day.
    Card(ActivityKey, Date),
    /// What an edition of a document changed.
    Edition {
        /// The act that adopted it.
        act: Id,
        /// Of which document.
        document: DocumentKey,
        /// From when it counts.
        from: Date,
    },
    /// How a document on control is carried out, point by point, as it stands on a day.
    Execution(DocumentKey, Date),
    /// A document on control as it reads: headings, activities, deadlines, results.
    Document(DocumentKey, Date),
    /// The documents on control, as they stand on a day.
    Control(Date),
    /// What one executor has to do by all documents on control, as it stands on a day.
    Duties(SubjectId, Date),
    /// The participants of the event a point leads to, as they are known on a day.
    Participants(ActivityKey, Date),
}

/// The kinds of paper.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kind {
    /// Протокол.
    Minutes,
    /// Тактический план.
    TacticalPlan,
    /// Повестка дня.
    Agenda,
    /// Изменения в протокол.
    Changes,
    /// Выписка.
    Extract,
    /// Справка об исполнительской дисциплине.
    Report,
    /// Карточка мероприятия.
    Card,
    /// Изменения в документ.
    Edition,
    /// Справка об исполнении документа.
    Execution,
    /// Документ на контроле таблицей.
    Document,
    /// Перечень документов на контроле.
    Control,
    /// Список участников.
    Participants,
    /// Выписка из документов на контроле.
    Duties,
}

/// The formats.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Format {
    /// The state directory's own.
    Ron,
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// One self-contained page.
    Html,
    /// For the word processor: to sign and send.
    Docx,
    /// For the spreadsheet.
    Xlsx,
    /// For any spreadsheet.
    Csv,
    /// For the calendar.
    Ics,
    /// For other programs.
    Json,
}

/// A name that is no format.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("«{0}» is no format; there are ron, txt, md, html, docx, xlsx, csv, ics, json")]
pub struct UnknownFormat(String);

impl Format {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 9] = [
        Self::Docx,
        Self::Html,
        Self::Text,
        Self::Markdown,
        Self::Xlsx,
        Self::Csv,
        Self::Ics,
        Self::Json,
        Self::Ron,
    ];

    /// Its file extension, which is its name in commands.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Ron => "ron",
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Ics => "ics",
            Self::Json => "json",
        }
    }

    /// Whether its bytes are text a terminal can show.
    pub fn is_text(self) -> bool {
        !matches!(self, Self::Docx | Self::Xlsx)
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.extension())
    }
}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        Self::ALL
            .into_iter()
            .find(|format| format.extension() == name)
            .ok_or_else(|| UnknownFormat(name.to_owned()))
    }
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 13] = [
        Self::Minutes,
        Self::TacticalPlan,
        Self::Agenda,
        Self::Changes,
        Self::Extract,
        Self::Report,
        Self::Card,
        Self::Edition,
        Self::Execution,
        Self::Document,
        Self::Control,
        Self::Participants,
        Self::Duties,
    ];

    /// Its name in file names and commands.
    pub fn name(self) -> &'static str {
        match self {
            Self::Minutes => "minutes",
            Self::TacticalPlan => "tactical-plan",
            Self::Agenda => "agenda",
            Self::Changes => "changes",
            Self::Extract => "extract",
            Self::Report => "report",
            Self::Card => "card",
            Self::Edition => "edition",
            Self::Execution => "execution",
            Self::Document => "document",
            Self::Control => "control",
            Self::Participants => "participants",
            Self::Duties => "duties",
        }
    }

    /// The paper a command writes, by the name of the command.
    pub fn commanded(command: &str) -> Option<Self> {
        if command == "tactical" {
            return Some(Self::TacticalPlan);
        }
        Self::ALL.into_iter().find(|kind| kind.name() == command)
    }

    /// The formats it exists in. RON is for what the state directory keeps, a calendar for what
    /// has dates ahead.
    pub fn formats(self) -> Vec<Format> {
        let has_ron = matches!(self, Self::Minutes | Self::TacticalPlan);
        let has_calendar = matches!(
            self,
            Self::Minutes | Self::TacticalPlan | Self::Agenda | Self::Extract
        );
        Format::ALL
            .into_iter()
            .filter(|format| match format {
                Format::Ron => has_ron,
                Format::Ics => has_calendar,
                // `planerka plan show --json` has more of it.
                Format::Json if self == Self::Document => false,
                // It is read, not counted.
                Format::Csv | Format::Xlsx | Format::Json => self != Self::Changes,
                _ => true,
            })
            .collect()
    }
}

impl Request {
    /// Which kind of paper it asks for.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Minutes(_) | Self::MinutesVersion(..) => Kind::Minutes,
            Self::TacticalPlan(_) | Self::TacticalPlanVersion(..) => Kind::TacticalPlan,
            Self::Changes(..) => Kind::Changes,
            Self::Agenda(_) => Kind::Agenda,
            Self::Extract(..) => Kind::Extract,
            Self::Report(..) => Kind::Report,
            Self::Card(..) => Kind::Card,
            Self::Edition { .. } => Kind::Edition,
            Self::Execution(..) => Kind::Execution,
            Self::Document(..) => Kind::Document,
            Self::Control(_) => Kind::Control,
            Self::Participants(..) => Kind::Participants,
            Self::Duties(..) => Kind::Duties,
        }
    }

    /// The day it is about; of a period the last one.
    pub fn day(&self) -> Date {
        match self {
            Self::Minutes(day)
            | Self::TacticalPlan(day)
            | Self::MinutesVersion(day, _)
            | Self::TacticalPlanVersion(day, _)
            | Self::Changes(day, _)
            | Self::Agenda(day)
            | Self::Extract(day, _)
            | Self::Card(_, day)
            | Self::Execution(_, day)
            | Self::Document(_, day)
            | Self::Participants(_, day)
            | Self::Duties(_, day)
            | Self::Control(day) => *day,
            Self::Report(_, as_of) => as_of.day,
            Self::Edition { from, .. } => *from,
        }
    }

    /// The name of its file: date and kind, and what tells two of them apart. Never a title.
    pub fn file_name(&self, format: Format) -> String {
        let kind = self.kind().name();
        let stem = match self {
            Self::Extract(day, subject) | Self::Duties(subject, day) => {
                format!("{day}-{kind}-{}", plain_id(&subject.0))
            }
            Self::MinutesVersion(day, version)
            | Self::TacticalPlanVersion(day, version)
            | Self::Changes(day, version) => format!("{day}-{kind}-v{version}"),
            Self::Report(period, _) => format!("{}-{}-{kind}", period.first, period.last),
            Self::Card(activity, day) | Self::Participants(activity, day) => {
                // A key of an order names its document before a slash: no directory of its own.
                let activity = activity.to_string().replace(['/', '~'], "-");
                format!("{day}-{kind}-{activity}")
            }
            Self::Edition {
                act,
                document,
                from,
            } => {
                // Two editions may count from one day: the end of the act's name tells them apart.
                let act = act.to_string().to_lowercase();
                let end = act.get(act.len().saturating_sub(4)..).unwrap_or_default();
                format!("{from}-{kind}-{}-{end}", plain_id(document.as_str()))
            }
            Self::Execution(document, day) | Self::Document(document, day) => {
                format!("{day}-{kind}-{document}")
            }
            _ => format!("{}-{kind}", self.day()),
        };
        format!("{stem}.{}", format.extension())
    }
}

/// An id as part of a file name: small Latin letters, digits and dashes; what else there is
/// becomes the sum of its bytes, so that two ids stay two names.
pub(super) fn plain_id(id: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if !id.is_empty() && id.len() <= 60 && id.bytes().all(is_plain) {
        return id.to_owned();
    }
    let sum = id.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{sum:016x}")
}
