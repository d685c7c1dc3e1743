//! The example that comes with the program: told from what a user wrote, and left for a plan of
//! one's own.

use std::path::{Path, PathBuf};

use super::{DOCUMENTS, FIRST_FORM_FILE, StateDirectory, StoreError, first_text_name, key_of};
use crate::domain::document::FIRST_FORM;
use crate::store::document::{Fingerprint, WriteError, read_text};
use crate::store::file_system::parent_of;

impl StateDirectory {
    /// Whether a document on control is used here that was read just as it came with the program.
    pub fn uses_example(&self) -> bool {
        self.embedded.iter().any(|(name, text)| {
            let known = self.known.get(&self.path.join(name));
            let read = known.and_then(|known| known.last());
            is_on_control(name) && read == Some(&Fingerprint::of(text.as_bytes()))
        })
    }

    /// The shipped documents on control that stand here just as they came.
    pub fn example(&self) -> Vec<String> {
        self.embedded
            .iter()
            .filter(|(name, text)| is_on_control(name) && self.says(name, text))
            .map(|(name, _)| name.clone())
            .collect()
    }

    fn says(&self, name: &str, text: &str) -> bool {
        read_text(self.file_system.as_ref(), &self.path.join(name))
            .is_ok_and(|(there, _)| there == text)
    }

    /// Leaves the example: its documents are taken away, but for those somebody has changed, and
    /// nothing of it stands in for what is missing any more. For a directory with nothing on
    /// record: what happened would lose what it happened to.
    ///
    /// # Errors
    /// When the directory may not be written, or a file could not be removed.
    pub fn leave_example(&mut self) -> Result<(), StoreError> {
        self.may_write()?;
        for name in self.example() {
            let path = self.path.join(&name);
            self.take_away(&path)?;
            let key = if name == FIRST_FORM_FILE {
                FIRST_FORM.parse().unwrap_or_default()
            } else {
                key_of(Path::new(&name))
            };
            let first = self.path.join(first_text_name(key));
            if self.is_listed(&first) {
                self.take_away(&first)?;
            }
            // What is left of a document is no place of its own; editions of it stay.
            let _ = self.file_system.remove_directory(parent_of(&first));
        }
        self.embedded.clear();
        Ok(())
    }

    fn take_away(&mut self, path: &PathBuf) -> Result<(), StoreError> {
        self.file_system
            .remove(path)
            .map_err(|error| WriteError::Io {
                path: path.clone(),
                kind: error.kind(),
            })?;
        self.known.remove(path);
        self.seen.no_document(path);
        Ok(())
    }
}

/// Whether a shipped file is a document on control.
fn is_on_control(name: &str) -> bool {
    name == FIRST_FORM_FILE
        || name
            .strip_prefix(DOCUMENTS)
            .is_some_and(|rest| rest.starts_with('/'))
}
