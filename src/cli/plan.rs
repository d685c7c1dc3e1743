//! `planerka plan`: the measures plan, shown and checked.

mod check;
mod edition;
mod show;

use clap::Subcommand;

use crate::locale::Texts;

use super::Common;
use super::output::{Format, Outcome};

/// What to do with the plan.
#[derive(Debug, Clone, Subcommand)]
pub enum PlanCommand {
    /// Prints it with the dates its deadlines are read as.
    Show(show::ShowArgs),
    /// Looks for what is wrong in it, and for deadlines and names that were not understood.
    Check(Format),
    /// What an edition would change: a file, or files edited by hand.
    Changes(edition::ChangesArgs),
    /// Brings an edition into force from a day on.
    Adopt(edition::AdoptArgs),
}

pub(super) fn run(command: &PlanCommand, common: &Common, texts: &Texts) -> Outcome {
    match command {
        PlanCommand::Show(args) => show::run(args, common, texts),
        PlanCommand::Check(format) => check::run(*format, common, texts),
        PlanCommand::Changes(args) => edition::changes(args, common, texts),
        PlanCommand::Adopt(args) => edition::adopt(args, common, texts),
    }
}
