//! Short lists, questions and texts to read.

use super::context;
use super::surface::Surface;
use std::path::PathBuf;

use crate::domain::agenda::ItemKey;
use crate::domain::date::Date;
use crate::domain::document::{ActivityKey, DocumentKey, NodeKey};
use crate::domain::edition::Cell;
use crate::domain::id::Id;
use crate::domain::operation::Operation;
use crate::domain::safe_text::SafeText;
use crate::domain::settings::{Bookmark, SavedFilter};
use crate::domain::subject::SubjectId;
use crate::domain::workspace::MarkTarget;
use crate::store::mend::Repair;

use super::Action;
use super::papers::OnDiffering;
use super::unrecorded::Leave;

/// What happens with the chosen line.
#[derive(Clone, Debug, PartialEq)]
pub enum Choose {
    /// What a mark means.
    Mark(Action, Vec<MarkTarget>),
    /// A decision on the control of an assignment.
    Control(Id),
    /// Which assignment of an item is meant.
    Assignment(Id),
    /// A ready phrase for an item.
    Phrase(ItemKey),
    /// An item left aside goes on the agenda.
    LeftAside(ItemKey),
    /// An item is shown.
    Item(ItemKey),
    /// An item is shown at the meeting of a day.
    MeetingItem(Date, ItemKey),
    /// A meeting is shown.
    Meeting(Date),
    /// What is wrong in the state directory is shown.
    Problems,
    /// What happens to papers that are there already.
    Differing(OnDiffering),
    /// How the first start goes on.
    Begin(Beginning),
    /// The papers of a meeting go on their way: to one, or to all who have not got them.
    Dispatch(Date, Option<SubjectId>),
    /// What an edition changed.
    Edition(Id),
    /// What of a document's file waits to be adopted.
    Pending(DocumentKey),
    /// What is amended of a heading or an activity.
    Amend(NodeKey, Amending),
    /// What is decided on the control of a document; the item the decision is written under.
    Document(DocumentKey, Option<ItemKey>),
    /// What a word means.
    Word(super::search::Target),
    /// What goes on in another document.
    Carry(Carry),
    /// A marked line is gone to.
    Bookmark(Bookmark),
    /// The list on top is filtered by whose control it is.
    Controller(SafeText),
    /// A list is filtered as it was once.
    Filter(SavedFilter),
    /// A way to leave with acts that are not recorded.
    Leave(Leave),
}

/// An activity that goes on in another document, or all of them that are taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Carry {
    /// The document whose time is over.
    pub document: DocumentKey,
    /// The one that goes on with it.
    pub to: DocumentKey,
    /// The item of the meeting the decision is written under.
    pub item: Option<ItemKey>,
    /// The activity, and which one goes on with it; `None` for the line that records.
    pub pair: Option<(ActivityKey, Option<ActivityKey>)>,
}

/// What a new user begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beginning {
    /// A plan of one's own, from a file.
    Import,
    /// The example that comes with the program.
    Example,
    /// A document that is typed.
    Empty,
}

/// What is amended of a heading or an activity.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Amending {
    /// The words of a cell.
    Cell(Cell),
    /// An activity is added behind it or under it.
    AddActivity,
    /// A heading is added behind it.
    AddHeading,
    /// It changes places with the one beside it.
    Move {
        /// With the one behind it.
        is_down: bool,
    },
    /// It goes under another heading, to be chosen.
    Under,
    /// It goes under this heading, or under none.
    To(Option<NodeKey>),
    /// It is excluded.
    TakeOut {
        /// With all that stands under it.
        is_whole: bool,
    },
}

/// One line to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The text, in the user's language.
    pub text: String,
    /// The lighter text after it.
    pub detail: String,
    /// What it does.
    pub choose: Choose,
    /// What it says, where the purpose alone is not enough.
    pub value: usize,
}

/// State of a short list.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceState {
    /// The heading.
    pub title: String,
    /// The lines.
    pub lines: Vec<Line>,
    /// The chosen one.
    pub selected: usize,
    /// First visible line.
    pub offset: usize,
}

impl Surface for ChoiceState {
    fn context(&self) -> &'static str {
        context::CHOICE
    }

    fn line_mut(&mut self) -> Option<&mut usize> {
        Some(&mut self.selected)
    }
}

/// What happens when the answer is yes.
#[derive(Clone, Debug, PartialEq)]
pub enum Consequence {
    /// Leave the program.
    Quit,
    /// Mend the state directory.
    Mend(Repair),
    /// Have `LibreOffice` convert a file, and read what it makes of it; whether the plan comes in the
    /// place of the example.
    ConvertPlan(PathBuf, bool),
    /// Take an act back.
    Undo(Id),
    /// Open the meeting of a day.
    OpenMeeting(Date),
    /// Record these operations for a meeting.
    Record(Option<Date>, Vec<Operation>, String),
}

/// A question.
#[derive(Clone, Debug, PartialEq)]
pub struct ConfirmState {
    /// The question, in the user's language.
    pub text: String,
    /// What happens on yes.
    pub consequence: Consequence,
}

impl Surface for ConfirmState {
    fn context(&self) -> &'static str {
        context::CONFIRM
    }
}

/// A text to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReaderState {
    /// The heading.
    pub title: String,
    /// The lines, not yet wrapped.
    pub lines: Vec<String>,
    /// First visible line.
    pub offset: usize,
    /// The chosen line.
    pub selected: usize,
}

impl Surface for ReaderState {
    fn context(&self) -> &'static str {
        context::READER
    }

    fn line_mut(&mut self) -> Option<&mut usize> {
        Some(&mut self.selected)
    }
}
