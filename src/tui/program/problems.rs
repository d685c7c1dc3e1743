//! What is wrong in the state directory, and mending it while the program runs.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::path::Path;

use super::Program;
use crate::domain::date::Date;
use crate::locale::Texts;
use crate::message;
use crate::paper::template::Apart;
use crate::store::check::{Known, as_finding, check};
use crate::store::document::{DocumentError, DocumentFault};
use crate::store::file_system::FileSystem;
use crate::store::finding::{Fault, Finding, Severity};
use crate::store::mend::Repair;
use crate::store::state_directory::WhyReadOnly;
use crate::tui::model::problems::{Examine, Problem, Problems};
use crate::tui::model::{Level, Notice};
use crate::tui::open::problems;

/// Why nothing is recorded while documents cannot be used.
pub(super) fn why_unusable(errors: &[DocumentError]) -> Option<WhyReadOnly> {
    let error = errors.first()?;
    let path = error.place.path.clone();
    Some(match error.fault {
        DocumentFault::NewerFormat { found, .. } => WhyReadOnly::NewerFormat { path, found },
        _ => WhyReadOnly::Damaged { path },
    })
}

impl Program {
    /// What opening the directory brought to light: `found` by it, and the documents that cannot be
    /// used. What is pressing is shown before anything else.
    pub fn begin(&mut self, found: Vec<Finding>, unusable: Vec<DocumentError>) {
        self.put_right.clone_from(&found);
        self.put_right.retain(|finding| match finding.fault {
            Fault::TornTail { set_aside, .. } => set_aside,
            Fault::NoLocks => true,
            _ => false,
        });
        self.unusable = why_unusable(&unusable);
        let unusable = unusable.into_iter().map(as_finding);
        let texts = &self.model.texts;
        let found = found.into_iter().chain(unusable);
        let found = found.map(|finding| Problem::of_finding(texts, &finding));
        self.tell(
            found
                .filter(|it| it.report.severity > Severity::Hint)
                .collect(),
        );
        self.say_access();
        if self.model.problems.are_pressing() {
            problems::open(&mut self.model);
        }
        crate::tui::view::fit(&mut self.model);
    }

    /// Has the whole state directory looked through in this way from now on.
    pub fn examine_with(&mut self, examine: Examine) {
        self.look.examine = examine;
    }

    pub(super) fn tell(&mut self, mut findings: Vec<Problem>) {
        findings.retain(|problem| problem.report.severity > Severity::Hint);
        // A document that cannot be used keeps everything from being recorded: it comes first.
        findings.sort_by_key(|problem| {
            let place = &problem.report.place;
            let severity = Reverse(problem.report.severity);
            let is_line = !matches!(problem.fault, Some(Fault::Document(_)));
            (severity, is_line, place.path.clone(), place.line)
        });
        // An act that is not whole is one problem, however many lines it has.
        let mut acts = BTreeSet::new();
        findings.retain(|problem| match problem.fault {
            Some(Fault::UnfinishedAct { act }) => acts.insert(act),
            _ => true,
        });
        self.model.problems = Problems {
            directory: self.directory.path().to_owned(),
            findings,
        };
        problems::refresh(&mut self.model);
    }

    pub(super) fn show_file(&mut self, path: &Path, line: usize) {
        if let Some(content) = self.directory.look_into(path) {
            let name = self.model.problems.name_of(path);
            problems::show_file(&mut self.model, &name, &content, line);
        } else {
            let text = self.model.texts.get("notice-cannot-show");
            self.model.notice = Some(Notice::error(text));
        }
    }

    /// Mends the state directory, and says what was done.
    pub(super) fn mend(&mut self, repair: &Repair) {
        let result = self.at_disk(|directory| directory.mend(repair));
        self.read_again();
        let texts = &self.model.texts;
        self.model.notice = Some(match result {
            Ok(mending) => match mending.done.last() {
                Some(done) => Notice::done(message::mended(texts, done, |path| {
                    self.model.problems.name_of(path)
                })),
                None => Notice::warning(texts.get("notice-no-repair")),
            },
            Err(error) => Notice::error(message::mend_error(texts, &error)),
        });
    }

    /// Writes the papers of a day again, from the journal; what stood there is kept.
    pub(super) fn restore_papers(&mut self, date: Date) {
        self.write_papers(date);
        let failed = self.model.notice.take_if(|it| it.level == Level::Error);
        self.look();
        let text = self.model.texts.with(
            "notice-papers-restored",
            &[("date", self.model.texts.date_full(date).into())],
        );
        self.model.notice = failed.or(Some(Notice::done(text)));
    }
}

/// Every file by itself: what can be said of a directory without knowing what its files mean
/// together.
pub(super) fn files_alone(
    file_system: &dyn FileSystem,
    path: &Path,
    texts: &Texts,
    _apart: Option<&Apart>,
    _known: Known,
) -> Vec<Problem> {
    let found = check(file_system, path, &[]);
    let problems = found.iter();
    problems
        .map(|finding| Problem::of_finding(texts, finding))
        .collect()
}
