//! What is wrong in the state directory, and mending it while the program runs.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::path::Path;

use super::Program;
use crate::domain::calendar::Calendar;
use crate::domain::date::Date;
use crate::domain::operation::Record;
use crate::domain::plan::Plan;
use crate::domain::settings::Settings;
use crate::domain::subject::Subjects;
use crate::domain::workspace::Workspace;
use crate::store::document::{DocumentError, DocumentFault};
use crate::store::finding::{Fault, Finding, Severity};
use crate::store::mend::Mended;
use crate::store::state_directory::{StateDirectory, WhyReadOnly};
use crate::tui::fault;
use crate::tui::model::problems::Problems;
use crate::tui::model::{Level, Notice};
use crate::tui::update;

/// What could be read.
#[derive(Debug)]
pub struct Loaded {
    /// The documents, or those that stand in for them, and the journal.
    pub workspace: Workspace,
    /// The document that cannot be used, and that nothing must be recorded therefore.
    pub unusable: Option<WhyReadOnly>,
}

/// Reads the documents and joins them with the journal; those that cannot be used are stood in
/// for. An error is one for which nothing can.
pub fn load_what_can_be_used(
    directory: &mut StateDirectory,
    records: Vec<Record>,
) -> Result<Loaded, DocumentError> {
    let (plan, of_plan) = directory.load_or_stand_in::<Plan>("plan.ron")?;
    let (subjects, of_subjects) = directory.load_or_stand_in::<Subjects>("subjects.ron")?;
    let (settings, of_settings) = directory.load_or_stand_in::<Settings>("settings.ron")?;
    let error = of_plan.or(of_subjects).or(of_settings);
    let unusable = error.map(|error| match error.fault {
        DocumentFault::NewerFormat { found, .. } => WhyReadOnly::NewerFormat {
            path: error.place.path.clone(),
            found,
        },
        _ => WhyReadOnly::Damaged {
            path: error.place.path.clone(),
        },
    });
    Ok(Loaded {
        workspace: Workspace::new(plan, subjects, settings, Calendar::default(), records),
        unusable,
    })
}

impl Program {
    /// What opening the directory brought to light: `found` by it, and the document that cannot be
    /// used. What is pressing is shown before anything else.
    pub fn begin(&mut self, found: Vec<Finding>, unusable: Option<WhyReadOnly>) {
        self.put_right = found;
        self.put_right.retain(|finding| {
            matches!(
                finding.fault,
                Fault::TornTail {
                    set_aside: true,
                    ..
                } | Fault::NoLocks
            )
        });
        self.unusable = unusable;
        self.look();
        self.say_access();
        if self.model.problems.are_pressing() {
            update::problems::open(&mut self.model);
        }
        crate::tui::view::fit(&mut self.model);
    }

    /// Looks through the files.
    pub(super) fn look(&mut self) {
        let mut findings = self.directory.examine();
        findings.extend(self.put_right.iter().cloned());
        findings.retain(|finding| finding.severity() > Severity::Hint);
        // A document that cannot be used keeps everything from being recorded: it comes first.
        findings.sort_by_key(|finding| {
            let place = &finding.place;
            let severity = Reverse(finding.severity());
            let is_line = !matches!(finding.fault, Fault::Document(_));
            (severity, is_line, place.path.clone(), place.line)
        });
        // An act that is not whole is one problem, however many lines it has.
        let mut acts = BTreeSet::new();
        findings.retain(|finding| match finding.fault {
            Fault::UnfinishedAct { act } => acts.insert(act),
            _ => true,
        });
        self.model.problems = Problems {
            directory: self.directory.path().to_owned(),
            findings,
        };
        update::problems::refresh(&mut self.model);
    }

    pub(super) fn show_file(&mut self, path: &Path, line: usize) {
        if let Some(content) = self.directory.look_into(path) {
            let name = self.model.problems.name_of(path).into_owned();
            update::problems::show_file(&mut self.model, &name, &content, line);
        } else {
            let text = self.model.texts.get("notice-cannot-show");
            self.model.notice = Some(Notice::error(text));
        }
    }

    /// Puts the document that comes with the program in the place of one that cannot be used.
    pub(super) fn mend(&mut self, name: &str) {
        let result = self.directory.mend_document(name);
        self.read_again();
        let texts = &self.model.texts;
        self.model.notice = Some(match result {
            Ok(mending) => {
                let copy = mending.done.iter().find_map(|done| match done {
                    Mended::Replaced { copy, .. } => Some(copy),
                    _ => None,
                });
                match copy {
                    Some(copy) => Notice::done(texts.with(
                        "notice-mended",
                        &[
                            ("name", name.into()),
                            (
                                "copy",
                                self.model.problems.name_of(copy).into_owned().into(),
                            ),
                        ],
                    )),
                    None => Notice::warning(texts.get("notice-no-cure")),
                }
            }
            Err(error) => Notice::error(fault::mend_error(texts, &error)),
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
