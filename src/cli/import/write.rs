//! Writes what was imported: the document, new subjects, the mapping of columns. Into a directory
//! that is new nothing of the shipped example goes.

use std::fmt::Write as _;
use std::sync::Arc;

use crate::domain::document::Document;
use crate::domain::settings::Settings;
use crate::domain::subject::{Registry, Subject, Subjects};
use crate::import::Draft;
use crate::import::document::says_the_same;
use crate::import::role::Role;
use crate::locale::Texts;
use crate::store::document::{parse, to_text, with_items};
use crate::store::embedded;
use crate::store::file_system::FileSystem;
use crate::store::state_directory::{OnForeign, Options, StateDirectory};

use super::super::Common;
use super::super::output::Failure;
use super::super::start::{file_system, holder, place, said, tell, writer};

/// What came of it.
#[derive(Debug)]
pub(in crate::cli) enum Written {
    /// The document is on control.
    Done {
        /// Where it stands.
        path: std::path::PathBuf,
    },
    /// It is there and says the same.
    Unchanged,
    /// Another edition of it is there.
    Another,
}

/// Whether nothing is in the state directory yet.
pub(in crate::cli) fn is_new(common: &Common, texts: &Texts) -> Result<bool, Failure> {
    let (path, _) = place(common);
    let file_system = file_system(common, texts)?;
    Ok(file_system
        .list(&path)
        .map_or(true, |listed| listed.is_empty()))
}

/// Who is known before the import: nobody in a new directory.
pub(in crate::cli) fn known(common: &Common, texts: &Texts) -> Result<Registry, Failure> {
    if is_new(common, texts)? {
        return Ok(Registry::default());
    }
    Ok(super::super::start::look(common, texts)?
        .workspace
        .subjects()
        .clone())
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
    subjects: &[Subject],
    draft: &Draft,
    common: &Common,
    texts: &Texts,
) -> Result<Written, Failure> {
    let is_new = is_new(common, texts)?;
    let mut directory = open(common, texts)?;
    let name = format!("documents/{}.ron", document.key);
    let present = directory.document_names("documents").contains(&name);
    if present {
        let there = directory.load_document::<Document>(&name)?;
        return Ok(if says_the_same(&there, document) {
            Written::Unchanged
        } else {
            Written::Another
        });
    }
    if is_new {
        settings(&mut directory, document, texts)?;
    }
    put_subjects(&mut directory, subjects, is_new, texts)?;
    let text = to_text(document).map_err(|error| Failure::Said(error.to_string()))?;
    let written = directory
        .write_document(&name, &text, OnForeign::Refuse)
        .map_err(|error| said(texts, &error))?;
    directory
        .write_document(
            &format!("imports/{}.ron", document.key),
            &mapping(draft),
            OnForeign::Refuse,
        )
        .map_err(|error| said(texts, &error))?;
    Ok(Written::Done { path: written.path })
}

/// The settings of a new directory: its own organisation, nobody else's.
pub(in crate::cli) fn settings(
    directory: &mut StateDirectory,
    document: &Document,
    texts: &Texts,
) -> Result<(), Failure> {
    let settings = Settings {
        organisation: document.requisites.issuer.clone(),
        ..Settings::default()
    };
    let text = to_text(&settings).map_err(|error| Failure::Said(error.to_string()))?;
    directory
        .write_document("settings.ron", &text, OnForeign::Refuse)
        .map_err(|error| said(texts, &error))?;
    Ok(())
}

/// Adds subjects; comments and the sequence of those that are there stay.
pub(in crate::cli) fn put_subjects(
    directory: &mut StateDirectory,
    new: &[Subject],
    is_new: bool,
    texts: &Texts,
) -> Result<(), Failure> {
    if new.is_empty() && !is_new {
        return Ok(());
    }
    let words = |error: ron::Error| Failure::Said(error.to_string());
    let name = "subjects.ron";
    let text = if is_new {
        to_text(&Subjects {
            format: Subjects::FORMAT,
            subjects: new.to_vec(),
        })
        .map_err(words)?
    } else {
        let there = directory.document_text(name)?;
        let mut all = parse::<Subjects>(std::path::Path::new(name), &there)?;
        all.subjects.extend(new.iter().cloned());
        let whole = to_text(&all).map_err(words)?;
        // Only what is new is put in, before the bracket that ends the list.
        with_items(&there, "subjects", &items(new).map_err(words)?)
            .filter(|edited| {
                parse::<Subjects>(std::path::Path::new(name), edited).is_ok_and(|read| read == all)
            })
            .unwrap_or(whole)
    };
    directory
        .write_document(name, &text, OnForeign::Refuse)
        .map_err(|error| said(texts, &error))?;
    Ok(())
}

/// The entries of a list as they stand in the file.
fn items(new: &[Subject]) -> Result<String, ron::Error> {
    let text = to_text(&Subjects {
        format: Subjects::FORMAT,
        subjects: new.to_vec(),
    })?;
    let from = text.find('[').map_or(0, |at| at + 1);
    let to = text.rfind(']').unwrap_or(text.len());
    Ok(text
        .get(from..to)
        .unwrap_or_default()
        .trim_matches('\n')
        .trim_end()
        .to_owned())
}

/// What the columns were taken for, kept for the next edition.
fn mapping(draft: &Draft) -> String {
    let mut text = String::from("(\n    format: 1,\n    columns: [\n");
    for column in &draft.columns {
        let role: Role = column.role;
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "        (head: {:?}, role: \"{}\"),",
            column.head,
            role.id()
        );
    }
    text.push_str("    ],\n)\n");
    text
}
