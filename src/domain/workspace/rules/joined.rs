//! What makes two workspaces the same, and whom minutes are for.

use std::sync::Arc;

use crate::domain::agenda::ItemKey;
use crate::domain::date::Span;
use crate::domain::entry::EntryKind;
use crate::domain::id::Id;
use crate::domain::mark::Status;
use crate::domain::operation::{Operation, Record, WriterId};
use crate::domain::subject::SubjectId;
use crate::domain::workspace::fixture::{Told, day};
use crate::domain::workspace::{Given, Workspace};

#[test]
fn minutes_know_their_addressees_and_nobody_else() {
    let mut told = Told::new();
    told.open("2023-05-25");
    let item = ItemKey::Activity("1.1.3".parse().unwrap());
    told.assign(Some("2023-05-25"), "2023-05-25", item, "2023-06-08");
    let minutes = told.workspace.minutes(day("2023-05-25")).unwrap();
    let mms = SubjectId("mms".to_owned());
    assert_eq!(minutes.addressee(&mms).map(|one| &one.subject), Some(&mms));
    assert_eq!(minutes.addressee(&SubjectId("iro-asou".to_owned())), None);
}

#[test]
fn workspaces_say_the_same_only_with_the_same_records_texts_settings_and_people() {
    let same = Told::new().workspace;
    assert!(same.says_the_same_as(&Told::new().workspace));

    let mut recorded = Told::new();
    recorded.open("2023-05-25");
    let records = Workspace {
        ledger: recorded.workspace.ledger.clone(),
        ..same.clone()
    };
    let texts = Workspace {
        first_texts: Vec::new(),
        ..same.clone()
    };
    let document = same.documents().first().unwrap().clone();
    let files = same.clone().with_given(vec![Given {
        document,
        names_keys: true,
    }]);
    let settings = Workspace {
        settings: Told::with(|settings| settings.duration = 45)
            .workspace
            .settings,
        ..same.clone()
    };
    let mut known_subjects = same.known_subjects.clone();
    let mut somebody = known_subjects.iter().next().unwrap().clone();
    somebody.id = SubjectId("somebody".to_owned());
    known_subjects.put(somebody);
    let people = Workspace {
        known_subjects,
        ..same.clone()
    };
    for (other, what) in [
        (&records, "records"),
        (&texts, "texts"),
        (&files, "files"),
        (&settings, "settings"),
        (&people, "people"),
    ] {
        assert!(!same.says_the_same_as(other), "{what}");
        assert!(!other.says_the_same_as(&same), "{what}");
    }
}

/// The look through the files reads the ledger while the chair goes on.
#[test]
fn a_ledger_is_shared_until_somebody_records_and_then_says_what_it_said() {
    let mut told = Told::new();
    told.open("2023-05-25");
    let looked_at = told.workspace.shared_ledger();
    let copy = told.workspace.clone();
    assert!(Arc::ptr_eq(&looked_at, &copy.shared_ledger()));
    let before = looked_at.records().len();
    told.mark("2023-05-25", "1.3.3", "2023-05-02", Status::Done);
    assert_eq!(looked_at.records().len(), before);
    assert_eq!(told.workspace.ledger().records().len(), before + 1);
    assert!(copy.says_the_same_as(&copy.clone()) && !copy.says_the_same_as(&told.workspace));
}

#[test]
fn a_ledger_whose_points_were_moved_does_not_stand_as_it_was_said() {
    let mut told = Told::new();
    told.open("2023-05-25");
    let activity = "1.3.3".parse().unwrap();
    let (_, view) = told.workspace.activity(activity).unwrap();
    let first = view.occurrences[0].window;
    let said_of = first.first.to_string();
    told.mark("2023-05-25", "1.3.3", &said_of, Status::Done);
    assert!(told.workspace.ledger().stands_as_said());
    let to = first.first.plus_days(3);
    told.say(
        None,
        "2023-05-26",
        Operation::CorrectReading {
            activity,
            windows: Some(vec![Span::new(to, first.last.max(to)).unwrap()]),
            moved: vec![(first.first, to)],
        },
    );
    let ledger = told.workspace.ledger();
    assert!(!ledger.stands_as_said());
    assert!(ledger.points_are_settled(None));
    assert_eq!(ledger.marks(activity)[0].occurrence, to);
}

