//! Approved papers on disk: the file people look at, and a copy of every version that nobody has
//! to look at, by which that version is readable for ever.
//!
//! ```text
//! minutes/2023-05-25.ron                                   the version that holds, or the draft
//! approved/2023-05-25-v1-minutes-ba7816bf8f01cfea.ron      version 1, for ever
//! ```
//!
//! The name of a copy has the beginning of its digest in it: two machines never write different
//! contents under one name.

mod examine;
mod stale;

use std::io;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use super::document::{Fingerprint, WriteError, parse, read_text, write_atomic};
use super::file_system::{FileSystem, create_directories, parent_of};
use crate::domain::approved::{ApprovedKind, Frozen, Origin, Version};
use crate::domain::date::Date;
use crate::domain::digest::Digest;
use crate::domain::meeting::{Meeting, MeetingState};
use crate::domain::minutes::{Minutes, MinutesState};
use crate::domain::tactical_plan::TacticalPlan;
use crate::domain::workspace::Workspace;

pub use examine::findings;
pub use stale::{Stale, stale};

/// The directory of the copies.
pub const DIRECTORY: &str = "approved";

/// The name of the file people look at.
pub fn current_name(kind: ApprovedKind, date: Date) -> String {
    match kind {
        ApprovedKind::Minutes => format!("minutes/{date}.ron"),
        ApprovedKind::TacticalPlan => format!("tactical-plans/{date}.ron"),
    }
}

/// The name of the copy of a version.
pub fn copy_name(kind: ApprovedKind, date: Date, version: u32, digest: Digest) -> String {
    let beginning = copy_beginning(kind, date, version);
    format!("{DIRECTORY}/{beginning}{}.ron", digest.short())
}

/// Where the copy of an approved paper is. Two machines that approved minutes at once gave both the
/// same number of a version, and only one of them keeps it: the digest in the name tells.
pub(super) fn copy_path(
    file_system: &dyn FileSystem,
    directory: &Path,
    kind: ApprovedKind,
    (date, version): (Date, u32),
    digest: Digest,
) -> PathBuf {
    let expected = directory.join(copy_name(kind, date, version, digest));
    if file_system.status(&expected).is_ok() {
        return expected;
    }
    let beginning = format!("{date}-v");
    let end = format!("-{}-{}.ron", paper_name(kind), digest.short());
    let listed = file_system.list(&directory.join(DIRECTORY));
    listed
        .unwrap_or_default()
        .into_iter()
        .find(|entry| entry.name.starts_with(&beginning) && entry.name.ends_with(&end))
        .map_or(expected, |entry| entry.path)
}

fn copy_beginning(kind: ApprovedKind, date: Date, version: u32) -> String {
    format!("{date}-v{version}-{}-", paper_name(kind))
}

fn paper_name(kind: ApprovedKind) -> &'static str {
    match kind {
        ApprovedKind::Minutes => "minutes",
        ApprovedKind::TacticalPlan => "tactical-plan",
    }
}

/// How a file stands to what was approved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Standing {
    /// It is what was approved.
    Approved,
    /// It is not there.
    Missing,
    /// It says something else.
    Other,
}

/// Whether a text is the one of a digest. Line ends that a tool has made `\r\n` are no change.
fn is_text_of(text: &str, digest: Digest) -> bool {
    Digest::of(text) == digest || Digest::of(&text.replace("\r\n", "\n")) == digest
}

fn standing(file_system: &dyn FileSystem, path: &Path, digest: Digest) -> Standing {
    match read_text(file_system, path) {
        Ok((text, _)) if is_text_of(&text, digest) => Standing::Approved,
        Err(error) if error.is_missing() => Standing::Missing,
        Ok(_) | Err(_) => Standing::Other,
    }
}

/// The current papers of finished meetings and what the journal says of each: all that is needed to
/// find out, on a thread of its own, whether they follow it.
#[derive(Debug, Default)]
pub struct Expected {
    papers: Vec<(PathBuf, Digest)>,
    /// A meeting of which the journal holds no digest: only reading its papers tells.
    is_unproved: bool,
}

