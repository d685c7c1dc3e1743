//! The agenda judged by hand: what a chair takes first on five days, and why.

use crate::domain::agenda::{ItemKey, Reason, Section};
use crate::domain::calendar::Calendar;
use crate::domain::date::{Date, Span};
use crate::domain::demo;
use crate::domain::id::Id;
use crate::domain::moment::Moment;
use crate::domain::operation::{Operation, Record, WriterId};
use crate::domain::settings::Settings;
use crate::domain::weight::Ground;
use crate::domain::workspace::Workspace;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The plan of the order before anything was recorded.
fn empty() -> Workspace {
    let text = std::fs::read_to_string(format!(
        "{}/src/store/embedded/settings.ron",
        concat!(env!("CARGO_MANIFEST_DIR"), "/../..")
    ));
    with_settings(demo::settings(ron::from_str(&text.unwrap()).unwrap()))
}

fn with_settings(settings: Settings) -> Workspace {
    let read = |name: &str| {
        std::fs::read_to_string(format!(
            "{}/src/store/embedded/{name}",
            concat!(env!("CARGO_MANIFEST_DIR"), "/../..")
        ))
        .unwrap()
    };
    Workspace::new(
        vec![demo::plan(ron::from_str(&read("plan.ron")).unwrap()).into()],
        ron::from_str(&read("subjects.ron")).unwrap(),
        settings,
        Calendar::default(),
        Vec::new(),
    )
}

/// The same after the season of the demonstration, 25.05.2023 to 28.12.2023.
fn season() -> Workspace {
    let empty = empty();
    let span = Span::new(day("2023-05-25"), day("2023-12-28")).unwrap();
    let acts = demo::season(
        &empty,
        span,
        demo::SEED,
        &WriterId("demo".to_owned().into()),
    );
    let records: Vec<Record> = acts.into_iter().flatten().collect();
    empty.with_records(records)
}

/// The first five lines of the agenda of a day, each with its section and the ground that weighs
/// most.
fn first_five(workspace: &Workspace, date: &str) -> Vec<(String, Section, Option<Ground>)> {
    let date = day(date);
    let proposal = workspace.propose_agenda(date);
    let lines = proposal.chosen.iter().take(5);
    lines
        .map(|line| {
            let point = match line.item {
                ItemKey::Activity(key) => workspace.point(key),
                ItemKey::Assignment(id) => {
                    let view = workspace.assignment(id, date).unwrap();
                    format!("п. {} от {}", view.number, view.origin.day())
                }
                ItemKey::Topic(_) => String::new(),
            };
            let weight = workspace.weight_of(date, line.item);
            let ground = weight.grounds.into_iter().next().map(|(ground, _)| ground);
            (point, line.section, ground)
        })
        .collect()
}

fn points(lines: &[(String, Section, Option<Ground>)]) -> Vec<&str> {
    lines.iter().map(|(point, ..)| point.as_str()).collect()
}

fn is_late(ground: Option<&Ground>) -> bool {
    matches!(ground, Some(Ground::Over { .. }))
}

/// Nineteen lines are due on 31 May: first the forum, the conferences and the session people are
/// invited to, those of one body together; papers of the same date behind them.
#[test]
fn on_the_first_day_events_come_before_papers() {
    let empty = empty();
    let lines = first_five(&empty, "2023-05-25");
    assert_eq!(
        points(&lines),
        ["3.3.1", "3.3.2", "3.3.3", "1.2.1", "1.2.2"]
    );
    for (point, section, ground) in &lines {
        assert_eq!(
            (section, ground),
            (&Section::ThisWeek, &Some(Ground::Event)),
            "{point}"
        );
    }
    let proposal = empty.propose_agenda(day("2023-05-25"));
    let routine = proposal
        .chosen
        .iter()
        .filter(|it| it.section == Section::Routine);
    let routine: Vec<String> = routine
        .filter_map(|line| match line.item {
            ItemKey::Activity(key) => Some(empty.point(key)),
            _ => None,
        })
        .collect();
    assert_eq!(routine, ["1.3.3", "1.2.4", "2.1.1", "2.2.1", "2.2.4"]);
}

