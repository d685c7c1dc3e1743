//! Documents on control: `documents/KEY.ron`, any number, and `plan.ron` of the first form, which
//! is read in place.

use std::collections::BTreeSet;
use std::path::Path;

use super::{Access, OnForeign, StateDirectory, StoreError};
use crate::domain::document::{Document, DocumentKey, FIRST_FORM};
use crate::domain::plan::Plan;
use crate::domain::workspace::Given;
use crate::store::document::{DocumentError, to_text};

/// The folder of the documents.
pub const DOCUMENTS: &str = "documents";

/// The file of the first form.
pub const FIRST_FORM_FILE: &str = "plan.ron";

/// What could be read of the documents on control.
#[derive(Debug, Default)]
pub struct DocumentsRead {
    /// The texts of the files, keys given; that of the first form first, the others by name.
    pub given: Vec<Given>,
    /// The texts they are known by, where they were seen before.
    pub first_texts: Vec<Document>,
    /// Those that cannot be used.
    pub unusable: Vec<DocumentError>,
}

impl StateDirectory {
    /// Reads all documents on control; an error is the first one that cannot be used.
    pub fn load_documents(&mut self) -> Result<DocumentsRead, DocumentError> {
        let mut read = self.load_usable_documents()?;
        if read.unusable.is_empty() {
            return Ok(read);
        }
        Err(read.unusable.swap_remove(0))
    }

    /// Reads the documents on control that can be used. The one of the first form is stood in
    /// for; an error is one for which nothing can.
    pub fn load_usable_documents(&mut self) -> Result<DocumentsRead, DocumentError> {
        let mut read = DocumentsRead::default();
        let names = self.document_names(DOCUMENTS);
        if names.is_empty() || self.has_first_form() {
            let (plan, error) = self.load_or_stand_in::<Plan>(FIRST_FORM_FILE)?;
            read.unusable.extend(error);
            read.given.push(Given {
                document: Document::from(plan),
                names_keys: false,
            });
        }
        for name in names {
            match self.load_one(&name) {
                Ok(given) => read.given.push(given),
                Err(error) => read.unusable.push(error),
            }
        }
        for given in &read.given {
            let name = first_text_name(given.document.key);
            if !self.is_listed(&self.path.join(&name)) {
                continue;
            }
            match self.load_document::<Document>(&name) {
                Ok(text) => read.first_texts.push(text),
                Err(error) => read.unusable.push(error),
            }
        }
        Ok(read)
    }

    /// Keeps the text a document is known by from now on: what is changed in its file by hand
    /// later is told from it. A directory that may not be written keeps none.
    pub fn keep_first_text(&mut self, document: &Document) -> Result<(), StoreError> {
        if *self.access() != Access::ReadWrite {
            return Ok(());
        }
        let Ok(text) = to_text(document) else {
            return Ok(());
        };
        let name = first_text_name(document.key);
        let written = self.write_document(&name, &text, OnForeign::KeepCopy);
        written.map(|_written| ())
    }

    /// Whether there is a document of the first form in the directory itself.
    fn has_first_form(&self) -> bool {
        let path = self.path.join(FIRST_FORM_FILE);
        self.known.contains_key(&path) || self.is_listed(&path)
    }

    fn load_one(&mut self, name: &str) -> Result<Given, DocumentError> {
        let path = self.path.join(name);
        let document = self.load_document::<Document>(name)?;
        let names_keys = document.names_keys();
        Ok(Given {
            document: with_keys(&path, document),
            names_keys,
        })
    }
}

/// Where the text is kept that a document is known by.
pub fn first_text_name(key: DocumentKey) -> String {
    format!("{DOCUMENTS}/{key}/first.ron")
}

/// Gives a document that was read its key, from the name of its file where it says none, and keys
/// to what stands in it.
pub fn with_keys(path: &Path, mut document: Document) -> Document {
    document.give_keys(key_of(path), &BTreeSet::new());
    document
}

/// The key a file's name gives: what no key has becomes a dash.
pub fn key_of(path: &Path) -> DocumentKey {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    if stem == FIRST_FORM {
        // The key of the document of the first form, whether there is one or not.
        return format!("{FIRST_FORM}~2").parse().unwrap_or_default();
    }
    let plain = |one: char| one.is_alphanumeric() || matches!(one, '.' | '-' | '_' | '~');
    let name: String = stem
        .chars()
        .map(|one| if plain(one) { one } else { '-' })
        .take(60)
        .collect();
    name.parse().unwrap_or_default()
}
