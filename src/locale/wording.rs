//! The domain's values in the user's language.

use chrono::Datelike;

use super::Texts;
use crate::domain::agenda::{Reason, Section};
use crate::domain::control::AssignmentState;
use crate::domain::control::{Control, DocumentControl};
use crate::domain::date::{Date, Span};
use crate::domain::entry::EntryKind;
use crate::domain::mark::Status;
use crate::domain::meeting::Presence;
use crate::domain::safe_text::SafeText;
use crate::domain::tactical_plan::GroupKind;
use crate::domain::workspace::{Role, Timing};

impl Texts {
    /// Why a line is on the agenda: «срок 31 мая, осталось 6 дней».
    pub fn reason(&self, reason: &Reason) -> String {
        self.reason_with(reason, Self::date_short, Self::date_day_month)
    }

    /// The same with every day whole, as papers have it: «срок 31.05.2023, осталось 6 дней».
    pub fn reason_of_paper(&self, reason: &Reason) -> String {
        self.reason_with(reason, Self::date_full, Self::date_full)
    }

    fn reason_with(
        &self,
        reason: &Reason,
        short: fn(&Self, Date) -> String,
        named: fn(&Self, Date) -> String,
    ) -> String {
        let texts = self;
        match reason {
            Reason::AssignmentDue {
                minutes,
                number,
                due,
            } => texts.with(
                if number.is_blank() {
                    "reason-assignment-between"
                } else {
                    "reason-assignment"
                },
                &[
                    ("number", number.to_string().into()),
                    ("minutes", short(texts, *minutes).into()),
                    ("due", short(texts, *due).into()),
                ],
            ),
            Reason::ToBeHeard { minutes, number } => texts.with(
                if number.is_blank() {
                    "reason-to-be-heard-between"
                } else {
                    "reason-to-be-heard"
                },
                &[
                    ("number", number.to_string().into()),
                    ("minutes", short(texts, *minutes).into()),
                ],
            ),
            Reason::Overdue { due, days } => texts.with(
                "reason-overdue",
                &[("due", named(texts, *due).into()), ("days", (*days).into())],
            ),
            Reason::Due { due, days: 0 } => {
                texts.with("reason-due-today", &[("due", named(texts, *due).into())])
            }
            Reason::Due { due, days } => texts.with(
                "reason-due",
                &[("due", named(texts, *due).into()), ("days", (*days).into())],
            ),
            Reason::Event { first, last } if first == last => texts.with(
                "reason-event-day",
                &[("first", named(texts, *first).into())],
            ),
            Reason::Event { first, last } => texts.with(
                "reason-event",
                &[
                    ("first", short(texts, *first).into()),
                    ("last", short(texts, *last).into()),
                ],
            ),
            Reason::Silent { weeks } => texts.with("reason-silent", &[("weeks", (*weeks).into())]),
            Reason::CarriedFrom { meeting } => texts.with(
                "reason-carried",
                &[("meeting", short(texts, *meeting).into())],
            ),
            Reason::Parked { meeting } => texts.with(
                "reason-parked",
                &[("meeting", short(texts, *meeting).into())],
            ),
            Reason::Promised { meeting } => texts.with(
                "reason-promised",
                &[("meeting", short(texts, *meeting).into())],
            ),
            Reason::ValueDue { number, ended } => texts.with(
                "reason-value-due",
                &[
                    ("number", i64::from(*number).into()),
                    ("ended", named(texts, *ended).into()),
                ],
            ),
            Reason::Unread => texts.get("reason-unread"),
            Reason::ByHand => texts.get("reason-by-hand"),
        }
    }

    /// The same in a narrow column, where the section's heading says the rest.
    pub fn reason_short(&self, reason: &Reason) -> String {
        let texts = self;
        match reason {
            Reason::AssignmentDue {
                number,
                due,
                minutes,
            } => texts.with(
                "reason-short-assignment",
                &[
                    ("number", texts.assignment_number(number, *minutes).into()),
                    ("due", texts.date_short(*due).into()),
                ],
            ),
            Reason::Overdue { due, days } => texts.with(
                "reason-short-overdue",
                &[
                    ("due", texts.date_short(*due).into()),
                    ("days", (*days).into()),
                ],
            ),
            Reason::ValueDue { number, ended } => texts.with(
                "reason-short-value-due",
                &[
                    ("number", i64::from(*number).into()),
                    ("ended", texts.date_short(*ended).into()),
                ],
            ),
            Reason::Due { days: 0, .. } => texts.get("timing-today"),
            Reason::Due { due, days } => texts.with(
                "reason-short-due",
                &[
                    ("due", texts.date_short(*due).into()),
                    ("days", (*days).into()),
                ],
            ),
            Reason::Silent { weeks } => {
                texts.with("reason-short-silent", &[("weeks", (*weeks).into())])
            }
            other => texts.reason(other),
        }
    }

