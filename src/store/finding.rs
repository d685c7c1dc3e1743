//! What is wrong in the state directory, as data; the locale words it.

use std::io;

use crate::domain::date::Date;
use crate::domain::id::Id;

use super::document::DocumentFault;
use super::place::Place;

/// One thing somebody should know about a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// Where.
    pub place: Place,
    /// What.
    pub fault: Fault,
}

impl Finding {
    /// Puts a fault and its place together.
    pub fn new(place: Place, fault: Fault) -> Self {
        Self { place, fault }
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.fault.severity()
    }
}

/// How bad a finding is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Severity {
    /// Worth knowing; nothing is wrong.
    Hint,
    /// Something stands beside the data and is not part of it.
    Warning,
    /// Something recorded is left out, or a file cannot be used.
    Error,
}

/// What can be wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fault {
    /// A document cannot be used.
    Document(DocumentFault),
    /// The checksum of a journal line does not fit its content: the line is left out.
    Checksum,
    /// A journal line does not begin with a checksum: it is left out.
    NotAJournalLine,
    /// The checksum fits, but the record is not understood: it comes from a newer program or was
    /// made by hand. It is left out.
    Record(DocumentFault),
    /// The end of the file is incomplete: an interrupted write. It was never acknowledged and is
    /// left out.
    TornTail {
        /// How many bytes.
        bytes: u64,
        /// Whether it was moved to `quarantine/`, or stands where it was.
        set_aside: bool,
    },
    /// Another line of its act is missing or damaged, so this one is left out too: an act counts
    /// as a whole.
    UnfinishedAct {
        /// The act.
        act: Id,
    },
    /// Two lines have one id and different content; the other one counts.
    Contradiction {
        /// The id.
        id: Id,
        /// The line that counts.
        other: Box<Place>,
    },
    /// A line stands in the file of another writer.
    ForeignWriter {
        /// Who wrote the line.
        writer: String,
    },
    /// Two subjects, activities or directions share a name.
    Duplicate {
        /// The name.
        name: String,
        /// The line of the first one; 0 if it could not be found.
        first_line: usize,
    },
    /// A name is used that nothing has.
    Dangling {
        /// The name.
        name: String,
    },
    /// A file could not be read.
    Unreadable(io::ErrorKind),
    /// A link leads out of the state directory: the program writes nothing there.
    LeadsOut,
    /// A copy that a file syncer made of a file changed in two places: to be compared by hand.
    SyncConflict,
    /// Left over from an editor, a merge or an interrupted write.
    Leftover,
    /// The program does not know the file.
    Unknown,
    /// The directory is on a file system without locks: nothing keeps a second program from
    /// writing.
    NoLocks,
    /// A document is missing; the one that comes with the program is used.
    Missing,
    /// An approved paper is not where it should be.
    ApprovedMissing {
        /// The day of its meeting.
        date: Date,
        /// Its version.
        version: u32,
    },
    /// An approved paper says something else than was approved.
    ApprovedAltered {
        /// The day of its meeting.
        date: Date,
        /// Its version.
        version: u32,
    },
    /// Versions were approved by a program that kept no digest: nobody can prove that their files
    /// are what was approved.
    ApprovedUnproved {
        /// How many.
        versions: usize,
    },
    /// The archive of a packed year is not what it was when it was made: what is whole in it counts.
    DamagedPack {
        /// Which year.
        year: i32,
    },
    /// Two approved minutes of a year have one number.
    SameNumber {
        /// The number.
        number: u32,
        /// The later of the meetings.
        date: Date,
        /// The other one.
        other: Date,
    },
    /// A meeting was finished by two machines that knew nothing of each other.
    HeldTwice {
        /// Its day.
        date: Date,
    },
    /// Files that were set aside: nothing reads them.
    Spare {
        /// How many.
        files: usize,
        /// Their length.
        bytes: u64,
    },
    /// A machine of whose acts there is nothing new for a year.
    QuietWriter {
        /// Its name in the journal.
        writer: String,
        /// The month of its last file, «2023-05».
        month: String,
    },
}

impl Fault {
    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self {
            Self::Document(_)
            | Self::Checksum
            | Self::NotAJournalLine
            | Self::Record(_)
            | Self::UnfinishedAct { .. }
            | Self::Contradiction { .. }
            | Self::Duplicate { .. }
            | Self::Dangling { .. }
            | Self::LeadsOut
            | Self::Unreadable(_)
            | Self::ApprovedMissing { .. }
            | Self::ApprovedAltered { .. }
            | Self::DamagedPack { .. }
            | Self::SameNumber { .. }
            | Self::HeldTwice { .. } => Severity::Error,
            Self::TornTail { .. }
            | Self::ForeignWriter { .. }
            | Self::SyncConflict
            | Self::NoLocks => Severity::Warning,
            Self::Leftover
            | Self::Unknown
            | Self::Missing
            | Self::ApprovedUnproved { .. }
            | Self::Spare { .. }
            | Self::QuietWriter { .. } => Severity::Hint,
        }
    }

    /// Whether nothing is wrong: said to whoever clears up, and left as it is by whoever mends.
    pub fn is_notice(&self) -> bool {
        matches!(self, Self::Spare { .. } | Self::QuietWriter { .. })
    }

    /// A stable name for `--json` and for message ids.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Document(fault) | Self::Record(fault) => fault.name(),
            Self::Checksum => "checksum",
            Self::NotAJournalLine => "not-a-journal-line",
            Self::TornTail { .. } => "torn-tail",
            Self::UnfinishedAct { .. } => "unfinished-act",
            Self::Contradiction { .. } => "contradiction",
            Self::ForeignWriter { .. } => "foreign-writer",
            Self::Duplicate { .. } => "duplicate",
            Self::Dangling { .. } => "dangling",
            Self::Unreadable(_) => "unreadable",
            Self::LeadsOut => "leads-out",
            Self::SyncConflict => "sync-conflict",
            Self::Leftover => "leftover",
            Self::Unknown => "unknown-file",
            Self::NoLocks => "no-locks",
            Self::Missing => "missing",
            Self::ApprovedMissing { .. } => "approved-missing",
            Self::ApprovedAltered { .. } => "approved-altered",
            Self::ApprovedUnproved { .. } => "approved-unproved",
            Self::DamagedPack { .. } => "damaged-pack",
            Self::SameNumber { .. } => "same-number",
            Self::HeldTwice { .. } => "held-twice",
            Self::Spare { .. } => "spare",
            Self::QuietWriter { .. } => "quiet-writer",
        }
    }
}
