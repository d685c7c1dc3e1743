//! The fields of `settings.ron` that have a place in a form.

use serde::Serialize;

use super::{Refused, turned};
use crate::domain::deadline::conventions::{Shift, WeekdayOff};
use crate::domain::safe_text::SafeText;
use crate::domain::settings::{Approval, MeetingDay, MinutesForm, MinutesLayout, Rhythm, Settings};
use crate::domain::subject::{Registry, SubjectId};

/// A field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "the names say it")]
pub enum SettingsField {
    Organisation,
    Heading,
    Place,
    Weekday,
    Rhythm,
    Time,
    Duration,
    ItemMinutes,
    MeetingDayOff,
    DueDayOff,
    SilentWeeks,
    LookAhead,
    Chair,
    Secretary,
    /// The number of the first minutes of this year.
    FirstNumber(i32),
    Form,
    Layout,
    ListFrom,
    Annex,
    Stamp,
    Letterhead,
    ApprovalPost,
    ApprovalName,
}

const DAYS: [MeetingDay; 7] = [
    MeetingDay::Monday,
    MeetingDay::Tuesday,
    MeetingDay::Wednesday,
    MeetingDay::Thursday,
    MeetingDay::Friday,
    MeetingDay::Saturday,
    MeetingDay::Sunday,
];

const RHYTHMS: [Rhythm; 3] = [Rhythm::Weekly, Rhythm::Fortnightly, Rhythm::Monthly];

const MEETING_OFF: [WeekdayOff; 4] = [
    WeekdayOff::Preceding,
    WeekdayOff::Next,
    WeekdayOff::Skip,
    WeekdayOff::Keep,
];

const SHIFTS: [Shift; 3] = [Shift::Preceding, Shift::Next, Shift::None];

