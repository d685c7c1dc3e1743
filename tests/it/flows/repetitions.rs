//! What repeats and was missed: the point that is overdue is the one that agenda, card, keys,
//! minutes and counts speak of.

use planerka::domain::agenda::{ItemKey, Reason, Section};
use planerka::domain::date::{Date, Span};
use planerka::domain::document::ActivityKey;
use planerka::domain::mark::Status;
use planerka::domain::tactical_plan::GroupKind;
use planerka::domain::workspace::{Duties, Duty, Standing, Timing};

use crate::harness::{Desk, date};

/// «Ежемесячно в течение 2023-2024 гг.»
fn monthly() -> ActivityKey {
    "2.1.1".parse().unwrap()
}

fn may() -> Span {
    Span::new(date("2023-05-01"), date("2023-05-31")).unwrap()
}

fn june() -> Date {
    date("2023-06-01")
}

/// Nothing was said of it on 25.05; the cursor is on it on 01.06.
fn may_overdue() -> Desk {
    let mut desk = Desk::new();
    desk.press("Enter f Enter");
    desk.come_back_on("2023-06-01");
    desk.press("Enter Esc / «2.1.1» Enter");
    desk
}

/// What lists of what is due say of it.
fn owed(desk: &Desk, day: &str) -> Standing {
    let duties = Duties::on(&desk.model().workspace, date(day));
    let mut all = duties.all().iter();
    all.find_map(|duty| match duty {
        Duty::Activity { activity, standing } if *activity == monthly() => Some(standing.clone()),
        _ => None,
    })
    .unwrap()
}

#[test]
fn the_key_marks_the_overdue_point_that_the_agenda_names() {
    let mut desk = may_overdue();
    let meeting = desk.model().workspace.ledger().meeting(june()).unwrap();
    let line = meeting.line(ItemKey::Activity(monthly())).unwrap();
    assert_eq!(line.section, Section::Overdue);
    let overdue = Reason::Overdue {
        due: date("2023-05-31"),
        days: 1,
    };
    assert_eq!(line.reasons[0], overdue);
    desk.assert_shows("01.05.2023 – 31.05.2023");
    desk.press("d f Enter");
    let minutes = desk.minutes("2023-06-01");
    let item = &minutes.items[0];
    assert_eq!(minutes.agenda[0].activity, Some(monthly()));
    assert_eq!(item.marks[0].occurrence, may());
    assert_eq!(item.marks[0].due, Some(date("2023-05-31")));
    assert_eq!(item.marks[0].after, Status::Done);
    // Then the month that goes on is owed.
    assert_eq!(owed(&desk, "2023-06-01").occurrence.window.first, june());
    assert_eq!(owed(&desk, "2023-06-08").timing, Timing::Due(22));
}

#[test]
fn a_word_on_the_month_that_goes_on_does_not_hide_the_overdue_one() {
    let mut desk = may_overdue();
    desk.press("o w");
    let workspace = &desk.model().workspace;
    let said = workspace.mark_on(monthly(), june(), june()).unwrap();
    assert_eq!(said.status, Status::InProgress { percent: None });
    for day in ["2023-06-01", "2023-06-08"] {
        let owed = owed(&desk, day);
        assert_eq!(owed.occurrence.window, may(), "on {day}");
        assert!(matches!(owed.timing, Timing::Overdue(_)), "on {day}");
    }
    let lines = workspace.agenda_candidates(date("2023-06-08"));
    let line = lines
        .iter()
        .find(|it| it.item == ItemKey::Activity(monthly()));
    assert_eq!(line.unwrap().section, Section::Overdue);
    desk.press("f Enter");
    let plan = desk.tactical_plan("2023-06-01");
    let due: Vec<_> = plan
        .groups
        .iter()
        .flat_map(|group| group.lines.iter().map(move |line| (group.kind, line)))
        .filter(|(_, line)| line.activity == Some(monthly()))
        .map(|(kind, line)| (kind, line.due))
        .collect();
    assert_eq!(
        due,
        [
            (GroupKind::OverdueOrMoved, Some(date("2023-05-31"))),
            (GroupKind::Continuing, Some(date("2023-06-30"))),
        ]
    );
}

#[test]
fn an_overdue_point_in_work_stays_the_one_that_is_meant() {
    let mut desk = may_overdue();
    desk.press("w f Enter");
    desk.come_back_on("2023-06-08");
    desk.press("Enter Esc / «2.1.1» Enter");
    desk.assert_shows("01.05.2023 – 31.05.2023");
    desk.assert_shows("просрочено 8 дней");
    desk.press("d");
    let workspace = &desk.model().workspace;
    let closed = workspace.mark_on(monthly(), may().first, date("2023-06-08"));
    assert_eq!(closed.unwrap().status, Status::Done);
}

#[test]
fn the_card_calls_points_in_work_not_closed_rather_than_without_a_mark() {
    let mut desk = may_overdue();
    desk.press("w f Enter");
    desk.come_back_on("2023-07-06");
    desk.press("Enter Esc / «2.1.1» Enter");
    desk.assert_shows("01.06.2023 – 30.06.2023");
    desk.assert_shows("не закрыта 1 прошлая контрольная точка");
    assert!(!desk.frame().contains("без отметки прош"));
}

#[test]
fn from_the_month_that_goes_on_the_keys_lead_back_to_the_overdue_one() {
    let mut desk = may_overdue();
    desk.press("o");
    desk.assert_shows("01.06.2023 – 30.06.2023");
    desk.press("alt-o");
    desk.assert_shows("01.05.2023 – 31.05.2023");
    desk.press("alt-o o d");
    let workspace = &desk.model().workspace;
    let done = workspace.mark_on(monthly(), may().first, june());
    assert_eq!(done.unwrap().status, Status::Done);
}

#[test]
fn points_closed_together_are_one_line_of_what_happened_and_not_the_same_line_again() {
    let mut desk = Desk::new();
    desk.press("Enter f Enter");
    desk.come_back_on("2023-07-06");
    // May and June at once.
    desk.press("Enter Esc / «2.1.1» Enter M f Enter");
    desk.come_back_on("2023-07-13");
    desk.press("Enter");
    let frame = desk.frame();
    let said: Vec<&str> = frame.lines().filter(|it| it.contains("2.1.1")).collect();
    let closed = said.iter().filter(|it| it.contains("исполнено, 06.07"));
    assert_eq!(closed.count(), 1, "{frame}");
    desk.assert_shows("исполнено, 06.07 · точек: 2");
}