    /// The heading of a section of the agenda.
    pub fn section(&self, section: Section) -> String {
        let texts = self;
        match section {
            Section::Assignments => texts.get("section-assignments"),
            Section::Overdue => texts.get("section-overdue"),
            Section::ThisWeek => texts.get("section-this-week"),
            Section::Values => texts.get("section-values"),
            Section::ThisMonth => texts.get("section-this-month"),
            Section::Approaching => texts.get("section-approaching"),
            Section::Silent => texts.get("section-silent"),
            Section::CarriedOver => texts.get("section-carried-over"),
            Section::Added => texts.get("section-added"),
            Section::Routine => texts.get("section-routine"),
        }
    }

    /// A status in words: «в работе, 40 %».
    pub fn status(&self, status: &Status) -> String {
        let texts = self;
        match status {
            Status::NotStarted => texts.get("status-not-started"),
            Status::InProgress { percent: None } => texts.get("status-in-progress"),
            Status::InProgress {
                percent: Some(percent),
            } => texts.with(
                "status-in-progress-percent",
                &[("percent", i64::from(*percent).into())],
            ),
            Status::AtRisk => texts.get("status-at-risk"),
            Status::Done => texts.get("status-done"),
            Status::Postponed { to, .. } => {
                texts.with("status-postponed", &[("to", texts.date_full(*to).into())])
            }
            Status::Cancelled { .. } => texts.get("status-cancelled"),
        }
    }

    /// The same with the day it really happened, where that is another one than it was said on:
    /// «исполнено 20.05.2023».
    pub fn status_on(&self, status: &Status, happened: Option<Date>) -> String {
        let said = self.status(status);
        self.on_day("status-happened", said, happened)
    }

    /// What was decided on the control of an assignment, with the day it was really done.
    pub fn control_on(&self, control: &Control, happened: Option<Date>) -> String {
        let said = self.control(control);
        self.on_day("control-happened", said, happened)
    }

    fn on_day(&self, id: &str, said: String, happened: Option<Date>) -> String {
        let Some(day) = happened else { return said };
        let day = ("day", self.date_full(day).into());
        self.with(id, &[("said", said.into()), day])
    }

    /// What is known of somebody's attendance.
    pub fn presence(&self, presence: &Presence) -> String {
        let texts = self;
        match presence {
            Presence::Present => texts.get("presence-present"),
            Presence::Remote => texts.get("presence-remote"),
            Presence::Late => texts.get("presence-late"),
            Presence::LeftEarly => texts.get("presence-left-early"),
            Presence::Deputy { name } => {
                texts.with("presence-deputy", &[("name", name.to_string().into())])
            }
            Presence::Excused { reason } => {
                texts.with("presence-excused", &[("reason", reason.to_string().into())])
            }
            Presence::Absent => texts.get("presence-absent"),
        }
    }

    /// What was decided on the control of a document.
    pub fn document_control(&self, control: &DocumentControl) -> String {
        let id = match control {
            DocumentControl::Lifted => "document-control-lifted",
            DocumentControl::Dropped { .. } => "document-control-dropped",
            DocumentControl::Returned { .. } => "document-control-returned",
        };
        let reason = control.reason().map(ToString::to_string);
        self.with(id, &[("reason", reason.unwrap_or_default().into())])
    }

    /// A decision on control.
    pub fn control(&self, control: &Control) -> String {
        let texts = self;
        match control {
            Control::Reported => texts.get("control-reported"),
            Control::Lifted => texts.get("control-lifted"),
            Control::Dropped { .. } => texts.get("control-dropped"),
            Control::Kept { until } => {
                texts.with("control-kept", &[("date", texts.date_full(*until).into())])
            }
            Control::Extended { to, .. } => {
                texts.with("control-extended", &[("date", texts.date_full(*to).into())])
            }
            Control::HearOn { meeting } => texts.with(
                "control-hear-on",
                &[("date", texts.date_full(*meeting).into())],
            ),
        }
    }

    /// The days of a control point: «31.05.2023», «05.06 – 11.06.2023».
    pub fn window(&self, window: Span) -> String {
        if window.first == window.last {
            return self.date_full(window.first);
        }
        let is_one_year = window.first.year() == window.last.year();
        let first = if is_one_year {
            self.date_short(window.first)
        } else {
            self.date_full(window.first)
        };
        format!("{first} – {}", self.date_full(window.last))
    }

