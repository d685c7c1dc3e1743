//! `planerka reminders`: what every executor is reminded of, as text; with a place, as drafts of
//! letters. Nothing is sent.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use crate::locale::Texts;
use crate::message;
use crate::paper::template::Templates;
use crate::paper::{Approved, reminder};

use super::output::{DONE, Failure, Outcome, stdout};
use super::{Common, apart, start};

/// Arguments of the command.
#[derive(Debug, Clone, Args)]
pub struct RemindersArgs {
    /// The directory the drafts go to, one for each executor.
    #[arg(long, short, value_name = "PATH")]
    pub output: Option<PathBuf>,
}

pub(super) fn run(args: &RemindersArgs, common: &Common, texts: &Texts) -> Outcome {
    let session = start::open_read_only(common, texts)?;
    let (workspace, day) = (&session.workspace, session.today);
    let Some(place) = &args.output else {
        let mut output = stdout();
        for (number, one) in workspace.reminders(day).iter().enumerate() {
            if number > 0 {
                writeln!(output, "\n")?;
            }
            write!(output, "{}", reminder::text(workspace, one, day))?;
        }
        output.flush()?;
        return Ok(DONE);
    };
    let mut approved = Approved::default();
    if let Some(date) = reminder::last_held(workspace, day)
        && let Some(version) = workspace.version_that_holds(date)
    {
        let frozen = session.directory.approved(workspace, date, version);
        approved.put(date, version, frozen);
    }
    let templates = Templates::new(session.directory.templates().files).apart(apart::apart());
    let drafts = reminder::drafts(workspace, day, &approved, &templates)
        .map_err(|error| Failure::Said(message::render_error(texts, &error)))?;
    let mut exporter = session.directory.exporter();
    for (name, bytes) in &drafts {
        exporter
            .write(&place.join(name), bytes)
            .map_err(|error| Failure::Said(message::write_error(texts, &error)))?;
    }
    let said = [
        ("n", drafts.len().into()),
        ("place", place.display().to_string().into()),
    ];
    super::output::message(&texts.with("reminders-written", &said));
    Ok(DONE)
}
