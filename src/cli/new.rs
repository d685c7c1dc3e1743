//! `planerka new DIR`: a state directory to begin with, without the shipped example.

use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use crate::domain::document::{Document, Requisites};
use crate::domain::safe_text::SafeText;
use crate::locale::Texts;
use crate::store::document::to_text;
use crate::store::file_system::FileSystem;
use crate::store::state_directory::{OnForeign, Options, StateDirectory};
use crate::tui::program::import::{put_subjects, settings};

use super::Common;
use super::output::{DONE, Failure, Outcome, stdout};
use super::start::{file_system, holder, said, today, writer};

/// The key of the document that is begun.
const KEY: &str = "document-1";

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
    let text = |given: &Option<String>| SafeText::line(given.as_deref().unwrap_or_default());
    let document = Document {
        format: Document::FORMAT,
        key: KEY.parse().unwrap_or_default(),
        requisites: Requisites {
            issuer: text(&args.organisation),
            plan_title: text(&args.title),
            ..Requisites::default()
        },
        taken_on_control: Some(today(&common)),
        ..Document::default()
    };
    settings(&mut directory, &document, texts).map_err(Failure::Said)?;
    put_subjects(&mut directory, &[], true, texts).map_err(Failure::Said)?;
    let written = to_text(&document).map_err(|error| Failure::Said(error.to_string()))?;
    directory
        .write_document(&format!("documents/{KEY}.ron"), &written, OnForeign::Refuse)
        .map_err(|error| said(texts, &error))?;
    let mut output = stdout();
    writeln!(
        output,
        "{}",
        texts.with("new-made", &[("path", path.into())])
    )?;
    output.flush()?;
    Ok(DONE)
}
