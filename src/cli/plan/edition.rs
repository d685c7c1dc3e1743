//! `planerka plan changes` and `planerka plan adopt`: editions of documents.

mod answers;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::domain::date::Date;
use crate::domain::document::{Document, DocumentKey, NodeKey};
use crate::domain::edition::{Cell, Change};
use crate::domain::moment::Moment;
use crate::domain::operation::Record;
use crate::domain::plan::Plan;
use crate::domain::safe_text::SafeText;
use crate::domain::workspace::{Given, Pending, Workspace};
use crate::import::Kept;
use crate::locale::Texts;
use crate::message;
use crate::paper::plain::exclusion_reason;
use crate::store::document::{parse, read_text};
use crate::store::file_system::RealFileSystem;
use crate::store::state_directory::load_workspace;
use crate::store::state_directory::with_keys;
use crate::tui::program::{Surroundings, System};

use crate::tui::program::import::{Brought, bring, kept};

use super::super::Common;
use super::super::import;
use super::super::output::{DONE, FAULTS, Failure, Outcome, agreed, message as tell, stdout};
use super::super::start;
use answers::AnswerArgs;

/// Which text, and what of it is which.
#[derive(Debug, Clone, clap::Args)]
pub struct ChangesArgs {
    /// A file with the edition; without one what was edited by hand in the state directory.
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// The document it is an edition of; may be left out where there is one.
    #[arg(long, value_name = "KEY")]
    pub document: Option<String>,
    /// Answers to what is asked.
    #[command(flatten)]
    pub answers: AnswerArgs,
}

/// Which text, from when and on what basis.
#[derive(Debug, Clone, clap::Args)]
pub struct AdoptArgs {
    /// The text.
    #[command(flatten)]
    pub changes: ChangesArgs,
    /// The day from which it counts; today without one.
    #[arg(long, value_name = "DATE")]
    pub from: Option<Date>,
    /// What it rests on: «распоряжение от 14.09.2023 № Р-871».
    #[arg(long, value_name = "TEXT")]
    pub basis: Option<String>,
    /// Without asking.
    #[arg(long)]
    pub yes: bool,
}

pub(super) fn changes(args: &ChangesArgs, common: &Common, texts: &Texts) -> Outcome {
    let mut session = start::open_read_only(common, texts)?;
    let kept = kept(&mut session.directory);
    let (found, _) = texts_to_adopt(args, &session.workspace, &kept, texts)?;
    if found.is_empty() {
        tell(&texts.get("edition-none"));
        return Ok(DONE);
    }
    for pending in &found {
        print(pending, &session.workspace, texts)?;
    }
    Ok(if found.iter().all(Pending::has_sure_text) {
        DONE
    } else {
        FAULTS
    })
}

pub(super) fn adopt(args: &AdoptArgs, common: &Common, texts: &Texts) -> Outcome {
    let opened = start::open(common, false, texts)?;
    start::tell(texts, &opened.findings);
    let mut directory = opened.directory;
    let mut workspace = load_workspace(&mut directory, opened.records)?;
    let kept = kept(&mut directory);
    let (found, brought) = texts_to_adopt(&args.changes, &workspace, &kept, texts)?;
    if found.is_empty() {
        tell(&texts.get("edition-none"));
        return Ok(DONE);
    }
    let today = start::today(common);
    let mut surroundings = System::new(Some(today));
    let basis = SafeText::line(args.basis.as_deref().unwrap_or_default());
    for pending in found {
        print(&pending, &workspace, texts)?;
        let pending = if args.yes {
            pending
        } else {
            answers::ask(pending, &workspace, texts)?
        };
        // What has an answer that goes without saying needs none; the rest nobody decides alone.
        if !pending.has_sure_text() {
            return Err(Failure::Said(texts.get("edition-unanswered")));
        }
        if !args.yes && !agreed(&texts.get("edition-question"), texts)? {
            return Err(Failure::Said(texts.get("edition-not-adopted")));
        }
        let reason = SafeText::from(exclusion_reason(&basis));
        let from = args.from.unwrap_or(today);
        let operations = workspace.adoption(&pending, from, basis.clone(), &reason);
        let act = surroundings.new_id();
        let at = Moment::new(surroundings.now());
        let clock = workspace.ledger().clock();
        let records: Vec<Record> = (clock + 1..)
            .zip(operations)
            .map(|(clock, op)| Record {
                id: surroundings.new_id(),
                clock,
                at,
                writer: directory.writer().clone(),
                act,
                day: today,
                meeting: None,
                op,
            })
            .collect();
        directory
            .keep_copy("before-edition", workspace.settings().backups.keep)
            .map_err(|error| Failure::Said(message::backup_error(texts, &error)))?;
        directory
            .append(&records)
            .map_err(|error| Failure::Said(message::store_error(texts, &error)))?;
        workspace.apply(records);
        if let Some(brought) = &brought {
            bring(&mut directory, pending.document, brought, texts).map_err(Failure::Said)?;
        }
    }
    tell(&texts.get("edition-adopted"));
    Ok(DONE)
}

