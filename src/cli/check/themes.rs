//! The user's own themes: those that cannot be read, with the place.

use std::path::Path;

use crate::locale::Texts;
use crate::store::document::{is_document_name, read_text};
use crate::store::file_system::FileSystem;
use crate::store::finding::Severity;
use crate::store::place::Place;
use crate::tui::theme::{Theme, fault_text};

use super::super::output::Report;

/// The themes of a state directory.
#[derive(Debug, Default)]
pub(super) struct Own {
    /// The names of those that can be used.
    pub(super) names: Vec<String>,
    /// What is wrong with the others.
    pub(super) problems: Vec<Report>,
}

/// Reads every theme of the directory. A file that cannot be read at all is reported where the
/// forms of files are looked at.
pub(super) fn look(file_system: &dyn FileSystem, directory: &Path, texts: &Texts) -> Own {
    let mut own = Own::default();
    let listed = file_system.list(&directory.join("themes"));
    for entry in listed.unwrap_or_default() {
        let stem = entry.name.strip_suffix(".ron");
        let Some(name) = stem.filter(|_| is_document_name(&entry.name)) else {
            continue;
        };
        let Ok((text, _)) = read_text(file_system, &entry.path) else {
            continue;
        };
        match Theme::parse(name, &text) {
            Ok(_) => own.names.push(name.to_owned()),
            Err(error) => own.problems.push(Report {
                place: error.place.map_or_else(
                    || Place::file(&entry.path),
                    |at| Place::in_text(&entry.path, &text, at.line, at.column),
                ),
                severity: Severity::Warning,
                name: "unreadable-theme",
                what: fault_text(texts, &error),
                advice: texts.get("check-theme-do"),
            }),
        }
    }
    own
}
