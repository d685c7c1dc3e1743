//! The command line: one file per command. The only room that prints.

mod deadline;
mod papers;
mod start;
mod tui_command;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;

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
    command: Option<papers::PaperCommand>,
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
}

/// Runs the program with the arguments of this process.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    match &cli.command {
        Some(command) => papers::run(&cli.common, command),
        None => tui_command::run(&cli.common),
    }
}
