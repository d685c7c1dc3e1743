//! What is kept says what would be derived from nothing, whatever was done and undone.

use super::super::fixture::Told;
use super::*;
use crate::domain::agenda::ItemKey;
use crate::domain::date::Span;
use crate::domain::document::ActivityKey;
use crate::domain::entry::EntryKind;
use crate::domain::id::Id;
use crate::domain::operation::{Operation, Record, WriterId};
use crate::domain::workspace::{Course, Workspace};
use crate::domain::{demo, ledger::Ledger};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// By reading the whole journal.
fn last_news(ledger: &Ledger, activity: ActivityKey, day: Date) -> Option<Date> {
    let item = ItemKey::Activity(activity);
    let marked = ledger.marks(activity).iter().map(|mark| mark.day);
    let said = ledger.entries().filter(|entry| entry.item == item);
    let said = said.flat_map(|entry| {
        let own = (entry.content.kind != EntryKind::Private).then(|| entry.day());
        own.into_iter()
            .chain(ledger.controls(entry.id).iter().map(|word| word.day))
    });
    marked.chain(said).filter(|news| *news <= day).max()
}

/// Whether anything of an item was said at a meeting, by reading the whole journal.
fn has_word(workspace: &Workspace, date: Date, item: ItemKey) -> bool {
    let ledger = workspace.ledger();
    let meeting = ledger.meeting(date).unwrap();
    let is_end = |act| meeting.versions.iter().any(|version| version.act == act);
    let own = workspace.settings().meeting_activity;
    let marked = ledger.all_marks().any(|(activity, mark)| {
        ItemKey::Activity(activity) == item
            && Some(activity) != own
            && mark.meeting == Some(date)
            && !is_end(mark.act)
    });
    let public = |kind| kind != EntryKind::Private;
    let said = ledger.entries().any(|entry| {
        entry.meeting() == Some(date) && entry.item == item && public(entry.content.kind)
    });
    let controlled = ledger.entries().any(|entry| {
        entry.content.kind == EntryKind::Assignment
            && workspace.item_of_assignment(meeting, entry) == item
            && ledger
                .controls(entry.id)
                .iter()
                .any(|word| word.meeting == Some(date))
    });
    marked || said || controlled
}

fn compare(kept: &Workspace, fresh: &Workspace, on: Date) {
    assert!(kept.ledger() == fresh.ledger());
    for date in fresh.ledger().meetings().keys() {
        assert_eq!(kept.considered(*date), fresh.considered(*date));
        assert_eq!(kept.numbering(*date), fresh.numbering(*date));
        for line in &fresh.ledger().meeting(*date).unwrap().agenda {
            let found = kept.is_considered(*date, line.item);
            assert_eq!(found, has_word(fresh, *date, line.item), "{:?}", line.item);
        }
    }
    assert_eq!(*kept.meeting_days(), fresh.find_meeting_days());
    assert_eq!(*kept.outline(), fresh.find_outline());
    for on in [on, on.plus_days(7)] {
        assert_eq!(kept.assignments(on), fresh.find_assignments(on));
        assert_eq!(kept.propose_agenda(on), fresh.find_proposal(on));
        assert_eq!(kept.numbers(on), fresh.find_numbers(on));
        for document in kept.documents() {
            let carried = fresh.find_carried(document, on);
            assert_eq!(kept.carried(document, on), carried);
            let own = Node::Document(document.key);
            let within = |key| fresh.document_of(key).map(|it| it.key) == Some(document.key);
            if kept.outline().place(own).is_some() {
                assert_eq!(kept.tally_under(own, on), fresh.tally(on, within));
            }
            for heading in document.headings() {
                let below = |key| fresh.path(key).iter().any(|it| it.key == heading.key);
                let found = kept.tally_under(Node::Heading(heading.key), on);
                assert_eq!(found, fresh.tally(on, below));
            }
        }
        let before = kept.points_before_record(on, |_| true);
        assert_eq!(before, fresh.find_points_before_record(on));
        for groups in [Groups::Expanded, Groups::Folded] {
            assert_eq!(*kept.duties(on, groups), Duties::counted(fresh, on, groups));
        }
        let candidates = fresh.agenda_candidates(on);
        for line in &candidates {
            assert_eq!(
                kept.weight_of(on, line.item),
                fresh.weight_of(on, line.item)
            );
        }
        assert_eq!(kept.agenda_candidates(on), candidates);
        for document in fresh.documents() {
            let complete = fresh.find_carried(document, on).is_complete();
            assert_eq!(kept.is_carried_out(document, on), complete);
        }
        for (activity, _) in fresh.activities() {
            let key = activity.key;
            assert_eq!(kept.standing(key, on), fresh.standing(key, on));
            assert_eq!(kept.standing_owed(key, on), fresh.standing_owed(key, on));
            let news = last_news(fresh.ledger(), activity.key, on);
            assert_eq!(kept.last_news(activity.key, on), news);
            assert!(kept.is_said_as_found(fresh.ledger(), activity.key));
            compare_points(kept, fresh.ledger(), activity.key, on);
        }
    }
}

