//! The lines of the tactical plan: what has a date is no standing work, and every line has an
//! expected result or says who has set none.

use planerka::domain::agenda::ItemKey;
use planerka::domain::entry::EntryKind;
use planerka::domain::operation::Operation;
use planerka::domain::tactical_plan::{GroupKind, NoResult, TacticalPlan};
use planerka::domain::workspace::Workspace;
use planerka::paper::{Format, Request};

use crate::fixture::{FIRST, Journal, activity, assignment, day, empty, settings, text};
use crate::unpack::string;

fn held() -> Workspace {
    let base = empty(settings());
    let mut journal = Journal::new();
    let at = day(FIRST);
    journal.write(at, Operation::OpenMeeting { agenda: Vec::new() });
    let topic = ItemKey::Topic(journal.id());
    journal.entry(
        at,
        topic,
        assignment("Далёкий срок", &["mms"], "2024-03-01"),
    );
    journal.entry(
        at,
        topic,
        assignment("Близкий срок", &["mms"], "2023-05-30"),
    );
    let mut undated = text(EntryKind::Assignment, "Без срока");
    undated.executors = vec![crate::fixture::subject("mms")];
    journal.entry(at, topic, undated);
    journal.entry(
        at,
        activity("1.1.1"),
        assignment("По мероприятию", &["mms"], "2024-03-01"),
    );
    base.with_records(journal.records)
}

fn group_of(plan: &TacticalPlan, task: &str) -> GroupKind {
    let groups = plan.groups.iter();
    let found = groups
        .filter(|group| group.lines.iter().any(|line| &*line.task == task))
        .map(|group| group.kind)
        .collect::<Vec<_>>();
    assert_eq!(found.len(), 1, "{task}");
    found[0]
}

#[test]
fn an_assignment_with_a_later_date_is_no_standing_work() {
    let plan = held().tactical_plan(day(FIRST)).unwrap();
    assert_eq!(group_of(&plan, "Далёкий срок"), GroupKind::Later);
    assert_eq!(group_of(&plan, "По мероприятию"), GroupKind::Later);
    assert_eq!(group_of(&plan, "Близкий срок"), GroupKind::DueThisWeek);
    assert_eq!(group_of(&plan, "Без срока"), GroupKind::Continuing);
    let standing = plan
        .groups
        .iter()
        .find(|it| it.kind == GroupKind::Continuing);
    let is_activity = |line: &planerka::domain::tactical_plan::Line| line.occurrence.is_some();
    let lines = &standing.unwrap().lines;
    assert!(
        lines
            .iter()
            .all(|line| line.due.is_none() || is_activity(line))
    );
}

#[test]
fn every_line_has_an_expected_result_or_says_who_has_set_none() {
    let workspace = held();
    let plan = workspace.tactical_plan(day(FIRST)).unwrap();
    let lines = plan.groups.iter().flat_map(|group| &group.lines);
    for line in lines.chain(&plan.look_ahead) {
        assert_eq!(line.result.is_blank(), line.no_result.is_some(), "{line:?}");
        let own = line.activity.is_none().then_some(NoResult::OfAssignment);
        assert_eq!(line.no_result, own, "{line:?}");
    }
    for format in [Format::Text, Format::Html, Format::Csv] {
        let written = string(&Request::TacticalPlan(day(FIRST)), format, &workspace);
        assert!(written.contains("поручением не установлен"), "{format}");
    }
}

#[test]
fn a_plan_of_an_earlier_program_prints_as_it_did() {
    let workspace = held();
    let plan = workspace.tactical_plan(day(FIRST)).unwrap();
    let text = ron::to_string(&plan).unwrap();
    let old = text
        .replace("no_result:Some(OfAssignment),", "")
        .replace("kind:Later", "kind:Continuing");
    assert_ne!(old, text);
    let read: TacticalPlan = ron::from_str(&old).unwrap();
    let lines = read.groups.iter().flat_map(|group| &group.lines);
    assert!(lines.clone().all(|line| line.no_result.is_none()));
    assert!(
        read.groups
            .iter()
            .all(|group| group.kind != GroupKind::Later)
    );
}