/// After the holidays: what the chair assigned and was promised for the day, then a gathering that
/// did not take place. Three months later and a year after the end: the assignments nobody has
/// taken off control, those moved and in danger first, and behind them the gathering.
#[test]
fn in_season_and_after_the_end_what_was_assigned_and_promised_comes_first() {
    let season = season();
    let january = first_five(&season, "2024-01-11");
    assert_eq!(
        points(&january),
        ["1.4.1", "3.5.4", "п. 17.2 от 2023-12-14", "1.3.2", "3.5.13"]
    );
    let today = Some(Ground::Near { days: 0 });
    assert!(january[..3].iter().all(|(.., ground)| *ground == today));
    assert_eq!(january[3].2, Some(Ground::Promised));
    assert_eq!(
        (january[4].1, &january[4].2),
        (Section::Overdue, &Some(Ground::Event))
    );

    let april = first_five(&season, "2024-04-04");
    let wanted = ["1.4.1", "1.3.2", "3.5.4", "п. 17.2 от 2023-12-14", "3.3.4"];
    assert_eq!(points(&april), wanted);
    let after = first_five(&season, "2025-01-16");
    assert_eq!(points(&after), wanted);
    for (point, section, ground) in april[..4].iter().chain(&after[..4]) {
        assert_eq!(section, &Section::Assignments, "{point}");
        assert!(is_late(ground.as_ref()), "{point}: {ground:?}");
    }
    // Behind them the gathering nobody held.
    assert_eq!(april[4].2, Some(Ground::Event));
    assert_eq!(
        (april[4].1, after[4].1),
        (Section::Overdue, Section::Overdue)
    );

    // What is silent is capped, the longest silence first.
    let silent: Vec<u32> = season
        .propose_agenda(day("2024-01-11"))
        .chosen
        .iter()
        .filter(|line| line.section == Section::Silent)
        .flat_map(|line| &line.reasons)
        .filter_map(|reason| match reason {
            Reason::Silent { weeks } => u32::try_from(*weeks).ok(),
            _ => None,
        })
        .collect();
    assert!(silent.len() <= 5, "{silent:?}");
    assert!(silent.is_sorted_by(|one, next| one >= next), "{silent:?}");
}

/// Who joins in the middle meets what is ahead; of what was due before nobody knows, and it is not
/// overdue until somebody says so.
#[test]
fn who_joins_in_the_middle_meets_what_is_ahead() {
    let mut told = empty();
    let date = day("2024-02-01");
    let lines = first_five(&told, "2024-02-01");
    assert_eq!(
        points(&lines),
        ["3.3.5", "3.5.13", "2.3.1", "1.2.4", "2.1.1"]
    );
    assert_eq!(lines[0].2, Some(Ground::Event));
    let all = told.propose_agenda(date);
    let overdue = all.chosen.iter().chain(&all.aside);
    assert_eq!(
        overdue.filter(|it| it.section == Section::Overdue).count(),
        0
    );
    assert_eq!(told.numbers(date).all.overdue, 0);
    // The meeting itself is due on its day.
    assert_eq!(told.numbers(date).all.points_due, 1);

    // All of it is marked at once, with a sign of its own in the figures.
    let points = told.points_before_record(date, |_| true);
    assert!(points.len() > 30, "{}", points.len());
    let count = points.len();
    let at = chrono::DateTime::parse_from_rfc3339("2024-02-01T10:00:00+03:00").unwrap();
    let id = Id(ulid::Ulid::from_parts(1, 1));
    let record = Record {
        id,
        clock: 1,
        at: Moment::new(at),
        writer: WriterId("w".to_owned().into()),
        act: id,
        day: date,
        meeting: None,
        op: Operation::MarkBefore { points },
    };
    told.apply([record]);
    let numbers = told.numbers(date).all;
    assert_eq!((numbers.points_before, numbers.points_due), (count, 1));
    assert!(told.points_before_record(date, |_| true).is_empty());

    // The chair may say that it counts.
    let mut counting = empty().settings().clone();
    counting.agenda.count_before = true;
    let counted = with_settings(counting).propose_agenda(date);
    assert_eq!(counted.chosen[0].section, Section::Overdue);
}
