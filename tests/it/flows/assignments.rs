//! Assignments of earlier meetings: how they are told, shown and decided on.

use crate::harness::Desk;

/// Two assignments on 1.2.1, both due on the next Thursday.
const FIRST_MEETING: &str = "Enter A / «1.2.1» Enter \
    e \"мм\" Enter \"чт\" Enter e \"цн\" Enter \"чт\" Enter f Enter";

fn second_meeting() -> Desk {
    let mut desk = Desk::new();
    desk.press(FIRST_MEETING);
    desk.come_back_on("2023-06-01");
    desk.press("Enter Esc A / «1.2.1» Enter");
    desk
}

#[test]
fn an_extension_is_told_of_the_assignment_and_not_of_its_activity() {
    let mut desk = second_meeting();
    desk.press("c Enter 3 «чт» Enter «нет данных» Enter f Enter");
    desk.come_back_on("2023-06-08");
    desk.press("Enter");
    desk.assert_shows("поручение 1.1 продлено до 08.06.2023");
    assert!(!desk.frame().contains("перенесено на"), "{}", desk.frame());
}

#[test]
fn a_card_does_not_list_under_control_what_is_off_it() {
    let mut desk = second_meeting();
    desk.assert_shows("п. 1.1 от 25.05");
    desk.assert_shows("п. 1.2 от 25.05");
    desk.press("c Enter 1");
    desk.assert_shows("На контроле с прошлых совещаний");
    desk.assert_shows("п. 1.2 от 25.05");
    assert!(
        !desk.frame().contains("п. 1.1 от 25.05"),
        "{}",
        desk.frame()
    );
    desk.press("c 1");
    let frame = desk.frame();
    assert!(
        !frame.contains("На контроле с прошлых совещаний"),
        "{frame}"
    );
}

#[test]
fn control_is_offered_first_where_an_assignment_is_due() {
    let mut desk = second_meeting();
    desk.resize(80, 24);
    let hints = |desk: &Desk| desk.frame().lines().last().unwrap().to_owned();
    assert!(hints(&desk).starts_with(" c контроль"), "{}", hints(&desk));
    desk.press("c Enter 1 c 1");
    assert!(hints(&desk).starts_with(" d исполнено"), "{}", hints(&desk));
    desk.press("g j");
    assert!(hints(&desk).starts_with(" d исполнено"), "{}", hints(&desk));
}

#[test]
fn the_last_look_names_an_assignment_that_is_due_and_was_not_decided_on() {
    let mut desk = second_meeting();
    // The activity is marked; of its assignments one is lifted, of the other only a report is told.
    desk.press("d / «1.2.1» Enter c Enter 1 c 2 f");
    desk.assert_shows("Поручение 1.2 к сроку — решения о контроле нет");
    assert!(!desk.frame().contains("п. 1.1 к сроку"), "{}", desk.frame());
    desk.press("e 3 «чт» Enter «нет данных» Enter");
    let frame = desk.frame();
    assert!(!frame.contains("решения о контроле нет"), "{frame}");
    desk.press("Enter");
    let minutes = desk.minutes("2023-06-01");
    assert_eq!(minutes.items[0].decided.len(), 2, "{:?}", minutes.items[0]);
}

#[test]
fn the_day_was_cut_off_a_line_of_news_beside_room_that_a_short_text_left() {
    let mut desk = Desk::new();
    desk.press("Enter t «О графике» Enter v «Представить график отпусков. @ММС к 26.05» Enter");
    desk.press("f Enter");
    desk.come_back_on("2023-06-01");
    desk.press("Enter Esc c 1 f Enter");
    desk.come_back_on("2023-06-08");
    desk.resize(80, 24);
    desk.press("Enter");
    desk.assert_shows("Представить график отпусков.");
    desk.assert_shows("поручение 1.1 снято с контроля 01.06");
}