/// What is done in a meeting is looked at in that meeting alone, for speed; this is the other kind.
#[test]
fn an_entry_of_another_meeting_that_goes_is_looked_at_where_it_stood() {
    let mut told = Told::new();
    told.open("2023-05-25");
    let item = ItemKey::Activity("1.1.3".parse().unwrap());
    let entry = told.entry("2023-05-25", item, EntryKind::Decision);
    let questions = |told: &Told| {
        let minutes = told.workspace.minutes(day("2023-05-25")).unwrap();
        minutes.items.len()
    };
    assert_eq!(questions(&told), 1);
    told.say(None, "2023-05-26", Operation::DeleteEntry { entry });
    assert_eq!(questions(&told), 0);
}

#[test]
fn undo_takes_back_the_last_living_act_of_its_own_writer() {
    let mut told = Told::new();
    let chair = WriterId("w".to_owned().into());
    assert_eq!(told.workspace.undo_target(&chair), None);
    told.open("2023-05-25")
        .mark("2023-05-25", "1.1.3", "2023-05-01", Status::Done);
    let acts: Vec<Id> = told
        .workspace
        .ledger()
        .records()
        .iter()
        .map(|it| it.act)
        .collect();
    let [opened, marked] = acts[..] else {
        panic!("two acts")
    };
    assert_eq!(told.workspace.undo_target(&chair), Some(marked));
    assert_eq!(
        told.workspace
            .undo_target(&WriterId("other".to_owned().into())),
        None
    );
    told.say(
        Some("2023-05-25"),
        "2023-05-25",
        Operation::Retract { act: marked },
    );
    assert_eq!(told.workspace.undo_target(&chair), Some(opened));
}

/// The history asked for the records of each act in all the records: with a hundred times the records
/// of two years it took half a minute to open.
#[test]
fn acts_have_their_records_together_though_two_computers_wrote_them_side_by_side() {
    let mut told = Told::new();
    told.open("2023-05-25");
    let first = told.workspace.ledger().records()[0].clone();
    let record = |number: u128, act: u128, clock: u64| {
        let id = |number| Id(ulid::Ulid::from_parts(1_700_000_000_000, number));
        let op = Operation::SkipMeeting {
            moved_to: None,
            reason: "праздник".into(),
        };
        Record {
            id: id(number),
            act: id(act),
            clock: first.clock + clock,
            op,
            ..first.clone()
        }
    };
    let records = [record(1, 1, 1), record(2, 2, 1), record(3, 1, 2)];
    let told = told.workspace.with_records(records);
    let acts: Vec<Vec<u128>> = told
        .ledger()
        .acts()
        .iter()
        .map(|act| act.iter().map(|it| it.id.0.random()).collect())
        .collect();
    assert_eq!(acts, [vec![1, 3], vec![2]]);
}

/// A damaged journal may hold an act that takes itself back.
#[test]
fn an_act_that_takes_itself_back_is_taken_in() {
    let mut told = Told::new();
    told.open("2023-05-25");
    let last = told.workspace.ledger().records()[0].clone();
    let id = Id(ulid::Ulid::from_parts(1_700_000_000_000, 9));
    let op = Operation::Retract { act: id };
    let clock = last.clock + 1;
    let bites = Record {
        id,
        act: id,
        clock,
        op: op.clone(),
        ..last.clone()
    };
    told.workspace.apply([bites.clone()]);
    let again = Id(ulid::Ulid::from_parts(1_700_000_000_000, 10));
    told.workspace.apply([Record {
        id: again,
        act: again,
        clock: clock + 1,
        ..bites
    }]);
    assert_eq!(told.workspace.ledger().records().len(), 3);
    assert!(told.workspace.ledger().meeting(last.day).is_some());
}
