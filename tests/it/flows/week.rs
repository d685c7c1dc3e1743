//! A week around the hour, in keys: reports of executors put in, the agenda sent, the meeting, its
//! papers and reminders out.

use planerka::domain::workspace::AssignmentState;

use crate::harness::{Desk, Setting, date};

const NEXT: &str = "2023-06-01";

/// Five assignments given at the first meeting.
fn after_the_first_meeting() -> Desk {
    let mut desk = Desk::with(Setting {
        by_weight: true,
        ..Setting::default()
    });
    desk.press("Enter a a Enter C");
    for who in ["мм", "иро", "гг", "гс", "рек"] {
        desk.press(&format!("e \"{who}\" Enter \"чт\" Enter d"));
    }
    desk.press("f Enter");
    desk.come_back_on(NEXT);
    desk
}

#[test]
fn a_rehearsed_week_takes_at_most_120_keys() {
    let mut desk = after_the_first_meeting();
    let numbers: Vec<String> = {
        let workspace = &desk.model().workspace;
        let open = workspace.assignments(date(NEXT));
        open.iter().map(|view| view.number.to_string()).collect()
    };
    assert_eq!(numbers.len(), 5, "{numbers:?}");
    desk.keys = 0;
    // What five executors wrote is pasted in one go.
    let answers: Vec<String> = numbers
        .iter()
        .map(|number| format!("п. {number} исполнено 30.05 письмо № 12"))
        .collect();
    desk.press("F5 a");
    desk.paste(&answers.join("\n"));
    desk.press("Enter");
    assert!(
        desk.notice().contains("Записано ответов: 5"),
        "{}",
        desk.notice()
    );
    // The agenda goes out, then the hour.
    desk.press("F10 Enter F6 Enter Esc a a x Enter C");
    for _ in 0..5 {
        desk.press("d");
    }
    desk.press("e \"мм\" Enter \"чт\" Enter w e \"иро\" Enter \"чт\" Enter d f Enter");
    // Minutes, tactical plan and extracts, then the drafts of reminders.
    desk.press("F10 a F4 R");
    println!("{} keys", desk.keys);
    assert!(desk.keys <= 120, "{} keys", desk.keys);
    assert!(
        desk.notice().contains("Ничего не отправлено"),
        "{}",
        desk.notice()
    );
    assert!(
        desk.model()
            .workspace
            .ledger()
            .meeting(date(NEXT))
            .unwrap()
            .version
            > 0
    );
}

#[test]
fn reports_of_executors_wait_for_the_chair_with_their_day_and_what_shows_them() {
    let mut desk = after_the_first_meeting();
    let view = desk.model().workspace.assignments(date(NEXT))[0].clone();
    let report = format!("{} 30.05 otchet.pdf\n\n1.1.1: выполнено 29.05", view.number);
    desk.press("F5 a");
    desk.paste(&report);
    desk.assert_shows("понято строк: 2");
    desk.press("Enter");
    let workspace = &desk.model().workspace;
    let now = workspace.assignment(view.id, date(NEXT)).unwrap();
    assert_eq!(now.state, AssignmentState::Reported);
    let word = workspace.ledger().controls(view.id).last().unwrap();
    assert_eq!(word.happened, Some(date("2023-05-30")));
    let heard = workspace
        .ledger()
        .entries()
        .any(|it| it.content.text.as_str() == "otchet.pdf");
    assert!(heard);
    let mark = workspace
        .ledger()
        .marks("1.1.1".parse().unwrap())
        .last()
        .unwrap();
    assert_eq!(mark.happened, Some(date("2023-05-29")));
    // One act.
    desk.press("u");
    let back = desk
        .model()
        .workspace
        .assignment(view.id, date(NEXT))
        .unwrap();
    assert_eq!(back.state, AssignmentState::Open);
}

#[test]
fn a_report_that_is_not_understood_says_where_and_changes_nothing() {
    let mut desk = after_the_first_meeting();
    let before = desk.model().workspace.ledger().records().len();
    desk.press("F5 a");
    desk.paste("1.1.1 исполнено\n99.9 исполнено");
    desk.press("Enter");
    desk.assert_shows("строка 2: нет открытого поручения или мероприятия «99.9»");
    assert_eq!(desk.model().workspace.ledger().records().len(), before);
}
