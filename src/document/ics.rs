//! Calendars (RFC 5545): the series of meetings with its exceptions, one meeting, due dates of
//! assignments and of the tactical plan. Times are floating: they mean the clock of the hall.
//!
//! A UID is made of what is named, never at random, and SEQUENCE is the version of the minutes:
//! importing a newer file moves what is in the calendar already instead of doubling it.

mod text;

use chrono::Datelike;

use super::compose::agenda_questions;
use super::wording::{decision, of_minutes, question};
use crate::domain::date::Date;
use crate::domain::meeting::MeetingState;
use crate::domain::minutes::{Decision, DecisionKind, Minutes, Question};
use crate::domain::safe_text::SafeText;
use crate::domain::subject::SubjectId;
use crate::domain::tactical_plan::{Basis, Line, TacticalPlan};
use crate::domain::workspace::Workspace;

use text::Calendar;

/// Due dates of the assignments of minutes; with a subject, only of that subject's.
pub(super) fn assignments(
    minutes: &Minutes,
    workspace: &Workspace,
    subject: Option<&SubjectId>,
) -> String {
    let mut calendar = Calendar::new("Поручения");
    let chosen: Vec<(&Question, &Decision)> = match subject {
        Some(subject) => super::compose::decisions_of(minutes, workspace, subject)
            .into_iter()
            .flat_map(|(asked, _, own)| own.into_iter().map(move |one| (asked, one)))
            .collect(),
        None => minutes
            .agenda
            .iter()
            .zip(&minutes.items)
            .flat_map(|(asked, item)| item.decided.iter().map(move |one| (asked, one)))
            .collect(),
    };
    let head = &minutes.head;
    for (asked, decided) in chosen {
        let (DecisionKind::Assignment, Some(due)) = (&decided.kind, decided.due) else {
            continue;
        };
        let who: Vec<&str> = decided.executors.iter().map(SafeText::as_str).collect();
        calendar.all_day(&text::Event {
            uid: assignment_uid(head.date, &decided.number),
            stamp: head.date,
            sequence: head.version,
            day: due,
            summary: format!("Срок: {} – {}", who.join(", "), decided.text),
            description: format!(
                "{}\nПункт {} {}\n{}",
                decision(decided, None),
                decided.number,
                of_minutes(head.date, head.number),
                question(asked)
            ),
            category: "Поручение",
        });
    }
    calendar.finish()
}

fn assignment_uid(minutes: Date, number: &str) -> String {
    format!("assignment-{minutes}-{number}@planerka")
}

/// Due dates of the lines of a tactical plan.
pub(super) fn tactical_plan(plan: &TacticalPlan) -> String {
    let mut calendar = Calendar::new("Тактический план");
    for line in plan.lines() {
        let Some(due) = line.due else { continue };
        let who: Vec<&str> = line.executors.iter().map(SafeText::as_str).collect();
        calendar.all_day(&text::Event {
            uid: line_uid(plan, line),
            stamp: plan.minutes.date,
            sequence: plan.minutes.version,
            day: due,
            summary: format!("Срок: {} – {}", who.join(", "), line.task),
            description: format!(
                "{}\nОжидаемый результат: {}\nОснование: {}",
                line.task,
                line.result,
                super::compose::basis(&line.basis)
            ),
            category: "Тактический план",
        });
    }
    calendar.finish()
}

/// An assignment keeps its name in every calendar it comes into; an activity is named with the
/// plan that has it, because every week it is another line.
fn line_uid(plan: &TacticalPlan, line: &Line) -> String {
    match (&line.basis, line.activity) {
        (Basis::EarlierMinutes { date, item, .. }, _) => assignment_uid(*date, item),
        (Basis::Item(number), _) if number.contains('.') => {
            assignment_uid(plan.minutes.date, number)
        }
        (_, Some(activity)) => match line.due {
            Some(due) => format!("activity-{activity}-{due}@planerka"),
            None => format!("activity-{activity}@planerka"),
        },
        (_, None) => format!("line-{}-{}@planerka", plan.minutes.date, line.number),
    }
}

