//! Words stay as typed: what is a date and what is text is said before it is taken, and one key
//! takes the other.

use planerka::domain::entry::EntryContent;

use crate::harness::{Desk, date};

fn after(script: &str) -> Desk {
    let mut desk = Desk::new();
    desk.press("Enter").press(script);
    desk
}

/// The newest entry.
fn entry_of(desk: &Desk) -> EntryContent {
    let entries = desk.model().workspace.ledger().entries();
    EntryContent::clone(&entries.last().unwrap().content)
}

#[test]
fn a_date_is_kept_as_text_by_one_key() {
    let mut desk = after("v «Утвердить план к 15.06»");
    desk.assert_shows("срок: чт 15.06.2023");
    desk.assert_shows("ctrl-o — оставить в тексте");
    desk.press("ctrl-o");
    desk.assert_shows("«к 15.06» — текст, ctrl-o — срок чт 15.06.2023");
    desk.press("Enter");
    let entry = entry_of(&desk);
    assert_eq!(entry.text.as_str(), "Утвердить план к 15.06");
    assert_eq!(entry.due, None);
    // It stays so when it is edited.
    desk.press("Tab Enter");
    desk.assert_shows("«к 15.06» — текст");
    desk.press("Enter");
    assert_eq!(entry_of(&desk), entry);
}

#[test]
fn a_number_is_made_a_date_by_one_key() {
    let mut desk = after("v «Снизить число замечаний до 5»");
    desk.assert_shows("«до 5» — текст, ctrl-o — срок пн 05.06.2023");
    desk.press("ctrl-o Enter");
    let entry = entry_of(&desk);
    assert_eq!(entry.text.as_str(), "Снизить число замечаний");
    assert_eq!(entry.due, Some(date("2023-06-05")));
    // Under the Russian layout it is the same key.
    let mut desk = after("v «Увеличить охват до 15»");
    desk.press("ctrl-щ Enter");
    assert_eq!(entry_of(&desk).due, Some(date("2023-06-15")));
}

#[test]
fn a_day_that_has_passed_is_text_and_refuses_nothing() {
    let desk = after("v «Считать действующим до 01.02.2020» Enter");
    let entry = entry_of(&desk);
    assert_eq!(entry.text.as_str(), "Считать действующим до 01.02.2020");
    assert_eq!(entry.due, None);
}

#[test]
fn what_is_proposed_for_an_assignment_gives_way_to_what_is_typed() {
    let desk = after("e \"мм\" Enter Tab «Прислать список школ» Enter");
    assert_eq!(entry_of(&desk).text.as_str(), "Прислать список школ");
    // A move keeps it.
    let desk = after("e \"мм\" Enter Tab End « срочно» Enter");
    let text = entry_of(&desk).text.to_string();
    let is_kept = text.starts_with("Обеспечить результат: ") && text.ends_with(" срочно");
    assert!(is_kept, "{text}");
    // The date of an assignment that is there is replaced too, its text is not.
    let mut desk = after("e \"мм\" Enter \"31.05\" Enter");
    let before = entry_of(&desk);
    desk.press("Tab Enter Tab «02.06» Enter");
    let now = entry_of(&desk);
    assert_eq!(now.due, Some(date("2023-06-02")));
    assert_eq!(now.text, before.text);
}

#[test]
fn an_assignment_on_a_topic_is_proposed_in_a_whole_sentence() {
    for (title, text) in [
        ("О ремонте школ", "Представить информацию о ремонте школ"),
        (
            "Ремонт школ",
            "Представить информацию по вопросу «Ремонт школ»",
        ),
    ] {
        let desk = after(&format!("t «{title}» Enter e \"мм\" Enter Enter"));
        assert_eq!(entry_of(&desk).text.as_str(), text);
    }
}

#[test]
fn a_date_typed_with_an_executor_goes_to_its_field() {
    let known = after("").model().workspace.subjects().iter().count();
    let mut desk = after("e «ММС к 15.06» Enter");
    desk.assert_shows("чт 15.06.2023");
    desk.press("Enter");
    let entry = entry_of(&desk);
    let who = entry.executors.first().map(ToString::to_string);
    assert_eq!(who.as_deref(), Some("mms"));
    assert_eq!(entry.due, Some(date("2023-06-15")));
    let now = desk.model().workspace.subjects().iter().count();
    assert_eq!(now, known);
    // Nobody's name: the person that is proposed has no date in the name.
    let mut desk = after("e «Рябов к 15.06»");
    desk.assert_shows("добавить лицо или должность: Рябов");
    let frame = desk.frame();
    assert!(!frame.contains("должность: Рябов к"), "{frame}");
    desk.press("Enter Enter");
    let entry = entry_of(&desk);
    assert_eq!(entry.due, Some(date("2023-06-15")));
    let who = entry.executors.first().unwrap();
    assert_eq!(desk.model().workspace.short_name(who), "Рябов");
}

#[test]
fn a_name_that_ends_with_a_full_stop_is_typed_completed_and_stored() {
    for name in [
        "Фамилия И. О.",
        "Салтыков-Щедрин М.Е.",
        "О’Коннор Дж.",
        "Мамедов Р.А. оглы",
        "Ким А.",
    ] {
        let mut desk = after(&format!("e «{name}» Enter Enter"));
        let who = entry_of(&desk).executors;
        let stored = who.first().map(|id| desk.model().workspace.short_name(id));
        assert_eq!(stored, Some(name));
        for script in [
            // Completed, and recorded by the second Enter; typed whole, before a date.
            format!("v «Отчёт @{name}» Enter Enter"),
            format!("v «Отчёт @{name} к 15.06» Enter"),
        ] {
            desk.press(&script);
            let entry = entry_of(&desk);
            assert_eq!(entry.text.as_str(), "Отчёт", "{script}");
            assert_eq!(entry.executors, who, "{script}");
            let open = desk.model().overlays.len();
            assert_eq!(open, 0, "{script}\n{}", desk.frame());
        }
        assert_eq!(entry_of(&desk).due, Some(date("2023-06-15")));
    }
}

#[test]
fn a_decision_begins_with_a_capital_letter_on_paper_and_stays_as_typed_on_record() {
    let desk = after("v «утвердить план» Enter");
    assert_eq!(entry_of(&desk).text.as_str(), "утвердить план");
    let minutes = desk.model().workspace.minutes(date("2023-05-25")).unwrap();
    let decided = minutes.items.iter().flat_map(|item| &item.decided);
    let texts: Vec<&str> = decided.map(|one| one.text.as_str()).collect();
    assert_eq!(texts, ["Утвердить план"]);
}
