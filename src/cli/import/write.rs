//! Writes what was imported: the document, new subjects, the mapping of columns. Into a directory
//! that is new nothing of the shipped example goes.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::document::{Document, DocumentKey};
use crate::domain::subject::Registry;
use crate::import::{Draft, Kept};
use crate::locale::Texts;
use crate::store::embedded;
use crate::store::file_system::FileSystem;
use crate::store::state_directory::{Options, StateDirectory};
use crate::tui::program::import::{Brought, Written, kept, put};

use super::super::Common;
use super::super::output::Failure;
use super::super::start::{file_system, holder, place, said, tell, writer};

/// Whether nothing is in the state directory yet.
pub(in crate::cli) fn is_new(common: &Common, texts: &Texts) -> Result<bool, Failure> {
    let (path, _) = place(common);
    let file_system = file_system(common, texts)?;
    Ok(file_system
        .list(&path)
        .map_or(true, |listed| listed.is_empty()))
}

/// What is there before an import: nothing in a new directory.
#[derive(Default)]
pub(in crate::cli) struct Before {
    /// Who is known.
    pub(in crate::cli) registry: Registry,
    /// The documents on control.
    pub(in crate::cli) documents: Vec<Arc<Document>>,
    /// What was decided of documents imported before.
    pub(in crate::cli) kept: BTreeMap<DocumentKey, Kept>,
}

/// What is there before an import.
pub(in crate::cli) fn known(common: &Common, texts: &Texts) -> Result<Before, Failure> {
    if is_new(common, texts)? {
        return Ok(Before::default());
    }
    let mut session = super::super::start::open_read_only(common, texts)?;
    Ok(Before {
        kept: kept(&mut session.directory),
        registry: session.workspace.subjects().clone(),
        documents: session.workspace.documents().to_vec(),
    })
}

/// Opens the directory to write in it; a new one holds nothing.
fn open(common: &Common, texts: &Texts) -> Result<StateDirectory, Failure> {
    let (path, _) = place(common);
    let is_new = is_new(common, texts)?;
    let file_system: Arc<dyn FileSystem> = file_system(common, texts)?;
    let holder = holder();
    let writer = writer(common, file_system.as_ref(), &holder, false);
    let opened = StateDirectory::open(
        file_system,
        &path,
        &Options {
            writer,
            read_only: false,
            holder,
            embedded: if is_new { &[] } else { embedded::ALL },
        },
    )
    .map_err(|error| said(texts, &error))?;
    tell(texts, &opened.findings);
    Ok(opened.directory)
}

/// Writes it all.
pub(in crate::cli) fn write(
    document: &Document,
    brought: &Brought,
    draft: &Draft,
    common: &Common,
    texts: &Texts,
) -> Result<Written, Failure> {
    let is_new = is_new(common, texts)?;
    let mut directory = open(common, texts)?;
    put(&mut directory, document, brought, draft, is_new, texts).map_err(Failure::Said)
}