/// The meetings: the weekly series, its exceptions, and the agenda of one day.
pub(super) fn meetings(workspace: &Workspace, day: Date) -> String {
    let settings = workspace.settings();
    let mut calendar = Calendar::new("Совещания");
    let (hour, minute) = clock(&settings.time);
    let begin = |day: Date| {
        format!(
            "{:04}{:02}{:02}T{hour:02}{minute:02}00",
            day.year(),
            day.month(),
            day.day()
        )
    };
    let weekday = chrono::Weekday::from(settings.weekday);
    let days = workspace.meeting_days();
    let planned: Vec<Date> = days
        .iter()
        .copied()
        .filter(|one| one.weekday() == weekday)
        .collect();
    let (Some(first), Some(last)) = (planned.first().copied(), planned.last().copied()) else {
        return calendar.finish();
    };
    let stamp = workspace.plan().document.date;
    // Days of the week of the series on which it is not held: moved, skipped.
    let mut missing = Vec::new();
    let mut one = first;
    while one <= last {
        let is_off = matches!(
            workspace
                .ledger()
                .meeting(one)
                .map(|meeting| &meeting.state),
            Some(MeetingState::NotHeld { .. })
        );
        if is_off || !planned.contains(&one) {
            missing.push(one);
        }
        one = one.plus_days(7);
    }
    let summary = sentence_case(&settings.heading);
    let duration = settings.duration;
    let skips = u32::try_from(missing.len()).unwrap_or(u32::MAX);
    calendar.open("VEVENT");
    calendar.line("UID", "meetings@planerka");
    calendar.line("DTSTAMP", &text::moment(stamp));
    calendar.line("SEQUENCE", &skips.to_string());
    calendar.line("DTSTART", &begin(first));
    calendar.line("DURATION", &format!("PT{duration}M"));
    calendar.line(
        "RRULE",
        &format!(
            "FREQ=WEEKLY;BYDAY={};UNTIL={}",
            text::weekday(weekday),
            begin(last)
        ),
    );
    for one in &missing {
        calendar.line("EXDATE", &begin(*one));
    }
    calendar.text("SUMMARY", &summary);
    calendar.text("LOCATION", &settings.place);
    calendar.alarm("-PT15M", &summary);
    calendar.close("VEVENT");
    // Meetings on other days stand for themselves.
    for one in days.iter().filter(|one| one.weekday() != weekday) {
        calendar.open("VEVENT");
        calendar.line("UID", &format!("meeting-{one}@planerka"));
        calendar.line("DTSTAMP", &text::moment(stamp));
        calendar.line("DTSTART", &begin(*one));
        calendar.line("DURATION", &format!("PT{duration}M"));
        calendar.text("SUMMARY", &summary);
        calendar.text("LOCATION", &settings.place);
        calendar.close("VEVENT");
    }
    // The asked meeting, with its agenda, in the place of the one of the series.
    if planned.contains(&day) && !missing.contains(&day) {
        let questions: Vec<String> = agenda_questions(workspace, day)
            .iter()
            .map(|(asked, _)| format!("{}. {}", asked.number, question(asked)))
            .collect();
        let version = workspace.ledger().meeting(day).map_or(0, |one| one.version);
        calendar.open("VEVENT");
        calendar.line("UID", "meetings@planerka");
        calendar.line("RECURRENCE-ID", &begin(day));
        calendar.line("DTSTAMP", &text::moment(stamp));
        calendar.line("SEQUENCE", &skips.saturating_add(version).to_string());
        calendar.line("DTSTART", &begin(day));
        calendar.line("DURATION", &format!("PT{duration}M"));
        calendar.text("SUMMARY", &summary);
        calendar.text("LOCATION", &settings.place);
        calendar.text("DESCRIPTION", &questions.join("\n"));
        calendar.alarm("-PT15M", &summary);
        calendar.close("VEVENT");
    }
    calendar.finish()
}

/// «10:00» of the settings; ten o'clock for anything else.
fn clock(time: &str) -> (u32, u32) {
    let parsed = time.split_once([':', '.']).and_then(|(hour, minute)| {
        let hour: u32 = hour.trim().parse().ok()?;
        let minute: u32 = minute.trim().parse().ok()?;
        (hour < 24 && minute < 60).then_some((hour, minute))
    });
    parsed.unwrap_or((10, 0))
}

/// The heading is in the genitive («еженедельного совещания …»), which does for a calendar with
/// the kind of paper before it.
fn sentence_case(heading: &str) -> String {
    if heading.is_empty() {
        "Совещание".to_owned()
    } else {
        format!("Совещание: повестка {heading}")
    }
}
