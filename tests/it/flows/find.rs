//! A line of a list found by its number, a count, or words.

use planerka::tui::select::agenda::{selected_item, shown_lines};
use planerka::tui::select::plan::{selected_activity, visible_rows};

use crate::harness::{Desk, Layout, date};

/// The number of the activity the cursor of the plan is on.
fn in_plan(desk: &Desk) -> String {
    let key = selected_activity(desk.model()).expect("the cursor is on an activity");
    desk.model().workspace.point(key)
}

fn on_agenda(desk: &Desk) -> String {
    let item = selected_item(desk.model()).unwrap();
    planerka::tui::select::agenda::item_name(desk.model(), item)
}

#[test]
fn a_number_leads_to_its_line_in_plan_and_agenda_in_both_layouts() {
    for layout in [Layout::Latin, Layout::Russian] {
        let mut desk = Desk::new().in_layout(layout);
        desk.press("F3 : «1.2.4» Enter");
        assert_eq!(in_plan(&desk), "1.2.4", "{layout:?}");
        // The key of the dot gives «ю» in the other layout.
        desk.press("ctrl-g l «1ю3ю3» Enter");
        assert_eq!(in_plan(&desk), "1.3.3");
        desk.press("Esc F2 Enter : «2.2» Enter");
        assert!(on_agenda(&desk).starts_with("2.2"), "{}", on_agenda(&desk));
    }
}

#[test]
fn a_number_opens_the_branch_its_line_is_hidden_in() {
    let mut desk = Desk::new();
    desk.press("F3 b : «1.2.4» Enter");
    assert_eq!(in_plan(&desk), "1.2.4");
}

#[test]
fn what_is_not_there_is_said_and_changes_nothing() {
    let mut desk = Desk::new();
    desk.press("F3 : «1.2.4» Enter : «99.9»");
    desk.assert_shows("нет такой строки");
    // Enter does not take it; Esc leaves everything as it was.
    desk.press("Enter Esc");
    assert_eq!(in_plan(&desk), "1.2.4");
}

#[test]
fn words_narrow_a_list_and_esc_makes_it_whole_again() {
    let mut desk = Desk::new();
    desk.press("Enter");
    let day = date("2023-05-25");
    let all = shown_lines(desk.model(), day).len();
    desk.press(": «положен» Enter");
    let few = shown_lines(desk.model(), day).len();
    assert!(0 < few && few < all, "{few} of {all}");
    desk.assert_shows("только «положен»");
    // The meeting is as whole as ever.
    assert_eq!(
        planerka::tui::select::agenda::agenda_lines(desk.model(), day).len(),
        all
    );
    desk.press("Esc");
    assert_eq!(shown_lines(desk.model(), day).len(), all);
    // Esc in the line itself goes back to what was.
    desk.press(": «положен» Esc");
    assert_eq!(shown_lines(desk.model(), day).len(), all);
}

#[test]
fn words_narrow_plan_assignments_and_subjects_too() {
    let mut desk = Desk::new();
    desk.press("F3 b : «форум» Enter");
    let state = planerka::tui::model::plan::PlanState::default();
    let whole = visible_rows(desk.model(), &state).len();
    let Some(planerka::tui::model::Screen::Plan(state)) = desk.model().screen() else {
        panic!("the plan is seen");
    };
    let rows = visible_rows(desk.model(), state).len();
    assert!(0 < rows && rows < whole, "{rows} of {whole}");
    desk.press("F4 : «цнппм» Enter");
    desk.assert_shows("только «цнппм»");
    desk.press("c");
    assert!(!desk.frame().contains("только «цнппм»"));
    desk.press("F2 Enter e \"мм\" Enter Enter F5 : «нет такого слова»");
    desk.assert_shows("нет такой строки");
    desk.press("Esc");
}

#[test]
fn a_count_moves_so_many_lines() {
    let mut desk = Desk::new().in_layout(Layout::Russian);
    desk.press("F4");
    let first = desk.resting_line();
    desk.press("j j j");
    let third = desk.resting_line();
    assert_ne!(first, third);
    desk.press("g 3 j");
    assert_eq!(desk.resting_line(), third);
    desk.press("2 k 2 j");
    assert_eq!(desk.resting_line(), third);
    // Digits are marks in the agenda; there the count goes into the line.
    desk.press("Esc F2 Enter j j j");
    let third = on_agenda(&desk);
    desk.press("g : «3о»");
    assert_eq!(on_agenda(&desk), third);
    assert!(desk.model().find.is_none());
}

