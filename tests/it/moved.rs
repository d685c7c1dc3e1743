//! A Thursday that is not held, or moved to another day.

use crate::harness::{Desk, date};

fn chosen(day: &str) -> Desk {
    let mut desk = Desk::new();
    let wanted = desk.model().texts.date_long(date(day));
    for _ in 0..40 {
        let frame = desk.frame();
        if frame
            .lines()
            .any(|line| line.contains('▌') && line.contains(&wanted))
        {
            return desk;
        }
        desk.press("j");
    }
    panic!("{wanted} cannot be chosen");
}

#[test]
fn a_meeting_moved_to_an_earlier_day_slipped_into_the_next_year() {
    let mut desk = chosen("2023-06-15");
    desk.press("s «09.06»");
    desk.assert_shows("пт 09.06.2023");
    desk.press("Enter");
    desk.assert_shows("Почему совещание 15 июня 2023 г. переносится на пт 09.06.2023");
    desk.press("«конференция» Enter");
    assert_eq!(
        desk.notice(),
        "Совещание 15 июня 2023 г. перенесено на пт 09.06.2023."
    );
    desk.assert_shows("перенесено на 09.06.2023: конференция");
}

#[test]
fn a_meeting_could_be_moved_to_its_own_day() {
    let mut desk = chosen("2023-06-15");
    desk.press("s «15.06» Enter");
    desk.assert_shows("Это тот же день");
    desk.press("ctrl-u «31.06» Enter");
    desk.assert_shows("Такого дня нет: «31.06»");
}
