//! Rules of agenda, entries and control, each by its name: pictures and papers would change with
//! them, and nobody would know which rule it was.

use planerka::domain::agenda::{AgendaLine, ItemKey, Reason, Section};
use planerka::domain::canonical::to_text;
use planerka::domain::control::Control;
use planerka::domain::date::{Date, Span};
use planerka::domain::deadline::Kind;
use planerka::domain::entry::{EntryContent, EntryKind};
use planerka::domain::id::Id;
use planerka::domain::moment::Moment;
use planerka::domain::operation::{Operation, Record, WriterId};
use planerka::domain::safe_text::SafeText;
use planerka::domain::subject::SubjectId;
use planerka::domain::workspace::{AssignmentState, Timing, Workspace};
use ulid::Ulid;

use crate::harness::{Desk, date};

const FIRST: &str = "2023-05-25";
const SECOND: &str = "2023-06-01";

/// What is recorded over the plan of the order.
struct Story {
    empty: Workspace,
    records: Vec<Record>,
}

impl Story {
    fn new() -> Self {
        Self {
            empty: Desk::new().model().workspace.with_records([]),
            records: Vec::new(),
        }
    }

    /// Records an act of a meeting.
    fn at(&mut self, day: &str, op: Operation) -> &mut Self {
        let number = self.records.len() as u64 + 1;
        let at = chrono::DateTime::parse_from_rfc3339("2023-05-25T10:03:12+03:00").unwrap();
        self.records.push(Record {
            id: id(1_000 + number),
            clock: number,
            at: Moment::new(at),
            writer: WriterId("pc1".into()),
            act: id(2_000 + number),
            day: date(day),
            meeting: Some(date(day)),
            op,
        });
        self
    }

    fn open(&mut self, day: &str, agenda: &[ItemKey]) -> &mut Self {
        let agenda = agenda.iter().map(|item| line(*item, Section::Added));
        let agenda = agenda.collect();
        self.at(day, Operation::OpenMeeting { agenda })
    }

    fn finish(&mut self, day: &str, number: u32) -> &mut Self {
        // Read as the journal has it: what a finish holds besides is no matter here.
        let op = ron::from_str(&format!("FinishMeeting(number: {number})")).unwrap();
        self.at(day, op)
    }

    fn entry(&mut self, day: &str, entry: Id, item: ItemKey, content: EntryContent) -> &mut Self {
        self.at(
            day,
            Operation::WriteEntry {
                entry,
                item,
                content: content.into(),
            },
        )
    }

    fn control(&mut self, day: &str, control: Control) -> &mut Self {
        self.at(
            day,
            Operation::SetControl {
                assignment: ASSIGNMENT,
                control,
                happened: None,
            },
        )
    }

    fn now(&self) -> Workspace {
        self.empty.with_records(self.records.clone())
    }
}

const ASSIGNMENT: Id = id(7);

const fn id(number: u64) -> Id {
    Id(Ulid::from_parts(number, 0))
}

fn line(item: ItemKey, section: Section) -> AgendaLine {
    AgendaLine::new(item, section, Reason::ByHand)
}

fn topic(number: u64) -> ItemKey {
    ItemKey::Topic(id(number))
}

fn plain(kind: EntryKind, text: &str) -> EntryContent {
    EntryContent::plain(kind, SafeText::from(text))
}

/// An assignment given on the first meeting under a topic of its own.
fn assigned(due: Option<&str>) -> Story {
    let mut story = Story::new();
    let content = EntryContent {
        executors: vec![SubjectId("asou".to_owned())],
        due: due.map(date),
        ..plain(EntryKind::Assignment, "Представить справку")
    };
    story.open(FIRST, &[topic(1)]);
    story.entry(FIRST, ASSIGNMENT, topic(1), content);
    story.finish(FIRST, 1);
    story
}

/// The reasons for the assignment on the agenda of a day.
fn called(story: &Story, day: &str) -> Vec<Reason> {
    let lines = story.now().agenda_candidates(date(day));
    let own = |line: &&AgendaLine| line.item == ItemKey::Assignment(ASSIGNMENT);
    let found = lines.iter().find(own);
    found.map_or_else(Vec::new, |line| line.reasons.clone())
}

