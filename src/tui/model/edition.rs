//! What an edition changes, looked over before it is adopted, or after.

use super::context;
use super::surface::Surface;
use crate::domain::document::{ActivityKey, Node, NodeKey};
use crate::domain::edition::{Cell, Doubt, Matching};
use crate::domain::id::Id;
use crate::domain::safe_text::SafeText;
use crate::domain::subject::{Subject, SubjectId};
use crate::domain::workspace::Pending;
use crate::locale::Language;

/// What is looked over.
#[derive(Clone, Debug)]
pub enum Shown {
    /// A text that nobody has adopted.
    Proposed(Box<Proposal>),
    /// An edition in force, by the act that adopted it.
    Adopted(Id),
}

/// A text that nobody has adopted, with the answers so far.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// What it changes by these answers.
    pub pending: Pending,
    /// What of it is which of the text before, as far as it is sure.
    pub sure: Matching,
    /// Pairs nobody can be sure of, with what was answered: whether they are one.
    pub doubts: Vec<(Doubt, Option<bool>)>,
    /// What it rests on, as far as it says so itself.
    pub basis: SafeText,
    /// What is written beside once it is adopted.
    pub beside: Beside,
}

/// What belongs to a text that is adopted and is written with it: what its columns were, whom it
/// names anew.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Beside {
    /// Names of files in the state directory, with their texts.
    pub files: Vec<(String, String)>,
    /// Subjects nobody knew.
    pub subjects: Vec<Subject>,
    /// Names that known subjects answer to from now on.
    pub aliases: Vec<(SubjectId, SafeText)>,
}

impl Beside {
    /// Whether nothing is written.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && self.subjects.is_empty() && self.aliases.is_empty()
    }
}

/// A heading or an activity that is being typed, cell by cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// What it comes behind, or under.
    pub beside: NodeKey,
    /// What was typed of it.
    pub node: Node,
    /// How many of its cells were typed.
    pub said: usize,
}

impl Draft {
    /// The cell that is asked for next; nothing when all were.
    pub fn asked(&self) -> Option<Cell> {
        let cells = match self.node {
            Node::Heading(_) => &[Cell::Number, Cell::Title][..],
            Node::Activity(_) => &[
                Cell::Number,
                Cell::Title,
                Cell::Responsible,
                Cell::Executors,
                Cell::Term,
                Cell::Result,
            ],
        };
        cells.get(self.said).cloned()
    }
}

/// What is asked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Question {
    /// Whether two are one.
    Same {
        /// In the text before.
        old: NodeKey,
        /// In the new one.
        new: NodeKey,
    },
    /// Which side counts where both changed one cell.
    Sides {
        /// Of what.
        key: NodeKey,
        /// Which cell.
        cell: Cell,
    },
    /// Where marks of control points go that the new deadline has no more.
    Points {
        /// Of which activity.
        activity: ActivityKey,
    },
    /// What becomes of an assignment on what is excluded.
    Parting {
        /// Which.
        assignment: Id,
    },
}

/// How a line of the screen looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Look {
    /// The name of a group.
    Group,
    /// One change, or what belongs to it.
    Plain,
    /// What stood there.
    Dim,
    /// A question that waits.
    Asked,
    /// A question that was answered.
    Answered,
    /// What becomes of the history.
    Fate,
}

/// One line of the screen, wrapped.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EditionLine {
    /// The text.
    pub text: String,
    /// How it looks.
    pub look: Look,
    /// The question it belongs to.
    pub question: Option<Question>,
}

/// State of the screen.
#[derive(Clone, Debug)]
pub struct EditionState {
    /// What is looked over.
    pub shown: Shown,
    /// The lines, as they were wrapped.
    pub lines: Vec<EditionLine>,
    /// The width and language they were made for.
    pub made_for: (usize, Language),
    /// The chosen line.
    pub selected: usize,
    /// First visible line.
    pub offset: usize,
}

impl Surface for EditionState {
    fn context(&self) -> &'static str {
        context::EDITION
    }

    fn line_mut(&mut self) -> Option<&mut usize> {
        Some(&mut self.selected)
    }
}

impl EditionState {
    /// The text that nobody has adopted.
    pub fn proposal(&self) -> Option<&Proposal> {
        match &self.shown {
            Shown::Proposed(proposal) => Some(proposal),
            Shown::Adopted(_) => None,
        }
    }

    /// The question under the cursor.
    pub fn question(&self) -> Option<&Question> {
        self.lines.get(self.selected)?.question.as_ref()
    }
}
