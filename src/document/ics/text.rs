//! The lines of a calendar: escaping, folding, CRLF (RFC 5545, 3.1 and 3.3.11).

use chrono::{Datelike, Weekday};

use crate::domain::date::Date;

/// A line may have this many bytes, the line break not counted.
const LINE: usize = 75;

/// A calendar being written.
#[derive(Debug)]
pub(super) struct Calendar {
    out: String,
}

/// Something due on a day.
#[derive(Debug)]
pub(super) struct Event {
    pub(super) uid: String,
    pub(super) stamp: Date,
    pub(super) sequence: u32,
    pub(super) day: Date,
    pub(super) summary: String,
    pub(super) description: String,
    pub(super) category: &'static str,
}

impl Calendar {
    pub(super) fn new(name: &str) -> Self {
        let mut calendar = Self { out: String::new() };
        calendar.open("VCALENDAR");
        calendar.line("VERSION", "2.0");
        calendar.line("PRODID", "-//planerka//planerka//RU");
        calendar.line("CALSCALE", "GREGORIAN");
        calendar.line("METHOD", "PUBLISH");
        calendar.text("X-WR-CALNAME", name);
        calendar
    }

    pub(super) fn finish(mut self) -> String {
        self.close("VCALENDAR");
        self.out
    }

    pub(super) fn open(&mut self, component: &str) {
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
            self.line(name, &escape(value));
        }
    }

    /// An alarm some time before the beginning.
    pub(super) fn alarm(&mut self, trigger: &str, text: &str) {
        self.open("VALARM");
        self.line("ACTION", "DISPLAY");
        self.line("TRIGGER", trigger);
        self.text("DESCRIPTION", text);
        self.close("VALARM");
    }

    /// Something due on a day, with alarms at nine on the day itself and the day before.
    pub(super) fn all_day(&mut self, event: &Event) {
        self.open("VEVENT");
        self.line("UID", &event.uid);
        self.line("DTSTAMP", &moment(event.stamp));
        self.line("SEQUENCE", &event.sequence.to_string());
        self.line("DTSTART;VALUE=DATE", &day(event.day));
        self.line("DTEND;VALUE=DATE", &day(event.day.plus_days(1)));
        self.text("SUMMARY", &event.summary);
        self.text("DESCRIPTION", &event.description);
        self.text("CATEGORIES", event.category);
        self.line("TRANSP", "TRANSPARENT");
        self.alarm("-PT15H", &event.summary);
        self.alarm("PT9H", &event.summary);
        self.close("VEVENT");
    }
}

/// A day as `20230525`.
pub(super) fn day(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// The beginning of a day in UTC: for DTSTAMP, which has to be a moment and asks no clock here.
pub(super) fn moment(stamp: Date) -> String {
    format!("{}T000000Z", day(stamp))
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