fn thursdays() -> Vec<Date> {
    let mut day = date(FIRST);
    let mut days = Vec::new();
    while day < date("2023-12-28") {
        days.push(day);
        day = day.plus_days(7);
    }
    days
}

#[test]
fn what_is_due_within_four_weeks_approaches_and_nothing_later() {
    let workspace = Story::new().now();
    let (mut near, mut far) = (0, 0);
    for day in thursdays() {
        let lines = workspace.agenda_candidates(day);
        for (activity, view) in workspace.activities() {
            let standing = workspace.standing_owed(activity.key, day).unwrap();
            let (Timing::Due(days), Some(due)) = (standing.timing, standing.due) else {
                continue;
            };
            if Some(activity.key) == workspace.settings().meeting_activity {
                continue;
            }
            if due <= day.end_of_month() || days < 7 || view.reading.kind == Kind::Continuous {
                continue;
            }
            // An event of this week is on the agenda for being held in it.
            let week = Span::new(day, day.plus_days(6)).unwrap();
            let window = standing.occurrence.window;
            if view.reading.kind == Kind::Event && window.intersection(week).is_some() {
                continue;
            }
            let item = ItemKey::Activity(activity.key);
            let found = lines.iter().find(|line| line.item == item);
            let approaches = found.is_some_and(|line| line.section == Section::Approaching);
            assert_eq!(approaches, days <= 28, "{item:?} on {day}: {days} days");
            near += u32::from(approaches);
            far += u32::from(!approaches);
        }
    }
    assert!(near > 4 && far > 20, "{near} {far}");
}

#[test]
fn an_agenda_fills_the_hour_and_no_more() {
    let workspace = Story::new().now();
    let each = u32::from(workspace.settings().item_minutes);
    let mut left_aside = 0;
    for day in thursdays() {
        let proposal = workspace.propose_agenda(day);
        let minutes = u32::try_from(proposal.chosen.len()).unwrap() * each;
        assert!(minutes <= 60, "{day}: {minutes} minutes");
        if !proposal.aside.is_empty() {
            left_aside += 1;
            assert!(minutes + each > 60, "{day}: only {minutes} minutes");
        }
    }
    assert!(left_aside > 3, "{left_aside}");
}

#[test]
fn an_assignment_is_overdue_from_the_day_after_it_was_due_until_it_is_lifted() {
    let mut story = assigned(Some("2023-06-07"));
    let timing = |story: &Story, day: &str| {
        let view = story.now().assignment(ASSIGNMENT, date(day)).unwrap();
        view.timing
    };
    assert_eq!(timing(&story, "2023-06-06"), Timing::Due(1));
    assert_eq!(timing(&story, "2023-06-07"), Timing::Due(0));
    assert_eq!(timing(&story, "2023-06-08"), Timing::Overdue(1));
    assert_eq!(timing(&story, "2023-06-22"), Timing::Overdue(15));
    // Due before the week of the meeting is over: 1 June to 7 June.
    assert!(!called(&story, SECOND).is_empty());
    assert!(!called(&story, "2023-06-22").is_empty());
    story.open("2023-06-22", &[ItemKey::Assignment(ASSIGNMENT)]);
    story.control("2023-06-22", Control::Lifted);
    assert_eq!(timing(&story, "2023-06-22"), Timing::Closed);
    assert!(called(&story, "2023-06-29").is_empty());
}

#[test]
fn what_is_kept_under_control_comes_back_on_the_day_it_is_kept_until() {
    let mut story = assigned(Some("2023-06-05"));
    story.open(SECOND, &[ItemKey::Assignment(ASSIGNMENT)]);
    story.control(
        SECOND,
        Control::Kept {
            until: date("2023-06-22"),
        },
    );
    let view = story.now().assignment(ASSIGNMENT, date(SECOND)).unwrap();
    assert_eq!(
        (view.due, view.state),
        (Some(date("2023-06-22")), AssignmentState::Open)
    );
    assert!(called(&story, "2023-06-15").is_empty());
    assert!(!called(&story, "2023-06-22").is_empty());
}

