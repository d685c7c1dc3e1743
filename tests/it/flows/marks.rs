//! One key marks what the chair means, and what changes nothing leaves no trace.

use planerka::domain::agenda::{ItemKey, Section};
use planerka::domain::control::Control;
use planerka::domain::date::Date;
use planerka::domain::mark::Status;
use planerka::domain::operation::Operation;
use planerka::domain::origin::Origin;
use planerka::domain::workspace::AssignmentState;
use planerka::tui::model::{Action, Screen};

use crate::harness::{Desk, Layout, date};

const FIRST: &str = "2023-05-25";
const SECOND: &str = "2023-06-01";
const THIRD: &str = "2023-06-08";

fn item(id: &str) -> ItemKey {
    ItemKey::Activity(id.parse().unwrap())
}

fn records(desk: &Desk) -> usize {
    desk.model().workspace.ledger().records().len()
}

/// Puts the cursor of the meeting on an item.
pub fn go_to(desk: &mut Desk, id: &str) {
    desk.press(&format!("/ «{id}» Enter"));
    assert_eq!(
        planerka::tui::select::agenda::selected_item(desk.model()),
        Some(item(id))
    );
}

/// 1.1.3 done in May, with an assignment given for the third meeting.
pub fn with_assignment(text: &str) -> Desk {
    let mut desk = Desk::new();
    desk.press("Enter a a Enter");
    go_to(&mut desk, "1.1.3");
    desk.press(&format!("d / «1.1.3» Enter e «мм» Enter «{text}» Enter"));
    desk.press("f Enter");
    desk.come_back_on(THIRD);
    desk.press("Enter Esc A");
    desk
}

fn last_status(desk: &Desk, id: &str, first: &str) -> Option<Status> {
    let marks = desk.model().workspace.ledger().marks(id.parse().unwrap());
    marks
        .iter()
        .rev()
        .find(|mark| mark.occurrence == date(first))
        .map(|mark| mark.status.clone())
}

#[test]
fn done_on_an_assignment_that_is_due_closes_it_and_no_point_of_next_year() {
    let mut desk = with_assignment("08.06");
    go_to(&mut desk, "1.1.3");
    desk.press("d");
    desk.assert_shows("поручение");
    let workspace = &desk.model().workspace;
    assert_eq!(
        workspace.assignments(date(THIRD))[0].state,
        AssignmentState::Lifted
    );
    assert_eq!(last_status(&desk, "1.1.3", "2024-01-01"), None);
    // The line says what was done, and one undo takes it back.
    desk.assert_shows("снято с контроля");
    desk.press("u");
    let workspace = &desk.model().workspace;
    assert_eq!(
        workspace.assignments(date(THIRD))[0].state,
        AssignmentState::Open
    );
}

#[test]
fn every_mark_on_such_a_line_speaks_of_the_assignment() {
    let mut desk = with_assignment("08.06");
    go_to(&mut desk, "1.1.3");
    desk.press("p «22.06» Enter «ждут подписи» Enter");
    let view = desk.model().workspace.assignments(date(THIRD))[0].clone();
    assert_eq!((view.due, view.extensions), (Some(date("2023-06-22")), 1));
    go_to(&mut desk, "1.1.3");
    desk.press("x «не нужно» Enter");
    let view = desk.model().workspace.assignments(date(THIRD))[0].clone();
    assert_eq!(view.state, AssignmentState::Dropped);
    // «В работе» decides nothing: the chair is asked what is decided.
    desk.press("u");
    go_to(&mut desk, "1.1.3");
    desk.press("w");
    desk.assert_shows("Снять с контроля");
    desk.press("Esc");
    assert_eq!(last_status(&desk, "1.1.3", "2024-01-01"), None);
}

#[test]
fn a_line_for_two_things_asks_which_is_meant() {
    for layout in [Layout::Latin, Layout::Russian] {
        let mut desk = Desk::new().in_layout(layout);
        desk.press("Enter a a Enter");
        go_to(&mut desk, "1.1.3");
        desk.press("e «мм» Enter «01.06» Enter f Enter");
        desk.come_back_on(SECOND);
        desk.press("Enter Esc A");
        go_to(&mut desk, "1.1.3");
        let before = records(&desk);
        desk.press("d");
        desk.assert_shows("«исполнено» — о чём?");
        desk.assert_shows("поручение 1.1");
        desk.assert_shows("1.1.3, 01.05 – 31.05.2023");
        assert_eq!(records(&desk), before);
        desk.press("3");
        let workspace = &desk.model().workspace;
        assert!(workspace.assignments(date(SECOND))[0].state.is_closed());
        assert_eq!(
            last_status(&desk, "1.1.3", "2023-05-01"),
            Some(Status::Done)
        );
        // Both are one act.
        desk.run(Action::Undo);
        let workspace = &desk.model().workspace;
        assert!(!workspace.assignments(date(SECOND))[0].state.is_closed());
        assert_eq!(last_status(&desk, "1.1.3", "2023-05-01"), None);
        go_to(&mut desk, "1.1.3");
        desk.press("d 2");
        assert_eq!(
            last_status(&desk, "1.1.3", "2023-05-01"),
            Some(Status::Done)
        );
        let workspace = &desk.model().workspace;
        assert!(!workspace.assignments(date(SECOND))[0].state.is_closed());
    }
}

