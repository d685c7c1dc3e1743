//! What is typed is recorded, shown and printed: no word of an entry is lost.

use planerka::domain::entry::{EntryContent, EntryKind};
use planerka::paper::template::Templates;
use planerka::paper::{Approved, Format, Request, render};

use crate::harness::{Desk, date};

/// The only entry of a new meeting, after these keys.
fn entry_of(desk: &Desk) -> EntryContent {
    let mut entries = desk.model().workspace.ledger().entries();
    let entry = EntryContent::clone(&entries.next().unwrap().content);
    assert!(entries.next().is_none(), "one entry");
    entry
}

fn after(script: &str) -> Desk {
    let mut desk = Desk::new();
    desk.press("Enter").press(script);
    desk
}

/// The minutes as they stand, in one format.
fn minutes_in(desk: &Desk, format: Format) -> String {
    paper(desk, &Request::Minutes(date("2023-05-25")), format)
}

fn paper(desk: &Desk, request: &Request, format: Format) -> String {
    let workspace = &desk.model().workspace;
    let rendered = render(
        request,
        format,
        workspace,
        &Approved::default(),
        &Templates::default(),
    )
    .unwrap();
    let text = String::from_utf8(rendered.bytes).unwrap();
    text.replace('\u{a0}', " ")
}

#[test]
fn the_due_date_of_a_decision_vanished_from_the_papers() {
    let mut desk = after("v «Утвердить план подготовки школ к 1 сентября» Enter");
    assert_eq!(entry_of(&desk).due, Some(date("2023-09-01")));
    desk.assert_shows("Утвердить план подготовки школ");
    desk.assert_shows("срок: 01.09.2023");
    for format in [Format::Text, Format::Markdown, Format::Html] {
        let paper = minutes_in(&desk, format);
        let due = paper.contains("Срок: до 01.09.2023 (включительно).");
        assert!(due, "{format:?}\n{paper}");
    }
    // Editing shows it, and it can be taken away there.
    desk.press("Tab Enter");
    desk.assert_shows("Утвердить план подготовки школ к 01.09.2023");
    desk.press("ctrl-k Enter");
    assert_eq!(entry_of(&desk).due, None);
}

#[test]
fn the_closing_words_of_a_note_were_taken_for_a_due_date() {
    for (script, kind, text) in [
        (
            "n «Школы готовы к маю» Enter",
            EntryKind::Heard,
            "Школы готовы к маю",
        ),
        (
            "s «Закончили к 1 мая» Enter",
            EntryKind::Spoke,
            "Закончили к 1 мая",
        ),
        ("n «Ура !!!» Enter", EntryKind::Heard, "Ура !!!"),
    ] {
        let desk = after(script);
        let mut entry = entry_of(&desk);
        entry.kind = kind;
        assert_eq!(entry, EntryContent::plain(kind, text.into()), "{script}");
    }
    // Who speaks stands before what is said.
    let entry = entry_of(&after("n «@ММС школы готовы к маю» Enter"));
    assert_eq!((entry.kind, entry.due), (EntryKind::Heard, None));
    assert_eq!(entry.text.as_str(), "школы готовы к маю");
    assert!(entry.speaker.is_some());
    let mut desk = after("n «Школы готовы к маю»");
    desk.assert_shows("остаётся в тексте: к маю");
    // Somebody with a date is an assignment, begun as a note or not.
    desk.press("ctrl-u «Отчёт @ММС к 15.06» Enter");
    let entry = entry_of(&desk);
    assert_eq!(entry.kind, EntryKind::Assignment);
    assert_eq!(entry.due, Some(date("2023-06-15")));
}

#[test]
fn a_note_with_two_speakers_lost_their_names() {
    let mut desk = after("n «@ММС и @АСОУ о готовности !ИРО АСОУ»");
    desk.assert_shows("остаётся в тексте: ММС, АСОУ, ИРО АСОУ");
    desk.press("Enter");
    let entry = entry_of(&desk);
    assert_eq!(entry.text.as_str(), "ММС и АСОУ о готовности ИРО АСОУ");
    assert_eq!(entry.speaker, None);
    // One name is the speaker's, and editing shows it.
    let mut desk = after("n «@ММС доложило» Enter");
    let before = entry_of(&desk);
    assert!(before.speaker.is_some());
    assert_eq!(before.text.as_str(), "доложило");
    desk.press("Tab Enter");
    desk.assert_shows("@ММС доложило");
    desk.press("«сь» Enter");
    let text = "доложилось".into();
    assert_eq!(entry_of(&desk), EntryContent { text, ..before });
}

