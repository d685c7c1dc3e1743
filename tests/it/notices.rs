//! What the screen says is so: hints that work, counts that are whole, notices that agree.

use crate::harness::{Desk, Setting};
use planerka::tui::model::Size;

#[test]
fn the_box_of_a_question_and_the_bar_named_different_keys() {
    let mut desk = Desk::new();
    desk.press("Enter q");
    desk.assert_shows("Enter — да · Esc — нет");
    desk.assert_shows("Esc назад");
    // Esc is no as everywhere.
    for key in ["n", "Esc"] {
        desk.press("q").press(key);
        assert!(!desk.is_leaving());
        assert_eq!(desk.model().overlays.len(), 0);
    }
}

#[test]
fn a_date_typed_for_an_executor_became_a_person() {
    for typed in ["пт", "15.06", "31.06", "завтра"] {
        let mut desk = Desk::new();
        desk.press("Enter e").press(&format!("«{typed}» Enter"));
        desk.assert_shows("Это похоже на дату: она пишется в следующем поле.");
        assert_eq!(desk.model().overlays.len(), 1, "{typed}");
        desk.press("ctrl-u «Петров» Enter «пт» Enter");
        let entries = desk.model().workspace.ledger().entries().count();
        assert_eq!(entries, 1, "{typed}: {}", desk.notice());
    }
}

#[test]
fn postponing_by_the_plan_found_no_date_above_the_card_that_showed_it() {
    let mut desk = Desk::new();
    desk.press("Enter p «по плану»");
    desk.assert_shows("через");
    assert!(
        !desk.frame().contains("План не называет даты"),
        "{}",
        desk.frame()
    );
    desk.press("Enter");
    desk.assert_shows("Почему переносится на");
}

#[test]
fn an_executor_that_did_not_fit_could_not_be_seen_at_80_columns() {
    let mut desk = Desk::with(Setting {
        size: Size {
            width: 80,
            height: 24,
        },
        ..Setting::default()
    });
    desk.press(
        "Enter e «ММС» Tab «ИРО АСОУ» Tab «ЦНППМ АСОУ» Tab «ЦНППМ ГГТУ» Tab «ЦНППМ ГСГУ» Tab «Флагманские школы» Tab",
    );
    desk.assert_shows("ММС, ИРО АСОУ, ЦНППМ АСОУ, ЦНППМ ГГТУ и ещё 2;");
    // Where nothing is typed there is room for another.
    desk.press("Tab");
    desk.assert_shows("ММС, ИРО АСОУ, ЦНППМ АСОУ, ЦНППМ ГГТУ, ЦНППМ ГСГУ и ещё 1;");
}

#[test]
fn undo_of_everybody_present_says_how_many() {
    let mut desk = Desk::new();
    desk.press("Enter A u");
    assert!(desk.notice().ends_with("и ещё 7"), "{}", desk.notice());
}
