//! The search over plan, subjects, assignments, entries of meetings and words; in either layout.

use planerka::tui::model::meeting::Focus;
use planerka::tui::model::{Overlay, Screen};
use ratatui::style::Modifier;

use crate::harness::Desk;

#[test]
fn what_was_said_is_found_and_shown_in_its_card() {
    let mut desk = Desk::new();
    desk.press("Enter j n «Задержка поставки учебников в Зарайске» Enter");
    desk.press("F3 / «учебник зарайск»");
    desk.assert_shows("Задержка поставки учебников");
    desk.assert_shows("25.05.2023");
    desk.press("Enter");
    let Some(Screen::Meeting(state)) = desk.model().screen() else {
        panic!("no meeting\n{}", desk.frame());
    };
    assert_eq!(state.focus, Focus::Card);
    assert!(state.entry.is_some());
}

#[test]
fn words_of_the_program_and_of_the_plan_are_explained() {
    let mut desk = Desk::new();
    for (query, said) in [
        ("«контрольная точка»", "Одно датированное окно срока"),
        (
            "«горизонтальное обучение»",
            "внутри профессиональных сообществ",
        ),
        ("«ЕФС»", "единой федеральной системы"),
    ] {
        desk.press("/").press(query).press("Enter");
        assert!(
            matches!(desk.model().overlays.last(), Some(Overlay::Reader(_))),
            "{query}"
        );
        desk.assert_shows(said);
        desk.press("Esc");
    }
    desk.press("F9 / «occurrence» Enter")
        .assert_shows("One dated window");
}

#[test]
fn a_query_in_the_wrong_layout_is_understood_and_what_was_found_is_marked() {
    let mut desk = Desk::new();
    for (query, found) in [
        ("\"wyggv\"", "ЦНППМ"),
        ("\"rjynhjkmyfz\"", "Контрольная точка"),
    ] {
        desk.press("/").press(query);
        desk.assert_shows(found);
        desk.press("Esc");
    }
    desk.press("/ «форсайт»");
    let marked = desk
        .buffer()
        .content
        .iter()
        .filter(|cell| {
            cell.modifier
                .intersects(Modifier::BOLD | Modifier::UNDERLINED)
        })
        .map(ratatui::buffer::Cell::symbol)
        .collect::<String>();
    assert!(marked.contains("Форсайт"), "{marked}");
}

#[test]
fn a_search_without_a_hit_says_what_is_searched() {
    let mut desk = Desk::new();
    desk.press("/ «щщщщщ»").assert_shows("Ничего не нашлось");
}

#[test]
fn what_the_screen_prints_of_an_entry_finds_it() {
    let mut desk = Desk::new();
    desk.press("Enter j e \"мм\" Enter Tab «Прислать список школ» Enter");
    desk.press("v «Одобрить концепцию слёта» Enter F3");
    for (query, found) in [
        ("п. 1.1", "Прислать список школ"),
        ("пункт 1.1", "Прислать список школ"),
        ("25.05.2023", "Прислать список школ"),
        ("25 мая", "Прислать список школ"),
        ("п. 1.2", "Одобрить концепцию"),
        ("25.05.2023 концепция", "Одобрить концепцию"),
        ("прислть список", "Прислать список школ"),
        ("канцепцию", "Одобрить концепцию"),
        ("п.1.1", "Прислать список школ"),
        ("п. 1.1 протокола от 25.05.2023", "Прислать список школ"),
        ("25.05.23 концепция", "Одобрить концепцию"),
        ("протокол № 1 концепция", "Одобрить концепцию"),
        ("№1 от 25.05.2023", "Прислать список школ"),
    ] {
        desk.press("/").press(&format!("«{query}»"));
        desk.assert_shows(found);
        desk.press("Esc");
    }
}

#[test]
fn a_note_that_is_found_tells_its_activity() {
    let mut desk = Desk::new();
    desk.press("Enter j n «Задержка поставки учебников в Зарайске» Enter");
    desk.press("F3 / «зарайск»");
    desk.assert_shows("1.1.1 · Слушали, 25.05.2023");
}

