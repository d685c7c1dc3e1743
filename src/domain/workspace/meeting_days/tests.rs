//! Every rhythm over the real days of the plan, its days off included: 2023 and 2024.

use chrono::{Datelike, Weekday};

use super::super::fixture::{Told, day};
use super::*;
use crate::domain::agenda::{ItemKey, Section};
use crate::domain::settings::{MeetingDay, Rhythm};
use crate::domain::subject::Subjects;

const RHYTHMS: [Rhythm; 3] = [Rhythm::Weekly, Rhythm::Fortnightly, Rhythm::Monthly];

const WEEKDAYS: [MeetingDay; 4] = [
    MeetingDay::Monday,
    MeetingDay::Thursday,
    MeetingDay::Friday,
    MeetingDay::Wednesday,
];

const OFF: [WeekdayOff; 4] = [
    WeekdayOff::Keep,
    WeekdayOff::Preceding,
    WeekdayOff::Next,
    WeekdayOff::Skip,
];

/// Every setting there is, with the days of its meetings to the end of 2024.
fn each(mut seen: impl FnMut(&Told, Rhythm, MeetingDay, WeekdayOff, &[Date])) {
    for rhythm in RHYTHMS {
        for weekday in WEEKDAYS {
            for off in OFF {
                let told = Told::with(|settings| {
                    settings.rhythm = rhythm;
                    settings.weekday = weekday;
                    settings.deadlines.weekday_off = off;
                });
                let end = day("2024-12-31");
                let mut days = vec![told.workspace.next_meeting_day(day("2023-05-22"))];
                while let Some(last) = days.last().copied() {
                    let next = told.workspace.next_meeting_day(last);
                    assert!(last < next, "{last} is followed by {next}");
                    if next > end {
                        break;
                    }
                    days.push(next);
                }
                seen(&told, rhythm, weekday, off, &days);
            }
        }
    }
}

#[test]
fn meetings_keep_to_weekday_and_rhythm_and_leave_them_for_days_off_alone() {
    each(|told, rhythm, weekday, off, days| {
        let said = format!("{rhythm:?} {weekday:?} {off:?}");
        let weekday = Weekday::from(weekday);
        assert!(
            days.len() >= 10 || weekday == Weekday::Sat,
            "{said}: {days:?}"
        );
        for held in days {
            let is_working = told.workspace.calendar().is_working_day(*held);
            if held.weekday() == weekday {
                assert!(
                    off != WeekdayOff::Skip || is_working,
                    "{said}: {held} is off"
                );
                assert!(told.workspace.is_regular(*held), "{said}: {held}");
                continue;
            }
            // Moved off a day off of its own week, to a working day.
            let regular = held.start_of_week().on_or_after(weekday);
            assert!(is_working, "{said}: {held}");
            assert!(
                !told.workspace.calendar().is_working_day(regular),
                "{said}: {held}"
            );
            assert!(told.workspace.is_regular(regular), "{said}: {held}");
        }
        if off == WeekdayOff::Keep {
            for pair in days.windows(2) {
                let apart = pair[1].days_since(pair[0]);
                let is_right = match rhythm {
                    Rhythm::Weekly => apart == 7,
                    Rhythm::Fortnightly => apart == 14,
                    Rhythm::Monthly => {
                        (apart == 28 || apart == 35) && pair[1].day() <= 7 && pair[0].day() <= 7
                    }
                };
                assert!(is_right, "{said}: {pair:?}");
            }
        }
    });
}

#[test]
fn the_days_up_to_the_next_meeting_leave_no_gap_and_do_not_overlap() {
    each(|told, rhythm, weekday, off, days| {
        for pair in days.windows(2) {
            let span = told.workspace.until_next_meeting(pair[0]);
            let wanted = Span::new(pair[0], pair[1].plus_days(-1)).unwrap();
            assert_eq!(span, wanted, "{rhythm:?} {weekday:?} {off:?}");
        }
    });
}

