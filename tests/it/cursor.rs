//! The terminal's own cursor stands where the work is, shown or not, so that braille displays and
//! screen readers can follow.

use crate::harness::Desk;

/// The line the cursor rests on has the sign of the cursor in a margin and these words.
fn assert_rests_on(desk: &Desk, words: &str, after: &str) {
    let line = desk.resting_line().unwrap_or_default();
    let shown = line.contains('▌') && line.contains(words);
    assert!(
        shown,
        "after {after}: «{line}», wanted {words}\n{}",
        desk.frame()
    );
}

#[test]
fn the_cursor_rests_on_the_chosen_row_of_every_screen() {
    let mut desk = Desk::new();
    assert_rests_on(&desk, "25", "start");
    for (script, words) in [
        ("Enter", "1.3.3"),
        ("j", "1.1.1"),
        ("k", "1.3.3"),
        ("F3", "1"),
        ("F4", "ЦНППМ"),
        ("F2 e \"мм\" Enter Enter F5", "ММС"),
        ("O", ""),
    ] {
        desk.press(script);
        assert_rests_on(&desk, words, script);
    }
    let before = desk.press("F3").resting_line();
    assert_ne!(desk.press("j").resting_line(), before);
}

#[test]
fn the_cursor_rests_in_the_list_on_top() {
    let mut desk = Desk::new();
    desk.press("Enter a");
    let first = desk.resting_line();
    assert!(first.is_some(), "{}", desk.frame());
    assert_ne!(desk.press("j").resting_line(), first);
    // A text field has the cursor, and shows it.
    desk.press("Esc v");
    assert_eq!(desk.resting_line(), None);
    // Back in the agenda.
    desk.press("Esc");
    assert_rests_on(&desk, "1.3.3", "Esc");
}

#[test]
fn the_mark_of_the_resting_place_is_not_drawn() {
    let mut desk = Desk::new();
    desk.press("Enter a");
    let blinks = ratatui::style::Modifier::RAPID_BLINK;
    let buffer = desk.buffer();
    assert!(
        buffer
            .content
            .iter()
            .all(|cell| !cell.modifier.contains(blinks))
    );
}

/// Every list that opens over a screen: how it is opened, and whether it has two lines at least.
const LISTS: &[&str] = &[
    "ctrl-g e",
    "F7",
    "Enter f",
    "Enter P",
    "Enter Q",
    "Enter a",
    "Enter d w F8",
    "Enter e \"мм\" Enter Enter F5 c",
    "F3 alt-b j alt-b '",
    "F3 j j Y",
    "F3 j j alt-z",
    "F3 : «вебинар» Enter alt-n Enter c : «форум» Enter alt-n Enter alt-r",
    "Enter A e \"мм\" Enter \"чт\" Enter f Enter alt-d",
    "/ «форум» Enter alt-f i «ЦНППМ 5» Enter i «ММС 3» Enter",
];

#[test]
fn in_every_list_on_top_the_cursor_rests_on_the_chosen_line_and_follows_it() {
    for size in [(120, 40), (80, 24)] {
        for script in LISTS {
            let mut desk = Desk::new();
            desk.resize(size.0, size.1);
            desk.press(script);
            assert!(
                !desk.model().overlays.is_empty(),
                "{script}: {}",
                desk.frame()
            );
            assert_rests_on(&desk, "", script);
            let first = desk.resting_line();
            desk.press("Down");
            assert_rests_on(&desk, "", script);
            assert_ne!(desk.resting_line(), first, "{script}: {}", desk.frame());
        }
    }
}

#[test]
fn the_cursor_rests_in_the_wizard_and_in_an_edition_too() {
    let mut desk = Desk::new();
    desk.paste(
        "ПРИКАЗ\nот 20.05.2023 № 7\n\n1. ИРО АСОУ представить отчёт до 30.05.2023.\n2. ММС \
         провести семинар до 15.06.2023.\n",
    );
    desk.read_apart();
    assert_rests_on(&desk, "", "import");
    desk.press("Esc F3 / «1.1.1» Enter d F6");
    let changed = planerka::store::embedded::PLAN.replacen("Май 2023 г.", "Июнь 2023 г.", 1);
    desk.place("plan.ron", &changed);
    desk.tick();
    desk.press("ctrl-e");
    assert_rests_on(&desk, "", "edition");
}

#[test]
fn in_every_field_the_cursor_stands_behind_what_is_typed() {
    for (script, typed) in [
        ("/ «форум»", "форум"),
        ("ctrl-p «план»", "план"),
        ("F3 : «форум»", "форум"),
        ("F1 «отмет»", "отмет"),
        ("Enter v «Принять»", "Принять"),
        ("Enter e «цнп»", "цнп"),
        ("Enter t «Разное»", "Разное"),
        ("F3 : «форум» Enter alt-n «ы»", "форумы"),
        ("ctrl-g i «план.docx»", "план.docx"),
        ("O 5 Enter «12»", "12"),
        ("ctrl-g e Enter «Академия»", "Академия"),
    ] {
        let mut desk = Desk::new();
        desk.press(script);
        let (sign, line) = desk.typing_at().unwrap_or_default();
        assert_eq!(sign, " ", "{script}: «{line}»\n{}", desk.frame());
        assert!(line.contains(typed), "{script}: «{line}»\n{}", desk.frame());
    }
}
