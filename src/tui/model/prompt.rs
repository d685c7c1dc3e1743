//! One text field with a purpose.

mod nature;

use super::context;
use super::surface::Surface;
use crate::domain::agenda::ItemKey;
use crate::domain::control::Control;
use crate::domain::date::Date;
use crate::domain::document::{ActivityKey, DocumentKey, NodeKey};
use crate::domain::edition::Cell;
use crate::domain::entry::EntryKind;
use crate::domain::entry_line::DateChoice;
use crate::domain::id::Id;
use crate::domain::safe_text::SafeText;
use crate::domain::subject::SubjectId;
use crate::domain::workspace::MarkTarget;
use crate::tui::field::Field;
use crate::tui::model::edition::Draft;
use crate::tui::model::import::Target;
use crate::tui::widget::line_editor::LineEditor;

pub use nature::{ENTRY_LIMIT, LINE_LIMIT, Nature, Needs};

/// What the text is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// An entry of an item: new, or `Some` to rewrite.
    Entry {
        /// The item.
        item: ItemKey,
        /// The entry that is rewritten.
        entry: Option<Id>,
        /// Its kind.
        kind: EntryKind,
    },
    /// The reason of an absence.
    Excuse(SubjectId),
    /// Who came instead.
    Deputy(SubjectId),
    /// A topic outside the plan.
    Topic,
    /// The new due date of control points and assignments, then the reason.
    PostponeTo(Vec<MarkTarget>),
    /// The reason of a postponement.
    PostponeReason(Vec<MarkTarget>, Date),
    /// The day something was really done on.
    DoneOn(Vec<MarkTarget>),
    /// The reason of a cancellation.
    CancelReason(Vec<MarkTarget>),
    /// The new date of an assignment; the control is built from it.
    ControlDate(Id, ControlKind),
    /// The reason of an extension or of dropping.
    ControlReason(Id, ControlKind, Option<Date>),
    /// Why minutes are opened again.
    ReopenReason(Date),
    /// The day a meeting is moved to; empty when it is not held at all.
    SkipDate(Date),
    /// Why a meeting is not held.
    SkipReason(Date, Option<Date>),
    /// The due date of a deadline that could not be read.
    Reading(ActivityKey),
    /// Minutes for an item.
    Minutes(ItemKey),
    /// The dative form of a subject's name.
    Dative(SubjectId),
    /// The value of an indicator for the day of the screen.
    Indicator(u8),
    /// What executors report, a line each.
    Answers,
    /// The name of the filter of the list below.
    FilterName,
    /// A guest.
    Guest,
    /// The directory papers are written to; empty for that of the state directory.
    ExportPlace,
    /// The file for acts that are not recorded.
    Elsewhere,
    /// The file of a plan of another program.
    ImportFile,
    /// The same at the first start: it comes in the place of the example.
    FirstPlan,
    /// A name or a deadline of the plan that is looked over.
    Imported(Target),
    /// A field of a form.
    Field(Field),
    /// A line at the end of a document that is typed.
    Line {
        /// Which.
        document: DocumentKey,
        /// Whether it is a heading.
        is_heading: bool,
    },
    /// A new member.
    NewMember,
    /// The file of a list of members.
    MembersFile,
    /// What an edition rests on.
    EditionBasis,
    /// From which day an edition counts; what it rests on is said.
    EditionFrom(SafeText),
    /// The new words of a cell of a document.
    AmendCell {
        /// Of what.
        key: NodeKey,
        /// Which cell.
        cell: Cell,
    },
    /// A cell of what is added to a document.
    AmendNew(Box<Draft>),
    /// Whom a body sends to an event, a person a line.
    Participants(ActivityKey, SafeText),
    /// Who is invited to an event, and how many.
    Invitation(ActivityKey),
    /// The programme of an event, a step a line.
    Programme(ActivityKey),
    /// Why a document is taken off control with open points, or put on control again.
    DocumentReason {
        /// Which document.
        document: DocumentKey,
        /// Off control, or on it again.
        is_off: bool,
        /// The item the decision is written under, if any.
        item: Option<ItemKey>,
    },
}

/// The kinds of control that need a word more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ControlKind {
    /// «Оставить на контроле до …».
    Keep,
    /// «Продлить срок до …».
    Extend,
    /// «Заслушать на …».
    Hear,
    /// «Снять как утратившее актуальность».
    Drop,
}

impl ControlKind {
    /// The decision, once date and reason are known.
    pub fn with(
        self,
        date: Option<Date>,
        reason: crate::domain::safe_text::SafeText,
    ) -> Option<Control> {
        Some(match (self, date) {
            (Self::Keep, Some(until)) => Control::Kept { until },
            (Self::Extend, Some(to)) => Control::Extended { to, reason },
            (Self::Hear, Some(meeting)) => Control::HearOn { meeting },
            (Self::Drop, _) => Control::Dropped { reason },
            _ => return None,
        })
    }
}

/// State of a text field.
#[derive(Debug)]
pub struct PromptState {
    /// What the text is for.
    pub purpose: Purpose,
    /// The text.
    pub editor: LineEditor,
    /// The text it was opened with.
    pub begun: String,
    /// What words at the end of an entry that may be a date are taken for.
    pub date: DateChoice,
    /// What is wrong with it, in the user's language.
    pub error: Option<String>,
    /// Completions of the word under the cursor.
    pub completions: Vec<SubjectId>,
    /// The chosen completion.
    pub completion: usize,
}

impl Surface for PromptState {
    fn context(&self) -> &'static str {
        context::PROMPT
    }

    fn is_typing(&self) -> bool {
        true
    }
}
