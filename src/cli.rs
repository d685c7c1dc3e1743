//! The command line: one file per command. The only room that prints.
//!
//! Text goes to stdout, messages to stderr. Exit codes: 0 all is well, 1 something was not found
//! or is wrong in a file, 2 the command line was not understood.

mod agenda;
mod apart;
mod arguments;
mod assignments;
pub mod check;
pub mod deadline;
pub mod demo;
mod due;
mod hall;
mod import;
mod json;
mod keys;
mod language;
mod manual;
mod new;
mod of_document;
mod output;
mod pack;
mod papers;
mod plan;
mod reminders;
mod rescue;
mod start;
mod sync;
mod templates;
mod themes;
mod tui_command;
mod typed_date;
mod usage;
mod who;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::domain::date::Date;
use crate::locale::{Language, Texts};

use output::Outcome;
use papers::PaperCommand;

/// The whole command line. Its help is in `cli.ftl`; the comments here are for readers of the
/// code.
#[derive(Debug, Parser)]
#[command(name = "planerka", version, about)]
pub struct Cli {
    /// Options of every command.
    #[command(flatten)]
    pub common: Common,
    /// The command; without one the terminal program starts.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Options of every command.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Common {
    /// The state directory
    #[arg(long, global = true, value_name = "DIR")]
    pub state: Option<PathBuf>,
    /// The day that counts as today, like 25.05.2023
    #[arg(long, global = true, value_name = "DATE")]
    pub today: Option<Date>,
    /// Language of the interface: ru or en
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<Language>,
    /// Theme of the terminal program
    #[arg(long, global = true, value_name = "NAME")]
    pub theme: Option<String>,
    /// A file for what is asked of the disk and how it answers
    #[arg(long, global = true, value_name = "FILE")]
    pub log: Option<PathBuf>,
    /// Lines, bars and signs in plain ASCII
    #[arg(long, global = true)]
    pub ascii: bool,
}

/// A command.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// The documents on control.
    #[command(subcommand)]
    Plan(plan::PlanCommand),
    /// A plan of another program, taken on control.
    Import(import::ImportArgs),
    /// A state directory with nothing in it but settings of its own.
    New(new::NewArgs),
    /// What a meeting deals with, and why.
    Agenda(agenda::AgendaArgs),
    /// What a subject owes.
    Who(who::WhoArgs),
    /// What is due when.
    Due(due::DueArgs),
    /// Assignments and their control.
    Assignments(output::Format),
    /// What every executor is reminded of.
    Reminders(reminders::RemindersArgs),
    /// The minutes of a meeting.
    Minutes(papers::VersionArgs),
    /// The tactical plan after a meeting.
    Tactical(papers::VersionArgs),
    /// What a version of the minutes says otherwise than the one before.
    Changes(papers::VersionArgs),
    /// What the minutes say to one subject, or to every executor they name.
    Extract(papers::ExtractArgs),
    /// Execution discipline over a period; by default the month of the day.
    Report(papers::ReportArgs),
    /// One activity with its trail.
    Card(papers::CardArgs),
    /// How a document on control is carried out, point by point.
    Execution(papers::ExecutionArgs),
    /// A document on control as it reads, in a form that can be imported again.
    Document(papers::ExecutionArgs),
    /// What an edition of a document on control changed.
    Edition(papers::EditionArgs),
    /// The documents on control.
    Control(papers::PaperArgs),
    /// The participants of an event, against the quotas.
    Participants(papers::ParticipantsArgs),
    /// What one executor has to do by all documents on control.
    Duties(papers::DutiesArgs),
    /// The templates papers are made by, for editing.
    Templates(templates::TemplatesArgs),
    /// How a wording of a deadline is read.
    Deadline(deadline::DeadlineArgs),
    /// Every file of the state directory, and what is wrong with it.
    Check(check::CheckArgs),
    /// The state directory in one file.
    Backup(rescue::BackupArgs),
    /// The state directory back from such a file.
    Restore(rescue::RestoreArgs),
    /// The journal of a year that is over, packed into one file.
    Pack(pack::PackArgs),
    /// The journal of a packed year as files again.
    Unpack(pack::PackArgs),
    /// Brought together with other machines through git.
    Sync(sync::SyncArgs),
    /// The keys in effect.
    Keys(output::Format),
    /// The themes.
    Themes(output::Format),
    /// A state directory with a season of meetings over the real plan, for trying out.
    Demo(demo::DemoArgs),
    /// The manual page, for `man`.
    Man,
    /// Completions for a shell.
    Completions(manual::CompletionsArgs),
    /// What the room sees, in a second terminal: follows the chair, only reads.
    Hall,
}

