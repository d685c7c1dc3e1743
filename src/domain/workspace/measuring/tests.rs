//! Values of indicators when they are due.

use super::*;
use crate::domain::operation::Operation;
use crate::domain::workspace::ReminderBasis;
use crate::domain::workspace::fixture::{Told, day};

fn measure(told: &mut Told, on: &str, indicator: u8, value: &str) {
    told.say(
        None,
        on,
        Operation::MeasureIndicator {
            indicator,
            value: Some(value.parse().unwrap()),
            source: "пример".into(),
            note: SafeText::default(),
        },
    );
}

fn asked(told: &Told, on: &str) -> Vec<u8> {
    let lines = told.workspace.agenda_candidates(day(on));
    let found = lines.iter().filter_map(told_of);
    found.collect()
}

fn told_of(line: &AgendaLine) -> Option<u8> {
    match line.reasons.as_slice() {
        [Reason::ValueDue { number, .. }, ..] => Some(*number),
        _ => None,
    }
}

#[test]
fn a_value_that_is_due_by_the_rhythm_is_on_the_agenda_until_it_is_recorded() {
    let mut told = Told::new();
    assert_eq!(asked(&told, "2023-07-06"), [], "nobody was asked before");
    told.open("2023-05-25").finish("2023-05-25");
    assert_eq!(asked(&told, "2023-05-25"), []);
    assert_eq!(asked(&told, "2023-06-01"), [1], "once a month");
    assert_eq!(asked(&told, "2023-07-06"), [1, 2], "and once a quarter");
    assert_eq!(asked(&told, "2024-01-11"), [1, 2, 3, 4, 5, 6]);
    assert_eq!(
        asked(&told, "2025-02-06"),
        [2, 3, 4, 5, 6],
        "the last of the plan"
    );
    measure(&mut told, "2023-07-06", 1, "12");
    assert_eq!(asked(&told, "2023-07-13"), [2]);
    let line = told
        .workspace
        .agenda_candidates(day("2023-07-13"))
        .into_iter()
        .find(|line| told_of(line).is_some())
        .unwrap();
    assert_eq!(line.section, Section::Values);
    let (indicator, ended) = told.workspace.item_indicator(line.item).unwrap();
    assert_eq!((indicator.number, ended), (2, day("2023-06-30")));
    let title = told.workspace.item_title(day("2023-07-13"), line.item);
    assert!(title.contains("вариативная система мониторинга"), "{title}");
}

#[test]
fn a_value_nobody_took_is_carried_over_and_one_that_was_taken_is_not() {
    let mut told = Told::with(|settings| settings.duration = 600);
    told.open("2023-05-25").finish("2023-05-25");
    told.open("2023-06-01").finish("2023-06-01");
    assert_eq!(asked(&told, "2023-06-08"), [1]);
    measure(&mut told, "2023-06-05", 1, "12");
    let lines = told.workspace.agenda_candidates(day("2023-06-08"));
    let left = lines
        .iter()
        .filter(|line| told.workspace.item_indicator(line.item).is_some());
    assert_eq!(left.count(), 0);
}

#[test]
fn a_view_says_how_a_value_changes_and_what_is_missing() {
    let mut told = Told::new();
    measure(&mut told, "2023-05-31", 3, "4,2");
    measure(&mut told, "2023-06-30", 3, "5,1");
    let view = |on: &str| told.workspace.indicator_views(day(on))[2].clone();
    let june = view("2023-07-06");
    assert_eq!(june.change().unwrap().to_string(), "0.9");
    assert_eq!(june.missing().unwrap().to_string(), "6.9");
    assert_eq!(june.unit(), "%");
    assert_eq!(view("2023-06-01").values.len(), 1, "not what came later");
    assert_eq!(view("2023-06-01").change(), None);
}

#[test]
fn the_bodies_a_method_names_collect_the_values_else_the_secretary() {
    let told = Told::with(|settings| settings.secretary = Some(SubjectId("mms".to_owned())));
    let names = |number| {
        let found = told.workspace.measured_by(number).into_iter();
        found.map(|id| id.0).collect::<Vec<_>>()
    };
    assert!(names(1).contains(&"asou".to_owned()), "{:?}", names(1));
    assert_eq!(names(4), ["mms"]);
}

