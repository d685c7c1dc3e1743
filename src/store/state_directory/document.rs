//! Documents of an open state directory.

use crate::store::document::Written;
use std::io;
use std::path::{Component, Path, PathBuf};

use serde::de::DeserializeOwned;

use super::{StateDirectory, StoreError};
use crate::store::document::{
    DocumentError, DocumentFault, Fingerprint, SIZE_LIMIT, WriteError, is_document_name, parse,
    parse_any, read_bytes, read_text, text_in, write_atomic, write_through_link,
};
use crate::store::file_system::{create_directories, parent_of};
use crate::store::journal::set_aside;

/// What to do with a document on disk that this program has neither read nor written.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum OnForeign {
    /// Leave it and say so, and write through a link: for documents that people edit.
    Refuse,
    /// Keep a copy in `backups/`, then replace it, a link too: for documents that follow from the
    /// journal.
    KeepCopy,
}

impl StateDirectory {
    /// Reads a document of the directory, by its name there (`plan.ron`,
    /// `minutes/2023-05-25.ron`). One that is not there is taken from those that come with the
    /// program.
    pub fn load_document<T: DeserializeOwned>(&mut self, name: &str) -> Result<T, DocumentError> {
        let (bytes, content) = self.document_bytes(name)?;
        let path = self.path.join(name);
        let text = text_in(&path, &bytes)?;
        self.take_note(path.clone(), content);
        parse(&path, text)
    }

    /// The text of a document; see [`Self::load_document`].
    pub fn document_text(&mut self, name: &str) -> Result<String, DocumentError> {
        let (bytes, content) = self.document_bytes(name)?;
        let path = self.path.join(name);
        let text = text_in(&path, &bytes)?.to_owned();
        self.take_note(path, content);
        Ok(text)
    }

    /// The bytes of a document, which need not be a text, and of a file its content for
    /// [`Self::take_note`]; see [`Self::load_document`].
    pub(super) fn document_bytes(
        &mut self,
        name: &str,
    ) -> Result<(Vec<u8>, Option<Fingerprint>), DocumentError> {
        let path = self.path.join(name);
        match read_bytes(self.file_system.as_ref(), &path, SIZE_LIMIT) {
            Ok(bytes) => {
                let content = Fingerprint::of(&bytes);
                Ok((bytes, Some(content)))
            }
            Err(error) if error.fault == DocumentFault::Unreadable(io::ErrorKind::NotFound) => {
                self.seen.no_document(&path);
                // What was read once does not turn into something else because it is gone, and a
                // link that leads nowhere is no missing document.
                if self.known.contains_key(&path) || self.is_listed(&path) {
                    return Err(error);
                }
                let embedded = self.embedded.iter().find(|(known, _)| known == name);
                let embedded = embedded.map(|(_, text)| text.clone().into_bytes());
                embedded.map(|bytes| (bytes, None)).ok_or(error)
            }
            Err(error) => Err(error),
        }
    }

    /// Learns what a document held when it was read; nothing of one that came with the program.
    pub(super) fn take_note(&mut self, path: PathBuf, content: Option<Fingerprint>) {
        let Some(content) = content else {
            return;
        };
        self.seen.document(&path, content);
        self.known.insert(path, vec![content]);
    }

    pub(super) fn is_listed(&self, path: &Path) -> bool {
        let listed = self.file_system.list(parent_of(path)).unwrap_or_default();
        listed.iter().any(|entry| entry.path == path)
    }

    /// The names of the documents in a folder of the directory, in order: `themes/mine.ron`.
    pub fn document_names(&self, folder: &str) -> Vec<String> {
        let listed = self.file_system.list(&self.path.join(folder));
        let mut names: Vec<String> = listed
            .unwrap_or_default()
            .into_iter()
            .filter(|entry| is_document_name(&entry.name))
            .map(|entry| format!("{folder}/{}", entry.name))
            .collect();
        names.sort_unstable();
        names
    }

    /// Takes a document for our own when the file holds exactly this text: what an earlier run of
    /// the program wrote is not foreign to this one. Whether it does.
    pub fn recognise(&mut self, name: &str, text: &str) -> bool {
        let path = self.path.join(name);
        let fingerprint = Fingerprint::of(text.as_bytes());
        let same = read_text(self.file_system.as_ref(), &path)
            .is_ok_and(|(_, found)| found == fingerprint);
        if same {
            self.known.entry(path).or_default().push(fingerprint);
        }
        same
    }

    /// Replaces a document, or makes it: the old text or the new one is there at any moment, and
    /// what somebody else wrote is not lost.
    ///
    /// A text that is not a document of a known form is refused. What the file holds and has not
    /// been read by [`Self::load_document`] or written here before is foreign.
    pub fn write_document(
        &mut self,
        name: &str,
        text: &str,
        on_foreign: OnForeign,
    ) -> Result<Written, StoreError> {
        self.may_write()?;
        let is_plain = Path::new(name)
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        if !is_plain || name.is_empty() {
            return Err(StoreError::BadName(name.to_owned()));
        }
        let path = self.path.join(name);
        parse_any(&path, text)?;
        let failed = |error: io::Error| {
            StoreError::from(WriteError::Io {
                path: path.clone(),
                kind: error.kind(),
            })
        };
        create_directories(self.file_system.as_ref(), parent_of(&path)).map_err(failed)?;
        let kept = match on_foreign {
            OnForeign::Refuse => None,
            OnForeign::KeepCopy => self.keep_foreign(name, &path).map_err(failed)?,
        };
        let new = Fingerprint::of(text.as_bytes());
        let known = self.known.entry(path.clone()).or_default();
        let file_system = self.file_system.as_ref();
        let result = match on_foreign {
            OnForeign::Refuse => write_through_link(file_system, &path, text.as_bytes(), known),
            OnForeign::KeepCopy => write_atomic(file_system, &path, text.as_bytes(), known),
        };
        match result {
            Ok(_) => {
                *known = vec![new];
                self.seen.document(&path, new);
            }
            // It may have come to the disk all the same; then it is not foreign to the next try.
            Err(WriteError::Io { .. }) => known.push(new),
            Err(WriteError::Conflict { .. }) => {}
        }
        result?;
        Ok(Written { path, kept })
    }

    /// Copies content we do not know, durably; from then on it is known.
    fn keep_foreign(&mut self, name: &str, path: &Path) -> io::Result<Option<PathBuf>> {
        let file_system = self.file_system.as_ref();
        // A link goes and what it leads to stays: no copy of somebody's file is spread.
        if file_system.is_link(path) {
            return Ok(None);
        }
        let bytes = match file_system.read(path, SIZE_LIMIT) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        let fingerprint = Fingerprint::of(&bytes);
        let known = self.known.entry(path.to_owned()).or_default();
        if known.contains(&fingerprint) {
            return Ok(None);
        }
        let backups = self.path.join("backups");
        let copy = set_aside(file_system, &backups, &name.replace('/', "-"), &bytes)?;
        known.push(fingerprint);
        Ok(Some(copy))
    }
}
