//! The season is the same every time, looks like work, and its papers say what it is.

use std::collections::BTreeSet;

use super::*;
use crate::domain::calendar::Calendar;
use crate::domain::control::Control;
use crate::domain::mark::Status;
use crate::domain::meeting::MeetingState;
use crate::domain::subject::Subjects;

fn workspace() -> Workspace {
    let read = |name: &str| {
        std::fs::read_to_string(format!(
            "{}/src/store/embedded/{name}",
            concat!(env!("CARGO_MANIFEST_DIR"), "/../..")
        ))
        .unwrap()
    };
    let subjects: Subjects = ron::from_str(&read("subjects.ron")).unwrap();
    Workspace::new(
        vec![plan(ron::from_str(&read("plan.ron")).unwrap()).into()],
        subjects,
        settings(ron::from_str(&read("settings.ron")).unwrap()),
        Calendar::default(),
        Vec::new(),
    )
}

fn span() -> Span {
    let day = |text: &str| text.parse().unwrap();
    Span::new(day("2023-05-25"), day("2023-12-28")).unwrap()
}

#[test]
fn a_season_is_held_and_looks_like_work() {
    let empty = workspace();
    let writer = WriterId("demo".to_owned().into());
    let acts = season(&empty, span(), 1, &writer);
    assert_eq!(acts, season(&empty, span(), 1, &writer));
    assert_ne!(acts, season(&empty, span(), 2, &writer));

    let records: Vec<Record> = acts.iter().flatten().cloned().collect();
    let ids: BTreeSet<Id> = records.iter().map(|record| record.id).collect();
    assert_eq!(ids.len(), records.len(), "every record has its own name");
    for pair in records.windows(2) {
        assert!(pair[0].clock < pair[1].clock);
    }

    let full = empty.with_records(records);
    let values = full.ledger().measured(3).unwrap();
    assert_eq!(values.len(), 7, "a value for every month that has ended");
    let asked = full.due_indicators("2023-12-28".parse().unwrap());
    assert!(asked.is_empty(), "every value was taken when it was due");
    let meetings = full.ledger().meetings();
    let held = |state: &MeetingState| *state == MeetingState::Finished;
    assert_eq!(meetings.values().filter(|it| held(&it.state)).count(), 31);
    assert!(meetings.values().any(|it| it.version == 2));
    let mut kinds = [0_usize; 6];
    for (_, mark) in full.ledger().all_marks() {
        let place = match mark.status {
            Status::NotStarted => 0,
            Status::InProgress { .. } => 1,
            Status::AtRisk => 2,
            Status::Done => 3,
            Status::Postponed { .. } => 4,
            Status::Cancelled { .. } => 5,
        };
        kinds[place] += 1;
    }
    assert!(
        kinds[1] > 60 && kinds[2] > 5 && kinds[3] > 60 && kinds[4] > 5,
        "{kinds:?}"
    );
    let last = full.assignments(span().last);
    assert!(last.iter().filter(|it| it.state.is_closed()).count() > 10);
    assert!(last.iter().filter(|it| !it.state.is_closed()).count() > 3);
    assert!(last.iter().any(|it| it.extensions > 0));
    let heard = |control: &Control| matches!(control, Control::HearOn { .. });
    assert!(last.iter().any(|it| {
        full.ledger()
            .controls(it.id)
            .iter()
            .any(|c| heard(&c.control))
    }));
    let minutes = full.minutes(span().first).unwrap();
    assert_eq!(minutes.head.stamp.as_str(), "ДЕМОНСТРАЦИЯ");
    let plan = full.tactical_plan(span().first).unwrap();
    assert_eq!(plan.stamp, minutes.head.stamp);
    assert!(!minutes.items.is_empty());
}
