//! `planerka minutes|tactical|agenda|extract|report`: papers from the shell.
//!
//! One paper in one format goes to the standard output unless `-o` says otherwise; several go to
//! files named by date and kind, in `export/` of the state directory or the directory `-o` names.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::Common;
use super::output::{DONE, Failure, Outcome};
use super::start::{self, Ground};
use crate::document::{Format, Request, render};
use crate::domain::date::{Date, Span};
use crate::domain::meeting::MeetingState;
use crate::domain::workspace::Workspace;
use crate::locale::Texts;
use crate::store::export::Exporter;
use crate::tui::fault;

/// The papers there are commands for.
#[derive(Debug, Clone)]
pub(super) enum PaperCommand {
    /// Minutes of a meeting.
    Minutes(PaperArgs),
    /// Tactical plan after a meeting.
    Tactical(PaperArgs),
    /// Agenda of a meeting, held or to come.
    Agenda(PaperArgs),
    /// What the minutes say to one subject, or to every executor they name.
    Extract(ExtractArgs),
    /// Execution discipline over a period.
    Report(ReportArgs),
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
        default_value = "txt",
        value_delimiter = ','
    )]
    pub formats: Vec<Format>,
    /// File or directory to write to; «-» is the standard output
    #[arg(long, short, value_name = "PATH")]
    pub output: Option<PathBuf>,
    /// All meetings on record
    #[arg(long, conflicts_with = "date")]
    pub all: bool,
}

impl PaperCommand {
    fn args(&self) -> &PaperArgs {
        match self {
            Self::Minutes(paper) | Self::Tactical(paper) | Self::Agenda(paper) => paper,
            Self::Extract(args) => &args.paper,
            Self::Report(args) => &args.paper,
        }
    }
}

/// Runs a command; messages go to the standard error.
pub(super) fn run(common: &Common, command: &PaperCommand, texts: &Texts) -> Outcome {
    let ground = start::look(common, texts)?;
    print(&ground, command, texts).map_err(Failure::Said)?;
    Ok(DONE)
}

fn print(ground: &Ground, command: &PaperCommand, texts: &Texts) -> Result<(), String> {
    let Ground {
        directory,
        workspace,
        today,
    } = ground;
    let args = command.args();
    let mut requests = Vec::new();
    let of_meeting = !matches!(command, PaperCommand::Agenda(_) | PaperCommand::Report(_));
    for day in days(workspace, args, *today, texts, command)? {
        if of_meeting && workspace.ledger().meeting(day).is_none() {
            let date = texts.date_full(day);
            return Err(texts.with("papers-not-opened", &[("date", date.into())]));
        }
        requests.extend(requests_for(workspace, command, day, texts)?);
    }
    let files: Vec<(&Request, Format)> = requests
        .iter()
        .flat_map(|request| args.formats.iter().map(move |format| (request, *format)))
        .collect();
    let to_stdout = match &args.output {
        Some(path) => path == Path::new("-"),
        None => files.len() == 1 && files.iter().all(|(_, format)| format.is_text()),
    };
    if to_stdout {
        let mut stdout = std::io::stdout().lock();
        for (request, format) in files {
            let bytes = render(request, format, workspace).map_err(|error| error.to_string())?;
            stdout
                .write_all(&bytes)
                .map_err(|error| error.to_string())?;
        }
        return stdout.flush().map_err(|error| error.to_string());
    }
    let mut exporter = directory.exporter();
    let count = files.len();
    for (place, (request, format)) in files.into_iter().enumerate() {
        let bytes = render(request, format, workspace).map_err(|error| error.to_string())?;
        let name = request.file_name(format);
        let path = target(args, &exporter, directory.path(), &name, count);
        let written = exporter
            .write(&path, &bytes)
            .map_err(|error| fault::store_error(texts, &error.into()))?;
        let mut line = format!("{}/{count} {}", place + 1, written.path.display());
        if let Some(kept) = written.kept {
            line.push_str(&texts.with(
                "papers-kept",
                &[("path", kept.display().to_string().into())],
            ));
        }
        let _ = writeln!(std::io::stderr(), "{line}");
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

fn days(
    workspace: &Workspace,
    args: &PaperArgs,
    today: Date,
    texts: &Texts,
    command: &PaperCommand,
) -> Result<Vec<Date>, String> {
    let held: Vec<Date> = workspace
        .ledger()
        .meetings()
        .values()
        .filter(|meeting| !matches!(meeting.state, MeetingState::NotHeld { .. }))
        .map(|meeting| meeting.date)
        .collect();
    if args.all {
        return match command {
            // One report a month, not one a meeting.
            PaperCommand::Report(_) => {
                let mut months: Vec<Date> = held.iter().map(|day| day.start_of_month()).collect();
                months.dedup();
                Ok(months)
            }
            _ => Ok(held),
        };
    }
    let day = match (args.date, command) {
        (Some(day), _) => Some(day),
        (None, PaperCommand::Agenda(_)) => Some(workspace.meeting_to_offer(today)),
        (None, PaperCommand::Report(_)) => Some(held.last().copied().unwrap_or(today)),
        (None, _) => held.last().copied(),
    };
    day.map(|day| vec![day])
        .ok_or_else(|| texts.get("papers-no-meeting"))
}

fn requests_for(
    workspace: &Workspace,
    command: &PaperCommand,
    day: Date,
    texts: &Texts,
) -> Result<Vec<Request>, String> {
    Ok(match command {
        PaperCommand::Minutes(_) => vec![Request::Minutes(day)],
        PaperCommand::Tactical(_) => vec![Request::TacticalPlan(day)],
        PaperCommand::Agenda(_) => vec![Request::Agenda(day)],
        PaperCommand::Extract(ExtractArgs { subject, .. }) => match subject {
            Some(name) => {
                let known = workspace
                    .subjects()
                    .iter()
                    .find(|one| one.id.0 == *name)
                    .or_else(|| workspace.subjects().find(name))
                    .ok_or_else(|| {
                        texts.with("papers-no-subject", &[("name", name.clone().into())])
                    })?;
                vec![Request::Extract(day, known.id.clone())]
            }
            None => extracts(workspace, day),
        },
        PaperCommand::Report(ReportArgs { to, paper }) => {
            let period = match (to, paper.date) {
                (Some(to), Some(from)) => Span::new(from, *to),
                (Some(to), None) => Span::new(to.start_of_month(), *to),
                _ => Span::new(day.start_of_month(), day.end_of_month()),
            };
            let period = period.ok_or_else(|| texts.get("papers-period"))?;
            vec![Request::Report(period)]
        }
    })
}

/// An extract for every executor the minutes of a day name.
fn extracts(workspace: &Workspace, day: Date) -> Vec<Request> {
    let mut requests = Vec::new();
    let minutes = workspace.minutes(day);
    let items = minutes.iter().flat_map(|minutes| &minutes.items);
    for name in items
        .flat_map(|item| &item.decided)
        .flat_map(|one| &one.executors)
    {
        if let Some(subject) = workspace.subjects().find(name) {
            let request = Request::Extract(day, subject.id.clone());
            if !requests.contains(&request) {
                requests.push(request);
            }
        }
    }
    requests
}
