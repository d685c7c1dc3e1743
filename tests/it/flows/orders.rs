//! Orders and letters: participants against quotas, removal from control, words at hand. The people
//! named are examples.

use crate::harness::{Desk, Layout};

fn text(name: &str) -> String {
    let path = format!("{}/tests/import/orders/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

/// The chair's desk on the day a letter or an order arrives, with it on control.
fn with(name: &str, day: &str) -> Desk {
    let mut desk = Desk::new();
    desk.come_back_on(day);
    desk.paste(&text(name));
    desk.press("Enter Enter");
    desk
}

#[test]
fn the_participants_of_the_session_are_collected_against_the_quotas() {
    for layout in [Layout::Latin, Layout::Russian] {
        let mut desk = with("002-chelyabinsk-2548.txt", "2023-03-17").in_layout(layout);
        // «Прошу … направить информацию о предлагаемых участниках» leads to the session itself.
        desk.press("F3 / «предлагаемых участниках» Enter alt-f");
        desk.assert_shows("названо 0 из 22–23 · не ответили: 3");
        desk.assert_shows("27 марта 2023 с 10.00 до 13.00 МСК");
        desk.press("/").assert_shows("Поиск");
        desk.press("Esc G Enter «Примеров П.П. (пример); Образцова О.О. (пример)» Enter");
        desk.assert_shows("✓ ОГБУ ЦОПМиКП");
        desk.assert_shows("названо 2 из 2–3");
        desk.assert_shows("Образцова О.О. (пример)");
        desk.press("k x").assert_shows("никого не направляет");
        desk.press("u").assert_shows("названо 0 из 10, ответа нет");
        desk.press("i «АСОУ 1-2» Enter").assert_shows("? АСОУ");
        desk.press("p ctrl-u «10.00 Открытие» Enter");
        desk.assert_shows("10.00 Открытие");
        desk.crash();
        desk.press("F3 / «предлагаемых участниках» Enter alt-f");
        desk.assert_shows("названо 2 из 23–25 · не ответили: 3");
        desk.press("w").assert_shows("СПИСОК");
        desk.assert_shows("участников мероприятия");
    }
}

#[test]
fn an_invitation_without_a_body_is_refused_and_nothing_is_lost() {
    let mut desk = with("002-chelyabinsk-2548.txt", "2023-03-17");
    desk.press("F3 / «предлагаемых участниках» Enter alt-f i «12» Enter");
    desk.assert_shows("Назовите организацию и число");
    desk.press("Esc G Enter Esc").assert_shows("не ответили: 3");
}

#[test]
fn the_chair_alone_takes_a_document_off_control_when_all_points_are_done() {
    let mut desk = with("000-r-325-strategic-session.txt", "2023-04-27");
    desk.press("F3 / «программу Стратегической сессии» Enter alt-z");
    // What is offered first is what may be done now.
    desk.assert_shows("▌ 1 Снять с контроля с основанием");
    desk.press("2")
        .assert_shows("Документ остаётся на контроле");
    desk.press("F3 / «программу Стратегической сессии» Enter d j d j d");
    assert!(!desk.notice().contains("все пункты"), "{}", desk.notice());
    desk.press("/ «организовать участие проректоров» Enter d j d");
    assert!(
        desk.notice().contains("все пункты исполнены"),
        "{}",
        desk.notice()
    );
    desk.press("alt-z Enter");
    assert!(
        desk.notice().contains("снят с контроля"),
        "{}",
        desk.notice()
    );
    desk.crash();
    desk.press("F3 / «программу Стратегической сессии» Enter alt-z");
    desk.assert_shows("Вернуть на контроль");
    desk.press("Esc u alt-z").assert_shows("исполнен");
}

#[test]
fn a_document_with_open_points_is_taken_off_control_only_with_a_basis() {
    let mut desk = with("000-r-325-strategic-session.txt", "2023-04-27");
    desk.press("F3 / «программу Стратегической сессии» Enter alt-z Enter Enter");
    desk.assert_shows("Почему документ снимается с контроля");
    desk.press("«утратило силу (пример)» Enter");
    assert!(desk.notice().contains("утратило силу"), "{}", desk.notice());
}

#[test]
fn a_word_under_the_cursor_is_explained_from_its_own_document() {
    for keys in ["alt-w", "ctrl-g g"] {
        let mut desk = with("000-r-325-strategic-session.txt", "2023-04-27");
        desk.press("F3 / «программу Стратегической сессии» Enter");
        desk.press(keys).assert_shows("Слова этой строки");
        desk.press("Enter")
            .assert_shows("единой федеральной системы");
        desk.press("Esc Esc F3 g");
        desk.press("/ «1.1.1» Enter").press(keys);
        desk.assert_shows("ЦНППМ");
    }
}

#[test]
fn lists_are_narrowed_to_what_somebody_controls() {
    for layout in [Layout::Latin, Layout::Russian] {
        let mut desk = with("000-r-325-strategic-session.txt", "2023-04-27").in_layout(layout);
        desk.press("F3 C").assert_shows("На контроле у кого");
        desk.assert_shows("документов: 1, пунктов: 5");
        desk.press("Enter");
        desk.assert_shows("на контроле у: Заместитель министра");
        desk.assert_shows("в срок до 01.04.2023");
        assert!(!desk.frame().contains("1.1.1"), "{}", desk.frame());
        // It has a name, and is found by it.
        desk.press("alt-n «У министра» Enter C");
        desk.assert_shows("1.1.1");
        desk.press("F4 alt-r Enter")
            .assert_shows("на контроле у: Заместитель министра");
        desk.press("c").assert_shows("1.1.1");
        desk.press("F4 C Enter");
        desk.assert_shows("на контроле у: Заместитель");
        desk.assert_shows("Ректор ГСГУ");
        assert!(!desk.frame().contains("ЦНППМ"), "{}", desk.frame());
        desk.press("C").assert_shows("ЦНППМ");
        // Searching finds the same in words.
        desk.press("Esc / «на контроле у заместителя министра» ");
        desk.assert_shows("программу");
    }
}

#[test]
fn assignments_are_narrowed_to_their_own_controller_or_that_of_the_point() {
    let mut desk = with("000-r-325-strategic-session.txt", "2023-04-27");
    desk.press("F3 / «программу Стратегической сессии» Enter e «асоу» Enter «04.05» Enter");
    desk.press("F3 / «1.2.3» Enter e «ммс» Enter «04.05» Enter");
    desk.press("F5").assert_shows("2");
    desk.press("C").assert_shows("На контроле у кого");
    desk.press("Enter")
        .assert_shows("на контроле у: Заместитель министра");
    desk.assert_shows("На контроле · 1");
    desk.press("C").assert_shows("На контроле · 2");
}

#[test]
fn from_the_responsibilities_the_extract_of_the_executor_is_the_first_paper() {
    let mut desk = with("000-r-325-strategic-session.txt", "2023-04-27");
    desk.press("F4 : «АСОУ» Enter F10");
    desk.assert_shows("Выписка из документов");
    desk.assert_shows("из документов на контроле");
}
