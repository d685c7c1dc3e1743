//! Posts and organisations of people: typed where people are, printed as the forms want.

use planerka::paper::template::Templates;
use planerka::paper::{Approved, Format, Request, render};

use super::first_meeting::DAY;
use crate::harness::{Desk, Layout, date};

fn minutes(desk: &Desk) -> String {
    let (approved, templates) = (Approved::default(), Templates::default());
    let workspace = &desk.model().workspace;
    let request = Request::Minutes(date(DAY));
    let rendered = render(&request, Format::Text, workspace, &approved, &templates).unwrap();
    let text = String::from_utf8(rendered.bytes).unwrap();
    text.replace('\u{a0}', " ")
}

#[test]
fn a_guest_comes_with_post_and_organisation_and_the_post_is_corrected_with_a_key() {
    for layout in [Layout::Latin, Layout::Russian] {
        let mut desk = Desk::new().in_layout(layout);
        desk.press("Enter a i «Пример О.О., и.о. директора, ИРО АСОУ» Enter Enter");
        let text = minutes(&desk);
        let line = "от ИРО АСОУ – Пример О.О., и.о. директора";
        assert!(text.contains(line), "{text}");
        // The form of who the cursor is on; name, full name, kind, post.
        desk.press("a G o j j j");
        desk.assert_shows("Должность");
        desk.press("Enter ctrl-k ctrl-u «директор» Enter Esc Esc");
        let text = minutes(&desk);
        let line = "от ИРО АСОУ – Пример О.О., директор";
        assert!(text.contains(line), "{text}");
        desk.press("u");
        assert!(minutes(&desk).contains("и.о. директора"));
    }
}

#[test]
fn what_a_form_says_of_somebody_the_journal_knows_was_lost_in_the_file() {
    let mut desk = Desk::new();
    // The dative goes into the journal, which counts before the file from then on.
    desk.press("F4 y «Региональному оператору» Enter o j");
    let before = desk.model().workspace.ledger().records().len();
    desk.press("Enter ctrl-k ctrl-u «Полное имя для примера» Enter");
    let ledger = desk.model().workspace.ledger();
    assert_eq!(ledger.records().len(), before + 1);
    desk.assert_shows("Полное имя для примера");
    desk.press("Esc u");
    assert_eq!(
        desk.model().workspace.ledger().subjects()[0]
            .dative
            .as_deref(),
        Some("Региональному оператору")
    );
    desk.press("o");
    assert!(!desk.frame().contains("Полное имя для примера"));
}

#[test]
fn a_member_of_the_file_gets_a_post_by_the_form_that_papers_print() {
    let mut desk = Desk::new();
    desk.press("Enter ctrl-g e");
    while !desk.frame().contains("▌Участники") && !desk.frame().contains("▌ Участники")
    {
        let before = desk.frame();
        desk.press("j");
        assert_ne!(before, desk.frame(), "no line «Участники»");
    }
    desk.press("Enter Enter «Пример О.О.» Enter Esc Esc a G o j j j");
    desk.press("Enter «врио директора» Enter Esc p Enter");
    let file = desk.read("subjects.ron").unwrap();
    assert!(file.contains("post: Some(\"врио директора\")"), "{file}");
    let text = minutes(&desk);
    assert!(text.contains("врио директора – Пример О.О."), "{text}");
    // A body has no post.
    desk.press("a g o");
    assert!(!desk.frame().contains("Должность"), "{}", desk.frame());
}

#[test]
fn who_stands_in_for_whom_is_typed_with_a_key_and_corrected_with_the_same() {
    for layout in [Layout::Latin, Layout::Russian] {
        let mut desk = Desk::new().in_layout(layout);
        desk.press("Enter a d «Примеров П.П., методист» Enter");
        desk.assert_shows("представитель: Примеров П.П.");
        let line = "за проректора по учебно-методической работе и контролю качества образования – \
                    Примеров П.П., методист";
        assert!(minutes(&desk).contains(line), "{}", minutes(&desk));
        // What was said is there to be changed, and Esc loses nothing of it.
        desk.press("d Esc");
        assert!(minutes(&desk).contains(line), "{}", minutes(&desk));
        desk.press("d");
        desk.assert_shows("Примеров П.П., методист");
        desk.press("« центра» Enter Enter");
        assert!(minutes(&desk).contains("методист центра"));
    }
}