#[test]
fn a_short_list_is_walked_to_by_words() {
    let mut desk = Desk::new();
    desk.press("Enter a");
    let first = desk.resting_line();
    desk.press(": «ммс» Enter");
    assert_ne!(desk.resting_line(), first, "{}", desk.frame());
}

/// Presses `:`, a word, and says whether the cursor of the list on top moved to a line that has it.
fn walks_to(desk: &mut Desk, word: &str) {
    desk.press(&format!(": «{word}»"));
    assert!(desk.model().find.is_some(), "{}", desk.frame());
    let found = desk.frame().to_lowercase();
    assert!(
        !found.contains("нет такой строки"),
        "{word}: {}",
        desk.frame()
    );
    desk.press("Enter");
    let line = desk.resting_line().unwrap_or_default().to_lowercase();
    assert!(
        line.contains(&word.to_lowercase()),
        "{word}: «{line}»\n{}",
        desk.frame()
    );
}

#[test]
fn every_list_is_walked_to_by_words_and_by_the_number_of_a_line_in_both_layouts() {
    for layout in [Layout::Latin, Layout::Russian] {
        // Settings and people.
        let mut desk = Desk::new().in_layout(layout);
        desk.press("ctrl-g e");
        walks_to(&mut desk, "секретарь");
        desk.press("Esc F7");
        walks_to(&mut desk, "light");
        // What is missing before the end.
        desk.press("Esc F2 Enter f");
        walks_to(&mut desk, "1.1.3");
        let third = {
            desk.press("g j j");
            desk.resting_line()
        };
        desk.press("g : «3» Enter");
        assert_eq!(desk.resting_line(), third);
        // Who gets the papers.
        desk.press("Esc A e \"мм\" Enter \"чт\" Enter f Enter alt-d");
        walks_to(&mut desk, "ммс");
        desk.press("Esc");
    }
}

#[test]
fn a_plan_that_is_looked_over_is_walked_through_by_words_past_its_heads() {
    let mut desk = Desk::new();
    desk.paste("ПРИКАЗ\nот 20.05.2023 № 7\n\n1. ИРО АСОУ представить отчёт до 30.05.2023.\n2. ММС провести семинар до 15.06.2023.\n");
    desk.read_apart();
    walks_to(&mut desk, "семинар");
    desk.press(": «нет такого слова»");
    desk.assert_shows("нет такой строки");
    desk.press("Esc");
    assert!(desk.resting_line().unwrap().contains("семинар"));
}

#[test]
fn arrows_lead_into_what_stands_beside_a_list_and_out_of_it() {
    for layout in [Layout::Latin, Layout::Russian] {
        let mut desk = Desk::new().in_layout(layout);
        let in_duties = |desk: &Desk| match desk.model().screen() {
            Some(planerka::tui::model::Screen::Subjects(state)) => state.in_duties,
            _ => panic!("subjects are seen"),
        };
        desk.press("F4 Right");
        assert!(in_duties(&desk));
        desk.press("Left");
        assert!(!in_duties(&desk));
        desk.press("Left");
        assert!(!in_duties(&desk));
        desk.resize(80, 24);
        desk.press("F3 j j Right");
        desk.assert_shows("Срок:");
        desk.press("Left");
        assert_eq!(in_plan(&desk), "1.1.1");
        desk.press("F2 Enter Right");
        assert_eq!(desk.model().context(), "card");
        desk.press("Left");
        assert_eq!(desk.model().context(), "meeting");
    }
}

#[test]
fn the_help_tells_of_counts() {
    let mut desk = Desk::new();
    desk.press("F1 «столько раз»");
    desk.assert_shows("3 j  : 3j");
}

#[test]
fn the_ways_on_from_a_prefix_are_shown_and_taken_in_both_layouts() {
    for layout in [Layout::Latin, Layout::Russian] {
        let mut desk = Desk::new().in_layout(layout);
        desk.press("ctrl-g");
        for way in ["план", "поручения", "закладки", "отборы"] {
            desk.assert_shows(way);
        }
        desk.press("p");
        assert!(desk.model().pending.is_empty());
        assert!(matches!(
            desk.model().screen(),
            Some(planerka::tui::model::Screen::Plan(_))
        ));
        desk.press("ctrl-g Esc");
        assert!(desk.model().pending.is_empty());
    }
}
