//! The rules of hearings, news and the agenda, each named by its test.

use super::super::Span;
use super::super::fixture::{Told, activity, day};
use crate::domain::agenda::{AgendaLine, Reason, Section};
use crate::domain::control::Control;
use crate::domain::entry::EntryKind;
use crate::domain::id::Id;
use crate::domain::operation::Operation;
use crate::domain::subject::SubjectId;

/// An assignment far from due, put down to be heard on a day.
fn to_be_heard(on: &str) -> (Told, Id) {
    let mut told = Told::new();
    told.open("2023-05-25");
    let given = told.assign(
        Some("2023-05-25"),
        "2023-05-25",
        activity("2.4.2"),
        "2023-12-14",
    );
    let meeting = day(on);
    told.control("2023-05-25", given, Control::HearOn { meeting })
        .finish("2023-05-25");
    (told, given)
}

fn is_heard_on(told: &Told, meeting: &str) -> bool {
    let called = told.workspace.assignments_called(day(meeting));
    called.iter().any(|it| it.is_to_be_heard(day(meeting)))
}

#[test]
fn what_is_to_be_heard_on_a_day_without_a_meeting_comes_up_at_the_next() {
    // 11.06.2023 is a Sunday.
    let (told, _) = to_be_heard("2023-06-11");
    assert!(!is_heard_on(&told, "2023-06-08"));
    assert!(is_heard_on(&told, "2023-06-15"));
}

#[test]
fn what_is_to_be_heard_follows_a_meeting_that_is_moved() {
    for (moved, before, at) in [
        ("2023-06-09", "2023-06-08", "2023-06-09"),
        ("2023-06-07", "2023-06-06", "2023-06-07"),
    ] {
        let (mut told, _) = to_be_heard("2023-06-08");
        let skip = Operation::SkipMeeting {
            moved_to: Some(day(moved)),
            reason: "".into(),
        };
        told.say(Some("2023-06-08"), "2023-06-08", skip);
        assert!(!is_heard_on(&told, before), "{moved}");
        assert!(is_heard_on(&told, at), "{moved}");
    }
    // The Thursday is 9 May 2024, a holiday: the meeting of that week is on the eve.
    let (told, _) = to_be_heard("2024-05-09");
    let eve = told
        .workspace
        .meeting_days()
        .into_iter()
        .rfind(|it| *it <= day("2024-05-10"));
    assert!(is_heard_on(&told, &eve.unwrap().to_string()));
}

#[test]
fn what_was_not_heard_comes_up_again_and_what_was_decided_does_not() {
    let (mut told, given) = to_be_heard("2023-06-01");
    told.open("2023-06-01").finish("2023-06-01");
    assert!(is_heard_on(&told, "2023-06-08"));
    told.open("2023-06-08")
        .control(
            "2023-06-08",
            given,
            Control::Kept {
                until: day("2023-12-14"),
            },
        )
        .finish("2023-06-08");
    assert!(!is_heard_on(&told, "2023-06-15"));
}

#[test]
fn what_was_dealt_with_at_its_hearing_was_heard() {
    let (mut told, _) = to_be_heard("2023-06-01");
    told.open("2023-06-01");
    told.entry("2023-06-01", activity("2.4.2"), EntryKind::Heard);
    assert!(is_heard_on(&told, "2023-06-01"));
    told.finish("2023-06-01");
    assert!(!is_heard_on(&told, "2023-06-08"));
}

#[test]
fn an_item_too_long_for_the_hour_leaves_its_place_to_short_ones() {
    let mut told = Told::with(|settings| {
        settings.duration = 20;
        settings.item_minutes = 5;
        settings.agenda.by_weight = false;
        settings.agenda.consent = false;
    });
    told.open("2023-05-25");
    let chosen = told.workspace.propose_agenda(day("2023-05-25")).chosen;
    assert_eq!(chosen.len(), 4);
    // The first line takes 18 minutes from the meeting before, and nothing was dealt with.
    let long = chosen[0].item;
    let set = Operation::SetItem {
        item: long,
        speaker: None,
        minutes: Some(18),
    };
    told.say(Some("2023-05-25"), "2023-05-25", set)
        .finish("2023-05-25");
    let mut proposal = told.workspace.propose_agenda(day("2023-06-01"));
    let total =
        |lines: &[AgendaLine]| -> u16 { lines.iter().map(|line| line.minutes.unwrap_or(5)).sum() };
    assert!(total(&proposal.chosen) <= 20);
    proposal
        .aside
        .retain(|line| line.minutes.unwrap_or(5) <= 20 - total(&proposal.chosen));
    assert!(proposal.aside.is_empty(), "what still fits is chosen");
}