impl SettingsField {
    /// Its name in the texts.
    pub fn id(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Heading => "heading",
            Self::Place => "place",
            Self::Weekday => "weekday",
            Self::Rhythm => "rhythm",
            Self::Time => "time",
            Self::Duration => "duration",
            Self::ItemMinutes => "item-minutes",
            Self::MeetingDayOff => "meeting-day-off",
            Self::DueDayOff => "due-day-off",
            Self::SilentWeeks => "silent-weeks",
            Self::LookAhead => "look-ahead",
            Self::Chair => "chair",
            Self::Secretary => "secretary",
            Self::FirstNumber(_) => "first-number",
            Self::Form => "form",
            Self::Layout => "layout",
            Self::ListFrom => "list-from",
            Self::Annex => "annex",
            Self::Stamp => "stamp",
            Self::Letterhead => "letterhead",
            Self::ApprovalPost => "approval-post",
            Self::ApprovalName => "approval-name",
        }
    }

    /// Where it stands in the file.
    pub fn path(self) -> &'static [&'static str] {
        match self {
            Self::Organisation => &["organisation"],
            Self::Heading => &["heading"],
            Self::Place => &["place"],
            Self::Weekday => &["weekday"],
            Self::Rhythm => &["rhythm"],
            Self::Time => &["time"],
            Self::Duration => &["duration"],
            Self::ItemMinutes => &["item_minutes"],
            Self::MeetingDayOff => &["deadlines", "weekday_off"],
            Self::DueDayOff => &["deadlines", "shift"],
            Self::SilentWeeks => &["silent_weeks"],
            Self::LookAhead => &["look_ahead_weeks"],
            Self::Chair => &["chair"],
            Self::Secretary => &["secretary"],
            Self::FirstNumber(_) => &["numbering"],
            Self::Form => &["papers", "form"],
            Self::Layout => &["papers", "layout"],
            Self::ListFrom => &["papers", "list_from"],
            Self::Annex => &["papers", "annex_tactical_plan"],
            Self::Stamp => &["papers", "stamp"],
            Self::Letterhead => &["papers", "letterhead"],
            Self::ApprovalPost | Self::ApprovalName => &["papers", "approval"],
        }
    }

    /// Its value in RON.
    pub fn value(self, settings: &Settings) -> Option<String> {
        fn ron<T: Serialize>(value: &T) -> Option<String> {
            ron::ser::to_string(value).ok()
        }
        let papers = &settings.papers;
        match self {
            Self::Organisation => ron(&settings.organisation),
            Self::Heading => ron(&settings.heading),
            Self::Place => ron(&settings.place),
            Self::Weekday => ron(&settings.weekday),
            Self::Rhythm => ron(&settings.rhythm),
            Self::Time => ron(&settings.time),
            Self::Duration => ron(&settings.duration),
            Self::ItemMinutes => ron(&settings.item_minutes),
            Self::MeetingDayOff => ron(&settings.deadlines.weekday_off),
            Self::DueDayOff => ron(&settings.deadlines.shift),
            Self::SilentWeeks => ron(&settings.silent_weeks),
            Self::LookAhead => ron(&settings.look_ahead_weeks),
            Self::Chair => ron(&settings.chair),
            Self::Secretary => ron(&settings.secretary),
            Self::FirstNumber(_) => ron(&settings.numbering),
            Self::Form => ron(&papers.form),
            Self::Layout => ron(&papers.layout),
            Self::ListFrom => ron(&papers.list_from),
            Self::Annex => ron(&papers.annex_tactical_plan),
            Self::Stamp => ron(&papers.stamp),
            Self::Letterhead => ron(&papers.letterhead),
            Self::ApprovalPost | Self::ApprovalName => ron(&papers.approval),
        }
    }

    /// What a field that is typed into says.
    pub fn typed(self, settings: &Settings, known: &Registry) -> String {
        let name = |id: &Option<SubjectId>| {
            id.as_ref()
                .map(|id| {
                    known
                        .get(id)
                        .map_or_else(|| id.to_string(), |subject| subject.short.to_string())
                })
                .unwrap_or_default()
        };
        let approval = settings.papers.approval.as_ref();
        match self {
            Self::Organisation => settings.organisation.to_string(),
            Self::Heading => settings.heading.to_string(),
            Self::Place => settings.place.to_string(),
            Self::Time => settings.time.to_string(),
            Self::Duration => settings.duration.to_string(),
            Self::ItemMinutes => settings.item_minutes.to_string(),
            Self::SilentWeeks => settings.silent_weeks.to_string(),
            Self::LookAhead => settings.look_ahead_weeks.to_string(),
            Self::Chair => name(&settings.chair),
            Self::Secretary => name(&settings.secretary),
            Self::FirstNumber(year) => settings.first_number(year).to_string(),
            Self::ListFrom => settings.papers.list_from.to_string(),
            Self::Stamp => settings.papers.stamp.to_string(),
            Self::Letterhead => settings.papers.letterhead.to_string(),
            Self::ApprovalPost => approval.map_or_else(String::new, |it| it.post.to_string()),
            Self::ApprovalName => approval.map_or_else(String::new, |it| it.name.to_string()),
            Self::Weekday
            | Self::Rhythm
            | Self::MeetingDayOff
            | Self::DueDayOff
            | Self::Form
            | Self::Layout
            | Self::Annex => String::new(),
        }
    }

    /// What a field that is chosen from a few says: a text by its id.
    pub fn choice(self, settings: &Settings) -> Option<&'static str> {
        Some(match self {
            Self::Weekday => match settings.weekday {
                MeetingDay::Monday => "form-monday",
                MeetingDay::Tuesday => "form-tuesday",
                MeetingDay::Wednesday => "form-wednesday",
                MeetingDay::Thursday => "form-thursday",
                MeetingDay::Friday => "form-friday",
                MeetingDay::Saturday => "form-saturday",
                MeetingDay::Sunday => "form-sunday",
            },
            Self::Rhythm => match settings.rhythm {
                Rhythm::Weekly => "form-weekly",
                Rhythm::Fortnightly => "form-fortnightly",
                Rhythm::Monthly => "form-monthly",
            },
            Self::MeetingDayOff => match settings.deadlines.weekday_off {
                WeekdayOff::Preceding => "form-off-preceding",
                WeekdayOff::Next => "form-off-next",
                WeekdayOff::Skip => "form-off-skip",
                WeekdayOff::Keep => "form-off-keep",
            },
            Self::DueDayOff => match settings.deadlines.shift {
                Shift::Preceding => "form-off-preceding",
                Shift::Next => "form-off-next",
                Shift::None => "form-off-keep",
            },
            Self::Form => match settings.papers.form {
                MinutesForm::Short => "form-minutes-short",
                MinutesForm::Full => "form-minutes-full",
            },
            Self::Layout => match settings.papers.layout {
                MinutesLayout::Classical => "form-layout-classical",
                MinutesLayout::Federal => "form-layout-federal",
            },
            Self::Annex => yes_no(settings.papers.annex_tactical_plan),
            _ => return None,
        })
    }

    /// Turns a field that is chosen from a few; whether it is one.
    pub fn turn(self, settings: &mut Settings, forward: bool) -> bool {
        let papers = &mut settings.papers;
        match self {
            Self::Weekday => settings.weekday = turned(&DAYS, settings.weekday, forward),
            Self::Rhythm => settings.rhythm = turned(&RHYTHMS, settings.rhythm, forward),
            Self::MeetingDayOff => {
                let off = &mut settings.deadlines.weekday_off;
                *off = turned(&MEETING_OFF, *off, forward);
            }
            Self::DueDayOff => {
                let shift = &mut settings.deadlines.shift;
                *shift = turned(&SHIFTS, *shift, forward);
            }
            Self::Form => {
                let forms = [MinutesForm::Short, MinutesForm::Full];
                papers.form = turned(&forms, papers.form, forward);
            }
            Self::Layout => {
                let layouts = [MinutesLayout::Classical, MinutesLayout::Federal];
                papers.layout = turned(&layouts, papers.layout, forward);
            }
            Self::Annex => papers.annex_tactical_plan = !papers.annex_tactical_plan,
            _ => return false,
        }
        true
    }

    /// Takes a typed text.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn set(
        self,
        settings: &mut Settings,
        typed: &str,
        known: &Registry,
    ) -> Result<(), Refused> {
        let text = SafeText::line(typed);
        let number = || {
            typed
                .trim()
                .parse::<u16>()
                .map_err(|_none| "form-no-number")
        };
        let who = || match typed.trim() {
            "" => Ok(None),
            name => known
                .find(name)
                .map(|subject| Some(subject.id.clone()))
                .ok_or("form-nobody"),
        };
        match self {
            Self::Organisation => settings.organisation = text,
            Self::Heading => settings.heading = text,
            Self::Place => settings.place = text,
            Self::Time => settings.time = SafeText::line(&typed.trim().replace(['.', '-'], ":")),
            Self::Duration => settings.duration = number()?,
            Self::ItemMinutes => settings.item_minutes = number()?,
            Self::SilentWeeks => settings.silent_weeks = number()?,
            Self::LookAhead => settings.look_ahead_weeks = number()?,
            Self::Chair => settings.chair = who()?,
            Self::Secretary => settings.secretary = who()?,
            Self::FirstNumber(year) => {
                let _before = settings.numbering.insert(year, u32::from(number()?));
            }
            Self::ListFrom => settings.papers.list_from = number()?,
            Self::Stamp => settings.papers.stamp = text,
            Self::Letterhead => settings.papers.letterhead = text,
            Self::ApprovalPost => {
                let name = settings.papers.approval.take().map(|it| it.name);
                settings.papers.approval = (!text.is_blank()).then(|| Approval {
                    post: text,
                    name: name.unwrap_or_default(),
                });
            }
            Self::ApprovalName => match &mut settings.papers.approval {
                Some(approval) => approval.name = text,
                None if text.is_blank() => {}
                None => return Err("form-post-first"),
            },
            _ => return Err("form-turned"),
        }
        let wrong = settings.problems();
        let is_own = |field: &str| self.path().contains(&field);
        if wrong.iter().any(|problem| is_own(problem.field())) {
            return Err(match self {
                Self::Time => "form-no-time",
                _ => "form-no-number",
            });
        }
        Ok(())
    }

    /// Whether it names a subject.
    pub fn is_subject(self) -> bool {
        matches!(self, Self::Chair | Self::Secretary)
    }
}

