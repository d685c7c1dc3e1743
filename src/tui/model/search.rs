//! Search over activities, subjects and assignments.

use super::context;
use super::surface::Surface;
use crate::domain::document::ActivityKey;
use crate::domain::id::Id;
use crate::domain::search::{Hits, Index};
use crate::domain::subject::SubjectId;
use crate::tui::widget::line_editor::LineEditor;

use super::Action;

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// An activity of the plan.
    Activity(ActivityKey),
    /// A subject.
    Subject(SubjectId),
    /// An assignment.
    Assignment(Id),
    /// Something said at a meeting or between meetings.
    Entry(Id),
    /// A term of the plan's glossary, by its place there.
    Term(usize),
    /// A shortened name the plan introduces, by its place there.
    Abbreviation(usize),
    /// A word of the program itself, by its name in the texts.
    Word(&'static str),
    /// A command.
    Command(Action),
}

/// What a found thing is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Go there.
    GoTo,
    /// Put it on the agenda.
    AddToAgenda,
    /// Make it the speaker of an item.
    Speaker(crate::domain::agenda::ItemKey),
    /// Say that it asks for an item.
    AskedBy(crate::domain::agenda::ItemKey),
    /// Say that it goes on with an activity of another document.
    Pair(ActivityKey),
    /// Say that it is who the journal names by an unknown id.
    Identify,
    /// Run it.
    Run,
}

/// State of the search.
#[derive(Debug)]
pub struct SearchState {
    /// What the chosen thing is taken for.
    pub purpose: Use,
    /// The query.
    pub editor: LineEditor,
    /// Everything that can be found, folded once.
    pub index: Index<Target>,
    /// What fits.
    pub hits: Hits<Target>,
    /// The chosen hit.
    pub selected: usize,
    /// First visible line.
    pub offset: usize,
}

impl Surface for SearchState {
    fn context(&self) -> &'static str {
        context::SEARCH
    }

    fn is_typing(&self) -> bool {
        true
    }

    fn line_mut(&mut self) -> Option<&mut usize> {
        Some(&mut self.selected)
    }
}
