//! `planerka plan changes` and `planerka plan adopt`: editions of documents.

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
use crate::domain::workspace::{Given, Pending, Sides, Workspace};
use crate::import::Kept;
use crate::locale::Texts;
use crate::message;
use crate::store::document::{parse, read_text};
use crate::store::file_system::RealFileSystem;
use crate::store::state_directory::with_keys;
use crate::tui::program::{Surroundings, System, load_workspace};

use crate::tui::program::import::{Brought, bring, kept};

use super::super::Common;
use super::super::import;
use super::super::output::{DONE, FAULTS, Failure, Outcome, agreed, message as tell, stdout};
use super::super::start;

/// Which text, and what of it is which.
#[derive(Debug, Clone, clap::Args)]
pub struct ChangesArgs {
    /// A file with the edition; without one what was edited by hand in the state directory.
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// The document it is an edition of; may be left out where there is one.
    #[arg(long, value_name = "KEY")]
    pub document: Option<String>,
    /// What of the file is which of before: `NEW=OLD` by numbers or keys, `NEW=` for nothing.
    #[arg(long = "same", value_name = "NEW=OLD")]
    pub same: Vec<String>,
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
    let mut ground = start::look(common, texts)?;
    let kept = kept(&mut ground.directory);
    let (found, _) = texts_to_adopt(args, &ground.workspace, &kept, texts)?;
    if found.is_empty() {
        tell(&texts.get("edition-none"));
        return Ok(DONE);
    }
    for pending in &found {
        print(pending, &ground.workspace, texts)?;
    }
    Ok(if found.iter().all(Pending::is_answered) {
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
    for pending in &found {
        print(pending, &workspace, texts)?;
        if !pending.is_answered() {
            return Err(Failure::Said(texts.get("edition-unanswered")));
        }
        if !args.yes && !agreed(&texts.get("edition-question"), texts)? {
            return Err(Failure::Said(texts.get("edition-not-adopted")));
        }
        let operations = workspace.adoption(pending, args.from.unwrap_or(today), basis.clone());
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
            let known = workspace.documents().iter();
            let found = known
                .filter(|it| it.key.as_str() == name || it.short_name() == name)
                .map(|it| it.key)
                .next();
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
        .map(|one| decided(one, &args.same, workspace, texts))
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
            document: Document::from(plan),
            names_keys: false,
        };
        return Ok((given, None));
    }
    let document = parse::<Document>(path, &text)?;
    let names_keys = document.names_keys();
    let given = Given {
        document: with_keys(path, document),
        names_keys,
    };
    Ok((given, None))
}

fn decided(
    mut pending: Pending,
    same: &[String],
    workspace: &Workspace,
    texts: &Texts,
) -> Result<Pending, Failure> {
    if same.is_empty() {
        return Ok(pending);
    }
    for said in same {
        let wrong =
            || Failure::Said(texts.with("edition-same-form", &[("said", said.clone().into())]));
        let (new, old) = said.split_once('=').ok_or_else(wrong)?;
        let new = named(&pending.given.document, new).ok_or_else(wrong)?;
        if old.is_empty() {
            pending.matching.doubts.retain(|doubt| doubt.new != new);
            pending.matching.pairs.remove(&new);
        } else {
            let before = workspace.document(pending.document).ok_or_else(wrong)?;
            let old = named(before, old).ok_or_else(wrong)?;
            pending.matching.decide(old, new, true);
        }
    }
    let key = pending.document;
    workspace
        .compared_as(key, pending.given, pending.matching, Sides::new())
        .ok_or_else(|| Failure::Said(texts.get("edition-none")))
}

/// What a document calls so, by number or key.
fn named(document: &Document, name: &str) -> Option<NodeKey> {
    let bare = |text: &str| text.trim().trim_end_matches(['.', ')']).to_owned();
    let rows = document.rows();
    let by_key = rows.iter().find(|row| row.node.key().as_str() == name);
    let by_number = || {
        rows.iter()
            .find(|row| row.activity().is_some() && bare(row.node.number()) == bare(name))
    };
    by_key.or_else(by_number).map(|row| row.node.key())
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
    for doubt in &pending.matching.doubts {
        let new = pending.given.document.node(doubt.new);
        let said = new.map(|node| format!("{} {}", node.number(), node.title()));
        let line = texts.with(
            "edition-doubt",
            &[
                ("old", name(doubt.old).into()),
                ("new", said.unwrap_or_default().trim().to_owned().into()),
                ("percent", i64::from(doubt.likeness).into()),
                ("new-key", doubt.new.as_str().into()),
                ("old-key", doubt.old.as_str().into()),
            ],
        );
        writeln!(output, "  {line}")?;
    }
    for conflict in &pending.comparison.conflicts {
        let line = texts.with(
            "edition-conflict",
            &[
                ("what", name(conflict.key).into()),
                ("cell", texts.cell_name(&conflict.cell).into()),
                ("ours", conflict.ours.to_string().into()),
                ("theirs", conflict.theirs.to_string().into()),
            ],
        );
        writeln!(output, "  {line}")?;
    }
    output.flush()
}
