//! What a paper is drawn from: the approved version, where there is one, else the workspace.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::compose::Reader;
use super::{DocumentRenderError, Request};
use crate::domain::approved::{Frozen, Origin};
use crate::domain::date::{Date, Span};
use crate::domain::safe_text::SafeText;
use crate::domain::settings::PaperSettings;
use crate::domain::subject::SubjectId;
use crate::domain::tactical_plan::Issued;
use crate::domain::workspace::Workspace;
use crate::domain::workspace::discipline::AsOf;

/// Approved versions that were read, by meeting and version.
#[derive(Clone, Debug, Default)]
pub struct Approved(BTreeMap<(Date, u32), Option<Frozen>>);

impl Approved {
    /// Keeps what was read of a version; nothing, when there was nothing to read.
    pub fn put(&mut self, day: Date, version: u32, frozen: Option<Frozen>) {
        self.0.insert((day, version), frozen);
    }

    /// What was read of a version.
    pub fn get(&self, day: Date, version: u32) -> Option<&Frozen> {
        self.0.get(&(day, version))?.as_ref()
    }

    /// Whether a version was looked for.
    pub fn knows(&self, day: Date, version: u32) -> bool {
        self.0.contains_key(&(day, version))
    }

    /// Forgets everything: files may have changed.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// The versions a request is drawn from, in the order they were approved.
    pub fn needed(request: &Request, workspace: &Workspace) -> Vec<(Date, u32)> {
        match request {
            Request::Minutes(day) | Request::TacticalPlan(day) | Request::Extract(day, _) => {
                let version = workspace.version_that_holds(*day);
                version.map(|version| (*day, version)).into_iter().collect()
            }
            Request::MinutesVersion(day, version) | Request::TacticalPlanVersion(day, version) => {
                vec![(*day, *version)]
            }
            Request::Changes(day, version) => [version.saturating_sub(1), *version]
                .into_iter()
                .filter(|version| workspace.version(*day, *version).is_some())
                .map(|version| (*day, version))
                .collect(),
            Request::Agenda(_)
            | Request::Report(..)
            | Request::Card(..)
            | Request::Edition { .. }
            | Request::Execution(..)
            | Request::Document(..)
            | Request::Participants(..)
            | Request::Duties(..)
            | Request::Control(_) => Vec::new(),
        }
    }
}

/// Who gets an extract from the minutes of a meeting: everybody a decision names as an executor.
pub fn executors(day: Date, workspace: &Workspace, approved: &Approved) -> Vec<SubjectId> {
    let holds = workspace.version_that_holds(day);
    let minutes = match holds.and_then(|version| approved.get(day, version)) {
        Some(frozen) => Some(Cow::Borrowed(&frozen.minutes)),
        None => workspace.minutes(day).map(Cow::Owned),
    };
    let Some(minutes) = minutes else {
        return Vec::new();
    };
    let mut executors = Vec::new();
    for name in minutes
        .items
        .iter()
        .flat_map(|item| &item.decided)
        .flat_map(|decided| &decided.executors)
    {
        let known = minutes.addressees.iter().find(|one| one.name == *name);
        let subject = known.map(|one| &one.subject);
        // Files of earlier programs have names alone.
        let subject = subject.or_else(|| Some(&workspace.subjects().find(name)?.id));
        executors.extend(subject.filter(|one| !executors.contains(*one)).cloned());
    }
    executors
}

/// The papers of a meeting: what was held has all of them, what is to come its agenda.
pub fn papers_of(
    day: Date,
    today: Date,
    workspace: &Workspace,
    approved: &Approved,
) -> Vec<Request> {
    let Some(meeting) = workspace.ledger().meeting(day) else {
        return vec![Request::Agenda(day)];
    };
    let mut papers = vec![
        Request::Minutes(day),
        Request::TacticalPlan(day),
        Request::Agenda(day),
    ];
    let month = Span::new(day.start_of_month(), day.end_of_month());
    papers.extend(month.map(|month| Request::Report(month, AsOf::end_of(month, today))));
    let extracts = executors(day, workspace, approved).into_iter();
    papers.extend(extracts.map(|id| Request::Extract(day, id)));
    let holds = workspace.version_that_holds(day).unwrap_or(0);
    let last = meeting.version;
    let next = last + u32::from(last > 0 && meeting.is_open());
    papers.extend(
        (2..=next)
            .rev()
            .map(|version| Request::Changes(day, version)),
    );
    papers.extend(editions_told(day, workspace));
    for version in (1..=last).rev().filter(|version| *version != holds) {
        papers.push(Request::MinutesVersion(day, version));
        papers.push(Request::TacticalPlanVersion(day, version));
    }
    papers
}

/// The editions that are news at the meeting of a day: adopted, or in force, since the one before
/// it.
fn editions_told(day: Date, workspace: &Workspace) -> Vec<Request> {
    let told = workspace.editions_since_last(day).into_iter();
    told.map(|edition| Request::Edition {
        act: edition.act,
        document: edition.document,
        from: edition.from,
    })
    .collect()
}

