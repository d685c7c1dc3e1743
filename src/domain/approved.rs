//! What the end of a meeting approves: the papers of a version, which never change after it.

use serde::{Deserialize, Serialize};

use super::digest::Digest;
use super::id::Id;
use super::minutes::Minutes;
use super::numbering::Numbering;
use super::tactical_plan::TacticalPlan;

/// What was approved at the end of a meeting, as the journal keeps it: what the papers were, and
/// which numbers they gave.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApprovedPapers {
    /// SHA-256 of the minutes' file.
    pub minutes: Digest,
    /// SHA-256 of the tactical plan's file.
    pub tactical_plan: Digest,
    /// The numbers of questions and decisions.
    pub numbering: Numbering,
}

/// One approved version of the papers of a meeting.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Version {
    /// The act that ended the meeting.
    pub act: Id,
    /// The number of the minutes.
    pub number: u32,
    /// What was approved; `None` when a program ended the meeting that did not record it.
    pub approved: Option<ApprovedPapers>,
    /// The numbers this version gave, as far as the journal tells.
    pub numbering: Option<Numbering>,
    /// Whether the meeting was finished already and nobody had opened it again: two machines held
    /// it.
    pub beside: bool,
}

/// The two papers a meeting ends with.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ApprovedKind {
    /// Протокол.
    Minutes,
    /// Тактический план.
    TacticalPlan,
}

impl ApprovedKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Minutes, Self::TacticalPlan];
}

impl ApprovedPapers {
    /// The digest of one of the papers.
    pub fn digest(&self, kind: ApprovedKind) -> Digest {
        match kind {
            ApprovedKind::Minutes => self.minutes,
            ApprovedKind::TacticalPlan => self.tactical_plan,
        }
    }
}

/// The papers of a version as they were approved, with the text of their files.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Frozen {
    /// The minutes.
    pub minutes: Minutes,
    /// The tactical plan.
    pub tactical_plan: TacticalPlan,
    /// The file of the minutes.
    pub minutes_text: String,
    /// The file of the tactical plan.
    pub tactical_plan_text: String,
    /// How sure it is that this was approved.
    pub origin: Origin,
}

impl Frozen {
    /// The file of one of the papers.
    pub fn text(&self, kind: ApprovedKind) -> &str {
        match kind {
            ApprovedKind::Minutes => &self.minutes_text,
            ApprovedKind::TacticalPlan => &self.tactical_plan_text,
        }
    }
}

/// How sure it is that a paper is the one that was approved.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Origin {
    /// It has the digest the journal keeps.
    Proved,
    /// An earlier program kept no digest; the file on disk is taken as it is.
    Taken,
    /// An earlier program kept no digest and there is no file: drawn anew from the journal.
    Redrawn,
}
