//! What a member asks for, and the address of a subject.

use planerka::domain::weight::Ground;
use planerka::tui::select::agenda::selected_item;

use crate::harness::{Desk, Layout, date};

#[test]
fn who_asks_for_a_line_is_said_with_one_key_and_weighs() {
    for layout in [Layout::Latin, Layout::Russian] {
        let mut desk = Desk::new().in_layout(layout);
        desk.press("Enter j");
        let item = selected_item(desk.model()).unwrap();
        let weight = |desk: &Desk| desk.model().workspace.weight_of(date("2023-05-25"), item);
        let before = weight(&desk).total();
        desk.press("X «ммс» Enter");
        assert!(desk.notice().contains("по просьбе"), "{}", desk.notice());
        let after = weight(&desk);
        assert!(after.total() > before);
        let asked = |(ground, _): &(Ground, u16)| matches!(ground, Ground::Asked { .. });
        assert!(after.grounds.iter().any(asked));
        // The same once more takes it back.
        desk.press("X «ммс» Enter");
        assert_eq!(weight(&desk).total(), before);
    }
}
