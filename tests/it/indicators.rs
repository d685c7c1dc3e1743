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

#[test]
fn a_value_that_is_due_is_an_item_of_the_agenda_and_done_with_the_value() {
    for layout in [
        crate::harness::Layout::Latin,
        crate::harness::Layout::Russian,
    ] {
        let mut desk = Desk::new().in_layout(layout);
        desk.press("Enter f Enter");
        desk.come_back_on("2023-06-01");
        desk.press("Enter / «функционированию РС НМС» Enter");
        desk.press("F2 : «функционированию» Enter");
        desk.assert_shows("показатель 1, 31.05");
        desk.press("d")
            .assert_shows("Показатель 1: значение на 01.06.2023");
        desk.press("«7; отчёт АСОУ (пример)» Enter");
        assert!(
            desk.notice().contains("Показатель 1: 7"),
            "{}",
            desk.notice()
        );
        desk.press("f Enter");
        desk.come_back_on("2023-06-08");
        desk.press("Enter");
        assert!(!desk.frame().contains("показатель 1,"), "{}", desk.frame());
        // What was recorded is in the annex of the meeting.
        let plan = desk.tactical_plan("2023-06-01");
        assert_eq!(plan.indicators[0].source.as_str(), "отчёт АСОУ (пример)");
    }
}

#[test]
fn the_page_of_numbers_has_the_indicators_beside_them() {
    let mut desk = Desk::new();
    desk.resize(120, 40);
    desk.press("O 5 j j Enter «9,5; отчёт (пример)» Enter 1");
    desk.assert_shows("осталось 2,5 %");
    desk.come_back_on("2023-06-01");
    desk.press("O").assert_shows("значение не записано");
}
