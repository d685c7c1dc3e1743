//! What is wrong in the state directory, and what can be done about it.

use std::path::{Path, PathBuf};

use crate::domain::date::Date;
use crate::store::finding::{Fault, Finding, Severity};
use crate::store::mend::Cure;
use crate::store::place::name_within;

/// What is wrong, the worst first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    /// The state directory: names of files are shown from there.
    pub directory: PathBuf,
    /// What was found, hints left out.
    pub findings: Vec<Finding>,
}

impl Problems {
    /// The name of a file within the state directory.
    pub fn name_of(&self, path: &Path) -> String {
        name_within(&self.directory, path)
    }

    /// Whether one of them should be seen before work begins.
    pub fn are_pressing(&self) -> bool {
        self.findings.iter().any(|finding| {
            finding.severity() == Severity::Error
                || matches!(
                    finding.fault,
                    Fault::TornTail {
                        set_aside: true,
                        ..
                    } | Fault::SyncConflict
                )
        })
    }

    /// How bad the worst is.
    pub fn worst(&self) -> Option<Severity> {
        self.findings.iter().map(Finding::severity).max()
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

/// What helps against a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WayOut {
    /// The state directory is mended.
    Mend(Cure),
    /// The papers of this day are written again from the journal.
    Papers(Date),
}
