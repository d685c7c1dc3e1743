//! `planerka minutes` and `planerka tactical`: the papers of a meeting, from the journal as it
//! stands. The files in the state directory are not read: they follow from the journal.

use std::io::Write;

use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::domain::date::Date;
use crate::domain::workspace::Workspace;
use crate::locale::Texts;
use crate::store::document::to_text;

use super::output::{DONE, Failure, Outcome, stdout};
use super::{Common, start};

/// Arguments of both commands.
#[derive(Debug, Clone, Args)]
pub struct PapersArgs {
    /// The day of the meeting; without it the last one on record.
    #[arg(value_name = "DATE")]
    pub date: Option<Date>,
    /// The form of the document.
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "ron",
        hide_default_value = true
    )]
    pub format: PaperFormat,
}

/// The form of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PaperFormat {
    /// As in the state directory.
    Ron,
}

pub(super) fn minutes(args: &PapersArgs, common: &Common, texts: &Texts) -> Outcome {
    print(args, common, texts, Workspace::minutes)
}

pub(super) fn tactical(args: &PapersArgs, common: &Common, texts: &Texts) -> Outcome {
    print(args, common, texts, Workspace::tactical_plan)
}

fn print<T: Serialize>(
    args: &PapersArgs,
    common: &Common,
    texts: &Texts,
    paper: fn(&Workspace, Date) -> Option<T>,
) -> Outcome {
    let ground = start::look(common, texts)?;
    let workspace = &ground.workspace;
    let last = || workspace.ledger().meetings().keys().next_back().copied();
    let Some(date) = args.date.or_else(last) else {
        return Err(Failure::Said(texts.get("papers-no-meeting")));
    };
    let Some(paper) = paper(workspace, date) else {
        let date = [("date", texts.date_full(date).into())];
        return Err(Failure::Said(texts.with("papers-not-opened", &date)));
    };
    let PaperFormat::Ron = args.format;
    let text = to_text(&paper).map_err(|error| Failure::Said(error.to_string()))?;
    let mut output = stdout();
    output.write_all(text.as_bytes())?;
    output.flush()?;
    Ok(DONE)
}
