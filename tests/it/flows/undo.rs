//! What was done can be taken back and brought again, also by the next program.

use planerka::locale::Language;
use planerka::tui::model::Action;

use super::first_meeting::{DAY, MEETING};
use crate::harness::{Desk, Setting, date};

fn texts(desk: &Desk) -> (String, String) {
    let workspace = &desk.model().workspace;
    (
        format!("{:#?}", workspace.minutes(date(DAY))),
        format!("{:#?}", workspace.tactical_plan(date(DAY))),
    )
}

#[test]
fn every_act_of_a_meeting_goes_back_and_comes_again() {
    let mut desk = Desk::new();
    desk.press(MEETING);
    let done = texts(&desk);
    let mut steps = 0;
    while desk.model().workspace.ledger().meeting(date(DAY)).is_some() {
        desk.undo();
        steps += 1;
        assert!(steps < 100, "undo does not come to an end");
    }
    for _ in 0..steps {
        desk.run(Action::Redo);
    }
    assert_eq!(texts(&desk), done);
    desk.run(Action::Redo);
    assert_eq!(desk.notice(), "Возвращать нечего.");
}

#[test]
fn undo_reaches_behind_a_restart() {
    let mut desk = Desk::new();
    desk.press("Enter d");
    let before = texts(&desk);
    desk.press("5");
    let after = texts(&desk);
    desk.crash();
    desk.press("Enter u");
    assert_eq!(texts(&desk), before);
    assert!(desk.notice().contains("1.1.1"), "{}", desk.notice());
    desk.crash();
    desk.press("Enter ctrl-r");
    assert_eq!(texts(&desk), after);
}

#[test]
fn something_new_ends_redo() {
    let mut desk = Desk::new();
    desk.press("Enter d u d");
    let now = texts(&desk);
    desk.press("ctrl-r");
    assert_eq!(desk.notice(), "Возвращать нечего.");
    assert_eq!(texts(&desk), now);
}

#[test]
fn undo_of_the_end_asks_and_makes_the_papers_drafts_again() {
    let mut desk = Desk::new();
    desk.press("Enter d f Enter");
    let approved = desk.papers(DAY);
    desk.press("u");
    desk.assert_shows("Протокол № 1 от 25.05.2023 утверждён. Отменить утверждение");
    desk.press("Esc");
    assert_eq!(desk.papers(DAY), approved, "no is no");
    assert_eq!(desk.minutes(DAY).head.number, Some(1));
    desk.press("u Enter");
    let draft = desk.minutes(DAY);
    assert_eq!(draft.head.version, 0);
    assert_eq!(draft.head.number, None);
    // What was undone outweighs the names of the papers written with it.
    let notice = desk.notice();
    assert!(
        notice.starts_with("Отменено: завершено совещание"),
        "{notice}"
    );
    desk.press("ctrl-r");
    assert_eq!(desk.papers(DAY), approved);
    let notice = desk.notice();
    assert!(
        notice.starts_with("Возвращено: завершено совещание"),
        "{notice}"
    );
}

#[test]
fn only_the_undo_of_the_end_asks() {
    let mut desk = Desk::new();
    desk.press("Enter d f Enter R «Ошибка» Enter w");
    desk.press("u");
    assert!(desk.model().overlays.is_empty());
    desk.press("u");
    assert!(desk.model().overlays.is_empty());
    assert_eq!(desk.minutes(DAY).head.version, 1);
    desk.press("u");
    desk.assert_shows("Отменить утверждение");
}

#[test]
fn undo_of_nothing_says_so() {
    for (language, text) in [
        (Language::Ru, "Отменять нечего."),
        (Language::En, "Nothing to undo."),
    ] {
        let mut desk = Desk::with(Setting {
            language,
            ..Setting::default()
        });
        desk.press("u");
        assert_eq!(desk.notice(), text);
    }
}