impl Expected {
    /// What the journal expects of the papers in a directory.
    pub fn of(directory: &Path, workspace: &Workspace) -> Self {
        let mut expected = Self::default();
        for meeting in workspace.ledger().meetings().values() {
            let date = meeting.date;
            let known = workspace
                .version_that_holds(date)
                .and_then(|version| workspace.version(date, version));
            let Some(digests) = known.and_then(|it| it.approved.as_ref()) else {
                expected.is_unproved |= meeting.version > 0;
                continue;
            };
            for kind in ApprovedKind::ALL {
                let path = directory.join(current_name(kind, date));
                expected.papers.push((path, digests.digest(kind)));
            }
        }
        expected
    }

    /// Whether a paper may say something else than the journal.
    pub fn may_differ(&self, file_system: &dyn FileSystem) -> bool {
        let is_other =
            |(path, digest): &(PathBuf, Digest)| !is_approved(file_system, path, *digest);
        self.is_unproved || self.papers.iter().any(is_other)
    }
}

/// Whether a file holds the text of a digest.
pub(super) fn is_approved(file_system: &dyn FileSystem, path: &Path, digest: Digest) -> bool {
    standing(file_system, path, digest) == Standing::Approved
}

/// Reads the papers of a version as they were approved: from the copy, from the file people look
/// at, or drawn anew when the digest proves it. `None` when none of these is there; of what an
/// earlier program approved the file is taken as it is.
pub fn read(
    file_system: &dyn FileSystem,
    directory: &Path,
    workspace: &Workspace,
    date: Date,
    version: u32,
) -> Option<Frozen> {
    let known = workspace.version(date, version)?;
    let place = Place {
        file_system,
        directory,
        date,
        version,
        known,
    };
    let minutes = place.text::<Minutes>(ApprovedKind::Minutes, |minutes| {
        minutes.head.state == MinutesState::Approved && minutes.head.version == version
    });
    let plan = place.text::<TacticalPlan>(ApprovedKind::TacticalPlan, |plan| {
        plan.minutes.state == MinutesState::Approved && plan.minutes.version == version
    });
    if let (Some((minutes, minutes_text)), Some((tactical_plan, tactical_plan_text))) =
        (&minutes, &plan)
    {
        return Some(Frozen {
            minutes: minutes.clone(),
            tactical_plan: tactical_plan.clone(),
            minutes_text: minutes_text.clone(),
            tactical_plan_text: tactical_plan_text.clone(),
            origin: if known.approved.is_some() {
                Origin::Proved
            } else {
                Origin::Taken
            },
        });
    }
    let mut frozen = workspace.drawn_as_of(date, version)?;
    if let Some((minutes, text)) = minutes {
        (frozen.minutes, frozen.minutes_text) = (minutes, text);
    }
    if let Some((plan, text)) = plan {
        (frozen.tactical_plan, frozen.tactical_plan_text) = (plan, text);
    }
    match &known.approved {
        None => Some(frozen),
        Some(_) if frozen.is(known) => Some(Frozen {
            origin: Origin::Proved,
            ..frozen
        }),
        Some(_) => None,
    }
}

/// Where a version is looked for.
struct Place<'a> {
    file_system: &'a dyn FileSystem,
    directory: &'a Path,
    date: Date,
    version: u32,
    known: &'a Version,
}

