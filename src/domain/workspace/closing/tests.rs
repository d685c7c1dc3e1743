//! What is open of a document whose time is over goes on in the one that follows.

use super::super::Timing;
use super::super::fixture::{Told, activity, day};
use super::*;
use crate::domain::agenda::ItemKey;
use crate::domain::operation::Operation;

const AFTER: &str = "2025-01-16";

fn key(id: &str) -> ActivityKey {
    id.parse().unwrap()
}

fn plan(told: &Told) -> DocumentKey {
    told.workspace.documents().first().unwrap().key
}

/// The activity of the successor with the number of one of the plan.
fn next_of(told: &Told, number: &str) -> ActivityKey {
    let next = told.workspace.documents().get(1).unwrap();
    let mut all = next.activities();
    all.find(|it| it.number.as_str() == number).unwrap().key
}

fn carry(told: &mut Told, on: &str, number: &str) -> ActivityKey {
    let (document, to) = (plan(told), told.workspace.documents().get(1).unwrap().key);
    let next = next_of(told, number);
    let activities = vec![(key(number), next)];
    let op = Operation::CarryOver {
        document,
        to,
        activities,
    };
    told.say(None, on, op);
    next
}

fn closing(told: &Told) -> Closing {
    told.workspace.closing(plan(told), day(AFTER)).unwrap()
}

#[test]
fn a_successor_is_found_and_what_has_other_words_there_is_a_doubt_or_has_no_pair() {
    let told = Told::with_successor();
    let closing = closing(&told);
    let next = told.workspace.documents().get(1).unwrap();
    assert_eq!(closing.successor, Some(next.key));
    let pair = |number: &str| {
        let mut open = closing.open.iter();
        open.find(|(old, _)| *old == key(number)).unwrap().1
    };
    assert_eq!(pair("1.1.1"), Some(next_of(&told, "1.1.1")));
    // Its words are quite others there.
    assert_eq!(pair("1.2.4"), None);
    assert!(closing.doubts.iter().all(|it| it.old != key("1.1.1")));
    // While the plan runs there is nothing to close.
    assert!(
        told.workspace
            .closing(plan(&told), day("2024-05-16"))
            .is_none()
    );
}

#[test]
fn what_is_carried_over_is_asked_no_more_of_the_old_document_and_its_assignments_go_along() {
    let mut told = Told::with_successor();
    told.open("2024-12-26");
    let given = told.assign(
        Some("2024-12-26"),
        "2024-12-26",
        activity("1.1.1"),
        "2025-01-30",
    );
    told.finish("2024-12-26");
    let before = closing(&told);
    assert_eq!(before.assignments.len(), 1);
    let next = carry(&mut told, "2025-01-15", "1.1.1");
    let after = closing(&told);
    assert_eq!(after.open.len() + 1, before.open.len());
    assert_eq!(after.carried, [(key("1.1.1"), next)]);
    assert!(after.assignments.is_empty());
    let standing = |on| told.workspace.standing_owed(key("1.1.1"), day(on)).unwrap();
    assert_eq!(standing("2025-01-15").timing, Timing::Closed);
    assert_ne!(standing("2025-01-14").timing, Timing::Closed);
    // The assignment stands under the new activity, with its number and its minutes.
    let view = |on| told.workspace.assignment(given, day(on)).unwrap();
    assert_eq!(view("2025-01-15").item, ItemKey::Activity(next));
    assert_eq!(view("2025-01-14").item, activity("1.1.1"));
    assert_eq!(view("2025-01-15").number, view("2025-01-14").number);
    let called = told.workspace.assignments_called(day("2025-01-30"));
    assert_eq!(called.len(), 1);
    assert!(told.line("2025-01-30", ItemKey::Activity(next)).is_some());
    assert!(told.line("2025-01-30", activity("1.1.1")).is_none());
}

#[test]
fn carrying_over_is_taken_back_as_any_act() {
    let mut told = Told::with_successor();
    let before = closing(&told);
    carry(&mut told, "2025-01-15", "1.1.1");
    let ledger = told.workspace.ledger();
    let act = ledger.carried_over(key("1.1.1"), day(AFTER)).unwrap().act;
    told.say(None, AFTER, Operation::Retract { act });
    assert_eq!(closing(&told), before);
}

#[test]
fn a_chain_of_documents_leads_to_its_end_and_a_circle_nowhere() {
    let mut told = Told::with_successor();
    let next = carry(&mut told, "2025-01-15", "1.1.1");
    let last = key("1.2.1");
    let document = plan(&told);
    let on = |told: &mut Told, from, to| {
        let op = Operation::CarryOver {
            document,
            to: document,
            activities: vec![(from, to)],
        };
        told.say(None, "2025-01-15", op);
    };
    on(&mut told, next, last);
    let now = |told: &Told| {
        told.workspace
            .ledger()
            .item_on(activity("1.1.1"), day(AFTER))
    };
    assert_eq!(now(&told), ItemKey::Activity(last));
    on(&mut told, last, key("1.1.1"));
    assert_eq!(now(&told), activity("1.1.1"));
    // An activity never goes on with itself.
    on(&mut told, key("1.3.1"), key("1.3.1"));
    let ledger = told.workspace.ledger();
    assert!(ledger.carried_over(key("1.3.1"), day(AFTER)).is_none());
}

#[test]
fn after_a_plan_its_meetings_go_on_in_the_next_one_or_by_the_rule() {
    let mut told = Told::with_successor();
    told.open("2023-05-25");
    told.finish("2023-05-25");
    let offered = |told: &Told, on| told.workspace.meeting_to_offer(day(on)).to_string();
    assert_eq!(offered(&told, "2025-01-16"), "2025-01-16");
    let mut alone = Told::new();
    // What nobody has worked with is looked at from its beginning.
    assert_eq!(offered(&alone, "2025-01-16"), "2023-05-25");
    alone.open("2023-05-25");
    alone.finish("2023-05-25");
    assert_eq!(offered(&alone, "2025-01-14"), "2025-01-16");
}

#[test]
fn the_meeting_itself_goes_on_in_the_next_plan_and_is_no_item_of_it() {
    let mut told = Told::with_successor();
    assert!(told.workspace.is_meeting_itself(key("1.2.3")));
    let next = next_of(&told, "1.2.3");
    assert!(!told.workspace.is_meeting_itself(next));
    carry(&mut told, "2025-01-15", "1.2.3");
    assert!(told.workspace.is_meeting_itself(next));
    assert!(told.workspace.is_meeting_itself(key("1.2.3")));
    assert!(told.line("2025-01-16", ItemKey::Activity(next)).is_none());
    let settled = told.workspace.settled(key("1.2.3"), day(AFTER));
    let to = told.workspace.documents().get(1).unwrap().key;
    assert_eq!(settled, super::super::Settled::CarriedOver(to));
}
