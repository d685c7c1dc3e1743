//! `planerka plan check`: faults of the documents, and what of their wording was not understood.

use std::path::Path;

use crate::domain::document::Document;
use crate::domain::plan::Plan;
use crate::locale::Texts;
use crate::store::document::parse;
use crate::store::state_directory::{DOCUMENTS, FIRST_FORM_FILE};

use super::super::Common;
use super::super::check::words::Words;
use super::super::check::{documents, plan};
use super::super::output::report::{self, Report};
use super::super::output::{Format, Outcome};
use super::super::start::open_read_only;

pub(super) fn run(format: Format, common: &Common, texts: &Texts) -> Outcome {
    let mut session = open_read_only(common, texts)?;
    let mut reports: Vec<Report> = Vec::new();
    let root = session.directory.path().to_owned();
    let mut names = session.directory.document_names(DOCUMENTS);
    if names.is_empty() || root.join(FIRST_FORM_FILE).exists() {
        names.insert(0, FIRST_FORM_FILE.to_owned());
    }
    for (name, known) in names.iter().zip(session.workspace.documents()) {
        let words = Words::of(&session.directory.document_text(name)?);
        let path = root.join(name);
        reports.extend(faults(name, &path, &words, texts));
        reports.extend(documents::not_understood(
            &path,
            &words,
            known,
            &session.workspace,
            texts,
        ));
    }
    let workspace = &session.workspace;
    let headings = workspace.rows().filter(|row| row.heading().is_some());
    let fine = texts.with(
        "cli-plan-fine",
        &[
            ("documents", workspace.documents().len().into()),
            ("headings", headings.count().into()),
            ("activities", workspace.activities().count().into()),
        ],
    );
    report::print(&reports, format, &fine, texts)
}

/// What is wrong with the file itself.
fn faults(name: &str, path: &Path, words: &Words<'_>, texts: &Texts) -> Vec<Report> {
    let text = words.text();
    if name == FIRST_FORM_FILE {
        let found = parse::<Plan>(path, text).ok();
        return found
            .map(|found| plan::problems(path, text, &found, texts))
            .unwrap_or_default();
    }
    let found = parse::<Document>(path, text).ok();
    found
        .map(|found| documents::problems(path, words, &found, texts))
        .unwrap_or_default()
}
