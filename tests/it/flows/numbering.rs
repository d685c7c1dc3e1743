//! The numbers of minutes that are still to come.

use crate::harness::Desk;

#[test]
fn two_meetings_that_go_on_do_not_show_the_same_number() {
    let mut desk = Desk::new();
    desk.press("Enter d");
    desk.assert_shows("Совещание 25.05.2023 · № 1, черновик");
    desk.come_back_on("2023-06-01");
    desk.press("j Enter Esc");
    desk.assert_shows("Совещание 01.06.2023 · № 2, черновик");
    // The number goes by the order of finishing, and the last look says what that means.
    desk.press("f");
    desk.assert_shows("Протокол № 1: совещание 25.05.2023 не завершено и получит номер позже");
    desk.press("Enter Esc F6 g Enter f");
    desk.assert_shows("Протокол № 2");
    desk.press("Enter");
    let number = |day| desk.minutes(day).head.number;
    assert_eq!(
        (number("2023-06-01"), number("2023-05-25")),
        (Some(1), Some(2))
    );
}

#[test]
fn in_their_order_meetings_get_the_number_that_was_shown() {
    let mut desk = Desk::new();
    desk.press("Enter d");
    desk.come_back_on("2023-06-01");
    desk.press("j Enter Esc");
    desk.assert_shows("Совещание 01.06.2023 · № 2, черновик");
    desk.press("F6 g Enter f Enter Esc F6 g j Enter");
    desk.assert_shows("Совещание 01.06.2023 · № 2, черновик");
    desk.press("f Enter");
    assert_eq!(desk.minutes("2023-06-01").head.number, Some(2));
}