impl Place<'_> {
    fn text<T: DeserializeOwned>(
        &self,
        kind: ApprovedKind,
        is_it: impl Fn(&T) -> bool,
    ) -> Option<(T, String)> {
        let current = self.directory.join(current_name(kind, self.date));
        let read = |path: &Path| {
            let (text, _) = read_text(self.file_system, path).ok()?;
            let paper: T = parse(path, &text).ok()?;
            Some((paper, text))
        };
        let Some(approved) = &self.known.approved else {
            // The copy, if the minutes were opened again since, else the file as it is.
            let copies = self.copies(kind);
            let places = copies.iter().chain([&current]);
            return places
                .filter_map(|path| read(path))
                .find(|(paper, _)| is_it(paper));
        };
        let digest = approved.digest(kind);
        let (of, directory) = ((self.date, self.version), self.directory);
        let copy = copy_path(self.file_system, directory, kind, of, digest);
        [copy, current]
            .iter()
            .filter_map(|path| read(path))
            .find(|(_, text)| is_text_of(text, digest))
            .map(|(paper, text)| (paper, text.replace("\r\n", "\n")))
    }

    /// The copies there are of the version, whatever they hold.
    fn copies(&self, kind: ApprovedKind) -> Vec<PathBuf> {
        let beginning = copy_beginning(kind, self.date, self.version);
        let listed = self.file_system.list(&self.directory.join(DIRECTORY));
        let mut found: Vec<PathBuf> = listed
            .unwrap_or_default()
            .into_iter()
            .filter(|entry| entry.name.starts_with(&beginning))
            .map(|entry| entry.path)
            .collect();
        found.sort_unstable();
        found
    }
}

/// Puts the copies of a version where they are missing. The paths of those that were.
pub fn keep(
    file_system: &dyn FileSystem,
    directory: &Path,
    date: Date,
    version: u32,
    frozen: &Frozen,
) -> Result<Vec<PathBuf>, WriteError> {
    let mut written = Vec::new();
    for (kind, text) in texts(frozen) {
        let of = (date, version);
        let path = copy_path(file_system, directory, kind, of, Digest::of(text));
        written.extend(put(file_system, &path, text)?);
    }
    Ok(written)
}

fn texts(frozen: &Frozen) -> [(ApprovedKind, &str); 2] {
    [
        (ApprovedKind::Minutes, &frozen.minutes_text),
        (ApprovedKind::TacticalPlan, &frozen.tactical_plan_text),
    ]
}

/// Writes a file that is not there; one that is stays.
fn put(
    file_system: &dyn FileSystem,
    path: &Path,
    text: &str,
) -> Result<Option<PathBuf>, WriteError> {
    if !file_system
        .status(path)
        .is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
    {
        return Ok(None);
    }
    create_directories(file_system, parent_of(path)).map_err(|error| WriteError::Io {
        path: path.to_owned(),
        kind: error.kind(),
    })?;
    let nothing: &[Fingerprint] = &[];
    match write_atomic(file_system, path, text.as_bytes(), nothing) {
        Ok(_) => Ok(Some(path.to_owned())),
        // Somebody put one there in this moment: theirs stands.
        Err(WriteError::Conflict { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Brings back every approved paper that is missing and can be proved, or of which nothing but the
/// journal tells. What is there is never touched. The files that were written.
pub fn restore(
    file_system: &dyn FileSystem,
    directory: &Path,
    workspace: &Workspace,
) -> Result<Vec<PathBuf>, WriteError> {
    let mut written = Vec::new();
    for meeting in workspace.ledger().meetings().values() {
        let date = meeting.date;
        for (version, known) in (1..).zip(&meeting.versions) {
            let is_current = is_current(meeting, version);
            if known.approved.is_none() && !is_current {
                continue;
            }
            let Some(frozen) = read(file_system, directory, workspace, date, version) else {
                continue;
            };
            if known.approved.is_some() {
                written.extend(keep(file_system, directory, date, version, &frozen)?);
            }
            if is_current {
                for (kind, text) in texts(&frozen) {
                    let path = directory.join(current_name(kind, date));
                    written.extend(put(file_system, &path, text)?);
                }
            }
        }
    }
    Ok(written)
}

/// Whether the file people look at has to be this version.
fn is_current(meeting: &Meeting, version: u32) -> bool {
    meeting.state == MeetingState::Finished && meeting.version == version
}
