//! Documents that were understood once in an examination: every one is looked at for its form, as
//! one of all, and as the text another is known by.

use std::cell::RefCell;
use std::path::Path;
use std::sync::Arc;

use crate::domain::document::Document;
use crate::store::document::{DocumentError, Fingerprint, SIZE_LIMIT, parse, read_bytes, text_in};
use crate::store::file_system::FileSystem;

/// The documents that parse, by what was read.
#[derive(Debug, Default)]
pub(super) struct Parsed(RefCell<Vec<(Fingerprint, Arc<Document>)>>);

impl Parsed {
    /// With documents that were understood before.
    pub(super) fn knowing(documents: Vec<(Fingerprint, Arc<Document>)>) -> Self {
        Self(RefCell::new(documents))
    }

    /// What a file says.
    pub(super) fn read(
        &self,
        file_system: &dyn FileSystem,
        path: &Path,
    ) -> Result<Arc<Document>, DocumentError> {
        let bytes = read_bytes(file_system, path, SIZE_LIMIT)?;
        self.document(path, text_in(path, &bytes)?)
    }

    /// What a text says.
    pub(super) fn document(&self, path: &Path, text: &str) -> Result<Arc<Document>, DocumentError> {
        let read = Fingerprint::of(text.as_bytes());
        let known = self.0.borrow();
        if let Some((_, document)) = known.iter().find(|(known, _)| *known == read) {
            return Ok(Arc::clone(document));
        }
        drop(known);
        let document = Arc::new(parse::<Document>(path, text)?);
        self.0.borrow_mut().push((read, Arc::clone(&document)));
        Ok(document)
    }
}
