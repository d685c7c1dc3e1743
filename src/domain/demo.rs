//! A season of meetings over a plan, for trying the program out and for pictures. Pure and the
//! same for the same seed: ids and clock times are made of it. Positions and organisations only;
//! what is written to paper carries the sign of a demonstration.

mod indicators;
mod meeting;
mod phrases;
mod random;

use chrono::{DateTime, FixedOffset, NaiveTime, TimeDelta};
use ulid::Ulid;

use super::date::{Date, Span};
use super::id::Id;
use super::moment::Moment;
use super::operation::{Operation, Record, WriterId};
use super::plan::Plan;
use super::safe_text::SafeText;
use super::settings::Settings;
use super::workspace::Workspace;

use phrases::Phrases;
use random::Random;

/// The seed of the season that is shown and judged.
pub const SEED: u64 = 503;

/// One act: its records are appended together.
pub type Act = Vec<Record>;

/// Moscow's distance from Greenwich in seconds: where the plan is carried out.
const OFFSET: i32 = 3 * 3600;

/// Settings whose papers say that they are a demonstration.
pub fn settings(mut settings: Settings) -> Settings {
    settings.papers.stamp = Phrases::embedded().sign;
    settings
}

/// A plan whose title says the same; what is to be done stays as the order has it.
pub fn plan(mut plan: Plan) -> Plan {
    let sign = Phrases::embedded().sign;
    plan.document.plan_title = SafeText::from(format!("{sign}. {}", plan.document.plan_title));
    plan
}

/// The acts of all meetings held in a span of time, and of some days between them.
///
/// The workspace is the plan with its subjects and settings; what it has on record is kept in
/// mind, so a season can be continued.
pub fn season(workspace: &Workspace, span: Span, seed: u64, writer: &WriterId) -> Vec<Act> {
    let mut season = Season {
        workspace: workspace.clone(),
        phrases: Phrases::embedded(),
        random: Random::new(seed),
        writer: writer.clone(),
        moment: at(span.first, 9, 0),
        acts: Vec::new(),
    };
    let days: Vec<Date> = workspace
        .meeting_days()
        .into_iter()
        .filter(|day| span.contains(*day))
        .collect();
    let mut ends = months(span).into_iter().peekable();
    for (place, day) in days.into_iter().enumerate() {
        while let Some((month, end)) = ends.next_if(|(_, end)| *end < day) {
            season.measure(month, end);
        }
        season.thursday(day, place);
    }
    season.acts
}

/// The last days of the months of a season, each with its place.
fn months(span: Span) -> Vec<(usize, Date)> {
    let next = |end: &Date| Some(end.plus_days(1).end_of_month());
    let ends = std::iter::successors(Some(span.first.end_of_month()), next);
    ends.take_while(|end| *end <= span.last)
        .enumerate()
        .collect()
}

/// What is being told, and how far it has come.
struct Season {
    workspace: Workspace,
    phrases: Phrases,
    random: Random,
    writer: WriterId,
    moment: DateTime<FixedOffset>,
    acts: Vec<Act>,
}

impl Season {
    fn thursday(&mut self, day: Date, place: usize) {
        let not_held = self.phrases.not_held.iter().find(|it| it.day == day);
        if let Some(not_held) = not_held.cloned() {
            let announced = not_held.moved_to.unwrap_or(day).plus_days(-1);
            self.set_clock(announced, 15, 0);
            let skip = Operation::SkipMeeting {
                moved_to: not_held.moved_to,
                reason: not_held.reason,
            };
            self.act(Some(day), day, vec![skip]);
            if let Some(moved) = not_held.moved_to {
                self.hold(moved, place);
            }
        } else {
            self.hold(day, place);
        }
        let monday = day.start_of_week().plus_days(7);
        self.between(monday);
    }

    /// Records one act, some time after the one before it.
    fn act(&mut self, meeting: Option<Date>, day: Date, operations: Vec<Operation>) {
        let records = self.records(meeting, day, operations);
        self.take(records);
    }

    /// Records the end of a meeting, with what it approves.
    fn end(&mut self, day: Date, operations: Vec<Operation>) {
        let mut records = self.records(Some(day), day, operations);
        let approved = self.workspace.approval(&records);
        if let (Some((papers, _)), Some(last)) = (approved, records.last().cloned()) {
            records.push(Record {
                id: Id(last.id.0.increment().unwrap_or(last.id.0)),
                clock: last.clock + 1,
                op: Operation::ApprovePapers {
                    papers: Box::new(papers),
                },
                ..last
            });
        }
        self.take(records);
    }

    fn take(&mut self, records: Vec<Record>) {
        if !records.is_empty() {
            self.workspace.apply(records.clone());
            self.acts.push(records);
        }
    }

    fn records(
        &mut self,
        meeting: Option<Date>,
        day: Date,
        operations: Vec<Operation>,
    ) -> Vec<Record> {
        if operations.is_empty() {
            return Vec::new();
        }
        let pause = 20 + i64::try_from(self.random.below(70)).unwrap_or(0);
        self.moment += TimeDelta::seconds(pause);
        let name = self.id();
        let mut clock = self.workspace.ledger().clock();
        operations
            .into_iter()
            .map(|op| {
                clock += 1;
                Record {
                    id: self.id(),
                    clock,
                    at: Moment::new(self.moment),
                    writer: self.writer.clone(),
                    act: name,
                    day,
                    meeting,
                    op,
                }
            })
            .collect()
    }

    /// An id of this moment; within it the ids need no order, the clock has it.
    fn id(&mut self) -> Id {
        let time = u64::try_from(self.moment.timestamp_millis()).unwrap_or(0);
        let random = (u128::from(self.random.next()) << 64) | u128::from(self.random.next());
        Id(Ulid::from_parts(time, random))
    }

    fn set_clock(&mut self, day: Date, hour: u32, minute: u32) {
        self.moment = self.moment.max(at(day, hour, minute));
    }
}

fn at(day: Date, hour: u32, minute: u32) -> DateTime<FixedOffset> {
    let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
    let local = day.and_time(time);
    FixedOffset::east_opt(OFFSET)
        .and_then(|zone| local.and_local_timezone(zone).single())
        .unwrap_or_else(|| local.and_utc().fixed_offset())
}

#[cfg(test)]
mod judgement;
#[cfg(test)]
mod tests;
