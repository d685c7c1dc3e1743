//! `planerka new DIR`: a state directory to begin with, without the shipped example.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use crate::locale::Texts;
use crate::store::file_system::FileSystem;
use crate::store::state_directory::{Options, StateDirectory};
use crate::tui::program::beginning::begin;

use super::Common;
use super::output::{DONE, Failure, Outcome, stdout};
use super::start::{file_system, holder, said, today, writer};

/// Arguments of the command.
#[derive(Args, Clone, Debug)]
pub struct NewArgs {
    /// A new or empty directory.
    #[arg(value_name = "DIR")]
    pub dir: PathBuf,
    /// The full name of the organisation that holds the meeting.
    #[arg(long, value_name = "NAME")]
    pub organisation: Option<String>,
    /// The heading of the plan.
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
}

pub(super) fn run(args: &NewArgs, common: &Common, texts: &Texts) -> Outcome {
    let path = args.dir.display().to_string();
    let common = Common {
        state: Some(args.dir.clone()),
        ..common.clone()
    };
    let file_system: Arc<dyn FileSystem> = file_system(&common, texts)?;
    if file_system
        .list(&args.dir)
        .is_ok_and(|found| !found.is_empty())
    {
        return Err(Failure::Said(
            texts.with("demo-not-empty", &[("path", path.into())]),
        ));
    }
    let holder = holder();
    let writer = writer(&common, file_system.as_ref(), &holder, false);
    let mut directory = StateDirectory::open(
        file_system,
        &args.dir,
        &Options {
            writer,
            read_only: false,
            holder,
            embedded: &[],
        },
    )
    .map_err(|error| said(texts, &error))?
    .directory;
    let given = |text: &Option<String>| text.clone().unwrap_or_default();
    begin(
        &mut directory,
        &given(&args.organisation),
        &given(&args.title),
        today(&common),
        texts,
    )
    .map_err(Failure::Said)?;
    let mut output = stdout();
    writeln!(
        output,
        "{}",
        texts.with("new-made", &[("path", path.into())])
    )?;
    output.flush()?;
    Ok(DONE)
}
