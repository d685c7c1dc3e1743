//! Minutes (протокол) as a document of their own: a function of the fold, without random ids and
//! clock times, so that the same acts give the same bytes. Order of requisites: domain.md 1.1.

use serde::{Deserialize, Serialize};

use super::agenda::{Reason, Section};
use super::control::Control;
use super::date::{Date, Span};
use super::document::ActivityKey;
use super::indicator::Amount;
use super::mark::Status;
use super::safe_text::SafeText;
use super::settings::PaperSettings;
use super::subject::SubjectId;
use super::vote::Vote;

/// The minutes of one meeting: `minutes/2023-05-25.ron`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Minutes {
    /// Version of the file's form.
    pub format: u32,
    /// The head of the document.
    pub head: Head,
    /// Who was there.
    pub attendance: Attendance,
    /// The questions dealt with, numbered from 1.
    pub agenda: Vec<Question>,
    /// What was heard, said and decided on each question, in the same order.
    pub items: Vec<Item>,
    /// What stood on the agenda and was not dealt with: carried to the next meeting.
    pub not_considered: Vec<Question>,
    /// What of the agenda was put off without being dealt with («отложено»).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub put_off: Vec<Question>,
    /// Whom the decisions are for, under the names of that day: what extracts are made from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addressees: Vec<Addressee>,
    /// How the papers of that day look; missing in files of earlier programs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub look: Option<PaperSettings>,
}

/// Somebody the decisions are for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Addressee {
    /// Who.
    pub subject: SubjectId,
    /// The name as papers print it.
    pub name: SafeText,
    /// The name in the dative, where somebody entered one.
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub dative: SafeText,
    /// The groups among the executors it belongs to, by their names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub through: Vec<SafeText>,
}

impl Minutes {
    /// An addressee of the decisions.
    pub fn addressee(&self, subject: &SubjectId) -> Option<&Addressee> {
        self.addressees.iter().find(|one| one.subject == *subject)
    }
}

/// Whether the minutes can still change.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum MinutesState {
    /// The meeting goes on or was reopened.
    Draft,
    /// Finished: this version is locked.
    Approved,
}

/// The head of the minutes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// What is stamped on all papers («ДЕМОНСТРАЦИЯ»); usually nothing, and then not in the file.
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub stamp: SafeText,
    /// Full official name of the organisation.
    pub organisation: SafeText,
    /// «еженедельного совещания по …».
    pub heading: SafeText,
    /// Number within the calendar year; `None` in a draft that never had one.
    pub number: Option<u32>,
    /// The day of the meeting.
    pub date: Date,
    /// Where.
    pub place: SafeText,
    /// The chair.
    pub chair: Option<SafeText>,
    /// The chair's post, where the chair is a person.
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub chair_post: SafeText,
    /// The secretary.
    pub secretary: Option<SafeText>,
    /// The secretary's post, where the secretary is a person.
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub secretary_post: SafeText,
    /// Draft or approved.
    pub state: MinutesState,
    /// 1 for the first approved version; 0 before it.
    pub version: u32,
    /// Why there is a version after the first one.
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub reason: SafeText,
}

/// Who was there.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attendance {
    /// How many sit at the table every week.
    pub members: usize,
    /// Members present, alphabetically.
    pub present: Vec<Attendee>,
    /// Guests present, alphabetically.
    pub invited: Vec<Attendee>,
    /// Members absent, alphabetically.
    pub absent: Vec<Attendee>,
    /// Members nobody said anything of.
    pub not_recorded: Vec<SafeText>,
}

/// One person, position or body at the table.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attendee {
    /// The name as papers print it.
    pub name: SafeText,
    /// Remote, late, a deputy, the reason of an absence.
    pub presence: super::meeting::Presence,
    /// A person's post.
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub post: SafeText,
    /// The body a person belongs to, by the name papers print.
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub organisation: SafeText,
    /// Whether it is a body: who came for it represents it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_body: bool,
    /// The post of the one who came instead, where that one is known.
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub deputy_post: SafeText,
    /// Whom a deputy stands in for, as it follows «за»: «ректора Иванову М.И.»; blank where no form
    /// is certain. Missing in files of earlier programs, and where nobody stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf: Option<SafeText>,
    /// The body one comes from as it follows «от»: «Отдела кадров»; blank where no form is certain.
    /// Missing where its name stays as it is («ЦНППМ ГГТУ»), and in files of earlier programs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<SafeText>,
}

