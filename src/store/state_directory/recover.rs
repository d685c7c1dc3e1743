//! What can be done about a damaged file while the directory is open: look at it, use another one in
//! its place, mend it.

use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use super::{StateDirectory, StoreError};
use crate::store::backup::{BackupError, automatic};
use crate::store::document::{DocumentError, DocumentFault, parse, parse_newer};
use crate::store::journal::SIZE_LIMIT;
use crate::store::mend::{Documents, MendError, Mending, Orders, Repair, Whose, mend_held};

impl StateDirectory {
    /// The content of a file for people to look at: what is not text in it is replaced.
    pub fn look_into(&self, path: &Path) -> Option<String> {
        let bytes = self.file_system.read(path, SIZE_LIMIT).ok()?;
        Some(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// Reads a document; one that cannot be used is stood in for, and the error tells of it. For
    /// one of a newer form that is what can be understood of it, else the one that comes with the
    /// program.
    pub fn load_or_stand_in<T: DeserializeOwned>(
        &mut self,
        name: &str,
    ) -> Result<(T, Option<DocumentError>), DocumentError> {
        let path = self.path.join(name);
        let error = match self.document_text(name) {
            Ok(text) => match parse::<T>(&path, &text) {
                Ok(document) => return Ok((document, None)),
                Err(error) if matches!(error.fault, DocumentFault::NewerFormat { .. }) => {
                    if let Ok(document) = parse_newer(&path, &text) {
                        return Ok((document, Some(error)));
                    }
                    error
                }
                Err(error) => error,
            },
            Err(error) => error,
        };
        let embedded = self.embedded.iter().find(|(known, _)| known == name);
        match embedded.map(|(_, text)| parse::<T>(&path, text)) {
            Some(Ok(document)) => Ok((document, Some(error))),
            Some(Err(_)) | None => Err(error),
        }
    }

    /// Saves the directory in `backups/` before something that changes much, or at the end of a
    /// day; see [`automatic::make`].
    pub fn keep_copy(&self, label: &str, keep: u16) -> Result<Option<PathBuf>, BackupError> {
        automatic::make(self.file_system.as_ref(), &self.path, label, keep.into())
    }

    /// Whether [`Self::keep_copy`] has one of this label already.
    pub fn has_copy(&self, label: &str) -> bool {
        automatic::has(self.file_system.as_ref(), &self.path, label)
    }

    /// Does one thing that was asked for, and with it what can be mended without asking. What is
    /// replaced is in `quarantine/` before.
    pub fn mend(&mut self, repair: &Repair) -> Result<Mending, MendError> {
        if let Err(StoreError::ReadOnly(_)) = self.may_write() {
            return Err(MendError::Held(None));
        }
        let is_meant = |name: &str| *repair == Repair::Embedded(name.to_owned());
        let embedded: Vec<(&str, &str)> = self
            .embedded
            .iter()
            .filter(|(name, _)| is_meant(name))
            .map(|(name, text)| (name.as_str(), text.as_str()))
            .collect();
        let own = Whose::Of(self.writer.clone());
        let orders = Orders {
            holder: self.holder.clone(),
            embedded: &embedded,
            documents: Documents::Unusable,
            tails: own.clone(),
            lines: (*repair == Repair::Lines).then_some(own),
            copies: *repair == Repair::Copies,
        };
        let mending = mend_held(self.file_system.as_ref(), &self.path, &orders, &[]);
        self.behind = true;
        mending
    }
}