#[test]
fn a_deadline_before_the_next_meeting_is_on_this_one_however_far_that_is() {
    for (rhythm, on, due, last) in [
        // 1.1.5 and others are due on 31.05.2023.
        (Rhythm::Weekly, "2023-05-25", "2023-05-31", "2023-05-31"),
        (
            Rhythm::Fortnightly,
            "2023-05-25",
            "2023-05-31",
            "2023-06-07",
        ),
        (Rhythm::Monthly, "2023-06-01", "2023-06-30", "2023-07-05"),
    ] {
        let mut told = Told::with(|settings| settings.rhythm = rhythm);
        let span = told.workspace.until_next_meeting(day(on));
        assert_eq!(span.last, day(last), "{rhythm:?}");
        let lines = told.workspace.agenda_candidates(day(on));
        let is_due = |line: &&crate::domain::agenda::AgendaLine| {
            line.reasons.iter().any(|reason| {
                matches!(reason, crate::domain::agenda::Reason::Due { due: own, .. } if *own == day(due))
            })
        };
        let own: Vec<_> = lines.iter().filter(is_due).collect();
        assert!(!own.is_empty(), "{rhythm:?}");
        for line in own {
            assert_eq!(line.section, Section::ThisWeek, "{rhythm:?}: {line:?}");
        }
        // The tactical plan and what was assigned answer for the same days.
        told.open(on);
        let plan = told.workspace.tactical_plan(day(on)).unwrap();
        assert_eq!(plan.period, span);
        let later = day(last).plus_days(1);
        let topic = ItemKey::Topic(crate::domain::id::Id(ulid::Ulid::from_parts(7, 7)));
        let before = day(on).plus_days(-1).to_string();
        let within = told.assign(None, &before, topic, last);
        let beyond = told.assign(None, &before, topic, &later.to_string());
        let called = told.workspace.assignments_called(day(on));
        let has = |id| called.iter().any(|it| it.id == id);
        assert!(has(within) && !has(beyond), "{rhythm:?}");
    }
}

#[test]
fn a_weekly_meeting_moved_to_the_eve_answers_for_the_week_up_to_the_next_one() {
    // Thursday 9 May 2024 is a holiday.
    let told = Told::with(|settings| {
        settings.deadlines.weekday_off = WeekdayOff::Preceding;
    });
    let span = |on: &str| told.workspace.until_next_meeting(day(on));
    assert_eq!(span("2024-05-02").last, day("2024-05-07"));
    assert_eq!(span("2024-05-08").last, day("2024-05-15"));
}

#[test]
fn one_reports_to_the_meeting_of_the_day_until_it_is_over() {
    let on = "2023-05-25";
    let mut told = Told::new();
    assert_eq!(told.workspace.next_meeting_ahead(day(on)), day(on));
    told.open(on);
    assert_eq!(told.workspace.next_meeting_ahead(day(on)), day(on));
    told.finish(on);
    assert_eq!(
        told.workspace.next_meeting_ahead(day(on)),
        day("2023-06-01")
    );
    // The next one was held ahead of its day.
    told.open("2023-06-01").finish("2023-06-01");
    assert_eq!(
        told.workspace.next_meeting_ahead(day(on)),
        day("2023-06-08")
    );
}

#[test]
fn a_plan_that_begins_in_autumn_put_off_the_meetings_of_another_that_runs() {
    let told = Told::new();
    let running = Document::clone(told.workspace.documents().first().unwrap());
    let mut autumn = running.clone();
    autumn.key = "autumn".parse().unwrap();
    autumn.period = Span::new(day("2024-09-01"), day("2025-08-31"));
    let mut settings = told.workspace.settings().clone();
    settings.meeting_activity = None;
    for documents in [
        vec![autumn.clone(), running.clone()],
        vec![running.clone(), autumn.clone()],
    ] {
        let workspace = Workspace::new(
            documents,
            Subjects {
                format: Subjects::FORMAT,
                subjects: Vec::new(),
            },
            settings.clone(),
            told.workspace.calendar().clone(),
            Vec::new(),
        );
        let offered = workspace.meeting_to_offer(day("2024-04-11"));
        assert_eq!(offered, day("2024-04-11"));
        // The first plan counts from its order.
        assert_eq!(
            workspace.meeting_days().first(),
            told.workspace.meeting_days().first()
        );
    }
}
