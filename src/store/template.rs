//! The user's templates of papers: files of `templates/`, read as text. What a template is, the
//! store does not know.

use std::path::Path;

use super::document::{DocumentError, is_temporary_name, read_bytes, read_text};
use super::file_system::{FileKind, FileSystem};

/// The directory of templates in a state directory.
pub const DIRECTORY: &str = "templates";

/// What stands there.
#[derive(Clone, Debug, Default)]
pub struct TemplateFiles {
    /// Files by their names.
    pub files: Vec<(String, String)>,
    /// Letterheads by their names.
    pub letterheads: Vec<(String, Vec<u8>)>,
    /// Files that cannot be read, or not as text.
    pub errors: Vec<DocumentError>,
}

/// The largest letterhead that is read, in bytes.
pub const LETTERHEAD_LIMIT: u64 = 16 * 1024 * 1024;

/// Whether a file of `templates/` is a letterhead by its name.
pub fn is_letterhead_name(name: &str) -> bool {
    let end = Path::new(name).extension();
    let known = ["docx", "dotx"];
    !is_temporary_name(name)
        // What a word processor leaves beside a file it has open.
        && !name.starts_with("~$")
        && end.is_some_and(|end| known.iter().any(|known| end.eq_ignore_ascii_case(known)))
}

/// Whether a file of `templates/` is a template by its name.
pub fn is_template_name(name: &str) -> bool {
    let end = Path::new(name).extension();
    !is_temporary_name(name)
        && ["txt", "md", "html"]
            .iter()
            .any(|known| end.is_some_and(|end| end == *known))
}

/// Reads the templates of a state directory; there need not be any.
pub fn read_templates(file_system: &dyn FileSystem, state: &Path) -> TemplateFiles {
    let mut found = TemplateFiles::default();
    let listed = file_system.list(&state.join(DIRECTORY)).unwrap_or_default();
    for entry in listed {
        if entry.kind != FileKind::File {
            continue;
        }
        if is_letterhead_name(&entry.name) {
            match read_bytes(file_system, &entry.path, LETTERHEAD_LIMIT) {
                Ok(bytes) => found.letterheads.push((entry.name, bytes)),
                Err(error) => found.errors.push(error),
            }
            continue;
        }
        if !is_template_name(&entry.name) {
            continue;
        }
        match read_text(file_system, &entry.path) {
            Ok((text, _)) => found.files.push((entry.name, text)),
            Err(error) => found.errors.push(error),
        }
    }
    found
}
