//! `planerka minutes|tactical|agenda|extract|report|card`: papers from the shell.
//!
//! Without a format and a place papers go to the standard output as text, one after another, and
//! so does one paper in one text format; the rest goes to files named by date and kind, in
//! `export/` of the state directory or the directory `-o` names.

mod progress;
mod request;

use std::collections::BTreeSet;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use super::output::{DONE, FAULTS, Failure, Outcome, agreed, message};
use super::{Common, apart, start};
use crate::domain::approved::{Frozen, Origin};
use crate::domain::date::Date;
use crate::domain::document::DocumentKey;
use crate::domain::workspace::Workspace;
use crate::locale::Texts;
use crate::message;
use crate::paper::template::{TemplateFault, Templates};
use crate::paper::{Approved, Format, Request, render};
use crate::store::export::Exporter;
use crate::store::state_directory::StateDirectory;
use progress::Progress;

/// The papers there are commands for.
#[derive(Debug, Clone)]
pub(super) enum PaperCommand {
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
    /// What an edition of a document changed.
    Edition(EditionArgs),
    /// The documents on control.
    Control(PaperArgs),
}

/// Arguments of `execution`.
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
    /// Day the state is looked at from; the end of the period or today, whichever is earlier, if
    /// not given
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
    /// Format: docx, html, txt, md, xlsx, csv, ics, json, ron; may be given several times
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
    /// All meetings on record
    #[arg(long, conflicts_with = "date")]
    pub all: bool,
    /// Replace files that differ without asking; copies are kept
    #[arg(long)]
    pub replace: bool,
}

impl PaperCommand {
    fn args(&self) -> &PaperArgs {
        match self {
            Self::Minutes(args) | Self::Tactical(args) | Self::Changes(args) => &args.paper,
            Self::Agenda(paper) | Self::Control(paper) => paper,
            Self::Execution(args) => &args.paper,
            Self::Edition(args) => &args.paper,
            Self::Extract(args) => &args.paper,
            Self::Report(args) => &args.paper,
            Self::Card(args) => &args.paper,
        }
    }
}

/// Runs a command; messages go to the standard error.
pub(super) fn run(common: &Common, command: &PaperCommand, texts: &Texts) -> Outcome {
    let ground = start::look(common, texts)?;
    let workspace = &ground.workspace;
    if let PaperCommand::Card(CardArgs {
        activity: Some(typed),
        ..
    }) = command
        && workspace.activities_called(typed).is_empty()
    {
        let words = texts.with("papers-no-activity", &[("activity", typed.clone().into())]);
        return Err(Failure::Said(words));
    }
    let mut approved = ApprovedReader {
        directory: &ground.directory,
        workspace,
        texts,
        read: Approved::default(),
        unproved: BTreeSet::new(),
    };
    let requests =
        request::requests(&mut approved, command, ground.today).map_err(Failure::Said)?;
    let found = ground.directory.templates();
    for error in &found.errors {
        message(&message::document_error(texts, error));
    }
    let mut maker = Maker {
        workspace,
        approved,
        templates: Templates::new(found.files).apart(apart::apart()),
        texts,
        faults: Vec::new(),
    };
    let args = command.args();
    let formats = match args.formats.as_slice() {
        [] => &[Format::Text],
        given => given,
    };
    let files: Vec<(&Request, Format)> = requests
        .iter()
        .flat_map(|request| formats.iter().map(move |format| (request, *format)))
        .collect();
    if is_to_stdout(args, &files) {
        to_stdout(&files, &mut maker)?;
    } else {
        let exporter = ground.directory.exporter();
        to_files(args, &files, &mut maker, exporter, ground.directory.path())?;
    }
    if maker.faults.is_empty() && found.errors.is_empty() {
        return Ok(DONE);
    }
    for broken in &maker.faults {
        message(&message::template_line(texts, broken));
    }
    Ok(FAULTS)
}

/// Reads approved versions, each once, and says of which nobody can tell what was approved.
struct ApprovedReader<'a> {
    directory: &'a StateDirectory,
    workspace: &'a Workspace,
    texts: &'a Texts,
    read: Approved,
    unproved: BTreeSet<(Date, u32)>,
}

impl ApprovedReader<'_> {
    fn read_for(&mut self, request: &Request) {
        for (date, version) in Approved::needed(request, self.workspace) {
            if !self.read.knows(date, version) {
                let frozen = self.directory.approved(self.workspace, date, version);
                if let Some(frozen) = &frozen {
                    self.tell(date, version, frozen);
                }
                self.read.put(date, version, frozen);
            }
        }
    }

    fn tell(&mut self, date: Date, version: u32, frozen: &Frozen) {
        let id = match frozen.origin {
            Origin::Proved => return,
            Origin::Taken if frozen.minutes.look.is_some() => return,
            Origin::Taken => "papers-taken",
            Origin::Redrawn => "papers-redrawn",
        };
        if self.unproved.insert((date, version)) {
            let day = self.texts.date_full(date);
            let said = [("date", day.into()), ("version", version.into())];
            message(&self.texts.with(id, &said));
        }
    }
}

