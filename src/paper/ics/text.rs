//! The lines of a calendar: escaping, folding, CRLF (RFC 5545, 3.1 and 3.3.11).

use std::collections::BTreeSet;

use chrono::{DateTime, Datelike, Utc, Weekday};

use super::super::typography::typeset;
use super::Source;
use crate::domain::date::Date;

/// A line may have this many bytes, the line break not counted.
const LINE: usize = 75;

/// A calendar being written.
#[derive(Debug)]
pub(super) struct Calendar {
    out: String,
    source: Source,
    components: usize,
    /// What is in it: several decisions may be on one assignment.
    due: BTreeSet<String>,
}

/// Something due on a day.
#[derive(Debug)]
pub(super) struct Event {
    pub(super) uid: String,
    pub(super) day: Date,
    /// Who and what, in a line.
    pub(super) what: String,
    pub(super) description: String,
    pub(super) category: &'static str,
    pub(super) standing: Standing,
}

/// Whether something is still to be done.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Standing {
    /// It is: with alarms.
    Open,
    /// It is done, and stays in the calendar as such.
    Done,
    /// It is no longer wanted.
    Cancelled,
}

impl Calendar {
    pub(super) fn new(name: &str, source: Source) -> Self {
        let mut calendar = Self {
            out: String::new(),
            source,
            components: 0,
            due: BTreeSet::new(),
        };
        calendar.open("VCALENDAR");
        calendar.line("VERSION", "2.0");
        calendar.line("PRODID", "-//planerka//planerka//RU");
        calendar.line("CALSCALE", "GREGORIAN");
        calendar.line("METHOD", "PUBLISH");
        let name = format!("{}{name}", calendar.source.stamp);
        calendar.text("X-WR-CALNAME", &name);
        calendar
    }

    /// The whole text. A calendar must have a component (RFC 5545, 3.6): one without any dates has
    /// a journal entry that says so.
    pub(super) fn finish(mut self, day: Date, nothing: &str) -> String {
        if self.components == 0 {
            let uid = format!("nothing-{}-{day}@planerka", self.source.plan);
            self.open_component("VJOURNAL", &uid);
            self.line("DTSTART;VALUE=DATE", &self::day(day));
            self.summary(nothing);
            self.close("VJOURNAL");
        }
        self.close("VCALENDAR");
        self.out
    }

    /// Begins an event with what every one has.
    pub(super) fn open_event(&mut self, uid: &str) {
        self.open_component("VEVENT", uid);
    }

    fn open_component(&mut self, component: &str, uid: &str) {
        self.components += 1;
        self.open(component);
        self.line("UID", uid);
        let Source {
            moment, sequence, ..
        } = self.source.clone();
        self.line("DTSTAMP", &moment);
        self.line("SEQUENCE", &sequence.to_string());
    }

    fn open(&mut self, component: &str) {
        self.line("BEGIN", component);
    }

    pub(super) fn close(&mut self, component: &str) {
        self.line("END", component);
    }

    /// A property whose value is in the form the standard wants already.
    pub(super) fn line(&mut self, name: &str, value: &str) {
        let mut width = 0;
        for character in format!("{name}:{value}").chars() {
            if width + character.len_utf8() > LINE {
                self.out.push_str("\r\n ");
                width = 1;
            }
            self.out.push(character);
            width += character.len_utf8();
        }
        self.out.push_str("\r\n");
    }

    /// A property that is text.
    pub(super) fn text(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.line(name, &escape(&typeset(value)));
        }
    }

    /// What a calendar shows in a line.
    pub(super) fn summary(&mut self, summary: &str) {
        let summary = format!("{}{summary}", self.source.stamp);
        self.text("SUMMARY", &summary);
    }

    /// An alarm some time before the beginning.
    pub(super) fn alarm(&mut self, trigger: &str, text: &str) {
        self.open("VALARM");
        self.line("ACTION", "DISPLAY");
        self.line("TRIGGER", trigger);
        self.text("DESCRIPTION", text);
        self.close("VALARM");
    }

    /// Something due on a day; as long as it is open, with alarms at nine on the day itself and
    /// the day before.
    pub(super) fn all_day(&mut self, event: &Event) {
        if !self.due.insert(event.uid.clone()) {
            return;
        }
        let summary = match event.standing {
            Standing::Open => format!("Срок: {}", event.what),
            Standing::Done => format!("Исполнено: {}", event.what),
            Standing::Cancelled => format!("Отменено: {}", event.what),
        };
        self.open_event(&event.uid);
        self.line("DTSTART;VALUE=DATE", &day(event.day));
        self.line("DTEND;VALUE=DATE", &day(event.day.plus_days(1)));
        self.summary(&summary);
        self.text("DESCRIPTION", &event.description);
        self.text("CATEGORIES", event.category);
        self.line("TRANSP", "TRANSPARENT");
        if event.standing == Standing::Cancelled {
            self.line("STATUS", "CANCELLED");
        }
        if event.standing == Standing::Open {
            self.alarm("-PT15H", &summary);
            self.alarm("PT9H", &summary);
        }
        self.close("VEVENT");
    }
}

/// A day as `20230525`.
pub(super) fn day(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// A moment in UTC, as DTSTAMP has to be.
pub(super) fn moment(moment: DateTime<Utc>) -> String {
    moment.format("%Y%m%dT%H%M%SZ").to_string()
}

/// The beginning of a day in UTC.
pub(super) fn midnight(of: Date) -> String {
    format!("{}T000000Z", day(of))
}

/// `MO` … `SU`.
pub(super) fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(character);
            }
            '\n' => escaped.push_str("\\n"),
            '\r' => {}
            _ if character.is_control() => escaped.push('\u{fffd}'),
            _ => escaped.push(character),
        }
    }
    escaped
}
