//! What can be wrong with settings that their form does not catch.

use super::Settings;
use crate::domain::date::Date;
use crate::domain::deadline::{MonthDay, SchoolTerm};
use crate::domain::subject::SubjectId;

/// The longest meeting in minutes: a day.
const DAY: u16 = 24 * 60;

/// A year with a 29 February.
const LEAP_YEAR: i32 = 2024;

/// One fault of the settings. A file with faults can still be used.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SettingsProblem {
    /// The meeting lasts no time at all, or longer than a day.
    Duration,
    /// An item takes no time at all, or longer than the meeting.
    ItemMinutes,
    /// The beginning is no time of the day.
    Time,
    /// A field with a day of the year names one that is not in the calendar.
    NoSuchDay(&'static str),
    /// The day monthly matters are due by is in no month.
    ReportDay,
    /// The terms of the school year overlap, are not in order, or one ends before it begins.
    SchoolTerms,
    /// A day is both a day off and a working day of the region.
    OffAndWorking(Date),
    /// The first number of a year is none.
    FirstNumber(i32),
    /// Somebody sits at the table twice.
    MemberTwice(SubjectId),
}

impl SettingsProblem {
    /// The field it is about.
    pub fn field(&self) -> &'static str {
        match self {
            Self::Duration => "duration",
            Self::ItemMinutes => "item_minutes",
            Self::Time => "time",
            Self::NoSuchDay(field) => field,
            Self::ReportDay => "report_day",
            Self::SchoolTerms => "school_terms",
            Self::OffAndWorking(_) => "extra_working",
            Self::FirstNumber(_) => "numbering",
            Self::MemberTwice(_) => "members",
        }
    }
}

impl Settings {
    /// Everything that is wrong, in the order of the file; empty when nothing is.
    pub fn problems(&self) -> Vec<SettingsProblem> {
        let mut problems = Vec::new();
        if !is_time(&self.time) {
            problems.push(SettingsProblem::Time);
        }
        let lasts = 1..=DAY;
        if !lasts.contains(&self.duration) {
            problems.push(SettingsProblem::Duration);
        }
        let longest = if lasts.contains(&self.duration) {
            self.duration
        } else {
            DAY
        };
        if !(1..=longest).contains(&self.item_minutes) {
            problems.push(SettingsProblem::ItemMinutes);
        }
        let none = self.numbering.iter().filter(|(_, first)| **first == 0);
        problems.extend(none.map(|(year, _)| SettingsProblem::FirstNumber(*year)));
        for (place, member) in self.members.iter().enumerate() {
            let known = self.members.iter().take(place);
            if known.filter(|other| *other == member).count() == 1 {
                problems.push(SettingsProblem::MemberTwice(member.clone()));
            }
        }
        let deadlines = &self.deadlines;
        if !is_day(deadlines.school_year_end) {
            problems.push(SettingsProblem::NoSuchDay("school_year_end"));
        }
        if deadlines
            .report_day
            .is_some_and(|day| !(1..=31).contains(&day))
        {
            problems.push(SettingsProblem::ReportDay);
        }
        if deadlines.standing_report.is_some_and(|day| !is_day(day)) {
            problems.push(SettingsProblem::NoSuchDay("standing_report"));
        }
        let terms = &deadlines.school_terms;
        if !terms
            .iter()
            .all(|term| is_day(term.first) && is_day(term.last))
        {
            problems.push(SettingsProblem::NoSuchDay("school_terms"));
        } else if !in_order(terms) {
            problems.push(SettingsProblem::SchoolTerms);
        }
        let both = self
            .calendar
            .extra_off
            .intersection(&self.calendar.extra_working);
        problems.extend(both.map(|day| SettingsProblem::OffAndWorking(*day)));
        problems
    }

    /// The settings with everybody at the table once.
    #[must_use]
    pub fn with_members_once(mut self) -> Self {
        let mut members: Vec<SubjectId> = Vec::with_capacity(self.members.len());
        for member in self.members {
            if !members.contains(&member) {
                members.push(member);
            }
        }
        self.members = members;
        self
    }
}

/// «10:00» or «10.00»; nothing at all is left out of the papers.
fn is_time(text: &str) -> bool {
    let colon = text.replacen('.', ":", 1);
    text.is_empty() || chrono::NaiveTime::parse_from_str(&colon, "%H:%M").is_ok()
}

/// Whether terms follow one another within a school year that begins in August or September.
fn in_order(terms: &[SchoolTerm]) -> bool {
    let place = |day: MonthDay| ((day.month + 4) % 12, day.day);
    let days: Vec<(u32, u32)> = terms
        .iter()
        .flat_map(|term| [place(term.first), place(term.last)])
        .collect();
    days.is_sorted_by(|one, other| one < other)
}

fn is_day(day: MonthDay) -> bool {
    Date::new(LEAP_YEAR, day.month, day.day).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_settings_that_come_with_the_program_are_in_order() {
        let embedded = include_str!("../../store/embedded/settings.ron");
        let settings: Settings = ron::from_str(embedded).unwrap();
        assert_eq!(settings.problems(), []);
        assert_eq!(Settings::default().problems(), []);
    }

    #[test]
    fn terms_out_of_order_and_days_both_off_and_worked_are_told() {
        let terms = |text: &str| {
            let text = format!("(deadlines: (school_terms: [{text}]))");
            ron::from_str::<Settings>(&text).unwrap().problems()
        };
        let term = |first: (u32, u32), last: (u32, u32)| {
            let day = |(month, day): (u32, u32)| format!("(month: {month}, day: {day})");
            format!("(first: {}, last: {}),", day(first), day(last))
        };
        let autumn = term((9, 1), (10, 27));
        let winter = term((11, 5), (1, 5));
        assert_eq!(terms(&(autumn.clone() + &winter)), []);
        assert_eq!(terms(&(winter + &autumn)), [SettingsProblem::SchoolTerms]);
        let impossible = term((9, 31), (10, 27));
        let no_day = SettingsProblem::NoSuchDay("school_terms");
        assert_eq!(terms(&impossible), [no_day]);
        let both = r#"(calendar: (extra_off: ["2024-05-24"], extra_working: ["2024-05-24"]))"#;
        let settings: Settings = ron::from_str(both).unwrap();
        let day = Date::new(2024, 5, 24).unwrap();
        assert_eq!(settings.problems(), [SettingsProblem::OffAndWorking(day)]);
    }

    #[test]
    fn somebody_given_three_times_is_told_once_and_sits_once() {
        let id = |name: &str| SubjectId(name.to_owned());
        let settings = Settings {
            members: ["a", "b", "a", "a"].map(id).to_vec(),
            ..Settings::default()
        };
        let told = [SettingsProblem::MemberTwice(id("a"))];
        assert_eq!(settings.problems(), told);
        assert_eq!(settings.with_members_once().members, ["a", "b"].map(id));
    }
}
