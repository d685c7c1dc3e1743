//! The meetings: one series, its exceptions, and the agenda of one day.

use std::collections::BTreeMap;

use chrono::{Datelike, Weekday};

use super::super::compose::agenda_questions;
use super::super::wording::question;
use super::Source;
use super::text::{self, Calendar};
use crate::domain::date::Date;
use crate::domain::meeting::MeetingState;
use crate::domain::settings::Rhythm;
use crate::domain::workspace::Workspace;

/// The series, with the agenda of the meeting of a day in its place.
pub(in super::super) fn meetings(workspace: &Workspace, day: Date) -> String {
    let settings = workspace.settings();
    let source = Source::of(workspace);
    let mut calendar = Calendar::new("Совещания", source.clone());
    let weekday = Weekday::from(settings.weekday);
    let Some(series) = Series::of(workspace, weekday) else {
        return calendar.finish(day, "Совещаний в сроки плана нет");
    };
    let about = About {
        uid: format!("meetings-{}@planerka", source.plan),
        time: clock(&settings.time),
        minutes: settings.duration,
        summary: summary(&settings.heading),
        place: settings.place.to_string(),
        agenda: agenda(workspace, day),
        day,
    };
    about.open(&mut calendar, None, series.first);
    let until = about.begin(series.last);
    let weekday = text::weekday(weekday);
    let rhythm = match settings.rhythm {
        Rhythm::Weekly => format!("FREQ=WEEKLY;BYDAY={weekday}"),
        Rhythm::Fortnightly => format!("FREQ=WEEKLY;INTERVAL=2;BYDAY={weekday}"),
        Rhythm::Monthly => format!("FREQ=MONTHLY;BYDAY=1{weekday}"),
    };
    let rule = format!("{rhythm};UNTIL={until}");
    calendar.line("RRULE", &rule);
    for (missing, _) in series.exceptions.iter().filter(|(_, to)| to.is_none()) {
        calendar.line("EXDATE", &about.begin(*missing));
    }
    about.close(&mut calendar);
    for (regular, to) in series
        .exceptions
        .iter()
        .filter_map(|(one, to)| Some((one, (*to)?)))
    {
        about.open(&mut calendar, Some(*regular), to);
        about.close(&mut calendar);
    }
    if series.holds(day) {
        about.open(&mut calendar, Some(day), day);
        about.close(&mut calendar);
    }
    // What neither is of the series nor stands in for one of its days.
    let alone = |day: Date| About {
        uid: format!("meeting-{}-{day}@planerka", source.plan),
        ..about.clone()
    };
    for extra in series.extra {
        let about = alone(extra);
        about.open(&mut calendar, None, extra);
        about.close(&mut calendar);
    }
    for day in series.cancelled {
        alone(day).open(&mut calendar, None, day);
        calendar.line("STATUS", "CANCELLED");
        calendar.close("VEVENT");
    }
    calendar.finish(day, "")
}

/// Every day of the rhythm from one day to another, and what departs from it.
struct Series {
    first: Date,
    last: Date,
    /// The days by weekday and rhythm alone.
    regular: Vec<Date>,
    /// Days of the series without a meeting, and the day it was moved to, if any.
    exceptions: BTreeMap<Date, Option<Date>>,
    /// Meetings beside the series.
    extra: Vec<Date>,
    /// Days beside the series whose meeting was called off.
    cancelled: Vec<Date>,
}

impl Series {
    fn of(workspace: &Workspace, weekday: Weekday) -> Option<Self> {
        let state = |day: Date| workspace.ledger().meeting(day).map(|one| one.state.clone());
        let is_off = |day: Date| matches!(state(day), Some(MeetingState::NotHeld { .. }));
        let mut days = workspace.meeting_days();
        // A week without a working day has no meeting, whatever the rule says.
        days.retain(|day| !workspace.is_day_off_for_meeting(*day));
        let beside = |day: &Date| day.weekday() != weekday;
        let cancelled: Vec<Date> = days
            .iter()
            .copied()
            .filter(|day| beside(day) && is_off(*day))
            .collect();
        days.retain(|day| !is_off(*day));
        let is_regular = |day: Date| day.weekday() == weekday && workspace.is_regular(day);
        let first = days.iter().copied().find(|day| is_regular(*day))?;
        let last = days.iter().copied().rfind(|day| is_regular(*day))?;
        let mut regular = Vec::new();
        let mut exceptions = BTreeMap::new();
        let mut day = first;
        while day <= last {
            if is_regular(day) {
                regular.push(day);
            }
            if is_regular(day) && !days.contains(&day) {
                let moved = match state(day) {
                    Some(MeetingState::NotHeld { moved_to, .. }) => moved_to,
                    // A day off: the calendar moved it within its week.
                    _ => days.iter().copied().find(|other| {
                        other.weekday() != weekday && other.start_of_week() == day.start_of_week()
                    }),
                };
                exceptions.insert(day, moved.filter(|to| days.contains(to)));
            }
            day = day.plus_days(7);
        }
        let mut extra = days;
        extra.retain(|day| !is_regular(*day) && !exceptions.values().any(|to| *to == Some(*day)));
        Some(Self {
            first,
            last,
            regular,
            exceptions,
            extra,
            cancelled,
        })
    }

    /// Whether the series itself has a meeting on a day.
    fn holds(&self, day: Date) -> bool {
        self.regular.contains(&day) && !self.exceptions.contains_key(&day)
    }
}

/// What a meeting is called, where and how long it is.
#[derive(Clone)]
struct About {
    uid: String,
    time: (u32, u32),
    minutes: u16,
    summary: String,
    place: String,
    /// The questions of the meeting of `day`.
    agenda: String,
    day: Date,
}

impl About {
    fn begin(&self, day: Date) -> String {
        let (hour, minute) = self.time;
        format!("{}T{hour:02}{minute:02}00", text::day(day))
    }

    /// Begins an event; of the series when it stands for one of its days.
    fn open(&self, calendar: &mut Calendar, instead_of: Option<Date>, day: Date) {
        calendar.open_event(&self.uid);
        if let Some(regular) = instead_of {
            calendar.line("RECURRENCE-ID", &self.begin(regular));
        }
        calendar.line("DTSTART", &self.begin(day));
        calendar.line("DURATION", &format!("PT{}M", self.minutes));
        calendar.summary(&self.summary);
        calendar.text("LOCATION", &self.place);
        // The agenda of one day is not that of the series.
        let is_series = instead_of.is_none() && self.uid.starts_with("meetings");
        if day == self.day && !is_series {
            calendar.text("DESCRIPTION", &self.agenda);
        }
    }

    fn close(&self, calendar: &mut Calendar) {
        calendar.alarm("-PT15M", &self.summary);
        calendar.close("VEVENT");
    }
}

fn agenda(workspace: &Workspace, day: Date) -> String {
    let questions: Vec<String> = agenda_questions(workspace, day)
        .iter()
        .map(|(asked, _)| format!("{}. {}", asked.number, question(asked)))
        .collect();
    questions.join("\n")
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
fn summary(heading: &str) -> String {
    if heading.is_empty() {
        "Совещание".to_owned()
    } else {
        format!("Совещание: повестка {heading}")
    }
}
