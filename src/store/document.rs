//! Documents of the state directory: RON read strictly, written canonically, replaced atomically.
//!
//! Which documents there are is not known here.

mod diagnosis;
mod edit;
mod fault;
mod fingerprint;
mod quick;
mod scan;
mod write;

use std::io;
use std::path::Path;

use ron::extensions::Extensions;
use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use simdutf8::basic::from_utf8;

use super::file_system::FileSystem;
use super::place::Place;
pub use crate::domain::canonical::to_text;
use crate::domain::operation::Record;
pub use edit::{with_entry, with_field, with_items, with_path};
pub use fault::{DocumentError, DocumentFault, Expected};
pub use fingerprint::Fingerprint;
pub(in crate::store) use fingerprint::Growing;
pub use write::{WriteError, Written, is_temporary_name, write_atomic};
pub(in crate::store) use write::{
    hash_for_names, write_atomic_up_to, write_note, write_through_link,
};

/// The newest form of a document this program knows.
pub const FORMAT: u32 = 1;

/// The largest document that is read, in bytes: ten thousand activities as wordy as those of the
/// shipped plan are some 14 MB.
pub const SIZE_LIMIT: u64 = 32 * 1024 * 1024;

/// What comes first in every document. Everything else is ignored, so that a newer form can be
/// told from a broken one.
#[derive(serde::Deserialize)]
struct Head {
    format: u32,
}

fn reading() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// Whether a file name is that of a document.
pub fn is_document_name(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|end| end == "ron")
}

/// Reads the bytes of a file that is no document, up to a limit.
pub fn read_bytes(
    file_system: &dyn FileSystem,
    path: &Path,
    limit: u64,
) -> Result<Vec<u8>, DocumentError> {
    let read = file_system.read(path, limit);
    read.map_err(|error| unreadable(path, &error))
}

/// Reads the text of a document: capped, UTF-8, one byte order mark taken off.
///
/// The fingerprint is of the bytes on disk; writing wants it back.
pub fn read_text(
    file_system: &dyn FileSystem,
    path: &Path,
) -> Result<(String, Fingerprint), DocumentError> {
    let bytes = file_system
        .read(path, SIZE_LIMIT)
        .map_err(|error| unreadable(path, &error))?;
    let fingerprint = Fingerprint::of(&bytes);
    Ok((text_of(path, bytes)?, fingerprint))
}

fn text_of(path: &Path, bytes: Vec<u8>) -> Result<String, DocumentError> {
    // A copy costs less than the look of the standard library at letters that are not Latin.
    if let Ok(text) = from_utf8(&bytes) {
        return Ok(without_mark(text).to_owned());
    }
    String::from_utf8(bytes).map_err(|error| diagnosis::of_bytes(path, &error))
}

/// The text of a document in the bytes of its file, without a copy: UTF-8, one byte order mark
/// taken off.
pub fn text_in<'bytes>(path: &Path, bytes: &'bytes [u8]) -> Result<&'bytes str, DocumentError> {
    from_utf8(bytes).map(without_mark).or_else(|_fault| {
        // Which byte it is, the slower look tells.
        text_of(path, bytes.to_vec()).map(|_text| "")
    })
}

fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

fn unreadable(path: &Path, error: &io::Error) -> DocumentError {
    let fault = match error.kind() {
        io::ErrorKind::FileTooLarge => DocumentFault::TooLarge { limit: SIZE_LIMIT },
        kind => DocumentFault::Unreadable(kind),
    };
    DocumentError::new(Place::file(path), fault)
}

/// Reads a document in two steps: its form first, the rest only if the form is known.
pub fn parse<T: DeserializeOwned>(path: &Path, text: &str) -> Result<T, DocumentError> {
    let failed = |error| diagnosis::of_text(path, text, error);
    if has_known_form(text) {
        let quick = quick::from_str(text);
        return quick.map_or_else(|| reading().from_str(text).map_err(failed), Ok);
    }
    match reading().from_str::<Head>(text) {
        Ok(head) if head.format > FORMAT => {
            return Err(DocumentError::new(
                Place::file(path),
                DocumentFault::NewerFormat {
                    found: head.format,
                    known: FORMAT,
                },
            ));
        }
        Ok(Head { format: 0 }) => {
            return Err(DocumentError::new(
                Place::file(path),
                DocumentFault::NoSuchFormat,
            ));
        }
        // Reading the whole names the fault better than reading the head does.
        Ok(_) | Err(_) => {}
    }
    reading().from_str(text).map_err(failed)
}

/// Reads plain RON, as the program itself writes it; `None` where `ron` has to be asked.
pub fn parse_plain<T: DeserializeOwned>(text: &str) -> Option<T> {
    quick::from_str(text)
}

/// Whether a text begins as documents of a known form do. Of one that begins otherwise the form has
/// to be read.
fn has_known_form(text: &str) -> bool {
    let mut rest = text.trim_start();
    while rest.starts_with("//") {
        rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
        rest = rest.trim_start();
    }
    let mut known = 1..=FORMAT;
    known.any(|form| {
        let form = form.to_string();
        ["(", "format", ":", form.as_str()]
            .iter()
            .try_fold(rest, |rest, part| {
                Some(rest.strip_prefix(part)?.trim_start())
            })
            .is_some_and(|rest| rest.starts_with([',', ')']))
    })
}

/// Where the form of a document stands, in bytes from its beginning; one that begins otherwise is
/// read as a whole.
const HEAD: u64 = 512;

/// The form of a document that is newer than those known here, if it is.
pub fn newer_form(file_system: &dyn FileSystem, path: &Path) -> Option<u32> {
    let head = file_system.read_beginning(path, HEAD).ok()?;
    let head = head.utf8_chunks().next().map_or("", |it| it.valid());
    if has_known_form(without_mark(head)) {
        return None;
    }
    let (text, _fingerprint) = read_text(file_system, path).ok()?;
    if has_known_form(&text) {
        return None;
    }
    match parse_any(path, &text).err()?.fault {
        DocumentFault::NewerFormat { found, .. } => Some(found),
        _ => None,
    }
}

/// Reads a document of a newer form as if it were of the known one: what that adds must not be in
/// it. For looking at; written back it would lose what is not known.
pub fn parse_newer<T: DeserializeOwned>(path: &Path, text: &str) -> Result<T, DocumentError> {
    reading()
        .from_str(text)
        .map_err(|error| diagnosis::of_text(path, text, error))
}

/// Says whether a text is RON with a known form at its head, whatever else it holds.
pub fn parse_any(path: &Path, text: &str) -> Result<(), DocumentError> {
    reading()
        .from_str::<IgnoredAny>(text)
        .map_err(|error| diagnosis::of_text(path, text, error))?;
    parse::<Head>(path, text).map(|_head| ())
}

/// Reads one compact record of the journal.
pub(super) fn parse_record(path: &Path, text: &str) -> Result<Record, DocumentError> {
    if let Some(record) = quick::record(text).or_else(|| quick::from_str(text)) {
        return Ok(record);
    }
    reading()
        .from_str(text)
        .map_err(|error| diagnosis::of_text(path, text, error))
}

/// Writes one compact record of the journal.
pub(super) fn record_to_text<T: Serialize>(record: &T) -> Result<String, ron::Error> {
    ron::Options::default().to_string(record)
}

#[cfg(test)]
mod tests;
