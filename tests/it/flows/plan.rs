//! The screen of the plan.

use planerka::domain::workspace::{Duties, Duty, Timing};

use crate::harness::{Desk, date};

#[test]
fn the_card_of_a_branch_counts_overdue_as_lists_of_what_is_due_do() {
    let mut desk = Desk::new();
    desk.come_back_on("2023-06-08");
    let duties = Duties::on(&desk.model().workspace, date("2023-06-08"));
    let overdue: Vec<String> = duties
        .all()
        .iter()
        .filter(|duty| matches!(duty.timing(), Timing::Overdue(_)))
        .filter_map(|duty| match duty {
            Duty::Activity { activity, .. } => Some(activity.to_string()),
            Duty::Assignment(_) => None,
        })
        .filter(|id| id.starts_with("1."))
        .collect();
    assert!(overdue.contains(&"1.3.3".to_owned()), "{overdue:?}");
    desk.press("F3 g");
    let expected = format!("просрочено: {}", overdue.len());
    desk.assert_shows(&expected);
}

#[test]
fn the_card_of_a_branch_does_not_call_done_what_was_cancelled() {
    let mut desk = Desk::new();
    desk.come_back_on("2023-06-01");
    desk.press("F3 / «1.1.1» Enter x «не нужно» Enter / «1.2.1» Enter d g");
    desk.assert_shows("закрыто полностью: 2");
    desk.assert_shows("из них исполнено: 1");
}