#[test]
fn what_is_to_be_heard_is_on_the_agenda_of_that_meeting_and_until_it_is_heard() {
    let mut story = assigned(None);
    story.open(SECOND, &[ItemKey::Assignment(ASSIGNMENT)]);
    story.control(
        SECOND,
        Control::HearOn {
            meeting: date("2023-06-15"),
        },
    );
    story.finish(SECOND, 2);
    let is_heard = |story: &Story, day: &str| {
        let reasons = called(story, day);
        reasons
            .iter()
            .any(|it| matches!(it, Reason::ToBeHeard { .. }))
    };
    assert!(!is_heard(&story, "2023-06-08"));
    assert!(is_heard(&story, "2023-06-15"));
    assert!(is_heard(&story, "2023-06-22"));
    story.open("2023-06-15", &[ItemKey::Assignment(ASSIGNMENT)]);
    let heard = plain(EntryKind::Heard, "Доложили");
    story.entry("2023-06-15", id(8), ItemKey::Assignment(ASSIGNMENT), heard);
    story.finish("2023-06-15", 3);
    assert!(!is_heard(&story, "2023-06-22"));
}

#[test]
fn only_a_finished_meeting_carries_over_what_it_left() {
    let carried = |story: &Story| {
        let lines = story.now().agenda_candidates(date(SECOND));
        let found = lines.into_iter().find(|line| line.item == topic(1));
        found.map(|line| line.reasons)
    };
    let mut story = Story::new();
    story.open(FIRST, &[topic(1)]);
    assert_eq!(carried(&story), None);
    story.finish(FIRST, 1);
    let meeting = date(FIRST);
    assert_eq!(carried(&story), Some(vec![Reason::CarriedFrom { meeting }]));
}

#[test]
fn a_meeting_that_is_opened_on_two_machines_keeps_the_agenda_of_the_first() {
    let mut story = Story::new();
    story.open(FIRST, &[topic(1), topic(2)]);
    story.open(FIRST, &[topic(3)]);
    let workspace = story.now();
    let agenda = &workspace.ledger().meeting(date(FIRST)).unwrap().agenda;
    let items: Vec<ItemKey> = agenda.iter().map(|line| line.item).collect();
    assert_eq!(items, [topic(1), topic(2)]);
}

#[test]
fn an_item_that_is_moved_takes_the_section_it_is_moved_into() {
    let sections = |section: Option<Section>| {
        let mut story = Story::new();
        let agenda = vec![
            line(topic(1), Section::Overdue),
            line(topic(2), Section::Overdue),
            line(topic(3), Section::Added),
        ];
        story.at(FIRST, Operation::OpenMeeting { agenda });
        story.at(
            FIRST,
            Operation::MoveItem {
                item: topic(3),
                to: 1,
                section,
            },
        );
        let workspace = story.now();
        let agenda = &workspace.ledger().meeting(date(FIRST)).unwrap().agenda;
        let lines = agenda.iter().map(|line| (line.item, line.section));
        lines.collect::<Vec<_>>()
    };
    let moved = |section| {
        [
            (topic(1), Section::Overdue),
            (topic(3), section),
            (topic(2), Section::Overdue),
        ]
    };
    // Older journals do not say which.
    assert_eq!(sections(None), moved(Section::Overdue));
    let said = Section::CarriedOver;
    assert_eq!(sections(Some(said)), moved(said));
}

