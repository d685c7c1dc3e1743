//! The command line: one file per command. The only room that prints.

mod deadline;
pub mod demo;
mod hall;
mod start;
mod tui_command;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::domain::date::Date;
use crate::locale::Language;

/// Weekly coordination meeting over an official plan of measures: agenda, live marks, minutes and
/// tactical plan.
#[derive(Debug, Parser)]
#[command(name = "planerka", version, about)]
pub struct Cli {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Option<Command>,
}

/// A command; without one the terminal program starts.
#[derive(Debug, Subcommand)]
enum Command {
    /// A state directory with a season of meetings over the real plan, for trying out
    Demo {
        /// A new or empty directory
        dir: PathBuf,
    },
    /// What the room sees, in a second terminal: follows the chair, only reads
    Hall,
}

/// Options of every command.
#[derive(Debug, Clone, clap::Args)]
pub struct Common {
    /// The state directory
    #[arg(long, global = true, value_name = "DIR")]
    pub state: Option<PathBuf>,
    /// The day that counts as today, like 2023-05-25
    #[arg(long, global = true, value_name = "DATE")]
    pub today: Option<Date>,
    /// Language of the interface: ru or en
    #[arg(long, global = true, value_name = "LANG")]
    pub lang: Option<Language>,
    /// Theme: dark or light
    #[arg(long, global = true, value_name = "NAME")]
    pub theme: Option<String>,
    /// Lines, bars and signs in plain ASCII
    #[arg(long, global = true)]
    pub ascii: bool,
}

/// Runs the program with the arguments of this process.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let texts = start::first_texts(&cli.common);
    let ended = match &cli.command {
        None => return tui_command::run(&cli.common),
        Some(Command::Demo { dir }) => demo::run(dir, &texts),
        Some(Command::Hall) => hall::run(&cli.common, &texts),
    };
    match ended {
        Ok(code) => ExitCode::from(code),
        Err(message) => {
            let _ = writeln!(std::io::stderr(), "planerka: {message}");
            ExitCode::FAILURE
        }
    }
}
