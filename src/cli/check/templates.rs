//! The user's templates of papers, each tried on a paper that has everything.

use std::path::Path;

use crate::locale::Texts;
use crate::message;
use crate::paper::template::Templates;
use crate::store::file_system::FileSystem;
use crate::store::finding::Severity;
use crate::store::place::Place;
use crate::store::template::{DIRECTORY, read_templates};

use super::super::apart;
use super::report::Report;

/// What is wrong with the templates of a state directory.
pub(super) fn problems(file_system: &dyn FileSystem, state: &Path, texts: &Texts) -> Vec<Report> {
    let files = read_templates(file_system, state).files;
    let templates = Templates::new(files.clone()).apart(apart::apart());
    let mut reports: Vec<Report> = Vec::new();
    for (name, _) in &files {
        let Some(broken) = templates.fault(name) else {
            continue;
        };
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
