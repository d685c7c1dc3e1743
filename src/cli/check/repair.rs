//! `planerka check --repair`: puts in order what can be, then says what was done and what is left.

use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use serde_json::{Value, json};

use crate::locale::Texts;
use crate::message;
use crate::store::embedded;
use crate::store::file_system::FileSystem;
use crate::store::mend::{Documents, Mended, Orders, Whose, mend};
use crate::store::state_directory::load_what_can_be_used;
use crate::store::state_directory::{Options, StateDirectory, StoreError};

use super::super::output::report::{self, Report};
use super::super::output::{Failure, Format, Outcome, print_json, stdout};
use super::super::{Common, start};

/// How far mending goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Extent {
    /// Missing and destroyed documents, incomplete records of this writer, copies of the journal.
    Safe,
    /// Also documents with a fault in them, and incomplete and damaged records of everybody.
    All,
}

pub(super) fn run(extent: Extent, format: Format, common: &Common, texts: &Texts) -> Outcome {
    let (path, _source) = start::place(common);
    let file_system = start::file_system(common, texts)?;
    let holder = start::holder();
    let (documents, tails, lines) = match extent {
        Extent::Safe => {
            let writer = start::writer(common, file_system.as_ref(), &holder, false);
            (Documents::Destroyed, Whose::Of(writer), None)
        }
        Extent::All => (Documents::Unusable, Whose::All, Some(Whose::All)),
    };
    let orders = Orders {
        holder,
        embedded: embedded::ALL,
        documents,
        tails,
        lines,
        copies: true,
    };
    let mut mending = mend(file_system.as_ref(), &path, &orders, super::EXAMINE)
        .map_err(|error| Failure::Said(message::mend_error(texts, &error)))?;
    mending
        .done
        .extend(papers_as_approved(file_system, &path, common, texts)?);
    let left = super::reports(common, texts)?;
    if format.json {
        let done: Vec<Value> = mending.done.iter().map(as_json).collect();
        let reports: Vec<Value> = left.iter().map(Report::as_json).collect();
        print_json(&json!({ "done": done, "left": reports }))?;
        return Ok(report::code(&left));
    }
    let said = |path: &Path| path.display().to_string();
    let mut output = stdout();
    if mending.done.is_empty() {
        writeln!(
            output,
            "{}",
            texts.get(if left.is_empty() {
                "mended-nothing"
            } else {
                "mended-nothing-of-itself"
            })
        )?;
    }
    for mended in &mending.done {
        writeln!(output, "{}", message::mended(texts, mended, said))?;
    }
    output.flush()?;
    drop(output);
    let fine = super::fine(common, texts);
    report::print(&left, format, &fine, texts)
}

/// Brings back approved papers that are missing, and has those follow the journal that hold nothing
/// a person wrote. In a directory another program works in that one does it.
pub(in crate::cli) fn papers_as_approved(
    file_system: Arc<dyn FileSystem>,
    path: &Path,
    common: &Common,
    texts: &Texts,
) -> Result<Vec<Mended>, Failure> {
    let holder = start::holder();
    let options = Options {
        writer: start::writer(common, file_system.as_ref(), &holder, false),
        read_only: false,
        holder,
        embedded: embedded::ALL,
    };
    let opened = StateDirectory::open(file_system, path, &options)
        .map_err(|error| Failure::Said(message::store_error(texts, &error)))?;
    let mut directory = opened.directory;
    // What keeps the papers from being read is told by what is left.
    let Ok(loaded) = load_what_can_be_used(&mut directory, opened.records) else {
        return Ok(Vec::new());
    };
    let restored = match directory.restore_approved(&loaded.workspace) {
        Ok(restored) => restored,
        // Why nothing may be written is among what is left.
        Err(StoreError::ReadOnly(_)) => Vec::new(),
        Err(error) => return Err(Failure::Said(message::store_error(texts, &error))),
    };
    let followed = match directory.follow_approved(&loaded.workspace) {
        Ok(followed) => followed,
        Err(StoreError::ReadOnly(_)) => Vec::new(),
        Err(error) => return Err(Failure::Said(message::store_error(texts, &error))),
    };
    let restored = restored
        .into_iter()
        .map(|path| Mended::PaperRestored { path });
    let followed = followed.into_iter().map(|written| Mended::PaperFollowed {
        path: written.path,
        copy: written.kept,
    });
    Ok(restored.chain(followed).collect())
}

fn as_json(mended: &Mended) -> Value {
    let (what, path, copy, count) = match mended {
        Mended::PaperFollowed { path, copy } => ("paper-followed", path, copy.as_ref(), None),
        Mended::Written { path } => ("written", path, None, None),
        Mended::PaperRestored { path } => ("paper-restored", path, None, None),
        Mended::Replaced { path, copy } => ("replaced", path, Some(copy), None),
        Mended::Cut { path, copy } => ("cut", path, Some(copy), None),
        Mended::TakenOver { path, copy, acts } => ("taken-over", path, Some(copy), Some(acts)),
        Mended::Joined { path, acts, .. } => ("joined", path, None, Some(acts)),
        Mended::Cleared { path, copy, lines } => ("cleared", path, Some(copy), Some(lines)),
    };
    json!({
        "mended": what,
        "path": path.display().to_string(),
        "copy": copy.map(|copy| copy.display().to_string()),
        "count": count,
    })
}