/// A question of the agenda.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Its number in these minutes; 0 when it was not dealt with.
    pub number: u32,
    /// The title of the activity or topic, verbatim.
    pub title: SafeText,
    /// The activity of the plan it is about.
    pub activity: Option<ActivityKey>,
    /// What the activity is called by in its document, where that is not its key: documents of the
    /// first form know their activities by their numbers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub point: Option<SafeText>,
    /// What its document calls the activity; missing in files of earlier programs, and where the
    /// key says it, as in the first form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<AboutPoint>,
    /// The section it stood in.
    pub section: Section,
    /// Why it was on the agenda.
    pub reasons: Vec<Reason>,
    /// Who reported.
    pub speaker: Option<SafeText>,
    /// Whether an earlier version dealt with it and this one does not: its number stays free.
    #[serde(default, skip_serializing_if = "is_false")]
    pub dropped: bool,
}

/// An activity in the words of its document.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AboutPoint {
    /// What the document calls its activities: «Пункт»; blank where it has no word for them.
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub point: SafeText,
    /// The number it prints, if any.
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub number: SafeText,
    /// The short name of the document, where several are on control.
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub document: SafeText,
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over a reference"
)]
fn is_false(value: &bool) -> bool {
    !value
}

/// What happened on one question.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The number of its question.
    pub number: u32,
    /// What was said of the activity's occurrences.
    pub marks: Vec<MarkRecord>,
    /// СЛУШАЛИ.
    pub heard: Vec<Statement>,
    /// ВЫСТУПИЛИ.
    pub spoke: Vec<Statement>,
    /// РЕШИЛИ.
    pub decided: Vec<Decision>,
    /// ГОЛОСОВАЛИ, in the order of what was voted on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub votes: Vec<VoteRecord>,
    /// Особое мнение: who differs, and how.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opinions: Vec<Statement>,
    /// The value it asked for, where it asks for one of an indicator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<ValueRecord>,
    /// Whether it was put off to another meeting after all that («отложено»).
    #[serde(default, skip_serializing_if = "is_false")]
    pub put_off: bool,
}

/// A mark and what it was before.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarkRecord {
    /// The occurrence: its window.
    pub occurrence: Span,
    /// Its due date by the plan.
    pub due: Option<Date>,
    /// The status before this meeting; `None` when nothing had been said.
    pub before: Option<Status>,
    /// The status after it.
    pub after: Status,
    /// The day it really was done, where that is another one than the meeting's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub happened: Option<Date>,
}

/// The value of an indicator that was taken.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ValueRecord {
    /// The day it is of.
    pub day: Date,
    /// The value.
    pub amount: Amount,
    /// What is counted: «%», «человек»; empty where the target does not say.
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub unit: SafeText,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub source: SafeText,
    /// What else was said of it.
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub note: SafeText,
}

/// A vote as the minutes have it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VoteRecord {
    /// The number of the decision it stands behind; blank where it stands behind all of the
    /// question's.
    #[serde(default, skip_serializing_if = "SafeText::is_blank")]
    pub after: SafeText,
    /// How many were for it; missing where only «единогласно» was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_favour: Option<u32>,
    /// How many were against it.
    pub against: u32,
    /// How many abstained.
    pub abstained: u32,
}

impl VoteRecord {
    /// What was counted.
    pub fn count(&self) -> Vote {
        Vote {
            in_favour: self.in_favour,
            against: self.against,
            abstained: self.abstained,
        }
    }
}

/// Somebody said something.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Who.
    pub speaker: Option<SafeText>,
    /// What.
    pub text: SafeText,
}

/// One decision.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// «2.1»: question and place.
    pub number: SafeText,
    /// What sort of decision.
    pub kind: DecisionKind,
    /// Its text; of a decision on control what is to be done by the assignment it is on.
    pub text: SafeText,
    /// Who does it; the first is responsible.
    pub executors: Vec<SafeText>,
    /// Who watches over it.
    pub controller: Option<SafeText>,
    /// Until when, the day included.
    pub due: Option<Date>,
}

impl Decision {
    /// Whether only its number is left.
    pub fn is_dropped(&self) -> bool {
        self.kind == DecisionKind::Dropped
    }
}

/// What sort of decision it is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum DecisionKind {
    /// Without an executor.
    Decision,
    /// With executors and a date, under control.
    Assignment,
    /// On the control of an earlier assignment.
    Control {
        /// The meeting that gave it.
        minutes: Option<Date>,
        /// The number of those minutes.
        minutes_number: Option<u32>,
        /// The assignment's number there.
        assignment: SafeText,
        /// What was decided.
        control: Control,
        /// The day an assignment was given that is of no minutes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        given: Option<Date>,
        /// When the assignment was due before the decision.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        was_due: Option<Date>,
    },
    /// An earlier version had it under this number and this one does not: «пункт исключён».
    Dropped,
}

impl Question {
    /// What the activity it is about is called by; empty for anything else.
    pub fn point(&self) -> &str {
        match (&self.point, self.activity) {
            (Some(point), _) => point,
            (None, Some(activity)) => activity.as_str(),
            (None, None) => "",
        }
    }
}

#[cfg(test)]
mod tests;