#[test]
fn who_collects_a_value_is_reminded_of_it_before_and_after_it_is_due() {
    let mut told = Told::with(|settings| settings.secretary = Some(SubjectId("mms".to_owned())));
    told.open("2023-05-25").finish("2023-05-25");
    let of = |told: &Told, on: &str, who: &str| -> Vec<(u8, i64)> {
        let reminders = told.workspace.reminders(day(on)).into_iter();
        reminders
            .filter(|it| it.subject.0 == who)
            .flat_map(|it| it.lines)
            .filter_map(|line| match line.basis {
                ReminderBasis::Indicator { number, .. } => Some((number, line.over)),
                _ => None,
            })
            .collect()
    };
    assert_eq!(of(&told, "2023-06-01", "asou"), [(1, 1)]);
    assert_eq!(of(&told, "2023-12-18", "mms"), [(3, -13), (4, -13)]);
    measure(&mut told, "2023-06-01", 1, "7");
    assert_eq!(of(&told, "2023-06-02", "asou"), []);
    assert_eq!(of(&told, "2023-06-20", "asou"), [(1, -10)]);
}

#[test]
fn papers_have_no_indicators_until_one_is_measured_or_due() {
    let mut told = Told::new();
    told.open("2023-05-25").finish("2023-05-25");
    assert!(told.workspace.indicator_table(day("2023-05-25")).is_empty());
    let table = told.workspace.indicator_table(day("2023-06-01"));
    assert_eq!((table.len(), table[0].due), (6, Some(day("2023-05-31"))));
    measure(&mut told, "2023-06-01", 3, "13");
    let table = told.workspace.indicator_table(day("2023-06-01"));
    let third = &table[2];
    assert_eq!(third.missing.unwrap().to_string(), "0");
    assert_eq!(third.source.as_str(), "пример");
}

/// The value of an indicator told at a meeting.
fn measure_at(told: &mut Told, on: &str, indicator: u8, value: Option<&str>) {
    told.say(
        Some(on),
        on,
        Operation::MeasureIndicator {
            indicator,
            value: value.map(|value| value.parse().unwrap()),
            source: "пример".into(),
            note: SafeText::default(),
        },
    );
}

/// What the minutes of a day say of the first indicator: the value, and whether it was left.
fn in_minutes(told: &Told, on: &str) -> (Option<String>, bool) {
    let minutes = told.workspace.minutes(day(on)).unwrap();
    let mut values = minutes.items.iter().filter_map(|item| item.value.as_ref());
    let value = values.next().map(|value| value.amount.to_string());
    let asked = |question: &&crate::domain::minutes::Question| {
        question
            .reasons
            .iter()
            .any(|reason| matches!(reason, Reason::ValueDue { number: 1, .. }))
    };
    (value, minutes.not_considered.iter().any(|it| asked(&it)))
}

#[test]
fn a_value_taken_at_a_meeting_is_not_told_as_a_question_nobody_dealt_with() {
    let mut told = Told::with(|settings| settings.duration = 600);
    told.open("2023-05-25").finish("2023-05-25");
    let on = "2023-06-01";
    told.open(on);
    assert_eq!(in_minutes(&told, on), (None, true));
    measure_at(&mut told, on, 1, Some("12,5"));
    assert_eq!(in_minutes(&told, on), (Some("12.5".to_owned()), false));
    measure_at(&mut told, on, 1, None);
    assert_eq!(
        in_minutes(&told, on),
        (None, true),
        "the value was taken back"
    );
    measure_at(&mut told, on, 1, Some("12,5"));
    told.finish(on);
    assert_eq!(in_minutes(&told, on), (Some("12.5".to_owned()), false));
}

#[test]
fn a_value_taken_between_meetings_is_no_matter_of_the_meeting() {
    let mut told = Told::with(|settings| settings.duration = 600);
    told.open("2023-05-25").finish("2023-05-25");
    let on = "2023-06-01";
    told.open(on);
    measure(&mut told, on, 1, "12,5");
    assert_eq!(in_minutes(&told, on), (None, true));
}

#[test]
fn a_value_that_an_earlier_program_asked_for_stays_in_the_section_it_was_put_in() {
    let mut told = Told::new();
    let (first, on) = ("2023-05-25", "2023-06-08");
    told.open(first).finish(first);
    let mut agenda = told.workspace.propose_agenda(day(on)).chosen;
    let asks = |line: &&mut AgendaLine| line.section == Section::Values;
    let asked = agenda.iter_mut().find(asks).unwrap();
    asked.section = Section::ThisWeek;
    let item = asked.item;
    told.say(Some(on), on, Operation::OpenMeeting { agenda });
    told.finish(on);
    let minutes = told.workspace.minutes(day(on)).unwrap();
    let mut left = minutes.not_considered.iter();
    let asked = left.find(|it| {
        it.reasons
            .iter()
            .any(|why| matches!(why, Reason::ValueDue { .. }))
    });
    assert_eq!(asked.unwrap().section, Section::ThisWeek);
    // What is asked for again comes under its own heading.
    let again = told.line("2023-06-15", item).unwrap();
    assert_eq!(again.section, Section::Values);
}
