//! Approved versions: what the end of a meeting puts on record, and what the journal knows of
//! them later.

use super::super::approved::{ApprovedPapers, Frozen, Origin, Version};
use super::super::canonical::to_text;
use super::super::date::Date;
use super::super::digest::Digest;
use super::super::id::Id;
use super::super::meeting::MeetingState;
use super::super::operation::{Operation, Record};
use super::Workspace;

impl Workspace {
    /// What an act that ends a meeting approves, and the papers; `None` when it ends none.
    /// `records` are those of the act, not yet applied.
    pub fn approval(&self, records: &[Record]) -> Option<(ApprovedPapers, Frozen)> {
        let date = records
            .iter()
            .find(|record| matches!(record.op, Operation::FinishMeeting { .. }))?
            .meeting?;
        // The numbers are those of the draft; the papers are drawn with them on record.
        let nothing = Digest::of("");
        let mut papers = ApprovedPapers {
            minutes: nothing,
            tactical_plan: nothing,
            numbering: self.numbering(date),
        };
        let last = records.last()?;
        let approving = Record {
            id: Id(last.id.0.increment().ok()?),
            clock: last.clock.saturating_add(1),
            op: Operation::ApprovePapers {
                papers: papers.clone(),
            },
            ..last.clone()
        };
        let mut after = self.clone();
        after.apply(records.iter().cloned().chain([approving]));
        let frozen = after.drawn(date)?;
        papers.minutes = Digest::of(&frozen.minutes_text);
        papers.tactical_plan = Digest::of(&frozen.tactical_plan_text);
        let origin = Origin::Proved;
        Some((papers, Frozen { origin, ..frozen }))
    }

    /// The papers of a meeting as the journal gives them now. Once they are approved only a digest
    /// says whether they are the approved ones.
    pub fn drawn(&self, date: Date) -> Option<Frozen> {
        let minutes = self.minutes(date)?;
        let tactical_plan = self.tactical_plan(date)?;
        // Our own types always serialise.
        Some(Frozen {
            minutes_text: to_text(&minutes).ok()?,
            tactical_plan_text: to_text(&tactical_plan).ok()?,
            minutes,
            tactical_plan,
            origin: Origin::Redrawn,
        })
    }

    /// A version of the papers drawn from what the journal held when it was approved. Subjects,
    /// settings and plan are those of now.
    pub fn drawn_as_of(&self, date: Date, version: u32) -> Option<Frozen> {
        let known = self.version(date, version)?;
        let meeting = self.ledger().meeting(date)?;
        let is_last = meeting.last_version() == Some(known);
        if is_last
            && meeting.state == MeetingState::Finished
            && let Some(now) = self.drawn(date)
            && now.is(known)
        {
            return Some(now);
        }
        let records = self.ledger().records();
        let end = records.iter().rposition(|record| record.act == known.act)?;
        let until = records.iter().take(end + 1).cloned();
        self.with_records(until).drawn(date)
    }

    /// A version of the papers of a meeting, the first one is 1.
    pub fn version(&self, date: Date, version: u32) -> Option<&Version> {
        let index = usize::try_from(version).ok()?.checked_sub(1)?;
        self.ledger().meeting(date)?.versions.get(index)
    }

    /// The version that holds for a meeting: of one that is over, the last one approved.
    pub fn version_that_holds(&self, date: Date) -> Option<u32> {
        let meeting = self.ledger().meeting(date)?;
        (meeting.state == MeetingState::Finished && meeting.version > 0).then_some(meeting.version)
    }
}

impl Frozen {
    /// Whether these are the papers the journal says were approved.
    pub fn is(&self, version: &Version) -> bool {
        version.approved.as_ref().is_some_and(|approved| {
            approved.minutes == Digest::of(&self.minutes_text)
                && approved.tactical_plan == Digest::of(&self.tactical_plan_text)
        })
    }
}
