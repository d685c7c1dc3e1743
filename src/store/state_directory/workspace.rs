//! The workspace of a state directory: its documents joined with its journal.

use std::sync::Arc;

use super::{DocumentsRead, StateDirectory};
use crate::domain::document::Document;
use crate::domain::ledger::Ledger;
use crate::domain::operation::Record;
use crate::domain::settings::Settings;
use crate::domain::subject::Subjects;
use crate::domain::workspace::{Workspace, has_history};
use crate::store::document::DocumentError;

/// What could be read.
#[derive(Debug)]
pub struct Loaded {
    /// The documents, or those that stand in for them, and the journal.
    pub workspace: Workspace,
    /// The documents that cannot be used. As long as there is one nothing must be recorded.
    pub unusable: Vec<DocumentError>,
}

/// Reads the documents and joins them with the journal; those that cannot be used are stood in
/// for. An error is one for which nothing can.
pub fn load_what_can_be_used(
    directory: &mut StateDirectory,
    records: Vec<Record>,
) -> Result<Loaded, DocumentError> {
    let mut read = directory.load_usable_documents()?;
    let (subjects, of_subjects) = directory.load_or_stand_in::<Subjects>("subjects.ron")?;
    let (settings, of_settings) = directory.load_or_stand_in::<Settings>("settings.ron")?;
    let unusable_documents = std::mem::take(&mut read.unusable);
    Ok(Loaded {
        workspace: joined(directory, read, subjects, settings, records),
        unusable: unusable_documents
            .into_iter()
            .chain([of_subjects, of_settings].into_iter().flatten())
            .collect(),
    })
}

/// Reads the documents and joins them with the journal.
pub fn load_workspace(
    directory: &mut StateDirectory,
    records: Vec<Record>,
) -> Result<Workspace, DocumentError> {
    let read = directory.load_documents()?;
    let subjects: Subjects = directory.load_document("subjects.ron")?;
    let settings: Settings = directory.load_document("settings.ron")?;
    Ok(joined(directory, read, subjects, settings, records))
}

/// Joins what was read: documents are known by the text they were first seen with, and one nobody
/// has said anything of yet by the text of its file.
fn joined(
    directory: &mut StateDirectory,
    mut read: DocumentsRead,
    subjects: Subjects,
    settings: Settings,
    records: Vec<Record>,
) -> Workspace {
    let known = |key| read.first_texts.iter().find(|text| text.key == key);
    let ledger = Ledger::fold(records);
    let mut texts = Vec::new();
    for given in &mut read.given {
        let file = &mut given.document;
        match known(file.key) {
            // Glossary, indicators, short name have no history: they count as they stand.
            Some(first) if has_history(&ledger, first) => {
                let first = Document::clone(first);
                texts.push(Arc::new(first.with_manner_of(file)));
            }
            Some(first) if first == file => {
                texts.push(Arc::clone(first));
                // One copy in memory is enough.
                *file = Arc::clone(first);
            }
            _ => {
                // What cannot be kept now is kept at the next start; until then the file counts.
                let words = read.words.remove(&file.key);
                let _ = directory.keep_first_text(file, words);
                texts.push(Arc::clone(file));
            }
        }
    }
    let calendar = settings.calendar.clone();
    Workspace::of_ledger(texts, subjects, settings, calendar, ledger).with_given(read.given)
}
