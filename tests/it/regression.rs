//! One test for every fault that was found, named after what the user saw.

use planerka::domain::document::ActivityKey;
use planerka::domain::workspace::{Duties, Duty, Timing};
use planerka::locale::Language;

use crate::harness::{Desk, Setting, date};

#[test]
fn an_activity_could_be_postponed_into_the_past() {
    for script in [
        "Enter p «24.05.2023» Enter",
        "Enter e \"мм\" Enter Enter c 3 «24.05.2023» Enter",
        "Enter e \"мм\" Enter Enter c 4 «24.05.2023» Enter",
        "Enter e \"мм\" Enter Enter c 5 «24.05.2023» Enter",
    ] {
        let mut desk = Desk::new();
        desk.press(script);
        desk.assert_shows("24.05.2023");
        desk.assert_shows("Срок раньше дня совещания.");
    }
}

#[test]
fn words_that_look_like_a_day_there_is_none_of_were_refused() {
    let mut desk = Desk::new();
    desk.press("Enter v «Отчёт @ММС к 31.06»");
    desk.assert_shows("такого дня нет, остаётся в тексте: к 31.06");
    desk.press("Enter");
    let entry = desk.model().workspace.ledger().entries().next().unwrap();
    assert_eq!(entry.content.text.as_str(), "Отчёт к 31.06");
    assert_eq!(entry.content.due, None);
}

#[test]
fn what_is_no_date_at_all_stays_text() {
    let mut desk = Desk::new();
    desk.press("Enter v «Подготовить к совещанию» Enter");
    let entry = desk.model().workspace.ledger().entries().next().unwrap();
    assert_eq!(entry.content.text.as_str(), "Подготовить к совещанию");
}

#[test]
fn undo_of_the_opening_left_a_screen_without_a_meeting() {
    let mut desk = Desk::new();
    desk.press("Enter d u u");
    assert_eq!(desk.notice(), "Отменено: открыто совещание 25.05.2023");
    desk.assert_shows("Какое совещание?");
    desk.press("ctrl-r Enter");
    desk.assert_shows("Совещание 25.05.2023");
}

#[test]
fn delete_in_the_date_of_an_assignment_took_an_executor_away() {
    let mut desk = Desk::new();
    desk.press("Enter e \"мм\" Enter \"31.05\" Home Delete Delete \"30\" Enter");
    let entry = desk.model().workspace.ledger().entries().next().unwrap();
    assert_eq!(entry.content.due, Some(date("2023-05-30")));
    assert_eq!(entry.content.executors.len(), 1);
    // Behind the names it still takes the last one away.
    desk.press("e \"мм\" Tab Delete Tab");
    desk.assert_shows("ЦНППМ АСОУ;");
}

#[test]
fn an_entry_lost_its_labels_when_it_was_edited() {
    let mut desk = Desk::new();
    desk.press("Enter v «Опубликовать доклад #сайт» Enter Tab Enter «ы» Enter");
    let entry = desk.model().workspace.ledger().entries().next().unwrap();
    assert_eq!(entry.content.text.as_str(), "Опубликовать доклады");
    assert_eq!(entry.content.labels.len(), 1);
}

#[test]
fn the_cursor_in_the_last_look_was_painted_over() {
    let mut desk = Desk::new();
    desk.press("Enter d f j j j");
    desk.assert_shows("▌ 1.1.1 не рассмотрен");
}

#[test]
fn a_date_of_the_next_year_was_told_without_its_year() {
    let mut desk = Desk::new();
    desk.press("Enter e \"мм\" Enter \"24.05\" Enter");
    assert_eq!(desk.notice(), "1.3.3 → ММС, к пт 24.05.2024");
    desk.press("e \"мм\" Enter \"26.05\" Enter");
    assert_eq!(desk.notice(), "1.3.3 → ММС, к пт 26.05");
}

#[test]
fn english_weekdays_stuck_to_their_dates() {
    let desk = Desk::with(Setting {
        language: Language::En,
        ..Setting::default()
    });
    desk.assert_shows("Thu 25 May 2023");
}

#[test]
fn a_thursday_on_record_as_not_held_is_not_counted_as_missed() {
    let own = "1.2.3".parse().unwrap();
    let missed = |desk: &Desk| {
        let standing = desk.model().workspace.standing(own, date("2023-06-08"));
        standing.unwrap().missed
    };
    let mut desk = Desk::new();
    assert_eq!(missed(&desk), 1);
    desk.press("s Enter «праздник» Enter");
    assert_eq!(missed(&desk), 0);
    desk.press("u");
    assert_eq!(missed(&desk), 1);
}

#[test]
fn a_thursday_on_record_as_not_held_or_moved_was_called_overdue() {
    let own: ActivityKey = "1.2.3".parse().unwrap();
    let overdue = |desk: &Desk, day: &str| {
        let workspace = &desk.model().workspace;
        let duties = Duties::on(workspace, date(day));
        let said = duties.all().iter().any(|duty| {
            matches!(duty, Duty::Activity { activity, .. } if *activity == own)
                && matches!(duty.timing(), Timing::Overdue(_))
        });
        let tally = workspace.numbers(date(day)).headings[&"1.2".parse().unwrap()];
        (said, tally.points_due - tally.points_done)
    };
    // The day after, and the next week.
    for record in [
        "",
        "s Enter «праздник» Enter",
        "s «26.05» Enter «праздник» Enter",
    ] {
        let mut desk = Desk::new();
        desk.press(record);
        let expected = if record.is_empty() {
            (true, 1)
        } else {
            (false, 0)
        };
        assert_eq!(overdue(&desk, "2023-05-26"), expected, "{record}");
        assert_eq!(overdue(&desk, "2023-05-30"), expected, "{record}");
        desk.press("F3 / «1.2.3» Enter");
        let frame = desk.frame();
        assert_eq!(
            frame.contains("не проводилось"),
            !record.is_empty(),
            "{frame}"
        );
    }
}

#[test]
fn a_wall_clock_that_is_set_back_changes_neither_order_nor_undo() {
    let mut desk = Desk::new();
    desk.wait_minutes(600);
    desk.press("Enter d");
    let first = desk.model().workspace.ledger().records().len();
    desk.set_clock_back(590);
    desk.press("k d w");
    desk.frame();
    let statuses = |desk: &Desk| {
        let ledger = desk.model().workspace.ledger();
        let marks: Vec<String> = ledger.all_marks().map(|mark| format!("{mark:?}")).collect();
        (ledger.records().len(), marks)
    };
    let before = statuses(&desk);
    assert!(before.0 > first);
    desk.crash();
    assert_eq!(statuses(&desk), before);
    // What was done last is taken back first, whatever the clock said.
    desk.press("F2 u");
    assert!(desk.notice().contains("в работе"), "{}", desk.notice());
    desk.press("u");
    assert!(desk.notice().contains("исполнено"), "{}", desk.notice());
}

#[test]
fn a_mark_of_several_items_took_the_cursor_from_one_not_dealt_with() {
    let mut desk = Desk::new();
    desk.press("Enter j j");
    let third = planerka::tui::select::agenda::selected_item(desk.model());
    desk.press("g Space Space w");
    assert_eq!(
        planerka::tui::select::agenda::selected_item(desk.model()),
        third
    );
    // Alone it is marked and left as ever.
    desk.press("w");
    assert_ne!(
        planerka::tui::select::agenda::selected_item(desk.model()),
        third
    );
    let workspace = &desk.model().workspace;
    assert_eq!(workspace.considered(date("2023-05-25")).len(), 3);
}
