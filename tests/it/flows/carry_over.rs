//! After the end of a plan: what is open goes on in the one that follows, as one act.

use planerka::domain::date::Span;
use planerka::domain::document::{Document, Node};
use planerka::domain::plan::Plan;
use planerka::store::embedded;
use planerka::tui::model::{Overlay, Screen};

use crate::harness::{Desk, Layout, date};

/// The plan after its end, with one (an example) that goes on with it; what was 1.2.4 has other
/// words there, and 1.2.5 nearly the same.
fn after_the_end(layout: Layout) -> Desk {
    let mut desk = Desk::new().in_layout(layout);
    let plan: Document = ron::from_str::<Plan>(embedded::PLAN).unwrap().into();
    let mut next = plan.clone();
    next.key = "plan-2025".parse().unwrap();
    next.short = "План-2025".into();
    next.period = Span::new(date("2025-01-01"), date("2026-12-31"));
    next.each_mut(&mut |node| {
        let Node::Activity(it) = node else { return };
        it.key = format!("next/{}", it.number).parse().unwrap();
        if it.number.as_str() == "1.2.4" {
            it.title = "Издание сборника лучших практик".into();
            it.result = "Сборник".into();
        }
    });
    let text = ron::ser::to_string_pretty(&next, ron::ser::PrettyConfig::default()).unwrap();
    desk.press("Enter A f Enter F6");
    desk.place("documents/plan-2025.ron", &text);
    desk.come_back_on("2025-01-16");
    desk
}

fn carried(desk: &Desk, number: &str) -> bool {
    let ledger = desk.model().workspace.ledger();
    let activity = number.parse().unwrap();
    ledger.carried_over(activity, desk.model().today).is_some()
}

fn lines(desk: &Desk) -> Vec<String> {
    match desk.model().overlays.last() {
        Some(Overlay::Choice(state)) => state.lines.iter().map(|it| it.text.clone()).collect(),
        _ => panic!("a list is open: {}", desk.frame()),
    }
}

#[test]
fn what_is_open_goes_on_in_the_next_document_with_a_preview_and_one_undo() {
    for layout in [Layout::Latin, Layout::Russian] {
        let mut desk = after_the_end(layout);
        desk.press("F3 : «1.1.1» Enter alt-z");
        desk.assert_shows("Перенести открытое");
        desk.press("Enter");
        desk.assert_shows("Р-503 → План-2025");
        desk.assert_shows("Перенести отмеченное");
        let all = lines(&desk);
        assert!(all.len() > 30, "{}", all.len());
        let sure = all.iter().filter(|it| it.starts_with('✓')).count();
        assert!(sure > 20, "{sure}");
        // Without a pair Enter finds one; nothing was recorded so far.
        let at = all.iter().position(|it| it.contains("1.2.4 ")).unwrap();
        desk.press(&format!("{}Enter", "j ".repeat(at)));
        desk.assert_shows("Что продолжает Р-503, 1.2.4");
        desk.press("«сборник» Enter");
        assert!(lines(&desk)[at].starts_with('✓'), "{}", desk.frame());
        assert!(!carried(&desk, "1.2.4"));
        // One that was sure is left.
        let first = all.iter().position(|it| it.starts_with('✓')).unwrap();
        let left = all[first].split(' ').nth(1).unwrap().to_owned();
        desk.press(&format!("g {}Enter", "j ".repeat(first)));
        assert!(!lines(&desk)[first].starts_with('✓'));
        desk.press("g Enter");
        assert!(desk.notice().contains("перенесено"), "{}", desk.notice());
        assert!(desk.model().overlays.is_empty());
        assert!(carried(&desk, "1.2.4") && !carried(&desk, left.trim_end_matches('.')));
        // The card says where it went, and the new one what it goes on with.
        desk.press("F3 : «1.2.4» Enter");
        desk.assert_shows("Продолжено:");
        desk.assert_shows("продолжено в документе План-2025");
        desk.press("u");
        assert!(!carried(&desk, "1.2.4"));
        desk.press("U");
        assert!(carried(&desk, "1.2.4"));
    }
}

#[test]
fn a_preview_that_is_left_records_nothing() {
    let mut desk = after_the_end(Layout::Latin);
    let before = desk.model().workspace.ledger().records().len();
    desk.press("F3 : «1.1.1» Enter alt-z Enter j Enter Esc");
    assert_eq!(desk.model().workspace.ledger().records().len(), before);
    assert!(matches!(desk.model().screen(), Some(Screen::Plan(_))));
}

#[test]
fn at_a_meeting_it_is_a_decision_of_the_minutes() {
    let mut desk = after_the_end(Layout::Latin);
    desk.press("F6 Enter Esc A");
    desk.press("alt-z Enter g Enter");
    let number = desk.model().workspace.documents().len();
    assert_eq!(number, 2);
    let minutes = format!("{:?}", desk.minutes_so_far("2025-01-16"));
    assert!(
        minutes.contains("Продолжить исполнение"),
        "{}",
        desk.frame()
    );
}

#[test]
fn an_older_program_only_reads_a_journal_with_it() {
    // The operation has a name an older program does not know: such journals are read-only there.
    let mut desk = after_the_end(Layout::Latin);
    desk.press("F3 : «1.1.1» Enter alt-z Enter g Enter");
    let journals = desk.names();
    let journals = journals.iter().filter(|it| it.starts_with("journal/"));
    let said: String = journals.filter_map(|it| desk.read(it)).collect();
    assert!(said.contains("CarryOver("), "{said}");
}