#[test]
fn the_hint_of_an_entry_names_the_controller() {
    after("v").assert_shows("!контролёр");
}

#[test]
fn a_label_was_shown_nowhere() {
    let mut desk = after("v «Обновить раздел #сайт»");
    desk.assert_shows("#сайт");
    desk.press("Enter");
    assert_eq!(entry_of(&desk).text.as_str(), "Обновить раздел");
    desk.assert_shows("#сайт");
    // The paper of the activity is for work; the minutes are signed.
    let activity = "1.3.3".parse().unwrap();
    let card = paper(
        &desk,
        &Request::Card(activity, date("2023-05-25")),
        Format::Text,
    );
    assert!(card.contains("Обновить раздел. #сайт"), "{card}");
    assert!(!minutes_in(&desk, Format::Text).contains("#сайт"));
    for query in ["сайт", "#сайт"] {
        desk.press("ctrl-f").press(&format!("«{query}»"));
        desk.assert_shows("Обновить раздел");
        desk.press("Esc");
    }
    // An assignment is found by it as well.
    let desk = after("v «Обновить раздел @ММС к 15.06 #сайт» Enter ctrl-f «#сайт»");
    desk.assert_shows("найдено 1");
    desk.assert_shows("1.1 Обновить раздел");
}

#[test]
fn a_number_after_a_hash_was_cut_out_as_a_label() {
    let desk = after("v «Задача №5 #1 и 50!» Enter");
    let text = "Задача №5 #1 и 50!".into();
    assert_eq!(
        entry_of(&desk),
        EntryContent::plain(EntryKind::Decision, text)
    );
}

#[test]
fn a_line_break_in_an_entry_lasted_until_enter() {
    let mut desk = after("n «Первый абзац» alt-Enter «@ММС Второй абзац» Enter");
    assert_eq!(entry_of(&desk).text.as_str(), "Первый абзац\nВторой абзац");
    desk.press("u v")
        .paste("Первое.\r\n\r\nВторое @ММС к 15.06");
    desk.press("Enter");
    let entry = entry_of(&desk);
    assert_eq!(entry.text.as_str(), "Первое.\nВторое");
    assert_eq!(entry.due, Some(date("2023-06-15")));
    // The form of an assignment has one line for it, and leaves it alone.
    desk.press("Tab Enter Enter Enter");
    assert_eq!(entry_of(&desk).text.as_str(), "Первое.\nВторое");
    let html = minutes_in(&desk, Format::Html);
    assert!(html.contains("Первое.<br>Второе"), "{html}");
    // A private note keeps them as well.
    let mut desk = after("N");
    desk.paste("Одно\nДругое");
    desk.press("Enter");
    assert_eq!(entry_of(&desk).text.as_str(), "Одно\nДругое");
}

#[test]
fn what_a_paste_brings_and_nobody_sees_is_not_written_into_the_journal() {
    let mut desk = after("v");
    desk.paste("\u{feff}Под\u{ad}го\u{200b}товить\u{202e} план");
    desk.press("Enter");
    assert_eq!(entry_of(&desk).text.as_str(), "Подготовить план");
}

#[test]
fn a_paste_that_was_too_long_was_cut_in_silence() {
    let mut desk = after("v");
    desk.paste(&"я".repeat(4001));
    desk.assert_shows("Вставка обрезана: не поместился 1 знак, здесь помещается 4000.");
    desk.press("ctrl-u");
    desk.paste(&"я".repeat(30_000));
    desk.assert_shows("не поместилось 26000 знаков");
    // The next key takes the word away; the text is what it is.
    desk.press("Enter");
    assert_eq!(entry_of(&desk).text.chars().count(), 4000);
}
