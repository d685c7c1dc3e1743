//! Where an activity stands on the agenda, and when it does not, each rule named by its test.

use crate::domain::agenda::{AgendaLine, ItemKey, Reason, Section};
use crate::domain::control::Control;
use crate::domain::date::Date;
use crate::domain::deadline::Kind;
use crate::domain::document::ActivityKey;
use crate::domain::id::Id;
use crate::domain::operation::Operation;
use crate::domain::workspace::fixture::{Told, activity, day, postponed};
use crate::domain::workspace::{Standing, Timing};

#[test]
fn what_was_put_off_comes_up_after_its_meeting_and_not_at_it() {
    let mut told = Told::new();
    let item = activity("2.4.2");
    told.open("2023-06-01").say(
        Some("2023-06-01"),
        "2023-06-01",
        Operation::ParkItem { item, parked: true },
    );
    told.finish("2023-06-01");
    let is_parked = |on: &str| {
        let line = told.line(on, item);
        line.is_some_and(|line| {
            line.reasons.iter().any(
                |reason| matches!(reason, Reason::Parked { meeting } if *meeting == day("2023-06-01")),
            )
        })
    };
    assert!(!is_parked("2023-05-25"));
    assert!(!is_parked("2023-06-01"));
    assert!(is_parked("2023-06-08"));
    let line = told.line("2023-06-08", item).unwrap();
    assert_eq!(line.section, Section::CarriedOver);
}

/// The first event of the plan that is some weeks after the plan begins, and its first day.
fn event(told: &Told) -> (ActivityKey, Date) {
    let mut found = told.workspace.activities().filter_map(|(one, view)| {
        let first = view.occurrences.first()?.window.first;
        let is_later = first > day("2023-07-01");
        (view.reading.kind == Kind::Event && is_later).then_some((one.key, first))
    });
    found.next().unwrap()
}

#[test]
fn people_gather_this_week_unless_the_event_was_moved() {
    let mut told = Told::new();
    let (key, first) = event(&told);
    let days = told.workspace.meeting_days();
    let thursday = days.iter().rfind(|it| **it <= first).unwrap().to_string();
    let reasons = |told: &Told| {
        let line = told.line(&thursday, activity(&key.to_string()));
        line.map(|line| (line.section, line.reasons))
    };
    let (section, why) = reasons(&told).unwrap();
    assert_eq!(section, Section::ThisWeek);
    assert!(matches!(why[0], Reason::Event { first: it, .. } if it == first));
    let later = first.plus_days(90).to_string();
    told.mark(
        "2023-06-01",
        &key.to_string(),
        &first.to_string(),
        postponed(&later),
    );
    let moved = reasons(&told);
    let gathers = |why: &[Reason]| why.iter().any(|it| matches!(it, Reason::Event { .. }));
    assert!(moved.is_none_or(|(_, why)| !gathers(&why)));
}

/// 1.1.2 is due on 30.06.2023, 29 days after Thursday 01.06: further than the settings look ahead.
#[test]
fn what_is_due_by_the_end_of_the_month_is_of_this_month() {
    let told = Told::new();
    let line = told.line("2023-06-01", activity("1.1.2")).unwrap();
    assert_eq!(line.section, Section::ThisMonth);
    let due = day("2023-06-30");
    assert_eq!(line.reasons, [Reason::Due { due, days: 29 }]);
}

#[test]
fn nobody_is_asked_to_speak_of_what_is_closed_or_older_than_the_record() {
    let mut told = Told::new();
    told.open("2023-05-25").finish("2023-05-25");
    let on = day("2023-10-05");
    let silent = told.workspace.activities().find_map(|(one, _)| {
        let standing = told.workspace.standing(one.key, on)?;
        let weeks = told.workspace.silence(one.key, &standing, on)?;
        Some((one.key, standing, weeks))
    });
    let (key, standing, weeks) = silent.unwrap();
    let least = i64::from(told.workspace.settings().silent_weeks);
    assert!(weeks >= least);
    let silence = |standing: &Standing, on: Date| told.workspace.silence(key, standing, on);
    for timing in [Timing::Closed, Timing::Unrecorded] {
        let other = Standing {
            timing,
            ..standing.clone()
        };
        assert_eq!(silence(&other, on), None, "{timing:?}");
    }
    // Weeks are counted from the last news, and only whole ones.
    let spoken = |days: i64| Standing {
        last_news: Some(on.plus_days(-days)),
        ..standing.clone()
    };
    let limit = least * 7;
    assert_eq!(silence(&spoken(limit), on), Some(least));
    assert_eq!(silence(&spoken(limit + 6), on), Some(least));
    assert_eq!(silence(&spoken(limit - 1), on), None);
}

/// Settings that call everything silent of which nothing was said this week.
#[test]
fn nobody_is_asked_to_speak_of_what_begins_tomorrow() {
    let told = Told::with(|settings| settings.silent_weeks = 0);
    let key = "2.4.2".parse().unwrap();
    let on = day("2023-10-05");
    let mut standing = told.workspace.standing(key, on).unwrap();
    for (first, weeks) in [(-7, Some(1)), (0, Some(0)), (1, None)] {
        standing.occurrence.window.first = on.plus_days(first);
        standing.last_news = Some(standing.occurrence.window.first);
        assert_eq!(told.workspace.silence(key, &standing, on), weeks, "{first}");
    }
}

