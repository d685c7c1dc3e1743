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
        desk.assert_shows("1 док. · 5 п. · 0 пор.");
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

const WAITING: &str = "ПРИКАЗ\nот 01.06.2023 № 7-од\nО направлении копий\n\nПРИКАЗЫВАЮ:\n\n\
    1. Отделу кадров (пример) направить копию приказа в течение 5 рабочих дней со дня \
    регистрации.\n2. Отделу кадров (пример) сдать отчёт до 30.06.2023.\n";

#[test]
fn a_term_that_waits_for_its_event_is_due_when_its_day_is_known() {
    let mut desk = Desk::new();
    desk.come_back_on("2023-06-01");
    desk.paste(WAITING);
    desk.press("Enter Enter F3 / «направить копию приказа» Enter");
    let due = |desk: &Desk| {
        let workspace = &desk.model().workspace;
        let (activity, view) = workspace
            .activities()
            .find(|(it, _)| it.term.contains("со дня регистрации"))
            .unwrap();
        let due = view.occurrences.first().and_then(|it| it.due);
        (activity.key, due.map(|it| it.to_string()))
    };
    assert_eq!(due(&desk).1, None, "it waits");
    desk.assert_shows("со дня регистрации");
    // One key and the day of the event; the 12th of June is a day off.
    desk.press("y «08.06.2023» Enter");
    assert_eq!(due(&desk).1.as_deref(), Some("2023-06-16"));
    desk.press("d");
    let (key, _) = due(&desk);
    let standing = desk
        .model()
        .workspace
        .standing(key, crate::harness::date("2023-06-20"));
    assert!(standing.unwrap().is_closed());
    desk.crash();
    assert_eq!(due(&desk).1.as_deref(), Some("2023-06-16"));
    desk.press("F3 / «направить копию приказа» Enter u u");
    assert_eq!(due(&desk).1, None);
}

#[test]
fn every_monthly_report_is_a_point_of_its_month_and_missing_ones_are_counted() {
    let mut desk = Desk::new();
    desk.come_back_on("2022-09-22");
    desk.paste(&text("004-balashikha-1355.txt"));
    desk.press("Enter Enter");
    let key = {
        let workspace = &desk.model().workspace;
        let mut all = workspace.activities();
        let (activity, view) = all
            .find(|(it, _)| it.term.contains("следующего за отчетным"))
            .unwrap();
        let dues: Vec<String> = view
            .occurrences
            .iter()
            .filter_map(|it| it.due)
            .map(|it| it.to_string())
            .collect();
        // The 1st of October is a Saturday: due on the working day before it.
        assert_eq!(dues.first().map(String::as_str), Some("2022-09-30"));
        assert_eq!(dues.len(), 11, "{dues:?}");
        activity.key
    };
    let open = |desk: &Desk, on: &str| {
        let workspace = &desk.model().workspace;
        let document = workspace.document_of(key).unwrap();
        let carried = workspace.carried(document, crate::harness::date(on));
        (carried.done, carried.overdue)
    };
    // The report for September is there, those for October and November are not.
    desk.come_back_on("2022-10-03");
    desk.press("F3 / «производить анализ» Enter d");
    assert_eq!(open(&desk, "2022-10-03"), (1, 0));
    desk.come_back_on("2022-12-05");
    assert_eq!(open(&desk, "2022-12-05").1, 2);
    desk.press("F3 / «производить анализ» Enter");
    desk.assert_shows("не закрыта 1 прошлая контрольная точка");
    // One of them comes: the other is still missing.
    desk.press("d");
    assert_eq!(open(&desk, "2022-12-05"), (2, 1));
}

#[test]
fn a_letter_without_a_number_is_asked_about_and_kept() {
    let mut desk = Desk::new();
    desk.come_back_on("2024-01-10");
    desk.paste(
        "ПРИКАЗЫВАЮ:\n1. Провести семинар (пример) до 15.02.2024.\n2. Завхозу провести \
         инвентаризацию до 01.03.2024.\n",
    );
    desk.assert_shows("1/2 Строки текста");
    desk.press("Enter");
    desk.assert_shows("номер документа не найден");
    desk.assert_shows("дата документа не найдена");
    // Esc takes nothing; what was pasted can be pasted again.
    desk.press("Esc").assert_shows("ничего не записано");
    assert_eq!(desk.model().workspace.documents().len(), 1);
    desk.paste("ПРИКАЗЫВАЮ:\n1. Провести семинар (пример) до 15.02.2024.\n");
    desk.press("Enter Enter");
    let document = desk.model().workspace.documents().last().unwrap().clone();
    assert_eq!(document.activities().count(), 1);
    let activity = document.activities().next().unwrap();
    assert!(activity.executors.is_blank(), "nobody is invented");
    assert_eq!(
        activity.title.as_str(),
        "Провести семинар (пример) до 15.02.2024."
    );
}