    /// The number of an assignment, where it is clear from which meeting it is; of one given
    /// between meetings the day: «2.1», «от 24.05».
    pub fn assignment_number(&self, number: &SafeText, given: Date) -> String {
        if number.is_blank() {
            self.with(
                "assignment-given-short",
                &[("given", self.date_short(given).into())],
            )
        } else {
            number.to_string()
        }
    }

    /// What is asked for on a topic when nobody words it: «О ремонте» becomes «Представить
    /// информацию о ремонте», any other title is named as it is.
    pub fn assign_by_topic(&self, title: &SafeText) -> String {
        let mut letters = title.chars();
        let first = letters.next().map(|first| first.to_lowercase().to_string());
        let lower = first.unwrap_or_default() + letters.as_str();
        let is_about = ["о ", "об ", "обо ", "about ", "on "]
            .iter()
            .any(|preposition| lower.starts_with(preposition));
        if is_about {
            self.with("assign-default-about", &[("about", lower.into())])
        } else {
            self.with(
                "assign-default-topic",
                &[("title", title.to_string().into())],
            )
        }
    }

    /// How an assignment is named: «п. 2.1 от 25.05.2023», «поручение от 24.05.2023».
    pub fn assignment_name(&self, number: &SafeText, given: Date) -> String {
        let given = ("minutes", self.date_full(given).into());
        if number.is_blank() {
            self.with("assignment-given", &[given])
        } else {
            let number = ("number", number.to_string().into());
            self.with("assignments-number", &[number, given])
        }
    }

    /// Where an assignment stands.
    pub fn assignment_state(&self, state: AssignmentState) -> String {
        let texts = self;
        match state {
            AssignmentState::Open => texts.get("assignment-open"),
            AssignmentState::Reported => texts.get("assignment-reported"),
            AssignmentState::Lifted => texts.get("assignment-lifted"),
            AssignmentState::Dropped => texts.get("assignment-dropped"),
        }
    }

    /// Why a meeting was not held, or where it was moved.
    pub fn not_held(&self, reason: &str, moved_to: Option<Date>) -> String {
        let reason = ("reason", reason.to_owned().into());
        match moved_to {
            Some(to) => {
                let to = ("to", self.date_full(to).into());
                self.with("start-moved-to", &[to, reason])
            }
            None => self.with("start-not-held", &[reason]),
        }
    }

    /// The kind of an entry.
    pub fn entry_kind(&self, kind: EntryKind) -> String {
        let texts = self;
        match kind {
            EntryKind::Heard => texts.get("entry-heard"),
            EntryKind::Spoke => texts.get("entry-spoke"),
            EntryKind::Decision => texts.get("entry-decision"),
            EntryKind::Assignment => texts.get("entry-assignment"),
            EntryKind::Vote => texts.get("entry-vote"),
            EntryKind::Opinion => texts.get("entry-opinion"),
            EntryKind::Private => texts.get("entry-private"),
        }
    }

    /// How near a due date is; empty for what is closed.
    pub fn timing(&self, timing: Timing) -> String {
        let texts = self;
        match timing {
            Timing::Overdue(days) => texts.with("timing-overdue", &[("days", days.into())]),
            Timing::Due(0) => texts.get("timing-today"),
            Timing::Due(days) => texts.with("timing-left", &[("days", days.into())]),
            Timing::Undated => texts.get("timing-undated"),
            Timing::Unrecorded => texts.get("timing-unrecorded"),
            Timing::Closed => String::new(),
        }
    }

    /// The capacity in which somebody owes something.
    pub fn role(&self, role: Role) -> String {
        let texts = self;
        match role {
            Role::Responsible => texts.get("role-responsible"),
            Role::Executor => texts.get("role-executor"),
            Role::CoExecutor => texts.get("role-co-executor"),
            Role::Controller => texts.get("role-controller"),
        }
    }

    /// The heading of a group of the tactical plan, whose period may be a week.
    pub fn group(&self, group: GroupKind, is_week: bool) -> String {
        let texts = self;
        match group {
            GroupKind::DueThisWeek if !is_week => texts.get("group-due-before-next"),
            GroupKind::Events if !is_week => texts.get("group-events-of-period"),
            GroupKind::OverdueOrMoved => texts.get("group-overdue-or-moved"),
            GroupKind::DueThisWeek => texts.get("group-due-this-week"),
            GroupKind::Starting => texts.get("group-starting"),
            GroupKind::Later => texts.get("group-later"),
            GroupKind::Continuing => texts.get("group-continuing"),
            GroupKind::Events => texts.get("group-events"),
        }
    }
}