#[test]
fn a_mark_says_which_point_it_closes_and_one_key_closes_all_that_was_missed() {
    let mut desk = Desk::new();
    desk.come_back_on("2023-06-15");
    desk.press("Enter a a Enter");
    go_to(&mut desk, "1.3.3");
    desk.press("d");
    assert!(
        desk.notice().contains("05.06 – 11.06.2023"),
        "{}",
        desk.notice()
    );
    desk.press("u");
    go_to(&mut desk, "1.3.3");
    desk.press("M");
    for first in ["2023-05-22", "2023-05-29", "2023-06-05", "2023-06-12"] {
        assert_eq!(
            last_status(&desk, "1.3.3", first),
            Some(Status::Done),
            "{first}"
        );
    }
    assert_eq!(last_status(&desk, "1.3.3", "2023-06-19"), None);
    // One act, and the next Thursday has nothing overdue of it.
    let lines = desk.model().workspace.agenda_candidates(date("2023-06-22"));
    let line = lines.iter().find(|line| line.item == item("1.3.3"));
    assert_eq!(line.unwrap().section, Section::ThisWeek);
    desk.run(Action::Undo);
    assert_eq!(last_status(&desk, "1.3.3", "2023-05-22"), None);
}

#[test]
fn a_mark_carries_the_day_it_really_happened() {
    let mut desk = Desk::new();
    desk.press("Enter a a Enter");
    go_to(&mut desk, "1.1.1");
    desk.press("D «пт» Enter");
    assert!(desk.notice().contains("19.05.2023"), "{}", desk.notice());
    let marks = desk
        .model()
        .workspace
        .ledger()
        .marks("1.1.1".parse().unwrap());
    let mark = marks.last().unwrap();
    assert_eq!(
        (&mark.status, mark.happened),
        (&Status::Done, Some(date("2023-05-19")))
    );
    go_to(&mut desk, "1.1.4");
    desk.press("D «26.05» Enter");
    desk.assert_shows("ещё впереди");
    desk.press("Esc");
    // The day of the meeting itself is nothing to add.
    desk.press("D «сегодня» Enter");
    let marks = desk
        .model()
        .workspace
        .ledger()
        .marks("1.1.4".parse().unwrap());
    assert_eq!(marks.last().unwrap().happened, None);
}

#[test]
fn work_given_between_meetings_is_on_the_next_agenda_and_can_be_opened() {
    let mut desk = Desk::new();
    desk.come_back_on("2023-05-24");
    desk.press("F3");
    desk.press("/ «1.1.3» Enter e «мм» Enter «26.05» Enter");
    let given = desk.model().workspace.assignments(date("2023-05-24"))[0].clone();
    assert_eq!(given.origin, Origin::Between(date("2023-05-24")));
    desk.come_back_on(FIRST);
    desk.press("Enter a a Enter");
    let meeting = desk
        .model()
        .workspace
        .ledger()
        .meeting(date(FIRST))
        .unwrap();
    let line = meeting.line(item("1.1.3")).unwrap();
    assert_eq!(line.section, Section::Assignments);
    desk.assert_shows("от 24.05");
    go_to(&mut desk, "1.1.3");
    desk.assert_shows("поручение от 24.05.2023");
    desk.press("F5");
    desk.assert_shows("от 24.05");
    desk.press("Enter");
    assert!(matches!(desk.model().screen(), Some(Screen::Plan(_))));
    let plan = &desk.model().workspace.tactical_plan(date(FIRST)).unwrap();
    let basis = planerka::domain::tactical_plan::Basis::Given {
        date: date("2023-05-24"),
    };
    assert!(plan.lines().any(|line| line.basis == basis));
}

#[test]
fn marks_from_the_plan_over_a_finished_meeting_show_what_they_did() {
    let mut desk = Desk::new();
    desk.press("Enter a a Enter f Enter");
    desk.come_back_on("2023-05-29");
    desk.press("g Enter");
    desk.press("F3 / «1.1.1» Enter d");
    assert_eq!(
        last_status(&desk, "1.1.1", "2023-05-01"),
        Some(Status::Done)
    );
    assert_eq!(desk.model().day(), date("2023-05-29"));
    desk.assert_shows("✓ 1.1.1");
}

