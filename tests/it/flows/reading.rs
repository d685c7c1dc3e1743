//! A deadline read by hand (`y`): what a date does to one control point, and a wording to all.

use planerka::domain::date::{Date, Span};
use planerka::domain::deadline::Kind;
use planerka::domain::document::ActivityKey;
use planerka::domain::mark::Status;

use crate::harness::{Desk, date};

/// «Июнь 2023 г декабрь 2023 г., июнь 2024г., декабрь2024 г.»: four points.
const FOUR_POINTS: &str = "1.3.2";

fn id(text: &str) -> ActivityKey {
    text.parse().unwrap()
}

fn windows(desk: &Desk, activity: &str) -> Vec<Span> {
    let (_, view) = desk.model().workspace.activity(id(activity)).unwrap();
    view.occurrences.iter().map(|it| it.window).collect()
}

fn status_of(desk: &Desk, activity: &str, first: &str, day: &str) -> Option<Status> {
    let mark = desk
        .model()
        .workspace
        .mark_on(id(activity), date(first), date(day));
    mark.map(|mark| mark.status.clone())
}

/// June is done, December overdue, and the cursor of the plan on the activity.
fn december_overdue() -> Desk {
    let mut desk = Desk::new();
    desk.press("F3 / «1.3.2» Enter d");
    desk.come_back_on("2024-01-11");
    desk.press("F3 / «1.3.2» Enter");
    desk
}

#[test]
fn a_date_moves_the_end_of_the_point_meant_and_keeps_marks_and_other_points() {
    let mut desk = december_overdue();
    let before = windows(&desk, FOUR_POINTS);
    desk.press("y «31.01»");
    desk.assert_shows("точка 2 из 4: до ср 31.01.2024");
    desk.press("Enter");
    let mut expected = before.clone();
    expected[1].last = date("2024-01-31");
    assert_eq!(windows(&desk, FOUR_POINTS), expected);
    let june = status_of(&desk, FOUR_POINTS, "2023-06-01", "2024-01-11");
    assert_eq!(june, Some(Status::Done));
    let workspace = &desk.model().workspace;
    let standing = workspace.standing(id(FOUR_POINTS), date("2024-01-11"));
    let standing = standing.unwrap();
    assert_eq!((standing.index, standing.status), (1, None));
    assert_eq!(standing.due, Some(date("2024-01-31")));
    desk.press("u");
    assert_eq!(windows(&desk, FOUR_POINTS), before);
}

#[test]
fn a_date_moves_the_point_chosen_by_hand() {
    let mut desk = december_overdue();
    let mut expected = windows(&desk, FOUR_POINTS);
    desk.press("F2 Enter F3 i F2 / «1.3.2» Enter o y «15.06.2024»");
    desk.assert_shows("точка 3 из 4");
    desk.press("Enter");
    expected[2].last = date("2024-06-15");
    assert_eq!(windows(&desk, FOUR_POINTS), expected);
}

#[test]
fn a_date_before_the_beginning_of_a_point_is_taken_only_where_nothing_is_lost() {
    let mut desk = december_overdue();
    let before = windows(&desk, FOUR_POINTS);
    desk.press("w y «30.11.2023» Enter");
    desk.assert_shows("Точка 2 начинается 01.12.2023");
    assert_eq!(windows(&desk, FOUR_POINTS), before);
    desk.press("Esc u y «30.11.2023» Enter");
    let moved = windows(&desk, FOUR_POINTS);
    let day: Date = date("2023-11-30");
    assert_eq!(moved[1], Span::new(day, day).unwrap());
    assert_eq!((moved[0], &moved[2..]), (before[0], &before[2..]));
}

#[test]
fn what_repeats_goes_on_repeating_when_one_end_moves() {
    let mut desk = Desk::new();
    desk.press("F3 / «2.1.1» Enter");
    let mut expected = windows(&desk, "2.1.1");
    desk.press("y «05.06» Enter");
    expected[0].last = date("2023-06-05");
    assert_eq!(windows(&desk, "2.1.1"), expected);
    let (_, view) = desk.model().workspace.activity(id("2.1.1")).unwrap();
    assert_eq!(
        (view.reading.kind, view.corrected),
        (Kind::Recurrence, true)
    );
}

#[test]
fn a_wording_replaces_all_points_and_says_so_before() {
    let mut desk = december_overdue();
    desk.press("y «март 2024 г.»");
    desk.assert_shows("вместо 4 точек — 1: 01.03.2024 – 31.03.2024");
    desk.press("Enter");
    assert_eq!(windows(&desk, FOUR_POINTS).len(), 1);
}
