//! The user's templates of papers: files of `templates/`, read as text. What a template is, the
//! store does not know.

use std::path::Path;

use super::document::{DocumentError, is_temporary_name, read_text};
use super::file_system::{FileKind, FileSystem};

/// The directory of templates in a state directory.
pub const DIRECTORY: &str = "templates";

/// What stands there.
#[derive(Clone, Debug, Default)]
pub struct TemplateFiles {
    /// Files by their names.
    pub files: Vec<(String, String)>,
    /// Files that cannot be read as text.
    pub errors: Vec<DocumentError>,
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
        if entry.kind != FileKind::File || !is_template_name(&entry.name) {
            continue;
        }
        match read_text(file_system, &entry.path) {
            Ok((text, _)) => found.files.push((entry.name, text)),
            Err(error) => found.errors.push(error),
        }
    }
    found
}