/// Runs the program with the arguments of this process.
pub fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    if apart::is_meant(&arguments) {
        return apart::run();
    }
    if usage::is_version_alone(&arguments) {
        return usage::print_version();
    }
    let texts = Texts::new(language::of_process(&arguments));
    match usage::parse(&arguments, &texts, start::clock()) {
        Ok(cli) => output::finish(run(&cli, &texts), &texts),
        Err(stop) => stop.print(),
    }
}

fn run(cli: &Cli, texts: &Texts) -> Outcome {
    let common = &cli.common;
    let Some(command) = &cli.command else {
        return tui_command::run(common, texts);
    };
    match command {
        Command::Plan(command) => plan::run(command, common, texts),
        Command::Import(args) => import::run(args, common, texts),
        Command::New(args) => new::run(args, common, texts),
        Command::Agenda(args) => agenda::run(args, common, texts),
        Command::Who(args) => who::run(args, common, texts),
        Command::Due(args) => due::run(args, common, texts),
        Command::Assignments(format) => assignments::run(*format, common, texts),
        Command::Reminders(args) => reminders::run(args, common, texts),
        Command::Minutes(args) => papers::run(common, &PaperCommand::Minutes(args.clone()), texts),
        Command::Tactical(args) => {
            papers::run(common, &PaperCommand::Tactical(args.clone()), texts)
        }
        Command::Changes(args) => papers::run(common, &PaperCommand::Changes(args.clone()), texts),
        Command::Extract(args) => papers::run(common, &PaperCommand::Extract(args.clone()), texts),
        Command::Report(args) => papers::run(common, &PaperCommand::Report(args.clone()), texts),
        Command::Card(args) => papers::run(common, &PaperCommand::Card(args.clone()), texts),
        Command::Execution(args) => {
            papers::run(common, &PaperCommand::Execution(args.clone()), texts)
        }
        Command::Document(args) => {
            papers::run(common, &PaperCommand::Document(args.clone()), texts)
        }
        Command::Edition(args) => papers::run(common, &PaperCommand::Edition(args.clone()), texts),
        Command::Control(args) => papers::run(common, &PaperCommand::Control(args.clone()), texts),
        Command::Participants(args) => {
            papers::run(common, &PaperCommand::Participants(args.clone()), texts)
        }
        Command::Duties(args) => papers::run(common, &PaperCommand::Duties(args.clone()), texts),
        Command::Templates(args) => templates::run(args, texts),
        Command::Deadline(args) => deadline::command(args, common, texts),
        Command::Check(args) => check::run(args, common, texts),
        Command::Backup(args) => rescue::save(args, common, texts),
        Command::Restore(args) => rescue::restore_backup(args, common, texts),
        Command::Pack(args) => pack::pack(args, common, texts),
        Command::Unpack(args) => pack::unpack(args, common, texts),
        Command::Sync(args) => sync::run(args, common, texts),
        Command::Keys(format) => keys::run(*format, common, texts),
        Command::Themes(format) => themes::run(*format, common, texts),
        Command::Demo(args) => demo::command(args, texts),
        Command::Man => manual::page(texts),
        Command::Completions(args) => manual::completions(args, texts),
        Command::Hall => hall::command(common, texts),
    }
}