/// Makes papers and keeps in mind which templates were broken, each once.
struct Maker<'a> {
    workspace: &'a Workspace,
    approved: ApprovedReader<'a>,
    templates: Templates,
    texts: &'a Texts,
    faults: Vec<TemplateFault>,
}

impl Maker<'_> {
    fn make(&mut self, request: &Request, format: Format) -> Result<Vec<u8>, Failure> {
        self.approved.read_for(request);
        let approved = &self.approved.read;
        let rendered = render(request, format, self.workspace, approved, &self.templates)
            .map_err(|error| Failure::Said(message::render_error(self.texts, &error)))?;
        if let Some(broken) = rendered.fault
            && !self.faults.contains(&broken)
        {
            self.faults.push(broken);
        }
        Ok(rendered.bytes)
    }
}

fn is_to_stdout(args: &PaperArgs, files: &[(&Request, Format)]) -> bool {
    match &args.output {
        Some(path) => path == Path::new("-"),
        // Who names neither a format nor a place wants to read.
        None if args.formats.is_empty() => true,
        None => files.len() == 1 && files.iter().all(|(_, format)| format.is_text()),
    }
}

/// Texts one after another; what is no text only alone and not into a terminal.
fn to_stdout(files: &[(&Request, Format)], maker: &mut Maker<'_>) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    if let Some((_, format)) = files.iter().find(|(_, format)| !format.is_text())
        && (files.len() > 1 || stdout.is_terminal())
    {
        let format = format.to_string();
        let words = maker
            .texts
            .with("papers-binary", &[("format", format.into())]);
        return Err(Failure::Said(words));
    }
    for (place, (request, format)) in files.iter().enumerate() {
        if place > 0 && *format == Format::Text {
            writeln!(stdout)?;
        }
        stdout.write_all(&maker.make(request, *format)?)?;
    }
    stdout.flush()?;
    Ok(())
}

fn to_files(
    args: &PaperArgs,
    files: &[(&Request, Format)],
    maker: &mut Maker<'_>,
    mut exporter: Exporter,
    state: &Path,
) -> Result<(), Failure> {
    let texts = maker.texts;
    let mut progress = Progress::new(files.len());
    let mut place = state.join("export");
    let mut differing = Vec::new();
    for (request, format) in files {
        let name = request.file_name(*format);
        let path = target(args, &exporter, state, &name, files.len());
        let bytes = maker.make(request, *format)?;
        if let Some(parent) = path.parent() {
            parent.clone_into(&mut place);
        }
        if !args.replace && exporter.would_replace(&path, &bytes) {
            differing.push((path, *request, *format));
            continue;
        }
        write(&mut exporter, &path, &bytes, &mut progress, texts)?;
    }
    if !differing.is_empty() {
        for (path, ..) in &differing {
            let path = path.display().to_string();
            progress.say(&texts.with("papers-differs", &[("path", path.into())]));
        }
        let counted = [("files", differing.len().into())];
        if !agreed(&texts.with("papers-replace-ask", &counted), texts)? {
            return Err(Failure::Said(texts.with("papers-left", &counted)));
        }
        for (path, request, format) in differing {
            let bytes = maker.make(request, format)?;
            write(&mut exporter, &path, &bytes, &mut progress, texts)?;
        }
    }
    let place = place.display().to_string();
    progress.finish(&texts.with(
        "documents-written",
        &[("files", files.len().into()), ("place", place.into())],
    ));
    Ok(())
}

/// Writes one file; what it takes the place of is kept and told of.
fn write(
    exporter: &mut Exporter,
    path: &Path,
    bytes: &[u8],
    progress: &mut Progress,
    texts: &Texts,
) -> Result<(), Failure> {
    let written = exporter
        .write(path, bytes)
        .map_err(|error| Failure::Said(message::write_error(texts, &error)))?;
    progress.step(&written.path);
    if let Some(kept) = written.kept {
        let kept = kept.display().to_string();
        progress.say(&texts.with("papers-kept", &[("path", kept.into())]));
    }
    Ok(())
}

/// A single file goes where `-o` says, unless that is a directory; several go into it.
fn target(
    args: &PaperArgs,
    exporter: &Exporter,
    state: &Path,
    name: &str,
    count: usize,
) -> PathBuf {
    match &args.output {
        Some(path) if count == 1 && !exporter.is_directory(path) => path.clone(),
        Some(path) => path.join(name),
        None => state.join("export").join(name),
    }
}