#[test]
fn what_the_screen_prints_of_an_activity_finds_it() {
    let mut desk = Desk::new();
    desk.press("F3");
    for (query, found) in [
        ("31.05.2023", "1.1.1 Корректировка"),
        ("31.5.2023", "1.1.1 Корректировка"),
        ("28.12.2023", "1.2.3 Еженедельное"),
        ("п. 3.3.1", "3.3.1 Форум"),
        ("3.3.1.", "3.3.1 Форум"),
        ("3.5.13", "3.5.13 "),
        ("Р-503, 3.3.1", "3.3.1 Форум"),
        ("р503 3.3.1", "3.3.1 Форум"),
        ("вибинар", "1.2.4 Ежемесячный вебинар"),
        ("методичекий актив", "1.4.2 Организация деятельности"),
        ("ЦHППM", "ЦНППМ"),
        ("MMC", "ММС"),
        (
            "Министерство образоваия",
            "Министерство образования Московской области",
        ),
    ] {
        desk.press("/").press(&format!("«{query}»"));
        desk.assert_shows(found);
        desk.press("Esc");
    }
}

#[test]
fn a_search_made_ready_ahead_finds_what_one_made_at_once_finds_and_never_what_was_before() {
    let (mut ahead, mut at_once) = (Desk::new(), Desk::new());
    for desk in [&mut ahead, &mut at_once] {
        desk.press("Enter Esc");
    }
    ahead.prepare();
    for query in ["", "«совещан»", "«п. 3.3.1»", "«муниципал»", "«31.05.2023»"]
    {
        for desk in [&mut ahead, &mut at_once] {
            desk.press("/").press(query);
        }
        assert_eq!(ahead.frame(), at_once.frame(), "{query}");
        for desk in [&mut ahead, &mut at_once] {
            desk.press("Esc");
        }
    }
    // A day that was set since is found, and on another day other things are due.
    for desk in [&mut ahead, &mut at_once] {
        desk.press("/ «1.1.1» Enter p «29.06» Enter «согласование» Enter");
        desk.press("/ «29.06.2023»");
    }
    assert_eq!(ahead.frame(), at_once.frame());
    ahead.assert_shows("1.1.1 ");
    ahead.press("Esc");
    ahead.prepare();
    ahead.press("/ «29.06.2023»");
    assert_eq!(ahead.frame(), at_once.frame());
    // Taken back it is found there no more.
    for desk in [&mut ahead, &mut at_once] {
        desk.press("Esc Esc u");
    }
    ahead.prepare();
    for desk in [&mut ahead, &mut at_once] {
        desk.press("/ «29.06.2023»");
        let frame = desk.frame();
        assert!(!frame.contains("1.1.1 "), "{frame}");
    }
    assert_eq!(ahead.frame(), at_once.frame());
}

/// Subjects, assignments and what was said are made ready with the activities: after many years they
/// are what takes long.
#[test]
fn what_was_said_at_meetings_is_made_ready_ahead_too() {
    let (mut ahead, mut at_once) = (Desk::new(), Desk::new());
    for desk in [&mut ahead, &mut at_once] {
        desk.press("Enter n «Списки сверены с районами» Enter");
        desk.press("e «иро» Enter «15.06» Enter");
    }
    ahead.prepare();
    for (query, found) in [
        ("«сверены с районами»", "Списки сверены с районами"),
        ("«15.06.2023»", "15.06"),
        ("«цнппм асоу»", "ЦНППМ АСОУ"),
        ("«сверины районами»", "Списки сверены с районами"),
    ] {
        for desk in [&mut ahead, &mut at_once] {
            desk.press("/").press(query);
            desk.assert_shows(found);
        }
        assert_eq!(ahead.frame(), at_once.frame(), "{query}");
        for desk in [&mut ahead, &mut at_once] {
            desk.press("Esc");
        }
    }
}