#[test]
fn a_deadline_before_the_day_of_the_order_is_asked_about() {
    let mut desk = Desk::new();
    desk.come_back_on("2024-02-01");
    desk.paste(
        "ПРИКАЗ\nот 01.02.2024 № 5\nО работе\n1. Отделу кадров (пример) сдать отчёт до \
         15.01.2024.\n",
    );
    desk.press("Enter").assert_shows("15.01.2024");
    desk.assert_shows("раньше");
}

#[test]
fn two_documents_with_one_number_are_both_there_and_told_apart() {
    let mut desk = Desk::new();
    desk.come_back_on("2024-02-01");
    for (day, about) in [("01.02.2024", "кадрах"), ("09.03.2023", "отчётах")] {
        desk.paste(&format!(
            "ПРИКАЗ\nот {day} № 5\nО {about}\n1. Отделу кадров (пример) сдать отчёт до \
             20.12.2024.\n"
        ));
        desk.press("Enter Enter");
    }
    let documents = desk.model().workspace.documents();
    let keys: Vec<String> = documents.iter().map(|it| it.key.to_string()).collect();
    assert_eq!(documents.len(), 3, "{keys:?}");
    assert_ne!(keys[1], keys[2]);
}

#[test]
fn a_text_of_two_megabytes_is_read_in_bounded_time() {
    let mut long = String::from("ПРИКАЗ\nот 01.02.2024 № 5\nО работе\n\nПРИКАЗЫВАЮ:\n\n");
    let mut number = 0;
    while long.len() < 2_000_000 {
        number += 1;
        let point = format!(
            "{number}. Отделу кадров (пример) обеспечить сдачу отчёта № {number} до 20.12.2024.\n"
        );
        long += &point;
    }
    let mut desk = Desk::new();
    desk.come_back_on("2024-02-01");
    let begun = std::time::Instant::now();
    desk.paste(&long);
    desk.assert_shows("Строки текста");
    let taken = begun.elapsed();
    // A debug build on a busy machine; the program itself is many times faster.
    assert!(taken.as_secs() < 120, "{taken:?}");
    desk.press("Esc");
    assert_eq!(desk.model().workspace.documents().len(), 1);
}

#[test]
fn a_text_whose_lines_print_has_broken_loses_nothing() {
    let mut desk = Desk::new();
    desk.come_back_on("2024-03-14");
    desk.paste(&text("16-broken-lines.txt"));
    desk.press("Enter Enter");
    let documents = desk.model().workspace.documents();
    let document = documents.last().unwrap();
    let titles: Vec<&str> = document.activities().map(|it| it.title.as_str()).collect();
    assert_eq!(titles.len(), 4, "{titles:?}");
    assert!(
        titles
            .iter()
            .all(|it| !it.contains("- ") && !it.contains('\n')),
        "{titles:?}"
    );
    assert!(titles[0].contains("конкурса «Учитель года» с 8 по 12 апреля 2024 года"));
}

#[test]
fn a_letter_is_taken_whatever_ends_the_lines_a_terminal_pastes() {
    for end in ["\r", "\r\n", "\n"] {
        let mut desk = Desk::new();
        desk.come_back_on("2023-03-17");
        desk.paste(&text("002-chelyabinsk-2548.txt").replace('\n', end));
        desk.assert_shows("1/2 Строки текста");
        desk.press("Enter Enter");
        let last = desk.model().workspace.documents().last().unwrap().clone();
        assert_eq!(last.requisites.number.as_str(), "2548", "{end:?}");
        assert_eq!(last.activities().count(), 4, "{end:?}");
    }
}

#[test]
fn the_card_of_an_order_calls_a_point_a_point_and_has_no_label_with_nothing_behind_it() {
    let mut desk = with("000-r-325-strategic-session.txt", "2023-04-27");
    desk.press("F3 / «программу Стратегической сессии» Enter");
    desk.assert_shows("┌ Пункт ");
    desk.assert_shows("Документ: ");
    assert!(!desk.frame().contains("Ответственный субъект:"));
}
