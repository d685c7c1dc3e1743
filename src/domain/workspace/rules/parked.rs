//! What is put off to another meeting.

use super::*;
use crate::domain::minutes::{Minutes, Question};
use crate::domain::operation::Operation;

const ON: &str = "2023-05-25";
const NEXT: &str = "2023-06-01";

fn minutes(told: &Told, on: &str) -> Minutes {
    told.workspace.minutes(day(on)).unwrap()
}

fn put_off(told: &Told, on: &str) -> Vec<String> {
    let minutes = minutes(told, on);
    let points = minutes.put_off.iter().map(Question::point);
    points.map(str::to_owned).collect()
}

/// As the key does it: put off and taken off the agenda in one act.
fn park(told: &mut Told, on: &str, item: ItemKey) {
    let parked = true;
    told.say(Some(on), on, Operation::ParkItem { item, parked });
    told.say(Some(on), on, Operation::DropItem { item });
}

#[test]
fn what_is_put_off_and_leaves_the_agenda_does_not_vanish_from_the_minutes() {
    let mut told = Told::new();
    told.open(ON);
    let item = activity("1.1.4");
    let section = told.workspace.ledger().meeting(day(ON)).unwrap();
    let section = section.line(item).unwrap().section;
    park(&mut told, ON, item);
    assert_eq!(put_off(&told, ON), ["1.1.4"]);
    let said = minutes(&told, ON);
    assert_eq!(
        said.put_off[0].section, section,
        "as it stood on the agenda"
    );
    let mut left = said.not_considered.iter().map(Question::point);
    assert!(!left.any(|point| point == "1.1.4"));
    told.finish(ON);
    assert_eq!(put_off(&told, ON), ["1.1.4"]);
}

#[test]
fn what_is_only_taken_off_the_agenda_is_not_put_off() {
    let mut told = Told::new();
    told.open(ON);
    let item = activity("1.1.4");
    told.say(Some(ON), ON, Operation::DropItem { item });
    assert!(put_off(&told, ON).is_empty());
}

#[test]
fn the_minutes_still_tell_what_was_put_off_when_the_next_meeting_has_taken_it_up() {
    let mut told = Told::new();
    told.open(ON);
    let item = activity("1.1.4");
    park(&mut told, ON, item);
    told.open(NEXT);
    assert!(told.workspace.ledger().parked().is_empty());
    assert_eq!(put_off(&told, ON), ["1.1.4"]);
    assert!(put_off(&told, NEXT).is_empty());
}

#[test]
fn what_is_taken_up_again_at_the_same_meeting_is_not_put_off() {
    let mut told = Told::new();
    told.open(ON);
    let item = activity("1.1.4");
    park(&mut told, ON, item);
    let parked = false;
    told.say(Some(ON), ON, Operation::ParkItem { item, parked });
    assert!(put_off(&told, ON).is_empty());
}
