//! What is wrong in the state directory, and what can be done about it.

use super::context;
use super::surface::Surface;
use std::path::{Path, PathBuf};

use crate::domain::date::Date;
use crate::domain::subject::SubjectId;
use crate::locale::Texts;
use crate::message;
use crate::paper::template::Apart;
use crate::store::check::Known;
use crate::store::file_system::FileSystem;
use crate::store::finding::{Fault, Finding, Severity};
use crate::store::mend::Repair;
use crate::store::place::{Place, name_within};

/// One thing to be said of a file, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Where.
    pub place: Place,
    /// How bad it is.
    pub severity: Severity,
    /// A stable name, for other programs.
    pub name: &'static str,
    /// What is wrong.
    pub what: String,
    /// What to do; empty when nothing has to be done.
    pub advice: String,
}

/// One thing that was found, with what the program can do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is said of it.
    pub report: Report,
    /// The fault of the file, where the store has a name for it.
    pub fault: Option<Fault>,
    /// The subject it is about, where nobody knows it.
    pub unknown: Option<SubjectId>,
}

impl From<Report> for Problem {
    fn from(report: Report) -> Self {
        Self {
            report,
            fault: None,
            unknown: None,
        }
    }
}

impl Problem {
    /// What the store found, in words.
    pub fn of_finding(texts: &Texts, finding: &Finding) -> Self {
        let said = message::finding(texts, finding);
        Self {
            report: Report {
                place: finding.place.clone(),
                severity: finding.severity(),
                name: finding.fault.name(),
                what: said.what,
                advice: said.advice,
            },
            fault: Some(finding.fault.clone()),
            unknown: None,
        }
    }

    /// Whether it should be seen before work begins: something recorded is left out, or a file
    /// cannot be used. What only reads oddly waits until somebody looks.
    fn is_pressing(&self) -> bool {
        match &self.fault {
            Some(
                Fault::TornTail {
                    set_aside: true, ..
                }
                | Fault::SyncConflict,
            ) => true,
            Some(_) => self.report.severity == Severity::Error,
            None => self.report.severity == Severity::Error && LOSING.contains(&self.report.name),
        }
    }
}

/// Faults of what files say together by which something is lost from sight.
const LOSING: [&str; 2] = ["duplicate", "dangling"];

/// Looks through a whole state directory: every file by itself, and what they say together.
/// `planerka check` prints what it says, the program lists it. What somebody has understood of it
/// already need not be made again where the files say the same.
pub type Examine = fn(&dyn FileSystem, &Path, &Texts, Option<&Apart>, Known) -> Vec<Problem>;

/// What is wrong, the worst first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    /// The state directory: names of files are shown from there.
    pub directory: PathBuf,
    /// What was found, hints left out.
    pub findings: Vec<Problem>,
}

impl Problems {
    /// The name of a file within the state directory.
    pub fn name_of(&self, path: &Path) -> String {
        name_within(&self.directory, path)
    }

    /// Whether one of them should be seen before work begins.
    pub fn are_pressing(&self) -> bool {
        self.findings.iter().any(Problem::is_pressing)
    }

    /// How bad the worst is.
    pub fn worst(&self) -> Option<Severity> {
        self.findings.iter().map(|it| it.report.severity).max()
    }
}

/// State of the list of problems.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProblemsState {
    /// The chosen one.
    pub selected: usize,
    /// First visible line.
    pub offset: usize,
}

impl Surface for ProblemsState {
    fn context(&self) -> &'static str {
        context::PROBLEMS
    }

    fn line_mut(&mut self) -> Option<&mut usize> {
        Some(&mut self.selected)
    }
}

/// What helps against a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WayOut {
    /// The state directory is mended.
    Mend(Repair),
    /// The papers of this day are written again from the journal.
    Papers(Date),
    /// Somebody says who the unknown subject is now.
    Identify(SubjectId),
    /// The minutes of this day are approved anew, under the next free number.
    Renumber {
        /// The day.
        date: Date,
        /// The meeting that keeps the number.
        other: Date,
    },
    /// The minutes of this day are approved anew, with what both machines recorded.
    Join(Date),
}