/// «да» or «нет».
pub(in crate::tui) fn yes_no(is: bool) -> &'static str {
    if is { "form-yes" } else { "form-no" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_taken_or_refused() {
        let mut settings = Settings::default();
        let known = Registry::default();
        let mut set = |field: SettingsField, text: &str| field.set(&mut settings, text, &known);
        assert_eq!(set(SettingsField::Time, "9.30"), Ok(()));
        assert_eq!(set(SettingsField::Time, "25:00"), Err("form-no-time"));
        assert_eq!(set(SettingsField::Duration, "час"), Err("form-no-number"));
        assert_eq!(set(SettingsField::Duration, "0"), Err("form-no-number"));
        assert_eq!(set(SettingsField::Chair, "Никто"), Err("form-nobody"));
        assert_eq!(set(SettingsField::Chair, " "), Ok(()));
        assert_eq!(
            set(SettingsField::ApprovalName, "И.О. Имя"),
            Err("form-post-first")
        );
    }

    #[test]
    fn the_time_before_a_wrong_one_stays() {
        let mut settings = Settings::default();
        let known = Registry::default();
        let mut tried = settings.clone();
        assert!(SettingsField::Time.set(&mut tried, "9.30", &known).is_ok());
        assert_eq!(tried.time, SafeText::line("9:30"));
        assert!(SettingsField::Rhythm.turn(&mut settings, true));
        assert_eq!(settings.rhythm, Rhythm::Fortnightly);
        assert!(!SettingsField::Time.turn(&mut settings, true));
    }
}
