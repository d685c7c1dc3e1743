//! What is wrong with approved papers: missing, altered, numbered twice.

use std::path::Path;

use super::{Standing, copy_path, current_name, is_current, standing};
use crate::domain::approved::{ApprovedKind, Version};
use crate::domain::ledger::Ledger;
use crate::domain::meeting::Meeting;
use crate::store::file_system::FileSystem;
use crate::store::finding::{Fault, Finding};
use crate::store::place::Place;

/// Compares the approved papers with what the journal says of them.
pub fn findings(file_system: &dyn FileSystem, directory: &Path, ledger: &Ledger) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut unproved = 0;
    for meeting in ledger.meetings().values() {
        for (version, known) in (1..).zip(&meeting.versions) {
            if known.approved.is_some() {
                let seen = Seen {
                    file_system,
                    directory,
                    meeting,
                };
                findings.extend(seen.version(version, known));
            } else {
                unproved += 1;
            }
        }
    }
    let journal = Place::file(&directory.join("journal"));
    if unproved > 0 {
        let fault = Fault::ApprovedUnproved { versions: unproved };
        findings.push(Finding::new(journal, fault));
    }
    findings.extend(twice(directory, ledger));
    findings
}

struct Seen<'a> {
    file_system: &'a dyn FileSystem,
    directory: &'a Path,
    meeting: &'a Meeting,
}

impl Seen<'_> {
    fn version(&self, version: u32, known: &Version) -> Vec<Finding> {
        let Some(approved) = &known.approved else {
            return Vec::new();
        };
        let date = self.meeting.date;
        let is_current = is_current(self.meeting, version);
        let mut findings = Vec::new();
        for kind in ApprovedKind::ALL {
            let digest = approved.digest(kind);
            let of = (date, version);
            let copy = copy_path(self.file_system, self.directory, kind, of, digest);
            let current = self.directory.join(current_name(kind, date));
            let copied = standing(self.file_system, &copy, digest);
            let shown = is_current.then(|| standing(self.file_system, &current, digest));
            let missing = Fault::ApprovedMissing { date, version };
            let altered = Fault::ApprovedAltered { date, version };
            match shown {
                Some(Standing::Missing) => {
                    findings.push(Finding::new(Place::file(&current), missing.clone()));
                }
                Some(Standing::Other) => {
                    findings.push(Finding::new(Place::file(&current), altered.clone()));
                }
                Some(Standing::Approved) | None => {}
            }
            match copied {
                Standing::Other => findings.push(Finding::new(Place::file(&copy), altered)),
                // As long as the file people look at is the approved one, nothing is lost.
                Standing::Missing if shown != Some(Standing::Approved) && shown.is_none() => {
                    findings.push(Finding::new(Place::file(&copy), missing));
                }
                Standing::Missing | Standing::Approved => {}
            }
        }
        findings
    }
}

/// Minutes of one year with one number, and meetings that two machines held.
fn twice(directory: &Path, ledger: &Ledger) -> Vec<Finding> {
    let place = |date| Place::file(&directory.join(current_name(ApprovedKind::Minutes, date)));
    let held = ledger.meetings().values().filter(|it| it.is_held_twice());
    let mut findings: Vec<Finding> = held
        .map(|it| Finding::new(place(it.date), Fault::HeldTwice { date: it.date }))
        .collect();
    for (number, date, other) in ledger.numbers_given_twice() {
        let fault = Fault::SameNumber {
            number,
            date,
            other,
        };
        findings.push(Finding::new(place(date), fault));
    }
    findings
}
