//! The commands that write papers, with their arguments.

use std::path::PathBuf;

use crate::domain::date::Date;
use crate::domain::document::DocumentKey;
use crate::paper::{Format, Kind};

/// The papers there are commands for.
#[derive(Debug, Clone)]
pub(in super::super) enum PaperCommand {
    /// Minutes of a meeting.
    Minutes(VersionArgs),
    /// Tactical plan after a meeting.
    Tactical(VersionArgs),
    /// What a version of the minutes says otherwise than the one before.
    Changes(VersionArgs),
    /// Agenda of a meeting, held or to come.
    Agenda(PaperArgs),
    /// What the minutes say to one subject, or to every executor they name.
    Extract(ExtractArgs),
    /// Execution discipline over a period.
    Report(ReportArgs),
    /// One activity with its trail.
    Card(CardArgs),
    /// How documents on control are carried out.
    Execution(ExecutionArgs),
    /// Documents on control as they read.
    Document(ExecutionArgs),
    /// What an edition of a document changed.
    Edition(EditionArgs),
    /// The documents on control.
    Control(PaperArgs),
    /// The participants of an event.
    Participants(ParticipantsArgs),
    /// What one executor has to do by all documents on control.
    Duties(DutiesArgs),
}

/// Arguments of `duties`.
#[derive(Debug, Clone, clap::Args)]
pub struct DutiesArgs {
    /// Id or name of the subject; with `--all` everybody who has something to do.
    #[arg(required_unless_present = "all", conflicts_with = "all")]
    pub subject: Option<String>,
    /// Which day and where to.
    #[command(flatten)]
    pub paper: PaperArgs,
}

/// Arguments of `participants`.
#[derive(Debug, Clone, clap::Args)]
pub struct ParticipantsArgs {
    /// The point that sets the event or asks people to take part, like r-325/2; with `--all` all
    /// events anybody is invited to.
    #[arg(required_unless_present = "all", conflicts_with = "all")]
    pub point: Option<String>,
    /// Which day and where to.
    #[command(flatten)]
    pub paper: PaperArgs,
}

/// Arguments of `execution` and `document`.
#[derive(Debug, Clone, clap::Args)]
pub struct ExecutionArgs {
    /// What the document is known by; with `--all` not needed.
    #[arg(required_unless_present = "all", conflicts_with = "all")]
    pub document: Option<DocumentKey>,
    /// Which day and where to.
    #[command(flatten)]
    pub paper: PaperArgs,
}

/// Arguments of `edition`.
#[derive(Debug, Clone, clap::Args)]
pub struct EditionArgs {
    /// From which day it counts, and where to.
    #[command(flatten)]
    pub paper: PaperArgs,
    /// Of which document; may be left out.
    #[arg(long, value_name = "KEY")]
    pub document: Option<String>,
}

/// Arguments of `card`.
#[derive(Debug, Clone, clap::Args)]
pub struct CardArgs {
    /// Number of the activity, like 1.2.3; with `--all` not needed.
    #[arg(required_unless_present = "all", conflicts_with = "all")]
    pub activity: Option<String>,
    /// Which day and where to.
    #[command(flatten)]
    pub paper: PaperArgs,
}

/// Arguments of `extract`.
#[derive(Debug, Clone, clap::Args)]
pub struct ExtractArgs {
    /// Which paper and where to.
    #[command(flatten)]
    pub paper: PaperArgs,
    /// Id or name of the subject; without it an extract for every executor.
    #[arg(long, value_name = "NAME")]
    pub subject: Option<String>,
}

/// Arguments of `report`.
#[derive(Debug, Clone, clap::Args)]
pub struct ReportArgs {
    /// Which paper and where to.
    #[command(flatten)]
    pub paper: PaperArgs,
    /// Last day of the period, which then begins on DATE.
    #[arg(long, value_name = "DATE")]
    pub to: Option<Date>,
    /// Day the state is looked at from; else the end of the period or today, the earlier one
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,
}

/// Arguments of `minutes` and `tactical`.
#[derive(Debug, Clone, clap::Args)]
pub struct VersionArgs {
    /// Which paper and where to.
    #[command(flatten)]
    pub paper: PaperArgs,
    /// An approved version; the one that holds if not given
    #[arg(
        id = "paper_version",
        long = "version",
        value_name = "N",
        conflicts_with = "all"
    )]
    pub version: Option<u32>,
}

/// What all of them take.
#[derive(Debug, Clone, clap::Args)]
pub struct PaperArgs {
    /// Day of the meeting; the last one on record if not given
    pub date: Option<Date>,
    /// Formats the paper exists in; may be given several times
    #[arg(
        long = "format",
        short = 'f',
        value_name = "FORMAT",
        value_delimiter = ','
    )]
    pub formats: Vec<Format>,
    /// File or directory to write to; «-» is the standard output
    #[arg(long, short, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// Letterhead of DOCX for this time; else the one the settings name
    #[arg(long, value_name = "FILE")]
    pub letterhead: Option<PathBuf>,
    /// All meetings on record
    #[arg(long, conflicts_with = "date")]
    pub all: bool,
    /// Replace files that differ without asking; copies are kept
    #[arg(long)]
    pub replace: bool,
}

impl PaperCommand {
    /// Which paper the command writes.
    pub(super) fn kind(&self) -> Kind {
        match self {
            Self::Minutes(_) => Kind::Minutes,
            Self::Tactical(_) => Kind::TacticalPlan,
            Self::Changes(_) => Kind::Changes,
            Self::Agenda(_) => Kind::Agenda,
            Self::Extract(_) => Kind::Extract,
            Self::Report(_) => Kind::Report,
            Self::Card(_) => Kind::Card,
            Self::Execution(_) => Kind::Execution,
            Self::Document(_) => Kind::Document,
            Self::Edition(_) => Kind::Edition,
            Self::Control(_) => Kind::Control,
            Self::Participants(_) => Kind::Participants,
            Self::Duties(_) => Kind::Duties,
        }
    }

    pub(super) fn args(&self) -> &PaperArgs {
        match self {
            Self::Minutes(args) | Self::Tactical(args) | Self::Changes(args) => &args.paper,
            Self::Agenda(paper) | Self::Control(paper) => paper,
            Self::Execution(args) | Self::Document(args) => &args.paper,
            Self::Participants(args) => &args.paper,
            Self::Duties(args) => &args.paper,
            Self::Edition(args) => &args.paper,
            Self::Extract(args) => &args.paper,
            Self::Report(args) => &args.paper,
            Self::Card(args) => &args.paper,
        }
    }
}