#[test]
fn entries_and_words_on_control_are_news_and_private_notes_are_not() {
    let mut told = Told::new();
    let id = "2.4.2".parse().unwrap();
    told.open("2023-05-25");
    let given = told.assign(
        Some("2023-05-25"),
        "2023-05-25",
        activity("2.4.2"),
        "2023-07-06",
    );
    told.finish("2023-05-25");
    let news = |told: &Told| told.workspace.last_news(id, day("2023-08-31"));
    assert_eq!(news(&told), Some(day("2023-05-25")));
    told.open("2023-06-01");
    told.entry("2023-06-01", activity("2.4.2"), EntryKind::Private);
    told.finish("2023-06-01");
    assert_eq!(news(&told), Some(day("2023-05-25")));
    told.open("2023-06-08")
        .control("2023-06-08", given, Control::Reported)
        .finish("2023-06-08");
    assert_eq!(news(&told), Some(day("2023-06-08")));
    told.open("2023-06-15");
    told.entry("2023-06-15", activity("2.4.2"), EntryKind::Decision);
    assert_eq!(news(&told), Some(day("2023-06-15")));
    // As of a day, nothing of later ones.
    let earlier = told.workspace.last_news(id, day("2023-06-14"));
    assert_eq!(earlier, Some(day("2023-06-08")));
    let week = |first: &str| Span::new(day(first), day(first).plus_days(6)).unwrap();
    let weeks = [week("2023-05-25"), week("2023-06-01"), week("2023-06-08")];
    let coverage = told.workspace.coverage(&weeks);
    assert_eq!(coverage[&"2.4".parse().unwrap()], [1, 0, 1]);
}

#[test]
fn a_line_that_is_merged_keeps_who_reports_and_all_its_reasons() {
    let mut told = Told::new();
    told.open("2023-05-25");
    let add = Operation::SetItem {
        item: activity("1.1.1"),
        speaker: Some(SubjectId("cnppm-asou".to_owned())),
        minutes: Some(7),
    };
    told.say(Some("2023-05-25"), "2023-05-25", add)
        .finish("2023-05-25");
    let line = told.line("2023-06-01", activity("1.1.1")).unwrap();
    assert_eq!(line.speaker, Some(SubjectId("cnppm-asou".to_owned())));
    assert_eq!(line.section, Section::Overdue);
    assert_eq!(line.reasons.len(), 2, "{:?}", line.reasons);
    assert_eq!(
        line.reasons[1],
        Reason::CarriedFrom {
            meeting: day("2023-05-25")
        }
    );
}

/// 3.5.13 is due on 31.10.2023, 40 days after Thursday 21.09.
#[test]
fn agenda_and_plan_look_as_far_ahead_as_the_settings_say() {
    let on = "2023-09-21";
    let id = "3.5.13".parse().unwrap();
    for (weeks, in_plan, in_agenda) in [(4, false, false), (5, true, false), (6, true, true)] {
        let mut told = Told::with(|settings| settings.look_ahead_weeks = weeks);
        let line = told.line(on, activity("3.5.13"));
        assert_eq!(line.is_some(), in_agenda, "{weeks}");
        assert!(line.is_none_or(|line| line.section == Section::Approaching));
        told.open(on);
        let plan = told.workspace.tactical_plan(day(on)).unwrap();
        let ahead = plan.look_ahead.iter().any(|it| it.activity == Some(id));
        assert_eq!(ahead, in_plan, "{weeks}");
    }
}