/// What is asked of an activity's marks is what a reader of all of them finds.
fn compare_points(kept: &Workspace, ledger: &Ledger, activity: ActivityKey, on: Date) {
    let marks = ledger.marks(activity);
    for date in ledger.meetings().keys() {
        let last = marks.iter().rfind(|mark| mark.meeting == Some(*date));
        assert_eq!(kept.mark_at(activity, *date), last);
    }
    for point in kept.activity(activity).unwrap().1.occurrences.iter() {
        let first = point.window.first;
        let own = || marks.iter().filter(|mark| mark.occurrence == first);
        let up_to = |day: Date| own().filter(move |mark| mark.day <= day);
        for day in [on, on.plus_days(-9)] {
            let last = up_to(day).max_by_key(|mark| mark.day);
            assert_eq!(kept.mark_on(activity, first, day), last);
            let before = up_to(day).filter(|mark| mark.meeting != Some(day));
            let before = before.max_by_key(|mark| mark.day);
            assert_eq!(kept.mark_before(activity, first, day), before);
            let course = Course::of_marks(point.due, up_to(day));
            assert_eq!(kept.course(activity, point, day), course);
            let is_moved = course.moved_to().is_some();
            let found = kept.due_after_moves(activity, first, point.due, day);
            assert_eq!(found, (course.due, is_moved));
        }
    }
}

#[test]
fn what_is_kept_is_what_would_be_derived_from_nothing_after_any_act() {
    let empty = Told::new().workspace;
    let writer = WriterId("demo".to_owned().into());
    let span = Span::new(day("2023-05-25"), day("2023-06-23")).unwrap();
    let mut kept = empty.clone();
    let mut told: Vec<Record> = Vec::new();
    for (place, act) in demo::season(&empty, span, 1, &writer)
        .into_iter()
        .enumerate()
    {
        let on = act.last().unwrap().day;
        let mut acts = vec![act];
        if place % 10 == 5 {
            // It is undone, and what was undone comes back.
            let taken_back = |records: &[Record], number: u128| {
                let last = records.last().unwrap().clone();
                let id = Id(ulid::Ulid::from_parts(last.id.0.timestamp_ms(), number));
                let op = Operation::Retract { act: last.act };
                vec![Record {
                    id,
                    act: id,
                    op,
                    ..last
                }]
            };
            let undo = taken_back(&acts[0], 1);
            let redo = taken_back(&undo, 2);
            acts.extend([undo, redo]);
        }
        for act in acts {
            kept.apply(act.clone());
            told.extend(act);
            if place % 10 == 5 {
                compare(&kept, &empty.with_records(told.clone()), on);
            }
        }
    }
    assert!(!kept.assignments(day("2023-06-23")).is_empty());
}
