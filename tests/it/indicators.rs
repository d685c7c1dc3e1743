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

#[test]
fn a_value_says_where_it_comes_from_and_what_is_missing_to_the_target() {
    let mut desk = Desk::new();
    desk.press("O 5 j j Enter «9,5; отчёт (пример); без школ-интернатов» Enter");
    desk.assert_shows("До цели: осталось 2,5 %");
    desk.assert_shows("(отчёт (пример); без школ-интернатов)");
    desk.press("Enter").assert_shows("9,5; отчёт (пример)");
    desk.press("ctrl-u «13» Enter")
        .assert_shows("До цели: достигнута");
}

#[test]
fn a_value_that_is_due_by_the_rhythm_of_the_order_is_named() {
    let mut desk = Desk::new();
    desk.press("O 5");
    assert!(!desk.frame().contains("не записано"), "{}", desk.frame());
    desk.come_back_on("2023-06-01");
    desk.press("O 5");
    desk.assert_shows("раз в месяц; значение на 31.05.2023 не записано");
    desk.press("Enter «40» Enter");
    assert!(!desk.frame().contains("не записано"), "{}", desk.frame());
}
