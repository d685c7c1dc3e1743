//! 25.05, 01.06 and 08.06.2023: what one meeting leaves the next takes up.

use planerka::domain::agenda::{Reason, Section};
use planerka::domain::control::Control;
use planerka::domain::mark::Status;
use planerka::domain::minutes::DecisionKind;
use planerka::domain::tactical_plan::{Basis, GroupKind};
use planerka::tui::model::Action;

use crate::harness::{Desk, date};

const FIRST: &str = "2023-05-25";
const SECOND: &str = "2023-06-01";
const THIRD: &str = "2023-06-08";

/// Marks, an assignment on 1.2.1 due on the next Thursday, the rest left over.
const FIRST_MEETING: &str = "Enter a a Enter \
    d 5 w r \
    e \"мм\" Enter \"чт\" Enter d \
    f Enter";

/// The first question is the assignment that is due: extended with a reason.
const SECOND_MEETING: &str = "Enter Esc a a Enter \
    c 3 «чт» Enter «нет данных» Enter \
    f Enter";

const THIRD_MEETING: &str = "Enter Esc a a Enter \
    c 3 «чт» Enter «снова нет данных» Enter \
    c 1 \
    f Enter";

fn after_first() -> Desk {
    let mut desk = Desk::new();
    desk.press(FIRST_MEETING);
    desk.come_back_on(SECOND);
    desk
}

#[test]
fn numbers_run_within_the_year() {
    let mut desk = after_first();
    desk.press(SECOND_MEETING);
    desk.come_back_on(THIRD);
    desk.press(THIRD_MEETING);
    let numbers = [FIRST, SECOND, THIRD].map(|day| desk.minutes(day).head.number);
    assert_eq!(numbers, [Some(1), Some(2), Some(3)]);
    desk.come_back_on("2024-01-11");
    desk.press("Enter Esc f Enter");
    assert_eq!(desk.minutes("2024-01-11").head.number, Some(1));
}

#[test]
fn an_assignment_that_is_due_opens_the_next_agenda() {
    let mut desk = after_first();
    desk.press("Enter Esc");
    let meeting = desk.model().workspace.ledger().meeting(date(SECOND));
    let first = meeting.unwrap().agenda[0].clone();
    assert_eq!(first.section, Section::Assignments);
    let number = desk.minutes(FIRST).items[4].decided[0].number.clone();
    assert_eq!(
        first.reasons[0],
        Reason::AssignmentDue {
            minutes: date(FIRST),
            number,
            due: date(SECOND),
        }
    );
    desk.assert_shows("Поручения");
}

#[test]
fn what_was_not_dealt_with_is_carried_over() {
    let mut desk = after_first();
    let left: Vec<_> = desk.minutes(FIRST).not_considered;
    assert!(!left.is_empty());
    desk.press("Enter");
    let workspace = &desk.model().workspace;
    let lines = workspace.agenda_candidates(date(SECOND));
    for question in left {
        let line = lines
            .iter()
            .find(|line| {
                question
                    .activity
                    .is_some_and(|id| line.item == planerka::domain::agenda::ItemKey::Activity(id))
            })
            .unwrap();
        assert!(
            line.reasons.contains(&Reason::CarriedFrom {
                meeting: date(FIRST)
            }),
            "{line:?}"
        );
    }
}

#[test]
fn extensions_are_counted_and_control_ends_with_the_chair() {
    let mut desk = after_first();
    desk.press(SECOND_MEETING);
    let decided = &desk.minutes(SECOND).items[0].decided;
    assert_eq!(decided.len(), 1);
    let DecisionKind::Control {
        minutes,
        minutes_number,
        control,
        ..
    } = &decided[0].kind
    else {
        panic!("{:?} is not on control", decided[0]);
    };
    assert_eq!((*minutes, *minutes_number), (Some(date(FIRST)), Some(1)));
    assert_eq!(
        *control,
        Control::Extended {
            to: date(THIRD),
            reason: "нет данных".into()
        }
    );
    desk.come_back_on(THIRD);
    desk.press("Enter Esc a a Enter c 3 «чт» Enter «снова нет данных» Enter");
    let workspace = &desk.model().workspace;
    let assignment = &workspace.assignments(date(THIRD))[0];
    assert_eq!(assignment.extensions, 2);
    assert_eq!(assignment.first_due, Some(date(SECOND)));
    assert_eq!(assignment.due, Some(date("2023-06-15")));
    desk.press("g");
    desk.assert_shows("перенос 2-й");
    desk.press("c 1");
    let workspace = &desk.model().workspace;
    assert!(workspace.assignments(date(THIRD))[0].state.is_closed());
    // The last word of the meeting stands, and undo takes back only it.
    desk.run(Action::Undo);
    let workspace = &desk.model().workspace;
    assert!(!workspace.assignments(date(THIRD))[0].state.is_closed());
    desk.run(Action::Redo);
    desk.press("f Enter");
    let decided = &desk.minutes(THIRD).items[0].decided;
    assert_eq!(decided.len(), 1, "{decided:?}");
    assert!(matches!(
        &decided[0].kind,
        DecisionKind::Control {
            control: Control::Lifted,
            ..
        }
    ));
    assert!(
        !desk
            .tactical_plan(THIRD)
            .lines()
            .any(|line| matches!(line.basis, Basis::EarlierMinutes { .. })),
        "what is off control is not in the plan"
    );
}

#[test]
fn the_tactical_plan_says_what_was_and_what_is() {
    let mut desk = after_first();
    desk.press("Enter Esc a a Enter / «1.1.1» Enter 9 f Enter");
    let plan = desk.tactical_plan(SECOND);
    let line = plan
        .lines()
        .find(|line| line.activity == Some("1.1.1".parse().unwrap()))
        .unwrap();
    assert_eq!(line.before, Some(Status::InProgress { percent: Some(50) }));
    assert_eq!(line.after, Some(Status::InProgress { percent: Some(90) }));
    let group = plan.groups.iter().find(|group| {
        let activity = Some("1.1.1".parse().unwrap());
        group.lines.iter().any(|line| line.activity == activity)
    });
    assert_eq!(group.unwrap().kind, GroupKind::OverdueOrMoved);
    let assignment = plan
        .lines()
        .find(|line| matches!(line.basis, Basis::EarlierMinutes { .. }))
        .unwrap();
    assert_eq!(
        assignment.basis,
        Basis::EarlierMinutes {
            date: date(FIRST),
            number: Some(1),
            item: "5.1".into()
        }
    );
}

#[test]
fn a_moved_date_is_shown_beside_the_old_one() {
    let mut desk = after_first();
    desk.press("Enter Esc / «1.1.1» Enter p «29.06» Enter «согласование» Enter f Enter");
    let plan = desk.tactical_plan(SECOND);
    let line = plan
        .lines()
        .find(|line| line.activity == Some("1.1.1".parse().unwrap()))
        .unwrap();
    assert_eq!(line.due, Some(date("2023-06-29")));
    assert_eq!(line.due_before, Some(date("2023-05-31")));
}
