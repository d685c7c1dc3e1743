//! What is kept at hand: bookmarks, and filters that have a name.

use planerka::tui::model::Screen;
use planerka::tui::select::agenda::selected_item;
use planerka::tui::select::plan::selected_activity;

use crate::harness::{Desk, Layout};

#[test]
fn a_bookmark_is_set_listed_gone_to_and_taken_away_in_both_layouts() {
    for layout in [Layout::Latin, Layout::Russian] {
        let mut desk = Desk::new().in_layout(layout);
        desk.press("F3 : «1.2.4» Enter alt-b");
        assert!(desk.notice().contains("Закладка"), "{}", desk.notice());
        let marked = selected_activity(desk.model());
        // From anywhere the list leads back, by a digit.
        desk.press("g F4 j j ctrl-g k Esc Esc '");
        desk.assert_shows("Закладки");
        desk.assert_shows("1.2.4 Ежемесячный");
        // The newest stands first.
        desk.press("2");
        assert_eq!(selected_activity(desk.model()), marked, "{layout:?}");
        desk.press("ctrl-g b Enter");
        assert!(matches!(desk.model().screen(), Some(Screen::Subjects(_))));
        // The key on a marked line takes the mark away; so does Delete in the list.
        desk.press("' 2 alt-b '");
        assert_eq!(desk.model().hands.bookmarks.len(), 1);
        desk.press("Delete");
        assert!(desk.model().hands.bookmarks.is_empty());
        desk.press("Esc '");
        assert!(desk.notice().contains("alt-b"), "{}", desk.notice());
    }
}

#[test]
fn bookmarks_and_filters_are_there_at_the_next_start() {
    let mut desk = Desk::new();
    desk.press("F3 alt-b s E : «форум» Enter alt-n ctrl-u \"Мой форум\" Enter");
    assert!(desk.notice().contains("Мой форум"), "{}", desk.notice());
    let kept = desk.model().hands.clone();
    assert_eq!((kept.bookmarks.len(), kept.filters.len()), (1, 1));
    desk.come_back_on("2023-05-26");
    assert_eq!(desk.model().hands, kept);
}

#[test]
fn a_filter_is_recalled_by_two_keys_from_everywhere_and_is_whole() {
    for layout in [Layout::Latin, Layout::Russian] {
        let mut desk = Desk::new().in_layout(layout);
        desk.press("F3 j j f s o : «форум» Enter");
        let Some(Screen::Plan(before)) = desk.model().screen().cloned() else {
            panic!("the plan is seen");
        };
        desk.press("alt-n Enter c F4 alt-r 1");
        let Some(Screen::Plan(after)) = desk.model().screen() else {
            panic!("the plan is seen: {}", desk.frame());
        };
        assert_eq!(after.words, before.words);
        assert_eq!((after.branch, after.status), (before.branch, before.status));
        assert_eq!(
            (&after.executor, after.order),
            (&before.executor, before.order)
        );
        // Another filter of this name takes its place; Delete takes it away.
        desk.press("f alt-n Enter ctrl-g f");
        assert_eq!(desk.model().hands.filters.len(), 1);
        desk.press("Delete");
        assert!(desk.model().hands.filters.is_empty());
    }
}

#[test]
fn filters_of_the_other_lists_are_kept_too() {
    let mut desk = Desk::new();
    desk.press("F4 s : «цнппм» Enter alt-n Enter Backspace");
    desk.press("F2 Enter : «положен» Enter alt-n Enter Esc");
    let all = desk.model().hands.filters.clone();
    assert_eq!(all.len(), 2);
    desk.press("alt-r 1");
    desk.assert_shows("только «цнппм»");
    desk.press("alt-r 2");
    desk.assert_shows("только «положен»");
    assert!(selected_item(desk.model()).is_some());
}

#[test]
fn where_nothing_can_be_kept_it_is_said_and_nothing_changes() {
    let mut desk = Desk::new();
    desk.press("O alt-b");
    assert!(desk.notice().contains("не поставить"), "{}", desk.notice());
    desk.press("F3 alt-n");
    assert!(desk.notice().contains("не отобран"), "{}", desk.notice());
    desk.press("alt-r");
    assert!(desk.notice().contains("Отборов нет"), "{}", desk.notice());
    assert!(desk.model().overlays.is_empty());
    assert_eq!(
        desk.model().hands,
        planerka::domain::settings::Hands::default()
    );
}