/// What a request is drawn from.
pub(super) struct Source<'a> {
    pub(super) workspace: &'a Workspace,
    day: Date,
    frozen: Option<Cow<'a, Frozen>>,
    before: Option<Cow<'a, Frozen>>,
}

impl<'a> Source<'a> {
    pub(super) fn of(
        request: &Request,
        workspace: &'a Workspace,
        approved: &'a Approved,
    ) -> Result<Self, DocumentRenderError> {
        let version = |day, version| version_of(workspace, approved, day, version);
        let (frozen, before) = match request {
            Request::Minutes(day) | Request::TacticalPlan(day) | Request::Extract(day, _) => {
                match workspace.version_that_holds(*day) {
                    Some(holds) => (Some(version(*day, holds)?), None),
                    None => (workspace.drawn(*day).map(Cow::Owned), None),
                }
            }
            Request::MinutesVersion(day, wanted) | Request::TacticalPlanVersion(day, wanted) => {
                (Some(version(*day, *wanted)?), None)
            }
            Request::Changes(day, wanted) => {
                let before = version(*day, wanted.saturating_sub(1))?;
                let now = if workspace.version(*day, *wanted).is_some() {
                    version(*day, *wanted)?
                } else {
                    let draft = workspace.drawn(*day);
                    let is_next = workspace.version(*day, wanted.saturating_sub(1)).is_some();
                    let draft =
                        draft.filter(|it| is_next && it.minutes.head.version + 1 == *wanted);
                    Cow::Owned(draft.ok_or(DocumentRenderError::NoVersion(*day, *wanted))?)
                };
                (Some(now), Some(before))
            }
            Request::Agenda(_)
            | Request::Report(..)
            | Request::Card(..)
            | Request::Edition { .. }
            | Request::Execution(..)
            | Request::Document(..)
            | Request::Participants(..)
            | Request::Duties(..)
            | Request::Control(_) => (None, None),
        };
        Ok(Self {
            workspace,
            day: request.day(),
            frozen,
            before,
        })
    }

    /// The papers of the meeting: approved, or as they stand.
    pub(super) fn frozen(&self) -> Result<&Frozen, DocumentRenderError> {
        let frozen = self.frozen.as_deref();
        frozen.ok_or(DocumentRenderError::NoMeeting(self.day))
    }

    /// The version before.
    pub(super) fn before(&self) -> Result<&Frozen, DocumentRenderError> {
        let before = self.before.as_deref();
        before.ok_or(DocumentRenderError::NoMeeting(self.day))
    }

    /// How the paper looks. Files of earlier programs do not tell; they look as papers do now.
    pub(super) fn look(&self) -> PaperSettings {
        let known = self.frozen.as_ref().and_then(|frozen| {
            let of_plan = frozen.tactical_plan.issued.as_ref().map(|it| &it.look);
            frozen.minutes.look.as_ref().or(of_plan)
        });
        known.unwrap_or(&self.workspace.settings().papers).clone()
    }

    /// What is stamped on the paper.
    pub(super) fn stamp(&self) -> SafeText {
        match &self.frozen {
            Some(frozen) => frozen.minutes.head.stamp.clone(),
            None => self.workspace.settings().papers.stamp.clone(),
        }
    }

    /// Who issues the tactical plan. Files of earlier programs do not tell: the head of the minutes
    /// does, and for the rest what holds now.
    pub(super) fn issued(&self) -> Result<Issued, DocumentRenderError> {
        let frozen = self.frozen()?;
        Ok(frozen
            .tactical_plan
            .issued
            .clone()
            .unwrap_or_else(|| Issued {
                organisation: frozen.minutes.head.organisation.clone(),
                chair: frozen.minutes.head.chair.clone(),
                ..self.workspace.issued()
            }))
    }

    /// Whom an extract is for.
    pub(super) fn reader(&self, subject: &SubjectId) -> Result<Reader, DocumentRenderError> {
        let minutes = &self.frozen()?.minutes;
        if minutes.addressee(subject).is_none() && self.workspace.subject(subject).is_none() {
            return Err(DocumentRenderError::NoSubject(subject.clone()));
        }
        Ok(Reader::of(minutes, self.workspace, subject))
    }
}

/// A version as it was approved: read from its file, or drawn anew if the digest proves it.
pub fn version_of<'a>(
    workspace: &Workspace,
    approved: &'a Approved,
    day: Date,
    version: u32,
) -> Result<Cow<'a, Frozen>, DocumentRenderError> {
    let known = workspace
        .version(day, version)
        .ok_or(DocumentRenderError::NoVersion(day, version))?;
    if let Some(read) = approved.get(day, version) {
        return Ok(Cow::Borrowed(read));
    }
    let drawn = workspace.drawn_as_of(day, version);
    let drawn = drawn.filter(|drawn| known.approved.is_none() || drawn.is(known));
    drawn
        .map(|drawn| {
            let origin = if known.approved.is_some() {
                Origin::Proved
            } else {
                Origin::Redrawn
            };
            Cow::Owned(Frozen { origin, ..drawn })
        })
        .ok_or(DocumentRenderError::NotKept(day, version))
}
