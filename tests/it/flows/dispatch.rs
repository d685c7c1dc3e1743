//! After the meeting: who gets which papers, who has got them, who has confirmed.

use planerka::domain::dispatch::{HandedPaper, Receipt};
use planerka::domain::workspace::News;

use crate::harness::{Desk, Layout, date};

const FIRST: &str = "2023-05-25";
const SECOND: &str = "2023-06-01";

/// A meeting with one assignment to somebody who is no member.
fn after_the_meeting(layout: Layout) -> Desk {
    let mut desk = Desk::new().in_layout(layout);
    desk.press("Enter a a Enter e \"мм\" Enter «чт» Enter d f Enter");
    desk
}

fn receipts(desk: &Desk) -> Vec<Option<Receipt>> {
    let all = desk.model().workspace.recipients(date(FIRST));
    all.iter()
        .map(planerka::domain::dispatch::Recipient::receipt)
        .collect()
}

#[test]
fn members_get_minutes_and_plan_executors_an_extract() {
    let desk = after_the_meeting(Layout::Latin);
    let workspace = &desk.model().workspace;
    let all = workspace.recipients(date(FIRST));
    let members = &workspace.settings().members;
    for one in &all {
        let is_member = members.contains(&one.subject);
        assert_eq!(one.papers.contains(&HandedPaper::Minutes), is_member);
        assert_eq!(one.papers.contains(&HandedPaper::TacticalPlan), is_member);
    }
    assert!(
        members
            .iter()
            .all(|who| all.iter().any(|it| it.subject == *who))
    );
    let extracts = all
        .iter()
        .filter(|it| it.papers.contains(&HandedPaper::Extract));
    assert_eq!(extracts.count(), 1);
}

#[test]
fn papers_are_handed_over_to_all_at_once_and_confirmed_one_by_one() {
    for layout in [Layout::Latin, Layout::Russian] {
        let mut desk = after_the_meeting(layout);
        desk.press("F10 s");
        desk.assert_shows("вручено 0 из");
        desk.press("Enter");
        assert!(
            receipts(&desk)
                .iter()
                .all(|it| *it == Some(Receipt::Handed))
        );
        // The list stays, and says so.
        desk.assert_shows("вручено 25.05, не подтверждено");
        desk.press("j Enter");
        assert_eq!(receipts(&desk)[0], Some(Receipt::Confirmed));
        desk.assert_shows("получение подтверждено 25.05");
        // A word said by mistake is taken back.
        desk.press("Delete");
        assert_eq!(receipts(&desk)[0], None);
        desk.press("Esc u");
        assert_eq!(receipts(&desk)[0], Some(Receipt::Confirmed));
    }
}

#[test]
fn who_has_not_confirmed_is_among_the_news_of_the_next_meeting() {
    let mut desk = after_the_meeting(Layout::Latin);
    // While nothing is handed over through planerka, it says nothing.
    let news = |desk: &Desk| {
        let all = desk.model().workspace.since_last(date(SECOND));
        all.into_iter().find_map(|line| match line.news {
            News::Unconfirmed { subjects, .. } => Some(subjects.len()),
            _ => None,
        })
    };
    assert_eq!(news(&desk), None);
    desk.press("F10 s Enter j Enter Esc");
    let all = receipts(&desk).len();
    assert_eq!(news(&desk), Some(all - 1));
    desk.come_back_on(SECOND);
    desk.press("S");
    desk.assert_shows(&format!("Не подтвердили получение: {}", all - 1));
    // From the news to the list.
    for _ in 0..40 {
        if desk
            .resting_line()
            .unwrap_or_default()
            .contains("Не подтвердили")
        {
            break;
        }
        desk.press("j");
    }
    desk.press("Enter");
    desk.assert_shows("Рассылка по совещанию 25.05.2023");
    for place in 1..=all {
        desk.press(&format!("g {} Enter", "j ".repeat(place)));
    }
    assert_eq!(news(&desk), None, "{}", desk.frame());
}

#[test]
fn before_the_end_of_a_meeting_there_is_nothing_to_hand_over() {
    let mut desk = Desk::new();
    desk.press("Enter alt-d");
    assert!(
        desk.notice().contains("после завершения"),
        "{}",
        desk.notice()
    );
}