#[test]
fn an_edited_decision_stands_once_with_its_last_text() {
    let mut story = Story::new();
    story.open(FIRST, &[topic(1)]);
    for text in ["Принять к сведению", "Принять за основу"] {
        let content = plain(EntryKind::Decision, text);
        story.entry(FIRST, id(5), topic(1), content);
    }
    story.finish(FIRST, 1);
    let workspace = story.now();
    let meeting = Some(date(FIRST));
    let texts: Vec<&str> = workspace
        .ledger()
        .entries_of(meeting, topic(1))
        .map(|entry| entry.content.text.as_str())
        .collect();
    assert_eq!(texts, ["Принять за основу"]);
    let minutes = to_text(&workspace.minutes(date(FIRST)).unwrap()).unwrap();
    assert_eq!(minutes.matches("Принять за основу").count(), 1);
    assert_eq!(minutes.matches("Принять к сведению").count(), 0);
}

#[test]
fn a_private_note_does_not_make_its_item_considered() {
    let mut story = Story::new();
    story.open(FIRST, &[topic(1), topic(2)]);
    let private = plain(EntryKind::Private, "Спросить после");
    story.entry(FIRST, id(5), topic(1), private.clone());
    assert!(story.now().considered(date(FIRST)).is_empty());
    // Nor does a decision that became one.
    let decision = plain(EntryKind::Decision, "Принять к сведению");
    story.entry(FIRST, id(6), topic(2), decision);
    assert_eq!(story.now().considered(date(FIRST)), [topic(2)]);
    story.entry(FIRST, id(6), topic(2), private);
    assert!(story.now().considered(date(FIRST)).is_empty());
    story.finish(FIRST, 1);
    let minutes = to_text(&story.now().minutes(date(FIRST)).unwrap()).unwrap();
    assert!(!minutes.contains("Спросить после"), "{minutes}");
}

#[test]
fn what_is_parked_at_a_meeting_is_offered_at_the_next_and_not_in_it() {
    let mut story = Story::new();
    story.open(FIRST, &[topic(1)]);
    story.at(
        FIRST,
        Operation::ParkItem {
            item: topic(1),
            parked: true,
        },
    );
    let parked = |day: &str| {
        let lines = story.now().agenda_candidates(date(day));
        let reasons: Vec<Reason> = lines.into_iter().flat_map(|line| line.reasons).collect();
        reasons
            .iter()
            .any(|reason| matches!(reason, Reason::Parked { .. }))
    };
    assert!(!parked(FIRST));
    assert!(parked(SECOND));
}

#[test]
fn a_subject_under_a_new_id_has_everything_that_was_recorded_of_the_old_one() {
    let old = SubjectId("asou-before".to_owned());
    let new = SubjectId("asou".to_owned());
    let mut story = Story::new();
    story.open(FIRST, &[topic(1)]);
    let content = EntryContent {
        executors: vec![old.clone(), new.clone()],
        controller: Some(old.clone()),
        ..plain(EntryKind::Assignment, "Представить справку")
    };
    story.entry(FIRST, ASSIGNMENT, topic(1), content);
    story.at(
        FIRST,
        Operation::SetItem {
            item: topic(1),
            speaker: Some(old.clone()),
            minutes: None,
        },
    );
    let unknown = story.now().unknown_subjects();
    assert_eq!(unknown.into_iter().collect::<Vec<_>>(), [(old.clone(), 3)]);
    let identify = Operation::IdentifySubject {
        unknown: old.clone(),
        subject: new.clone(),
    };
    story.at(FIRST, identify);
    let identified = story.records.last().unwrap().act;
    let now = story.now();
    assert!(now.unknown_subjects().is_empty());
    let view = now.assignment(ASSIGNMENT, date(FIRST)).unwrap();
    assert_eq!(view.executors, std::slice::from_ref(&new));
    assert_eq!(view.controller, Some(new.clone()));
    let meeting = now.ledger().meeting(date(FIRST)).unwrap();
    assert_eq!(meeting.agenda[0].speaker, Some(new.clone()));
    // The same when it arrives by itself, and nothing of it when it is taken back.
    let mut growing = story.empty.clone();
    for record in &story.records {
        growing.apply([record.clone()]);
    }
    assert_eq!(growing.ledger(), now.ledger());
    story.at(FIRST, Operation::Retract { act: identified });
    assert_eq!(story.now().unknown_subjects().len(), 1);
}