/// The texts that were asked for, with what was said of what is which.
fn texts_to_adopt(
    args: &ChangesArgs,
    workspace: &Workspace,
    kept: &BTreeMap<DocumentKey, Kept>,
    texts: &Texts,
) -> Result<(Vec<Pending>, Option<Brought>), Failure> {
    let wanted: Option<DocumentKey> = match &args.document {
        None => None,
        Some(name) => {
            let found = workspace.document_called(name);
            let said = || texts.with("edition-no-document", &[("name", name.clone().into())]);
            Some(found.ok_or_else(|| Failure::Said(said()))?)
        }
    };
    let mut brought = None;
    let pending = match &args.file {
        None => {
            let mut pending = workspace.pending();
            pending.retain(|it| wanted.is_none_or(|key| key == it.document));
            pending
        }
        Some(path) => {
            let (given, more) = read(path, wanted, workspace, kept, texts)?;
            brought = more;
            let key = match (wanted, workspace.documents()) {
                (Some(key), _) => key,
                (None, [only]) => only.key,
                (None, _) if workspace.document(given.document.key).is_some() => given.document.key,
                (None, _) => return Err(Failure::Said(texts.get("edition-which-document"))),
            };
            let pending = workspace.compared(key, given).into_iter();
            pending.filter(|pending| !pending.is_empty()).collect()
        }
    };
    let pending: Result<Vec<Pending>, Failure> = pending
        .into_iter()
        .map(|one| answers::decided(one, &args.answers, workspace, texts))
        .collect();
    Ok((pending?, brought))
}

/// A text of a document, of the program's own form or of any other that is imported; of that also
/// what it brings beside.
fn read(
    path: &Path,
    wanted: Option<DocumentKey>,
    workspace: &Workspace,
    kept: &BTreeMap<DocumentKey, Kept>,
    texts: &Texts,
) -> Result<(Given, Option<Brought>), Failure> {
    if path
        .extension()
        .is_none_or(|end| !end.eq_ignore_ascii_case("ron"))
    {
        let (given, brought) = import::edition(path, wanted, workspace, kept, texts)?;
        return Ok((given, Some(brought)));
    }
    let (text, _) = read_text(&RealFileSystem::private(), path)?;
    if let Ok(plan) = parse::<Plan>(path, &text) {
        let given = Given {
            document: Document::from(plan).into(),
            names_keys: false,
        };
        return Ok((given, None));
    }
    let document = parse::<Document>(path, &text)?;
    let names_keys = document.names_keys();
    let given = Given {
        document: with_keys(path, document).into(),
        names_keys,
    };
    Ok((given, None))
}

fn print(pending: &Pending, workspace: &Workspace, texts: &Texts) -> std::io::Result<()> {
    let mut output = stdout();
    let Some(before) = workspace.document(pending.document) else {
        return Ok(());
    };
    let title = texts.with("edition-title", &[("document", before.title().into())]);
    writeln!(output, "{title}")?;
    let name = |key: NodeKey| -> String {
        let node = before.node(key);
        node.map(|node| format!("{} {}", node.number(), node.title()))
            .unwrap_or_default()
            .trim()
            .to_owned()
    };
    for change in &pending.comparison.changes {
        let line = match change {
            Change::Head { .. } => texts.get("edition-head"),
            Change::Add { node } => {
                let what = format!("{} {}", node.number(), node.title());
                texts.with("edition-added", &[("what", what.trim().to_owned().into())])
            }
            Change::Exclude { key } => {
                texts.with("edition-excluded", &[("what", name(*key).into())])
            }
            Change::Amend { key, cell, text } => {
                let old = before
                    .node(*key)
                    .map(|node| cell.of(node))
                    .unwrap_or_default();
                let id = if *cell == Cell::Number {
                    "edition-renumbered"
                } else {
                    "edition-amended"
                };
                texts.with(
                    id,
                    &[
                        ("what", name(*key).into()),
                        ("cell", texts.cell_name(cell).into()),
                        ("old", old.to_string().into()),
                        ("new", text.to_string().into()),
                    ],
                )
            }
            Change::Arrange { .. } => texts.get("edition-arranged"),
            Change::MovePoint { activity, from, to } if from == to => {
                texts.with("edition-ends-anew", &[("what", name(*activity).into())])
            }
            Change::MovePoint { activity, from, to } => texts.with(
                "edition-moved",
                &[
                    ("what", name(*activity).into()),
                    ("from", texts.date_full(*from).into()),
                    ("to", texts.date_full(*to).into()),
                ],
            ),
        };
        writeln!(output, "  {line}")?;
    }
    for question in answers::questions(pending, workspace, texts) {
        writeln!(output, "  {question}")?;
    }
    output.flush()
}
