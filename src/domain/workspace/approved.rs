//! Approved versions: what the end of a meeting puts on record, and what the journal knows of
//! them later.

use super::super::approved::{ApprovedPapers, Frozen, Origin, Version};
use super::super::canonical::to_text;
use super::super::date::{Date, Span};
use super::super::digest::Digest;
use super::super::id::Id;
use super::super::meeting::MeetingState;
use super::super::minutes::Minutes;
use super::super::operation::{Operation, Record};
use super::super::tactical_plan::{PlanWords, TacticalPlan};
use super::Workspace;
use super::minutes::Rules;

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
                papers: Box::new(papers.clone()),
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
        redrawn(minutes, tactical_plan)
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
        let then = self.with_records(until);
        let drawn = then.drawn(date)?;
        if known.approved.is_none() || drawn.is(known) {
            return Some(drawn);
        }
        let earlier = [
            Self::drawn_before_genitives,
            Self::drawn_before_values,
            Self::drawn_by_first_rules,
        ];
        let mut earlier = earlier.iter().filter_map(|draw| draw(&then, date));
        earlier.find(|it| it.is(known)).or(Some(drawn))
    }

    /// The papers as programs drew them that named the bodies people come from in the nominative.
    fn drawn_before_genitives(&self, date: Date) -> Option<Frozen> {
        let minutes = self.minutes_by(Rules::BeforeGenitives, date)?;
        redrawn(minutes, self.tactical_plan(date)?)
    }

    /// The papers as programs drew them that told neither values of indicators nor what was put off
    /// and taken off the agenda.
    fn drawn_before_values(&self, date: Date) -> Option<Frozen> {
        let minutes = self.minutes_by(Rules::BeforeValues, date)?;
        redrawn(minutes, self.tactical_plan(date)?)
    }

    /// The papers as programs drew them that knew one document and meetings every seven days: what
    /// those approved is proved by the same bytes.
    fn drawn_by_first_rules(&self, date: Date) -> Option<Frozen> {
        let of_the_day = self.on_day(date);
        let mut minutes = of_the_day.minutes_by(Rules::BeforeValues, date)?;
        let lists = [
            &mut minutes.agenda,
            &mut minutes.not_considered,
            &mut minutes.put_off,
        ];
        for question in lists.into_iter().flatten() {
            question.about = None;
        }
        let week = Span::new(date, date.plus_days(6))?;
        let mut tactical_plan = of_the_day.tactical_plan_over(date, week)?;
        tactical_plan.words = PlanWords::first();
        redrawn(minutes, tactical_plan)
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

/// Papers that were drawn anew. `None` never happens: our own types always serialise.
fn redrawn(minutes: Minutes, tactical_plan: TacticalPlan) -> Option<Frozen> {
    Some(Frozen {
        minutes_text: to_text(&minutes).ok()?,
        tactical_plan_text: to_text(&tactical_plan).ok()?,
        minutes,
        tactical_plan,
        origin: Origin::Redrawn,
    })
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

#[cfg(test)]
mod tests {
    use super::super::fixture::{Told, activity, day};
    use super::*;
    use crate::domain::document::Document;
    use crate::domain::mark::Status;
    use crate::domain::meeting::Presence;
    use crate::domain::numbering::Numbering;
    use crate::domain::safe_text::SafeText;
    use crate::domain::settings::Settings;
    use crate::domain::subject::{SubjectId, Subjects};

    const OTHER: &str = r#"(
        format: 1,
        key: "other",
        short: "Приказ № 7",
        requisites: (kind: "Приказ", number: "7", date: Some("2023-05-02")),
        point: "Пункт",
        content: [Activity(key: "other/1", number: "1.", title: "Отчёт", term: "до 30.05.2023")],
    )"#;

    #[test]
    fn papers_approved_before_they_named_their_documents_are_drawn_anew_to_the_byte() {
        let mut told = Told::new();
        let plan = Document::clone(&told.workspace.documents()[0]);
        let other: Document = ron::from_str(OTHER).unwrap();
        let settings = Settings::clone(told.workspace.settings());
        told.workspace = Workspace::new(
            vec![plan, other],
            Subjects {
                format: 1,
                subjects: Vec::new(),
            },
            settings,
            told.workspace.calendar().clone(),
            Vec::new(),
        );
        let on = "2023-05-25";
        told.open(on)
            .mark(on, "other/1", "2023-05-02", Status::AtRisk);
        let mut after = told.workspace.clone();
        let number = after.minutes_number(day(on));
        let first = after.ledger().records().last().unwrap().clone();
        let finish = Record {
            clock: first.clock + 1,
            id: Id(first.id.0.increment().unwrap()),
            act: Id(first.id.0.increment().unwrap()),
            op: Operation::FinishMeeting { number },
            ..first.clone()
        };
        // What an earlier program approved: its own words, no names of documents.
        after.apply([
            finish.clone(),
            Record {
                clock: first.clock + 2,
                id: Id(finish.id.0.increment().unwrap()),
                act: finish.act,
                op: Operation::ApprovePapers {
                    papers: ApprovedPapers {
                        minutes: Digest::of(""),
                        tactical_plan: Digest::of(""),
                        numbering: after.numbering(day(on)),
                    }
                    .into(),
                },
                ..first.clone()
            },
        ]);
        let old = after.drawn_by_first_rules(day(on)).unwrap();
        let now = after.drawn(day(on)).unwrap();
        assert!(now.minutes_text.contains("about:") && !old.minutes_text.contains("about:"));
        assert!(now.tactical_plan_text.contains("words:"));
        assert!(!old.tactical_plan_text.contains("words:"));
        let approve = Record {
            clock: first.clock + 2,
            id: Id(finish.id.0.increment().unwrap()),
            act: finish.act,
            op: Operation::ApprovePapers {
                papers: ApprovedPapers {
                    minutes: Digest::of(&old.minutes_text),
                    tactical_plan: Digest::of(&old.tactical_plan_text),
                    numbering: told.workspace.numbering(day(on)),
                }
                .into(),
            },
            ..first
        };
        told.workspace.apply([finish, approve]);
        let known = told.workspace.version(day(on), 1).unwrap().clone();
        let drawn = told.workspace.drawn_as_of(day(on), 1).unwrap();
        assert!(drawn.is(&known));
        assert_eq!(drawn.tactical_plan_text, old.tactical_plan_text);
    }
    /// Papers an earlier program approved: by its rules, with the numbers it gave.
    fn approved_by(told: &mut Told, on: &str, draw: fn(&Workspace, Date) -> Option<Frozen>) {
        let number = told.workspace.minutes_number(day(on));
        told.say(Some(on), on, Operation::FinishMeeting { number });
        let last = told.workspace.ledger().records().last().unwrap().clone();
        let nothing = Digest::of("");
        let approving = |minutes, tactical_plan| Record {
            id: Id(last.id.0.increment().unwrap()),
            clock: last.clock + 1,
            op: Operation::ApprovePapers {
                papers: Box::new(ApprovedPapers {
                    minutes,
                    tactical_plan,
                    numbering: Numbering::default(),
                }),
            },
            ..last.clone()
        };
        let mut after = told.workspace.clone();
        after.apply([approving(nothing, nothing)]);
        let old = draw(&after, day(on)).unwrap();
        told.workspace.apply([approving(
            Digest::of(&old.minutes_text),
            Digest::of(&old.tactical_plan_text),
        )]);
    }

    #[test]
    fn papers_approved_before_they_told_values_and_all_that_was_put_off_are_drawn_anew_to_the_byte()
    {
        let mut told = Told::with(|settings| settings.duration = 600);
        told.open("2023-05-25").finish("2023-05-25");
        let on = "2023-06-01";
        told.open(on);
        let item = activity("1.1.4");
        let parked = true;
        told.say(Some(on), on, Operation::ParkItem { item, parked });
        told.say(Some(on), on, Operation::DropItem { item });
        told.say(
            Some(on),
            on,
            Operation::MeasureIndicator {
                indicator: 1,
                value: Some("12".parse().unwrap()),
                source: SafeText::default(),
                note: SafeText::default(),
            },
        );
        approved_by(&mut told, on, Workspace::drawn_before_values);
        let known = told.workspace.version(day(on), 1).unwrap().clone();
        assert!(!told.workspace.drawn(day(on)).unwrap().is(&known));
        assert!(told.workspace.drawn_as_of(day(on), 1).unwrap().is(&known));
        // Opened again, they tell what they left out.
        let reason = "пропущено".into();
        told.say(Some(on), on, Operation::ReopenMeeting { reason });
        let now = told.workspace.minutes(day(on)).unwrap();
        assert_eq!(now.put_off.len(), 1);
        assert!(now.items.iter().any(|item| item.value.is_some()));
    }

    #[test]
    fn papers_approved_before_they_declined_bodies_are_drawn_anew_to_the_byte() {
        let mut told = Told::new();
        let on = "2023-05-25";
        told.open(on);
        let subject = SubjectId("recruiting-asou".to_owned());
        let name = "Петров П.П.".into();
        let presence = Some(Presence::Deputy { name });
        told.say(Some(on), on, Operation::SetAttendance { subject, presence });
        approved_by(&mut told, on, Workspace::drawn_before_genitives);
        let known = told.workspace.version(day(on), 1).unwrap().clone();
        assert!(!told.workspace.drawn(day(on)).unwrap().is(&known));
        assert!(told.workspace.drawn_as_of(day(on), 1).unwrap().is(&known));
    }
}