#[test]
fn what_changes_nothing_is_not_put_on_record() {
    let mut desk = Desk::new();
    desk.press("Enter a a Enter");
    desk.press("g");
    let before = records(&desk);
    desk.press("K B");
    assert_eq!(records(&desk), before, "the first line cannot go up");
    desk.press("G J");
    assert_eq!(records(&desk), before, "the last line cannot go down");
    // An item of the agenda put on it once more is shown, and not recorded.
    desk.press("i «1.1.1» Enter");
    assert_eq!(records(&desk), before);
    assert!(
        desk.notice().contains("Уже на повестке"),
        "{}",
        desk.notice()
    );
    assert_eq!(
        planerka::tui::select::agenda::selected_item(desk.model()),
        Some(item("1.1.1"))
    );
    desk.press("d");
    assert_eq!(records(&desk), before + 1);
    go_to(&mut desk, "1.1.1");
    desk.press("d");
    assert_eq!(records(&desk), before + 1, "the same mark again");
    // What was not recorded is not what undo takes back.
    desk.press("u");
    assert_eq!(last_status(&desk, "1.1.1", "2023-05-01"), None);
}

fn sections(desk: &Desk, day: Date) -> Vec<(ItemKey, Section)> {
    let meeting = desk.model().workspace.ledger().meeting(day).unwrap();
    meeting
        .agenda
        .iter()
        .map(|it| (it.item, it.section))
        .collect()
}

#[test]
fn a_line_stays_in_its_section_unless_asked_twice() {
    let mut desk = Desk::new();
    desk.come_back_on(SECOND);
    desk.press("Enter a a Enter");
    let day = date(SECOND);
    let before = sections(&desk, day);
    let edge = before
        .iter()
        .zip(before.iter().skip(1))
        .position(|(one, next)| one.1 != next.1)
        .unwrap();
    assert!(edge > 0, "{before:?}");
    // The line before the last of its section becomes the last one, and stays in it.
    let (moved, section) = before[edge - 1];
    let ItemKey::Activity(id) = moved else {
        panic!("an activity");
    };
    go_to(&mut desk, &id.to_string());
    desk.press("J");
    let after = sections(&desk, day);
    assert_eq!(after[edge], (moved, section));
    // At the edge the first key says so, the second takes it over.
    let count = records(&desk);
    desk.press("J");
    assert_eq!(records(&desk), count);
    assert!(desk.notice().contains("Край раздела"), "{}", desk.notice());
    // Any other key in between, and it has to be asked again.
    desk.press("k j J");
    assert_eq!(sections(&desk, day), after);
    desk.press("J");
    let over = sections(&desk, day);
    assert_eq!(over[edge], (moved, before[edge + 1].1));
    desk.press("K K");
    assert_eq!(sections(&desk, day)[edge], (moved, section));
}

#[test]
fn what_was_typed_comes_back_whatever_key_opens_the_field() {
    let mut desk = Desk::new();
    desk.press("Enter a a Enter");
    go_to(&mut desk, "1.1.1");
    let text = "Согласовать проект положения с центрами";
    desk.press(&format!("v «{text}» Tab Esc"));
    assert!(desk.notice().contains("вернётся"), "{}", desk.notice());
    desk.press("v");
    desk.assert_shows(text);
    desk.press("Esc n");
    desk.assert_shows(text);
}

#[test]
fn a_meeting_is_not_moved_onto_a_day_that_has_one() {
    let mut desk = Desk::new();
    desk.press("Enter a a Enter f Enter");
    desk.come_back_on("2023-05-31");
    let before = records(&desk);
    desk.press("F6 s «25.05» Enter");
    desk.assert_shows("На 25.05.2023 совещание уже есть");
    assert_eq!(records(&desk), before);
    desk.press("Esc");
}

#[test]
fn what_is_to_be_heard_on_a_sunday_opens_the_next_meeting() {
    let mut desk = with_assignment("14.12");
    desk.press("F5 c 5 «11.06» Enter");
    let workspace = &desk.model().workspace;
    let said = workspace
        .ledger()
        .records()
        .iter()
        .rev()
        .find_map(|it| match &it.op {
            Operation::SetControl { control, .. } => Some(control.clone()),
            _ => None,
        });
    let meeting = date("2023-06-11");
    assert_eq!(said, Some(Control::HearOn { meeting }));
    let lines = workspace.agenda_candidates(date("2023-06-15"));
    let line = lines.iter().find(|line| line.item == item("1.1.3"));
    assert_eq!(line.unwrap().section, Section::Assignments);
}

#[test]
fn a_deadline_is_moved_only_with_a_reason() {
    let mut desk = Desk::new();
    desk.press("Enter p «15.06» Enter Enter");
    // Nothing is no reason: the question stays.
    desk.assert_shows("Почему переносится на 15.06.2023");
    let marks = |desk: &Desk| desk.model().workspace.ledger().all_marks().count();
    assert_eq!(marks(&desk), 0);
    desk.press("«ждут приказа (пример)» Enter");
    assert_eq!(marks(&desk), 1);
    desk.assert_shows("перенесено на 15.06");
}

#[test]
fn the_points_closed_by_one_key_named_their_activity_again_and_again() {
    let mut desk = Desk::new();
    desk.come_back_on("2023-06-15");
    desk.press("Enter a a Enter");
    go_to(&mut desk, "1.3.3");
    desk.press("M");
    let said = desk.notice();
    assert_eq!(said.matches("1.3.3").count(), 1, "{said}");
    assert!(
        said.contains("29.05 – 04.06.2023, 05.06 – 11.06.2023"),
        "{said}"
    );
}