/// A topic outside the plan, put on the agenda of a meeting by the chair.
fn with_topic(told: &mut Told, on: &str, name: &str) -> ItemKey {
    let item = ItemKey::Topic(Id(ulid::Ulid::from_parts(7, name.len() as u128)));
    let mut line = AgendaLine::new(item, Section::Added, Reason::ByHand);
    line.title = Some(name.into());
    told.say(Some(on), on, Operation::AddItem { line: line.into() });
    item
}

#[test]
fn what_was_not_reached_comes_again_as_carried_over_with_its_own_title() {
    let mut told = Told::new();
    told.open("2023-05-25");
    let first = with_topic(&mut told, "2023-05-25", "О связи");
    let second = with_topic(&mut told, "2023-05-25", "О переезде архива");
    told.finish("2023-05-25");
    let meeting = day("2023-05-25");
    for (item, title) in [(first, "О связи"), (second, "О переезде архива")] {
        let line = told.line("2023-06-01", item).unwrap();
        assert_eq!(line.section, Section::CarriedOver);
        assert_eq!(line.reasons, [Reason::CarriedFrom { meeting }]);
        let known = told.workspace.topic_title(item).unwrap();
        assert_eq!(known.as_str(), title);
    }
}

#[test]
fn an_assignment_that_was_not_reached_comes_again_unless_it_was_lifted() {
    let mut told = Told::new();
    told.open("2023-05-25");
    let topic = with_topic(&mut told, "2023-05-25", "О связи");
    let given = told.assign(Some("2023-05-25"), "2023-05-25", topic, "2023-06-01");
    told.finish("2023-05-25")
        .open("2023-06-01")
        .finish("2023-06-01");
    let meeting = day("2023-06-01");
    let line = told.line("2023-06-08", ItemKey::Assignment(given)).unwrap();
    assert!(line.reasons.contains(&Reason::CarriedFrom { meeting }));
    told.control("2023-06-05", given, Control::Lifted);
    assert_eq!(told.line("2023-06-08", ItemKey::Assignment(given)), None);
}

#[test]
fn what_is_to_be_heard_is_called_so_though_it_is_due() {
    let mut told = Told::new();
    told.open("2023-05-25");
    let item = activity("2.4.2");
    let given = told.assign(Some("2023-05-25"), "2023-05-25", item, "2023-06-08");
    told.finish("2023-05-25");
    let is_due = |told: &Told| {
        let line = told.line("2023-06-08", item).unwrap();
        matches!(line.reasons[0], Reason::AssignmentDue { .. })
    };
    assert!(is_due(&told));
    let meeting = day("2023-06-08");
    told.control("2023-06-01", given, Control::HearOn { meeting });
    assert!(!is_due(&told));
    let line = told.line("2023-06-08", item).unwrap();
    assert!(matches!(line.reasons[0], Reason::ToBeHeard { .. }));
}

#[test]
fn two_reasons_of_one_section_stay_in_their_order() {
    let mut told = Told::new();
    told.open("2023-05-25");
    let item = activity("2.4.2");
    told.assign(Some("2023-05-25"), "2023-05-25", item, "2023-06-09");
    told.assign(Some("2023-05-25"), "2023-05-25", item, "2023-06-08");
    told.finish("2023-05-25");
    let line = told.line("2023-06-08", item).unwrap();
    let dates: Vec<_> = line.reasons.iter().filter_map(Reason::date).collect();
    assert_eq!(dates, [day("2023-06-09"), day("2023-06-08")]);
}

const ORDER: &str = r#"(
    format: 1,
    key: "order",
    short: "Приказ № 7",
    requisites: (kind: "Приказ", number: "7", date: Some("2023-05-22")),
    point: "Пункт",
    period: Some((first: "2023-01-01", last: "2023-12-31")),
    content: [Activity(key: "order/1", number: "1.", title: "Отчёт", executors: "ММС", term: "до 30.05.2023")],
)"#;

#[test]
fn nothing_is_on_control_before_the_day_of_its_order() {
    let mut told = Told::new();
    told.put(vec![ron::from_str(ORDER).unwrap()]);
    let reminders = told.workspace.reminders(day("2023-05-25"));
    let lines: Vec<_> = reminders.iter().flat_map(|it| &it.lines).collect();
    assert_eq!(lines.len(), 1, "{reminders:?}");
    let (_, view) = told.workspace.activity("order/1".parse().unwrap()).unwrap();
    assert!(view.occurrences[0].window.first < day("2023-05-22"));
    assert_eq!(lines[0].since, Some(day("2023-05-22")));
}

#[test]
fn an_event_to_come_is_on_control_since_its_order_was_there_and_not_since_a_day_to_come() {
    let mut told = Told::new();
    let event = ORDER.replace("до 30.05.2023", "30.05.2023");
    let since = |told: &Told| {
        let reminders = told.workspace.reminders(day("2023-05-25"));
        let lines: Vec<_> = reminders.iter().flat_map(|it| &it.lines).collect();
        assert_eq!(lines.len(), 1, "{reminders:?}");
        lines[0].since
    };
    told.put(vec![ron::from_str(&event).unwrap()]);
    assert_eq!(since(&told), Some(day("2023-05-22")));
    let undated = event.replace(", date: Some(\"2023-05-22\")", "");
    assert_ne!(undated, event);
    told.put(vec![ron::from_str(&undated).unwrap()]);
    assert_eq!(since(&told), None);
}
