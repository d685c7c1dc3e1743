//! The user's templates of papers, each tried on a paper that has everything.

use std::path::Path;
use std::sync::Mutex;

use crate::locale::Texts;
use crate::message;
use crate::paper::template::{Apart, TemplateFault, Templates, letterhead_fault};
use crate::store::file_system::FileSystem;
use crate::store::finding::Severity;
use crate::store::place::Place;
use crate::store::template::{DIRECTORY, is_letterhead_name, read_templates};

use super::super::output::Report;

/// What is wrong with the templates of a state directory.
pub(super) fn problems(
    file_system: &dyn FileSystem,
    state: &Path,
    texts: &Texts,
    apart: Option<&Apart>,
) -> Vec<Report> {
    let found = read_templates(file_system, state);
    let files = found.files;
    let letterheads = found.letterheads.iter();
    let letterheads = letterheads.filter_map(|(name, bytes)| letterhead_fault(name, bytes));
    // What is wrong with a template that is no text, the store says.
    let unread = found.errors.iter().filter(|error| {
        let name = error.place.path.file_name().and_then(|name| name.to_str());
        name.is_some_and(is_letterhead_name)
    });
    let mut reports: Vec<Report> = unread
        .map(|error| Report::of_document(texts, error))
        .collect();
    for broken in faults(&files, apart).into_iter().chain(letterheads) {
        let path = state.join(DIRECTORY).join(&broken.file);
        let said = message::template_fault(texts, &broken);
        let place = Place::in_line(&path, &broken.excerpt, broken.line, 0);
        // Two files may include the same broken one.
        if reports.iter().all(|known| known.place != place) {
            reports.push(Report {
                place,
                severity: Severity::Error,
                name: "template",
                what: said.what,
                advice: said.advice,
            });
        }
    }
    reports
}

/// The names of all files that stand there.
pub(super) fn names(file_system: &dyn FileSystem, state: &Path) -> Vec<String> {
    let listed = file_system.list(&state.join(DIRECTORY)).unwrap_or_default();
    listed.into_iter().map(|entry| entry.name).collect()
}

/// Templates by their names, with their texts.
type Files = Vec<(String, String)>;

/// What was found in the templates that were looked at last: filling them takes its time, and the
/// program looks through the directory whenever something in it changes.
static LAST: Mutex<Option<(Files, Vec<TemplateFault>)>> = Mutex::new(None);

fn faults(files: &Files, apart: Option<&Apart>) -> Vec<TemplateFault> {
    let mut last = LAST
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Some((known, faults)) = &*last
        && known == files
    {
        return faults.clone();
    }
    let templates = Templates::new(files.clone()).apart(apart.cloned());
    let faults: Vec<TemplateFault> = files
        .iter()
        .filter_map(|(name, _)| templates.fault(name))
        .collect();
    *last = Some((files.clone(), faults.clone()));
    faults
}
