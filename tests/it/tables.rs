//! Order and filters of the tables, the load of subjects, an extract on the screen.

use planerka::tui::model::{Overlay, Screen};

use crate::harness::Desk;

fn titles(desk: &Desk) -> String {
    let frame = desk.frame();
    frame.lines().nth(1).unwrap().to_owned()
}

/// The due dates a list shows, in their order.
fn dues(desk: &Desk) -> Vec<String> {
    let frame = desk.frame();
    let rows = frame.lines().skip(2).filter(|line| line.starts_with('┃'));
    rows.filter_map(|line| {
        let word = line.split_whitespace().find(|word| {
            let parts: Vec<&str> = word.split('.').collect();
            parts.len() == 3 && parts[2].len() == 4
        })?;
        let mut parts: Vec<&str> = word.split('.').collect();
        parts.reverse();
        Some(parts.join("-"))
    })
    .collect()
}

#[test]
fn the_plan_is_sorted_by_due_date_and_by_executor_and_comes_back() {
    let mut desk = Desk::new();
    desk.press("F3");
    let before = desk.frame();
    desk.press("o");
    assert!(titles(&desk).contains("по сроку"), "{}", titles(&desk));
    let by_due = dues(&desk);
    assert!(by_due.len() > 20 && by_due.is_sorted(), "{by_due:?}");
    desk.press("G k").assert_shows("▌");
    desk.press("g o");
    assert!(titles(&desk).contains("по исполнителю"));
    assert!(!dues(&desk).is_sorted());
    desk.press("o g");
    assert_eq!(desk.frame(), before);
}

#[test]
fn filters_of_the_plan_are_named_and_go_with_one_key() {
    let mut desk = Desk::new();
    desk.press("F3 j j");
    let before = titles(&desk);
    desk.press("f s s E");
    let title = titles(&desk);
    assert!(title.contains("раздел 1"), "{title}");
    assert!(title.contains("ближайший месяц"), "{title}");
    desk.assert_shows("Backspace — без отбора");
    // Under a prompt, which has other keys, the border said «  — без отбора».
    desk.press("y");
    assert!(!desk.frame().contains("  — без отбора"), "{}", desk.frame());
    desk.press("Esc");
    desk.press("Backspace");
    assert_eq!(titles(&desk), before);
}

#[test]
fn only_what_an_executor_answers_for_is_shown() {
    let mut desk = Desk::new();
    desk.press("F3 j j");
    let all = desk.frame().lines().count();
    desk.press("E");
    let Some(Screen::Plan(state)) = desk.model().screen() else {
        panic!("no plan");
    };
    let who = state.executor.clone().unwrap();
    let name = desk.model().workspace.short_name(&who).to_owned();
    assert!(titles(&desk).contains(&name), "{}", titles(&desk));
    assert!(all > 0);
    desk.press("E");
    assert!(!desk.frame().contains("Backspace — без отбора"));
}

#[test]
fn folded_groups_take_their_duties_from_their_members() {
    let mut desk = Desk::new();
    desk.press("F4 s s");
    let open = |desk: &Desk, name: &str| -> usize {
        let frame = desk.frame();
        let line = frame.lines().find(|line| line.contains(name)).unwrap();
        let list = line.trim_start_matches(['┃', '▌', ' ']);
        let list = list.split('┃').next().unwrap();
        list.split_whitespace()
            .next_back()
            .unwrap()
            .parse()
            .unwrap()
    };
    let expanded = open(&desk, "ЦНППМ ГСГУ");
    desk.press("b");
    assert!(
        titles(&desk).contains("группы свёрнуты"),
        "{}",
        titles(&desk)
    );
    assert!(open(&desk, "ЦНППМ ГСГУ") < expanded);
    desk.press("b");
    assert_eq!(open(&desk, "ЦНППМ ГСГУ"), expanded);
}

#[test]
fn subjects_are_filtered_and_an_empty_list_says_how_to_go_on() {
    let mut desk = Desk::new();
    desk.press("F4 f");
    desk.assert_shows("Под отбор никто не подходит");
    desk.press("Backspace").assert_shows("ММС");
    desk.press("f f");
    assert!(titles(&desk).contains("за неделю"), "{}", titles(&desk));
}

#[test]
fn the_duties_say_how_many_lie_in_which_direction() {
    let mut desk = Desk::new();
    desk.press("F4");
    desk.assert_shows("По разделам: 1 — ");
}

#[test]
fn the_extract_of_a_subject_is_read_on_the_screen_and_left_with_one_key() {
    let mut desk = Desk::new();
    desk.press("F4 E");
    assert!(
        desk.notice().contains("выписывать нечего"),
        "{}",
        desk.notice()
    );
    desk.press("F6 Enter A e \"мм\" Enter \"чт\" Enter f Enter F4 s s f f f");
    assert!(titles(&desk).contains("с поручениями"), "{}", titles(&desk));
    desk.press("E");
    assert!(matches!(
        desk.model().overlays.last(),
        Some(Overlay::Reader(_))
    ));
    desk.assert_shows("Выписка: ММС · протокол от 25.05.2023");
    desk.press("Esc");
    assert!(matches!(desk.model().screen(), Some(Screen::Subjects(_))));
}

#[test]
fn from_a_subject_to_its_item_and_back() {
    let mut desk = Desk::new();
    desk.press("F4 Tab j Enter");
    assert!(matches!(desk.model().screen(), Some(Screen::Plan(_))));
    desk.press("Esc");
    let Some(Screen::Subjects(state)) = desk.model().screen() else {
        panic!("not back");
    };
    assert_eq!((state.in_duties, state.duty), (true, 1));
}
