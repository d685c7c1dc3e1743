//! Values of indicators: typed, drawn as bars, undone, read back after a crash.

use crate::harness::Desk;

#[test]
fn values_are_recorded_drawn_and_undone() {
    let mut desk = Desk::new();
    desk.press("O 5");
    desk.assert_shows("Доля педагогических работников, освоивших программы");
    desk.assert_shows("значений ещё нет");
    desk.assert_shows("Цель: Выполнение и реализация");
    desk.press("j j Enter")
        .assert_shows("Показатель 3: значение на 25.05.2023");
    desk.press("«много» Enter").assert_shows("Нужно число");
    desk.press("ctrl-u «12,5» Enter");
    desk.assert_shows("12,5 на 25.05.2023");
    desk.come_back_on("2023-06-25");
    desk.press("O 5 j j Enter «14» Enter");
    desk.assert_shows("14 на 25.06.2023 +1,5  ▁█");
    desk.crash();
    desk.press("O 5").assert_shows("14 на 25.06.2023 +1,5  ▁█");
    desk.press("u");
    assert!(
        desk.notice().contains("значение показателя 3"),
        "{}",
        desk.notice()
    );
    desk.assert_shows("12,5 на 25.05.2023  ▄");
    desk.press("U").assert_shows("14 на 25.06.2023 +1,5");
}

#[test]
fn nothing_typed_takes_the_value_of_the_day_away() {
    let mut desk = Desk::new();
    desk.press("O 5 Enter «40» Enter Enter ctrl-u Enter");
    assert!(desk.notice().contains("больше нет"), "{}", desk.notice());
    assert!(!desk.frame().contains("40 на"), "{}", desk.frame());
}

#[test]
fn the_whole_wording_is_read_at_every_size() {
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        let mut desk = Desk::new();
        desk.resize(width, height);
        desk.press("O 5 j j");
        desk.assert_shows("Цель: Не менее 12% от общего числа учителей");
    }
}
